/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-drawing.h"

#include <math.h>

#define RING_WIDTH 2.2
#define LINE_WIDTH 1.8
#define FILL_OPACITY 0.34
#define STROKE_REACH 9.0
#define STROKE_WIDTH 1.6
#define STROKE_GAP 4.5

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

/* The pattern of the line means the standing and nothing else, here as everywhere. */
static void
set_pattern (cairo_t     *cr,
             ApoStanding  standing,
             double       width)
{
  static const double dashes[] = { 5, 3.5 };
  static const double dots[] = { 0, 4.6 };

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  switch (standing)
    {
    case APO_STANDING_DOTTED:
      cairo_set_line_width (cr, width + 0.6);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      break;

    case APO_STANDING_DASHED:
    case APO_STANDING_STRUCK:
    case APO_STANDING_CONTESTED:
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      break;

    case APO_STANDING_SOLID:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    }
}

static void
draw_stroke (cairo_t              *cr,
             const ApoTimelineInk *ink,
             double                x,
             double                y)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x - STROKE_REACH / 2, y + STROKE_REACH);
  cairo_line_to (cr, x + STROKE_REACH / 2, y - STROKE_REACH);
  set_color (cr, &ink->ground, 1);
  cairo_set_line_width (cr, STROKE_WIDTH + 1.6);
  cairo_stroke_preserve (cr);
  set_color (cr, &ink->disputed, 1);
  cairo_set_line_width (cr, STROKE_WIDTH + ink->extra);
  cairo_stroke (cr);
}

/* Two strokes across for what is disputed, one for what is verified and disputed. */
static void
draw_strokes (cairo_t              *cr,
              const ApoTimelineInk *ink,
              double                x,
              double                y)
{
  if (ink->standing == APO_STANDING_STRUCK)
    {
      draw_stroke (cr, ink, x - STROKE_GAP / 2, y);
      draw_stroke (cr, ink, x + STROKE_GAP / 2, y);
    }
  else if (ink->standing == APO_STANDING_CONTESTED)
    {
      draw_stroke (cr, ink, x, y);
    }
}

static void
draw_arrow (cairo_t              *cr,
            const ApoTimelineInk *ink,
            double                x,
            double                y,
            double                direction)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, LINE_WIDTH + ink->extra);
  cairo_move_to (cr, x - direction * 4.5, y - 4);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - direction * 4.5, y + 4);
  set_color (cr, &ink->color, 1);
  cairo_stroke (cr);
}

static void
draw_edge (cairo_t              *cr,
           const ApoTimelineInk *ink,
           const ApoTimelineBar *bar,
           double                x,
           double                y)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2 + ink->extra);
  cairo_move_to (cr, x, y - bar->height / 2);
  cairo_line_to (cr, x, y + bar->height / 2);
  set_color (cr, &ink->color, 1);
  cairo_stroke (cr);
}

static void
fill_bar (cairo_t              *cr,
          const ApoTimelineInk *ink,
          const ApoTimelineBar *bar,
          double                y)
{
  double width = bar->end - bar->start;
  double opacity = FILL_OPACITY + ink->extra / 2;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (bar->start, 0, bar->end, 0);
  const struct {
    double offset;
    double opacity;
  } stops[] = {
    { 0, bar->soft_start > 0 ? 0 : opacity },
    { bar->soft_start / width, opacity },
    { 1 - bar->soft_end / width, opacity },
    { 1, bar->soft_end > 0 ? 0 : opacity },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i].offset, ink->color.red,
                                       ink->color.green, ink->color.blue, stops[i].opacity);

  cairo_rectangle (cr, bar->start, y - bar->height / 2, width, bar->height);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/**
 * apo_timeline_draw_point:
 *
 * Draws an event of one day as a disc, filled where it stands firmly.
 */
void
apo_timeline_draw_point (cairo_t              *cr,
                         const ApoTimelineInk *ink,
                         double                x,
                         double                y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, APO_TIMELINE_POINT_RADIUS, 0, 2 * G_PI);
  set_color (cr, ink->standing == APO_STANDING_SOLID ? &ink->color : &ink->ground, 1);
  cairo_fill_preserve (cr);
  set_color (cr, &ink->color, 1);
  set_pattern (cr, ink->standing, RING_WIDTH + ink->extra);
  cairo_stroke (cr);

  draw_strokes (cr, ink, x, y);
}

/**
 * apo_timeline_draw_bar:
 *
 * Draws an event that lasts, or whose day is not known exactly.
 */
void
apo_timeline_draw_bar (cairo_t              *cr,
                       const ApoTimelineInk *ink,
                       const ApoTimelineBar *bar,
                       double                y)
{
  double bottom = y + bar->height / 2;

  fill_bar (cr, ink, bar, y);

  cairo_move_to (cr, bar->start + bar->soft_start * 0.6, bottom);
  cairo_line_to (cr, bar->end - bar->soft_end * 0.6, bottom);
  set_color (cr, &ink->color, 1);
  set_pattern (cr, ink->standing, LINE_WIDTH + ink->extra);
  cairo_stroke (cr);

  if (!isnan (bar->open_start))
    draw_arrow (cr, ink, bar->open_start, y, -1);
  else if (bar->soft_start <= 0)
    draw_edge (cr, ink, bar, bar->start, y);
  if (!isnan (bar->open_end))
    draw_arrow (cr, ink, bar->open_end, y, 1);
  else if (bar->soft_end <= 0)
    draw_edge (cr, ink, bar, bar->end, y);

  draw_strokes (cr, ink, (bar->start + bar->end) / 2, y);
}

/**
 * apo_timeline_draw_halo:
 *
 * Lays light under a mark: a disc or a rounded box.
 */
void
apo_timeline_draw_halo (cairo_t       *cr,
                        const GdkRGBA *color,
                        double         opacity,
                        double         x,
                        double         y,
                        double         width,
                        double         height)
{
  double radius = MIN (width, height) / 2;

  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  set_color (cr, color, opacity);
  cairo_fill (cr);
}

/**
 * apo_timeline_draw_thread:
 *
 * Draws the thread from the moment when it was said to the event that it is about.
 */
void
apo_timeline_draw_thread (cairo_t       *cr,
                          const GdkRGBA *color,
                          double         from_x,
                          double         from_y,
                          double         to_x,
                          double         to_y)
{
  double middle = (from_y + to_y) / 2;

  set_color (cr, color, 1);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  cairo_arc (cr, from_x, from_y, 3, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, from_x, from_y);
  cairo_curve_to (cr, from_x, middle, to_x, middle, to_x, to_y);
  cairo_stroke (cr);
}
