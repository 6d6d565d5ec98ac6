/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-layout-private.h"

#include <math.h>
#include <stdlib.h>

/* The components of a graph: parts that no link connects.  Each is drawn for itself, turned to lie
 * along the picture, and then put where the whole stays smallest, the largest first: in a gap of
 * those before it, or beside them.  Graphs too large for that search are packed in rows. */

#define SPACING 24.0
#define MAX_STRETCH 1.35
#define STEP 20.0               /* of the search for a gap */
#define MAX_NESTED_BODIES 80

typedef struct {
  guint component;
  guint n_bodies;
  double left;
  double top;
  double right;
  double bottom;
} Part;

static guint
find_root (guint *parents,
           guint  body)
{
  while (parents[body] != body)
    {
      parents[body] = parents[parents[body]];
      body = parents[body];
    }

  return body;
}

/**
 * apo_graph_components_find:
 *
 * Numbers the components and tells each body its own.
 *
 * Returns: how many there are
 */
guint
apo_graph_components_find (ApoGraphBodies *graph)
{
  g_autofree guint *parents = g_new (guint, graph->n_bodies);
  guint n_components = 0;

  for (guint i = 0; i < graph->n_bodies; i++)
    parents[i] = i;
  for (guint i = 0; i < graph->n_links; i++)
    {
      guint a = find_root (parents, graph->links[i].a);
      guint b = find_root (parents, graph->links[i].b);

      parents[MAX (a, b)] = MIN (a, b);
    }

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      guint root = find_root (parents, i);

      graph->bodies[i].component = root == i ? n_components++ : graph->bodies[root].component;
    }

  return n_components;
}

static void
turn_component (ApoGraphBodies *graph,
                guint           component)
{
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  double angle, cosine, sine, stretch;
  guint n_bodies = 0;

  for (guint i = 0; i < graph->n_bodies; i++)
    if (graph->bodies[i].component == component)
      {
        x += graph->bodies[i].x;
        y += graph->bodies[i].y;
        n_bodies++;
      }
  x /= n_bodies;
  y /= n_bodies;
  for (guint i = 0; i < graph->n_bodies; i++)
    if (graph->bodies[i].component == component)
      {
        double dx = graph->bodies[i].x - x;
        double dy = graph->bodies[i].y - y;

        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }

  angle = -atan2 (2 * xy, xx - yy) / 2;
  if (graph->aspect < 1)
    angle += G_PI_2;
  cosine = cos (angle);
  sine = sin (angle);
  stretch = n_bodies > 2 ? CLAMP (pow (graph->aspect, 0.25), 1 / MAX_STRETCH, MAX_STRETCH) : 1;

  for (guint i = 0; i < graph->n_bodies; i++)
    if (graph->bodies[i].component == component)
      {
        double dx = graph->bodies[i].x - x;
        double dy = graph->bodies[i].y - y;

        graph->bodies[i].x = x + (dx * cosine - dy * sine) * stretch;
        graph->bodies[i].y = y + (dx * sine + dy * cosine) / stretch;
      }
}

/**
 * apo_graph_components_turn:
 *
 * Turns each component so that its longer axis (the first principal one) lies along the picture's.
 */
void
apo_graph_components_turn (ApoGraphBodies *graph,
                           guint           n_components)
{
  for (guint i = 0; i < n_components; i++)
    turn_component (graph, i);
}

static int
compare_parts (const void *a,
               const void *b)
{
  const Part *x = a;
  const Part *y = b;
  double height_x = x->bottom - x->top;
  double height_y = y->bottom - y->top;

  if (x->n_bodies != y->n_bodies)
    return x->n_bodies > y->n_bodies ? -1 : 1;
  if (height_x != height_y)
    return height_x > height_y ? -1 : 1;

  return (x->component > y->component) - (x->component < y->component);
}

static Part *
measure_parts (const ApoGraphBodies *graph,
               guint                 n_components)
{
  Part *parts = g_new (Part, n_components);

  for (guint i = 0; i < n_components; i++)
    parts[i] = (Part) { i, 0, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      const ApoGraphBody *body = &graph->bodies[i];
      Part *part = &parts[body->component];

      part->n_bodies++;
      part->left = MIN (part->left, body->x - body->half_width);
      part->right = MAX (part->right, body->x + body->half_width);
      part->top = MIN (part->top, body->y - body->above);
      part->bottom = MAX (part->bottom, body->y + body->below);
    }

  return parts;
}

/* How wide the rows may be so that all of them together have the wanted aspect. */
static double
choose_width (const Part *parts,
              guint       n_components,
              double      aspect)
{
  double area = 0, widest = 0;

  for (guint i = 0; i < n_components; i++)
    {
      double width = parts[i].right - parts[i].left + SPACING;

      area += width * (parts[i].bottom - parts[i].top + SPACING);
      widest = MAX (widest, width);
    }

  return MAX (widest, sqrt (area * aspect) * 1.05);
}

static void
pack_in_rows (ApoGraphBodies *graph,
              const Part     *parts,
              guint           n_components)
{
  g_autofree double *shift_x = g_new (double, n_components);
  g_autofree double *shift_y = g_new (double, n_components);
  double width = choose_width (parts, n_components, graph->aspect);
  double x = 0, y = 0, row = 0;

  for (guint i = 0; i < n_components; i++)
    {
      const Part *part = &parts[i];

      if (x > 0 && x + part->right - part->left > width)
        {
          x = 0;
          y += row + SPACING;
          row = 0;
        }
      shift_x[part->component] = x - part->left;
      shift_y[part->component] = y - part->top;
      x += part->right - part->left + SPACING;
      row = MAX (row, part->bottom - part->top);
    }

  for (guint i = 0; i < graph->n_bodies; i++)
    {
      graph->bodies[i].x += shift_x[graph->bodies[i].component];
      graph->bodies[i].y += shift_y[graph->bodies[i].component];
    }
}

/* Whether a body may not be at (@x, @y): it would cover one that is there, or lie on a link. */
static gboolean
is_taken (const ApoGraphBodies *graph,
          const gboolean       *there,
          const ApoGraphBody   *body,
          double                x,
          double                y)
{
  for (guint i = 0; i < graph->n_bodies; i++)
    {
      const ApoGraphBody *other = &graph->bodies[i];

      if (there[other->component]
          && fabs (other->x - x) < other->half_width + body->half_width + SPACING
          && y - body->above < other->y + other->below + SPACING
          && other->y - other->above < y + body->below + SPACING)
        return TRUE;
    }

  for (guint i = 0; i < graph->n_links; i++)
    {
      const ApoGraphBody *a = &graph->bodies[graph->links[i].a];
      const ApoGraphBody *b = &graph->bodies[graph->links[i].b];
      double dx = b->x - a->x;
      double dy = b->y - a->y;
      double t = CLAMP (((x - a->x) * dx + (y - a->y) * dy) / MAX (dx * dx + dy * dy, 1), 0, 1);

      if (there[a->component] && fabs (a->x + t * dx - x) < body->half_width
          && fabs (a->y + t * dy - y) < MAX (body->above, body->below))
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_at (const ApoGraphBodies *graph,
         const gboolean       *there,
         guint                 component,
         double                dx,
         double                dy)
{
  for (guint i = 0; i < graph->n_bodies; i++)
    if (graph->bodies[i].component == component
        && is_taken (graph, there, &graph->bodies[i], graph->bodies[i].x + dx,
                     graph->bodies[i].y + dy))
      return FALSE;

  return TRUE;
}

/* How large the picture becomes if @part joins @whole at (@x, @y), its left top corner. */
static double
measure_joined (const ApoGraphBodies *graph,
                const Part           *whole,
                const Part           *part,
                double                x,
                double                y)
{
  double width = MAX (whole->right, x + part->right - part->left) - MIN (whole->left, x);
  double height = MAX (whole->bottom, y + part->bottom - part->top) - MIN (whole->top, y);

  return MAX (width / graph->aspect, height) + 0.05 * MIN (width / graph->aspect, height);
}

static void
move_part (ApoGraphBodies *graph,
           Part           *whole,
           const Part     *part,
           double          x,
           double          y)
{
  for (guint i = 0; i < graph->n_bodies; i++)
    if (graph->bodies[i].component == part->component)
      {
        graph->bodies[i].x += x - part->left;
        graph->bodies[i].y += y - part->top;
      }
  whole->left = MIN (whole->left, x);
  whole->top = MIN (whole->top, y);
  whole->right = MAX (whole->right, x + part->right - part->left);
  whole->bottom = MAX (whole->bottom, y + part->bottom - part->top);
}

static void
nest_part (ApoGraphBodies *graph,
           const gboolean *there,
           Part           *whole,
           const Part     *part)
{
  double width = part->right - part->left + SPACING;
  double height = part->bottom - part->top + SPACING;
  double best_x = whole->left;
  double best_y = whole->bottom + SPACING;
  double least = measure_joined (graph, whole, part, best_x, best_y);

  for (double y = whole->top - height; y <= whole->bottom + SPACING; y += STEP)
    for (double x = whole->left - width; x <= whole->right + SPACING; x += STEP)
      {
        double size = measure_joined (graph, whole, part, x, y);

        if (size < least - 0.5
            && fits_at (graph, there, part->component, x - part->left, y - part->top))
          {
            least = size;
            best_x = x;
            best_y = y;
          }
      }

  move_part (graph, whole, part, best_x, best_y);
}

/**
 * apo_graph_components_pack:
 * @n_components: as apo_graph_components_find() counted
 *
 * Lays the components beside one another, the one with most bodies first.
 */
void
apo_graph_components_pack (ApoGraphBodies *graph,
                           guint           n_components)
{
  g_autofree Part *parts = measure_parts (graph, n_components);
  g_autofree gboolean *there = g_new0 (gboolean, n_components);
  Part whole;

  qsort (parts, n_components, sizeof (Part), compare_parts);
  if (graph->n_bodies > MAX_NESTED_BODIES)
    {
      pack_in_rows (graph, parts, n_components);
      return;
    }

  whole = parts[0];
  there[parts[0].component] = TRUE;
  for (guint i = 1; i < n_components; i++)
    {
      nest_part (graph, there, &whole, &parts[i]);
      there[parts[i].component] = TRUE;
    }
}
