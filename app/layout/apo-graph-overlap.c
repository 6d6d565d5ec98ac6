/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>
#include <stdlib.h>

/* Room: each body has a box around its sign and its name, and no two boxes may cover one another. */

#define PASSES 80
#define SLACK 0.01

typedef struct {
  double left;
  guint body;
} Edge;

typedef void (*MeetFunc) (ApoGraphBody *a,
                          ApoGraphBody *b,
                          gpointer      data);

static double
get_overlap_x (const ApoGraphBody *a,
               const ApoGraphBody *b)
{
  return a->half_width + b->half_width - fabs (a->x - b->x);
}

static double
get_overlap_y (const ApoGraphBody *a,
               const ApoGraphBody *b)
{
  return MIN (a->y + a->below, b->y + b->below) - MAX (a->y - a->above, b->y - b->above);
}

static gboolean
do_overlap (const ApoGraphBody *a,
            const ApoGraphBody *b)
{
  return get_overlap_x (a, b) > SLACK && get_overlap_y (a, b) > SLACK;
}

static int
compare_edges (const void *a,
               const void *b)
{
  const Edge *x = a;
  const Edge *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;

  return (x->body > y->body) - (x->body < y->body);
}

/* Calls @func for each two bodies whose boxes covered one another when the sweep began. */
static void
foreach_meeting (const ApoGraphBodies *graph,
                 MeetFunc              func,
                 gpointer              data)
{
  g_autofree Edge *edges = NULL;

  if (graph->n_bodies < 2)
    return;

  edges = g_new (Edge, graph->n_bodies);
  for (guint i = 0; i < graph->n_bodies; i++)
    edges[i] = (Edge) { graph->bodies[i].x - graph->bodies[i].half_width, i };
  qsort (edges, graph->n_bodies, sizeof (Edge), compare_edges);

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      double right = edges[i].left + 2 * graph->bodies[edges[i].body].half_width;

      for (guint j = i + 1; j < graph->n_bodies && edges[j].left < right; j++)
        {
          ApoGraphBody *a = &graph->bodies[edges[i].body];
          ApoGraphBody *b = &graph->bodies[edges[j].body];

          if (do_overlap (a, b))
            func (a, b, data);
        }
    }
}

static void
push_apart (ApoGraphBody *a,
            ApoGraphBody *b,
            gpointer      data)
{
  double share = *(double *) data;
  double overlap_x = get_overlap_x (a, b);
  double overlap_y = get_overlap_y (a, b);
  double part_a = a->held ? 0 : b->held ? 1 : 0.5;
  double part_b = b->held ? 0 : a->held ? 1 : 0.5;

  if (overlap_x < overlap_y)
    {
      double push = (a->x <= b->x ? 1 : -1) * (overlap_x + 0.5) * share;

      a->x -= push * part_a;
      b->x += push * part_b;
    }
  else
    {
      double push = (a->y <= b->y ? 1 : -1) * (overlap_y + 0.5) * share;

      a->y -= push * part_a;
      b->y += push * part_b;
    }
}

static void
count_meeting (ApoGraphBody *a,
               ApoGraphBody *b,
               gpointer      data)
{
  *(guint *) data += !(a->held && b->held);
}

static void
mark_meeting (ApoGraphBody *a,
              ApoGraphBody *b,
              gpointer      data)
{
  GPtrArray *marked = data;

  g_ptr_array_add (marked, b->held ? a : b);
}

static gboolean
is_free_at (const ApoGraphBodies *graph,
            const ApoGraphBody   *body,
            double                x,
            double                y)
{
  ApoGraphBody moved = *body;

  moved.x = x;
  moved.y = y;
  for (guint i = 0; i < graph->n_bodies; i++)
    if (&graph->bodies[i] != body && do_overlap (&moved, &graph->bodies[i]))
      return FALSE;

  return TRUE;
}

/* Puts a body to the nearest place where it covers no other, by going outwards in a spiral. */
static void
evade (const ApoGraphBodies *graph,
       ApoGraphBody         *body)
{
  double x = body->x;
  double y = body->y;

  for (guint step = 0; !is_free_at (graph, body, x, y); step++)
    {
      double distance = 6 * sqrt (step);
      double angle = step * 2.399963;

      x = body->x + distance * cos (angle);
      y = body->y + distance * sin (angle);
    }
  body->x = x;
  body->y = y;
}

/**
 * apo_graph_overlap_push:
 * @share: how much of each overlap to take away, 0 to 1
 *
 * Pushes bodies that cover one another apart a bit, along the shorter way.
 */
void
apo_graph_overlap_push (ApoGraphBodies *graph,
                        double          share)
{
  foreach_meeting (graph, push_apart, &share);
}

/**
 * apo_graph_overlap_exists:
 *
 * Returns: whether two bodies cover one another that are not both held
 */
gboolean
apo_graph_overlap_exists (const ApoGraphBodies *graph)
{
  guint n_meetings = 0;

  foreach_meeting (graph, count_meeting, &n_meetings);

  return n_meetings > 0;
}

/**
 * apo_graph_overlap_remove:
 *
 * Moves bodies until none covers another; afterwards only two held ones may.
 */
void
apo_graph_overlap_remove (ApoGraphBodies *graph)
{
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();

  for (guint pass = 0; pass < PASSES && apo_graph_overlap_exists (graph); pass++)
    apo_graph_overlap_push (graph, 1);

  foreach_meeting (graph, mark_meeting, marked);
  for (guint i = 0; i < marked->len; i++)
    {
      ApoGraphBody *body = g_ptr_array_index (marked, i);

      if (!body->held)
        evade (graph, body);
    }
}
