/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_ANCHOR (apo_claim_anchor_get_type ())

/**
 * ApoClaimAnchor:
 *
 * Says of a claim that its words have changed since the text was replaced, or are not there any
 * more; opened, it shows both wordings and lets the reader confirm the new one.  It is hidden while
 * the claim stands where it stood.
 */
G_DECLARE_FINAL_TYPE (ApoClaimAnchor, apo_claim_anchor, APO, CLAIM_ANCHOR, GtkBox)

void apo_claim_anchor_set (ApoClaimAnchor *anchor,
                           ApoDossier     *dossier,
                           ApoHistory     *history,
                           ApoClaim       *claim,
                           gboolean        opened);

G_END_DECLS
