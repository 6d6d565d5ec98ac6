/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_ROW_SLOT (apo_row_slot_get_type ())

/**
 * ApoRowSlot:
 *
 * The place of a row in a list view.  As long as it is empty it takes up as much room as a row
 * probably will, and costs next to nothing; #ApoRowFiller puts the row into it.
 *
 * CSS node: `rowslot`.
 */
G_DECLARE_FINAL_TYPE (ApoRowSlot, apo_row_slot, APO, ROW_SLOT, GtkWidget)

GtkWidget   *apo_row_slot_new          (GtkListItem *list_item,
                                        int         *row_height);
GtkListItem *apo_row_slot_get_item     (ApoRowSlot  *slot);
GtkWidget   *apo_row_slot_get_row      (ApoRowSlot  *slot);
void         apo_row_slot_set_row      (ApoRowSlot  *slot,
                                        GtkWidget   *row);
void         apo_row_slot_set_filled   (ApoRowSlot  *slot,
                                        gboolean     filled);
gboolean     apo_row_slot_is_filled    (ApoRowSlot  *slot);
GtkWidget   *apo_row_slot_get_list_row (GtkWidget   *row);

G_END_DECLS
