/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* A longer paragraph is no turn of a dialogue; so far back from a colon is its verb looked for. */
#define MAX_TURN 1500
#define MAX_LEAD 24

static gboolean
is_dash (ApoReading *reading,
         guint       i)
{
  return apo_reading_is_mark (reading, i, "—–")
         && (apo_reading_get (reading, i)->flags & APO_TOKEN_PARAGRAPH);
}

/* The end of the paragraph that begins at @start, or 0 where it is too long. */
static guint
get_paragraph_end (ApoReading *reading,
                   guint       start)
{
  guint n = reading->tokens->tokens->len;
  guint i = start + 1;

  while (i < n && i - start < MAX_TURN
         && !(apo_reading_get (reading, i)->flags & APO_TOKEN_PARAGRAPH))
    i++;

  return i - start < MAX_TURN ? i : 0;
}

/* « — Tu viens ? dit-elle. »: who says it stands in the turn itself. */
static gboolean
try_aside (ApoClaimFinder *f)
{
  for (guint i = f->sentence.start; i < f->sentence.end; i++)
    {
      ApoCueMatch match;

      if (apo_claim_get (f, i)->verb != NULL && apo_claim_cues_match (f->reading, i, &match)
          && apo_claim_asides_try (f, &match))
        return TRUE;
    }

  return FALSE;
}

/* « Elle dit encore : »: who says it stands in the sentence before. */
static gboolean
try_lead (ApoClaimFinder *f,
          ApoSpan         turn)
{
  ApoClaimFinder before = *f;

  if (turn.start == 0 || !apo_reading_is_mark (f->reading, turn.start - 1, ":"))
    return FALSE;

  before.sentence = apo_reading_get_sentence (f->reading, turn.start - 1);
  for (guint i = turn.start - 1; i-- > before.sentence.start && turn.start - i < MAX_LEAD;)
    {
      ApoCueMatch match;
      const ApoCue *cue;
      ApoSource source;

      if (apo_claim_get (f, i)->verb == NULL || !apo_claim_cues_match (f->reading, i, &match)
          || match.passive)
        continue;
      cue = apo_claim_cues_pick (&match, APO_FRAME_QUOTE | APO_FRAME_COLON | APO_FRAME_TOLD);
      if (cue == NULL)
        continue;

      source = apo_claim_sources_find (&before, &match);
      apo_claims_add (f, match.group, &source, turn, APO_SPAN (0, 0), APO_CLAIM_QUOTATION,
                      APO_CERTAINTY_ASSERTED);
      return TRUE;
    }

  return FALSE;
}

/* Whether a paragraph with a dash is one of a dialogue: others stand around it or before it, and it
 * ends as sentences do. */
static gboolean
is_dialogue (ApoClaimFinder *f,
             ApoSpan         turn)
{
  ApoReading *reading = f->reading;
  guint before = turn.start > 0 ? apo_reading_get_sentence (reading, turn.start - 1).start : 0;

  if (!apo_reading_is_mark (reading, turn.end - 1, ".!?…»”"))
    return FALSE;

  if (reading->turn_to > 0 || is_dash (reading, turn.end))
    return TRUE;

  return turn.start > 0
         && (apo_reading_is_mark (reading, turn.start - 1, ":") || is_dash (reading, before));
}

/**
 * apo_claim_turns_find:
 * @f: with a sentence that may begin a paragraph
 *
 * Finds what is said as a turn of a dialogue: a paragraph with a dash, or quoted behind a colon
 * that ends the sentence before.
 *
 * Returns: whether the sentence belongs to such a turn, and nothing else is to be looked for there
 */
gboolean
apo_claim_turns_find (ApoClaimFinder *f)
{
  ApoReading *reading = f->reading;
  ApoSpan sentence = f->sentence;
  ApoSpan turn = { sentence.start, 0 };
  ApoSource nobody = { { 0, 0 }, APO_FOUND_NONE };

  if (sentence.start < reading->turn_to)
    return TRUE;

  if (apo_claim_is_opening (f, sentence.start))
    {
      turn.end = apo_claim_get (f, sentence.start)->partner + 1;
      if (turn.end <= turn.start + 1 || !try_lead (f, turn))
        return FALSE;
      reading->turn_to = turn.end;
      return turn.end >= sentence.end;
    }

  if (!is_dash (reading, sentence.start))
    return FALSE;
  turn.end = get_paragraph_end (reading, sentence.start);
  if (turn.end <= turn.start + 1)
    return FALSE;

  f->sentence = turn;
  f->turn = TRUE;
  if (try_aside (f) || try_lead (f, turn))
    reading->turn_to = turn.end;
  else if (is_dialogue (f, turn))
    {
      apo_claims_add (f, APO_SPAN (0, 0), &nobody, turn, APO_SPAN (0, 0), APO_CLAIM_QUOTATION,
                      APO_CERTAINTY_ASSERTED);
      reading->turn_to = turn.end;
    }
  f->sentence = sentence;
  f->turn = FALSE;

  return sentence.start < reading->turn_to;
}

/**
 * apo_claim_turns_continue:
 * @first_claim: the first claim that this sentence gave
 *
 * « … », dit-elle. « … »: a sentence that is nothing but a quotation, in the same paragraph, goes
 * on with what was quoted in the sentence before it.
 */
void
apo_claim_turns_continue (ApoClaimFinder *f,
                          guint           first_claim)
{
  GPtrArray *claims = f->reading->findings->claims;
  const ApoToken *first = apo_claim_get (f, f->sentence.start);
  ApoFoundClaim *last;
  ApoSpan cue, span;

  if (first_claim == 0 || claims->len > first_claim || f->sentence.start == 0
      || !apo_claim_is_opening (f, f->sentence.start) || (first->flags & APO_TOKEN_PARAGRAPH)
      || first->partner + 2 < f->sentence.end || first->partner == f->sentence.start)
    return;

  last = g_ptr_array_index (claims, first_claim - 1);
  cue = g_array_index (f->reading->claim_cues, ApoSpan, first_claim - 1);
  if (last->form != APO_FORM_DIRECT || cue.end == cue.start
      || apo_claim_get (f, cue.start)->sentence + 1 != first->sentence)
    return;

  span = apo_reading_get_span (f->reading, APO_SPAN (f->sentence.start, first->partner + 1));
  g_array_append_val (last->content, span);
}
