/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CONTEXT (apo_claim_context_get_type ())

/**
 * ApoClaimContext:
 *
 * What stands around a claim: where the article itself makes reservations, the relations and events
 * that rest on it, and the log of its verdicts.  A list that would be empty is not shown.
 *
 * Signal: `span-activated` (guint start, guint end), when the reader wants to see a passage.
 */
G_DECLARE_FINAL_TYPE (ApoClaimContext, apo_claim_context, APO, CLAIM_CONTEXT, GtkBox)

void apo_claim_context_show (ApoClaimContext *context,
                             ApoDossier      *dossier,
                             ApoFocus        *focus,
                             ApoClaim        *claim);

G_END_DECLS
