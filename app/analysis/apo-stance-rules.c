/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-stance-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No stem of the table is longer, in bytes. */
#define MAX_STEM 24
#define MIN_STEM 3

struct _ApoStanceRules {
  GHashTable *words;            /* (element-type utf8 int), a kind + 1; stems with a star */
};

static gboolean
read_row (ApoStanceRules  *self,
          ApoTable        *table,
          guint            row,
          GError         **error)
{
  g_auto (GStrv) words = NULL;
  int kind;

  if (!apo_table_require (table, row, 3, error))
    return FALSE;
  if (!apo_enum_from_nick (APO_TYPE_RELATION_KIND, apo_table_get (table, row, 0), &kind))
    {
      apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
      return FALSE;
    }

  words = g_strsplit (apo_table_get (table, row, 1), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_hash_table_insert (self->words, g_strdup (words[i]), GINT_TO_POINTER (kind + 1));

  return TRUE;
}

/**
 * apo_stance_rules_new:
 *
 * Returns: (transfer full) (nullable): the table `stances` of @pack
 */
ApoStanceRules *
apo_stance_rules_new (ApoLanguagePack  *pack,
                      GError          **error)
{
  ApoTable *table = apo_language_pack_get_table (pack, "stances", error);
  ApoStanceRules *self;

  if (table == NULL)
    return NULL;

  self = g_new0 (ApoStanceRules, 1);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    if (!read_row (self, table, row, error))
      {
        apo_stance_rules_free (self);
        return NULL;
      }

  return self;
}

void
apo_stance_rules_free (ApoStanceRules *rules)
{
  g_hash_table_unref (rules->words);
  g_free (rules);
}

/**
 * apo_stance_rules_lookup:
 * @word: folded
 * @kind: (out): untouched where the word tells nothing
 *
 * Returns: whether the word tells how a speaker stands to somebody
 */
gboolean
apo_stance_rules_lookup (const ApoStanceRules *rules,
                         const char           *word,
                         ApoRelationKind      *kind)
{
  gpointer value = g_hash_table_lookup (rules->words, word);
  char stem[MAX_STEM + 2];
  gsize length = MIN (strlen (word), MAX_STEM);

  for (; value == NULL && length >= MIN_STEM; length--)
    {
      memcpy (stem, word, length);
      stem[length] = '*';
      stem[length + 1] = '\0';
      value = g_hash_table_lookup (rules->words, stem);
    }
  if (value == NULL)
    return FALSE;

  *kind = GPOINTER_TO_INT (value) - 1;

  return TRUE;
}
