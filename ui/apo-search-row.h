/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-search.h"

G_BEGIN_DECLS

#define APO_TYPE_SEARCH_ROW (apo_search_row_get_type ())

/**
 * ApoSearchRow:
 *
 * One of the things found: of what kind it is, and some words with those looked for in bold; or how
 * many more of its group there are.
 */
G_DECLARE_FINAL_TYPE (ApoSearchRow, apo_search_row, APO, SEARCH_ROW, GtkListBoxRow)

const char     *apo_search_row_get_group_label (ApoSearchGroup  group);
GtkWidget      *apo_search_row_new             (ApoDossier     *dossier,
                                                ApoSearch      *search,
                                                ApoSearchGroup  group,
                                                guint           index);
GtkWidget      *apo_search_row_new_more        (ApoSearchGroup  group,
                                                guint           n_more);
ApoSearchGroup  apo_search_row_get_group       (ApoSearchRow   *row);
int             apo_search_row_get_index       (ApoSearchRow   *row);

G_END_DECLS
