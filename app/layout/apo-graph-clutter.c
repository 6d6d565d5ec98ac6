/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>

/* How hard a picture is to read: links that cross, links that run through a node they do not end
 * at, and how small the whole must become to fit. */

#define CROSSING 1.0
#define HIT 1.6
#define SIZE 1.2

static double
get_side (const ApoGraphBody *from,
          const ApoGraphBody *to,
          const ApoGraphBody *point)
{
  return (to->x - from->x) * (point->y - from->y) - (to->y - from->y) * (point->x - from->x);
}

static gboolean
do_cross (const ApoGraphBodies *graph,
          const ApoGraphLink   *first,
          const ApoGraphLink   *second)
{
  const ApoGraphBody *a = &graph->bodies[first->a];
  const ApoGraphBody *b = &graph->bodies[first->b];
  const ApoGraphBody *c = &graph->bodies[second->a];
  const ApoGraphBody *d = &graph->bodies[second->b];

  if (a == c || a == d || b == c || b == d)
    return FALSE;

  return get_side (a, b, c) * get_side (a, b, d) < 0 && get_side (c, d, a) * get_side (c, d, b) < 0;
}

static gboolean
does_hit (const ApoGraphBodies *graph,
          const ApoGraphLink   *link,
          guint                 index)
{
  const ApoGraphBody *a = &graph->bodies[link->a];
  const ApoGraphBody *b = &graph->bodies[link->b];
  const ApoGraphBody *body = &graph->bodies[index];
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double square = MAX (dx * dx + dy * dy, 1);
  double t = ((body->x - a->x) * dx + (body->y - a->y) * dy) / square;

  if (index == link->a || index == link->b || t <= 0 || t >= 1)
    return FALSE;

  return hypot (a->x + t * dx - body->x, a->y + t * dy - body->y) < body->radius + 8;
}

static double
measure_size (const ApoGraphBodies *graph)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      const ApoGraphBody *body = &graph->bodies[i];

      left = MIN (left, body->x - body->half_width);
      right = MAX (right, body->x + body->half_width);
      top = MIN (top, body->y - body->above);
      bottom = MAX (bottom, body->y + body->below);
    }

  return MAX ((right - left) / graph->aspect, bottom - top) / APO_GRAPH_LINK;
}

/**
 * apo_graph_clutter_measure:
 *
 * Returns: the less, the better; only comparable between pictures of the same graph.  O(links ×
 *   (links + bodies)): for small graphs.
 */
double
apo_graph_clutter_measure (const ApoGraphBodies *graph)
{
  double clutter = SIZE * measure_size (graph);

  for (guint i = 0; i < graph->n_links; i++)
    {
      for (guint j = i + 1; j < graph->n_links; j++)
        clutter += CROSSING * do_cross (graph, &graph->links[i], &graph->links[j]);
      for (guint j = 0; j < graph->n_bodies; j++)
        clutter += HIT * does_hit (graph, &graph->links[i], j);
    }

  return clutter;
}
