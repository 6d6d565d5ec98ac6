/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-session-merge.h"

G_BEGIN_DECLS

#define APO_TYPE_MERGE_REVIEW (apo_merge_review_get_type ())

/**
 * ApoMergeReview:
 *
 * What merging another copy of the dossier would bring, before anything is done: how much comes in,
 * the conflicts side by side, each settled or all at once, and what comes in one by one.  It follows
 * the dossier when that is changed meanwhile; what was settled stays so.
 *
 * Properties: `show` (“conflicts” or “changes”).  Signals: `ready` (there is something to show),
 * `failed` (a sentence), `done` (whether it was merged, and the name of the copy), `show-item` (an
 * id).  Actions: `merge.show`, `merge.settle-all`, `merge.show-item`, `merge.apply`,
 * `merge.give-up`.
 */
G_DECLARE_FINAL_TYPE (ApoMergeReview, apo_merge_review, APO, MERGE_REVIEW, GtkWidget)

GtkWidget  *apo_merge_review_new           (void);
void        apo_merge_review_set_session   (ApoMergeReview *review,
                                            ApoSession     *session);
void        apo_merge_review_take_file     (ApoMergeReview *review,
                                            GFile          *file);
gboolean    apo_merge_review_is_waiting    (ApoMergeReview *review);
GListModel *apo_merge_review_get_conflicts (ApoMergeReview *review);

G_END_DECLS
