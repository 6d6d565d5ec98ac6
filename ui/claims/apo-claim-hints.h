/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_HINTS (apo_claim_hints_get_type ())

/**
 * ApoClaimHints:
 *
 * The keys of triage in one place, below the list, until the reader closes them; the preferences
 * bring them back.
 *
 * Properties: `shown`.
 */
G_DECLARE_FINAL_TYPE (ApoClaimHints, apo_claim_hints, APO, CLAIM_HINTS, GtkWidget)

G_END_DECLS
