/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-edges.h"

static const ApoGraphEnd left = { 0, 0, 20, APO_GRAPH_SHAPE_CIRCLE };
static const ApoGraphEnd right = { 200, 0, 20, APO_GRAPH_SHAPE_CIRCLE };

static void
test_trimmed (void)
{
  static const struct {
    ApoGraphShape shape;
    double end;                 /* x of the border seen from the left, for radius 20 */
  } cases[] = {
    { APO_GRAPH_SHAPE_CIRCLE, 180 },
    { APO_GRAPH_SHAPE_BOX, 180 },
    { APO_GRAPH_SHAPE_HEXAGON, 181.3 },
    { APO_GRAPH_SHAPE_DIAMOND, 177 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoGraphEnd to = { 200, 0, 20, cases[i].shape };
      ApoGraphCurve curve;
      double x, y;

      apo_graph_curve_init (&curve, &left, &to, 0, 0, 0);
      apo_graph_curve_get_point (&curve, curve.end, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, cases[i].end, 0.01);
      g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
      apo_graph_curve_get_point (&curve, curve.start, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 20, 0.01);
    }
}

static void
test_lanes (void)
{
  static const double lanes[] = { -1, 0, 1 };
  double middles[3], ends[3];

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      ApoGraphCurve curve, back;
      double x, y, back_y;

      apo_graph_curve_init (&curve, &left, &right, lanes[i], 0, 0);
      apo_graph_curve_get_point (&curve, 0.5, &x, &middles[i]);
      apo_graph_curve_get_point (&curve, 0, &x, &ends[i]);

      apo_graph_curve_init (&back, &right, &left, -lanes[i], 0, 0);
      apo_graph_curve_get_point (&back, 0.5, &y, &back_y);
      g_assert_cmpfloat_with_epsilon (back_y, middles[i], 1e-9);
    }

  g_assert_cmpfloat_with_epsilon (middles[0] - middles[1], 34, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[1] - middles[2], 34, 1e-9);
  g_assert_cmpfloat_with_epsilon (ends[0] - ends[1], 9, 1e-9);
}

static void
test_tangent (void)
{
  ApoGraphCurve curve;
  double dx, dy;

  apo_graph_curve_init (&curve, &left, &right, 1, 0.2, 0);
  for (guint i = 0; i <= 10; i++)
    {
      apo_graph_curve_get_tangent (&curve, i / 10., &dx, &dy);
      g_assert_cmpfloat_with_epsilon (hypot (dx, dy), 1, 1e-9);
      g_assert_cmpfloat (dx, >, 0);
    }
  apo_graph_curve_get_tangent (&curve, 0.5, &dx, &dy);
  g_assert_cmpfloat_with_epsilon (dx, 1, 1e-9);
}

static void
test_distance (void)
{
  static const struct {
    double x;
    double y;
    double distance;
  } cases[] = {
    { 100, 0, 0 },
    { 100, 7, 7 },
    { 100, -7, 7 },
    { 60, 3, 3 },
    { 10, 0, 10 },              /* under the node: not on the edge */
    { 190, 0, 10 },
    { 300, 0, 120 },
  };
  ApoGraphCurve curve;

  apo_graph_curve_init (&curve, &left, &right, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double t;

      g_assert_cmpfloat_with_epsilon (apo_graph_curve_get_distance (&curve, cases[i].x, cases[i].y,
                                                                    &t),
                                      cases[i].distance, 0.01);
      g_assert_cmpfloat (t, >=, curve.start);
      g_assert_cmpfloat (t, <=, curve.end + 1e-9);
    }
}

/* Whatever is on a curve has no distance from it, however it is bent. */
static void
test_hit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 200; i++)
    {
      ApoGraphEnd from = { g_rand_double_range (rand, -400, 400),
                           g_rand_double_range (rand, -400, 400), 18, i % 4 };
      ApoGraphEnd to = { g_rand_double_range (rand, -400, 400),
                         g_rand_double_range (rand, -400, 400), 22, i / 4 % 4 };
      ApoGraphCurve curve;
      double x, y, dx, dy, t;

      apo_graph_curve_init (&curve, &from, &to, g_rand_int_range (rand, -2, 3),
                            g_rand_double_range (rand, -0.3, 0.3), 3);
      t = curve.start + (curve.end - curve.start) * g_rand_double (rand);
      apo_graph_curve_get_point (&curve, t, &x, &y);
      apo_graph_curve_get_tangent (&curve, t, &dx, &dy);
      g_assert_cmpfloat (apo_graph_curve_get_distance (&curve, x, y, NULL), <, 1.5);
      if (apo_graph_curve_get_length (&curve) > 60)
        g_assert_cmpfloat (apo_graph_curve_get_distance (&curve, x - 4 * dy, y + 4 * dx, NULL), <,
                           6);
    }
}

static void
test_coincident (void)
{
  ApoGraphCurve curve;

  apo_graph_curve_init (&curve, &left, &left, 1, 0, 4);
  g_assert_true (isfinite (curve.cx) && isfinite (curve.cy));
  g_assert_cmpfloat (curve.start, <=, curve.end + 1e-9);
  g_assert_true (isfinite (apo_graph_curve_get_length (&curve)));
}

static void
test_shorten (void)
{
  ApoGraphCurve curve;
  double start, end, x, y;

  apo_graph_curve_init (&curve, &left, &right, 0, 0, 0);
  apo_graph_curve_shorten (&curve, 10, 8, &start, &end);
  apo_graph_curve_get_point (&curve, start, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 30, 0.5);
  apo_graph_curve_get_point (&curve, end, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 172, 0.5);

  apo_graph_curve_shorten (&curve, 1000, 1000, &start, &end);
  g_assert_cmpfloat (start, <, end);
}

static void
test_split (void)
{
  ApoGraphCurve curve;
  double points[8], x, y;

  apo_graph_curve_init (&curve, &left, &right, 1, 0.1, 2);
  apo_graph_curve_split (&curve, 0.2, 0.7, points);
  apo_graph_curve_get_point (&curve, 0.2, &x, &y);
  g_assert_cmpfloat_with_epsilon (points[0], x, 1e-9);
  g_assert_cmpfloat_with_epsilon (points[1], y, 1e-9);
  apo_graph_curve_get_point (&curve, 0.7, &x, &y);
  g_assert_cmpfloat_with_epsilon (points[6], x, 1e-9);
  apo_graph_curve_get_point (&curve, 0.45, &x, &y);
  g_assert_cmpfloat_with_epsilon (points[0] / 8 + points[2] * 3 / 8 + points[4] * 3 / 8
                                  + points[6] / 8, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (points[1] / 8 + points[3] * 3 / 8 + points[5] * 3 / 8
                                  + points[7] / 8, y, 1e-6);
}

static void
test_avoid (void)
{
  ApoGraphBox box = { 80, -15, 40, 30 };
  ApoGraphCurve curve;
  double x, y;

  apo_graph_curve_avoid (&curve, &left, &right, 0, 2, NULL, 0);
  apo_graph_curve_get_point (&curve, 0.5, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);

  apo_graph_curve_avoid (&curve, &left, &right, 0, 2, &box, 1);
  apo_graph_curve_get_point (&curve, 0.5, &x, &y);
  g_assert_cmpfloat (fabs (y), >, 15);
}

static void
test_label (void)
{
  ApoGraphBox taken = { 60, -30, 60, 60 };
  ApoGraphBox label;
  ApoGraphCurve curve;

  apo_graph_curve_init (&curve, &left, &right, 0, 0, 0);
  g_assert_cmpfloat (apo_graph_curve_place_label (&curve, 40, 20, NULL, 0, &label), ==, 0);
  g_assert_cmpfloat_with_epsilon (label.x, 80, 0.01);
  g_assert_cmpfloat_with_epsilon (label.y, -10, 1e-9);

  g_assert_cmpfloat (apo_graph_curve_place_label (&curve, 40, 20, &taken, 1, &label), ==, 0);
  g_assert_cmpfloat (apo_graph_box_get_overlap (&label, &taken), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-edges/trimmed", test_trimmed);
  g_test_add_func ("/graph-edges/lanes", test_lanes);
  g_test_add_func ("/graph-edges/tangent", test_tangent);
  g_test_add_func ("/graph-edges/distance", test_distance);
  g_test_add_func ("/graph-edges/hit", test_hit);
  g_test_add_func ("/graph-edges/coincident", test_coincident);
  g_test_add_func ("/graph-edges/shorten", test_shorten);
  g_test_add_func ("/graph-edges/split", test_split);
  g_test_add_func ("/graph-edges/avoid", test_avoid);
  g_test_add_func ("/graph-edges/label", test_label);

  return g_test_run ();
}
