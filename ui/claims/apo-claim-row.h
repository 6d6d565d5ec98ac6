/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_ROW (apo_claim_row_get_type ())

/**
 * ApoClaimRow:
 *
 * A claim in the list: sign of the verdict, passage, who says so and how surely, and the buttons of
 * the verdicts, small ones until the row is selected.
 *
 * Properties: `claim` and `selected`, to be bound to those of a #GtkListItem.
 *
 * Keys: Tab goes from the row to its buttons, arrows go past them.
 */
G_DECLARE_FINAL_TYPE (ApoClaimRow, apo_claim_row, APO, CLAIM_ROW, GtkBox)

GtkWidget *apo_claim_row_new       (ApoDossier  *dossier,
                                    ApoHistory  *history,
                                    ApoFocus    *focus);
ApoClaim  *apo_claim_row_get_claim (ApoClaimRow *row);

G_END_DECLS
