/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-standing.h"

static gboolean
is_plain (ApoCertainty certainty)
{
  return certainty == APO_CERTAINTY_ASSERTED;
}

static gboolean
is_conditional (ApoCertainty certainty)
{
  return certainty == APO_CERTAINTY_HEDGED || certainty == APO_CERTAINTY_PREDICTION;
}

/**
 * apo_standing_of_supports:
 * @supports: the passages that say it, in any order
 *
 * Verified and disputed passages together make it contested; else something the article states
 * plainly or a verified claim makes it solid; else any claim that is not disputed makes it dashed,
 * or dotted where all of those are conditional or predicted; else it is struck.  Something without
 * any support is dashed: nobody vouches for it.
 */
ApoStanding
apo_standing_of_supports (const ApoSupport *supports,
                          guint             n_supports)
{
  gboolean stated = FALSE;
  gboolean verified = FALSE;
  gboolean disputed = FALSE;
  guint n_open = 0;
  guint n_conditional = 0;

  for (guint i = 0; i < n_supports; i++)
    {
      const ApoSupport *support = &supports[i];
      ApoVerdictGroup group = support->stated ? APO_VERDICT_GROUP_NONE
                                              : apo_verdict_get_group (support->verdict);

      if (support->stated && is_plain (support->certainty))
        stated = TRUE;
      else if (group == APO_VERDICT_GROUP_VERIFIED)
        verified = TRUE;
      else if (group == APO_VERDICT_GROUP_DISPUTED)
        disputed = TRUE;
      else
        {
          n_open++;
          n_conditional += is_conditional (support->certainty);
        }
    }

  if (verified && disputed)
    return APO_STANDING_CONTESTED;
  if (stated || verified)
    return APO_STANDING_SOLID;
  if (n_open > 0)
    return n_open == n_conditional ? APO_STANDING_DOTTED : APO_STANDING_DASHED;
  if (disputed)
    return APO_STANDING_STRUCK;

  return APO_STANDING_DASHED;
}

/**
 * apo_verdict_find_gravest:
 * @found: (array fixed-size=APO_N_VERDICTS): which verdicts there are
 *
 * Returns: the one that stands for all of them
 */
ApoVerdict
apo_verdict_find_gravest (const gboolean *found)
{
  static const ApoVerdict gravity[] = {
    APO_VERDICT_REFUTED, APO_VERDICT_DISPUTED, APO_VERDICT_MISLEADING, APO_VERDICT_MIXED,
    APO_VERDICT_UNPROVEN, APO_VERDICT_OUTDATED, APO_VERDICT_MOSTLY_VERIFIED, APO_VERDICT_VERIFIED,
    APO_VERDICT_NOT_CHECKABLE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (gravity); i++)
    if (found[gravity[i]])
      return gravity[i];

  return APO_VERDICT_NONE;
}
