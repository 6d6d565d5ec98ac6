/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoGraphLayoutNode:
 * @radius: of the node's sign, in pixels
 * @label_width: of the name below it, which nothing may cover either; 0 without a name
 * @label_height: of the same
 * @x: where it is, if @has_position
 * @y: where it is, if @has_position
 * @has_position: whether it was in the picture before
 * @fixed: whether it must stay exactly there; needs @has_position
 */
typedef struct {
  double radius;
  double label_width;
  double label_height;
  double x;
  double y;
  gboolean has_position;
  gboolean fixed;
} ApoGraphLayoutNode;

/**
 * ApoGraphLayoutEdge:
 * @from: index of a node
 * @to: index of a node; an edge from a node to itself is ignored
 * @strength: how strongly it pulls, 1 for the usual
 */
typedef struct {
  guint from;
  guint to;
  double strength;
} ApoGraphLayoutEdge;

/**
 * ApoGraphLayout:
 *
 * Where the nodes of a graph go: pixels around an origin that has no meaning of its own.  The same
 * input gives the same output, to the bit.
 */
typedef struct _ApoGraphLayout ApoGraphLayout;

ApoGraphLayout *apo_graph_layout_new          (const ApoGraphLayoutNode *nodes,
                                               guint                     n_nodes,
                                               const ApoGraphLayoutEdge *edges,
                                               guint                     n_edges,
                                               double                    aspect);
void            apo_graph_layout_free         (ApoGraphLayout           *layout);

void            apo_graph_layout_arrange      (ApoGraphLayout           *layout);
gboolean        apo_graph_layout_tick         (ApoGraphLayout           *layout);
void            apo_graph_layout_heat         (ApoGraphLayout           *layout,
                                               double                    alpha);
void            apo_graph_layout_hold         (ApoGraphLayout           *layout,
                                               guint                     node,
                                               double                    x,
                                               double                    y);
void            apo_graph_layout_release      (ApoGraphLayout           *layout,
                                               guint                     node);
void            apo_graph_layout_get_position (ApoGraphLayout           *layout,
                                               guint                     node,
                                               double                   *x,
                                               double                   *y);
gboolean        apo_graph_layout_has_overlaps (ApoGraphLayout           *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoGraphLayout, apo_graph_layout_free)

G_END_DECLS
