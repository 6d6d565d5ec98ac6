/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-claim-filter.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CHOICE (apo_claim_choice_get_type ())

/**
 * ApoClaimChoice:
 *
 * The menu that narrows a list of claims, and the actions behind it: by verdict, speaker, certainty,
 * actor and work, all combined; those that were dismissed; and the views that the reader saved.
 * The actions: `verdict-GROUP`, `certainty-WORD`, `status-WORD`, `dismissed` (each on or off),
 * `speaker`, `actor` (id, empty for all), `view` (id of a saved view), `reset`.
 */
G_DECLARE_FINAL_TYPE (ApoClaimChoice, apo_claim_choice, APO, CLAIM_CHOICE, GObject)

ApoClaimChoice *apo_claim_choice_new         (ApoClaimFilter *filter);
GActionGroup   *apo_claim_choice_get_actions (ApoClaimChoice *choice);
GMenuModel     *apo_claim_choice_create_menu (ApoClaimChoice *choice);

G_END_DECLS
