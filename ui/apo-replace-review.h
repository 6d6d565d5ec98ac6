/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_REPLACE_REVIEW (apo_replace_review_get_type ())

/**
 * ApoReplaceReview:
 *
 * Takes a newer version of the text, finds every passage in it again, and goes through what became
 * of them with the reader, who then replaces the text in one step, or does not.
 *
 * Property: `waiting` (read only): whether a review is unfinished.
 * Signals: `done`, when the text was replaced or the review was given up (gboolean replaced).
 * Actions: `replace.apply`, `replace.give-up`, `replace.show`, with the name of what to list.
 */
G_DECLARE_FINAL_TYPE (ApoReplaceReview, apo_replace_review, APO, REPLACE_REVIEW, GtkWidget)

GtkWidget  *apo_replace_review_new         (void);
void        apo_replace_review_set_history (ApoReplaceReview *review,
                                            ApoHistory       *history);
void        apo_replace_review_take_file   (ApoReplaceReview *review,
                                            GFile            *file);
void        apo_replace_review_take_text   (ApoReplaceReview *review,
                                            const char       *text);
void        apo_replace_review_tell        (ApoReplaceReview *review,
                                            const char       *message);
gboolean    apo_replace_review_is_waiting  (ApoReplaceReview *review);
GListModel *apo_replace_review_get_listed  (ApoReplaceReview *review);

G_END_DECLS
