/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-edges.h"

#include <math.h>

#define LANE 34.0               /* between the middles of two parallel edges */
#define LANE_ENDS 9.0           /* between their ends */
#define N_STEPS 24              /* of a curve, where it is walked along */
#define BISECTIONS 20

static const double bows[] = { 0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.45, -0.45 };
static const double label_places[] = { 0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15,
                                       0.85 };

static gboolean
is_inside (const ApoGraphEnd *end,
           double             gap,
           double             x,
           double             y)
{
  double radius = end->radius + gap;
  double dx = fabs (x - end->x);
  double dy = fabs (y - end->y);

  switch (end->shape)
    {
    case APO_GRAPH_SHAPE_BOX:
      return dx < radius && dy < radius - 0.2 * end->radius;
    case APO_GRAPH_SHAPE_HEXAGON:
      return dx < 0.935 * radius && dy + 0.577 * dx < 1.08 * radius;
    case APO_GRAPH_SHAPE_DIAMOND:
      return dx + dy < 1.15 * radius;
    case APO_GRAPH_SHAPE_CIRCLE:
    default:
      return dx * dx + dy * dy < radius * radius;
    }
}

/* Where the curve leaves the node, between @inside, a place in it, and @outside. */
static double
find_border (const ApoGraphCurve *curve,
             const ApoGraphEnd   *end,
             double               gap,
             double               inside,
             double               outside)
{
  for (guint i = 0; i < BISECTIONS; i++)
    {
      double middle = (inside + outside) / 2;
      double x, y;

      apo_graph_curve_get_point (curve, middle, &x, &y);
      if (is_inside (end, gap, x, y))
        inside = middle;
      else
        outside = middle;
    }

  return outside;
}

/**
 * apo_graph_curve_init:
 * @lane: 0 for an edge alone; parallel edges between two nodes have lanes one apart, around 0.  A
 *   lane lies to the left of the way from @from to @to, seen with y growing downwards: an edge the
 *   other way round needs the opposite sign
 * @bow: how far its middle stands out to the same side, as a part of the distance of the nodes
 * @gap: from the border of a node to the edge
 *
 * The curve between two nodes.  Where they touch, nothing of it is seen (@start is @end).
 */
void
apo_graph_curve_init (ApoGraphCurve     *curve,
                      const ApoGraphEnd *from,
                      const ApoGraphEnd *to,
                      double             lane,
                      double             bow,
                      double             gap)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double length = MAX (hypot (dx, dy), 1e-6);
  double nx = dy / length;
  double ny = -dx / length;
  double offset = CLAMP (lane * LANE_ENDS, -0.6 * MIN (from->radius, to->radius),
                         0.6 * MIN (from->radius, to->radius));
  double control = 2 * (lane * LANE + bow * length) - offset;

  curve->x0 = from->x + nx * offset;
  curve->y0 = from->y + ny * offset;
  curve->x1 = to->x + nx * offset;
  curve->y1 = to->y + ny * offset;
  curve->cx = (from->x + to->x) / 2 + nx * control;
  curve->cy = (from->y + to->y) / 2 + ny * control;

  curve->start = find_border (curve, from, gap, 0, 0.5);
  curve->end = find_border (curve, to, gap, 1, 0.5);
}

static guint
count_hits (const ApoGraphCurve *curve,
               const ApoGraphBox   *boxes,
               guint                n_boxes)
{
  guint hits = 0;

  for (guint i = 1; i < N_STEPS; i++)
    {
      double x, y;

      apo_graph_curve_get_point (curve, curve->start + (curve->end - curve->start) * i / N_STEPS,
                                 &x, &y);
      for (guint j = 0; j < n_boxes; j++)
        hits += x > boxes[j].x && x < boxes[j].x + boxes[j].width
                && y > boxes[j].y && y < boxes[j].y + boxes[j].height;
    }

  return hits;
}

/**
 * apo_graph_curve_avoid:
 * @boxes: (array length=n_boxes): the other nodes, and whatever else it should not run through
 *
 * As apo_graph_curve_init(), with the least bow that keeps clear of all @boxes, or of most.
 */
void
apo_graph_curve_avoid (ApoGraphCurve     *curve,
                       const ApoGraphEnd *from,
                       const ApoGraphEnd *to,
                       double             lane,
                       double             gap,
                       const ApoGraphBox *boxes,
                       guint              n_boxes)
{
  guint least = G_MAXUINT;
  double best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bows) && least > 0; i++)
    {
      guint hits;

      apo_graph_curve_init (curve, from, to, lane, bows[i], gap);
      hits = count_hits (curve, boxes, n_boxes);
      if (hits < least)
        {
          least = hits;
          best = bows[i];
        }
    }

  apo_graph_curve_init (curve, from, to, lane, best, gap);
}

/**
 * apo_graph_curve_get_point:
 * @t: from 0, the beginning under the first node, to 1
 */
void
apo_graph_curve_get_point (const ApoGraphCurve *curve,
                           double               t,
                           double              *x,
                           double              *y)
{
  double a = (1 - t) * (1 - t);
  double b = 2 * t * (1 - t);
  double c = t * t;

  *x = a * curve->x0 + b * curve->cx + c * curve->x1;
  *y = a * curve->y0 + b * curve->cy + c * curve->y1;
}

/**
 * apo_graph_curve_get_tangent:
 * @dx: (out): of a vector of length 1, pointing to the end; (1, 0) where there is no direction
 */
void
apo_graph_curve_get_tangent (const ApoGraphCurve *curve,
                             double               t,
                             double              *dx,
                             double              *dy)
{
  double x = (1 - t) * (curve->cx - curve->x0) + t * (curve->x1 - curve->cx);
  double y = (1 - t) * (curve->cy - curve->y0) + t * (curve->y1 - curve->cy);
  double length = hypot (x, y);

  *dx = length > 1e-9 ? x / length : 1;
  *dy = length > 1e-9 ? y / length : 0;
}

/**
 * apo_graph_curve_get_length:
 *
 * Returns: the length of what is seen of it, to about one per cent
 */
double
apo_graph_curve_get_length (const ApoGraphCurve *curve)
{
  double length = 0;
  double x, y;

  apo_graph_curve_get_point (curve, curve->start, &x, &y);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      double next_x, next_y;

      apo_graph_curve_get_point (curve, curve->start + (curve->end - curve->start) * i / N_STEPS,
                                 &next_x, &next_y);
      length += hypot (next_x - x, next_y - y);
      x = next_x;
      y = next_y;
    }

  return length;
}

/**
 * apo_graph_curve_shorten:
 * @at_start: how many pixels to leave free for what marks its beginning
 * @start: (out): where the line then begins
 *
 * Makes room for the marks at the ends; half of the line stays in any case.
 */
void
apo_graph_curve_shorten (const ApoGraphCurve *curve,
                         double               at_start,
                         double               at_end,
                         double              *start,
                         double              *end)
{
  double length = MAX (apo_graph_curve_get_length (curve), 1e-6);
  double seen = curve->end - curve->start;

  *start = curve->start + seen * MIN (at_start / length, 0.25);
  *end = curve->end - seen * MIN (at_end / length, 0.25);
}

/**
 * apo_graph_curve_split:
 * @points: (out): a cubic curve (four points) that is the part from @start to @end, for drawing
 */
void
apo_graph_curve_split (const ApoGraphCurve *curve,
                       double               start,
                       double               end,
                       double               points[8])
{
  double x0, y0, x1, y1, cx, cy;

  apo_graph_curve_get_point (curve, start, &x0, &y0);
  apo_graph_curve_get_point (curve, end, &x1, &y1);
  cx = (1 - start) * (1 - end) * curve->x0
       + (start * (1 - end) + end * (1 - start)) * curve->cx + start * end * curve->x1;
  cy = (1 - start) * (1 - end) * curve->y0
       + (start * (1 - end) + end * (1 - start)) * curve->cy + start * end * curve->y1;

  points[0] = x0;
  points[1] = y0;
  points[2] = x0 + (cx - x0) * 2 / 3;
  points[3] = y0 + (cy - y0) * 2 / 3;
  points[4] = x1 + (cx - x1) * 2 / 3;
  points[5] = y1 + (cy - y1) * 2 / 3;
  points[6] = x1;
  points[7] = y1;
}

static double
get_segment_distance (double  x0,
                      double  y0,
                      double  x1,
                      double  y1,
                      double  x,
                      double  y,
                      double *part)
{
  double dx = x1 - x0;
  double dy = y1 - y0;
  double square = dx * dx + dy * dy;

  *part = square > 1e-12 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / square, 0, 1) : 0;

  return hypot (x0 + *part * dx - x, y0 + *part * dy - y);
}

/**
 * apo_graph_curve_get_distance:
 * @t: (out) (optional): where on the curve the point nearest to (@x, @y) is
 *
 * Returns: how far (@x, @y) is from what is seen of the curve
 */
double
apo_graph_curve_get_distance (const ApoGraphCurve *curve,
                              double               x,
                              double               y,
                              double              *t)
{
  double step = (curve->end - curve->start) / N_STEPS;
  double least = G_MAXDOUBLE;
  double x0, y0;

  apo_graph_curve_get_point (curve, curve->start, &x0, &y0);
  for (guint i = 0; i < N_STEPS; i++)
    {
      double x1, y1, part, distance;

      apo_graph_curve_get_point (curve, curve->start + step * (i + 1), &x1, &y1);
      distance = get_segment_distance (x0, y0, x1, y1, x, y, &part);
      if (distance < least)
        {
          least = distance;
          if (t != NULL)
            *t = curve->start + step * (i + part);
        }
      x0 = x1;
      y0 = y1;
    }

  return least;
}

/**
 * apo_graph_box_get_overlap:
 *
 * Returns: the area that both boxes cover
 */
double
apo_graph_box_get_overlap (const ApoGraphBox *a,
                           const ApoGraphBox *b)
{
  double width = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double height = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * apo_graph_curve_place_label:
 * @taken: (array length=n_taken): where nodes and other labels are
 * @label: (out): the box chosen, its middle on the curve
 *
 * Finds the place for a label that covers least of what is there, nearest to the middle.
 *
 * Returns: the area that it covers in spite of all
 */
double
apo_graph_curve_place_label (const ApoGraphCurve *curve,
                             double               width,
                             double               height,
                             const ApoGraphBox   *taken,
                             guint                n_taken,
                             ApoGraphBox         *label)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (label_places) && least > 0; i++)
    {
      double t = curve->start + (curve->end - curve->start) * label_places[i];
      double covered = 0;
      ApoGraphBox box = { 0, 0, width, height };

      apo_graph_curve_get_point (curve, t, &box.x, &box.y);
      box.x -= width / 2;
      box.y -= height / 2;
      for (guint j = 0; j < n_taken; j++)
        covered += apo_graph_box_get_overlap (&box, &taken[j]);
      if (covered < least)
        {
          least = covered;
          *label = box;
        }
    }

  return least;
}
