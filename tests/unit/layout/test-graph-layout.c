/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-layout.h"

#define ASPECT 1.3

typedef struct {
  ApoGraphLayoutNode *nodes;
  guint n_nodes;
  ApoGraphLayoutEdge *edges;
  guint n_edges;
} Graph;

/* Nodes of various sizes with names of various lengths, tied as chance will have it. */
static Graph *
graph_new (guint seed,
           guint n_nodes,
           guint n_edges)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Graph *graph = g_new0 (Graph, 1);

  graph->n_nodes = n_nodes;
  graph->n_edges = n_nodes > 1 ? n_edges : 0;
  graph->nodes = g_new0 (ApoGraphLayoutNode, n_nodes + 1);
  graph->edges = g_new0 (ApoGraphLayoutEdge, graph->n_edges + 1);

  for (guint i = 0; i < n_nodes; i++)
    {
      graph->nodes[i].radius = g_rand_double_range (rand, 12, 26);
      graph->nodes[i].label_width = g_rand_double_range (rand, 20, 140);
      graph->nodes[i].label_height = 18;
    }
  for (guint i = 0; i < graph->n_edges; i++)
    {
      graph->edges[i].from = g_rand_int_range (rand, 0, n_nodes);
      graph->edges[i].to = g_rand_int_range (rand, 0, n_nodes);
      graph->edges[i].strength = g_rand_double_range (rand, 0.5, 3);
    }

  return graph;
}

static void
graph_free (Graph *graph)
{
  g_free (graph->nodes);
  g_free (graph->edges);
  g_free (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Graph, graph_free)

static ApoGraphLayout *
arrange (const Graph *graph)
{
  ApoGraphLayout *layout = apo_graph_layout_new (graph->nodes, graph->n_nodes, graph->edges,
                                                 graph->n_edges, ASPECT);

  g_assert_nonnull (layout);
  apo_graph_layout_arrange (layout);

  return layout;
}

static void
keep_positions (Graph          *graph,
                ApoGraphLayout *layout,
                guint           n_kept)
{
  for (guint i = 0; i < n_kept; i++)
    {
      apo_graph_layout_get_position (layout, i, &graph->nodes[i].x, &graph->nodes[i].y);
      graph->nodes[i].has_position = TRUE;
    }
}

static double
measure_radius (const Graph *graph,
                guint        n_nodes)
{
  double x = 0, y = 0, square = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      x += graph->nodes[i].x / n_nodes;
      y += graph->nodes[i].y / n_nodes;
    }
  for (guint i = 0; i < n_nodes; i++)
    square = MAX (square, pow (graph->nodes[i].x - x, 2) + pow (graph->nodes[i].y - y, 2));

  return sqrt (square);
}

static double
measure_mean_move (const Graph    *graph,
                   ApoGraphLayout *layout,
                   guint           n_nodes)
{
  double sum = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      double x, y;

      apo_graph_layout_get_position (layout, i, &x, &y);
      sum += hypot (x - graph->nodes[i].x, y - graph->nodes[i].y);
    }

  return sum / n_nodes;
}

static void
test_degenerate (void)
{
  static const struct {
    guint n_nodes;
    guint n_edges;
  } cases[] = { { 0, 0 }, { 1, 0 }, { 2, 0 }, { 2, 1 }, { 2, 9 }, { 3, 0 }, { 40, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Graph) graph = graph_new (i, cases[i].n_nodes, cases[i].n_edges);
      g_autoptr (ApoGraphLayout) layout = arrange (graph);

      g_assert_false (apo_graph_layout_has_overlaps (layout));
      g_assert_false (apo_graph_layout_tick (layout));
      for (guint j = 0; j < graph->n_nodes; j++)
        {
          double x, y;

          apo_graph_layout_get_position (layout, j, &x, &y);
          g_assert_true (isfinite (x) && isfinite (y));
        }
    }
}

static void
test_refused (void)
{
  ApoGraphLayoutNode node = { .radius = 10 };
  ApoGraphLayoutEdge edge = { 0, 0, 1 };
  ApoGraphLayoutNode bad_nodes[] = {
    { .radius = NAN },
    { .radius = -1 },
    { .radius = 10, .label_width = INFINITY },
    { .radius = 10, .x = NAN, .has_position = TRUE },
    { .radius = 10, .y = 1e300, .has_position = TRUE },
  };
  ApoGraphLayoutEdge bad_edges[] = { { 0, 1, 1 }, { 7, 0, 1 }, { 0, 0, NAN } };
  double bad_aspects[] = { 0, -1, NAN, INFINITY };
  g_autoptr (ApoGraphLayout) good = apo_graph_layout_new (&node, 1, &edge, 1, 1);

  g_assert_nonnull (good);
  for (guint i = 0; i < G_N_ELEMENTS (bad_nodes); i++)
    g_assert_null (apo_graph_layout_new (&bad_nodes[i], 1, NULL, 0, 1));
  for (guint i = 0; i < G_N_ELEMENTS (bad_edges); i++)
    g_assert_null (apo_graph_layout_new (&node, 1, &bad_edges[i], 1, 1));
  for (guint i = 0; i < G_N_ELEMENTS (bad_aspects); i++)
    g_assert_null (apo_graph_layout_new (&node, 1, NULL, 0, bad_aspects[i]));
}

static void
test_deterministic (void)
{
  static const guint sizes[] = { 12, 60, 200, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (Graph) graph = graph_new (i, sizes[i], 2 * sizes[i]);
      g_autoptr (ApoGraphLayout) first = arrange (graph);
      g_autoptr (ApoGraphLayout) second = arrange (graph);

      for (guint j = 0; j < sizes[i]; j++)
        {
          double a[2], b[2];

          apo_graph_layout_get_position (first, j, &a[0], &a[1]);
          apo_graph_layout_get_position (second, j, &b[0], &b[1]);
          g_assert_cmpmem (a, sizeof a, b, sizeof b);
        }
    }
}

static void
test_no_overlaps (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      guint n_nodes = 3 + seed * 7;
      g_autoptr (Graph) graph = graph_new (seed, n_nodes, n_nodes * (seed % 4 + 1) / 2);
      g_autoptr (ApoGraphLayout) layout = arrange (graph);

      g_assert_false (apo_graph_layout_has_overlaps (layout));
    }
}

static void
test_coincident (void)
{
  g_autoptr (Graph) graph = graph_new (5, 30, 40);

  for (guint i = 0; i < 29; i++)
    graph->nodes[i].has_position = TRUE;

  {
    g_autoptr (ApoGraphLayout) layout = arrange (graph);

    g_assert_false (apo_graph_layout_has_overlaps (layout));
  }
}

static void
test_all_placed (void)
{
  g_autoptr (Graph) graph = graph_new (3, 40, 60);
  g_autoptr (ApoGraphLayout) layout = arrange (graph);
  g_autoptr (ApoGraphLayout) again = NULL;

  keep_positions (graph, layout, 40);
  again = arrange (graph);
  g_assert_cmpfloat (measure_mean_move (graph, again, 40), ==, 0);
}

static void
test_fixed (void)
{
  for (guint seed = 0; seed < 10; seed++)
    {
      g_autoptr (Graph) graph = graph_new (seed, 30, 45);
      g_autoptr (ApoGraphLayout) layout = NULL;
      double x, y;

      for (guint i = 0; i < 4; i++)
        {
          graph->nodes[i].x = 300 * i;
          graph->nodes[i].y = i % 2 * 200.;
          graph->nodes[i].has_position = graph->nodes[i].fixed = TRUE;
        }

      layout = arrange (graph);
      apo_graph_layout_heat (layout, 0.5);
      for (guint i = 0; i < 50; i++)
        apo_graph_layout_tick (layout);

      for (guint i = 0; i < 4; i++)
        {
          apo_graph_layout_get_position (layout, i, &x, &y);
          g_assert_cmpfloat (x, ==, graph->nodes[i].x);
          g_assert_cmpfloat (y, ==, graph->nodes[i].y);
        }
    }
}

static void
test_joining (void)
{
  static const guint sizes[] = { 10, 20, 50, 100, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n_old = sizes[i];
      g_autoptr (Graph) graph = graph_new (i + 1, n_old + n_old / 10, n_old * 3 / 2);
      Graph old = *graph;
      g_autofree ApoGraphLayoutEdge *old_edges = g_new (ApoGraphLayoutEdge, graph->n_edges);
      g_autoptr (ApoGraphLayout) before = NULL;
      g_autoptr (ApoGraphLayout) after = NULL;

      old.n_nodes = n_old;
      old.n_edges = 0;
      old.edges = old_edges;
      for (guint j = 0; j < graph->n_edges; j++)
        if (graph->edges[j].from < n_old && graph->edges[j].to < n_old)
          old_edges[old.n_edges++] = graph->edges[j];

      before = arrange (&old);
      keep_positions (graph, before, n_old);
      after = arrange (graph);

      g_test_message ("%u nodes: %.2f %% of the radius", n_old,
                      100 * measure_mean_move (graph, after, n_old)
                      / measure_radius (graph, n_old));
      g_assert_false (apo_graph_layout_has_overlaps (after));
      g_assert_cmpfloat (measure_mean_move (graph, after, n_old), <=,
                         0.05 * measure_radius (graph, n_old));
    }
}

static void
test_dragging (void)
{
  g_autoptr (Graph) graph = graph_new (8, 14, 0);
  g_autoptr (ApoGraphLayout) layout = NULL;
  double x, y, far_x, far_y, start_x, start_y;

  graph->n_edges = 12;
  g_free (graph->edges);
  graph->edges = g_new0 (ApoGraphLayoutEdge, graph->n_edges);
  for (guint i = 0; i < graph->n_edges; i++)
    graph->edges[i] = (ApoGraphLayoutEdge) { i, i + 1, 1 };

  layout = arrange (graph);
  apo_graph_layout_get_position (layout, 0, &start_x, &start_y);
  apo_graph_layout_get_position (layout, 1, &x, &y);
  for (guint i = 1; i <= 60; i++)
    {
      apo_graph_layout_hold (layout, 0, start_x - 10. * i, start_y - 10. * i);
      apo_graph_layout_heat (layout, 0.3);
      apo_graph_layout_tick (layout);
    }

  apo_graph_layout_get_position (layout, 0, &far_x, &far_y);
  g_assert_cmpfloat (far_x, ==, start_x - 600);
  g_assert_cmpfloat (far_y, ==, start_y - 600);
  apo_graph_layout_get_position (layout, 1, &far_x, &far_y);
  g_assert_cmpfloat (hypot (far_x - x, far_y - y), >, 100);

  apo_graph_layout_release (layout, 0);
  while (apo_graph_layout_tick (layout))
    ;
  apo_graph_layout_get_position (layout, 0, &far_x, &far_y);
  g_assert_cmpfloat (hypot (far_x - start_x + 600, far_y - start_y + 600), >, 50);
}

static void
test_homing (void)
{
  g_autoptr (Graph) graph = graph_new (8, 12, 14);
  g_autoptr (ApoGraphLayout) layout = arrange (graph);

  keep_positions (graph, layout, 12);
  for (guint i = 0; i < 40; i++)
    {
      apo_graph_layout_hold (layout, 0, graph->nodes[0].x + i, graph->nodes[0].y);
      apo_graph_layout_heat (layout, 0.3);
      apo_graph_layout_tick (layout);
    }

  for (guint i = 1; i < 12; i++)
    {
      gboolean tied = FALSE;
      double x, y;

      for (guint j = 0; j < graph->n_edges; j++)
        tied |= graph->edges[j].from + graph->edges[j].to == i
                && (graph->edges[j].from == 0 || graph->edges[j].to == 0);
      apo_graph_layout_get_position (layout, i, &x, &y);
      if (!tied)
        g_assert_cmpfloat (hypot (x - graph->nodes[i].x, y - graph->nodes[i].y), <, 80);
    }
}

static void
test_large (void)
{
  g_autoptr (Graph) graph = graph_new (4, 1000, 3000);
  g_autoptr (ApoGraphLayout) layout = NULL;

  g_test_timer_start ();
  layout = arrange (graph);
  g_test_message ("1000 nodes: %.0f ms", 1000 * g_test_timer_elapsed ());
  g_assert_false (apo_graph_layout_has_overlaps (layout));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-layout/degenerate", test_degenerate);
  g_test_add_func ("/graph-layout/refused", test_refused);
  g_test_add_func ("/graph-layout/deterministic", test_deterministic);
  g_test_add_func ("/graph-layout/no-overlaps", test_no_overlaps);
  g_test_add_func ("/graph-layout/coincident", test_coincident);
  g_test_add_func ("/graph-layout/all-placed", test_all_placed);
  g_test_add_func ("/graph-layout/fixed", test_fixed);
  g_test_add_func ("/graph-layout/joining", test_joining);
  g_test_add_func ("/graph-layout/dragging", test_dragging);
  g_test_add_func ("/graph-layout/homing", test_homing);
  g_test_add_func ("/graph-layout/large", test_large);

  return g_test_run ();
}
