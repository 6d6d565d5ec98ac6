/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* So many words may stand between a verb and its object: « rejette en bloc toute faute ». */
#define MAX_BETWEEN 8

/* What a frame found: where what is said stands, and the meaning of the verb that takes it. */
typedef struct {
  const ApoCue *cue;
  ApoSpan content;
} Found;

/* Whether these words can say something: somebody, or a paper. */
static gboolean
can_speak (ApoClaimFinder  *f,
           const ApoSource *source)
{
  return source->tokens.end > source->tokens.start
         && (source->actor != APO_FOUND_NONE || source->pronoun
             || apo_claim_spans_is_animate (f, source->tokens.start));
}

/* « une nette hausse »: something that rises or falls */
static gboolean
is_trend (ApoClaimFinder *f,
          guint           i)
{
  for (guint k = i; k < MIN (f->sentence.end, i + 4); k++)
    if (apo_claim_is (f, k, f->is->trend))
      return TRUE;
    else if (k > i && apo_claim_is (f, k, f->is->preposition | f->is->determiner))
      return FALSE;

  return FALSE;
}

/* « d'un complot », « de « complot » »: what was not spoken of before */
static gboolean
is_new (ApoClaimFinder *f,
        guint           i)
{
  return apo_claim_is (f, i, apo_language_pack_get_class (f->reading->rules->pack, "indefinite"))
         || apo_claim_is_opening (f, i);
}

/* « par X » behind a passive. */
static ApoSource
find_agent (ApoClaimFinder *f,
            guint           after,
            guint          *end)
{
  guint i = apo_claim_spans_skip_adverbs (f, after);
  guint k;

  *end = after;
  if (!apo_claim_is (f, i, f->is->by) || !apo_claim_spans_begins_phrase (f, i + 1))
    return (ApoSource) { { 0, 0 }, APO_FOUND_NONE };

  for (k = i + 2; k < f->sentence.end; k++)
    if (apo_claim_is_mark (f, k, ",;:.!?«»“”()–—") || apo_reading_is_finite (f->reading, k)
        || apo_claim_is (f, k, f->is->that | f->is->relative | f->is->subordination)
        || (apo_claim_is (f, k, f->is->of) && apo_claim_has_form (f, k + 1, APO_VERB_INFINITIVE)))
      break;
  *end = k;

  return apo_speakers_in (f->reading, f->speakers, APO_SPAN (i + 1, k));
}

/* « L'accord, qui dure un an, »: without what is told of it */
static ApoSpan
cut_subject (ApoClaimFinder *f,
             ApoSpan         subject)
{
  for (guint i = subject.start + 1; i < subject.end; i++)
    if (apo_claim_is_mark (f, i, ",") && apo_claim_is (f, i + 1, f->is->relative))
      return APO_SPAN (subject.start, i);

  return subject;
}

/* What somebody is charged with, which begins at @at: behind a comma is what others make of it. */
static guint
get_charge_end (ApoClaimFinder *f,
                guint           at)
{
  guint end = apo_claim_has_form (f, at, APO_VERB_INFINITIVE)
    ? apo_claim_objects_get_infinitive_end (f, at) : apo_claim_spans_get_clause_end (f, at);

  for (guint i = at; i < end; i++)
    if (apo_claim_is_mark (f, i, "("))
      return i;
    else if (apo_claim_is_mark (f, i, ",") && is_new (f, i + 1)
             && !apo_claim_is (f, i + 1, f->is->of) && !apo_claim_is_opening (f, i + 1)
             && i + 2 < end && apo_claim_get (f, i + 2)->pos == APO_POS_NOUN)
      return i;

  return end;
}

/* « X est qualifié de recul par Y », « X est vu comme un échec par Y »: X, and what it is called */
static gboolean
try_called (ApoClaimFinder    *f,
            const ApoCueMatch *match)
{
  const ApoCue *cue = apo_claim_cues_pick (match, APO_FRAME_CALLED);
  guint at = match->group.end;
  ApoSource subject, agent;
  guint end;

  if (cue == NULL || match->bare || match->denied
      || !apo_claim_has_form (f, match->group.start, APO_VERB_FINITE)
      || !apo_claim_is (f, at, f->is->of | f->is->as))
    return FALSE;

  for (guint i = at + 2; i < MIN (f->sentence.end, at + APO_CLAIM_MAX_GAP); i++)
    {
      if (apo_reading_is_finite (f->reading, i) || apo_claim_is_mark (f, i, ";:.!?"))
        break;
      if (!apo_claim_is (f, i, f->is->by))
        continue;
      agent = find_agent (f, i, &end);
      if (agent.tokens.end <= agent.tokens.start)
        break;
      subject = apo_speakers_before (f->reading, f->speakers, match->group.start);
      apo_claims_add (f, match->group, &agent, cut_subject (f, subject.tokens),
                      APO_SPAN (at + 1, i), cue->type, cue->certainty);
      return TRUE;
    }

  return FALSE;
}

/* « X est accusé de … », « l'accord a été annoncé par X », « il a été annoncé que … » */
static gboolean
try_passive (ApoClaimFinder    *f,
             const ApoCueMatch *match)
{
  const ApoCue *charge = apo_claim_cues_pick (match, APO_FRAME_CHARGE);
  const ApoCue *cue = apo_claim_cues_pick (match, APO_FRAME_PASSIVE);
  ApoSpan none = { 0, 0 };
  ApoSpan content = none;
  ApoSource subject;
  guint end, at;
  ApoSource agent = find_agent (f, match->group.end, &end);

  if (charge != NULL && (charge->frames & APO_FRAME_PASSIVE) && apo_claim_is (f, end, f->is->of))
    {
      cue = charge;
      content.start = end + 1;
      content.end = apo_claim_has_form (f, end + 1, APO_VERB_INFINITIVE)
        ? apo_claim_objects_get_infinitive_end (f, end + 1)
        : apo_claim_objects_get_end (f, end + 1);
    }
  else if (match->bare || !apo_claim_has_form (f, match->group.start, APO_VERB_FINITE))
    return FALSE;
  else
    {
      subject = apo_speakers_before (f->reading, f->speakers, match->group.start);
      if ((at = apo_claim_spans_find_that (f, end)) > 0
          && apo_claim_cues_pick (match, APO_FRAME_THAT) != NULL)
        {
          if (subject.tokens.end != subject.tokens.start + 1
              || !apo_claim_is (f, subject.tokens.start, f->is->subject))
            return FALSE;
          cue = apo_claim_cues_pick (match, APO_FRAME_THAT);
          content = APO_SPAN (at + 1, apo_claim_spans_get_clause_end (f, at + 1));
        }
      else if (cue != NULL && subject.tokens.end > subject.tokens.start
               && !apo_claim_is (f, subject.tokens.start, f->is->subject | f->is->speaker)
               && !(cue->frames & APO_FRAME_CHARGE)
               && (agent.tokens.end > agent.tokens.start
                   || (cue->type == APO_CLAIM_FACT && match->verb - match->group.start > 1)))
        content = cut_subject (f, subject.tokens);
    }

  if (cue == NULL || content.end <= content.start)
    return FALSE;

  apo_claims_add (f, match->group, &agent, content, none, cue->type,
                  match->denied ? APO_CERTAINTY_DENIED : cue->certainty);

  return TRUE;
}

/* « se dit convaincu que … »: the clause says what the state is about */
static gboolean
is_state_of (ApoClaimFinder    *f,
             const ApoCueMatch *match,
             guint              that)
{
  return that == match->group.end + 1 && apo_claim_cues_pick (match, APO_FRAME_STATE) != NULL
         && apo_claim_spans_skip_adverbs (f, match->group.end) == match->group.end;
}

/* What « que » at @that leads: with its marks where they stand around both. */
static ApoSpan
get_clause (ApoClaimFinder *f,
            guint           that)
{
  guint closing = that > f->sentence.start && apo_claim_is_opening (f, that - 1)
                    ? apo_claim_get (f, that - 1)->partner : 0;

  if (closing <= that || closing >= f->sentence.end)
    return APO_SPAN (that + 1, apo_claim_spans_get_clause_end (f, that + 1));
  if (closing + 1 >= f->sentence.end || apo_claim_get (f, closing + 1)->kind != APO_TOKEN_WORD)
    return APO_SPAN (that - 1, closing + 1);

  return APO_SPAN (that - 1, apo_claim_spans_get_clause_end (f, closing + 1));
}

static Found
find_clause (ApoClaimFinder    *f,
             const ApoCueMatch *match,
             const ApoSource   *source)
{
  guint after = match->group.end;
  Found found = { NULL, { 0, 0 } };
  guint at;

  if ((found.cue = apo_claim_cues_pick (match, APO_FRAME_THAT)) != NULL
      && (at = apo_claim_spans_find_that (f, after)) > 0 && !is_state_of (f, match, at))
    found.content = get_clause (f, at);
  else if ((found.cue = apo_claim_cues_pick (match, APO_FRAME_INFINITIVE)) != NULL
           && (at = apo_claim_spans_find_infinitive (f, after)) > 0)
    found.content = APO_SPAN (at, apo_claim_objects_get_infinitive_end (f, at));
  else if ((found.cue = apo_claim_cues_pick (match, APO_FRAME_WHETHER)) != NULL
           && can_speak (f, source)
           && apo_claim_is (f, at = apo_claim_spans_skip_adverbs (f, after), f->is->question))
    found.content = APO_SPAN (at, apo_claim_spans_get_clause_end (f, at));
  else if ((found.cue = apo_claim_cues_pick (match, APO_FRAME_QUOTE | APO_FRAME_COLON)) != NULL
           && (at = apo_claim_spans_find_quotation (f, after,
                                                    apo_cue_get_frames (match->cue))) > 0)
    found.content = apo_claim_is_opening (f, at)
      ? APO_SPAN (at, apo_claim_get (f, at)->partner + 1) : APO_SPAN (at, f->sentence.end);

  return found;
}

/* « se dit candidat depuis lundi », « … lors d'une visite »: without when and where */
static guint
get_state_end (ApoClaimFinder *f,
               guint           at)
{
  guint end = apo_claim_objects_get_end (f, at);

  for (guint i = at + 1; i < end; i++)
    if ((apo_claim_is (f, i, f->is->preposition) && i + 1 < end
         && f->reading->time_at[i + 1] >= 0)
        || (apo_claim_is (f, i, f->is->gap)
            && !apo_claim_is (f, i, f->is->preposition | f->is->to)))
      return i;

  return end;
}

/* « se dit favorable à … », « se dit convaincu que … » */
static Found
find_state (ApoClaimFinder *f,
            ApoCueMatch    *match)
{
  Found found = { apo_claim_cues_pick (match, APO_FRAME_STATE), { 0, 0 } };
  guint at = apo_claim_spans_skip_adverbs (f, match->group.end);

  if (found.cue == NULL || at >= f->sentence.end
      || !(apo_claim_get (f, at)->kind == APO_TOKEN_WORD || apo_claim_is_opening (f, at))
      || apo_claim_is (f, at, f->is->determiner | f->is->that | f->is->relative | f->is->subject
                       | f->is->preposition | f->is->coordination | f->is->subordination)
      || apo_reading_is_finite (f->reading, at) || apo_reading_get_name (f->reading, at) != NULL)
    return found;

  if (apo_claim_is (f, at + 1, f->is->that))
    {
      match->group.end = at + 1;
      found.content = APO_SPAN (at + 2, apo_claim_spans_get_clause_end (f, at + 2));
    }
  else
    found.content = APO_SPAN (at, get_state_end (f, at));

  return found;
}

/* « les habitants à partir »: somebody, and what to do */
static gboolean
is_urged (ApoClaimFinder *f,
          guint           i)
{
  for (guint k = i + 1; k < MIN (f->sentence.end, i + APO_CLAIM_MAX_GAP); k++)
    if (apo_claim_is_mark (f, k, ",;:.!?"))
      return FALSE;
    else if (apo_claim_is (f, k, f->is->of | f->is->to)
             && !apo_claim_is (f, k, f->is->contracted)
             && (apo_claim_has_form (f, k + 1, APO_VERB_INFINITIVE)
                 || (apo_claim_is (f, k + 1, f->is->negation | f->is->clitic | f->is->negator)
                     && !apo_claim_is (f, k + 1, f->is->article))))
      return TRUE;

  return FALSE;
}

/* « exprime, à sa manière, sa colère »: what stands behind the second comma, or @at */
static guint
skip_adjunct (ApoClaimFinder *f,
              guint           at)
{
  if (!apo_claim_is_mark (f, at, ",") || !apo_claim_is (f, at + 1, f->is->preposition))
    return at;

  for (guint i = at + 1; i < MIN (f->sentence.end, at + MAX_BETWEEN); i++)
    if (apo_claim_is_mark (f, i, ","))
      return apo_claim_is (f, i + 1, f->is->article) ? i + 1 : at;
    else if (apo_reading_is_finite (f->reading, i) || apo_claim_is_mark (f, i, ";:.«»"))
      return at;

  return at;
}

/* « rejette en bloc toute faute »: the object by the tree, where something else stands first */
static guint
find_object (ApoClaimFinder    *f,
             const ApoCueMatch *match,
             guint              at)
{
  const ApoTokens *tokens = f->reading->tokens;
  guint object;

  if (at >= f->sentence.end
      || (apo_claim_spans_begins_phrase (f, at) && apo_claim_get (f, at)->pos != APO_POS_ADP)
      || apo_claim_is_opening (f, at) || apo_claim_is (f, at, f->is->that))
    return at;

  object = apo_tree_find_child (tokens, match->verb, at, APO_DEP_BIT (APO_DEP_OBJ));
  while (object != APO_TREE_NONE && f->reading->time_at[object] >= 0)
    object = apo_tree_find_child (tokens, match->verb, object + 1, APO_DEP_BIT (APO_DEP_OBJ));
  if (object == APO_TREE_NONE)
    return skip_adjunct (f, at);

  if (object == APO_TREE_NONE || apo_claim_get (f, object)->pos != APO_POS_NOUN)
    return at;

  object = MAX (at, apo_tree_get_subtree (tokens, object).start);
  while (apo_claim_get (f, object)->kind == APO_TOKEN_PUNCTUATION
         && !apo_claim_is_opening (f, object))
    object++;
  for (guint i = at; i < object; i++)
    if (object - at > MAX_BETWEEN || apo_reading_is_finite (f->reading, i)
        || apo_claim_is (f, i, f->is->question | f->is->relative | f->is->that))
      return at;

  return object;
}

/* « ce vote comme une victoire », « se présente comme un poète »: where « comme » stands, or 0 */
static guint
find_as (ApoClaimFinder *f,
         guint           at)
{
  for (guint i = at; i < MIN (f->sentence.end, at + APO_CLAIM_MAX_GAP); i++)
    if (apo_claim_is (f, i, f->is->as))
      return !apo_claim_is (f, i - 1, f->is->negator) && i + 1 < f->sentence.end
             && (apo_claim_spans_begins_phrase (f, i + 1) || apo_claim_is_opening (f, i + 1)
                 || apo_claim_get (f, i + 1)->pos == APO_POS_ADJ) ? i : 0;
    else if (apo_claim_is_mark (f, i, ",;:.!?") || apo_reading_is_finite (f->reading, i)
             || apo_claim_is (f, i, f->is->that | f->is->relative))
      return 0;

  return 0;
}

static Found
find_likeness (ApoClaimFinder    *f,
               const ApoCueMatch *match,
               guint              at)
{
  Found found = { apo_claim_cues_pick (match, APO_FRAME_AS), { 0, 0 } };
  guint as = found.cue != NULL && !match->denied ? find_as (f, at) : 0;

  if (as == 0 || match->tentative)
    found.cue = NULL;
  else if (found.cue->frames & APO_FRAME_SELF)
    found.content = APO_SPAN (as + 1, apo_claim_objects_get_end (f, as + 1));
  else if (as > at)
    found.content = APO_SPAN (at, apo_claim_objects_get_end (f, as + 1));

  return found;
}

/* « le plan », « le maire de mentir » */
static Found
find_noun (ApoClaimFinder    *f,
           const ApoCueMatch *match,
           const ApoSource   *source,
           guint              at)
{
  Found found = { apo_claim_cues_pick (match, APO_FRAME_CHARGE), { 0, 0 } };

  if (found.cue == NULL && is_urged (f, at))
    found.cue = apo_claim_cues_pick (match, APO_FRAME_URGE);
  if (found.cue != NULL)
    {
      /* « l'accuse de mentir » */
      if (apo_claim_is (f, at, f->is->of) && apo_claim_has_form (f, at + 1, APO_VERB_INFINITIVE))
        at++;
      found.content = APO_SPAN (at, get_charge_end (f, at));
      return found;
    }

  /* « ne reconnaît aucune dette » says nothing */
  if (match->denied || (match->governed && !can_speak (f, source)))
    return found;
  found.cue = apo_claim_cues_pick (match, APO_FRAME_OBJECT);
  if (found.cue == NULL && can_speak (f, source)
      && (match->form != APO_VERB_GERUND || match->group.start == f->sentence.start
          || apo_claim_is_mark (f, match->group.start - 1, ",")))
    found.cue = apo_claim_cues_pick (match, APO_FRAME_WEAK_OBJECT);
  if (found.cue == NULL && is_trend (f, at))
    found.cue = apo_claim_cues_pick (match, APO_FRAME_TREND);
  if (found.cue != NULL && match->tentative && !(found.cue->frames & APO_FRAME_THAT))
    found.cue = NULL;
  if (found.cue != NULL)
    found.content = APO_SPAN (at, apo_claim_objects_get_end (f, at));

  return found;
}

/* « le plan », « de l'accord », « sur les risques », « « à la reprise » » */
static Found
find_phrase (ApoClaimFinder    *f,
             const ApoCueMatch *match,
             const ApoSource   *source)
{
  const struct { guint frame; ApoWordClasses before; } led[] = {
    { APO_FRAME_OF, f->is->of }, { APO_FRAME_ON, f->is->on }, { APO_FRAME_TO, f->is->to },
    { APO_FRAME_FOR, f->is->purpose },
  };
  guint at = find_object (f, match, apo_claim_spans_skip_adverbs (f, match->group.end));
  Found found = find_likeness (f, match, at);
  guint quoted = apo_claim_is_opening (f, at) ? 1 : 0;

  if (found.cue != NULL)
    return found;
  if (quoted > 0 || apo_claim_spans_begins_phrase (f, at))
    found = find_noun (f, match, source, at);

  for (guint i = 0; i < G_N_ELEMENTS (led) && found.cue == NULL; i++)
    if (apo_claim_is (f, at + quoted, led[i].before)
        && (found.cue = apo_claim_cues_pick (match, led[i].frame)) != NULL)
      {
        gboolean fact = led[i].frame == APO_FRAME_OF && found.cue->type == APO_CLAIM_FACT;

        if (quoted > 0)
          found.content = APO_SPAN (at, apo_claim_objects_get_end (f, at));
        else if (fact ? is_new (f, at + 1)
                      : apo_claim_spans_begins_phrase (f, at + 1)
                        || apo_claim_is_opening (f, at + 1)
                        || apo_claim_is (f, at, f->is->contracted))
          found.content = APO_SPAN (at + 1, apo_claim_objects_get_end (f, at + 1));
      }

  return found;
}

/* « she said it rained » */
static Found
find_bare (ApoClaimFinder    *f,
           const ApoCueMatch *match)
{
  Found found = { apo_claim_cues_pick (match, APO_FRAME_BARE), { 0, 0 } };
  guint at = apo_claim_spans_skip_time (f, match->group.end);

  if (found.cue != NULL
      && (apo_claim_spans_begins_phrase (f, at) || apo_claim_is (f, at, f->is->subject)))
    found.content = APO_SPAN (at, apo_claim_spans_get_clause_end (f, at));

  return found;
}

/**
 * apo_claim_frames_try:
 *
 * Finds what stands with a saying verb as what is said: a clause, an infinitive, a question, a
 * quotation, an object, or the subject of a passive.
 *
 * Returns: whether there is a claim
 */
gboolean
apo_claim_frames_try (ApoClaimFinder *f,
                      ApoCueMatch    *match)
{
  ApoSource source;
  Found found;

  if (match->passive)
    return try_called (f, match) || try_passive (f, match);

  source = apo_claim_sources_find (f, match);
  if (apo_claim_sources_is_nobody (f, &source))
    return FALSE;
  if (source.tokens.end == source.tokens.start && match->form != APO_VERB_GERUND
      && match->form != APO_VERB_INFINITIVE
      && apo_claim_spans_get_quotation_end (f, match->verb) > 0)
    return FALSE;

  found = find_clause (f, match, &source);
  if (found.content.end <= found.content.start)
    found = find_state (f, match);
  if (found.content.end <= found.content.start)
    found = find_phrase (f, match, &source);
  if (found.content.end <= found.content.start)
    found = find_bare (f, match);

  found.content.end = MIN (found.content.end, f->sentence.end);
  if (found.content.end <= found.content.start)
    return FALSE;

  apo_claims_add (f, match->group, &source, found.content, APO_SPAN (0, 0), found.cue->type,
                  apo_claims_get_certainty (match, found.cue));

  return TRUE;
}
