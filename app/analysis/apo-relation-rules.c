/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No stem of the table is longer, in bytes. */
#define MAX_STEM 24
#define MIN_STEM 3

struct _ApoRelationRules {
  GPtrArray *triggers;          /* (element-type ApoTrigger), owned */
  GHashTable *words;            /* (element-type utf8 GPtrArray), whole words */
  GHashTable *stems;            /* (element-type utf8 GPtrArray), how words begin */
};

static void
trigger_free (gpointer data)
{
  ApoTrigger *trigger = data;

  g_hash_table_unref (trigger->links);
  g_free (trigger);
}

static gboolean
read_class (ApoTable         *table,
            guint             row,
            ApoTriggerClass  *class,
            GError          **error)
{
  static const char * const names[] = { "verb", "noun", "role", "adjective" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], apo_table_get (table, row, 1)) == 0)
      {
        *class = 1 << i;
        return TRUE;
      }

  apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));

  return FALSE;
}

static void
read_links (ApoLanguagePack *pack,
            ApoTable        *table,
            guint            row,
            ApoTrigger      *trigger)
{
  ApoWordClasses of = apo_language_pack_get_class (pack, "of");
  ApoWordClasses to = apo_language_pack_get_class (pack, "to");
  g_auto (GStrv) links = g_strsplit (apo_table_get (table, row, 2), " ", -1);

  for (guint i = 0; links[i] != NULL; i++)
    {
      if (strcmp (links[i], "object") == 0)
        trigger->object = TRUE;
      else if (strcmp (links[i], "among") == 0)
        trigger->among = TRUE;
      else if (strcmp (links[i], "reversed") == 0)
        trigger->reversed = TRUE;
      else
        {
          ApoWordClasses classes = apo_language_pack_get_classes (pack, links[i]);

          g_hash_table_add (trigger->links, g_strdup (links[i]));
          trigger->of |= (classes & of) != 0;
          trigger->to |= (classes & to) != 0;
        }
    }
}

static void
add_word (GHashTable *to,
          const char *word,
          gsize       length,
          ApoTrigger *trigger)
{
  g_autofree char *key = g_strndup (word, length);
  GPtrArray *all = g_hash_table_lookup (to, key);

  if (all == NULL)
    {
      all = g_ptr_array_new ();
      g_hash_table_insert (to, g_steal_pointer (&key), all);
    }
  g_ptr_array_add (all, trigger);
}

static gboolean
read_row (ApoRelationRules  *self,
          ApoLanguagePack   *pack,
          ApoTable          *table,
          guint              row,
          GError           **error)
{
  g_auto (GStrv) words = NULL;
  ApoTrigger *trigger;
  ApoTriggerClass class;
  int kind;

  if (!apo_table_require (table, row, 5, error) || !read_class (table, row, &class, error))
    return FALSE;
  if (!apo_enum_from_nick (APO_TYPE_RELATION_KIND, apo_table_get (table, row, 0), &kind))
    {
      apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
      return FALSE;
    }

  trigger = g_new0 (ApoTrigger, 1);
  trigger->kind = kind;
  trigger->class = class;
  trigger->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->triggers, trigger);
  read_links (pack, table, row, trigger);

  words = g_strsplit (apo_table_get (table, row, 3), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length > 1 && words[i][length - 1] == '*')
        add_word (self->stems, words[i], length - 1, trigger);
      else if (length > 0)
        add_word (self->words, words[i], length, trigger);
    }

  return TRUE;
}

static const GPtrArray *
find_stem (const ApoRelationRules *self,
           const char             *word)
{
  char stem[MAX_STEM + 1];

  g_strlcpy (stem, word, sizeof stem);
  for (gsize length = strlen (stem); length >= MIN_STEM; length--)
    {
      const GPtrArray *all;

      stem[length] = '\0';
      all = g_hash_table_lookup (self->stems, stem);
      if (all != NULL)
        return all;
    }

  return NULL;
}

/* *rencontre* is a noun by itself and a verb by its stem. */
static void
join_stems (ApoRelationRules *self)
{
  GHashTableIter iter;
  gpointer word, all;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &word, &all))
    {
      const GPtrArray *more = find_stem (self, word);

      for (guint i = 0; more != NULL && i < more->len; i++)
        g_ptr_array_add (all, g_ptr_array_index (more, i));
    }
}

/**
 * apo_relation_rules_new:
 *
 * Returns: (transfer full) (nullable): the table `relations` of @pack
 */
ApoRelationRules *
apo_relation_rules_new (ApoLanguagePack  *pack,
                        GError          **error)
{
  ApoTable *table = apo_language_pack_get_table (pack, "relations", error);
  ApoRelationRules *self;

  if (table == NULL)
    return NULL;

  self = g_new0 (ApoRelationRules, 1);
  self->triggers = g_ptr_array_new_with_free_func (trigger_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    if (!read_row (self, pack, table, row, error))
      {
        apo_relation_rules_free (self);
        return NULL;
      }
  join_stems (self);

  return self;
}

void
apo_relation_rules_free (ApoRelationRules *rules)
{
  g_hash_table_unref (rules->words);
  g_hash_table_unref (rules->stems);
  g_ptr_array_unref (rules->triggers);
  g_free (rules);
}

/**
 * apo_relation_rules_lookup:
 * @word: folded
 *
 * Returns: (transfer none) (nullable) (element-type ApoTrigger): what the table says of the word, in
 * the order of its rows: as a whole word, then by its longest beginning
 */
const GPtrArray *
apo_relation_rules_lookup (const ApoRelationRules *rules,
                           const char             *word)
{
  const GPtrArray *all = g_hash_table_lookup (rules->words, word);

  return all != NULL ? all : find_stem (rules, word);
}
