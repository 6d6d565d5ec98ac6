/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-dates.h"

#include <glib/gi18n.h>

static char *
format_year (int year)
{
  if (year > 0)
    return g_strdup_printf ("%d", year);

  /* Translators: a year before year 1 */
  return g_strdup_printf (_("%d BC"), 1 - year);
}

/* Before year 1, the year has to do. */
static char *
format_with (ApoDay      day,
             const char *pattern)
{
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int day_of_month;

  apo_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  return date != NULL ? g_date_time_format (date, pattern) : format_year (year);
}

static char *
format_years (ApoDay day,
              int    n_years)
{
  int year = apo_day_get_year (day);
  g_autofree char *first = format_year (year);
  g_autofree char *last = format_year (year + n_years - 1);

  /* Translators: the first and the last year of a decade or a century, for the scale of time */
  return g_strdup_printf (_("%s–%s"), first, last);
}

static char *
format_end (ApoDay       day,
            ApoPrecision precision)
{
  switch (precision)
    {
    case APO_PRECISION_YEAR:
    case APO_PRECISION_DECADE:
      return format_year (apo_day_get_year (day));

    case APO_PRECISION_MONTH:
    case APO_PRECISION_SEASON:
    case APO_PRECISION_VAGUE:
      /* Translators: a month with its year, in the form of g_date_time_format() */
      return format_with (day, _("%B %Y"));

    case APO_PRECISION_NONE:
    case APO_PRECISION_DAY:
    case APO_PRECISION_WEEK:
    default:
      return apo_timeline_format_day (day);
    }
}

/**
 * apo_timeline_format_tick:
 * @major: whether it is for the upper row, which gives what the lower one leaves out
 *
 * Returns: (transfer full): the label of a tick
 */
char *
apo_timeline_format_tick (ApoTickLevel level,
                          gboolean     major,
                          ApoDay       day)
{
  switch (level)
    {
    case APO_TICK_DAY:
    case APO_TICK_WEEK:
      /* Translators: a day under the name of its month, in the form of g_date_time_format() */
      return format_with (day, _("%-d"));

    case APO_TICK_MONTH:
    case APO_TICK_QUARTER:
      /* Translators: a short month under its year, in the form of g_date_time_format() */
      return format_with (day, major ? _("%B %Y") : _("%b"));

    case APO_TICK_DECADE:
      return major ? format_years (day, 10) : format_year (apo_day_get_year (day));

    case APO_TICK_CENTURY:
      return major ? format_years (day, 100) : format_year (apo_day_get_year (day));

    case APO_TICK_MILLENNIUM:
      return format_years (day, 1000);

    case APO_TICK_YEAR:
    default:
      return format_year (apo_day_get_year (day));
    }
}

/**
 * apo_timeline_format_day:
 *
 * Returns: (transfer full): the day in full, such as 20 October 2025
 */
char *
apo_timeline_format_day (ApoDay day)
{
  /* Translators: a day in full, in the form of g_date_time_format() */
  return format_with (day, _("%-d %B %Y"));
}

/**
 * apo_timeline_format_interval:
 *
 * Returns: (transfer full): when it was, no more exactly than it is known
 */
char *
apo_timeline_format_interval (ApoInterval  interval,
                              ApoPrecision precision)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (interval.earliest != APO_DAY_NONE)
    from = format_end (interval.earliest, precision);
  if (interval.latest != APO_DAY_NONE)
    to = format_end (interval.latest, precision);

  if (from == NULL && to == NULL)
    return g_strdup (_("no date"));
  if (to == NULL)
    return g_strdup_printf (_("since %s"), from);
  if (from == NULL)
    return g_strdup_printf (_("until %s"), to);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  return g_strdup_printf (_("%s to %s"), from, to);
}
