/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-scale.h"

#include <math.h>

#define LONGEST (2000 * 365.2425)

static double
measure_cb (ApoTickLevel level,
            gboolean     major,
            ApoDay       day,
            gpointer     user_data)
{
  double *width = user_data;

  /* Labels of different widths, like the names of the months. */
  return *width + (day % 5 + 5) % 5;
}

static ApoTimeScale
make_scale (double start,
            double end,
            double width)
{
  ApoTimeScale scale = { 0, 1, width };

  apo_time_scale_set_range (&scale, start, end);

  return scale;
}

static ApoTimeScale
make_random_scale (GRand *rand)
{
  double middle = g_rand_double_range (rand, -2000000, 2000000);
  double span = exp (g_rand_double_range (rand, 0, log (LONGEST)));

  return make_scale (middle - span / 2, middle + span / 2, g_rand_double_range (rand, 40, 3000));
}

static void
assert_valid (const ApoTimeScale *scale)
{
  double span = scale->end - scale->start;

  g_assert_cmpfloat (span, >, 1 - 1e-6);
  g_assert_cmpfloat (span, <, LONGEST + 1e-6);
  g_assert_cmpfloat (scale->start, >, apo_day_from_ymd (-9999, 1, 1) - 1e-6);
  g_assert_cmpfloat (scale->end, <, apo_day_from_ymd (9999, 12, 31) + 1 + 1e-6);
  g_assert_cmpfloat (scale->width, >=, 1);
}

static void
test_days_and_pixels (void)
{
  ApoTimeScale scale = make_scale (100, 200, 50);

  g_assert_cmpfloat (apo_time_scale_get_x (&scale, 100), ==, 0);
  g_assert_cmpfloat (apo_time_scale_get_x (&scale, 200), ==, 50);
  g_assert_cmpfloat (apo_time_scale_get_day (&scale, 25), ==, 150);
  g_assert_cmpfloat (apo_time_scale_get_day (&scale, -50), ==, 0);

  apo_time_scale_pan (&scale, 5);
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, 100), 5, 1e-9);
  apo_time_scale_set_width (&scale, 0);
  g_assert_cmpfloat (scale.width, ==, 1);
}

static void
test_range_is_limited (void)
{
  static const struct {
    double start;
    double end;
  } cases[] = {
    { 0, 0 },
    { 10, 5 },
    { 0, 0.1 },
    { NAN, NAN },
    { 3, NAN },
    { -INFINITY, INFINITY },
    { INFINITY, -INFINITY },
    { 1e300, 2e300 },
    { -1e9, 1e9 },
    { 2900000, 2999999 },
    { APO_DAY_NONE, APO_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoTimeScale scale = make_scale (cases[i].start, cases[i].end, 300);

      assert_valid (&scale);
    }
}

static void
test_fit (void)
{
  const ApoInterval intervals[] = {
    { 1000, 1010 },
    APO_INTERVAL_NONE,
    { APO_DAY_NONE, 1100 },
    { 990, APO_DAY_NONE },
  };
  ApoTimeScale scale = make_scale (0, 100, 500);

  g_assert_true (apo_time_scale_fit (&scale, intervals, G_N_ELEMENTS (intervals), 20));
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, 990), 20, 1e-6);
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, 1101), 480, 1e-6);

  g_assert_true (apo_time_scale_fit (&scale, intervals, 1, 400));
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, 1000), 125, 1e-6);

  g_assert_false (apo_time_scale_fit (&scale, intervals + 1, 1, 20));
  g_assert_false (apo_time_scale_fit (&scale, NULL, 0, 20));
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, 1000), 125, 1e-6);
}

static void
test_zoom_keeps_day (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      ApoTimeScale scale = make_random_scale (rand);
      double x = g_rand_double_range (rand, 0, scale.width);
      double day = apo_time_scale_get_day (&scale, x);

      for (guint j = 0; j < 20; j++)
        {
          apo_time_scale_zoom (&scale, exp (g_rand_double_range (rand, -1, 1)), x);
          assert_valid (&scale);
        }

      g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&scale, day), x, 1e-3);
    }
}

static void
test_zoom_and_pan_are_limited (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint i = 0; i < 200; i++)
    {
      ApoTimeScale scale = make_random_scale (rand);

      for (guint j = 0; j < 50; j++)
        {
          if (g_rand_boolean (rand))
            apo_time_scale_zoom (&scale, exp (g_rand_double_range (rand, -9, 9)),
                                 g_rand_double_range (rand, 0, scale.width));
          else
            apo_time_scale_pan (&scale, g_rand_double_range (rand, -1e7, 1e7));
          assert_valid (&scale);
        }
    }
}

static void
test_mix (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (guint i = 0; i < 500; i++)
    {
      ApoTimeScale from = make_random_scale (rand);
      ApoTimeScale to = from;
      ApoTimeScale mixed = from;
      double x = g_rand_double_range (rand, 0, from.width);
      double day = apo_time_scale_get_day (&from, x);

      apo_time_scale_zoom (&to, g_rand_double_range (rand, 0.1, 10), x);
      apo_time_scale_mix (&mixed, &from, &to, g_rand_double (rand));
      g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (&mixed, day), x, 1e-2);

      apo_time_scale_mix (&mixed, &from, &to, 1);
      g_assert_cmpfloat_with_epsilon (mixed.start, to.start, 1e-3);
      g_assert_cmpfloat_with_epsilon (mixed.end, to.end, 1e-3);
    }
}

static void
assert_row (const ApoTimeScale *scale,
            const ApoTick      *ticks,
            guint               n_ticks)
{
  double taken = 0;

  g_assert_cmpuint (n_ticks, >, 0);
  g_assert_cmpfloat (ticks[0].x, <=, 1e-6);

  for (guint i = 0; i < n_ticks; i++)
    {
      if (i > 0)
        {
          g_assert_cmpint (ticks[i].day, >, ticks[i - 1].day);
          g_assert_cmpfloat (ticks[i].x, >, ticks[i - 1].x);
          g_assert_cmpint (ticks[i].level, ==, ticks[0].level);
        }
      g_assert_cmpfloat (ticks[i].x, <=, scale->width + 1e-6);

      if (!ticks[i].labelled)
        continue;
      g_assert_cmpfloat (ticks[i].label_x, >=, taken);
      g_assert_cmpfloat (ticks[i].label_x, >=, ticks[i].x);
      taken = ticks[i].label_x + ticks[i].label_width;
      g_assert_cmpfloat (taken, <=, scale->width);
    }
}

static void
test_ticks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);

  for (guint i = 0; i < 3000; i++)
    {
      ApoTimeScale scale = make_random_scale (rand);
      double width = g_rand_double_range (rand, 0, 90);
      g_autoptr (GArray) ticks = apo_time_scale_list_ticks (&scale, measure_cb, &width);
      const ApoTick *all = (const ApoTick *) ticks->data;
      guint n_minor = 0;

      while (n_minor < ticks->len && !all[n_minor].major)
        n_minor++;
      for (guint j = n_minor; j < ticks->len; j++)
        g_assert_true (all[j].major);

      assert_row (&scale, all, n_minor);
      assert_row (&scale, all + n_minor, ticks->len - n_minor);
      g_assert_cmpint (all[n_minor].level, >, all[0].level);
      g_assert_cmpuint (n_minor, <, scale.width / 4 + 4);
    }
}

static void
test_tick_table (void)
{
  static const struct {
    double days;
    ApoTickLevel minor;
    ApoTickLevel major;
    int first_year;
    int first_month;
    int first_day;
  } cases[] = {
    { 1, APO_TICK_DAY, APO_TICK_MONTH, 2025, 10, 20 },
    { 15, APO_TICK_DAY, APO_TICK_MONTH, 2025, 10, 20 },
    { 80, APO_TICK_WEEK, APO_TICK_MONTH, 2025, 10, 20 },
    { 400, APO_TICK_MONTH, APO_TICK_YEAR, 2025, 10, 1 },
    { 1200, APO_TICK_QUARTER, APO_TICK_YEAR, 2025, 10, 1 },
    { 4000, APO_TICK_YEAR, APO_TICK_DECADE, 2025, 1, 1 },
    { 10000, APO_TICK_YEAR, APO_TICK_DECADE, 2024, 1, 1 },
    { 25000, APO_TICK_YEAR, APO_TICK_DECADE, 2025, 1, 1 },
    { 50000, APO_TICK_DECADE, APO_TICK_CENTURY, 2020, 1, 1 },
    { 400000, APO_TICK_CENTURY, APO_TICK_MILLENNIUM, 2000, 1, 1 },
    { 700000, APO_TICK_CENTURY, APO_TICK_MILLENNIUM, 2000, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double start = apo_day_from_ymd (2025, 10, 22) + 0.5;
      ApoTimeScale scale = make_scale (start, start + cases[i].days, 800);
      double width = cases[i].days == 1 || cases[i].days == 15 ? 45 : 36;
      g_autoptr (GArray) ticks = apo_time_scale_list_ticks (&scale, measure_cb, &width);
      const ApoTick *first = &g_array_index (ticks, ApoTick, 0);
      const ApoTick *last = &g_array_index (ticks, ApoTick, ticks->len - 1);
      ApoDay day = apo_day_from_ymd (cases[i].first_year, cases[i].first_month,
                                     cases[i].first_day);

      g_test_message ("%g days", cases[i].days);
      g_assert_cmpint (first->level, ==, cases[i].minor);
      g_assert_cmpint (last->level, ==, cases[i].major);
      if (cases[i].minor == APO_TICK_DAY)
        day = apo_day_from_ymd (2025, 10, 22);
      g_assert_cmpint (first->day, ==, day);
    }
}

/* The label of the year that is cut off by the border is there, but gives way to the next one. */
static void
test_label_at_border (void)
{
  double width = 40;
  ApoDay new_year = apo_day_from_ymd (2026, 1, 1);
  ApoTimeScale far = make_scale (new_year - 100, new_year + 300, 800);
  ApoTimeScale near = make_scale (new_year - 5, new_year + 395, 800);
  g_autoptr (GArray) far_ticks = apo_time_scale_list_ticks (&far, measure_cb, &width);
  g_autoptr (GArray) near_ticks = apo_time_scale_list_ticks (&near, measure_cb, &width);
  guint n_far = 0;
  guint n_near = 0;

  for (guint i = 0; i < far_ticks->len; i++)
    if (g_array_index (far_ticks, ApoTick, i).major)
      n_far += g_array_index (far_ticks, ApoTick, i).labelled;
  for (guint i = 0; i < near_ticks->len; i++)
    if (g_array_index (near_ticks, ApoTick, i).major)
      n_near += g_array_index (near_ticks, ApoTick, i).labelled;

  g_assert_cmpuint (n_far, ==, 2);
  g_assert_cmpuint (n_near, ==, 2);
  g_assert_false (g_array_index (near_ticks, ApoTick, 0).labelled);
}

static void
test_ends_of_time (void)
{
  double first = apo_day_from_ymd (-9999, 1, 1);
  double last = apo_day_from_ymd (9999, 12, 31) + 1.0;

  for (double span = 1; span < LONGEST * 2; span *= 3)
    {
      double width = 30;
      ApoTimeScale start = make_scale (first, first + span, 500);
      ApoTimeScale end = make_scale (last - span, last, 500);
      g_autoptr (GArray) at_start = apo_time_scale_list_ticks (&start, measure_cb, &width);
      g_autoptr (GArray) at_end = apo_time_scale_list_ticks (&end, measure_cb, &width);

      assert_valid (&start);
      assert_valid (&end);
      g_assert_cmpuint (at_start->len, >=, 2);
      g_assert_cmpuint (at_end->len, >=, 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/time-scale/days-and-pixels", test_days_and_pixels);
  g_test_add_func ("/layout/time-scale/range-is-limited", test_range_is_limited);
  g_test_add_func ("/layout/time-scale/fit", test_fit);
  g_test_add_func ("/layout/time-scale/zoom-keeps-day", test_zoom_keeps_day);
  g_test_add_func ("/layout/time-scale/zoom-and-pan-are-limited", test_zoom_and_pan_are_limited);
  g_test_add_func ("/layout/time-scale/mix", test_mix);
  g_test_add_func ("/layout/time-scale/ticks", test_ticks);
  g_test_add_func ("/layout/time-scale/tick-table", test_tick_table);
  g_test_add_func ("/layout/time-scale/label-at-border", test_label_at_border);
  g_test_add_func ("/layout/time-scale/ends-of-time", test_ends_of_time);

  return g_test_run ();
}
