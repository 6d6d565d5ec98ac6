/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_POPOVER (apo_graph_popover_get_type ())

/**
 * ApoGraphPopover:
 *
 * What an edge of the graph rests on: the two actors, and each passage with who says so and what the
 * reader made of it.  Choosing a passage selects its claim, or its relation where the article
 * speaks for itself.  All of it can be changed.
 *
 * Properties, of the relations shown: `kind`, `directed`, `certainty`.  Actions of the same names
 * under `relation.`, and `relation.turn`, `relation.add-passage`, `relation.dismiss`,
 * `relation.restore`.
 */
G_DECLARE_FINAL_TYPE (ApoGraphPopover, apo_graph_popover, APO, GRAPH_POPOVER, GtkPopover)

GtkWidget *apo_graph_popover_new         (void);
void       apo_graph_popover_set_context (ApoGraphPopover *popover,
                                          ApoDossier      *dossier,
                                          ApoHistory      *history,
                                          ApoFocus        *focus);
void       apo_graph_popover_show        (ApoGraphPopover *popover,
                                          GPtrArray       *relations);

G_END_DECLS
