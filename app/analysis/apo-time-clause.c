/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-clause.h"

#include <string.h>

#include "apo-time-match.h"

/* A verb farther off than this says nothing of a time. */
#define MAX_DISTANCE 24
/* So many tokens may stand between an auxiliary and what it goes with. */
#define MAX_GROUP 4

#define APO_VERB_ANY (APO_VERB_FINITE | APO_VERB_PARTICIPLE | APO_VERB_INFINITIVE)

/* What the tagger says, or all that the word can be where it did not read the sentence. */
static guint
get_forms (const ApoReading *reading,
           guint             i)
{
  const ApoToken *token = apo_reading_get (reading, i);
  guint forms = apo_verb_reading_collect (token->verb);

  if (token->pos != APO_POS_NONE)
    return token->form & APO_VERB_ANY;

  if (token->kind != APO_TOKEN_WORD
      || ((token->flags & APO_TOKEN_CAPITAL) && !(token->flags & APO_TOKEN_FIRST)))
    return 0;
  if (apo_reading_is_finite (reading, i))
    return forms;

  return forms & ~APO_VERB_FINITE & APO_VERB_ANY;
}

static gboolean
is_in_list (const ApoReading *reading,
            const char       *list,
            guint             i)
{
  return apo_time_match_lookup (reading->rules->times, list, reading->tokens, i) != NULL;
}

/* Whoever reports in the present speaks of what was said: « déclare-t-il lundi ». */
static gboolean
is_saying (const ApoReading *reading,
           guint             i)
{
  for (const ApoVerbReading *verb = apo_reading_get (reading, i)->verb; verb != NULL;
       verb = verb->next)
    if (g_hash_table_contains (reading->rules->cues, verb->lemma))
      return TRUE;

  return FALSE;
}

static gboolean
is_auxiliary (const ApoReading *reading,
              guint             i,
              ApoWordClasses    classes)
{
  for (const ApoVerbReading *verb = apo_reading_get (reading, i)->verb; verb != NULL;
       verb = verb->next)
    if (apo_language_pack_get_classes (reading->rules->pack, verb->lemma) & classes)
      return TRUE;

  return FALSE;
}

/* A participle, or a word that is not known and ends like one. */
static gboolean
is_participle (const ApoReading *reading,
               guint             i)
{
  const ApoToken *token = apo_reading_get (reading, i);
  GHashTable *endings = apo_time_rules_get_list (reading->rules->times, "participle-ending");
  glong length = g_utf8_strlen (token->norm, -1);

  if (token->verb != NULL || token->pos != APO_POS_NONE)
    return (get_forms (reading, i) & APO_VERB_PARTICIPLE) != 0;

  for (glong n = 1; endings != NULL && n <= 3 && n + 2 < length; n++)
    if (g_hash_table_contains (endings, g_utf8_offset_to_pointer (token->norm, length - n)))
      return apo_time_match_is_noun (reading->rules->times, token);

  return FALSE;
}

/* An auxiliary in the present: « a ouvert », « se sont réunis », but « est prévu ». */
static ApoTense
get_auxiliary_tense (const ApoReading *reading,
                     ApoSpan           sentence,
                     guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  if (is_auxiliary (reading, i, is->auxiliary)
      || (i > sentence.start && is_in_list (reading, "reflexive", i - 1)))
    return APO_TENSE_PAST;

  for (guint k = i + 1; k < sentence.end && k - i < MAX_GROUP; k++)
    if (is_in_list (reading, "planned", k))
      return APO_TENSE_FUTURE;
    else if (is_participle (reading, k))
      return APO_TENSE_STATE;

  return APO_TENSE_PRESENT;
}

static ApoTense
get_finite_tense (const ApoReading *reading,
                  ApoSpan           sentence,
                  guint             i,
                  guint             forms)
{
  const ApoClasses *is = &reading->rules->is;

  if (forms & (APO_VERB_FUTURE | APO_VERB_CONDITIONAL))
    return APO_TENSE_FUTURE;
  if (forms & APO_VERB_PRESENT)
    {
      if (forms & APO_VERB_PAST)
        return APO_TENSE_PAST;
      if (is_saying (reading, i))
        return APO_TENSE_STATE;
      if (is_auxiliary (reading, i, is->auxiliary | is->passive))
        return get_auxiliary_tense (reading, sentence, i);
      return APO_TENSE_PRESENT;
    }
  if (forms & (APO_VERB_PAST | APO_VERB_IMPERFECT))
    return APO_TENSE_PAST;

  return APO_TENSE_NONE;
}

/* A participle or an infinitive has its tense from the verb before it. */
static ApoTense
get_group_tense (const ApoReading *reading,
                 ApoSpan           sentence,
                 guint             i,
                 guint             forms)
{
  gboolean planned = is_in_list (reading, "planned", i);

  for (guint k = i; k > sentence.start && i - k < MAX_GROUP;)
    {
      guint before;

      k--;
      if (apo_reading_get (reading, k)->kind == APO_TOKEN_PUNCTUATION)
        break;
      if (is_in_list (reading, "prospective", k))
        return (forms & APO_VERB_INFINITIVE) ? APO_TENSE_FUTURE : APO_TENSE_NONE;

      before = get_forms (reading, k);
      if (before & (APO_VERB_FUTURE | APO_VERB_CONDITIONAL))
        return APO_TENSE_FUTURE;
      if (before & APO_VERB_FINITE)
        {
          ApoTense tense = get_finite_tense (reading, sentence, k, before);

          if (forms & APO_VERB_PARTICIPLE)
            return tense == APO_TENSE_FUTURE || tense == APO_TENSE_STATE ? tense : APO_TENSE_PAST;
          return tense;
        }
    }

  if (forms & APO_VERB_PARTICIPLE)
    return planned ? APO_TENSE_FUTURE : APO_TENSE_PAST;

  return APO_TENSE_NONE;
}

static ApoTense
get_tense (const ApoReading *reading,
           ApoSpan           sentence,
           guint             i)
{
  guint forms = get_forms (reading, i);

  if (forms == 0)
    return APO_TENSE_NONE;
  if ((forms & APO_VERB_FINITE) && is_in_list (reading, "prospective", i))
    return APO_TENSE_FUTURE;
  if (forms & APO_VERB_FINITE)
    return get_finite_tense (reading, sentence, i, forms);

  return get_group_tense (reading, sentence, i, forms);
}

/* What parts two clauses. */
static guint
get_barrier (const ApoReading *reading,
             guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  if (apo_reading_is_mark (reading, i, ";:«»\"“”()"))
    return 3;
  if (apo_reading_is_mark (reading, i, ","))
    return 1;

  return apo_reading_is (reading, i, is->that | is->relative | is->subordination) ? 2 : 0;
}

/**
 * apo_time_clause_get_tense:
 * @time: tokens of a time expression
 *
 * Looks for the verb it goes with: the nearest of its sentence, where commas and the words that
 * begin a clause count as distance; of equals the one before it.
 *
 * Returns: its tense
 */
ApoTense
apo_time_clause_get_tense (const ApoReading *reading,
                           ApoSpan           time)
{
  ApoSpan sentence = apo_reading_get_sentence (reading, time.start);
  ApoTense left = APO_TENSE_NONE, right = APO_TENSE_NONE;
  guint left_cost = 0, right_cost = 0;

  /* « le recensement de mars »: it goes with a noun */
  if (time.start > sentence.start
      && apo_reading_is (reading, time.start - 1, reading->rules->is.of))
    return APO_TENSE_NONE;

  for (guint i = time.start; left == APO_TENSE_NONE && i > sentence.start
       && time.start - i < MAX_DISTANCE;)
    {
      i--;
      left_cost += get_barrier (reading, i);
      left = get_tense (reading, sentence, i);
    }
  for (guint i = time.end; right == APO_TENSE_NONE && i < sentence.end
       && i - time.end < MAX_DISTANCE; i++)
    {
      right_cost += get_barrier (reading, i);
      right = get_tense (reading, sentence, i);
    }

  if (left == APO_TENSE_NONE)
    return right;
  if (right == APO_TENSE_NONE || left_cost <= right_cost)
    return left;

  return right;
}
