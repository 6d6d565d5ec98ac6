/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-graph-edges.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/**
 * ApoGraphLine:
 * @color: of the family
 * @disputed: for the strokes across a struck line
 * @background: what it is drawn on
 * @width: of the line, pixels
 * @strike: where along it a line is struck, from 0 to 1
 *
 * How an edge is drawn.  The pattern of the line is its standing and nothing else; the marks at its
 * ends are its kind.
 */
typedef struct {
  ApoRelationKind kind;
  ApoStanding standing;
  GdkRGBA color;
  GdkRGBA disputed;
  GdkRGBA background;
  double width;
  double strike;
} ApoGraphLine;

void apo_graph_line_draw       (cairo_t             *cr,
                                const ApoGraphLine  *line,
                                const ApoGraphCurve *curve);
void apo_graph_line_draw_glow  (cairo_t             *cr,
                                const GdkRGBA       *color,
                                const ApoGraphCurve *curve);
void apo_graph_line_set_dash   (cairo_t             *cr,
                                ApoStanding          standing);

G_END_DECLS
