/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_BAR (apo_claim_bar_get_type ())

/**
 * ApoClaimBar:
 *
 * The selected claim and its two buttons below the text, where the list has no room.
 */
G_DECLARE_FINAL_TYPE (ApoClaimBar, apo_claim_bar, APO, CLAIM_BAR, GtkWidget)

void apo_claim_bar_set_context  (ApoClaimBar *bar,
                                 ApoDossier  *dossier,
                                 ApoHistory  *history,
                                 ApoFocus    *focus);
void apo_claim_bar_set_revealed (ApoClaimBar *bar,
                                 gboolean     revealed);

G_END_DECLS
