/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>

/* Drawing by stress: the distance of two nodes in the picture should be the length of the shortest
 * way between them, the near ones counting most.  Minimised by stochastic gradient descent over the
 * pairs (Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018, section 2),
 * above N_FULL bodies over the pairs with some pivots only (the same, section 4.3). */

#define N_FULL 400
#define N_PIVOTS 40
#define N_ROUNDS 30
#define EPSILON 0.1
#define CURL 0.8                /* below 1, long ways are bent rather than laid out straight */

typedef struct {
  guint first;
  guint second;
  double distance;
  double first_weight;          /* how much the first one moves for it */
  double second_weight;
} Pair;

/* The links of each body, as slices of one array. */
typedef struct {
  guint *offsets;
  guint *ends;
  double *lengths;
} Neighbours;

/**
 * apo_graph_random:
 * @state: any value but 0
 *
 * A number from [0, 1), always the same for the same @state (xorshift64*, Vigna 2016).
 */
double
apo_graph_random (guint64 *state)
{
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;

  return ((*state * G_GUINT64_CONSTANT (2685821657736338717)) >> 11) * 0x1p-53;
}

static void
neighbours_init (Neighbours           *self,
                 const ApoGraphBodies *graph)
{
  g_autofree guint *fill = g_new0 (guint, graph->n_bodies + 1);

  self->offsets = g_new0 (guint, graph->n_bodies + 1);
  self->ends = g_new (guint, 2 * graph->n_links + 1);
  self->lengths = g_new (double, 2 * graph->n_links + 1);

  for (guint i = 0; i < graph->n_links; i++)
    {
      self->offsets[graph->links[i].a + 1]++;
      self->offsets[graph->links[i].b + 1]++;
    }
  for (guint i = 0; i < graph->n_bodies; i++)
    self->offsets[i + 1] += self->offsets[i];

  for (guint i = 0; i < graph->n_links; i++)
    {
      const ApoGraphLink *link = &graph->links[i];
      guint at_a = self->offsets[link->a] + fill[link->a]++;
      guint at_b = self->offsets[link->b] + fill[link->b]++;

      self->ends[at_a] = link->b;
      self->ends[at_b] = link->a;
      self->lengths[at_a] = self->lengths[at_b] = link->length;
    }
}

static void
neighbours_clear (Neighbours *self)
{
  g_free (self->offsets);
  g_free (self->ends);
  g_free (self->lengths);
}

/* Fills @distances with the ways from @source in order of steps, -1 where there is none. */
static void
measure_ways (const Neighbours *neighbours,
              guint             n_bodies,
              guint             source,
              double           *distances,
              guint            *queue)
{
  guint head = 0, tail = 0;

  for (guint i = 0; i < n_bodies; i++)
    distances[i] = -1;

  distances[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      guint body = queue[head++];

      for (guint i = neighbours->offsets[body]; i < neighbours->offsets[body + 1]; i++)
        if (distances[neighbours->ends[i]] < 0)
          {
            distances[neighbours->ends[i]] = distances[body] + neighbours->lengths[i];
            queue[tail++] = neighbours->ends[i];
          }
    }
}

static void
add_pair (GArray *pairs,
          guint   first,
          guint   second,
          double  distance,
          double  first_share,
          double  second_share)
{
  double target = APO_GRAPH_LINK * pow (distance / APO_GRAPH_LINK, CURL);
  double weight = 1 / (target * target);
  Pair pair = { first, second, target, weight * first_share, weight * second_share };

  g_array_append_val (pairs, pair);
}

static void
collect_all_pairs (const ApoGraphBodies *graph,
                   const Neighbours     *neighbours,
                   GArray               *pairs)
{
  g_autofree double *distances = g_new (double, graph->n_bodies);
  g_autofree guint *queue = g_new (guint, graph->n_bodies);

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      measure_ways (neighbours, graph->n_bodies, i, distances, queue);
      for (guint j = i + 1; j < graph->n_bodies; j++)
        if (distances[j] > 0)
          add_pair (pairs, i, j, distances[j], 1, 1);
    }
}

/* Each next pivot is the body farthest from those so far. */
static void
collect_pivot_pairs (const ApoGraphBodies *graph,
                     const Neighbours     *neighbours,
                     GArray               *pairs)
{
  g_autofree double *distances = g_new (double, graph->n_bodies);
  g_autofree double *nearest = g_new (double, graph->n_bodies);
  g_autofree guint *queue = g_new (guint, graph->n_bodies);
  double share = (double) graph->n_bodies / N_PIVOTS / 4;
  guint pivot = 0;

  for (guint i = 0; i < graph->n_links; i++)
    add_pair (pairs, graph->links[i].a, graph->links[i].b, graph->links[i].length, 1, 1);

  for (guint i = 0; i < graph->n_bodies; i++)
    nearest[i] = G_MAXDOUBLE;

  for (guint k = 0; k < N_PIVOTS; k++)
    {
      guint farthest = 0;

      measure_ways (neighbours, graph->n_bodies, pivot, distances, queue);
      for (guint i = 0; i < graph->n_bodies; i++)
        {
          if (distances[i] > 0)
            add_pair (pairs, i, pivot, distances[i], share, 0);
          if (distances[i] >= 0)
            nearest[i] = MIN (nearest[i], distances[i]);
          if (nearest[i] > nearest[farthest])
            farthest = i;
        }
      pivot = farthest;
    }
}

static void
shuffle (GArray  *pairs,
         guint64 *random)
{
  for (guint i = pairs->len; i > 1; i--)
    {
      guint j = apo_graph_random (random) * i;
      Pair swap = g_array_index (pairs, Pair, i - 1);

      g_array_index (pairs, Pair, i - 1) = g_array_index (pairs, Pair, j);
      g_array_index (pairs, Pair, j) = swap;
    }
}

static void
satisfy (ApoGraphBodies *graph,
         const Pair     *pair,
         double          rate)
{
  ApoGraphBody *a = &graph->bodies[pair->first];
  ApoGraphBody *b = &graph->bodies[pair->second];
  double dx = a->x - b->x;
  double dy = a->y - b->y;
  double length = hypot (dx, dy);
  double excess;

  if (length < 1e-6)
    {
      dx = length = 1e-3;
      dy = 0;
    }

  excess = (length - pair->distance) / (2 * length);
  if (!a->held)
    {
      a->x -= MIN (1, rate * pair->first_weight) * excess * dx;
      a->y -= MIN (1, rate * pair->first_weight) * excess * dy;
    }
  if (!b->held)
    {
      b->x += MIN (1, rate * pair->second_weight) * excess * dx;
      b->y += MIN (1, rate * pair->second_weight) * excess * dy;
    }
}

static void
descend (ApoGraphBodies *graph,
         GArray         *pairs)
{
  double greatest = 0, least = G_MAXDOUBLE;
  double rate, decay;

  for (guint i = 0; i < pairs->len; i++)
    {
      double distance = g_array_index (pairs, Pair, i).distance;

      greatest = MAX (greatest, distance * distance);
      least = MIN (least, distance * distance);
    }

  rate = greatest;
  decay = pow (EPSILON * least / greatest, 1.0 / (N_ROUNDS - 1));
  for (guint round = 0; round < N_ROUNDS; round++, rate *= decay)
    {
      shuffle (pairs, &graph->random);
      for (guint i = 0; i < pairs->len; i++)
        satisfy (graph, &g_array_index (pairs, Pair, i), rate);
    }
}

/**
 * apo_graph_stress_minimize:
 *
 * Spreads the bodies so that distances in the picture follow distances in the graph, each component
 * for itself.  Where they begin matters: give each a position of its own.
 */
void
apo_graph_stress_minimize (ApoGraphBodies *graph)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  Neighbours neighbours;

  if (graph->n_links == 0)
    return;

  neighbours_init (&neighbours, graph);
  if (graph->n_bodies <= N_FULL)
    collect_all_pairs (graph, &neighbours, pairs);
  else
    collect_pivot_pairs (graph, &neighbours, pairs);
  neighbours_clear (&neighbours);

  if (pairs->len > 0)
    descend (graph, pairs);
}
