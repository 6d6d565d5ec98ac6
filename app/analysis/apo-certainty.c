/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-certainty.h"

/* So many tokens at the start of a passage decide about it. */
#define MAX_LOOK 60

/**
 * apo_certainty_of_tokens:
 *
 * Returns: how a passage says what it says: as a question, with a doubt (conditional, *peut-être*),
 * as a prediction (its first verb in the future), or plainly
 */
ApoCertainty
apo_certainty_of_tokens (const ApoReading *reading,
                         ApoSpan           tokens)
{
  const ApoClasses *is = &reading->rules->is;
  gboolean future = FALSE, other = FALSE;
  guint end = MIN (tokens.end, tokens.start + MAX_LOOK);

  if (tokens.end > tokens.start && apo_reading_is_mark (reading, tokens.end - 1, "?"))
    return APO_CERTAINTY_QUESTION;

  for (guint i = tokens.start; i < end; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);
      guint forms = apo_verb_reading_collect (token->verb);

      if ((token->classes & (is->hedging | is->modal))
          || (forms == APO_VERB_CONDITIONAL && !(token->classes & is->near_future)))
        return APO_CERTAINTY_HEDGED;
      if ((token->classes & is->coming) && !other)
        future = TRUE;
      if (forms == APO_VERB_FUTURE)
        future |= !other;
      if ((token->classes & is->near_future) && i + 1 < end)
        {
          guint next = i + 1;

          while (next + 1 < end
                 && apo_reading_is (reading, next, is->adverb | is->negator | is->clitic | is->to))
            next++;
          future |= !other && (apo_verb_reading_collect (apo_reading_get (reading, next)->verb)
                               & APO_VERB_INFINITIVE) != 0;
        }
      else if (forms != APO_VERB_FUTURE && apo_reading_is_finite (reading, i))
        other = TRUE;
    }

  return future ? APO_CERTAINTY_PREDICTION : APO_CERTAINTY_ASSERTED;
}
