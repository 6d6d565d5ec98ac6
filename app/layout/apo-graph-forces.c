/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>

/* Forces: springs along links, repulsion between all bodies, a slight pull to the middle.
 * Repulsion of far groups is taken together in a quadtree (Barnes and Hut, "A hierarchical
 * O(N log N) force-calculation algorithm", 1986). */

#define OPENING 0.81            /* square of the ratio size / distance below which a cell is one */
#define REPULSION 620.0
#define GRAVITY 0.035
#define FRICTION 0.6
#define HOMING 0.3
#define LEAF 6
#define DEPTH 24

typedef struct {
  double x;                     /* of its centre of mass */
  double y;
  double size;
  guint start;                  /* its bodies, in the order of the tree */
  guint end;
  gint children[4];             /* -1: none */
  gboolean leaf;
} Cell;

typedef struct {
  const ApoGraphBodies *graph;
  guint *order;
  GArray *cells;
} Tree;

/* Moves the bodies of [start, end) for which @above holds to the back; the first of them. */
static guint
partition (Tree     *tree,
           guint     start,
           guint     end,
           gboolean  by_y,
           double    limit)
{
  while (start < end)
    {
      const ApoGraphBody *body = &tree->graph->bodies[tree->order[start]];

      if ((by_y ? body->y : body->x) < limit)
        start++;
      else
        {
          guint swap = tree->order[--end];

          tree->order[end] = tree->order[start];
          tree->order[start] = swap;
        }
    }

  return start;
}

static void
cell_init (Cell       *cell,
           const Tree *tree,
           guint       start,
           guint       end,
           double      size)
{
  *cell = (Cell) { .size = size, .start = start, .end = end,
                   .children = { -1, -1, -1, -1 }, .leaf = TRUE };

  for (guint i = start; i < end; i++)
    {
      cell->x += tree->graph->bodies[tree->order[i]].x;
      cell->y += tree->graph->bodies[tree->order[i]].y;
    }
  cell->x /= end - start;
  cell->y /= end - start;
}

/* Makes the cell of the bodies [start, end), which lie in the square at (x, y), and those in it. */
static gint
grow (Tree   *tree,
      guint   start,
      guint   end,
      double  x,
      double  y,
      double  size,
      guint   depth)
{
  gint index = tree->cells->len;
  double half = size / 2;
  guint cuts[5];
  Cell cell;

  if (start == end)
    return -1;

  cell_init (&cell, tree, start, end, size);
  g_array_append_val (tree->cells, cell);
  if (end - start <= LEAF || depth == DEPTH)
    return index;

  cuts[0] = start;
  cuts[2] = partition (tree, start, end, TRUE, y + half);
  cuts[1] = partition (tree, start, cuts[2], FALSE, x + half);
  cuts[3] = partition (tree, cuts[2], end, FALSE, x + half);
  cuts[4] = end;
  for (guint i = 0; i < 4; i++)
    {
      gint child = grow (tree, cuts[i], cuts[i + 1], x + (i % 2) * half, y + (i / 2) * half, half,
                         depth + 1);

      g_array_index (tree->cells, Cell, index).children[i] = child;
    }
  g_array_index (tree->cells, Cell, index).leaf = FALSE;

  return index;
}

static void
plant (Tree                 *tree,
       const ApoGraphBodies *graph)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  tree->graph = graph;
  tree->order = g_new (guint, graph->n_bodies);
  tree->cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), graph->n_bodies);

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      tree->order[i] = i;
      left = MIN (left, graph->bodies[i].x);
      right = MAX (right, graph->bodies[i].x);
      top = MIN (top, graph->bodies[i].y);
      bottom = MAX (bottom, graph->bodies[i].y);
    }
  grow (tree, 0, graph->n_bodies, left, top, MAX (right - left, bottom - top) + 1, 0);
}

static void
repel (ApoGraphBody *body,
       double        dx,
       double        dy,
       double        strength,
       guint64      *random)
{
  double square = dx * dx + dy * dy;

  if (square < 1e-9)
    {
      dx = apo_graph_random (random) - 0.5;
      dy = apo_graph_random (random) - 0.5;
      square = dx * dx + dy * dy + 1e-9;
    }
  square = MAX (square, 100);
  body->vx -= dx / square * strength;
  body->vy -= dy / square * strength;
}

static void
repel_from_tree (const Tree *tree,
                 guint       index,
                 double      strength,
                 guint64    *random)
{
  ApoGraphBody *body = &tree->graph->bodies[index];
  gint stack[4 * DEPTH + 4];
  guint depth = 0;

  stack[depth++] = 0;
  while (depth > 0)
    {
      const Cell *cell = &g_array_index (tree->cells, Cell, stack[--depth]);
      double dx = cell->x - body->x;
      double dy = cell->y - body->y;

      if (cell->leaf)
        {
          for (guint i = cell->start; i < cell->end; i++)
            if (tree->order[i] != index)
              repel (body, tree->graph->bodies[tree->order[i]].x - body->x,
                     tree->graph->bodies[tree->order[i]].y - body->y, strength, random);
        }
      else if (cell->size * cell->size < OPENING * (dx * dx + dy * dy))
        repel (body, dx, dy, strength * (cell->end - cell->start), random);
      else
        for (guint i = 0; i < 4; i++)
          if (cell->children[i] >= 0)
            stack[depth++] = cell->children[i];
    }
}

static void
pull_link (ApoGraphBodies     *graph,
           const ApoGraphLink *link,
           double              alpha)
{
  ApoGraphBody *a = &graph->bodies[link->a];
  ApoGraphBody *b = &graph->bodies[link->b];
  double dx = b->x + b->vx - a->x - a->vx;
  double dy = b->y + b->vy - a->y - a->vy;
  double length = MAX (hypot (dx, dy), 1e-3);
  double pull = (length - link->length) / length * alpha
                * MIN (1, link->strength / MIN (a->degree, b->degree));
  double share = (double) a->degree / (a->degree + b->degree);

  b->vx -= dx * pull * share;
  b->vy -= dy * pull * share;
  a->vx += dx * pull * (1 - share);
  a->vy += dy * pull * (1 - share);
}

/**
 * apo_graph_forces_apply:
 * @alpha: how hot it is, 0 to 1: forces are multiplied by it
 *
 * One step of all forces, and of the bodies that are not held.  O(n log n).
 */
void
apo_graph_forces_apply (ApoGraphBodies *graph,
                        double          alpha)
{
  double aspect = sqrt (graph->aspect);
  Tree tree;

  for (guint i = 0; i < graph->n_links; i++)
    pull_link (graph, &graph->links[i], alpha);

  plant (&tree, graph);
  for (guint i = 0; i < graph->n_bodies; i++)
    {
      ApoGraphBody *body = &graph->bodies[i];

      if (body->held)
        body->vx = body->vy = 0;
      else if (body->homing)
        {
          body->vx = (body->home_x - body->x) * HOMING;
          body->vy = (body->home_y - body->y) * HOMING;
        }
      else
        {
          repel_from_tree (&tree, i, REPULSION * alpha, &graph->random);
          body->vx -= (body->x - graph->center_x) * GRAVITY * alpha / aspect;
          body->vy -= (body->y - graph->center_y) * GRAVITY * alpha * aspect;
        }
    }
  g_free (tree.order);
  g_array_unref (tree.cells);

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      graph->bodies[i].vx *= FRICTION;
      graph->bodies[i].vy *= FRICTION;
      graph->bodies[i].x += graph->bodies[i].vx;
      graph->bodies[i].y += graph->bodies[i].vy;
    }
}
