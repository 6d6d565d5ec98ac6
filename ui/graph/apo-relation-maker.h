/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_RELATION_MAKER (apo_relation_maker_get_type ())

/**
 * ApoRelationMaker:
 *
 * A popover in which the reader says how one actor stands to another.  The words that are selected
 * in the text are the passage that says so.
 */
G_DECLARE_FINAL_TYPE (ApoRelationMaker, apo_relation_maker, APO, RELATION_MAKER, GtkPopover)

GtkWidget *apo_relation_maker_new         (void);
void       apo_relation_maker_set_context (ApoRelationMaker *maker,
                                           ApoDossier       *dossier,
                                           ApoHistory       *history,
                                           ApoFocus         *focus);
void       apo_relation_maker_open        (ApoRelationMaker *maker,
                                           const char       *from,
                                           const char       *to);

G_END_DECLS
