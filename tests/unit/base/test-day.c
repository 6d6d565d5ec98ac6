/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-day.h"

static void
test_known (void)
{
  static const struct {
    const char *iso;
    ApoDay day;
    int weekday;
  } table[] = {
    { "1970-01-01", 0, 4 },
    { "1969-12-31", -1, 3 },
    { "2000-02-29", 11016, 2 },
    { "2025-10-20", 20381, 1 },
    { "0001-01-01", -719162, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ApoDay day = APO_DAY_NONE;
      g_autofree char *iso = apo_day_format (table[i].day);

      g_assert_true (apo_day_parse (table[i].iso, &day));
      g_assert_cmpint (day, ==, table[i].day);
      g_assert_cmpstr (iso, ==, table[i].iso);
      g_assert_cmpint (apo_day_get_weekday (day), ==, table[i].weekday);
    }
}

static void
test_refused (void)
{
  static const char *const table[] = {
    "", "2025", "2025-1-01", "2025-13-01", "2025-02-29", "2025-04-31", "2025-00-10", "20251020",
    "2025-10-20 ", "2025-10-2x", "-025-10-20",
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ApoDay day = 7;

      g_assert_false (apo_day_parse (table[i], &day));
      g_assert_cmpint (day, ==, 7);
    }
  g_assert_null (apo_day_format (APO_DAY_NONE));
}

static void
test_round_trip (void)
{
  for (ApoDay day = -800000; day < 800000; day += 37)
    {
      int year;
      int month;
      int day_of_month;

      apo_day_to_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (apo_day_from_ymd (year, month, day_of_month), ==, day);
    }
}

static void
test_intervals (void)
{
  ApoInterval february = apo_interval_of_month (2024, 2);
  ApoInterval year = apo_interval_of_year (2024);

  g_assert_cmpint (february.latest - february.earliest, ==, 28);
  g_assert_cmpint (year.latest - year.earliest, ==, 365);
  g_assert_false (apo_interval_is_known (APO_INTERVAL_NONE));
  g_assert_true (apo_interval_is_known ((ApoInterval) { APO_DAY_NONE, 3 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/day/known", test_known);
  g_test_add_func ("/base/day/refused", test_refused);
  g_test_add_func ("/base/day/round-trip", test_round_trip);
  g_test_add_func ("/base/day/intervals", test_intervals);

  return g_test_run ();
}
