/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-canvas-private.h"
#include "apo-graph-line.h"
#include "apo-mark.h"
#include "apo-palette.h"

#define EDGE_WIDTH 1.6
#define LIT_WIDTH 2.3
#define CALM_EDGE 0.82
#define CALM_NAME 0.85
#define HOVER 0.6
#define STRIKE_REACH 7.0

typedef struct {
  GdkRGBA view;
  GdkRGBA ink;
  GdkRGBA accent;
  GdkRGBA disputed;
  gboolean high_contrast;
  gboolean dim;                 /* something is selected: the rest steps back */
} Style;

static gboolean
is_lit (ApoLight light)
{
  return light != APO_LIGHT_CALM;
}

static gboolean
is_hover (ApoLight light)
{
  return light == APO_LIGHT_HOVERED || light == APO_LIGHT_HOVER_RELATED;
}

static void
get_style (ApoGraphCanvas *self,
           Style          *style)
{
  GtkWidget *widget = GTK_WIDGET (self);

  apo_palette_get_view (widget, &style->view);
  apo_palette_get_ink (widget, &style->ink);
  apo_palette_get_accent (widget, &style->accent);
  apo_palette_get_verdict (widget, APO_VERDICT_GROUP_DISPUTED, &style->disputed);
  style->high_contrast = apo_palette_is_high_contrast (widget);
  style->dim = !style->high_contrast && self->focus != NULL
               && apo_focus_get_selected (self->focus) != NULL;
}

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* Where a line is struck so that its label does not hide it. */
static double
find_strike (const ApoGraphStrand *strand)
{
  static const double places[] = { 0.24, 0.76, 0.14, 0.86 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double t = strand->curve.start + (strand->curve.end - strand->curve.start) * places[i];
      ApoGraphBox strokes = { 0, 0, 2 * STRIKE_REACH, 2 * STRIKE_REACH };

      apo_graph_curve_get_point (&strand->curve, t, &strokes.x, &strokes.y);
      strokes.x -= STRIKE_REACH;
      strokes.y -= STRIKE_REACH;
      if (!strand->pill_shown || apo_graph_box_get_overlap (&strokes, &strand->pill) == 0)
        return places[i];
    }

  return places[0];
}

static void
draw_strand (ApoGraphCanvas *self,
             cairo_t        *cr,
             const Style    *style,
             guint           index)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, index);
  const ApoGraphStrand *strand = APO_GRAPH_STRAND (self, index);
  ApoGraphLine line = { tie->kind, tie->standing, .disputed = style->disputed,
                        .background = style->view, .width = EDGE_WIDTH,
                        .strike = find_strike (strand) };

  apo_palette_get_family (GTK_WIDGET (self), apo_relation_kind_get_family (tie->kind),
                          &line.color);
  if (style->high_contrast)
    line.width += 0.5;

  if (is_lit (strand->light))
    {
      GdkRGBA glow = style->accent;

      if (is_hover (strand->light))
        glow.alpha *= HOVER;
      apo_graph_line_draw_glow (cr, &glow, &strand->curve);
      line.width = LIT_WIDTH;
    }
  else if (style->dim)
    line.color.alpha *= CALM_EDGE;

  apo_graph_line_draw (cr, &line, &strand->curve);
}

static void
path_pill (cairo_t           *cr,
           const ApoGraphBox *box)
{
  double radius = box->height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_pill (ApoGraphCanvas *self,
           cairo_t        *cr,
           const Style    *style,
           guint           index)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, index);
  const ApoGraphStrand *strand = APO_GRAPH_STRAND (self, index);
  gboolean lit = strand->light >= APO_LIGHT_HOVERED;
  double x = strand->pill.x + APO_GRAPH_PILL_PADDING;
  double middle = strand->pill.y + strand->pill.height / 2;
  int height;

  path_pill (cr, &strand->pill);
  gdk_cairo_set_source_rgba (cr, &style->view);
  cairo_fill_preserve (cr);
  if (lit)
    set_color (cr, &style->accent, is_hover (strand->light) ? HOVER : 1);
  else
    set_color (cr, &style->ink, style->high_contrast ? 0.6 : 0.18);
  cairo_set_line_width (cr, lit ? 1.6 : 1);
  cairo_stroke (cr);

  if (tie->verdict != APO_VERDICT_NONE)
    {
      GdkRGBA color;

      apo_palette_get_verdict (GTK_WIDGET (self), apo_verdict_get_group (tie->verdict), &color);
      apo_mark_draw_verdict (cr, tie->verdict, &color, &style->view, x - 2,
                             middle - APO_GRAPH_MARK_SIZE / 2., APO_GRAPH_MARK_SIZE);
      x += APO_GRAPH_MARK_SIZE + 4 - 1;
    }

  pango_layout_get_pixel_size (strand->label, NULL, &height);
  cairo_move_to (cr, x, middle - height / 2.);
  set_color (cr, &style->ink, style->high_contrast || is_lit (strand->light) ? 1 : 0.8);
  pango_cairo_show_layout (cr, strand->label);
}

static void
draw_name (ApoGraphCanvas *self,
           cairo_t        *cr,
           const Style    *style,
           guint           index)
{
  const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);
  const char *id = apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, index)->actor));
  ApoLight light = self->focus != NULL ? apo_focus_get_light (self->focus, id) : APO_LIGHT_CALM;
  PangoRectangle logical;

  /* Where the desktop is written from right to left, text keeps to the right of its room. */
  pango_layout_get_pixel_extents (spot->name, NULL, &logical);
  cairo_move_to (cr, spot->name_box.x - logical.x, spot->name_box.y);
  pango_cairo_layout_path (cr, spot->name);
  gdk_cairo_set_source_rgba (cr, &style->view);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);

  cairo_move_to (cr, spot->name_box.x - logical.x, spot->name_box.y);
  set_color (cr, &style->ink, MIN (style->dim && !is_lit (light) ? CALM_NAME : 1,
                                   gtk_widget_get_opacity (spot->widget)));
  pango_cairo_show_layout (cr, spot->name);
}

/* The line that the reader draws from a node, and a ring around the node that it would lead to. */
static void
draw_relating (ApoGraphCanvas *self,
               cairo_t        *cr,
               const Style    *style)
{
  const ApoGraphSpot *from = APO_GRAPH_SPOT (self, self->drag_spot);
  int to = apo_graph_canvas_pick_spot (self, self->relate_x, self->relate_y);
  static const double dashes[] = { 5, 4 };

  gdk_cairo_set_source_rgba (cr, &style->accent);
  cairo_set_line_width (cr, LIT_WIDTH);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, self->relate_x, self->relate_y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (to >= 0 && to != self->drag_spot)
    {
      cairo_arc (cr, APO_GRAPH_SPOT (self, to)->x, APO_GRAPH_SPOT (self, to)->y,
                 APO_GRAPH_SPOT (self, to)->radius + 6, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
}

/* Draws edges, names and labels, what is lit over what is not. */
void
apo_graph_canvas_draw (ApoGraphCanvas *self,
                       cairo_t        *cr)
{
  Style style;

  get_style (self, &style);
  for (gboolean lit = FALSE; lit <= TRUE; lit++)
    for (guint i = 0; i < self->strands->len; i++)
      if (apo_graph_canvas_is_strand_shown (self, i)
          && is_lit (APO_GRAPH_STRAND (self, i)->light) == lit)
        draw_strand (self, cr, &style, i);

  for (guint i = 0; i < self->spots->len; i++)
    if (APO_GRAPH_SPOT (self, i)->name_shown)
      draw_name (self, cr, &style, i);

  for (gboolean lit = FALSE; lit <= TRUE; lit++)
    for (guint i = 0; i < self->strands->len; i++)
      if (APO_GRAPH_STRAND (self, i)->pill_shown
          && is_lit (APO_GRAPH_STRAND (self, i)->light) == lit)
        draw_pill (self, cr, &style, i);

  if (self->relating && self->drag_spot >= 0)
    draw_relating (self, cr, &style);
}
