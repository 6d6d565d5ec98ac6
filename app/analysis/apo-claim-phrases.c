/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* « selon X »: the source goes to the comma, or to where its noun phrase ends. */
static guint
find_source_end (ApoClaimFinder *f,
                 guint           start)
{
  guint i = start;

  while (i < f->sentence.end && !apo_claim_is_mark (f, i, ",;:.!?»«–—")
         && !(apo_claim_is (f, i, f->is->relative | f->is->but) && i > start))
    {
      if (i > start && apo_reading_is_finite (f->reading, i)
          && apo_reading_get_name (f->reading, i) == NULL
            && !apo_claim_has_form (f, i, APO_VERB_PARTICIPLE))
        break;
      i++;
    }

  /* « selon Paul Petit, maire de Nulle-Part, … »: over what he is */
  if (apo_claim_is_mark (f, i, ","))
    {
      gboolean titled = FALSE;

      for (guint k = i + 1; k < MIN (f->sentence.end, i + APO_CLAIM_MAX_GAP); k++)
        {
          titled |= k < i + 4
            && g_hash_table_contains (f->reading->rules->titles, apo_claim_get (f, k)->norm);
          if (apo_claim_is_mark (f, k, ","))
            return titled ? k : i;
          if (apo_claim_is_mark (f, k, ";:.«»") || apo_reading_is_finite (f->reading, k))
            break;
        }
    }

  return i;
}

static void
add_source_claim (ApoClaimFinder     *f,
                  ApoSpan             cue,
                  ApoSpan             phrase,
                  const ApoCuePhrase *rule)
{
  ApoSpan left = { f->sentence.start, cue.start };
  ApoSpan right = { phrase.end, f->sentence.end };
  ApoSource source = apo_speakers_in (f->reading, f->speakers, phrase);
  guint before = cue.start;

  while (before > f->sentence.start && apo_claim_is_mark (f, before - 1, ",–—("))
    before--;

  /* « mais, selon X, … » says only what follows; a clause before « ; » is another one. */
  if (before > f->sentence.start
      && apo_claim_is (f, before - 1, f->is->coordination | f->is->but | f->is->adverb)
      && apo_claim_is_mark (f, phrase.end, ","))
    {
      if (before - 1 > f->sentence.start
          || apo_claim_is (f, before - 1, f->is->but | f->is->coordination))
        left = APO_SPAN (0, 0);
    }
  for (guint k = left.end; k-- > left.start;)
    if (apo_claim_is_mark (f, k, ";"))
      {
        left.start = k + 1;
        break;
      }
  for (guint k = right.start; k < right.end; k++)
    if (apo_claim_is_mark (f, k, ";"))
      right.end = k;
  for (guint k = right.start; k < right.end; k++)
    if (apo_claim_is_mark (f, k, ",") && apo_claim_is (f, k + 1, f->is->but)
        && left.end > left.start)
      right.end = k;

  apo_claims_add (f, cue, &source, left, right, rule->type, rule->certainty);
}

static void
add_owner_claim (ApoClaimFinder     *f,
                 ApoSpan             cue,
                 const ApoCuePhrase *rule)
{
  ApoSource source = { cue, APO_FOUND_NONE };

  source.actor = apo_speakers_resolve (f->reading, f->speakers, cue.start + 1);
  apo_claims_add (f, cue, &source, APO_SPAN (f->sentence.start, cue.start),
             APO_SPAN (cue.end, f->sentence.end), rule->type, rule->certainty);
}

/* « l'argument de X est que … », « le rappel que … » */
static gboolean
try_noun (ApoClaimFinder     *f,
          guint               noun,
          const ApoCuePhrase *rule)
{
  ApoSource source = { { 0, 0 }, APO_FOUND_NONE };
  guint start = noun, i = noun + 1;

  while (i < MIN (f->sentence.end, noun + APO_CLAIM_MAX_GAP) && !apo_claim_is (f, i, f->is->that))
    {
      if (apo_claim_is_mark (f, i, ",;:.!?»«"))
        return FALSE;
      i++;
    }
  if (!apo_claim_is (f, i, f->is->that))
    return FALSE;

  if (i > noun + 1 && apo_claim_is (f, noun + 1, f->is->of))
    source = apo_speakers_in (f->reading, f->speakers,
                              APO_SPAN (noun + 2, apo_reading_is_finite (f->reading, i - 1)
                                        ? i - 1 : i));
  else if (i != noun + 1)
    return FALSE;

  if (start > f->sentence.start && apo_claim_is (f, start - 1, f->is->determiner))
    start--;
  if (source.tokens.end == source.tokens.start)
    for (guint k = start; k-- > f->sentence.start;)
      if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
        {
          while (k > f->sentence.start
                 && apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb))
            k--;
          source = apo_speakers_before (f->reading, f->speakers, k);
          break;
        }

  apo_claims_add (f, APO_SPAN (start, noun + 1), &source,
                  APO_SPAN (i + 1, apo_claim_spans_get_clause_end (f, i + 1)),
             APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

static gboolean
try_participle (ApoClaimFinder     *f,
                ApoSpan             cue,
                const ApoCuePhrase *rule)
{
  ApoCueMatch match = { cue, cue.start };
  ApoSource source;
  ApoSpan content = { cue.end, cue.end };
  guint k = cue.start;

  while (apo_claim_is (f, content.start, f->is->adverb))
    content.start++;
  if (apo_claim_is (f, content.start, f->is->that))
    {
      content.start++;
      content.end = apo_claim_spans_get_clause_end (f, content.start);
    }
  else if (apo_claim_spans_begins_phrase (f, content.start) && rule->type == APO_CLAIM_OPINION)
    content.end = apo_claim_spans_get_object_end (f, content.start);
  else if (apo_claim_is_mark (f, content.start, ":"))
    content = APO_SPAN (content.start + 1, f->sentence.end);
  if (content.end <= content.start)
    return FALSE;

  match.form = apo_claim_has_form (f, cue.start, APO_VERB_GERUND) ? APO_VERB_GERUND
    : APO_VERB_PRESENT;
  while (k > f->sentence.start
         && (apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb)
             || apo_claim_has_form (f, k - 1, APO_VERB_FINITE))
         && !apo_claim_is (f, k - 1, f->is->subject))
    k--;
  match.group.start = k;
  source = apo_claims_find_source (f, &match);
  apo_claims_add (f, match.group, &source, content, APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

guint
apo_claim_phrases_try (ApoClaimFinder *f,
                       guint           i)
{
  const ApoCuePhrase *rule;
  int value = 0;
  guint n = apo_phrases_match (f->reading->rules->cue_words, f->reading->tokens, i, &value);
  ApoSpan cue = { i, i + n };
  guint end;

  if (n == 0 || cue.end > f->sentence.end || apo_claim_spans_get_quotation_end (f, i) > 0)
    return 0;

  rule = &g_array_index (f->reading->rules->cue_phrases, ApoCuePhrase, value);
  switch (rule->kind)
    {
    case APO_CUE_SOURCE:
      end = find_source_end (f, cue.end);
      if (end == cue.end || apo_claim_is (f, cue.end, f->is->that))
        return 0;
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_LOOSE_SOURCE:
      end = find_source_end (f, cue.end);
      if (i != f->sentence.start || !apo_claim_is_mark (f, end, ",") || end - cue.end > 8
          || !apo_claim_spans_begins_phrase (f, cue.end))
        return 0;
      {
        ApoSource source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (cue.end, end));
        const ApoFoundActor *actor;

        if (source.actor == APO_FOUND_NONE || source.tokens.end - source.tokens.start > 8)
          return 0;
        actor = g_ptr_array_index (f->reading->findings->actors, source.actor);
        if (actor->kind == APO_ACTOR_COUNTRY)
          return 0;
        for (guint k = end + 1; k < MIN (f->sentence.end, end + 4); k++)
          {
            ApoCueMatch match;

            if (apo_claim_cues_match (f->reading, k, &match))
              return 0;
          }
      }
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_OWNER:
      add_owner_claim (f, cue, rule);
      return n;

    case APO_CUE_SPEAKER_NOUN:
      return try_noun (f, i, rule) ? n : 0;

    case APO_CUE_PARTICIPLE:
    default:
      return try_participle (f, cue, rule) ? n : 0;
    }
}
