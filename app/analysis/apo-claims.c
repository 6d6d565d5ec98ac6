/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claims.h"

#include "apo-actors.h"
#include "apo-certainty.h"
#include "apo-claim-finder.h"

static ApoClaimForm
get_form (ApoClaimFinder *f,
          const ApoSpan  *pieces,
          guint           n_pieces)
{
  const ApoToken *first = apo_claim_get (f, pieces[0].start);
  gboolean quotes = FALSE;

  if (n_pieces == 1 && (first->flags & APO_TOKEN_OPENING)
      && first->partner >= pieces[0].end - 1 - (pieces[0].end > 1))
    return APO_FORM_DIRECT;

  for (guint p = 0; p < n_pieces; p++)
    for (guint i = pieces[p].start; i < pieces[p].end; i++)
      quotes |= (apo_claim_get (f, i)->flags & (APO_TOKEN_OPENING | APO_TOKEN_CLOSING)) != 0;

  return quotes ? APO_FORM_MIXED : APO_FORM_INDIRECT;
}

void
apo_claims_add (ApoClaimFinder  *f,
                ApoSpan          cue,
                const ApoSource *source,
                ApoSpan          first,
                ApoSpan          second,
                ApoClaimType     type,
                ApoCertainty     certainty)
{
  ApoSpan pieces[2];
  ApoFoundClaim *claim;
  guint n = 0;

  first = apo_claim_spans_trim (f, first);
  second = apo_claim_spans_trim (f, second);
  if (first.end > first.start)
    pieces[n++] = first;
  if (second.end > second.start)
    pieces[n++] = second;
  if (n == 0)
    return;

  claim = apo_findings_add_claim (f->reading->findings);
  for (guint p = 0; p < n; p++)
    {
      ApoSpan span = apo_reading_get_span (f->reading, pieces[p]);

      g_array_append_val (claim->content, span);
      if (get_form (f, &pieces[p], 1) == APO_FORM_DIRECT)
        f->quoted_to = MAX (f->quoted_to, pieces[p].end);
    }

  if (cue.end > cue.start)
    claim->cue = apo_reading_get_span (f->reading, cue);
  g_array_append_val (f->reading->claim_cues, cue);
  if (source->tokens.end > source->tokens.start)
    claim->source = apo_reading_get_span (f->reading, source->tokens);
  claim->speaker = source->actor;
  claim->form = get_form (f, pieces, n);
  claim->type = claim->form == APO_FORM_DIRECT ? APO_CLAIM_QUOTATION : type;
  claim->certainty = certainty;
  for (guint p = 0; p < n && claim->certainty == APO_CERTAINTY_ASSERTED; p++)
    claim->certainty = apo_certainty_of_tokens (f->reading, pieces[p]);
  if (claim->certainty == APO_CERTAINTY_PREDICTION && claim->type == APO_CLAIM_FACT)
    claim->type = APO_CLAIM_PREDICTION;

  if (source->pronoun && source->actor != APO_FOUND_NONE)
    apo_actors_add_mention (f->reading, source->actor, source->tokens, APO_MENTION_PRONOUN);
  apo_speakers_remember (f->reading, f->speakers, source->actor);
}

static ApoCertainty
get_certainty (const ApoCueMatch *match)
{
  if (match->denied)
    return APO_CERTAINTY_DENIED;

  return match->future ? APO_CERTAINTY_PREDICTION : match->cue->certainty;
}

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

/* The sentence without the aside: what stands before and after it. */
static void
add_aside (ApoClaimFinder    *f,
           const ApoCueMatch *match,
           const ApoSource   *source,
           guint              end)
{
  guint before = match->group.start;
  ApoSpan left = { f->sentence.start, before };
  ApoSpan right = { end, f->sentence.end };
  guint last = before > f->sentence.start ? before - 1 : before;

  while (last > f->sentence.start && apo_claim_is_mark (f, last, ",–—") )
    last--;

  if (last > f->sentence.start && (apo_claim_get (f, last)->flags & APO_TOKEN_CLOSING)
      && apo_claim_get (f, last)->partner < last)
    {
      /* « … », a dit X: the quotation is what was said, with what leads it in */
      guint opening = apo_claim_get (f, last)->partner;

      left = APO_SPAN (opening, last + 1);
      if (opening > f->sentence.start && !apo_claim_is_mark (f, opening - 1, ".:;!?")
          && opening - f->sentence.start < 40)
        left.start = f->sentence.start;
      if (apo_claim_is_mark (f, end, ",") && apo_claim_is_opening (f, end + 1))
        right = APO_SPAN (end + 1, apo_claim_get (f, end + 1)->partner + 1);
      else if (apo_claim_is_mark (f, end, ":") && apo_claim_is_opening (f, end + 1))
        right = APO_SPAN (end + 1, apo_claim_get (f, end + 1)->partner + 1);
      else
        right = APO_SPAN (end, end);
    }
  else
    {
      guint quotation = apo_claim_spans_get_quotation_end (f, before);

      if (quotation > 0 && quotation < f->sentence.end)
        {
          /* inside a quotation: « Il neige, dit-elle, depuis hier. » */
          for (guint k = before; k-- > f->sentence.start;)
            if ((apo_claim_get (f, k)->flags & APO_TOKEN_OPENING)
                && apo_claim_get (f, k)->partner == quotation)
              left.start = k;
          right.end = quotation + 1;
        }
      else
        for (guint k = before; k-- > f->sentence.start + 1;)
          if (apo_claim_is_mark (f, k, ";"))
            {
              left.start = k + 1;
              break;
            }
      if (right.end - right.start <= 2 || apo_claim_is_mark (f, end, ".;"))
        right.end = MIN (right.end, MAX (right.start, f->sentence.end));
      for (guint k = right.start; k < right.end; k++)
        if (apo_claim_is_mark (f, k, ";"))
          right.end = k;
    }

  apo_claims_add (f, match->group, source, left, right, match->cue->type, get_certainty (match));
}

static gboolean
try_aside (ApoClaimFinder    *f,
           const ApoCueMatch *match)
{
  guint before = match->group.start;
  ApoSource source = { { 0, 0 }, APO_FOUND_NONE };
  gboolean led;
  guint end;

  if (!(match->cue->frames & APO_FRAME_ASIDE)
      || !(match->form & (APO_VERB_FINITE | APO_VERB_PARTICIPLE)))
    return FALSE;

  led = before > f->sentence.start
        && (apo_claim_is_mark (f, before - 1, ",?!…–—")
            || (apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING));

  if (match->inverted > 0)
    {
      if (!led)
        return FALSE;
      end = find_aside_end (f, match->group.end);
      if (apo_claim_is (f, match->group.end, f->is->that))
        return FALSE;
      if (apo_claim_is (f, match->inverted, f->is->inverted_speaker))
        source = apo_speakers_in (f->reading, f->speakers,
                                  APO_SPAN (match->inverted, match->inverted + 1));
      else
        source.tokens = APO_SPAN (match->inverted, match->inverted + 1);
      add_aside (f, match, &source, end);
      return TRUE;
    }

  if (!led || !apo_claim_spans_begins_phrase (f, match->group.end) || match->denied)
    return FALSE;
  /* « le groupe, …, annonce la rupture »: what verbs that take an object have behind them is
   * that */
  if ((match->cue->frames & APO_FRAME_OBJECT) && apo_claim_is_mark (f, before - 1, ",")
      && !apo_claim_spans_is_animate (f, match->group.end))
    return FALSE;

  end = find_aside_end (f, match->group.end);
  for (guint i = match->group.end; i < end; i++)
    if (apo_claim_is (f, i, f->is->that) || apo_reading_is_finite (f->reading, i))
      return FALSE;

  /* « , a dit Paul Petit, maire de Nulle-Part. » at the end of a sentence goes to its end. */
  source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (match->group.end, end));
  if (apo_claim_is_mark (f, end, ",") && before > f->sentence.start
      && (apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING
          || apo_claim_is_mark (f, before - 1, ",")))
    {
      guint next = find_aside_end (f, end + 1);

      if (next < f->sentence.end && apo_claim_is_mark (f, next, ".") && next + 1 >= f->sentence.end
          && (apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING
              || (before > f->sentence.start + 1
                  && apo_claim_get (f, before - 2)->flags & APO_TOKEN_CLOSING)))
        {
          if (source.actor == APO_FOUND_NONE
              || apo_reading_get_name (f->reading, match->group.end) == NULL)
            source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (match->group.end, next));
          end = next;
        }
    }

  if (source.actor == APO_FOUND_NONE && !(apo_claim_get (f, before - 1)->flags & APO_TOKEN_CLOSING)
      && !apo_claim_is (f, match->group.end, f->is->determiner))
    return FALSE;

  add_aside (f, match, &source, end);

  return TRUE;
}

/* The subject of a verb form: before a finite verb, the sentence's own subject for a gerund. */
ApoSource
apo_claims_find_source (ApoClaimFinder    *f,
                        const ApoCueMatch *match)
{
  ApoSource source;

  if (match->inverted > 0)
    return apo_speakers_in (f->reading, f->speakers,
                            APO_SPAN (match->inverted, match->inverted + 1));

  if (match->form == APO_VERB_GERUND || match->form == APO_VERB_INFINITIVE
      || (match->group.start > f->sentence.start
          && apo_claim_is (f, match->group.start - 1, f->is->and_)
          && !apo_claim_is (f, match->group.start - 1, f->is->determiner)))
    {
      /* the first finite verb of the sentence before it */
      guint subject_of = 0;

      for (guint i = match->group.start; i-- > f->sentence.start && subject_of == 0;)
        if (apo_reading_is_finite (f->reading, i) && apo_reading_get_name (f->reading, i) == NULL)
          {
            guint k = i;

            while (k > f->sentence.start
                   && apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb)
                   && !apo_claim_is (f, k - 1, f->is->subject))
              k--;
            source = apo_speakers_before (f->reading, f->speakers, k);
            if (source.tokens.end > source.tokens.start)
              return source;
          }

      /* « Après avoir annoncé …, le club a fermé »: the subject comes */
      for (guint i = match->group.end; i < f->sentence.end; i++)
        if (apo_claim_is_mark (f, i, ",") && apo_claim_spans_begins_phrase (f, i + 1))
          {
            guint end = i + 1;

            while (end < f->sentence.end && !apo_reading_is_finite (f->reading, end)
                   && !apo_claim_is_mark (f, end, ",.;"))
              end++;
            return apo_speakers_in (f->reading, f->speakers, APO_SPAN (i + 1, end));
          }
      return (ApoSource) { { 0, 0 }, APO_FOUND_NONE };
    }

  return apo_speakers_before (f->reading, f->speakers, match->group.start);
}

/* « cela révèle »: nobody speaks. */
static gboolean
is_impersonal (ApoClaimFinder  *f,
               const ApoSource *source)
{
  return source->tokens.end == source->tokens.start + 1
         && apo_claim_is (f, source->tokens.start,
                apo_language_pack_get_class (f->reading->rules->pack, "impersonal"));
}

static gboolean
try_frames (ApoClaimFinder    *f,
            const ApoCueMatch *match)
{
  guint frames = match->cue->frames;
  guint after = match->group.end;
  ApoSpan none = { 0, 0 };
  ApoSpan content = none;
  ApoSource source;
  guint at;

  if ((frames & APO_FRAME_THAT) && (at = apo_claim_spans_find_that (f, after)) > 0)
    content = APO_SPAN (at + 1, apo_claim_spans_get_clause_end (f, at + 1));
  else if ((frames & APO_FRAME_INFINITIVE) && (at = apo_claim_spans_find_infinitive (f, after)) > 0)
    content = APO_SPAN (at, apo_claim_spans_get_infinitive_end (f, at));
  else if ((frames & (APO_FRAME_QUOTE | APO_FRAME_COLON))
           && (at = apo_claim_spans_find_quotation (f, after, frames)) > 0)
    content = apo_claim_is_opening (f, at) ? APO_SPAN (at, apo_claim_get (f, at)->partner + 1)
                                 : APO_SPAN (at, f->sentence.end);
  else if ((frames & (APO_FRAME_OBJECT | APO_FRAME_CHARGE))
           && !(match->tentative && match->form == APO_VERB_INFINITIVE))
    {
      at = apo_claim_spans_skip_time (f, after);
      while (apo_claim_is (f, at, f->is->adverb))
        at++;
      if (apo_claim_spans_begins_phrase (f, at) || apo_claim_is_opening (f, at))
        content = APO_SPAN (at, frames & APO_FRAME_CHARGE ? apo_claim_spans_get_clause_end (f, at)
                                                          : apo_claim_spans_get_object_end (f, at));
    }

  if (content.end <= content.start && (frames & APO_FRAME_BARE))
    {
      at = apo_claim_spans_skip_time (f, after);
      if (apo_claim_spans_begins_phrase (f, at) || apo_claim_is (f, at, f->is->subject))
        content = APO_SPAN (at, apo_claim_spans_get_clause_end (f, at));
    }

  content.end = MIN (content.end, f->sentence.end);
  if (content.end <= content.start)
    return FALSE;

  source = apo_claims_find_source (f, match);
  if (source.first_person || is_impersonal (f, &source))
    return FALSE;
  if (source.tokens.end == source.tokens.start && match->form != APO_VERB_GERUND
      && match->form != APO_VERB_INFINITIVE
        && apo_claim_spans_get_quotation_end (f, match->verb) > 0)
    return FALSE;

  apo_claims_add (f, match->group, &source, content, none, match->cue->type, get_certainty (match));

  return TRUE;
}

/**
 * apo_claims_find:
 * @speakers: who spoke last, kept from sentence to sentence
 *
 * Finds what the sentence says that somebody says: fixed patterns first (*selon X*, *, a dit X,*),
 * then what the verb takes (a clause, an infinitive, a quotation, an object).
 */
void
apo_claims_find (ApoReading  *reading,
                 ApoSpan      sentence,
                 ApoSpeakers *speakers)
{
  ApoClaimFinder f = { reading, &reading->rules->is, speakers, sentence };

  for (guint i = sentence.start; i < sentence.end; i++)
    {
      ApoCueMatch match;
      guint n = apo_claim_phrases_try (&f, i);

      if (n > 0)
        {
          i += n - 1;
          continue;
        }
      if (i < f.quoted_to && apo_claim_spans_get_quotation_end (&f, i) > 0)
        continue;
      if (apo_claim_get (&f, i)->verb == NULL || !apo_claim_cues_match (reading, i, &match))
        continue;

      if (!try_aside (&f, &match))
        try_frames (&f, &match);
    }
}
