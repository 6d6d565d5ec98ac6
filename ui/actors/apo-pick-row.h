/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-pick.h"

G_BEGIN_DECLS

#define APO_TYPE_PICK_ROW (apo_pick_row_get_type ())

/**
 * ApoPickRow:
 *
 * A row of a list in which things are ticked: a tick, perhaps a sign, and words.  The row of the list
 * that it stands in is named by the words, and described by whether it is ticked.
 */
G_DECLARE_FINAL_TYPE (ApoPickRow, apo_pick_row, APO, PICK_ROW, GtkBox)

GtkWidget *apo_pick_row_new        (GtkWidget  *sign);
void       apo_pick_row_set_pick   (ApoPickRow *row,
                                    ApoPick    *pick);
void       apo_pick_row_set_markup (ApoPickRow *row,
                                    const char *markup);
GtkWidget *apo_pick_row_get_sign   (ApoPickRow *row);

G_END_DECLS
