/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-session.h"

G_BEGIN_DECLS

#define APO_TYPE_RENEWAL_REVIEW (apo_renewal_review_get_type ())

/**
 * ApoRenewalReview:
 *
 * What another analysis would change, for the reader to choose from before it does.  When the
 * dossier changes meanwhile, the list is made anew, and the choices stay.
 *
 * Actions: `renewal.apply`, `renewal.give-up`, `renewal.choose` (the position in the list, whether
 * it is chosen), `renewal.choose-all` (whether they are chosen).  Signals: `ready` (guint n_changes),
 * when a list was made; `done` (guint n_changes: how many were made, 0 where the reader gave up or
 * the text is another one now); `span-activated` (const char *id, guint start, guint end).
 */
G_DECLARE_FINAL_TYPE (ApoRenewalReview, apo_renewal_review, APO, RENEWAL_REVIEW, GtkWidget)

GtkWidget  *apo_renewal_review_new           (void);
void        apo_renewal_review_set_session   (ApoRenewalReview *review,
                                              ApoSession       *session);
void        apo_renewal_review_take_findings (ApoRenewalReview *review,
                                              ApoFindings      *findings);
gboolean    apo_renewal_review_is_waiting    (ApoRenewalReview *review);
char       *apo_renewal_review_dup_kept      (ApoRenewalReview *review);
GListModel *apo_renewal_review_get_items     (ApoRenewalReview *review);

G_END_DECLS
