/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-canvas-private.h"
#include "apo-graph-node.h"

#define NAME_GAP 6.0             /* room for the halo and the ring of the focus */
#define EDGE_COST 4.0
#define SAMPLE 7.0
#define SIDE_COST 4.0           /* of each place worse than the one before */
#define MAX_CROSSED 150         /* edges up to which names keep clear of them */
#define MAX_AVOIDED 150         /* nodes up to which edges are bent around them */
#define MAX_PILLS 400           /* edges up to which those not lit have labels */
#define EDGE_GAP 4.0            /* between a sign and the edges that end at it */
#define REACH 7.0               /* how near to an edge the pointer must be */
#define MAX_COVERED 0.08        /* of a label, by what was there before */
#define N_NUDGES 16             /* directions in which labels give way */
#define N_STEPS 3
#define MAX_NUDGE 13.0          /* how far, in pixels: they stay on their edge */

static ApoGraphShape
get_shape (ApoActorKind kind)
{
  switch (kind)
    {
    case APO_ACTOR_COUNTRY:
    case APO_ACTOR_MEDIA:
      return APO_GRAPH_SHAPE_BOX;
    case APO_ACTOR_ORGANISATION:
      return APO_GRAPH_SHAPE_HEXAGON;
    case APO_ACTOR_PLACE:
      return APO_GRAPH_SHAPE_DIAMOND;
    case APO_ACTOR_PERSON:
    case APO_ACTOR_GROUP:
    default:
      return APO_GRAPH_SHAPE_CIRCLE;
    }
}

static ApoGraphEnd
get_end (ApoGraphCanvas *self,
         guint           index)
{
  const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);

  return (ApoGraphEnd) { spot->x, spot->y, spot->radius,
                         get_shape (apo_actor_get_kind (APO_GRAPH_ACTOR (self, index)->actor)) };
}

static void
measure_spot (ApoGraphCanvas *self,
              guint           index)
{
  ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);
  double radius = APO_GRAPH_ACTOR (self, index)->radius * CLAMP (sqrt (self->zoom), 0.8, 1.35);

  spot->x = self->width / 2. + self->pan_x + spot->place.x * self->zoom;
  spot->y = self->height / 2. + self->pan_y + spot->place.y * self->zoom;
  spot->radius = radius;
  spot->sign = (ApoGraphBox) { spot->x - radius - 3, spot->y - radius - 3, 2 * radius + 6,
                               2 * radius + 6 };
  spot->size = apo_graph_node_set_radius (APO_GRAPH_NODE (spot->widget), radius);
}

static double
measure_cover (const ApoGraphBox *box,
               GArray            *taken)
{
  double covered = 0;

  for (guint i = 0; i < taken->len; i++)
    covered += apo_graph_box_get_overlap (box, &g_array_index (taken, ApoGraphBox, i));

  return covered;
}

static gboolean
is_in_box (const ApoGraphBox *box,
           double             x,
           double             y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/* How many pixels of edges, about, run through a box, by the curves without their bows. */
static double
count_edges (ApoGraphCanvas    *self,
             const ApoGraphBox *box)
{
  double length = 0;

  if (self->strands->len > MAX_CROSSED)
    return 0;

  for (guint i = 0; i < self->strands->len; i++)
    {
      const ApoGraphCurve *curve = &APO_GRAPH_STRAND (self, i)->curve;
      double distance = hypot (curve->x1 - curve->x0, curve->y1 - curve->y0);
      guint n_steps = CLAMP (distance / SAMPLE, 2, 60);

      if (!apo_graph_canvas_is_strand_shown (self, i))
        continue;
      for (guint j = 0; j <= n_steps; j++)
        {
          double x, y;

          apo_graph_curve_get_point (curve,
                                     curve->start + (curve->end - curve->start) * j / n_steps,
                                     &x, &y);
          if (is_in_box (box, x, y))
            length += distance / n_steps;
        }
    }

  return length;
}

/* How much of a box lies beyond the sides of the canvas. */
static double
measure_outside (ApoGraphCanvas    *self,
                 const ApoGraphBox *box)
{
  ApoGraphBox canvas = { 0, 0, self->width, self->height };

  return box->width * box->height - apo_graph_box_get_overlap (box, &canvas);
}

/* Names go below, or else above, or to a side, of their sign, where fewest edges run; or away, if
 * there is no room for the whole of them. */
static void
place_name (ApoGraphCanvas *self,
            guint           index,
            GArray         *taken)
{
  ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);
  const char *id = apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, index)->actor));
  gboolean lit = self->focus != NULL && apo_focus_get_light (self->focus, id) != APO_LIGHT_CALM;
  double least = G_MAXDOUBLE;
  double least_hidden = 0;
  double side = spot->radius + 9;
  ApoGraphBox boxes[8];
  int width, height;

  pango_layout_get_pixel_size (spot->name, &width, &height);
  boxes[0] = (ApoGraphBox) { spot->x - width / 2., spot->y + spot->radius + NAME_GAP, width,
                             height };
  boxes[1] = boxes[0];
  boxes[1].y = spot->y - spot->radius - NAME_GAP - height;
  for (guint i = 2; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i] = boxes[0];
      boxes[i].x = i % 2 == 0 ? spot->x + side : spot->x - side - width;
      boxes[i].y = spot->y - height / 2.;
    }
  boxes[4].y = boxes[5].y = spot->y + spot->radius * 0.4;
  boxes[6].y = boxes[7].y = spot->y - spot->radius * 0.4 - height;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      double hidden = measure_cover (&boxes[i], taken) + measure_outside (self, &boxes[i]);
      double cost = 20 * hidden + EDGE_COST * count_edges (self, &boxes[i]) + SIDE_COST * i;

      if (cost < least)
        {
          least = cost;
          least_hidden = hidden;
          spot->name_box = boxes[i];
        }
    }

  spot->name_shown = least_hidden < 1 || lit
                     || gtk_widget_has_focus (spot->widget);
  if (spot->name_shown)
    g_array_append_val (taken, spot->name_box);
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  ApoGraphCanvas *self = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  double difference = APO_GRAPH_ACTOR (self, y)->radius - APO_GRAPH_ACTOR (self, x)->radius;

  return difference != 0 ? (difference > 0 ? 1 : -1) : (x > y) - (x < y);
}

static void
place_names (ApoGraphCanvas *self,
             GArray         *taken)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->spots->len; i++)
    if (APO_GRAPH_SPOT (self, i)->placed)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_importance, self);
  for (guint i = 0; i < order->len; i++)
    place_name (self, g_array_index (order, guint, i), taken);
}

static ApoLight
find_light (ApoGraphCanvas    *self,
            const ApoGraphTie *tie)
{
  ApoLight light = APO_LIGHT_CALM;

  for (guint i = 0; self->focus != NULL && i < tie->relations->len; i++)
    light = MAX (light, apo_focus_get_light (self->focus,
                                             apo_item_get_id (tie->relations->pdata[i])));

  return light;
}

static void
measure_strand (ApoGraphCanvas *self,
                guint           index)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, index);
  ApoGraphStrand *strand = APO_GRAPH_STRAND (self, index);
  ApoGraphEnd from = get_end (self, tie->from);
  ApoGraphEnd to = get_end (self, tie->to);

  strand->light = find_light (self, tie);
  if (!apo_graph_canvas_is_strand_shown (self, index))
    return;

  apo_graph_curve_init (&strand->curve, &from, &to, tie->lane, 0, EDGE_GAP);
}

/* Draws the edge @index around the nodes and names that are not its own. */
static void
lay_strand (ApoGraphCanvas *self,
            guint           index)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, index);
  ApoGraphEnd from = get_end (self, tie->from);
  ApoGraphEnd to = get_end (self, tie->to);
  g_autoptr (GArray) boxes = NULL;

  if (self->spots->len > MAX_AVOIDED)
    return;

  boxes = g_array_new (FALSE, FALSE, sizeof (ApoGraphBox));
  for (guint i = 0; i < self->spots->len; i++)
    {
      const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);

      if (spot->placed && i != tie->from && i != tie->to)
        g_array_append_val (boxes, spot->sign);
      if (spot->name_shown && i != tie->from && i != tie->to)
        g_array_append_val (boxes, spot->name_box);
    }

  apo_graph_curve_avoid (&APO_GRAPH_STRAND (self, index)->curve, &from, &to, tie->lane, EDGE_GAP,
                         (const ApoGraphBox *) (void *) boxes->data, boxes->len);
}

/* Moves a label aside, no further than it must, where the best place on its edge covers a name or a
 * sign.  Returns what it still covers. */
static double
nudge_pill (ApoGraphBox *pill,
            double       covered,
            GArray      *taken)
{
  ApoGraphBox place = *pill;
  double least = covered;

  for (guint step = 1; step <= N_STEPS && least > 0; step++)
    for (guint i = 0; i < N_NUDGES; i++)
      {
        double distance = MAX_NUDGE * step / N_STEPS;
        double angle = 2 * G_PI * i / N_NUDGES;
        ApoGraphBox box = place;
        double cover;

        box.x += distance * cos (angle);
        box.y += distance * sin (angle);
        cover = measure_cover (&box, taken);
        if (cover < least)
          {
            least = cover;
            *pill = box;
          }
      }

  return least;
}

static void
place_pill (ApoGraphCanvas *self,
            guint           index,
            GArray         *taken)
{
  ApoGraphStrand *strand = APO_GRAPH_STRAND (self, index);
  int width;
  double covered;

  strand->pill_shown = FALSE;
  if (!apo_graph_canvas_is_strand_shown (self, index))
    return;
  if (self->strands->len > MAX_PILLS && strand->light == APO_LIGHT_CALM)
    return;

  pango_layout_get_pixel_size (strand->label, &width, NULL);
  width += 2 * APO_GRAPH_PILL_PADDING;
  if (APO_GRAPH_TIE (self, index)->verdict != APO_VERDICT_NONE)
    width += APO_GRAPH_MARK_SIZE + 4;

  covered = apo_graph_curve_place_label (&strand->curve, width, APO_GRAPH_PILL_HEIGHT,
                                         (const ApoGraphBox *) (void *) taken->data, taken->len,
                                         &strand->pill);
  covered = nudge_pill (&strand->pill, covered, taken);
  strand->pill_shown = covered < MAX_COVERED * width * APO_GRAPH_PILL_HEIGHT
                       || strand->light >= APO_LIGHT_HOVERED;
  if (strand->pill_shown)
    g_array_append_val (taken, strand->pill);
}

/* Finds out where everything is on the canvas: signs, names, edges, labels, in this order, each
 * keeping clear of those before it, and names of edges too, as far as these are known by then. */
void
apo_graph_canvas_measure_all (ApoGraphCanvas *self)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (ApoGraphBox));

  for (guint i = 0; i < self->spots->len; i++)
    {
      APO_GRAPH_SPOT (self, i)->name_shown = FALSE;
      if (!APO_GRAPH_SPOT (self, i)->placed)
        continue;
      measure_spot (self, i);
      g_array_append_val (taken, APO_GRAPH_SPOT (self, i)->sign);
    }
  for (guint i = 0; i < self->strands->len; i++)
    measure_strand (self, i);
  place_names (self, taken);

  for (guint i = 0; i < self->strands->len; i++)
    if (apo_graph_canvas_is_strand_shown (self, i))
      lay_strand (self, i);
  for (guint i = 0; i < self->strands->len; i++)
    place_pill (self, i, taken);
}

/* The node at a point of the canvas, by its sign or its name, or -1. */
int
apo_graph_canvas_pick_spot (ApoGraphCanvas *self,
                            double          x,
                            double          y)
{
  for (guint i = self->spots->len; i > 0; i--)
    {
      const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i - 1);

      if (spot->placed && hypot (x - spot->x, y - spot->y) <= spot->radius + 3)
        return i - 1;
      if (spot->name_shown && is_in_box (&spot->name_box, x, y))
        return i - 1;
    }

  return -1;
}

/* The edge at a point of the canvas, by its label or its line, or -1. */
int
apo_graph_canvas_pick_strand (ApoGraphCanvas *self,
                              double          x,
                              double          y)
{
  double least = REACH;
  int found = -1;

  for (guint i = self->strands->len; i > 0; i--)
    if (APO_GRAPH_STRAND (self, i - 1)->pill_shown
        && is_in_box (&APO_GRAPH_STRAND (self, i - 1)->pill, x, y))
      return i - 1;

  for (guint i = 0; i < self->strands->len; i++)
    {
      double distance;

      if (!apo_graph_canvas_is_strand_shown (self, i))
        continue;
      distance = apo_graph_curve_get_distance (&APO_GRAPH_STRAND (self, i)->curve, x, y, NULL);
      if (distance < least)
        {
          least = distance;
          found = i;
        }
    }

  return found;
}
