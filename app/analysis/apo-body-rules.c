/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-body-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ApoBodyRules {
  GArray *bodies;               /* (element-type ApoBody) */
  ApoPhrases *phrases;          /* values: indices of @bodies */
};

static gboolean
read_uses (ApoTable  *table,
           guint      row,
           guint     *uses,
           GError   **error)
{
  static const char * const names[] = {
    "state", "body", "alone", "complement", "place", "person", "free",
  };
  g_auto (GStrv) words = g_strsplit (apo_table_get (table, row, 2), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (names) && strcmp (names[k], words[i]) != 0)
        k++;
      if (k == G_N_ELEMENTS (names))
        {
          apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
          return FALSE;
        }
      *uses |= 1 << k;
    }

  return TRUE;
}

static gboolean
read_row (ApoBodyRules  *self,
          ApoTable      *table,
          guint          row,
          GError       **error)
{
  g_auto (GStrv) phrases = NULL;
  ApoBody body = { 0 };
  int kind;

  if (!apo_table_require (table, row, 5, error)
      || !read_uses (table, row, &body.uses, error))
    return FALSE;
  if (!apo_enum_from_nick (APO_TYPE_ACTOR_KIND, apo_table_get (table, row, 1), &kind))
    {
      apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
      return FALSE;
    }

  body.family = apo_table_get (table, row, 0);
  body.kind = kind;
  g_array_append_val (self->bodies, body);
  phrases = g_strsplit (apo_table_get (table, row, 3), "|", -1);
  for (guint i = 0; phrases[i] != NULL; i++)
    apo_phrases_add (self->phrases, phrases[i], self->bodies->len - 1);

  return TRUE;
}

/**
 * apo_body_rules_new:
 *
 * Returns: (transfer full) (nullable): the table `bodies` of @pack, which must outlive it
 */
ApoBodyRules *
apo_body_rules_new (ApoLanguagePack  *pack,
                    GError          **error)
{
  ApoTable *table = apo_language_pack_get_table (pack, "bodies", error);
  ApoBodyRules *self;

  if (table == NULL)
    return NULL;

  self = g_new0 (ApoBodyRules, 1);
  self->bodies = g_array_new (FALSE, FALSE, sizeof (ApoBody));
  self->phrases = apo_phrases_new (pack);
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    if (!read_row (self, table, row, error))
      {
        apo_body_rules_free (self);
        return NULL;
      }

  return self;
}

void
apo_body_rules_free (ApoBodyRules *rules)
{
  g_array_unref (rules->bodies);
  apo_phrases_free (rules->phrases);
  g_free (rules);
}

/**
 * apo_body_rules_match:
 * @length: (out): how many tokens the noun has; untouched where there is none
 *
 * Returns: (nullable): the body that the noun at @position names
 */
const ApoBody *
apo_body_rules_match (const ApoBodyRules *rules,
                      const ApoTokens    *tokens,
                      guint               position,
                      guint              *length)
{
  int value;
  guint n = apo_phrases_match (rules->phrases, tokens, position, &value);

  if (n == 0)
    return NULL;

  *length = n;

  return &g_array_index (rules->bodies, ApoBody, value);
}
