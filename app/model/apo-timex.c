/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timex.h"

#include <stdlib.h>
#include <string.h>

static gboolean
has_digits (const char *p,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (p[i]))
      return FALSE;

  return TRUE;
}

static ApoInterval
get_week (int year,
          int week)
{
  ApoDay fourth = apo_day_from_ymd (year, 1, 4);
  ApoDay monday = fourth - ((fourth + 3) % 7 + 7) % 7;

  return (ApoInterval) { monday + 7 * (week - 1), monday + 7 * (week - 1) + 6 };
}

static ApoInterval
get_season (int         year,
            const char *season)
{
  static const struct { const char *name; int month; } seasons[] = {
    { "SP", 3 }, { "SU", 6 }, { "FA", 9 }, { "WI", 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (strncmp (season, seasons[i].name, 2) == 0)
      {
        int last_year = seasons[i].month == 12 ? year + 1 : year;
        int last_month = seasons[i].month == 12 ? 2 : seasons[i].month + 2;

        return (ApoInterval) {
          apo_interval_of_month (year, seasons[i].month).earliest,
          apo_interval_of_month (last_year, last_month).latest,
        };
      }

  return APO_INTERVAL_NONE;
}

static ApoInterval
get_simple (const char *value)
{
  gsize length = strcspn (value, "T/");
  int year;

  if (length == 3 && has_digits (value, 3))
    return (ApoInterval) { apo_interval_of_year (atoi (value) * 10).earliest,
                           apo_interval_of_year (atoi (value) * 10 + 9).latest };
  if (length == 4 && has_digits (value, 3) && value[3] == 'X')
    return (ApoInterval) { apo_interval_of_year (atoi (value) * 10).earliest,
                           apo_interval_of_year (atoi (value) * 10 + 9).latest };
  if (length == 4 && has_digits (value, 2) && value[2] == 'X')
    return (ApoInterval) { apo_interval_of_year (atoi (value) * 100).earliest,
                           apo_interval_of_year (atoi (value) * 100 + 99).latest };
  if (length < 4 || !has_digits (value, 4))
    return APO_INTERVAL_NONE;

  year = atoi (value);
  if (length == 4)
    return apo_interval_of_year (year);
  if (length == 7 && value[4] == '-' && has_digits (value + 5, 2))
    return apo_interval_of_month (year, atoi (value + 5));
  if (length == 8 && value[5] == 'W' && has_digits (value + 6, 2))
    return get_week (year, atoi (value + 6));
  if (length == 11 && value[5] == 'W' && strncmp (value + 8, "-WE", 3) == 0)
    {
      ApoInterval week = get_week (year, atoi (value + 6));

      return (ApoInterval) { week.latest - 1, week.latest };
    }
  if (length == 7 && value[5] == 'H')
    return (ApoInterval) { apo_interval_of_month (year, value[6] == '1' ? 1 : 7).earliest,
                           apo_interval_of_month (year, value[6] == '1' ? 6 : 12).latest };
  if (length == 7 && value[5] == 'Q')
    {
      int month = 3 * (value[6] - '1') + 1;

      return (ApoInterval) { apo_interval_of_month (year, month).earliest,
                             apo_interval_of_month (year, month + 2).latest };
    }
  if (length == 7)
    return get_season (year, value + 5);
  if (length == 10 && has_digits (value + 5, 2) && has_digits (value + 8, 2))
    {
      ApoDay day = apo_day_from_ymd (year, atoi (value + 5), atoi (value + 8));

      return (ApoInterval) { day, day };
    }

  return APO_INTERVAL_NONE;
}

/**
 * apo_timex_get_interval:
 * @value: a TIMEX3 value, or two parted by `/`
 *
 * Returns: the days it stands for; unknown for durations, sets and what has an X in it
 */
ApoInterval
apo_timex_get_interval (const char *value)
{
  const char *slash = strchr (value, '/');
  ApoInterval first = get_simple (value);

  if (slash != NULL)
    return (ApoInterval) { first.earliest, get_simple (slash + 1).latest };

  return first;
}

/**
 * apo_timex_get_precision:
 *
 * Returns: how exactly a TIMEX3 value gives a date
 */
ApoPrecision
apo_timex_get_precision (const char *value)
{
  gsize length = strcspn (value, "T/");

  if (!apo_interval_is_known (apo_timex_get_interval (value)))
    return g_str_has_suffix (value, "_REF") ? APO_PRECISION_VAGUE : APO_PRECISION_NONE;
  if (strchr (value, '/') != NULL)
    return APO_PRECISION_VAGUE;
  if (length == 10)
    return APO_PRECISION_DAY;
  if (length == 8 || length == 11)
    return APO_PRECISION_WEEK;
  if (length == 7)
    return g_ascii_isdigit (value[5]) ? APO_PRECISION_MONTH : APO_PRECISION_SEASON;
  if (length == 4 && has_digits (value, 4))
    return APO_PRECISION_YEAR;

  return has_digits (value, 3) ? APO_PRECISION_DECADE : APO_PRECISION_VAGUE;
}

/**
 * apo_timex_dup_interval:
 *
 * Returns: (transfer full) (nullable): the days in EDTF, or %NULL where none are known
 */
char *
apo_timex_dup_interval (ApoInterval interval)
{
  g_autofree char *from = interval.earliest != APO_DAY_NONE
                            ? apo_day_format (interval.earliest) : g_strdup ("..");
  g_autofree char *to = interval.latest != APO_DAY_NONE
                          ? apo_day_format (interval.latest) : g_strdup ("..");

  if (!apo_interval_is_known (interval))
    return NULL;

  return interval.earliest == interval.latest ? g_steal_pointer (&from)
                                              : g_strdup_printf ("%s/%s", from, to);
}

/**
 * apo_timex_dup_edtf:
 *
 * Returns: (transfer full) (nullable): the same date in EDTF level 1, where it has one
 */
char *
apo_timex_dup_edtf (const char *value)
{
  static const struct { const char *season, *code; } seasons[] = {
    { "SP", "21" }, { "SU", "22" }, { "FA", "23" }, { "WI", "24" },
    { "Q1", "33" }, { "Q2", "34" }, { "Q3", "35" }, { "Q4", "36" }, { "H1", "40" },
    { "H2", "41" },
  };
  ApoInterval interval = apo_timex_get_interval (value);
  gsize length = strcspn (value, "T/");

  if (!apo_interval_is_known (interval))
    return NULL;

  if (strchr (value, '/') != NULL || length == 8 || length == 11)
    return apo_timex_dup_interval (interval);

  if (length == 7)
    for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
      if (strncmp (value + 5, seasons[i].season, 2) == 0)
        return g_strdup_printf ("%.4s-%s", value, seasons[i].code);

  if (length == 3)
    return g_strdup_printf ("%.3sX", value);

  return g_strndup (value, length);
}
