/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-disclaimers.h"

/**
 * apo_disclaimers_find:
 * @first_claim: the first claim of the sentence before, to which a disclaimer belongs
 *
 * Where the sentence takes its distance from what was reported, attaches the clause that does so to
 * the claims of the sentence before it, and to its own.
 */
void
apo_disclaimers_find (ApoReading *reading,
                      ApoSpan     sentence,
                      guint       first_claim)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    {
      int value = 0;
      guint n = apo_phrases_match (reading->rules->disclaimers, reading->tokens, i, &value);
      ApoSpan clause = { i, i + n };
      ApoSpan span;

      if (n == 0)
        continue;

      while (clause.start > sentence.start
             && !apo_reading_is_mark (reading, clause.start - 1, ";:,"))
        clause.start--;
      while (clause.end < sentence.end && !apo_reading_is_mark (reading, clause.end, ".,;!?"))
        clause.end++;
      span = apo_reading_get_span (reading, clause);

      for (guint k = first_claim; k < reading->findings->claims->len; k++)
        {
          ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, k);

          if (!apo_spans_contain ((ApoSpan *) (gpointer) claim->content->data, claim->content->len,
                                  span))
            g_array_append_val (claim->disclaimers, span);
        }
      return;
    }
}
