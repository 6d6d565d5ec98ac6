/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_KEY_LAYOUT (apo_claim_key_layout_get_type ())

/**
 * ApoClaimKeyLayout:
 *
 * Lays its widgets out in the middle of a row, 6 pixels apart, and leaves the last one, the hint at
 * a key, out where there is no room for it.
 */
G_DECLARE_FINAL_TYPE (ApoClaimKeyLayout, apo_claim_key_layout, APO, CLAIM_KEY_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
