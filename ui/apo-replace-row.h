/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-replace-item.h"

G_BEGIN_DECLS

const char *apo_place_state_get_icon (ApoPlaceState state);

#define APO_TYPE_REPLACE_ROW (apo_replace_row_get_type ())

/**
 * ApoReplaceRow:
 *
 * A line of the review: of what it is a passage, what it said and says, and the answers to choose
 * from.
 *
 * Property: `item`, an #ApoReplaceItem.
 */
G_DECLARE_FINAL_TYPE (ApoReplaceRow, apo_replace_row, APO, REPLACE_ROW, GtkBox)

GtkWidget *apo_replace_row_new (void);

G_END_DECLS
