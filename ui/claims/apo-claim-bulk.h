/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_BULK (apo_claim_bulk_get_type ())

/**
 * ApoClaimBulk:
 *
 * A bar with what can be done to several selected claims at once, each as one undoable step.  It
 * shows itself only where there are several.
 *
 * Actions: `bulk.verdict`, `bulk.status` (target: the nick), `bulk.dismiss`, `bulk.restore`,
 * `bulk.join`.
 */
G_DECLARE_FINAL_TYPE (ApoClaimBulk, apo_claim_bulk, APO, CLAIM_BULK, GtkWidget)

void     apo_claim_bulk_set_context (ApoClaimBulk      *bulk,
                                     ApoDossier        *dossier,
                                     ApoHistory        *history,
                                     GtkSelectionModel *selection);
gboolean apo_claim_bulk_judge       (ApoClaimBulk      *bulk,
                                     ApoVerdict         verdict);

G_END_DECLS
