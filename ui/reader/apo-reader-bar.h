/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_BAR (apo_reader_bar_get_type ())

/**
 * ApoReaderBar:
 *
 * A small bar beside words that were selected, with what can be made of them.  Its buttons are the
 * actions `reader.…` of its parent; what needs more is asked in its place.
 *
 * Signals: `note` (const char *text); `actor` (ApoActorKind kind, gboolean everywhere).
 */
G_DECLARE_FINAL_TYPE (ApoReaderBar, apo_reader_bar, APO, READER_BAR, GtkPopover)

ApoReaderBar *apo_reader_bar_new       (GtkWidget          *parent);
void          apo_reader_bar_present   (ApoReaderBar       *bar,
                                        const GdkRectangle *place);
void          apo_reader_bar_ask_note  (ApoReaderBar       *bar,
                                        const GdkRectangle *place);
void          apo_reader_bar_ask_actor (ApoReaderBar       *bar,
                                        const GdkRectangle *place,
                                        const char         *name,
                                        guint               n_places);

G_END_DECLS
