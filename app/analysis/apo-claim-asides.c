/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* What leads in a quotation is so many words at most. */
#define MAX_LEAD 40

/* The end of « , a-t-il dit lundi, » or « , note le maire, »: before the comma or the end. */
static guint
find_aside_end (ApoClaimFinder *f,
                guint           after)
{
  guint i = after;

  while (i < f->sentence.end
         && !apo_claim_is_mark (f, i, ",;:.!?…»«“”–—") )
    i++;

  return i;
}

/* Whether a quotation ends there: « … », or with a comma of its own. */
static gboolean
follows_quotation (ApoClaimFinder *f,
                   guint           before)
{
  while (before > f->sentence.start && apo_claim_is_mark (f, before - 1, ",!?…"))
    before--;

  return before > f->sentence.start && (apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING);
}

/* « … », a dit X: the quotation is what was said, with what leads it in, and one that follows. */
static void
take_quotation (ApoClaimFinder *f,
                guint           closing,
                guint           end,
                ApoSpan        *left,
                ApoSpan        *right)
{
  guint opening = apo_claim_get (f, closing)->partner;

  *left = APO_SPAN (opening, closing + 1);
  if (opening > f->sentence.start && !apo_claim_is_mark (f, opening - 1, ".:;!?")
      && opening - f->sentence.start < MAX_LEAD)
    left->start = f->sentence.start;

  *right = APO_SPAN (end, end);
  if (apo_claim_is_mark (f, end, ",:") && apo_claim_is_opening (f, end + 1))
    *right = APO_SPAN (end + 1, apo_claim_get (f, end + 1)->partner + 1);
}

/* « Il neige, dit-elle, depuis hier. »: to the marks of the quotation around it, or to semicolons. */
static void
take_around (ApoClaimFinder *f,
             guint           before,
             ApoSpan        *left,
             ApoSpan        *right)
{
  guint quotation = apo_claim_spans_get_quotation_end (f, before);

  if (quotation > 0)
    right->end = quotation + 1;

  for (guint k = before; k-- > f->sentence.start;)
    {
      if (quotation > 0 && (apo_claim_get (f, k)->flags & APO_TOKEN_OPENING)
          && apo_claim_get (f, k)->partner == quotation)
        left->start = k;
      if (quotation == 0 && k > f->sentence.start && apo_claim_is_mark (f, k, ";"))
        {
          left->start = k + 1;
          break;
        }
    }
  for (guint k = right->start; k < MIN (right->end, f->sentence.end); k++)
    if (apo_claim_is_mark (f, k, ";"))
      right->end = k;
}

/* The sentence without the aside: what stands before and after it. */
static void
add_aside (ApoClaimFinder    *f,
           const ApoCueMatch *match,
           const ApoCue      *cue,
           const ApoSource   *source,
           guint              end)
{
  guint before = match->group.start;
  ApoSpan left = { f->sentence.start, before };
  ApoSpan right = { end, f->sentence.end };
  guint last = before > f->sentence.start ? before - 1 : before;

  while (last > f->sentence.start && apo_claim_is_mark (f, last, ",–—"))
    last--;

  if (!f->turn && last > f->sentence.start && apo_claim_get (f, last)->partner < last
      && (apo_claim_get (f, last)->flags & APO_TOKEN_CLOSING))
    take_quotation (f, last, end, &left, &right);
  else if (!f->turn)
    take_around (f, before, &left, &right);

  apo_claims_add (f, match->group, source, left, right, cue->type,
                  apo_claims_get_certainty (match, cue));
}

/* Where the speaker begins: behind the verb and times, or where the tree has its subject. */
static guint
find_speaker (ApoClaimFinder    *f,
              const ApoCueMatch *match)
{
  guint first = apo_claim_spans_skip_adverbs (f, match->group.end);
  guint subject;

  if ((apo_claim_spans_begins_phrase (f, first) && !apo_claim_is (f, first, f->is->to))
      || first >= f->sentence.end)
    return first;

  subject = apo_tree_find_child (f->reading->tokens, match->verb, first, APO_DEPS_SUBJECT);

  return subject != APO_TREE_NONE && subject < first + APO_CLAIM_MAX_GAP
           ? MAX (first, apo_tree_get_subtree (f->reading->tokens, subject).start) : first;
}

/* The speaker goes to where another clause begins: « , soupire un agent alors que … » */
static guint
find_speaker_end (ApoClaimFinder *f,
                  guint           start,
                  guint           end)
{
  for (guint i = start + 1; i < end; i++)
    if (apo_claim_is (f, i, f->is->that | f->is->relative)
        || (apo_claim_is (f, i, f->is->subordination)
            && !apo_claim_is (f, i, f->is->preposition))
        || apo_reading_is_finite (f->reading, i))
      return apo_claim_is (f, i, f->is->that) && i > start + 1
               && apo_claim_is (f, i - 1, f->is->subordination) ? i - 1 : i;

  return end;
}

/* « , a dit Paul Petit, maire de Nulle-Part. » at the end of a sentence goes to its end. */
static guint
skip_apposition (ApoClaimFinder    *f,
                 const ApoCueMatch *match,
                 ApoSource         *source,
                 guint              first,
                 guint              end)
{
  guint before = match->group.start;
  guint next;

  if (!apo_claim_is_mark (f, end, ",") || !follows_quotation (f, before))
    return end;

  next = find_aside_end (f, end + 1);
  if (next >= f->sentence.end || !apo_claim_is_mark (f, next, ".") || next + 1 < f->sentence.end)
    return end;
  if (source->actor == APO_FOUND_NONE || apo_reading_get_name (f->reading, first) == NULL)
    *source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (first, next));

  return next;
}

/* « comme le dit Anne, … », « comme elle l'a dit, … » */
static gboolean
try_as (ApoClaimFinder    *f,
        const ApoCueMatch *match,
        const ApoCue      *cue)
{
  guint start = match->group.start;
  guint end = find_aside_end (f, match->group.end);
  ApoSource source;

  if (start > f->sentence.start && apo_claim_is (f, start - 1, f->is->subject))
    start--;
  if (start == f->sentence.start || !apo_claim_is (f, start - 1, f->is->as)
      || !apo_claim_is_mark (f, end, ",."))
    return FALSE;

  if (start < match->group.start)
    source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (start, match->group.start));
  else if (apo_claim_is (f, match->group.start, f->is->clitic)
           && apo_claim_spans_begins_phrase (f, match->group.end))
    source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (match->group.end, end));
  else
    return FALSE;
  if (source.first_person || find_speaker_end (f, match->group.end, end) < end)
    return FALSE;

  start--;
  if (start > f->sentence.start && apo_claim_is_mark (f, start - 1, ","))
    start--;
  apo_claims_add (f, match->group, &source, APO_SPAN (f->sentence.start, start),
                  APO_SPAN (end, f->sentence.end), cue->type,
                  apo_claims_get_certainty (match, cue));

  return TRUE;
}

/* « La porte était fermée précise le gardien. »: with the comma forgotten, a verb behind a whole
 * clause, and one who can speak behind the verb. */
static gboolean
lacks_comma (ApoClaimFinder    *f,
             const ApoCueMatch *match)
{
  guint before = match->group.start;
  guint end = find_aside_end (f, match->group.end);

  if (before < f->sentence.start + 3 || end + 1 < f->sentence.end
      || apo_claim_get (f, before - 1)->kind != APO_TOKEN_WORD
      || apo_claim_is (f, before - 1, f->is->relative | f->is->that | f->is->and_ | f->is->subject
                       | f->is->subordination | f->is->determiner | f->is->preposition)
      || !apo_claim_spans_is_animate (f, match->group.end)
      || find_speaker_end (f, match->group.end, end) < end)
    return FALSE;

  for (guint i = f->sentence.start; i < before; i++)
    if (apo_claim_is (f, i, f->is->relative | f->is->that))
      return FALSE;
  for (guint i = f->sentence.start; i < before; i++)
    if (apo_reading_is_finite (f->reading, i))
      return TRUE;

  return FALSE;
}

/* « le groupe, …, annonce la rupture »: whether what stands behind the verb is no speaker. */
static gboolean
takes_object (ApoClaimFinder    *f,
              const ApoCueMatch *match,
              guint              first)
{
  guint subject;

  if (apo_claim_spans_is_animate (f, first))
    return FALSE;

  subject = apo_tree_find_child (f->reading->tokens, match->verb, first, APO_DEPS_SUBJECT);
  if (apo_tree_has (f->reading->tokens, match->verb))
    return subject == APO_TREE_NONE || subject > first + APO_CLAIM_MAX_GAP;

  return (apo_cue_get_frames (match->cue) & (APO_FRAME_OBJECT | APO_FRAME_WEAK_OBJECT)) != 0;
}

/* « , a-t-elle dit hier, » */
static gboolean
try_inverted (ApoClaimFinder    *f,
              const ApoCueMatch *match,
              const ApoCue      *cue)
{
  ApoSource source = { { match->inverted, match->inverted + 1 }, APO_FOUND_NONE };

  if (apo_claim_is (f, match->group.end, f->is->that))
    return FALSE;
  if (apo_claim_is (f, match->inverted, f->is->inverted_speaker))
    source = apo_speakers_in (f->reading, f->speakers, source.tokens);
  add_aside (f, match, cue, &source, find_aside_end (f, match->group.end));

  return TRUE;
}

/**
 * apo_claim_asides_try_meaning:
 * @cue: what the verb means
 *
 * Finds what a saying verb says that stands between commas or behind a quotation.
 *
 * Returns: whether there is a claim
 */
gboolean
apo_claim_asides_try_meaning (ApoClaimFinder    *f,
                              const ApoCueMatch *match,
                              const ApoCue      *cue)
{
  guint before = match->group.start;
  gboolean told = f->turn || follows_quotation (f, before);
  gboolean led;
  ApoSource source;
  guint first, last, end;

  if (match->inverted == 0 && try_as (f, match, cue))
    return TRUE;

  led = before > f->sentence.start
        && (apo_claim_is_mark (f, before - 1, ",?!…–—")
            || (f->turn && apo_claim_is_mark (f, before - 1, "."))
            || (apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING));
  if (match->inverted > 0)
    return led && try_inverted (f, match, cue);
  if (match->denied || !(led || lacks_comma (f, match)))
    return FALSE;

  first = find_speaker (f, match);
  if (!apo_claim_spans_begins_phrase (f, first))
    return FALSE;
  if (!told && apo_claim_is_mark (f, before - 1, ",") && takes_object (f, match, first))
    return FALSE;

  end = find_aside_end (f, first);
  last = find_speaker_end (f, first, end);
  if (last < end && !told)
    return FALSE;

  source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (first, last));
  if (last == end)
    end = skip_apposition (f, match, &source, first, end);

  if (source.actor == APO_FOUND_NONE && !told
      && !apo_claim_is (f, first, f->is->determiner))
    return FALSE;

  add_aside (f, match, cue, &source, end);

  return TRUE;
}

/**
 * apo_claim_asides_try:
 *
 * As apo_claim_asides_try_meaning(), with the meaning of the verb that may stand so.
 *
 * Returns: whether there is a claim
 */
gboolean
apo_claim_asides_try (ApoClaimFinder    *f,
                      const ApoCueMatch *match)
{
  const ApoCue *cue = apo_claim_cues_pick (match, APO_FRAME_ASIDE);

  if (cue == NULL
      && (match->inverted > 0 || f->turn || follows_quotation (f, match->group.start)))
    cue = apo_claim_cues_pick (match, APO_FRAME_TOLD);

  return cue != NULL && !match->passive && (match->form & (APO_VERB_FINITE | APO_VERB_PARTICIPLE))
         && apo_claim_asides_try_meaning (f, match, cue);
}
