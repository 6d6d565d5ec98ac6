/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-operation.h"

#include <stdlib.h>
#include <string.h>

#include "apo-time-calendar.h"
#include "apo-timex.h"

typedef ApoTimeContext Context;

static inline const char *
get (const Context *c, char name)
{
  return apo_time_match_get (c->match, name);
}

static inline int
get_number (const Context *c, char name)
{
  return apo_time_match_get_number (c->match, name);
}

static char *
shift_unit (Context    *c,
            ApoDay      from,
            int         n,
            const char *unit)
{
  g_autofree char *value = NULL;

  if (from == APO_DAY_NONE)
    return g_strdup (strcmp (unit, "W") == 0 ? "XXXX-WXX" : "XXXX");
  if (unit[0] == 'T')
    return apo_time_format_day (c, from);

  value = apo_time_calendar_shift (from, CLAMP (n, -5000, 5000), unit);
  if (strcmp (unit, "D") == 0)
    c->anchor = from + CLAMP (n, -5000, 5000);

  return apo_time_with_part (c, value);
}

static char *
do_unit (Context  *c,
         char    **arguments)
{
  gboolean fixed = arguments[0] != NULL && arguments[1] != NULL;
  int which = 0;

  apo_time_get_which (c, arguments, &which);

  return shift_unit (c, c->reading->date, which, fixed ? arguments[1] : get (c, 'u'));
}

static char *
do_after_unit (Context  *c,
               char    **arguments)
{
  ApoDay from = c->anchor;
  int which = 0;
  ApoInterval last = c->last != NULL ? apo_timex_get_interval (c->last) : APO_INTERVAL_NONE;

  apo_time_get_which (c, arguments, &which);
  if (last.earliest != APO_DAY_NONE && strcmp (get (c, 'u'), "D") != 0)
    from = last.earliest;

  return shift_unit (c, from, which, get (c, 'u'));
}

/* The days that lie @sign times the duration of the match from @from. */
static ApoInterval
get_distant (const Context *c,
             ApoDay         from,
             int            sign)
{
  const char *unit = get (c, 'u');
  int n = CLAMP (get_number (c, 'n'), 0, 5000);
  g_autofree char *value = NULL;

  if (from == APO_DAY_NONE || unit == NULL || n == 0 || unit[0] == 'T')
    return APO_INTERVAL_NONE;

  value = apo_time_calendar_shift (from, sign * n, unit);

  return apo_timex_get_interval (value);
}

static char *
do_ago (Context  *c,
        char    **arguments)
{
  const char *unit = get (c, 'u');
  int n = CLAMP (get_number (c, 'n'), 0, 5000);

  if (unit == NULL || get (c, 'n') == NULL)
    return g_strdup ("PAST_REF");
  if (c->reading->date == APO_DAY_NONE)
    return g_strdup ("XXXX-XX-XX");
  if (unit[0] == 'T')
    return apo_day_format (c->reading->date);
  if (strcmp (unit, "W") == 0)
    return apo_day_format (c->reading->date - 7 * n);

  return apo_time_calendar_shift (c->reading->date, -n, unit);
}

static char *
do_season (Context  *c,
           char    **arguments)
{
  static const struct { const char *name; int month; } seasons[] = {
    { "SP", 3 }, { "SU", 6 }, { "FA", 9 }, { "WI", 12 },
  };
  const char *season = get (c, 's');
  gboolean told;
  int first = 0, which = 0;

  if (get (c, 'y') != NULL)
    return g_strdup_printf ("%04d-%s", get_number (c, 'y'), season);

  told = apo_time_get_which (c, arguments, &which) || apo_time_get_sign (c) != 0;
  if (c->reading->date == APO_DAY_NONE || !told)
    return g_strdup_printf ("XXXX-%s", season);

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (strcmp (seasons[i].name, season) == 0)
      first = seasons[i].month;

  return g_strdup_printf ("%04d-%s",
                          apo_time_calendar_get_season_year (c->reading->date, first, which,
                                                             apo_time_get_sign (c)), season);
}

static char *
do_each_season (Context  *c,
                char    **arguments)
{
  return g_strdup_printf ("XXXX-%s", get (c, 's'));
}

static char *
do_decade (Context  *c,
           char    **arguments)
{
  int n = get_number (c, 'n');

  if (n % 10 != 0)
    return NULL;

  return n < 100 ? g_strdup_printf ("%03dX", (n >= 30 || n == 0 ? 1900 + n : 2000 + n) / 10)
                 : g_strdup_printf ("%03dX", n / 10);
}

static char *
do_century (Context  *c,
            char    **arguments)
{
  int n = get_number (c, 'n');

  return n >= 1 && n <= 30 ? g_strdup_printf ("%02dXX", n - 1) : NULL;
}

static char *
do_part_of (Context  *c,
            char    **arguments)
{
  int year = apo_time_get_this_year (c);
  int n = get_number (c, 'o'), most = arguments[0][0] == 'Q' ? 4 : 2;

  /* « au dernier trimestre » */
  if (get (c, 'o') != NULL && n < 0)
    n = most;
  if (n < 1 || n > most)
    return NULL;

  return year > 0 ? g_strdup_printf ("%04d-%c%d", year, arguments[0][0], n)
                  : g_strdup_printf ("XXXX-%c%d", arguments[0][0], n);
}

static char *
make_duration (const Context *c,
               const char    *unit)
{
  int n = get_number (c, 'n');
  const char *half = get (c, 'b') != NULL ? ".5" : "";
  int size = MAX (atoi (unit), 1);
  const char *name = unit + strspn (unit, "0123456789");

  if (unit[0] == 'T')
    return n > 0 ? g_strdup_printf ("PT%d%s%s", n, half, unit + 1)
                 : g_strdup_printf ("PTX%s", unit + 1);
  if (strcmp (unit, "WE") == 0)
    return n > 0 ? g_strdup_printf ("P%dWE", n) : g_strdup ("PXWE");
  if (n <= 0)
    return g_strdup_printf ("PX%s", unit);

  return g_strdup_printf ("P%d%s%s", size * CLAMP (n, 1, 100000), half, name);
}

static char *
do_duration (Context  *c,
             char    **arguments)
{
  return make_duration (c, arguments[0] != NULL ? arguments[0] : get (c, 'u'));
}

static char *
do_later (Context  *c,
          char    **arguments)
{
  c->interval = get_distant (c, c->anchor, atoi (arguments[0]));

  return make_duration (c, get (c, 'u'));
}

static char *
do_ahead (Context  *c,
          char    **arguments)
{
  c->interval = get_distant (c, c->reading->date, 1);

  return make_duration (c, get (c, 'u'));
}

/* « ces trois derniers mois »: up to now */
static char *
do_recent (Context  *c,
           char    **arguments)
{
  ApoInterval far = get_distant (c, c->reading->date, get_number (c, 'k') < 0 ? -1 : 1);

  if (apo_interval_is_known (far))
    c->interval = get_number (c, 'k') < 0 ? (ApoInterval) { far.earliest, c->reading->date }
                                      : (ApoInterval) { c->reading->date, far.latest };

  return make_duration (c, get (c, 'u'));
}

static char *
do_hours (Context  *c,
          char    **arguments)
{
  static const struct { char name, unit; } parts[] = { { 'n', 'H' }, { 'i', 'M' }, { 'j', 'S' } };
  GString *value = g_string_new ("PT");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (get (c, parts[i].name) != NULL)
      g_string_append_printf (value, "%d%c", get_number (c, parts[i].name), parts[i].unit);

  return g_string_free (value, FALSE);
}

static char *
do_every (Context  *c,
          char    **arguments)
{
  const char *unit = arguments[0] != NULL ? arguments[0] : get (c, 'u');

  if (unit[0] == 'T')
    return g_strdup_printf ("PT%d%s", MAX (get_number (c, 'n'), 1), unit + 1);
  if (strspn (unit, "0123456789") > 0)
    return g_strdup_printf ("P%s", unit);

  return g_strdup_printf ("P%d%s", MAX (get_number (c, 'n'), 1), unit);
}

static char *
do_value (Context  *c,
          char    **arguments)
{
  return g_strdup (arguments[0]);
}

static char *
do_moment (Context  *c,
           char    **arguments)
{
  return g_strdup (c->last != NULL ? c->last : "PAST_REF");
}

/* « l’an dernier à la même époque »: this month in that year */
static char *
do_same (Context  *c,
         char    **arguments)
{
  int year, month, day;

  if (c->last == NULL || strlen (c->last) != 4 || c->reading->date == APO_DAY_NONE)
    return do_moment (c, arguments);

  apo_day_to_ymd (c->reading->date, &year, &month, &day);

  return g_strdup_printf ("%s-%02d", c->last, month);
}

static char *
do_year (Context  *c,
         char    **arguments)
{
  return g_strdup_printf ("%04d", get_number (c, 'y'));
}

static char *
do_short_year (Context  *c,
               char    **arguments)
{
  int n = get_number (c, 'n');

  /* the second year of a pair has its century from the first: « 2010-11 » */
  if (get (c, 'y') != NULL)
    return g_strdup_printf ("%04d", get_number (c, 'y') / 100 * 100 + n);

  return n >= 30 ? g_strdup_printf ("%04d", apo_time_widen_year (n)) : NULL;
}

/**
 * apo_time_spans_find:
 *
 * Returns: (nullable): the operation of that name that gives longer times, durations and sets
 */
ApoTimeOperation
apo_time_spans_find (const char *name)
{
  static const ApoTimeNamedOperation operations[] = {
    { "unit", do_unit }, { "after-unit", do_after_unit }, { "ago", do_ago },
    { "later", do_later }, { "ahead", do_ahead }, { "recent", do_recent },
    { "season", do_season }, { "decade", do_decade }, { "century", do_century },
    { "part-of", do_part_of }, { "duration", do_duration }, { "hours", do_hours },
    { "every", do_every }, { "set", do_value }, { "value", do_value }, { "moment", do_moment },
    { "same", do_same }, { "year", do_year }, { "short-year", do_short_year },
    { "each-season", do_each_season },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (strcmp (operations[i].name, name) == 0)
      return operations[i].operation;

  return NULL;
}
