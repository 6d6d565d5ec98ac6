/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

/**
 * ApoReaderTies:
 *
 * The links between claims as they are drawn beside the text: brackets from one claim's first line
 * to the other's, dashed with ≠ where they contradict each other, doubled where they say the same,
 * with an arrow to what the other depends on.
 */
typedef struct _ApoReaderTies ApoReaderTies;

/**
 * ApoReaderTieFunc:
 * @offset: in the text, on screen
 *
 * Returns: the middle of the line that @offset stands on, in pixels of the widget that is drawn
 */
typedef double (* ApoReaderTieFunc) (guint    offset,
                                     gpointer user_data);

ApoReaderTies *apo_reader_ties_new      (ApoDossier       *dossier);
void           apo_reader_ties_free     (ApoReaderTies    *ties);
void           apo_reader_ties_snapshot (ApoReaderTies    *ties,
                                         GtkWidget        *widget,
                                         GtkSnapshot      *snapshot,
                                         ApoFocus         *focus,
                                         ApoSpan           visible,
                                         double            right,
                                         ApoReaderTieFunc  func,
                                         gpointer          user_data);
ApoClaimLink  *apo_reader_ties_at       (ApoReaderTies    *ties,
                                         double            x,
                                         double            y);
ApoClaim      *apo_reader_ties_get_other (ApoReaderTies   *ties,
                                         ApoClaimLink     *link,
                                         ApoFocus         *focus);
char          *apo_reader_ties_dup_words (ApoReaderTies   *ties,
                                         ApoClaimLink     *link,
                                         ApoFocus         *focus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReaderTies, apo_reader_ties_free)

G_END_DECLS
