/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_JUDGEMENT (apo_claim_judgement_get_type ())

/**
 * ApoClaimJudgement:
 *
 * What the reader makes of a claim: the verdict, how sure it is, how far the work is, when a
 * prediction is due, and the reason.  A verdict with neither a reason nor a source brings up a
 * gentle line; nothing is ever blocked.
 */
G_DECLARE_FINAL_TYPE (ApoClaimJudgement, apo_claim_judgement, APO, CLAIM_JUDGEMENT, GtkBox)

void apo_claim_judgement_show        (ApoClaimJudgement *judgement,
                                      ApoDossier        *dossier,
                                      ApoHistory        *history,
                                      ApoClaim          *claim);
void apo_claim_judgement_edit_reason (ApoClaimJudgement *judgement);

G_END_DECLS
