/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-certainty.h"

#include "apo-tree.h"

/* So many tokens at the start of a passage decide about it. */
#define MAX_LOOK 60

/* Whether the token stands in a main clause of the passage, by the tree. */
static gboolean
is_main (const ApoReading *reading,
         ApoSpan           tokens,
         guint             i)
{
  for (guint step = 0; step < MAX_LOOK; step++)
    {
      guint head = apo_reading_get (reading, i)->head;

      if (head == i || head < tokens.start || head >= tokens.end)
        return TRUE;
      if (apo_tree_is (reading->tokens, i, APO_DEP_BIT (APO_DEP_ACL)
                       | APO_DEP_BIT (APO_DEP_ACL_RELCL) | APO_DEP_BIT (APO_DEP_ADVCL)))
        return FALSE;
      i = head;
    }

  return TRUE;
}

/* Whether the tree tells main clauses from others in the passage. */
static gboolean
has_main (const ApoReading *reading,
          ApoSpan           tokens)
{
  for (guint i = tokens.start; i < tokens.end; i++)
    if (apo_tree_has (reading->tokens, i) && apo_reading_is_finite (reading, i)
        && is_main (reading, tokens, i))
      return TRUE;

  return FALSE;
}

/* « va ouvrir », « s'apprête à ouvrir » */
static gboolean
is_near_future (const ApoReading *reading,
                guint             i,
                guint             end)
{
  const ApoClasses *is = &reading->rules->is;
  guint next = i + 1;

  if (!apo_reading_is (reading, i, is->near_future))
    return FALSE;

  while (next + 1 < end
         && apo_reading_is (reading, next, is->adverb | is->negator | is->clitic | is->to))
    next++;

  return next < end
         && (apo_verb_reading_collect (apo_reading_get (reading, next)->verb)
             & APO_VERB_INFINITIVE) != 0;
}

/**
 * apo_certainty_of_tokens:
 *
 * Returns: how a passage says what it says: as a question, with a doubt (conditional, *peut-être*),
 * as a prediction (a main verb in the future; where there is no tree, its first verb), or plainly
 */
ApoCertainty
apo_certainty_of_tokens (const ApoReading *reading,
                         ApoSpan           tokens)
{
  const ApoClasses *is = &reading->rules->is;
  gboolean future = FALSE, other = FALSE;
  ApoSpan look = { tokens.start, MIN (tokens.end, tokens.start + MAX_LOOK) };
  gboolean by_tree;

  if (tokens.end > tokens.start && apo_reading_is_mark (reading, tokens.end - 1, "?"))
    return APO_CERTAINTY_QUESTION;

  by_tree = has_main (reading, look);
  for (guint i = look.start; i < look.end; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);
      guint forms = token->form != 0 ? token->form : apo_verb_reading_collect (token->verb);
      gboolean near = is_near_future (reading, i, look.end);

      if (by_tree && !is_main (reading, look, i))
        continue;
      if ((token->classes & (is->hedging | is->modal))
          || (forms == APO_VERB_CONDITIONAL && !(token->classes & is->near_future)))
        return APO_CERTAINTY_HEDGED;

      if (near || forms == APO_VERB_FUTURE || (token->classes & is->coming))
        future |= by_tree || !other;
      else if (apo_reading_is_finite (reading, i))
        other = TRUE;
    }

  return future ? APO_CERTAINTY_PREDICTION : APO_CERTAINTY_ASSERTED;
}
