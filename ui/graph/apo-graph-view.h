/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-analysis.h"
#include "apo-dossier.h"
#include "apo-focus.h"
#include "apo-graph-canvas.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_VIEW (apo_graph_view_get_type ())

/**
 * ApoGraphView:
 *
 * The panel of relations: a title with buttons, the picture, the legend and the shelf of actors that
 * have no relation.
 *
 * CSS node `graphview`.  Actions: `graph.zoom-in`, `graph.zoom-out`, `graph.fit`,
 * `graph.new-relation`.  Properties, and actions of the same names: `list`, `all`, `dismissed` (the
 * relations that were dismissed are listed, not the others).
 */
G_DECLARE_FINAL_TYPE (ApoGraphView, apo_graph_view, APO, GRAPH_VIEW, GtkWidget)

GtkWidget      *apo_graph_view_new         (void);
void            apo_graph_view_set_context (ApoGraphView *view,
                                            ApoDossier   *dossier,
                                            ApoHistory   *history,
                                            ApoFocus     *focus);
void            apo_graph_view_set_analysis (ApoGraphView *view,
                                             ApoAnalysis  *analysis);
ApoGraphCanvas *apo_graph_view_get_canvas  (ApoGraphView *view);

G_END_DECLS
