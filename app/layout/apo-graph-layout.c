/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>
#include <string.h>

/* A graph that nobody has seen yet is drawn by stress, then relaxed by forces; a small one several
 * times from different beginnings, of which the least cluttered is taken.  Where there is a picture
 * already, new nodes go beside their neighbours while the old ones are held, and only then may these
 * give way a little: people find things again where they were. */

#define COOLING 0.0228          /* of the heat, lost with each tick */
#define COLD 0.004
#define MAX_COORDINATE 1e6
#define MAX_CLUTTER_NODES 80
#define N_TRIES 16
#define JOIN_TICKS 30
#define PARALLEL 18.0           /* that each further edge between the same two makes them apart */
#define MAX_STRETCH 2.5

struct _ApoGraphLayout {
  ApoGraphBodies graph;
  gboolean *placed;             /* had a position when it came */
  gboolean *fixed;
  double alpha;
};

static gboolean
is_length (double value)
{
  return isfinite (value) && value >= 0 && value <= MAX_COORDINATE;
}

static gboolean
is_valid_node (const ApoGraphLayoutNode *node)
{
  if (!is_length (node->radius) || !is_length (node->label_width)
      || !is_length (node->label_height))
    return FALSE;

  return !node->has_position || (is_length (fabs (node->x)) && is_length (fabs (node->y)));
}

static void
add_body (ApoGraphLayout           *self,
          guint                     index,
          const ApoGraphLayoutNode *node)
{
  ApoGraphBody *body = &self->graph.bodies[index];

  body->radius = node->radius;
  body->half_width = MAX (node->radius, node->label_width / 2) + APO_GRAPH_GAP;
  body->above = node->radius + APO_GRAPH_GAP;
  body->below = node->radius + node->label_height + APO_GRAPH_GAP;
  if (node->has_position)
    {
      body->x = node->x;
      body->y = node->y;
    }
  self->placed[index] = node->has_position;
  self->fixed[index] = node->has_position && node->fixed;
}

/* Parallel edges become one link, the longer and the stronger. */
static void
add_link (ApoGraphLayout           *self,
          GHashTable               *links,
          const ApoGraphLayoutEdge *edge)
{
  ApoGraphBodies *graph = &self->graph;
  gint64 pair = (gint64) MIN (edge->from, edge->to) << 32 | MAX (edge->from, edge->to);
  ApoGraphLink *link = g_hash_table_lookup (links, &pair);

  if (edge->from == edge->to)
    return;
  if (link != NULL)
    {
      link->strength = MIN (link->strength + CLAMP (edge->strength, 0.1, 4) / 2, 6);
      link->length = MIN (link->length + PARALLEL, 2 * APO_GRAPH_LINK);
      return;
    }

  link = &graph->links[graph->n_links++];
  g_hash_table_insert (links, g_memdup2 (&pair, sizeof pair), link);
  link->a = edge->from;
  link->b = edge->to;
  link->strength = CLAMP (edge->strength, 0.1, 4);
  link->length = APO_GRAPH_LINK + graph->bodies[link->a].radius + graph->bodies[link->b].radius;
  graph->bodies[link->a].degree++;
  graph->bodies[link->b].degree++;
}

/**
 * apo_graph_layout_new:
 * @nodes: (array length=n_nodes): the nodes
 * @edges: (array length=n_edges): the edges
 * @aspect: width to height of the picture
 *
 * Takes a graph; apo_graph_layout_arrange() then gives positions to nodes that have none.
 *
 * Returns: (transfer full) (nullable): %NULL if a number is not finite, a length negative or an edge
 *   has no node
 */
ApoGraphLayout *
apo_graph_layout_new (const ApoGraphLayoutNode *nodes,
                      guint                     n_nodes,
                      const ApoGraphLayoutEdge *edges,
                      guint                     n_edges,
                      double                    aspect)
{
  g_autoptr (GHashTable) links = NULL;
  ApoGraphLayout *self;

  if (!isfinite (aspect) || aspect <= 0)
    return NULL;
  for (guint i = 0; i < n_nodes; i++)
    if (!is_valid_node (&nodes[i]))
      return NULL;
  for (guint i = 0; i < n_edges; i++)
    if (edges[i].from >= n_nodes || edges[i].to >= n_nodes || !isfinite (edges[i].strength))
      return NULL;

  self = g_new0 (ApoGraphLayout, 1);
  self->graph.n_bodies = n_nodes;
  self->graph.bodies = g_new0 (ApoGraphBody, n_nodes);
  self->graph.links = g_new0 (ApoGraphLink, n_edges);
  self->graph.aspect = CLAMP (aspect, 0.3, 3.5);
  self->graph.random = 1;
  self->placed = g_new0 (gboolean, n_nodes);
  self->fixed = g_new0 (gboolean, n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    add_body (self, i, &nodes[i]);
  links = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n_edges; i++)
    add_link (self, links, &edges[i]);

  return self;
}

/**
 * apo_graph_layout_free:
 * @layout: (nullable): a layout
 */
void
apo_graph_layout_free (ApoGraphLayout *layout)
{
  if (layout == NULL)
    return;

  g_free (layout->graph.bodies);
  g_free (layout->graph.links);
  g_free (layout->placed);
  g_free (layout->fixed);
  g_free (layout);
}

static void
find_center (ApoGraphBodies *graph,
             const gboolean *counted)
{
  double x = 0, y = 0;
  guint n_counted = 0;

  for (guint i = 0; i < graph->n_bodies; i++)
    if (counted == NULL || counted[i])
      {
        x += graph->bodies[i].x;
        y += graph->bodies[i].y;
        n_counted++;
      }

  graph->center_x = n_counted > 0 ? x / n_counted : 0;
  graph->center_y = n_counted > 0 ? y / n_counted : 0;
}

static void
run_ticks (ApoGraphBodies *graph,
           guint           n_ticks,
           double          alpha)
{
  for (guint i = 0; i < n_ticks; i++)
    {
      apo_graph_forces_apply (graph, alpha * (n_ticks - i) / n_ticks);
      apo_graph_overlap_push (graph, 0.5);
    }
}

/* Pulls the picture apart along the side where it is too short for its aspect; nothing that kept
 * clear of another can come to cover it so. */
static void
stretch (ApoGraphBodies *graph)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double factor;

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      left = MIN (left, graph->bodies[i].x);
      right = MAX (right, graph->bodies[i].x);
      top = MIN (top, graph->bodies[i].y);
      bottom = MAX (bottom, graph->bodies[i].y);
    }
  if (right - left < 1 || bottom - top < 1)
    return;

  factor = CLAMP ((bottom - top) * graph->aspect / (right - left), 1 / MAX_STRETCH, MAX_STRETCH);
  for (guint i = 0; i < graph->n_bodies; i++)
    {
      graph->bodies[i].x *= MAX (factor, 1);
      graph->bodies[i].y *= MAX (1 / factor, 1);
    }
}

static void
draw_afresh (ApoGraphBodies *graph,
             guint           seed)
{
  double spread = APO_GRAPH_LINK * sqrt (graph->n_bodies);
  guint n_components = apo_graph_components_find (graph);

  graph->random = seed + 1;
  for (guint i = 0; i < graph->n_bodies; i++)
    {
      graph->bodies[i].x = (apo_graph_random (&graph->random) - 0.5) * spread;
      graph->bodies[i].y = (apo_graph_random (&graph->random) - 0.5) * spread;
      graph->bodies[i].vx = graph->bodies[i].vy = 0;
    }

  apo_graph_stress_minimize (graph);
  apo_graph_components_turn (graph, n_components);
  apo_graph_components_pack (graph, n_components);
  find_center (graph, NULL);
  run_ticks (graph, 60, 0.2);
  apo_graph_overlap_remove (graph);
  if (n_components > 1)
    apo_graph_components_pack (graph, n_components);
  stretch (graph);
}

static void
arrange_afresh (ApoGraphLayout *self)
{
  g_autofree ApoGraphBody *best = NULL;
  gsize size = sizeof (ApoGraphBody) * self->graph.n_bodies;
  double least = 0;

  if (self->graph.n_bodies > MAX_CLUTTER_NODES)
    {
      draw_afresh (&self->graph, 0);
      return;
    }

  for (guint i = 0; i < N_TRIES; i++)
    {
      double clutter;

      draw_afresh (&self->graph, i);
      clutter = apo_graph_clutter_measure (&self->graph);
      if (best == NULL || clutter < least)
        {
          g_free (best);
          best = g_memdup2 (self->graph.bodies, size);
          least = clutter;
        }
    }
  memcpy (self->graph.bodies, best, size);
}

/* Puts a new node outwards of the middle of its placed neighbours; FALSE if it has none. */
static gboolean
place_beside_neighbours (ApoGraphLayout *self,
                         const gboolean *placed,
                         guint           index)
{
  ApoGraphBodies *graph = &self->graph;
  double x = 0, y = 0, dx, dy, length;
  guint n_neighbours = 0;

  for (guint i = 0; i < graph->n_links; i++)
    {
      const ApoGraphLink *link = &graph->links[i];
      guint other = link->a == index ? link->b : link->a;

      if ((link->a == index || link->b == index) && placed[other])
        {
          x += graph->bodies[other].x;
          y += graph->bodies[other].y;
          n_neighbours++;
        }
    }
  if (n_neighbours == 0)
    return FALSE;

  x /= n_neighbours;
  y /= n_neighbours;
  dx = x - graph->center_x + apo_graph_random (&graph->random) - 0.5;
  dy = y - graph->center_y + apo_graph_random (&graph->random) - 0.5;
  length = MAX (hypot (dx, dy), 1e-3);
  graph->bodies[index].x = x + dx / length * APO_GRAPH_LINK / n_neighbours;
  graph->bodies[index].y = y + dy / length * APO_GRAPH_LINK / n_neighbours;

  return TRUE;
}

static void
place_at_border (ApoGraphLayout *self,
                 const gboolean *placed,
                 guint           index)
{
  ApoGraphBodies *graph = &self->graph;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < graph->n_bodies; i++)
    if (placed[i])
      bottom = MAX (bottom, graph->bodies[i].y + graph->bodies[i].below);

  graph->bodies[index].x = graph->center_x;
  graph->bodies[index].y = bottom + graph->bodies[index].above;
}

static void
place_new (ApoGraphLayout *self)
{
  guint n_bodies = self->graph.n_bodies;
  g_autofree gboolean *placed = g_memdup2 (self->placed, sizeof (gboolean) * n_bodies);
  gboolean found;

  do
    {
      guint first = n_bodies;

      found = FALSE;
      for (guint i = 0; i < n_bodies; i++)
        if (!placed[i] && place_beside_neighbours (self, placed, i))
          placed[i] = found = TRUE;
        else if (!placed[i])
          first = MIN (first, i);

      if (!found && first < n_bodies)
        {
          place_at_border (self, placed, first);
          placed[first] = found = TRUE;
        }
    }
  while (found);
}

static void
hold_all (ApoGraphLayout *self,
          const gboolean *held)
{
  for (guint i = 0; i < self->graph.n_bodies; i++)
    self->graph.bodies[i].held = held[i];
}

static void
arrange_joining (ApoGraphLayout *self)
{
  find_center (&self->graph, self->placed);
  place_new (self);
  hold_all (self, self->placed);
  run_ticks (&self->graph, JOIN_TICKS, 0.3);
  apo_graph_overlap_remove (&self->graph);
  hold_all (self, self->fixed);
  apo_graph_overlap_remove (&self->graph);
}

/**
 * apo_graph_layout_arrange:
 *
 * Gives every node its position.  Where all had one, nothing moves; where none had, the picture is
 * made anew; else the new ones join and the old ones stay, unless one must make room.  Afterwards no
 * two nodes cover one another, unless both came with a position.
 */
void
apo_graph_layout_arrange (ApoGraphLayout *layout)
{
  guint n_placed = 0;

  for (guint i = 0; i < layout->graph.n_bodies; i++)
    n_placed += layout->placed[i];

  if (n_placed == layout->graph.n_bodies)
    find_center (&layout->graph, NULL);
  else if (n_placed == 0)
    arrange_afresh (layout);
  else
    arrange_joining (layout);

  for (guint i = 0; i < layout->graph.n_bodies; i++)
    layout->placed[i] = TRUE;
  hold_all (layout, layout->fixed);
  layout->alpha = 0;
}

/**
 * apo_graph_layout_tick:
 *
 * One step of the living picture; it cools with each.
 *
 * Returns: whether it is still warm, that is, whether another tick would move something
 */
gboolean
apo_graph_layout_tick (ApoGraphLayout *layout)
{
  if (layout->alpha < COLD)
    return FALSE;

  apo_graph_forces_apply (&layout->graph, layout->alpha);
  apo_graph_overlap_push (&layout->graph, 0.5);
  layout->alpha *= 1 - COOLING;

  return layout->alpha >= COLD;
}

/**
 * apo_graph_layout_heat:
 * @alpha: 0 to 1; 0.3 for a node being dragged
 *
 * Warms the picture for the ticks to come.
 */
void
apo_graph_layout_heat (ApoGraphLayout *layout,
                       double          alpha)
{
  layout->alpha = MAX (layout->alpha, CLAMP (alpha, 0, 1));
}

static void
set_homing (ApoGraphLayout *self,
            guint           node)
{
  ApoGraphBodies *graph = &self->graph;

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      graph->bodies[i].homing = TRUE;
      graph->bodies[i].home_x = graph->bodies[i].x;
      graph->bodies[i].home_y = graph->bodies[i].y;
    }
  for (guint i = 0; i < graph->n_links; i++)
    if (graph->links[i].a == node)
      graph->bodies[graph->links[i].b].homing = FALSE;
    else if (graph->links[i].b == node)
      graph->bodies[graph->links[i].a].homing = FALSE;
}

/**
 * apo_graph_layout_hold:
 * @x: where it is now
 *
 * Holds a node in the hand.  Its neighbours follow with the ticks; all others only give way and go
 * back, so that the rest of the picture stays what it was.
 */
void
apo_graph_layout_hold (ApoGraphLayout *layout,
                       guint           node,
                       double          x,
                       double          y)
{
  ApoGraphBody *body;

  g_return_if_fail (node < layout->graph.n_bodies);
  g_return_if_fail (isfinite (x) && isfinite (y));

  body = &layout->graph.bodies[node];
  if (!body->held || layout->fixed[node])
    set_homing (layout, node);
  layout->fixed[node] = FALSE;
  body->held = TRUE;
  body->x = x;
  body->y = y;
}

/**
 * apo_graph_layout_release:
 *
 * Takes the hand off a node that was held; it may move again.
 */
void
apo_graph_layout_release (ApoGraphLayout *layout,
                          guint           node)
{
  g_return_if_fail (node < layout->graph.n_bodies);

  layout->fixed[node] = FALSE;
  layout->graph.bodies[node].held = FALSE;
  for (guint i = 0; i < layout->graph.n_bodies; i++)
    layout->graph.bodies[i].homing = FALSE;
}

/**
 * apo_graph_layout_get_position:
 * @x: (out): the centre of its sign
 */
void
apo_graph_layout_get_position (ApoGraphLayout *layout,
                               guint           node,
                               double         *x,
                               double         *y)
{
  g_return_if_fail (node < layout->graph.n_bodies);

  *x = layout->graph.bodies[node].x;
  *y = layout->graph.bodies[node].y;
}

/**
 * apo_graph_layout_has_overlaps:
 *
 * Returns: whether two nodes, with their names, cover one another and are not both fixed
 */
gboolean
apo_graph_layout_has_overlaps (ApoGraphLayout *layout)
{
  return apo_graph_overlap_exists (&layout->graph);
}
