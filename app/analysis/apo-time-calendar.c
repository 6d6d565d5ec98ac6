/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-calendar.h"

#include <stdlib.h>
#include <string.h>

/**
 * apo_time_calendar_get_weekday:
 *
 * Returns: 0 for Monday to 6, whatever number the calendar gives it: 1970-01-01 was a Thursday
 */
int
apo_time_calendar_get_weekday (ApoDay day)
{
  return (((day + 3) % 7) + 7) % 7;
}

static char *
format_week (ApoDay      day,
             const char *suffix)
{
  ApoDay thursday = day - apo_time_calendar_get_weekday (day) + 3;
  int year = apo_day_get_year (thursday);

  return g_strdup_printf ("%04d-W%02d%s", year,
                          (thursday - apo_day_from_ymd (year, 1, 1)) / 7 + 1, suffix);
}

/**
 * apo_time_calendar_shift:
 * @n: how many of them to go
 * @unit: `D`, `W`, `WE` for the end of a week, `M`, `3M`, `6M`, `Y`, `10Y`, `100Y`
 *
 * Returns: (transfer full): the TIMEX3 value of the day, week, month … that lies @n after that of
 *   @from
 */
char *
apo_time_calendar_shift (ApoDay      from,
                         int         n,
                         const char *unit)
{
  int year, month, day;

  apo_day_to_ymd (from, &year, &month, &day);

  if (strcmp (unit, "Y") == 0)
    return g_strdup_printf ("%04d", CLAMP (year + n, 1, 9999));
  if (strcmp (unit, "10Y") == 0)
    return g_strdup_printf ("%03dX", CLAMP (year / 10 + n, 1, 999));
  if (strcmp (unit, "100Y") == 0)
    return g_strdup_printf ("%02dXX", CLAMP (year / 100 + n, 1, 99));
  if (strcmp (unit, "M") == 0)
    {
      int months = CLAMP (year * 12 + month - 1 + n, 12, 9999 * 12);

      return g_strdup_printf ("%04d-%02d", months / 12, months % 12 + 1);
    }
  if (strcmp (unit, "W") == 0)
    return format_week (from + 7 * n, "");
  if (strcmp (unit, "WE") == 0)
    return format_week (from + 7 * n, "-WE");
  if (strcmp (unit, "3M") == 0)
    {
      int quarters = CLAMP (year * 4 + (month - 1) / 3 + n, 4, 9999 * 4);

      return g_strdup_printf ("%04d-Q%d", quarters / 4, quarters % 4 + 1);
    }
  if (strcmp (unit, "6M") == 0)
    {
      int halves = CLAMP (year * 2 + (month - 1) / 6 + n, 2, 9999 * 2);

      return g_strdup_printf ("%04d-H%d", halves / 2, halves % 2 + 1);
    }

  return apo_day_format (from + n);
}

/**
 * apo_time_calendar_get_easter:
 *
 * Returns: Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)
 */
ApoDay
apo_time_calendar_get_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int sum = h + l - 7 * m + 114;

  return apo_day_from_ymd (year, sum / 31, sum % 31 + 1);
}

/**
 * apo_time_calendar_get_holiday:
 * @code: `MM-DD`, or `E` with the days after Easter: `E+39`
 *
 * Returns: the day in that year, or %APO_DAY_NONE
 */
ApoDay
apo_time_calendar_get_holiday (const char *code,
                               int         year)
{
  if (year < 1583 || year > 9999)
    return APO_DAY_NONE;
  if (code[0] == 'E')
    return apo_time_calendar_get_easter (year) + atoi (code + 1);

  return apo_day_from_ymd (year, atoi (code), atoi (code + 3));
}

/**
 * apo_time_calendar_get_season_year:
 * @first: the month it begins in
 * @which: -1 for the last one that is over, 1 for the next one, 0 for the one that a verb in the
 *   tense of @sign means: < 0 past, > 0 future, 0 whichever is near
 *
 * Returns: the year in which the season begins
 */
int
apo_time_calendar_get_season_year (ApoDay now,
                                   int    first,
                                   int    which,
                                   int    sign)
{
  int year, month, day, started, since;

  apo_day_to_ymd (now, &year, &month, &day);
  started = month >= first ? year : year - 1;
  since = (year - started) * 12 + month - first;

  if (which < 0)
    return since < 3 ? started - 1 : started;
  if (which > 0)
    return started + 1;
  if (since < 3 || sign < 0)
    return started;

  return sign > 0 || since - 2 > 12 - since ? started + 1 : started;
}

/**
 * apo_time_calendar_get_portion:
 * @portion: `START`, `MID` or `END`
 *
 * Returns: that third of the interval; of whole years, in whole months
 */
ApoInterval
apo_time_calendar_get_portion (ApoInterval interval,
                               const char *portion)
{
  int part = strcmp (portion, "START") == 0 ? 0 : strcmp (portion, "MID") == 0 ? 1 : 2;
  int year, month, day, n_years, length;

  if (interval.earliest == APO_DAY_NONE || interval.latest == APO_DAY_NONE
      || interval.latest - interval.earliest < 2)
    return interval;

  length = interval.latest - interval.earliest + 1;

  apo_day_to_ymd (interval.earliest, &year, &month, &day);
  n_years = apo_day_get_year (interval.latest) + 1 - year;
  if (month == 1 && day == 1
      && interval.latest == apo_interval_of_year (year + n_years - 1).latest)
    {
      int first = 4 * n_years * part, last = 4 * n_years * (part + 1) - 1;

      return (ApoInterval) { apo_interval_of_month (year + first / 12, first % 12 + 1).earliest,
                             apo_interval_of_month (year + last / 12, last % 12 + 1).latest };
    }

  return (ApoInterval) { interval.earliest + length * part / 3,
                         interval.earliest + length * (part + 1) / 3 - 1 };
}
