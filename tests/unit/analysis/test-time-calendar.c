/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-calendar.h"

#include "apo-timex.h"

static ApoDay
parse (const char *iso)
{
  ApoDay day;

  g_assert_true (apo_day_parse (iso, &day));

  return day;
}

static void
test_easter (void)
{
  static const char * const days[] = {
    "1818-03-22", "1943-04-25", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24",
    "2016-03-27", "2024-03-31", "2025-04-20", "2038-04-25",
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      ApoDay day = parse (days[i]);

      g_assert_cmpint (apo_time_calendar_get_easter (apo_day_get_year (day)), ==, day);
      g_assert_cmpint (apo_time_calendar_get_holiday ("E+1", apo_day_get_year (day)), ==, day + 1);
      g_assert_cmpint (apo_time_calendar_get_weekday (day), ==, 6);
    }
  g_assert_cmpint (apo_time_calendar_get_holiday ("05-01", 2011), ==, parse ("2011-05-01"));
  g_assert_cmpint (apo_time_calendar_get_holiday ("E+0", 1200), ==, APO_DAY_NONE);
}

static void
test_shift (void)
{
  static const struct { const char *from; int n; const char *unit, *value; } cases[] = {
    { "2011-05-04", -1, "Y", "2010" }, { "2011-05-04", 9, "M", "2012-02" },
    { "2011-01-31", 1, "M", "2011-02" }, { "2011-01-03", -1, "W", "2010-W52" },
    { "2011-05-04", 1, "WE", "2011-W19-WE" }, { "2011-05-04", -2, "3M", "2010-Q4" },
    { "2011-05-04", 1, "6M", "2011-H2" }, { "2011-05-04", -1, "10Y", "200X" },
    { "2011-05-04", 0, "100Y", "20XX" }, { "2011-12-31", 1, "D", "2012-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = apo_time_calendar_shift (parse (cases[i].from), cases[i].n,
                                                        cases[i].unit);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_seasons (void)
{
  static const struct { const char *now; int first, which, sign, year; } cases[] = {
    { "2011-02-04", 12, 0, 0, 2010 },  { "2011-02-04", 12, -1, 0, 2009 },
    { "2011-03-04", 12, -1, 0, 2010 }, { "2011-11-04", 12, 0, 0, 2011 },
    { "2011-05-04", 6, -1, 0, 2010 },  { "2011-05-04", 6, 1, 0, 2011 },
    { "2011-10-04", 6, 0, -1, 2011 },  { "2011-07-04", 6, 0, 0, 2011 },
    { "2011-05-04", 9, 0, 1, 2011 },   { "2011-05-04", 9, 0, -1, 2010 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %d %d", cases[i].now, cases[i].first, cases[i].which);
      g_assert_cmpint (apo_time_calendar_get_season_year (parse (cases[i].now), cases[i].first,
                                                          cases[i].which, cases[i].sign),
                       ==, cases[i].year);
    }
}

static void
test_portions (void)
{
  static const struct { const char *value, *portion, *earliest, *latest; } cases[] = {
    { "2011", "START", "2011-01-01", "2011-04-30" }, { "2012", "END", "2012-09-01", "2012-12-31" },
    { "2011-06", "MID", "2011-06-11", "2011-06-20" }, { "19XX", "START", "1900-01-01",
                                                        "1933-04-30" },
    { "2011-06-04", "END", "2011-06-04", "2011-06-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoInterval interval = apo_time_calendar_get_portion (apo_timex_get_interval (cases[i].value),
                                                            cases[i].portion);

      g_test_message ("%s %s", cases[i].value, cases[i].portion);
      g_assert_cmpint (interval.earliest, ==, parse (cases[i].earliest));
      g_assert_cmpint (interval.latest, ==, parse (cases[i].latest));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-calendar/easter", test_easter);
  g_test_add_func ("/time-calendar/shift", test_shift);
  g_test_add_func ("/time-calendar/seasons", test_seasons);
  g_test_add_func ("/time-calendar/portions", test_portions);

  return g_test_run ();
}
