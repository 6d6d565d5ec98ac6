/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-merge-item.h"

G_BEGIN_DECLS

#define APO_TYPE_MERGE_ROW (apo_merge_row_get_type ())

/**
 * ApoMergeRow:
 *
 * A row of what a merge brings: the words that it is about, what happens to them, and of a conflict
 * both values with two buttons to settle it.
 *
 * Property: `item`, an ApoMergeItem.  CSS class: `.apo-review-row`.
 */
G_DECLARE_FINAL_TYPE (ApoMergeRow, apo_merge_row, APO, MERGE_ROW, GtkBox)

GtkWidget *apo_merge_row_new (void);

G_END_DECLS
