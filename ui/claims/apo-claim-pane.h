/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_PANE (apo_claim_pane_get_type ())

/**
 * ApoClaimPane:
 *
 * Everything about the claim that the focus has selected, beside the text: passage, who says it,
 * verdict, reason, and what stands around it.  It shows the last claim until another is selected.
 *
 * Signal: `span-activated` (guint start, guint end), when the reader wants to see a passage.
 * Actions: `claim.dismiss`, `claim.restore`, `claim.edit-speaker`, `claim.cut`, `claim.join-next`.  Its
 * header uses `desk.close-pane`, `win.next-claim` and `win.previous-claim`.  Escape leaves a field
 * for the passage.
 */
G_DECLARE_FINAL_TYPE (ApoClaimPane, apo_claim_pane, APO, CLAIM_PANE, GtkBox)

GtkWidget *apo_claim_pane_new         (void);
void       apo_claim_pane_set_context (ApoClaimPane *pane,
                                       ApoDossier   *dossier,
                                       ApoHistory   *history,
                                       ApoFocus     *focus);
ApoClaim  *apo_claim_pane_get_claim   (ApoClaimPane *pane);
void       apo_claim_pane_edit_reason (ApoClaimPane *pane);
void       apo_claim_pane_add_source  (ApoClaimPane *pane);

G_END_DECLS
