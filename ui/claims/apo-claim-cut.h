/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CUT (apo_claim_cut_get_type ())

/**
 * ApoClaimCut:
 *
 * The passage of a claim with the sentences around it, to be trimmed, extended or split by keyboard
 * or pointer: what is selected is kept, or the claim is split where the cursor stands.
 *
 * Signal: `done`, when the reader has cut or does not want to.
 */
G_DECLARE_FINAL_TYPE (ApoClaimCut, apo_claim_cut, APO, CLAIM_CUT, GtkBox)

void apo_claim_cut_start (ApoClaimCut *cut,
                          ApoHistory  *history,
                          ApoClaim    *claim);

G_END_DECLS
