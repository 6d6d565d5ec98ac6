/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-claim-filter.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CHIPS (apo_claim_chips_get_type ())

/**
 * ApoClaimChips:
 *
 * What a list of claims is narrowed by, each a chip that takes it away when pressed; and a button to
 * save it all under a name, or, where it is a saved view, to rename or delete that.
 */
G_DECLARE_FINAL_TYPE (ApoClaimChips, apo_claim_chips, APO, CLAIM_CHIPS, GtkWidget)

void apo_claim_chips_set_context (ApoClaimChips  *chips,
                                  ApoClaimFilter *filter,
                                  ApoDossier     *dossier,
                                  ApoHistory     *history);
void apo_claim_chips_update      (ApoClaimChips  *chips);

G_END_DECLS
