/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-operation.h"

#include <stdlib.h>
#include <string.h>

#include "apo-time-calendar.h"
#include "apo-timex.h"

/* The rules say which of these operations makes the value; the slots fill in its figures.  What is
 * relative has its direction from the slot k (-1 last, 0 this, 1 next), else from an argument, else
 * from the tense of the clause.
 *   date               weekday w, day d, month m, year y or short year v, part of the day p
 *   pair               two months q of y
 *   days N             so many days from the date of the text, or r; p
 *   today              the date of the text, or the present
 *   weekday            w, p
 *   monthless          w, day d
 *   next-weekday SIGN  the first w after or before the last day that was spoken of
 *   each-weekday, each-month, each-season   every w, m, s
 *   habit              w, as often as it comes where the clause is in the present
 *   unit [N [UNIT]]    the year, month, week … u so many from now, or k; p
 *   after-unit N       the same from the last day that was spoken of
 *   ago                n units u before now
 *   later SIGN         n units u, that long after or before the last day that was spoken of
 *   ahead              n units u, that long from now
 *   recent             n units u up to now or from now on by k
 *   season             s, y
 *   decade, century    n
 *   part-of LETTER     o of the quarters Q or halves H of y or of the year k
 *   holiday            e, y
 *   nth                the weekday w number o of the month m, y
 *   duration [UNIT]    n units u, b a half more; X where n is vague
 *   hours              n hours, i minutes and j seconds
 *   every [UNIT]       each u, or each n of them
 *   set VALUE, value VALUE   as it stands
 *   clock [HOUR]       h, i, on the last day that was spoken of; w or r days; z the zone
 *   anchor N           so many days from the last day that was spoken of; p
 *   part               p on the last day that was spoken of
 *   minute             some time on the last day that was spoken of
 *   moment             the last time that was spoken of
 *   same               the same time of another year
 *   year, short-year   y, n
 * A portion x (its beginning, middle, end) narrows the days of any of them. */

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

/* The direction that the words give; FALSE where they give none. */
gboolean
apo_time_get_which (const Context *c,
                    char         **arguments,
                    int           *which)
{
  if (get (c, 'k') == NULL && arguments[0] == NULL)
    return FALSE;

  *which = get (c, 'k') != NULL ? get_number (c, 'k') : atoi (arguments[0]);

  return TRUE;
}

int
apo_time_get_sign (const Context *c)
{
  return c->tense == APO_TENSE_PAST || c->tense == APO_TENSE_STATE ? -1
         : c->tense == APO_TENSE_FUTURE ? 1 : 0;
}

int
apo_time_widen_year (int year)
{
  return year >= 30 ? 1900 + year : 2000 + year;
}

char *
apo_time_with_part (const Context *c,
                    const char    *value)
{
  return get (c, 'p') != NULL ? g_strconcat (value, "T", get (c, 'p'), NULL) : g_strdup (value);
}

char *
apo_time_format_day (Context *c,
                     ApoDay   day)
{
  g_autofree char *value = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("XXXX-XX-XX");

  if (day != APO_DAY_NONE)
    c->anchor = day;

  return apo_time_with_part (c, value);
}

int
apo_time_get_this_year (const Context *c)
{
  if (get (c, 'y') != NULL)
    return get_number (c, 'y');
  if (c->reading->date == APO_DAY_NONE)
    return 0;

  return apo_day_get_year (c->reading->date) + get_number (c, 'k');
}

/**
 * apo_time_values_make:
 * @operation: its name and arguments
 *
 * Sets the interval of the context.
 *
 * Returns: (transfer full) (nullable): the TIMEX3 value of the match, or %NULL where it is no time
 */
char *
apo_time_values_make (ApoTimeContext  *context,
                      char           **operation)
{
  ApoTimeOperation make = apo_time_days_find (operation[0]);
  char *value;

  context->interval = APO_INTERVAL_NONE;
  if (make == NULL)
    make = apo_time_spans_find (operation[0]);
  value = make != NULL ? make (context, operation + 1) : NULL;

  if (value == NULL)
    return NULL;
  if (!apo_interval_is_known (context->interval))
    context->interval = apo_timex_get_interval (value);
  if (get (context, 'x') != NULL)
    context->interval = apo_time_calendar_get_portion (context->interval, get (context, 'x'));

  return value;
}
