/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A row with more parts in brackets than this would stand for too many rules. */
#define MAX_BRACKETS 6

static void
rule_free (gpointer data)
{
  ApoTimeRule *rule = data;

  for (guint i = 0; i < rule->slots->len; i++)
    g_strfreev (g_array_index (rule->slots, ApoTimeSlot, i).words);
  g_array_unref (rule->slots);
  g_strfreev (rule->operation);
  g_free (rule);
}

static void
word_free (gpointer data)
{
  ApoTimeWord *word = data;

  g_strfreev (word->words);
  g_free (word);
}

/* Entries that begin alike stand by length, the longest first. */
static void
add_word (GHashTable *list,
          const char *text,
          const char *value)
{
  ApoTimeWord *word = g_new0 (ApoTimeWord, 1);
  GPtrArray *entries;
  guint k = 0;

  word->words = g_strsplit (text, "_", -1);
  word->n_words = g_strv_length (word->words);
  word->value = value;

  entries = g_hash_table_lookup (list, word->words[0]);
  if (entries == NULL)
    {
      entries = g_ptr_array_new_with_free_func (word_free);
      g_hash_table_insert (list, g_strdup (word->words[0]), entries);
    }
  while (k < entries->len
         && ((ApoTimeWord *) g_ptr_array_index (entries, k))->n_words >= word->n_words)
    k++;
  g_ptr_array_insert (entries, k, word);
}

static gboolean
read_lists (ApoTimeRules  *self,
            ApoTable      *table,
            GError       **error)
{
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    {
      const char *name = apo_table_get (table, row, 0);
      g_auto (GStrv) words = NULL;
      GHashTable *list = g_hash_table_lookup (self->lists, name);

      if (!apo_table_require (table, row, 3, error))
        return FALSE;

      if (list == NULL)
        {
          list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
          g_hash_table_insert (self->lists, (gpointer) name, list);
        }

      words = g_strsplit (apo_table_get (table, row, 2), " ", -1);
      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
          add_word (list, words[i], apo_table_get (table, row, 1));
    }

  return TRUE;
}

/* Takes the marks around a slot off: `?` behind it, `(…)` and `!(…)` for what stands outside. */
static char *
strip_marks (const char  *spec,
             ApoTimeSlot *slot,
             gboolean    *outside)
{
  gsize length = strlen (spec);

  if (length > 1 && spec[length - 1] == '?')
    {
      slot->optional = TRUE;
      length--;
    }
  if (length > 3 && spec[0] == '!' && spec[1] == '(')
    {
      slot->absent = TRUE;
      spec++;
      length--;
    }
  *outside = length > 2 && spec[0] == '(' && spec[length - 1] == ')';

  return *outside ? g_strndup (spec + 1, length - 2) : g_strndup (spec, length);
}

/* `<list:letter>`, `<list>` without a value, `a|b`. */
static gboolean
read_slot (ApoTimeRules *self,
           const char   *spec,
           ApoTimeSlot  *slot,
           gboolean     *outside)
{
  static const struct { const char *name; ApoTimeSlotKind kind; } kinds[] = {
    { "day", APO_TIME_SLOT_DAY }, { "year", APO_TIME_SLOT_YEAR },
    { "short-year", APO_TIME_SLOT_SHORT_YEAR }, { "hour", APO_TIME_SLOT_HOUR },
    { "minute", APO_TIME_SLOT_MINUTE }, { "number", APO_TIME_SLOT_NUMBER },
    { "noun", APO_TIME_SLOT_NOUN },
  };
  g_autofree char *body = strip_marks (spec, slot, outside);
  gsize length = strlen (body);
  char *colon;

  if (length < 3 || body[0] != '<' || body[length - 1] != '>')
    {
      slot->words = g_strsplit (body, "|", -1);
      return length > 0;
    }

  body[length - 1] = '\0';
  colon = strchr (body, ':');
  if (colon != NULL)
    {
      if (!g_ascii_islower (colon[1]) || colon[2] != '\0')
        return FALSE;
      slot->name = (guint) colon[1];
      *colon = '\0';
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, body + 1) == 0)
      {
        slot->kind = kinds[i].kind;
        return TRUE;
      }

  slot->kind = APO_TIME_SLOT_LIST;
  slot->list = g_hash_table_lookup (self->lists, body + 1);

  return slot->list != NULL;
}

static void
index_word (ApoTimeRules *self,
            const char   *word,
            guint         rule)
{
  GArray *rules = g_hash_table_lookup (self->by_word, word);

  if (rules == NULL)
    {
      rules = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_word, g_strdup (word), rules);
    }
  if (rules->len == 0 || g_array_index (rules, guint, rules->len - 1) != rule)
    g_array_append_val (rules, rule);
}

static void
index_list (ApoTimeRules *self,
            GHashTable   *list,
            guint         rule)
{
  GHashTableIter iter;
  gpointer word;

  if (list == NULL)
    return;

  g_hash_table_iter_init (&iter, list);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    index_word (self, word, rule);
}

/* Under which first words a rule is to be tried: those of its slots up to the first that must
 * be. */
static void
index_rule (ApoTimeRules *self,
            guint         number)
{
  const ApoTimeRule *rule = g_ptr_array_index (self->rules, number);

  for (guint i = rule->n_before; i < rule->slots->len; i++)
    {
      const ApoTimeSlot *slot = &g_array_index (rule->slots, ApoTimeSlot, i);

      if (slot->kind == APO_TIME_SLOT_WORD)
        for (guint k = 0; slot->words[k] != NULL; k++)
          index_word (self, slot->words[k], number);
      else if (slot->kind == APO_TIME_SLOT_LIST)
        index_list (self, slot->list, number);
      else if (slot->kind == APO_TIME_SLOT_NUMBER)
        {
          index_list (self, apo_time_rules_get_list (self, "numeral"), number);
          index_list (self, apo_time_rules_get_list (self, "amount"), number);
        }
      else if (slot->kind == APO_TIME_SLOT_DAY)
        index_list (self, apo_time_rules_get_list (self, "day-word"), number);

      if (slot->kind >= APO_TIME_SLOT_NUMBER
          && (self->open->len == 0
              || g_array_index (self->open, guint, self->open->len - 1) != number))
        g_array_append_val (self->open, number);

      if (slot->kind == APO_TIME_SLOT_LIST || slot->kind == APO_TIME_SLOT_YEAR)
        index_list (self, apo_time_rules_get_list (self, "prefix"), number);

      if (!slot->optional)
        return;
    }
}

/* Reads the slots of a pattern without brackets; they go before, inside, after. */
static gboolean
read_slots (ApoTimeRules *self,
            ApoTimeRule  *rule,
            GPtrArray    *specs)
{
  gboolean inside = FALSE, after = FALSE;

  for (guint i = 0; i < specs->len; i++)
    {
      ApoTimeSlot slot = { 0 };
      gboolean outside = FALSE;
      gboolean valid = read_slot (self, g_ptr_array_index (specs, i), &slot, &outside);

      if (outside)
        {
          slot.place = inside ? APO_TIME_PLACE_AFTER : APO_TIME_PLACE_BEFORE;
          after = inside;
          rule->n_before += inside ? 0 : 1;
        }
      else
        {
          valid = valid && !after && !slot.absent;
          inside = TRUE;
        }

      g_array_append_val (rule->slots, slot);
      if (!valid)
        return FALSE;
    }

  return inside;
}

static gboolean
add_rule (ApoTimeRules *self,
          GPtrArray    *specs,
          ApoTimeType   type,
          const char   *operation)
{
  ApoTimeRule *rule = g_new0 (ApoTimeRule, 1);

  rule->slots = g_array_new (FALSE, TRUE, sizeof (ApoTimeSlot));
  rule->type = type;
  rule->operation = g_strsplit (operation, " ", -1);
  g_ptr_array_add (self->rules, rule);

  if (!read_slots (self, rule, specs))
    return FALSE;

  index_rule (self, self->rules->len - 1);

  return TRUE;
}

/* The specs of the pattern with and without each of its `[ … ]`, by the bits of @without. */
static GPtrArray *
choose_specs (char  **specs,
              guint   without,
              guint  *n_brackets)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gboolean skip = FALSE;

  *n_brackets = 0;
  for (guint i = 0; specs[i] != NULL; i++)
    {
      if (strcmp (specs[i], "[") == 0)
        skip = (without >> (*n_brackets)++) & 1;
      else if (strcmp (specs[i], "]") == 0)
        skip = FALSE;
      else if (!skip)
        g_ptr_array_add (chosen, specs[i]);
    }

  return chosen;
}

static gboolean
read_rule (ApoTimeRules  *self,
           ApoTable      *table,
           guint          row,
           GError       **error)
{
  g_auto (GStrv) specs = g_strsplit (apo_table_get (table, row, 0), " ", -1);
  guint n_brackets = 0;
  int type;

  if (!apo_table_require (table, row, 4, error))
    return FALSE;
  if (!apo_enum_from_nick (APO_TYPE_TIME_TYPE, apo_table_get (table, row, 1), &type))
    {
      apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
      return FALSE;
    }

  for (guint without = 0; without == 0 || without < 1u << n_brackets; without++)
    {
      g_autoptr (GPtrArray) chosen = choose_specs (specs, without, &n_brackets);

      if (n_brackets > MAX_BRACKETS
          || !add_rule (self, chosen, type, apo_table_get (table, row, 2)))
        {
          apo_table_set_error (table, row, error, _("a part of the pattern is unknown"));
          return FALSE;
        }
    }

  return TRUE;
}

static ApoWordClasses
get_function_words (ApoLanguagePack *pack)
{
  static const char * const names[] = {
    "determiner", "preposition", "contracted", "subject", "clitic", "negation", "negator", "that",
    "relative", "coordination", "subordination", "adverb",
  };
  ApoWordClasses classes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    classes |= apo_language_pack_get_class (pack, names[i]);

  return classes;
}

ApoTimeRules *
apo_time_rules_new (ApoLanguagePack  *pack,
                    GError          **error)
{
  ApoTable *words = apo_language_pack_get_table (pack, "time-words", error);
  ApoTable *rules = words != NULL ? apo_language_pack_get_table (pack, "times", error) : NULL;
  ApoTimeRules *self;

  if (rules == NULL)
    return NULL;

  self = g_new0 (ApoTimeRules, 1);
  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  self->open = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                       (GDestroyNotify) g_hash_table_unref);
  self->function = get_function_words (pack);

  if (read_lists (self, words, error))
    {
      guint row = 0;

      while (row < apo_table_get_n_rows (rules) && read_rule (self, rules, row, error))
        row++;
      if (row == apo_table_get_n_rows (rules))
        return self;
    }

  apo_time_rules_free (self);

  return NULL;
}

void
apo_time_rules_free (ApoTimeRules *rules)
{
  g_ptr_array_unref (rules->rules);
  g_hash_table_unref (rules->by_word);
  g_array_unref (rules->open);
  g_hash_table_unref (rules->lists);
  g_free (rules);
}

/**
 * apo_time_rules_get_list:
 *
 * Returns: (nullable) (transfer none) (element-type utf8 GPtrArray): the entries of a list by their
 *   first words
 */
GHashTable *
apo_time_rules_get_list (const ApoTimeRules *rules,
                         const char         *name)
{
  return g_hash_table_lookup (rules->lists, name);
}
