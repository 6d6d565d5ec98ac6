/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adopt.h"

#include "apo-adoption.h"

/**
 * apo_adopt_as_opening:
 * @dossier: one whose items, articles aside, all come from an earlier call
 * @article: of @dossier, the one that was analysed
 *
 * Makes the findings the items of the dossier, in the place of those of an earlier pass; what is the
 * same as before keeps its id.  No command: it cannot be undone.
 */
void
apo_adopt_as_opening (ApoDossier  *dossier,
                      ApoArticle  *article,
                      ApoFindings *findings)
{
  g_autoptr (ApoAdoption) adoption = apo_adoption_new (dossier, article, findings,
                                                       APO_ADOPT_OPENING);

  apo_adoption_prepare (adoption, G_MAXUINT);
  apo_adoption_open (adoption);
}

/**
 * apo_adopt_as_command:
 * @article: of @dossier, the one that was analysed
 *
 * Returns: (transfer full): a command that adds what is new in the findings and leaves all the rest
 *   alone: nothing that is there is changed, and nothing that was dismissed, merged, split, trimmed
 *   or re-attributed comes back
 */
ApoCommand *
apo_adopt_as_command (ApoDossier  *dossier,
                      ApoArticle  *article,
                      ApoFindings *findings)
{
  g_autoptr (ApoAdoption) adoption = apo_adoption_new (dossier, article, findings,
                                                       APO_ADOPT_COMMAND);

  apo_adoption_prepare (adoption, G_MAXUINT);

  return apo_adoption_take_command (adoption);
}
