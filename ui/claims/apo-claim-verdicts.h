/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_VERDICTS (apo_claim_verdicts_get_type ())

/**
 * ApoClaimVerdicts:
 *
 * The two big buttons Verified and Disputed, and a menu of the finer verdicts, for one claim.
 * Pressing the verdict that the claim already has takes it away.
 *
 * Properties: `verdict`, that of the claim; to set it is to press it.  The action `verdicts.judge`
 * (target: its nick) does the same.
 */
G_DECLARE_FINAL_TYPE (ApoClaimVerdicts, apo_claim_verdicts, APO, CLAIM_VERDICTS, GtkBox)

GtkWidget *apo_claim_verdicts_new       (ApoHistory       *history);
void       apo_claim_verdicts_set_claim (ApoClaimVerdicts *verdicts,
                                         ApoClaim         *claim);
void       apo_claim_verdicts_judge     (ApoHistory       *history,
                                         ApoClaim         *claim,
                                         ApoVerdict        verdict);

G_END_DECLS
