/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-rules.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

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

static gboolean
read_lists (ApoTimeRules  *self,
            ApoTable      *table,
            GError       **error)
{
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    {
      const char *name = apo_table_get (table, row, 0);
      g_auto (GStrv) words = g_strsplit (apo_table_get (table, row, 2), " ", -1);
      GHashTable *list = g_hash_table_lookup (self->lists, name);

      if (!apo_table_require (table, row, 3, error))
        return FALSE;

      if (list == NULL)
        {
          list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_hash_table_insert (self->lists, (gpointer) name, list);
        }

      for (guint i = 0; words[i] != NULL; i++)
        if (words[i][0] != '\0')
          g_hash_table_insert (list, g_strdup (words[i]), (gpointer) apo_table_get (table, row, 1));
    }

  return TRUE;
}

/* `<list:letter>`, `<list>` with the letter of its name, `a|b`, each with `?`; `(…)` is outside. */
static gboolean
read_slot (ApoTimeRules *self,
           const char   *spec,
           ApoTimeSlot  *slot)
{
  static const struct { const char *name; ApoTimeSlotKind kind; } kinds[] = {
    { "day", APO_TIME_SLOT_DAY }, { "year", APO_TIME_SLOT_YEAR },
    { "short-year", APO_TIME_SLOT_SHORT_YEAR }, { "hour", APO_TIME_SLOT_HOUR },
    { "minute", APO_TIME_SLOT_MINUTE }, { "number", APO_TIME_SLOT_NUMBER },
  };
  g_autofree char *body = g_strdup (spec);
  gsize length = strlen (body);
  char *colon;

  if (length > 1 && body[length - 1] == '?')
    {
      slot->optional = TRUE;
      body[--length] = '\0';
    }
  if (length > 2 && body[0] == '(' && body[length - 1] == ')')
    {
      slot->outside = TRUE;
      body[length - 1] = '\0';
      memmove (body, body + 1, length - 1);
      length -= 2;
    }
  if (length < 3 || body[0] != '<' || body[length - 1] != '>')
    {
      slot->words = g_strsplit (body, "|", -1);
      return length > 0;
    }

  body[length - 1] = '\0';
  colon = strchr (body, ':');
  slot->name = colon != NULL ? (guint) colon[1] & 127 : (guint) body[1] & 127;
  if (colon != NULL)
    *colon = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, body + 1) == 0)
      {
        slot->kind = kinds[i].kind;
        return TRUE;
      }

  {
    gpointer key;

    slot->kind = APO_TIME_SLOT_LIST;
    if (!g_hash_table_lookup_extended (self->lists, body + 1, &key, NULL))
      return FALSE;
    slot->list = key;
  }

  return TRUE;
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

/* Under which first words a rule is to be tried: those of its slots up to the first that must
 * be. */
static void
index_rule (ApoTimeRules *self,
            guint         number)
{
  const ApoTimeRule *rule = g_ptr_array_index (self->rules, number);

  for (guint i = 0; i < rule->slots->len; i++)
    {
      const ApoTimeSlot *slot = &g_array_index (rule->slots, ApoTimeSlot, i);

      if (slot->kind == APO_TIME_SLOT_WORD)
        for (guint k = 0; slot->words[k] != NULL; k++)
          index_word (self, slot->words[k], number);
      else if (slot->kind == APO_TIME_SLOT_LIST || slot->kind == APO_TIME_SLOT_NUMBER)
        {
          GHashTable *list = g_hash_table_lookup (self->lists, slot->kind == APO_TIME_SLOT_LIST
                                                                 ? slot->list : "numeral");
          GHashTableIter iter;
          gpointer word;

          if (list != NULL)
            {
              g_hash_table_iter_init (&iter, list);
              while (g_hash_table_iter_next (&iter, &word, NULL))
                index_word (self, word, number);
            }
        }

      if (slot->kind > APO_TIME_SLOT_LIST
          && (self->open->len == 0
              || g_array_index (self->open, guint, self->open->len - 1) != number))
        g_array_append_val (self->open, number);

      if (!slot->optional)
        return;
    }
}

static gboolean
read_rule (ApoTimeRules  *self,
           ApoTable      *table,
           guint          row,
           GError       **error)
{
  g_auto (GStrv) specs = g_strsplit (apo_table_get (table, row, 0), " ", -1);
  ApoTimeRule *rule;
  int type;

  if (!apo_table_require (table, row, 4, error))
    return FALSE;
  if (!apo_enum_from_nick (APO_TYPE_TIME_TYPE, apo_table_get (table, row, 1), &type))
    {
      apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
      return FALSE;
    }

  rule = g_new0 (ApoTimeRule, 1);
  rule->slots = g_array_new (FALSE, TRUE, sizeof (ApoTimeSlot));
  rule->type = type;
  rule->operation = g_strsplit (apo_table_get (table, row, 2), " ", -1);
  g_ptr_array_add (self->rules, rule);

  for (guint i = 0; specs[i] != NULL; i++)
    {
      ApoTimeSlot slot = { 0 };
      gboolean valid = read_slot (self, specs[i], &slot);

      g_array_append_val (rule->slots, slot);
      if (!valid)
        {
          apo_table_set_error (table, row, error, _("a part of the pattern is unknown"));
          return FALSE;
        }
    }

  index_rule (self, self->rules->len - 1);

  return TRUE;
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

static gboolean
get_number (const ApoTimeRules *rules,
            const ApoToken     *token,
            int                *number)
{
  GHashTable *list;
  const char *value;

  if (token->kind == APO_TOKEN_NUMBER)
    {
      if (strlen (token->norm) > 9 || strpbrk (token->norm, ",.") != NULL)
        return FALSE;
      *number = atoi (token->norm);
      return TRUE;
    }

  list = g_hash_table_lookup (rules->lists, "numeral");
  value = list != NULL ? g_hash_table_lookup (list, token->norm) : NULL;
  if (value == NULL)
    return FALSE;

  *number = atoi (value);

  return TRUE;
}

static gboolean
fits (const ApoTimeRules *rules,
      const ApoTimeSlot  *slot,
      const ApoToken     *token,
      ApoTimeMatch       *match)
{
  static const struct { int low, high; guint digits; } ranges[] = {
    [APO_TIME_SLOT_DAY] = { 1, 31, 2 }, [APO_TIME_SLOT_YEAR] = { 1000, 2199, 4 },
    [APO_TIME_SLOT_SHORT_YEAR] = { 10, 99, 2 }, [APO_TIME_SLOT_HOUR] = { 0, 24, 2 },
    [APO_TIME_SLOT_MINUTE] = { 0, 59, 2 },
  };
  int number = 0;

  switch (slot->kind)
    {
    case APO_TIME_SLOT_WORD:
      return g_strv_contains ((const char * const *) slot->words, token->norm);

    case APO_TIME_SLOT_LIST:
      {
        const char *value = g_hash_table_lookup (g_hash_table_lookup (rules->lists, slot->list),
                                                 token->norm);

        if (value != NULL)
          {
            match->text[slot->name] = value;
            match->number[slot->name] = atoi (value);
          }
        return value != NULL;
      }

    case APO_TIME_SLOT_NUMBER:
      if (!get_number (rules, token, &number))
        return FALSE;
      break;

    case APO_TIME_SLOT_DAY:
    case APO_TIME_SLOT_YEAR:
    case APO_TIME_SLOT_SHORT_YEAR:
    case APO_TIME_SLOT_HOUR:
    case APO_TIME_SLOT_MINUTE:
    default:
      if (token->kind != APO_TOKEN_NUMBER || !get_number (rules, token, &number)
          || strlen (token->norm) > ranges[slot->kind].digits
          || number < ranges[slot->kind].low || number > ranges[slot->kind].high
          || (slot->kind == APO_TIME_SLOT_MINUTE && strlen (token->norm) != 2))
        return FALSE;
    }

  match->number[slot->name] = number;
  match->text[slot->name] = token->norm;

  return TRUE;
}

/* Backtracks only over optional slots; rules are short. */
static gboolean
match_from (const ApoTimeRules *rules,
            const ApoTimeRule  *rule,
            guint               slot_number,
            const ApoTokens    *tokens,
            guint               i,
            ApoTimeMatch       *match)
{
  const ApoTimeSlot *slot;

  if (slot_number == rule->slots->len)
    return match->tokens.end > match->tokens.start;

  slot = &g_array_index (rule->slots, ApoTimeSlot, slot_number);

  if (i < tokens->tokens->len
      && (i == match->tokens.start || !(apo_tokens_get (tokens, i)->flags & APO_TOKEN_PARAGRAPH)))
    {
      ApoTimeMatch saved = *match;

      if (fits (rules, slot, apo_tokens_get (tokens, i), match))
        {
          if (slot->outside && match->tokens.end == 0)
            match->tokens.start = i + 1;
          else if (!slot->outside)
            match->tokens.end = i + 1;
          if (match_from (rules, rule, slot_number + 1, tokens, i + 1, match))
            return TRUE;
        }
      *match = saved;
    }

  return slot->optional && match_from (rules, rule, slot_number + 1, tokens, i, match);
}

static void
try_rules (const ApoTimeRules  *rules,
           const GArray        *numbers,
           const ApoTokens     *tokens,
           guint                position,
           ApoTimeMatch        *best,
           const ApoTimeRule  **found)
{
  for (guint k = 0; numbers != NULL && k < numbers->len; k++)
    {
      const ApoTimeRule *rule = g_ptr_array_index (rules->rules,
                                                   g_array_index (numbers, guint, k));
      ApoTimeMatch match;

      memset (&match, 0, sizeof match);
      match.tokens.start = position;
      if (match_from (rules, rule, 0, tokens, position, &match)
          && match.tokens.end > best->tokens.end)
        {
          *best = match;
          *found = rule;
        }
    }
}

/**
 * apo_time_rules_match:
 * @match: (out): the tokens and values of the match
 *
 * Returns: (nullable): the rule that takes the most tokens from @position on, the first of equals
 */
const ApoTimeRule *
apo_time_rules_match (const ApoTimeRules *rules,
                      const ApoTokens    *tokens,
                      guint               position,
                      ApoTimeMatch       *match)
{
  const ApoToken *token = apo_tokens_get (tokens, position);
  const ApoTimeRule *found = NULL;

  memset (match, 0, sizeof *match);
  try_rules (rules, g_hash_table_lookup (rules->by_word, token->norm), tokens, position, match,
             &found);
  if (token->kind == APO_TOKEN_NUMBER)
    try_rules (rules, rules->open, tokens, position, match, &found);

  return found;
}
