/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-day.h"

#include <stdlib.h>
#include <string.h>

/* Days from and to civil dates: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */

/**
 * apo_day_from_ymd:
 * @year: astronomical year
 * @month: 1 to 12
 * @day: 1 to the days of that month
 *
 * Returns: the day, or %APO_DAY_NONE if there is no such date
 */
ApoDay
apo_day_from_ymd (int year,
                  int month,
                  int day)
{
  int era;
  int year_of_era;
  int day_of_year;
  int day_of_era;

  if (year < -9999 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > (int) apo_day_get_month_days (year, month))
    return APO_DAY_NONE;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * apo_day_to_ymd:
 * @year: (out) (optional): astronomical year
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 */
void
apo_day_to_ymd (ApoDay  day,
                int    *year,
                int    *month,
                int    *day_of_month)
{
  int z = day + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096)
                    / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted = (5 * day_of_year + 2) / 153;
  int m = shifted < 10 ? shifted + 3 : shifted - 9;

  if (year != NULL)
    *year = year_of_era + era * 400 + (m <= 2);
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = day_of_year - (153 * shifted + 2) / 5 + 1;
}

int
apo_day_get_year (ApoDay day)
{
  int year;

  apo_day_to_ymd (day, &year, NULL, NULL);

  return year;
}

/**
 * apo_day_get_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int
apo_day_get_weekday (ApoDay day)
{
  int since_thursday = day % 7;

  if (since_thursday < 0)
    since_thursday += 7;

  return (since_thursday + 3) % 7 + 1;
}

/**
 * apo_day_get_month_days:
 * @month: 1 to 12
 *
 * Returns: the number of days of that month
 */
guint
apo_day_get_month_days (int year,
                        int month)
{
  static const guint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap);
}

/**
 * apo_day_parse:
 * @iso: `YYYY-MM-DD`, nothing before or after
 * @day: (out): the day; untouched on failure
 */
gboolean
apo_day_parse (const char *iso,
               ApoDay     *day)
{
  ApoDay parsed;

  if (strlen (iso) != 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (iso[i]))
      return FALSE;

  parsed = apo_day_from_ymd (atoi (iso), atoi (iso + 5), atoi (iso + 8));
  if (parsed == APO_DAY_NONE)
    return FALSE;

  *day = parsed;

  return TRUE;
}

/**
 * apo_day_format:
 *
 * Returns: (transfer full) (nullable): `YYYY-MM-DD`, or %NULL for %APO_DAY_NONE
 */
char *
apo_day_format (ApoDay day)
{
  int year;
  int month;
  int day_of_month;

  if (day == APO_DAY_NONE)
    return NULL;

  apo_day_to_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

ApoInterval
apo_interval_of_month (int year,
                       int month)
{
  return (ApoInterval) { apo_day_from_ymd (year, month, 1),
                         apo_day_from_ymd (year, month, apo_day_get_month_days (year, month)) };
}

ApoInterval
apo_interval_of_year (int year)
{
  return (ApoInterval) { apo_day_from_ymd (year, 1, 1), apo_day_from_ymd (year, 12, 31) };
}

/**
 * apo_interval_is_known:
 *
 * Returns: whether at least one end is known
 */
gboolean
apo_interval_is_known (ApoInterval interval)
{
  return interval.earliest != APO_DAY_NONE || interval.latest != APO_DAY_NONE;
}
