/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reading.h"

#include <string.h>

ApoReading *
apo_reading_new (ApoText        *text,
                 const ApoRules *rules,
                 ApoFindings    *findings,
                 ApoDay          date)
{
  ApoReading *self = g_new0 (ApoReading, 1);
  guint n;

  self->text = apo_text_ref (text);
  self->rules = rules;
  self->tokens = apo_tokens_new (text, rules->pack);
  self->findings = findings;
  self->date = date;
  self->names = g_array_new (FALSE, FALSE, sizeof (ApoName));
  self->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->traits = g_array_new (FALSE, FALSE, sizeof (guint));
  self->claim_cues = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  self->event_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  n = self->tokens->tokens->len;
  self->name_at = g_new (int, n + 1);
  self->time_at = g_new (int, n + 1);
  self->actor_at = g_new (int, n + 1);
  for (guint i = 0; i <= n; i++)
    self->name_at[i] = self->time_at[i] = self->actor_at[i] = -1;

  return self;
}

void
apo_reading_free (ApoReading *reading)
{
  g_free (reading->name_at);
  g_free (reading->time_at);
  g_free (reading->actor_at);
  g_array_unref (reading->traits);
  g_hash_table_unref (reading->called);
  g_array_unref (reading->names);
  g_array_unref (reading->claim_cues);
  g_hash_table_unref (reading->event_keys);
  apo_tokens_free (reading->tokens);
  apo_text_unref (reading->text);
  g_free (reading);
}

/**
 * apo_reading_is_mark:
 * @marks: some marks of punctuation, one after the other
 *
 * Returns: whether the token is one of them
 */
gboolean
apo_reading_is_mark (const ApoReading *reading,
                     guint             i,
                     const char       *marks)
{
  const ApoToken *token;

  if (i >= reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (reading, i);

  return token->kind == APO_TOKEN_PUNCTUATION && strstr (marks, token->norm) != NULL;
}

/**
 * apo_reading_get_span:
 * @tokens: a stretch of tokens that is not empty
 *
 * Returns: the same stretch in code points
 */
ApoSpan
apo_reading_get_span (const ApoReading *reading,
                      ApoSpan           tokens)
{
  return APO_SPAN (apo_reading_get (reading, tokens.start)->span.start,
                   apo_reading_get (reading, tokens.end - 1)->span.end);
}

char *
apo_reading_dup_text (const ApoReading *reading,
                      ApoSpan           tokens)
{
  return apo_text_dup_slice (reading->text, apo_reading_get_span (reading, tokens));
}

/**
 * apo_reading_get_sentence:
 *
 * Returns: the tokens of the sentence that @token stands in
 */
ApoSpan
apo_reading_get_sentence (const ApoReading *reading,
                          guint             token)
{
  return g_array_index (reading->tokens->sentences, ApoSpan,
                        apo_reading_get (reading, token)->sentence);
}

static gboolean
is_tagged_finite (const ApoToken *token)
{
  return (token->pos == APO_POS_VERB || token->pos == APO_POS_AUX)
         && (token->form & APO_VERB_FINITE);
}

/* Whether the tagger has a finite verb in the sentence of the token. */
static gboolean
has_finite (const ApoReading *reading,
            guint             token)
{
  ApoSpan sentence = apo_reading_get_sentence (reading, token);

  for (guint i = sentence.start; i < sentence.end; i++)
    if (is_tagged_finite (apo_reading_get (reading, i)))
      return TRUE;

  return FALSE;
}

/* Whether form and neighbours make a finite verb of the token. */
static gboolean
looks_finite (const ApoReading *reading,
              guint             i)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoToken *token = apo_reading_get (reading, i);
  guint forms;

  forms = apo_verb_reading_collect (token->verb);
  if (!(forms & APO_VERB_FINITE) || (token->classes & (is->preposition | is->determiner)))
    return FALSE;
  if ((token->flags & APO_TOKEN_CAPITAL) && !(token->flags & APO_TOKEN_FIRST))
    return FALSE;
  if (i == 0)
    return TRUE;

  /* « a dit », « été exclue »: after an auxiliary it is the participle */
  if (forms & APO_VERB_PARTICIPLE)
    {
      guint k = i;

      if (!(forms & (APO_VERB_PRESENT | APO_VERB_IMPERFECT | APO_VERB_FUTURE | APO_VERB_CONDITIONAL
                     | APO_VERB_PAST)))
        return FALSE;
      while (k > 1 && i - k < 3 && apo_reading_is (reading, k - 1, is->adverb | is->negator))
        k--;
      for (const ApoVerbReading *verb = apo_reading_get (reading, k - 1)->verb; verb != NULL;
           verb = verb->next)
        if (apo_language_pack_get_classes (reading->rules->pack, verb->lemma)
            & (is->auxiliary | is->passive))
          return FALSE;
    }

  /* « la note », « une annonce », but « il la note » */
  if (apo_reading_is (reading, i - 1, is->determiner | is->preposition | is->contracted))
    return apo_reading_is (reading, i - 1, is->clitic) && i > 1
           && apo_reading_is (reading, i - 2, is->subject | is->negation | is->relative | is->as);

  return TRUE;
}

/**
 * apo_reading_is_finite:
 *
 * Returns: whether the token is a finite verb: by the tagger, unless it would leave the sentence
 * without one, else as far as its form and the word before it tell
 */
gboolean
apo_reading_is_finite (const ApoReading *reading,
                       guint             i)
{
  const ApoToken *token;

  if (i >= reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (reading, i);
  if (is_tagged_finite (token))
    return TRUE;
  if (token->pos != APO_POS_NONE
      && (token->verb == NULL || token->pos == APO_POS_VERB || token->pos == APO_POS_AUX
          || has_finite (reading, i)))
    return FALSE;

  return looks_finite (reading, i);
}

const ApoName *
apo_reading_get_name (const ApoReading *reading,
                      guint             i)
{
  return i < reading->tokens->tokens->len && reading->name_at[i] >= 0
           ? &g_array_index (reading->names, ApoName, reading->name_at[i]) : NULL;
}

/**
 * apo_reading_find_token:
 * @offset: in code points
 *
 * Returns: the last token that begins there or before; O(log n)
 */
guint
apo_reading_find_token (const ApoReading *reading,
                        guint             offset)
{
  guint low = 0, high = reading->tokens->tokens->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (apo_reading_get (reading, middle)->span.start <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}
