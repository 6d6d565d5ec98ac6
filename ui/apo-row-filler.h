/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_ROW_FILLER (apo_row_filler_get_type ())

/* So many rows are filled at once, and of those that are seen with each frame after that; of the
 * others so many. */
#define APO_ROW_FILLER_AT_ONCE 4
#define APO_ROW_FILLER_PER_FRAME 2

/**
 * ApoRowFiller:
 *
 * Fills the rows of a long list.  A list view keeps up to 200 rows, seen or not, and makes them all
 * in the moment in which it gets so many items, or is scrolled to its other end: that is felt.  Here
 * what is near to what is seen comes first, and the rest with the frames that follow.  A list that
 * is not seen at all has no rows until it is.
 */
G_DECLARE_FINAL_TYPE (ApoRowFiller, apo_row_filler, APO, ROW_FILLER, GObject)

/**
 * ApoRowFunc:
 *
 * Returns: (transfer floating): a row with the property that apo_row_filler_new() names, and with
 *   `selected`
 */
typedef GtkWidget * (* ApoRowFunc) (gpointer user_data);

ApoRowFiller *apo_row_filler_new           (GtkListView       *view,
                                            const char        *property,
                                            ApoRowFunc         create,
                                            gpointer           user_data);
void          apo_row_filler_set_model     (ApoRowFiller      *filler,
                                            GtkSelectionModel *model);
guint         apo_row_filler_count_waiting (ApoRowFiller      *filler);

G_END_DECLS
