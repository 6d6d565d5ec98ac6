/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-match.h"

#include <stdlib.h>
#include <string.h>

/* No number has more words. */
#define MAX_NUMERALS 12

/* The rules on their way over a text; many ask for the number at one place. */
typedef struct {
  const ApoTimeRules *rules;
  const ApoTokens *tokens;
  guint number_at;              /* the token that @number was read from, or %G_MAXUINT */
  guint number_length;          /* in tokens, 0 where there is none */
  int number;
} Walk;

/* The entry of a list that begins at the token, with the number of its tokens, or 0. */
static guint
match_list (GHashTable      *list,
            const ApoTokens *tokens,
            guint            i,
            const char     **value)
{
  GPtrArray *entries = list != NULL
                         ? g_hash_table_lookup (list, apo_tokens_get (tokens, i)->norm) : NULL;

  for (guint e = 0; entries != NULL && e < entries->len; e++)
    {
      const ApoTimeWord *word = g_ptr_array_index (entries, e);
      guint k = 1;

      while (k < word->n_words && i + k < tokens->tokens->len
             && strcmp (apo_tokens_get (tokens, i + k)->norm, word->words[k]) == 0)
        k++;
      if (k == word->n_words)
        {
          *value = word->value;
          return k;
        }
    }

  return 0;
}

/**
 * apo_time_match_lookup:
 *
 * Returns: (nullable): the value of the entry of @list that begins at the token
 */
const char *
apo_time_match_lookup (const ApoTimeRules *rules,
                       const char         *list,
                       const ApoTokens    *tokens,
                       guint               position)
{
  const char *value = NULL;

  if (position >= tokens->tokens->len)
    return NULL;
  match_list (apo_time_rules_get_list (rules, list), tokens, position, &value);

  return value;
}

static int
get_word_value (GHashTable *numerals,
                const char *word)
{
  GPtrArray *entries = numerals != NULL ? g_hash_table_lookup (numerals, word) : NULL;

  return entries != NULL ? atoi (((ApoTimeWord *) g_ptr_array_index (entries, 0))->value) : -1;
}

/* Adds the next word of a number to those before it: quatre-vingt, deux cent, vingt-trois. */
static gboolean
add_numeral (int  value,
             int *total,
             int *current)
{
  if (value == 1000)
    {
      *total += MAX (*current, 1) * 1000;
      *current = 0;
    }
  else if (value == 100 && *current > 1 && *current < 10)
    *current *= 100;
  else if (value == 20 && *current % 100 == 4)
    *current += 76;
  else if (*current == 0 || (value < 10 && *current % 10 == 0)
           || (value < 20 && (*current % 100 == 0 || *current % 100 == 60
                              || *current % 100 == 80))
           || (value < 100 && *current % 100 == 0))
    *current += value;
  else
    return FALSE;

  return TRUE;
}

/* The parts of a hyphenated number; FALSE where one is none. */
static gboolean
add_parts (GHashTable *numerals,
           const char *norm,
           int        *total,
           int        *current)
{
  g_auto (GStrv) parts = NULL;
  int old_total = *total, old_current = *current;

  if (strchr (norm, '-') == NULL)
    {
      int value = get_word_value (numerals, norm);

      return value > 0 && add_numeral (value, total, current);
    }

  parts = g_strsplit (norm, "-", MAX_NUMERALS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      int value = get_word_value (numerals, parts[i]);

      /* the *and* of vingt-et-un is 0 */
      if (value < 0 || (value == 0 && i == 0)
          || (value > 0 && !add_numeral (value, total, current)))
        {
          *total = old_total;
          *current = old_current;
          return FALSE;
        }
    }

  return TRUE;
}

static guint
match_figures (const ApoToken *token,
               int            *number)
{
  guint digits = 0;

  *number = 0;
  for (const char *p = token->norm; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      {
        *number = *number * 10 + (*p - '0');
        if (++digits > 8)
          return 0;
      }
    else if (*p == ',' || *p == '.')
      return 0;

  return 1;
}

static guint
read_number (const ApoTimeRules *rules,
             const ApoTokens    *tokens,
             guint               i,
             int                *number)
{
  GHashTable *numerals = apo_time_rules_get_list (rules, "numeral");
  const char *amount;
  guint n = match_list (apo_time_rules_get_list (rules, "amount"), tokens, i, &amount);
  int total = 0, current = 0;

  if (apo_tokens_get (tokens, i)->kind == APO_TOKEN_NUMBER)
    return match_figures (apo_tokens_get (tokens, i), number);
  if (n > 0)
    {
      *number = atoi (amount);
      return n;
    }

  while (n < MAX_NUMERALS && i + n < tokens->tokens->len
         && apo_tokens_get (tokens, i + n)->kind == APO_TOKEN_WORD
         && add_parts (numerals, apo_tokens_get (tokens, i + n)->norm, &total, &current))
    {
      n++;
      /* vingt et un */
      if (current % 10 == 0 && i + n + 1 < tokens->tokens->len
          && get_word_value (numerals, apo_tokens_get (tokens, i + n)->norm) == 0
          && get_word_value (numerals, apo_tokens_get (tokens, i + n + 1)->norm) == 1)
        n++;
    }

  *number = total + current;

  return n;
}

static guint
match_number (Walk  *walk,
              guint  i,
              int   *number)
{
  if (walk->number_at != i)
    {
      walk->number_at = i;
      walk->number_length = read_number (walk->rules, walk->tokens, i, &walk->number);
    }
  *number = walk->number;

  return walk->number_length;
}

/* « mi-mai », « mi-2011 »: the word without its prefix, which gives the portion. */
static const char *
strip_prefix (const ApoTimeRules *rules,
              const char         *norm,
              const char        **portion)
{
  GHashTable *prefixes = apo_time_rules_get_list (rules, "prefix");
  const char *hyphen = strchr (norm, '-');
  g_autofree char *prefix = NULL;
  GPtrArray *entries;

  if (prefixes == NULL || hyphen == NULL)
    return NULL;

  prefix = g_strndup (norm, hyphen - norm);
  entries = g_hash_table_lookup (prefixes, prefix);
  if (entries == NULL)
    return NULL;

  *portion = ((ApoTimeWord *) g_ptr_array_index (entries, 0))->value;

  return hyphen + 1;
}

static guint
fits_list (const ApoTimeRules *rules,
           const ApoTimeSlot  *slot,
           const ApoTokens    *tokens,
           guint               i,
           ApoTimeMatch       *match)
{
  const char *value = NULL, *portion = NULL;
  guint n = match_list (slot->list, tokens, i, &value);

  if (n == 0)
    {
      const char *rest = strip_prefix (rules, apo_tokens_get (tokens, i)->norm, &portion);
      GPtrArray *entries = rest != NULL ? g_hash_table_lookup (slot->list, rest) : NULL;

      if (entries == NULL || ((ApoTimeWord *) g_ptr_array_index (entries, 0))->n_words > 1)
        return 0;
      value = ((ApoTimeWord *) g_ptr_array_index (entries, 0))->value;
      match->text['x' - 'a'] = portion;
      n = 1;
    }
  if (slot->name != 0)
    {
      match->text[slot->name - 'a'] = value;
      match->number[slot->name - 'a'] = atoi (value);
    }

  return n;
}

static guint
fits_figures (const ApoTimeRules *rules,
              const ApoTimeSlot  *slot,
              const ApoTokens    *tokens,
              guint               i,
              ApoTimeMatch       *match)
{
  static const struct { int low, high; guint digits; } ranges[] = {
    [APO_TIME_SLOT_DAY] = { 1, 31, 2 }, [APO_TIME_SLOT_YEAR] = { 1000, 2199, 4 },
    [APO_TIME_SLOT_SHORT_YEAR] = { 10, 99, 2 }, [APO_TIME_SLOT_HOUR] = { 0, 24, 2 },
    [APO_TIME_SLOT_MINUTE] = { 0, 59, 2 },
  };
  const ApoToken *token = apo_tokens_get (tokens, i);
  const char *norm = token->norm, *portion = NULL;
  gsize length;

  if (slot->kind == APO_TIME_SLOT_DAY && token->kind == APO_TOKEN_WORD)
    {
      const char *word = apo_time_match_lookup (rules, "day-word", tokens, i);

      if (word != NULL && slot->name != 0)
        {
          match->text[slot->name - 'a'] = word;
          match->number[slot->name - 'a'] = atoi (word);
        }
      return word != NULL ? 1 : 0;
    }
  if (slot->kind == APO_TIME_SLOT_YEAR && token->kind == APO_TOKEN_WORD)
    norm = strip_prefix (rules, norm, &portion);
  else if (token->kind != APO_TOKEN_NUMBER)
    return 0;

  length = norm != NULL ? strspn (norm, "0123456789") : 0;
  if (length == 0 || norm[length] != '\0' || length > ranges[slot->kind].digits
      || atoi (norm) < ranges[slot->kind].low || atoi (norm) > ranges[slot->kind].high
      || (slot->kind == APO_TIME_SLOT_MINUTE && length != 2))
    return 0;

  if (portion != NULL)
    match->text['x' - 'a'] = portion;
  if (slot->name != 0)
    {
      match->text[slot->name - 'a'] = norm;
      match->number[slot->name - 'a'] = atoi (norm);
    }

  return 1;
}

/**
 * apo_time_match_is_noun:
 *
 * Returns: whether the token is a noun or an adjective, or can be one where no tagger read it
 */
gboolean
apo_time_match_is_noun (const ApoTimeRules *rules,
                        const ApoToken     *token)
{
  if (token->kind != APO_TOKEN_WORD || (token->flags & APO_TOKEN_CAPITAL))
    return FALSE;
  if (token->pos != APO_POS_NONE)
    return token->pos == APO_POS_NOUN || token->pos == APO_POS_ADJ;

  return !(token->classes & rules->function);
}

/* Returns: how many tokens from @i on the slot takes, 0 where it does not fit. */
static guint
fits (Walk              *walk,
      const ApoTimeSlot *slot,
      guint              i,
      ApoTimeMatch      *match)
{
  const ApoToken *token = apo_tokens_get (walk->tokens, i);
  int number = 0;
  guint n;

  switch (slot->kind)
    {
    case APO_TIME_SLOT_WORD:
      return g_strv_contains ((const char * const *) slot->words, token->norm) ? 1 : 0;

    case APO_TIME_SLOT_LIST:
      return fits_list (walk->rules, slot, walk->tokens, i, match);

    case APO_TIME_SLOT_NOUN:
      return apo_time_match_is_noun (walk->rules, token) ? 1 : 0;

    case APO_TIME_SLOT_NUMBER:
      n = match_number (walk, i, &number);
      if (n > 0 && slot->name != 0)
        {
          match->text[slot->name - 'a'] = token->norm;
          match->number[slot->name - 'a'] = number;
        }
      return n;

    case APO_TIME_SLOT_DAY:
    case APO_TIME_SLOT_YEAR:
    case APO_TIME_SLOT_SHORT_YEAR:
    case APO_TIME_SLOT_HOUR:
    case APO_TIME_SLOT_MINUTE:
    default:
      return fits_figures (walk->rules, slot, walk->tokens, i, match);
    }
}

/* Backtracks only over optional slots; rules are short. */
static gboolean
match_from (Walk              *walk,
            const ApoTimeRule *rule,
            guint              slot_number,
            guint              i,
            ApoTimeMatch      *match)
{
  const ApoTokens *tokens = walk->tokens;
  const ApoTimeSlot *slot;
  const char *portion = match->text['x' - 'a'];
  guint n = 0;

  if (slot_number == rule->slots->len)
    return match->tokens.end > match->tokens.start;

  slot = &g_array_index (rule->slots, ApoTimeSlot, slot_number);

  if (i < tokens->tokens->len
      && (i == match->tokens.start || !(apo_tokens_get (tokens, i)->flags & APO_TOKEN_PARAGRAPH)))
    {
      n = fits (walk, slot, i, match);
      if (n > 0 && slot->absent)
        return FALSE;
      if (n > 0)
        {
          guint end = match->tokens.end;

          if (slot->place == APO_TIME_PLACE_INSIDE)
            match->tokens.end = i + n;
          if (match_from (walk, rule, slot_number + 1, i + n, match))
            return TRUE;
          match->tokens.end = end;
          if (slot->name != 0)
            {
              match->text[slot->name - 'a'] = NULL;
              match->number[slot->name - 'a'] = 0;
            }
          match->text['x' - 'a'] = portion;
        }
    }

  return (slot->optional || slot->absent)
         && match_from (walk, rule, slot_number + 1, i, match);
}

/* What must stand before the expression, from its first token backwards. */
static gboolean
match_before (Walk              *walk,
              const ApoTimeRule *rule,
              ApoTimeMatch      *match)
{
  const ApoTokens *tokens = walk->tokens;
  guint i = match->tokens.start;

  for (guint k = rule->n_before; k-- > 0;)
    {
      const ApoTimeSlot *slot = &g_array_index (rule->slots, ApoTimeSlot, k);
      gboolean there = i > 0 && !(apo_tokens_get (tokens, i)->flags & APO_TOKEN_PARAGRAPH)
                       && fits (walk, slot, i - 1, match) > 0;

      if (there == slot->absent && !slot->optional)
        return FALSE;
      if (there)
        i--;
    }

  return TRUE;
}

static void
try_rules (Walk                *walk,
           const GArray        *numbers,
           guint                position,
           ApoTimeMatch        *best,
           const ApoTimeRule  **found)
{
  for (guint k = 0; numbers != NULL && k < numbers->len; k++)
    {
      const ApoTimeRule *rule = g_ptr_array_index (walk->rules->rules,
                                                   g_array_index (numbers, guint, k));
      ApoTimeMatch match;

      memset (&match, 0, sizeof match);
      match.tokens.start = position;
      if (match_before (walk, rule, &match)
          && match_from (walk, rule, rule->n_before, position, &match)
          && (match.tokens.end > best->tokens.end
              || (match.tokens.end == best->tokens.end && *found != NULL
                  && g_array_index (numbers, guint, k) < best->rule)))
        {
          match.rule = g_array_index (numbers, guint, k);
          *best = match;
          *found = rule;
        }
    }
}

/**
 * apo_time_match_find:
 * @match: (out): the tokens and values of the match
 *
 * Returns: (nullable): the rule that takes the most tokens from @position on, the first of equals
 */
const ApoTimeRule *
apo_time_match_find (const ApoTimeRules *rules,
                     const ApoTokens    *tokens,
                     guint               position,
                     ApoTimeMatch       *match)
{
  const ApoToken *token = apo_tokens_get (tokens, position);
  const char *hyphen = strchr (token->norm, '-');
  const ApoTimeRule *found = NULL;
  Walk walk = { rules, tokens, G_MAXUINT, 0, 0 };

  memset (match, 0, sizeof *match);
  try_rules (&walk, g_hash_table_lookup (rules->by_word, token->norm), position, match, &found);
  if (token->kind == APO_TOKEN_NUMBER)
    try_rules (&walk, rules->open, position, match, &found);
  else if (hyphen != NULL && hyphen > token->norm)
    {
      /* vingt-cinq, mi-mai */
      g_autofree char *first = g_strndup (token->norm, hyphen - token->norm);

      try_rules (&walk, g_hash_table_lookup (rules->by_word, first), position, match, &found);
    }

  return found;
}
