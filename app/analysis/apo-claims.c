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

/* « le club considère la ligue comme un allié, partant du principe que … »: two cues for one and the
 * same saying of one speaker; the one closer by, which comes later, is its own.  Linear in the
 * claims of the sentence. */
static gboolean
take_over (ApoClaimFinder  *f,
           ApoSpan          cue,
           const ApoSource *source,
           const ApoSpan   *pieces,
           guint            n_pieces)
{
  GPtrArray *claims = f->reading->findings->claims;

  for (guint i = claims->len; i-- > f->first_claim;)
    {
      ApoFoundClaim *claim = g_ptr_array_index (claims, i);
      gboolean same = claim->content->len == n_pieces && claim->speaker == source->actor
                      && source->actor != APO_FOUND_NONE && cue.end > cue.start;

      for (guint p = 0; p < n_pieces && same; p++)
        same = apo_span_equal (apo_reading_get_span (f->reading, pieces[p]),
                               g_array_index (claim->content, ApoSpan, p));
      if (!same)
        continue;

      if (cue.end <= pieces[0].start)
        {
          claim->cue = apo_reading_get_span (f->reading, cue);
          g_array_index (f->reading->claim_cues, ApoSpan, i) = cue;
        }
      return TRUE;
    }

  return FALSE;
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
  if (n == 0 || take_over (f, cue, source, pieces, n))
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
  claim->form = f->turn ? APO_FORM_DIRECT : get_form (f, pieces, n);
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

/* How sure the speaker makes it: not said, yet to be said, or as the verb has it. */
ApoCertainty
apo_claims_get_certainty (const ApoCueMatch *match,
                          const ApoCue      *cue)
{
  if (match->denied)
    return APO_CERTAINTY_DENIED;

  return match->future ? APO_CERTAINTY_PREDICTION : cue->certainty;
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
  ApoClaimFinder f = { reading, &reading->rules->is, speakers, sentence, .verb = APO_TREE_NONE };

  f.first_claim = reading->findings->claims->len;
  if (apo_claim_turns_find (&f))
    return;

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

      f.verb = i;
      if (!apo_claim_asides_try (&f, &match))
        apo_claim_frames_try (&f, &match);
      f.verb = APO_TREE_NONE;
    }

  apo_claim_turns_continue (&f, f.first_claim);
}
