/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_CARD (apo_reader_card_get_type ())

/**
 * ApoReaderCard:
 *
 * A small card beside a passage: who says it, how certain it is, what the verdict is, and why the
 * program takes it for that.
 */
G_DECLARE_FINAL_TYPE (ApoReaderCard, apo_reader_card, APO, READER_CARD, GtkPopover)

ApoReaderCard *apo_reader_card_new      (GtkWidget          *parent);
void           apo_reader_card_present  (ApoReaderCard      *card,
                                         ApoDossier         *dossier,
                                         ApoItem            *item,
                                         guint               offset,
                                         const GdkRectangle *place,
                                         gboolean            take_focus);

G_END_DECLS
