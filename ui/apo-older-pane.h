/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"
#include "apo-reader-view.h"

G_BEGIN_DECLS

#define APO_TYPE_OLDER_PANE (apo_older_pane_get_type ())

/**
 * ApoOlderPane:
 *
 * The older versions of the text, and what was not found again when they were replaced, to be
 * attached to what is selected in the text of today.
 *
 * Property: `n-unplaced` (read only).
 * Actions: `older.attach`, `older.show`, each with the id of an item and the number of a mention.
 */
G_DECLARE_FINAL_TYPE (ApoOlderPane, apo_older_pane, APO, OLDER_PANE, GtkWidget)

GtkWidget  *apo_older_pane_new          (ApoReaderView *reader);
void        apo_older_pane_set_context  (ApoOlderPane  *pane,
                                         ApoHistory    *history,
                                         ApoFocus      *focus);
gboolean    apo_older_pane_has_versions (ApoOlderPane  *pane);
GListModel *apo_older_pane_get_unplaced (ApoOlderPane  *pane);

G_END_DECLS
