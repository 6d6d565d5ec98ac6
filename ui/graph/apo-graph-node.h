/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-actor.h"
#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_NODE (apo_graph_node_get_type ())

/**
 * ApoGraphNode:
 *
 * The sign of an actor in the graph.  Its name is drawn by the graph, which knows where there is
 * room for it.
 *
 * CSS node `graphnode`; role button, labelled with name, kind and number of relations; Enter and
 * space activate it.  Signal: `activate`.
 */
G_DECLARE_FINAL_TYPE (ApoGraphNode, apo_graph_node, APO, GRAPH_NODE, GtkWidget)

GtkWidget  *apo_graph_node_new         (ApoActor     *actor);
ApoActor   *apo_graph_node_get_actor   (ApoGraphNode *node);
const char *apo_graph_node_get_id      (ApoGraphNode *node);
const char *apo_graph_node_get_label   (ApoGraphNode *node);
void        apo_graph_node_describe    (ApoGraphNode *node,
                                        int           rank,
                                        guint         n_ties);
int         apo_graph_node_set_radius  (ApoGraphNode *node,
                                        double        radius);
void        apo_graph_node_set_light   (ApoGraphNode *node,
                                        ApoLight      light,
                                        gboolean      dim);

G_END_DECLS
