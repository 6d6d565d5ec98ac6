/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoGraphShape:
 *
 * The outline of a node, by its radius.
 */
typedef enum {
  APO_GRAPH_SHAPE_CIRCLE,
  APO_GRAPH_SHAPE_BOX,          /* 0.8 high */
  APO_GRAPH_SHAPE_HEXAGON,      /* on its point, 1.08 to it */
  APO_GRAPH_SHAPE_DIAMOND,      /* 1.15 to its points */
} ApoGraphShape;

/**
 * ApoGraphEnd:
 *
 * A node, as what an edge ends at.
 */
typedef struct {
  double x;
  double y;
  double radius;
  ApoGraphShape shape;
} ApoGraphEnd;

/**
 * ApoGraphBox:
 *
 * A rectangle that is taken, or may be.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} ApoGraphBox;

/**
 * ApoGraphCurve:
 *
 * A quadratic curve; the part from @start to @end is seen, the rest lies under the nodes.
 */
typedef struct {
  double x0;
  double y0;
  double cx;
  double cy;
  double x1;
  double y1;
  double start;
  double end;
} ApoGraphCurve;

void     apo_graph_curve_init         (ApoGraphCurve       *curve,
                                       const ApoGraphEnd   *from,
                                       const ApoGraphEnd   *to,
                                       double               lane,
                                       double               bow,
                                       double               gap);
void     apo_graph_curve_avoid        (ApoGraphCurve       *curve,
                                       const ApoGraphEnd   *from,
                                       const ApoGraphEnd   *to,
                                       double               lane,
                                       double               gap,
                                       const ApoGraphBox   *boxes,
                                       guint                n_boxes);
void     apo_graph_curve_get_point    (const ApoGraphCurve *curve,
                                       double               t,
                                       double              *x,
                                       double              *y);
void     apo_graph_curve_get_tangent  (const ApoGraphCurve *curve,
                                       double               t,
                                       double              *dx,
                                       double              *dy);
double   apo_graph_curve_get_length   (const ApoGraphCurve *curve);
void     apo_graph_curve_shorten      (const ApoGraphCurve *curve,
                                       double               at_start,
                                       double               at_end,
                                       double              *start,
                                       double              *end);
void     apo_graph_curve_split        (const ApoGraphCurve *curve,
                                       double               start,
                                       double               end,
                                       double               points[8]);
double   apo_graph_curve_get_distance (const ApoGraphCurve *curve,
                                       double               x,
                                       double               y,
                                       double              *t);
double   apo_graph_curve_place_label  (const ApoGraphCurve *curve,
                                       double               width,
                                       double               height,
                                       const ApoGraphBox   *taken,
                                       guint                n_taken,
                                       ApoGraphBox         *label);
double   apo_graph_box_get_overlap    (const ApoGraphBox   *a,
                                       const ApoGraphBox   *b);

G_END_DECLS
