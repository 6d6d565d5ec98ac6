/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_CANVAS (apo_graph_canvas_get_type ())

/**
 * ApoGraphCanvas:
 *
 * The picture of actors and their relations.  Nodes are child widgets; edges and all words are drawn
 * by the canvas itself.
 *
 * CSS node `graphcanvas`; role group.  Keys: arrows go from node to node, Enter selects, Escape
 * clears the selection, Shift+F10 or Menu opens the menu of a node, with its relations.  Actions:
 * `graph.release` (s, the id of an actor), `graph.show-relation` (s, the id of one), `graph.relate`
 * (s, the id of an actor).  Signals: `content-changed`, when it shows other things; `relate` (const
 * char *from, const char *to, nullable, GdkRectangle *area), when a new relation is wanted: by the
 * menu, or by a line drawn from one node to another with Shift or Alt held.
 */
G_DECLARE_FINAL_TYPE (ApoGraphCanvas, apo_graph_canvas, APO, GRAPH_CANVAS, GtkWidget)

GtkWidget *apo_graph_canvas_new              (void);
void       apo_graph_canvas_set_context      (ApoGraphCanvas *canvas,
                                              ApoDossier     *dossier,
                                              ApoHistory     *history,
                                              ApoFocus       *focus);

guint      apo_graph_canvas_get_n_nodes      (ApoGraphCanvas *canvas);
guint      apo_graph_canvas_get_n_edges      (ApoGraphCanvas *canvas);
GPtrArray *apo_graph_canvas_get_alone        (ApoGraphCanvas *canvas);
guint      apo_graph_canvas_count_actors     (ApoGraphCanvas *canvas);
void       apo_graph_canvas_set_all          (ApoGraphCanvas *canvas,
                                              gboolean        all);
gboolean   apo_graph_canvas_is_all           (ApoGraphCanvas *canvas);
GPtrArray *apo_graph_canvas_list_relations   (ApoGraphCanvas *canvas);
GtkWidget *apo_graph_canvas_get_node         (ApoGraphCanvas *canvas,
                                              const char     *actor);
gboolean   apo_graph_canvas_get_position     (ApoGraphCanvas *canvas,
                                              const char     *actor,
                                              double         *x,
                                              double         *y);
gboolean   apo_graph_canvas_get_label_area   (ApoGraphCanvas *canvas,
                                              const char     *relation,
                                              GdkRectangle   *area);
gboolean   apo_graph_canvas_get_standing     (ApoGraphCanvas *canvas,
                                              const char     *relation,
                                              ApoStanding    *standing);
void       apo_graph_canvas_zoom             (ApoGraphCanvas *canvas,
                                              double          factor);
void       apo_graph_canvas_fit              (ApoGraphCanvas *canvas);

G_END_DECLS
