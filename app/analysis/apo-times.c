/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-times.h"

#include <stdlib.h>
#include <string.h>

#include "apo-time-rules.h"
#include "apo-timex.h"

/* The rules say which of these operations makes the value; the slots fill in its figures:
 *   date [last|next]            weekday w, day d, month m, year y, part of the day p
 *   days N                      so many days from the date of the text; p
 *   weekday [last|next]         w, p
 *   unit N UNIT                 the year, month, week … so many from now; p
 *   ago SIGN                    n units u before or after
 *   season [last|next|this]     s, y
 *   decade, century             n
 *   duration [UNIT]             n units u; X where n is vague
 *   set VALUE, value VALUE      as it stands
 *   clock                       h, i, on the last day that was spoken of; w or days
 *   anchor N                    so many days from the last day that was spoken of; p
 *   part                        p on the last day that was spoken of
 *   range                       a to d of m, y
 *   year                        y
 *   none                        no time at all (an age) */

typedef struct {
  ApoReading *reading;
  ApoDay anchor;                /* the last day that was spoken of */
  const ApoTimeMatch *match;
  gboolean future;              /* the sentence has a verb in the future */
} Context;

typedef char *(* Operation) (Context *c, char **arguments);

static int
get_year (Context *c,
          int      month,
          int      day,
          const char *which)
{
  int year, now_month, now_day;
  gboolean later;

  if (c->match->text['y'] != NULL)
    return c->match->number['y'];
  if (c->reading->date == APO_DAY_NONE)
    return 0;

  apo_day_to_ymd (c->reading->date, &year, &now_month, &now_day);
  later = month > now_month || (month == now_month && day > now_day);

  if (which != NULL && strcmp (which, "last") == 0)
    return later ? year - 1 : year;
  if (which != NULL && strcmp (which, "next") == 0)
    return later || (month == now_month && day == 0) ? year : year + 1;

  /* Without a word for it the nearest one is meant. */
  if (month - now_month > 6)
    return year - 1;
  if (now_month - month > 6)
    return year + 1;

  return year;
}

static char *
with_part (Context    *c,
           const char *value)
{
  return c->match->text['p'] != NULL ? g_strconcat (value, "T", c->match->text['p'], NULL)
                                     : g_strdup (value);
}

static char *
format_day (Context *c,
            ApoDay   day)
{
  g_autofree char *value = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("XXXX-XX-XX");

  if (day != APO_DAY_NONE)
    c->anchor = day;

  return with_part (c, value);
}

static char *
do_date (Context  *c,
         char    **arguments)
{
  int month = c->match->number['m'];
  int day = c->match->number['d'];
  int year = get_year (c, month, day, arguments[0]);

  if (c->match->text['d'] == NULL)
    return year > 0 ? g_strdup_printf ("%04d-%02d", year, month)
      : g_strdup_printf ("XXXX-%02d", month);

  if (year > 0)
    {
      ApoDay value = day >= 1 && day <= (int) apo_day_get_month_days (year, month)
                       ? apo_day_from_ymd (year, month, day) : APO_DAY_NONE;

      return value != APO_DAY_NONE ? format_day (c, value) : NULL;
    }

  return g_strdup_printf ("XXXX-%02d-%02d", month, day);
}

static ApoDay
shift_day (ApoDay day,
           int    days)
{
  return day != APO_DAY_NONE ? day + days : APO_DAY_NONE;
}

static char *
do_days (Context  *c,
         char    **arguments)
{
  return format_day (c, shift_day (c->reading->date, atoi (arguments[0])));
}

/* Monday is 0 here, whatever number the calendar gives it: 1970-01-01 was a Thursday. */
static int
get_weekday (ApoDay day)
{
  return (((day + 3) % 7) + 7) % 7;
}

static char *
do_weekday (Context  *c,
            char    **arguments)
{
  int wanted = c->match->number['w'] - 1;
  int back;

  if (c->reading->date == APO_DAY_NONE)
    return with_part (c, "XXXX-XX-XX");

  back = (get_weekday (c->reading->date) - wanted + 7) % 7;
  if (arguments[0] != NULL && strcmp (arguments[0], "next") == 0)
    return format_day (c, c->reading->date + 7 - back);
  if (arguments[0] != NULL && strcmp (arguments[0], "last") == 0 && back == 0)
    back = 7;
  if (arguments[0] == NULL && c->future && back > 0)
    return format_day (c, c->reading->date + 7 - back);

  return format_day (c, c->reading->date - back);
}

static char *
format_week (ApoDay day)
{
  ApoDay thursday = day - get_weekday (day) + 3;
  int year = apo_day_get_year (thursday);

  return g_strdup_printf ("%04d-W%02d", year, (thursday - apo_day_from_ymd (year, 1, 1)) / 7 + 1);
}

static char *
shift_unit (ApoDay      from,
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
    return format_week (from + 7 * n);
  if (strcmp (unit, "3M") == 0)
    {
      int quarters = CLAMP (year * 4 + (month - 1) / 3 + n, 4, 9999 * 4);

      return g_strdup_printf ("%04d-Q%d", quarters / 4, quarters % 4 + 1);
    }

  return apo_day_format (from + n);
}

static char *
do_unit (Context  *c,
         char    **arguments)
{
  if (c->reading->date == APO_DAY_NONE || arguments[0] == NULL || arguments[1] == NULL)
    return g_strdup (arguments[1] != NULL && strcmp (arguments[1], "W") == 0 ? "XXXX-WXX" : "XXXX");

  return shift_unit (c->reading->date, atoi (arguments[0]), arguments[1]);
}

static char *
do_ago (Context  *c,
        char    **arguments)
{
  const char *unit = c->match->text['u'];
  int sign = atoi (arguments[0]);
  int n = CLAMP (c->match->number['n'], 0, 10000);

  if (unit == NULL || unit[0] == 'T' || c->match->text['n'] == NULL)
    return g_strdup (sign < 0 ? "PAST_REF" : "FUTURE_REF");
  if (c->reading->date == APO_DAY_NONE)
    return g_strdup ("XXXX-XX-XX");
  if (strcmp (unit, "W") == 0)
    {
      ApoDay day = c->reading->date + sign * 7 * n;

      return apo_day_format (day);
    }

  return shift_unit (c->reading->date, sign * n, unit);
}

static char *
do_season (Context  *c,
           char    **arguments)
{
  static const char * const seasons[] = { "SP", "SU", "FA", "WI" };
  const char *season = c->match->text['s'];
  int year = 0, month, day, first = 0;

  if (c->match->text['y'] != NULL)
    return g_strdup_printf ("%04d-%s", c->match->number['y'], season);
  if (c->reading->date == APO_DAY_NONE || arguments[0] == NULL)
    return g_strdup_printf ("XXXX-%s", season);

  apo_day_to_ymd (c->reading->date, &year, &month, &day);
  for (int i = 0; i < 4; i++)
    if (strcmp (seasons[i], season) == 0)
      first = 3 * i + 3;

  /* A winter is that of the year it begins in. */
  if (first == 12 && month <= 2)
    year--;
  if (strcmp (arguments[0], "last") == 0 && (month < first + 3 && first != 12))
    year--;
  else if (strcmp (arguments[0], "last") == 0 && first == 12 && month != 1 && month != 2)
    year--;
  else if (strcmp (arguments[0], "next") == 0 && month >= first)
    year++;

  return g_strdup_printf ("%04d-%s", year, season);
}

static char *
do_decade (Context  *c,
           char    **arguments)
{
  int n = c->match->number['n'];

  return n < 100 ? g_strdup_printf ("19%dX", n / 10 % 10) : g_strdup_printf ("%03dX", n / 10);
}

static int
read_roman (const char *text)
{
  static const struct { char letter; int value; } letters[] = {
    { 'i', 1 }, { 'v', 5 }, { 'x', 10 }, { 'l', 50 },
  };
  int sum = 0, last = 0;

  for (gsize k = strlen (text); k-- > 0;)
    for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
      if (letters[i].letter == text[k])
        {
          sum += letters[i].value < last ? -letters[i].value : letters[i].value;
          last = letters[i].value;
        }

  return sum;
}

static char *
do_century (Context  *c,
            char    **arguments)
{
  int n = c->match->number['n'] > 0 ? c->match->number['n'] : read_roman (c->match->text['n']);

  return n >= 1 && n <= 30 ? g_strdup_printf ("%02dXX", n - 1) : NULL;
}

static char *
do_duration (Context  *c,
             char    **arguments)
{
  const char *unit = arguments[0] != NULL ? arguments[0] : c->match->text['u'];
  g_autofree char *count = c->match->number['n'] > 0
                             ? g_strdup_printf ("%d", c->match->number['n']) : g_strdup ("X");

  if (unit == NULL)
    return g_strdup ("PXX");
  if (unit[0] == 'T')
    return g_strdup_printf ("PT%s%s", count, unit + 1);
  if (g_ascii_isdigit (unit[0]))
    {
      int size = atoi (unit);

      if (c->match->number['n'] == 0)
        return g_strdup_printf ("PX%s", unit + strspn (unit, "0123456789"));
      return g_strdup_printf ("P%d%s", size * CLAMP (c->match->number['n'], 1, 10000),
                              unit + strspn (unit, "0123456789"));
    }

  return g_strdup_printf ("P%s%s", count, unit);
}

static char *
do_value (Context  *c,
          char    **arguments)
{
  if (strcmp (arguments[0], "TODAY") == 0)
    return c->reading->date != APO_DAY_NONE ? apo_day_format (c->reading->date)
                                            : g_strdup ("PRESENT_REF");

  return g_strdup (arguments[0]);
}

static char *
do_clock (Context  *c,
          char    **arguments)
{
  ApoDay day = c->anchor;
  g_autofree char *date = NULL;
  int hour = c->match->text['h'] != NULL ? c->match->number['h'] : atoi (arguments[0]);

  if (c->match->text['w'] != NULL && c->reading->date != APO_DAY_NONE)
    day = c->reading->date
          - (get_weekday (c->reading->date) - (c->match->number['w'] - 1) + 7) % 7;
  else if (c->match->text['r'] != NULL)
    day = shift_day (c->reading->date, c->match->number['r']);

  if (day != APO_DAY_NONE)
    c->anchor = day;
  date = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("XXXX-XX-XX");

  return g_strdup_printf ("%sT%02d:%02d", date, hour, c->match->number['i']);
}

static char *
do_anchor (Context  *c,
           char    **arguments)
{
  return format_day (c, shift_day (c->anchor, atoi (arguments[0])));
}

static char *
do_part (Context  *c,
         char    **arguments)
{
  ApoDay day = c->anchor;
  g_autofree char *date = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("XXXX-XX-XX");

  return with_part (c, date);
}

static char *
do_range (Context  *c,
          char    **arguments)
{
  int month = c->match->number['m'];
  int first_month = c->match->text['b'] != NULL ? c->match->number['b'] : month;
  int year = get_year (c, month, c->match->number['d'], arguments[0]);
  int first_year = first_month > month ? year - 1 : year;

  if (year == 0)
    return g_strdup_printf ("XXXX-%02d-%02d/XXXX-%02d-%02d", first_month, c->match->number['a'],
                            month, c->match->number['d']);

  return g_strdup_printf ("%04d-%02d-%02d/%04d-%02d-%02d", first_year, first_month,
                          c->match->number['a'], year, month, c->match->number['d']);
}

static Operation
find_operation (const char *name)
{
  static const struct { const char *name; Operation operation; } operations[] = {
    { "date", do_date }, { "days", do_days }, { "weekday", do_weekday }, { "unit", do_unit },
    { "ago", do_ago }, { "season", do_season }, { "decade", do_decade },
    { "century", do_century }, { "duration", do_duration }, { "set", do_value },
    { "value", do_value }, { "clock", do_clock }, { "anchor", do_anchor }, { "part", do_part },
    { "range", do_range },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (strcmp (operations[i].name, name) == 0)
      return operations[i].operation;

  return NULL;
}

static char *
do_year (Context *c)
{
  return g_strdup_printf ("%04d", c->match->number['y']);
}

static gboolean
is_future (const ApoReading *reading,
           ApoSpan           sentence)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);

      if (apo_verb_reading_collect (token->verb) == APO_VERB_FUTURE
          || (token->classes & reading->rules->is.near_future))
        return TRUE;
    }

  return FALSE;
}

static guint
add_time (Context           *c,
          const ApoTimeRule *rule)
{
  Operation operation = find_operation (rule->operation[0]);
  g_autofree char *value = NULL;
  ApoFoundTime *time;
  ApoInterval interval;

  /* what looks like a time and is none: an age */
  if (strcmp (rule->operation[0], "none") == 0)
    return c->match->tokens.end;

  if (strcmp (rule->operation[0], "year") == 0)
    value = do_year (c);
  else if (operation != NULL)
    value = operation (c, rule->operation + 1);
  if (value == NULL)
    return 0;

  interval = apo_timex_get_interval (value);
  c->reading->time_at[c->match->tokens.start] = c->reading->findings->times->len;
  time = apo_findings_add_time (c->reading->findings,
                                apo_reading_get_span (c->reading, c->match->tokens), rule->type,
                                value);
  time->interval = interval;
  time->edtf = apo_timex_dup_edtf (value);

  return c->match->tokens.end;
}

/**
 * apo_times_find:
 *
 * Finds time expressions from left to right, the longest first, and what they stand for as seen
 * from
 * the date of the reading.
 */
void
apo_times_find (ApoReading *reading)
{
  Context c = { reading, reading->date };

  for (guint s = 0; s < reading->tokens->sentences->len; s++)
    {
      ApoSpan sentence = g_array_index (reading->tokens->sentences, ApoSpan, s);

      c.future = is_future (reading, sentence);

      for (guint i = sentence.start; i < sentence.end;)
        {
          ApoTimeMatch match;
          const ApoTimeRule *rule = apo_time_rules_match (reading->rules->times, reading->tokens, i,
                                                          &match);
          guint end = 0;

          c.match = &match;
          if (rule != NULL && match.tokens.end > i)
            end = add_time (&c, rule);
          i = MAX (end, i + 1);
        }
    }
}
