/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* A source behind « pour » has so many words at most. */
#define MAX_LOOSE 12

/* « selon X »: the source goes to the comma, or to where its noun phrase ends. */
static guint
find_source_end (ApoClaimFinder *f,
                 guint           start)
{
  guint i = start;

  if (apo_claim_is (f, i, f->is->speaker) && apo_claim_get (f, i)->pos == APO_POS_PRON
      && !apo_claim_is (f, i + 1, f->is->speaker))
    return i + 1;

  while (i < f->sentence.end && !apo_claim_is_mark (f, i, ",;:.!?»«–—")
         && !(apo_claim_is (f, i, f->is->relative | f->is->but) && i > start))
    {
      if (i > start && apo_reading_is_finite (f->reading, i)
          && apo_reading_get_name (f->reading, i) == NULL
            && !apo_claim_has_form (f, i, APO_VERB_PARTICIPLE))
        break;
      i++;
    }
  while (i > start && (apo_claim_is (f, i - 1, f->is->coordination | f->is->negation
                                     | f->is->reflexive)
                       || apo_claim_get (f, i - 1)->pos == APO_POS_ADV))
    i--;

  return i;
}

/* Over what is told of a source between two commas: « selon Paul Petit, maire de Nulle-Part, … »,
 * « selon un voisin, interrogé hier, … », « pour elle, qui avait gagné, … »; else @comma. */
static guint
skip_description (ApoClaimFinder *f,
                  guint           comma)
{
  const ApoToken *first;
  gboolean relative, described = FALSE;

  if (!apo_claim_is_mark (f, comma, ",") || comma + 1 >= f->sentence.end)
    return comma;

  first = apo_claim_get (f, comma + 1);
  relative = apo_claim_is (f, comma + 1, f->is->relative);
  if (first->pos == APO_POS_VERB)
    described = first->form == APO_VERB_PARTICIPLE;
  else if (apo_claim_get (f, comma - 1)->pos == APO_POS_PROPN)
    described = first->pos == APO_POS_NOUN || first->pos == APO_POS_DET
                || first->pos == APO_POS_NUM || first->pos == APO_POS_PRON;

  for (guint k = comma + 1; k < MIN (f->sentence.end, comma + 2 * APO_CLAIM_MAX_GAP); k++)
    {
      described |= k < comma + 4
                   && g_hash_table_contains (f->reading->rules->titles, apo_claim_get (f, k)->norm);
      if (apo_claim_is_mark (f, k, ","))
        return (described || relative) && !apo_reading_is_finite (f->reading, k + 1) ? k : comma;
      if (apo_claim_is_mark (f, k, ";:.«»")
          || (!relative && apo_reading_is_finite (f->reading, k)))
        break;
    }

  return comma;
}

/* « Pour X, … », « Cela dit, pour X, … » */
static gboolean
begins_clause (ApoClaimFinder *f,
               guint           i)
{
  return i == f->sentence.start
         || (i < f->sentence.start + 5 && apo_claim_is_mark (f, i - 1, ","));
}

/* « selon la méthode »: no source, but a way */
static gboolean
says_how (ApoClaimFinder *f,
          guint           start,
          guint           end)
{
  for (guint i = start; i < MIN (end, start + 3); i++)
    if (apo_claim_is (f, i, f->is->measure | f->is->relative))
      return TRUE;
    else if (!apo_claim_is (f, i, f->is->determiner | f->is->adverb))
      return FALSE;

  return FALSE;
}

static void
add_source_claim (ApoClaimFinder     *f,
                  ApoSpan             cue,
                  ApoSpan             phrase,
                  const ApoCuePhrase *rule)
{
  ApoSpan left = { f->sentence.start, cue.start };
  ApoSpan right = { skip_description (f, phrase.end), f->sentence.end };
  ApoSource source = apo_speakers_in (f->reading, f->speakers, phrase);
  guint before = cue.start;

  while (before > f->sentence.start && apo_claim_is_mark (f, before - 1, ",–—("))
    before--;

  if (rule->kind == APO_CUE_LOOSE_SOURCE)
    left = APO_SPAN (0, 0);
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
    if (apo_claim_is_mark (f, k, ";")
        || (apo_claim_is_mark (f, k, ":") && before == cue.start && right.end <= right.start + 1))
      {
        left.start = k + 1;
        break;
      }
  for (guint k = right.start; k < right.end; k++)
    if (apo_claim_is_mark (f, k, ";"))
      right.end = k;
  for (guint k = right.start; k < right.end; k++)
    if ((apo_claim_is_mark (f, k, ",") && apo_claim_is (f, k + 1, f->is->but)
         && left.end > left.start)
        || (apo_claim_is (f, k, f->is->and_) && apo_claim_spans_begins_speaker (f, k + 1)))
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

/* Whose saying it is, where the noun has nobody with it: the subject of the verb before it. */
static ApoSource
find_noun_owner (ApoClaimFinder *f,
                 guint           start)
{
  for (guint k = start; k-- > f->sentence.start;)
    if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
      {
        while (k > f->sentence.start
               && apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb))
          k--;
        return apo_speakers_before (f->reading, f->speakers, k);
      }

  return (ApoSource) { { 0, 0 }, APO_FOUND_NONE };
}

/* Where what the noun stands for begins: « … est que », « … selon laquelle », « … que », « … de »
 * and an infinitive; 0 where nothing of that follows. */
static guint
find_noun_content (ApoClaimFinder *f,
                   guint           noun,
                   guint          *end)
{
  ApoWordClasses which = apo_language_pack_get_class (f->reading->rules->pack, "which");

  for (guint i = noun + 1; i < MIN (f->sentence.end, noun + APO_CLAIM_MAX_GAP); i++)
    {
      *end = i;
      if (apo_claim_is (f, i, f->is->that))
        {
          if (i > noun + 1 && apo_reading_is_finite (f->reading, i - 1))
            *end = i - 1;
          return i + 1;
        }
      if (apo_claim_is (f, i + 1, which) && i + 2 < f->sentence.end)
        return i + 2;
      if (apo_claim_is_mark (f, i, ",;:.!?»«")
          || (apo_reading_is_finite (f->reading, i) && !apo_claim_is (f, i + 1, f->is->that)
              && apo_reading_get_name (f->reading, i) == NULL))
        return 0;
      if (i > noun + 1 && apo_claim_is (f, i, f->is->of)
          && apo_claim_has_form (f, i + 1, APO_VERB_INFINITIVE)
          && !apo_claim_is (f, i + 1, f->is->determiner))
        return i + 1;
    }

  return 0;
}

/* « l'argument de X est que … », « le rappel que … », « des rumeurs selon lesquelles … » */
static gboolean
try_noun (ApoClaimFinder     *f,
          guint               noun,
          const ApoCuePhrase *rule)
{
  ApoWordClasses owner = apo_language_pack_get_class (f->reading->rules->pack, "owner");
  ApoSource source = { { 0, 0 }, APO_FOUND_NONE };
  ApoSpan cue = { noun, noun + 1 };
  guint end, start = find_noun_content (f, noun, &end);
  gboolean owned;

  if (start == 0)
    return FALSE;

  if (cue.start > f->sentence.start && apo_claim_is (f, cue.start - 1, f->is->determiner))
    cue.start--;
  /* « une note d'analyse » */
  if (cue.start < noun && apo_claim_is (f, cue.start, f->is->of)
      && !apo_claim_is (f, cue.start, f->is->contracted))
    return FALSE;
  owned = apo_claim_is (f, cue.start, owner);
  if (end > noun + 2 && apo_claim_is (f, noun + 1, f->is->of))
    source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (noun + 2, end));
  else if (owned)
    {
      source.tokens = APO_SPAN (cue.start, cue.start + 1);
      source.actor = apo_speakers_resolve (f->reading, f->speakers, cue.start);
    }
  else if (end == noun + 1 && start == end + 2)
    {
      /* « des rumeurs selon lesquelles »: they speak themselves */
      source.tokens = cue;
      cue = APO_SPAN (end, start);
    }
  else if (end != noun + 1 || rule->kind == APO_CUE_THOUGHT_NOUN)
    return FALSE;
  else
    source = find_noun_owner (f, cue.start);

  apo_claims_add (f, cue, &source, APO_SPAN (start, apo_claim_spans_get_clause_end (f, start)),
                  APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

static gboolean
try_participle (ApoClaimFinder     *f,
                ApoSpan             cue,
                const ApoCuePhrase *rule)
{
  const ApoCue meaning = { APO_FRAME_ASIDE, rule->type, rule->certainty, NULL };
  ApoCueMatch match = { cue, cue.start, &meaning };
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
    content.end = apo_claim_objects_get_end (f, content.start);
  else if (apo_claim_is_mark (f, content.start, ":"))
    content = APO_SPAN (content.start + 1, f->sentence.end);
  else if (apo_claim_is (f, content.start, f->is->of | f->is->on)
           && (apo_claim_spans_begins_phrase (f, content.start + 1)
               || apo_claim_is_opening (f, content.start + 1)
               || apo_claim_get (f, content.start + 1)->kind == APO_TOKEN_NUMBER
               || apo_claim_is (f, content.start, f->is->contracted)))
    {
      content.start++;
      content.end = apo_claim_objects_get_end (f, content.start);
    }

  while (k > f->sentence.start
         && (apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb
                           | f->is->inverted)
             || apo_claim_has_form (f, k - 1, APO_VERB_FINITE))
         && !apo_claim_is (f, k - 1, f->is->subject))
    {
      k--;
      if (apo_claim_is (f, k, f->is->inverted))
        match.inverted = k;
    }
  match.group.start = k;
  match.form = APO_VERB_GERUND;
  for (guint i = k; i < cue.end && !apo_claim_has_form (f, cue.start, APO_VERB_GERUND); i++)
    if (apo_claim_has_form (f, i, APO_VERB_FINITE) || apo_reading_is_finite (f->reading, i))
      match.form = APO_VERB_PRESENT;
  /* « …, a fait savoir le maire » */
  if (content.end <= content.start)
    return match.form != APO_VERB_GERUND && apo_claim_asides_try_meaning (f, &match, &meaning);

  source = apo_claim_sources_find (f, &match);
  if (apo_claim_sources_is_nobody (f, &source))
    return FALSE;
  apo_claims_add (f, match.group, &source, content, APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

/* « pour X, »: whether X is somebody who holds an opinion, not one that something is done for */
static gboolean
is_loose_source (ApoClaimFinder *f,
                 ApoSpan         phrase)
{
  ApoSource source;
  ApoCueMatch match;

  if (!apo_claim_is_mark (f, phrase.end, ",") || phrase.end - phrase.start > MAX_LOOSE
      || !(apo_claim_spans_begins_phrase (f, phrase.start)
           || apo_claim_is (f, phrase.start, f->is->speaker)))
    return FALSE;

  source = apo_speakers_in (f->reading, f->speakers, phrase);
  if (source.pronoun && source.tokens.end == source.tokens.start + 1)
    return TRUE;

  for (guint k = phrase.end + 1; k < MIN (f->sentence.end, phrase.end + 4); k++)
    if (apo_claim_cues_match (f->reading, k, &match))
      return FALSE;

  if (source.actor == APO_FOUND_NONE)
    return phrase.start + 1 < phrase.end
           && (g_hash_table_contains (f->reading->rules->titles,
                                      apo_claim_get (f, phrase.start + 1)->norm)
               || apo_claim_is (f, phrase.start + 1, f->is->people));

  return ((ApoFoundActor *) g_ptr_array_index (f->reading->findings->actors, source.actor))->kind
         != APO_ACTOR_COUNTRY;
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
      if (end == cue.end || says_how (f, cue.end, end))
        return 0;
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_LOOSE_SOURCE:
      end = find_source_end (f, cue.end);
      if (!begins_clause (f, i) || !is_loose_source (f, APO_SPAN (cue.end, end)))
        return 0;
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_OWNER:
      add_owner_claim (f, cue, rule);
      return n;

    case APO_CUE_SPEAKER_NOUN:
    case APO_CUE_THOUGHT_NOUN:
      return try_noun (f, i, rule) ? n : 0;

    case APO_CUE_PARTICIPLE:
    default:
      return try_participle (f, cue, rule) ? n : 0;
    }
}
