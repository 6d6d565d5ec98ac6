/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-line.h"

#include <math.h>

#define GLOW_WIDTH 9.0
#define GLOW_ALPHA 0.22

typedef enum {
  END_NONE,
  END_DOT,
  END_BARS,
  END_FILLED_ARROW,
  END_HALF_ARROW,
  END_HOLLOW_ARROW,
  END_CHEVRONS,
  END_OPEN_ARROW,
  END_TEE,
  END_CROSS,
  END_RING,
} End;

typedef struct {
  End start;
  End end;
} Ends;

static const Ends ends[] = {
  [APO_RELATION_MEETING] = { END_DOT, END_DOT },
  [APO_RELATION_COOPERATION] = { END_BARS, END_BARS },
  [APO_RELATION_SUPPORT] = { END_NONE, END_FILLED_ARROW },
  [APO_RELATION_TRADE] = { END_HALF_ARROW, END_HALF_ARROW },
  [APO_RELATION_DEPENDENCE] = { END_DOT, END_HOLLOW_ARROW },
  [APO_RELATION_PRESSURE] = { END_NONE, END_CHEVRONS },
  [APO_RELATION_ACCUSATION] = { END_NONE, END_OPEN_ARROW },
  [APO_RELATION_SANCTION] = { END_NONE, END_TEE },
  [APO_RELATION_CONFLICT] = { END_CROSS, END_CROSS },
  [APO_RELATION_STATEMENT] = { END_NONE, END_RING },
  [APO_RELATION_MENTION] = { END_NONE, END_NONE },
};

/* How much of the line each mark takes the place of, pixels. */
static const double room[] = {
  [END_NONE] = 0, [END_DOT] = 3, [END_BARS] = 5, [END_FILLED_ARROW] = 8, [END_HALF_ARROW] = 8,
  [END_HOLLOW_ARROW] = 10, [END_CHEVRONS] = 7, [END_OPEN_ARROW] = 2, [END_TEE] = 1,
  [END_CROSS] = 5, [END_RING] = 9,
};

static void
path_lines (cairo_t      *cr,
            const double *points,
            guint         n_points)
{
  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
}

static void
fill_closed (cairo_t       *cr,
             const GdkRGBA *fill)
{
  cairo_close_path (cr);
  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill_preserve (cr);
  cairo_restore (cr);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t            *cr,
            const ApoGraphLine *line,
            End                 end)
{
  static const double triangle[] = { -1, 0, -10, -4.8, -10, 4.8 };
  static const double half[] = { -1, 0, -10, -5.5, -9, 0 };
  static const double open[] = { -8.5, -5.2, -0.8, 0, -8.5, 5.2 };
  static const double back[] = { -13, -5, -7, 0, -13, 5 };

  switch (end)
    {
    case END_FILLED_ARROW:
      path_lines (cr, triangle, 3);
      fill_closed (cr, &line->color);
      break;
    case END_HOLLOW_ARROW:
      path_lines (cr, triangle, 3);
      fill_closed (cr, &line->background);
      break;
    case END_HALF_ARROW:
      path_lines (cr, half, 3);
      fill_closed (cr, &line->color);
      break;
    case END_CHEVRONS:
      path_lines (cr, back, 3);
      path_lines (cr, open, 3);
      cairo_stroke (cr);
      break;
    case END_NONE:
    case END_DOT:
    case END_BARS:
    case END_OPEN_ARROW:
    case END_TEE:
    case END_CROSS:
    case END_RING:
    default:
      path_lines (cr, open, 3);
      cairo_stroke (cr);
      break;
    }
}

static void
draw_sign (cairo_t            *cr,
           const ApoGraphLine *line,
           End                 end)
{
  static const double bars[] = { -1.5, -4.5, -1.5, 4.5, -5.5, -4.5, -5.5, 4.5 };
  static const double tee[] = { -1, -6, -1, 6 };
  static const double cross[] = { -8.5, -4, -0.5, 4, -0.5, -4, -8.5, 4 };

  switch (end)
    {
    case END_DOT:
      cairo_arc (cr, -3, 0, 2.6, 0, 2 * G_PI);
      fill_closed (cr, &line->color);
      break;
    case END_RING:
      cairo_arc (cr, -4.5, 0, 3.8, 0, 2 * G_PI);
      fill_closed (cr, &line->background);
      break;
    case END_BARS:
      path_lines (cr, bars, 2);
      path_lines (cr, bars + 4, 2);
      cairo_stroke (cr);
      break;
    case END_TEE:
      cairo_set_line_width (cr, 3);
      path_lines (cr, tee, 2);
      cairo_stroke (cr);
      break;
    case END_CROSS:
      path_lines (cr, cross, 2);
      path_lines (cr, cross + 4, 2);
      cairo_stroke (cr);
      break;
    case END_NONE:
      break;
    case END_FILLED_ARROW:
    case END_HALF_ARROW:
    case END_HOLLOW_ARROW:
    case END_CHEVRONS:
    case END_OPEN_ARROW:
    default:
      draw_arrow (cr, line, end);
      break;
    }
}

/* Draws the mark of an end at @t of the curve, looking outwards. */
static void
draw_end (cairo_t             *cr,
          const ApoGraphLine  *line,
          const ApoGraphCurve *curve,
          double               t,
          gboolean             at_start,
          End                  end)
{
  double x, y, dx, dy;

  apo_graph_curve_get_point (curve, t, &x, &y);
  apo_graph_curve_get_tangent (curve, t, &dx, &dy);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, at_start ? atan2 (-dy, -dx) : atan2 (dy, dx));
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  draw_sign (cr, line, end);
  cairo_restore (cr);
}

static void
draw_strokes_across (cairo_t             *cr,
                     const ApoGraphLine  *line,
                     const ApoGraphCurve *curve,
                     guint                n_strokes)
{
  double t = curve->start + (curve->end - curve->start) * line->strike;
  double x, y, dx, dy;

  apo_graph_curve_get_point (curve, t, &x, &y);
  apo_graph_curve_get_tangent (curve, t, &dx, &dy);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, atan2 (dy, dx));
  gdk_cairo_set_source_rgba (cr, &line->disputed);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.9);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n_strokes; i++)
    {
      double middle = 6.0 * i - 3.0 * (n_strokes - 1);

      cairo_move_to (cr, middle - 3, 6);
      cairo_line_to (cr, middle + 3, -6);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
path_part (cairo_t             *cr,
           const ApoGraphCurve *curve,
           double               start,
           double               end)
{
  double points[8];

  apo_graph_curve_split (curve, start, end, points);
  cairo_new_path (cr);
  cairo_move_to (cr, points[0], points[1]);
  cairo_curve_to (cr, points[2], points[3], points[4], points[5], points[6], points[7]);
}

/**
 * apo_graph_line_set_dash:
 *
 * Sets the pattern of a line that stands so: solid, dashes or round dots.
 */
void
apo_graph_line_set_dash (cairo_t    *cr,
                         ApoStanding standing)
{
  static const double dashes[] = { 7, 4 };
  static const double dots[] = { 0.1, 4.6 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  switch (standing)
    {
    case APO_STANDING_SOLID:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    case APO_STANDING_DOTTED:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      break;
    case APO_STANDING_DASHED:
    case APO_STANDING_STRUCK:
    case APO_STANDING_CONTESTED:
    default:
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      break;
    }
}

/**
 * apo_graph_line_draw:
 *
 * Draws what is seen of @curve: the line by its standing, its ends by its kind.  A struck line has
 * two strokes across, a contested one has one.
 */
void
apo_graph_line_draw (cairo_t             *cr,
                     const ApoGraphLine  *line,
                     const ApoGraphCurve *curve)
{
  const Ends *marks = &ends[line->kind];
  double start, end;

  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, &line->color);
  apo_graph_curve_shorten (curve, room[marks->start], room[marks->end], &start, &end);

  apo_graph_line_set_dash (cr, line->standing);
  cairo_set_line_width (cr, line->width + (line->standing == APO_STANDING_DOTTED ? 0.6 : 0)
                            + (line->kind == APO_RELATION_CONFLICT ? 0.8 : 0));
  path_part (cr, curve, start, end);
  cairo_stroke (cr);

  draw_end (cr, line, curve, curve->start, TRUE, marks->start);
  draw_end (cr, line, curve, curve->end, FALSE, marks->end);
  if (line->standing == APO_STANDING_STRUCK)
    draw_strokes_across (cr, line, curve, 2);
  else if (line->standing == APO_STANDING_CONTESTED)
    draw_strokes_across (cr, line, curve, 1);
  cairo_restore (cr);
}

/**
 * apo_graph_line_draw_glow:
 *
 * Draws the light under an edge that is selected or pointed at.
 */
void
apo_graph_line_draw_glow (cairo_t             *cr,
                          const GdkRGBA       *color,
                          const ApoGraphCurve *curve)
{
  cairo_save (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * GLOW_ALPHA);
  cairo_set_line_width (cr, GLOW_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  path_part (cr, curve, curve->start, curve->end);
  cairo_stroke (cr);
  cairo_restore (cr);
}
