/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-operation.h"

#include <stdlib.h>
#include <string.h>

#include "apo-time-calendar.h"

/* A day that is named without its month is no farther off. */
#define MAX_MONTHLESS 62

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

/* The year near the date of the text in which the day falls on that weekday. */
static int
get_year_of_weekday (const Context *c,
                     int            year,
                     int            month,
                     int            day)
{
  static const int order[] = { 0, 1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      ApoDay value = apo_day_from_ymd (year + order[i], month, day);

      if (value != APO_DAY_NONE
          && apo_time_calendar_get_weekday (value) == get_number (c, 'w') - 1)
        return year + order[i];
    }

  return 0;
}

/* The year of a month, or of a day of it, by the tense and by what is near. */
static int
guess_year (const Context *c,
            int            month,
            int            day)
{
  guint sentence = apo_reading_get (c->reading, c->match->tokens.start)->sentence;
  int year, now_month, now_day, distance;

  apo_day_to_ymd (c->reading->date, &year, &now_month, &now_day);
  distance = month - now_month;

  if (day > 0 && get (c, 'w') != NULL)
    {
      int found = get_year_of_weekday (c, year, month, day);

      if (found != 0)
        return found;
    }
  /* « Le 3 mai 1968 … ; le 13, … » tells on in that year */
  if (c->year != 0 && c->year != year && sentence <= c->year_sentence + 1
      && (sentence == c->year_sentence || c->tense != APO_TENSE_FUTURE))
    return c->year;

  if (apo_time_get_sign (c) < 0 && (distance <= 0 || distance > (day > 0 ? 3 : 0)))
    return distance <= 0 ? year : year - 1;
  if (c->tense == APO_TENSE_FUTURE && (distance >= 0 || distance < -1 || day == 0))
    return distance >= 0 ? year : year + 1;

  /* Without a word for it the nearest one is meant. */
  return distance > 6 ? year - 1 : distance < -6 ? year + 1 : year;
}

static int
get_year (const Context *c,
          int            month,
          int            day,
          char         **arguments)
{
  int year, now_month, now_day, which;
  gboolean later;

  if (get (c, 'v') != NULL)
    return apo_time_widen_year (get_number (c, 'v'));
  if (get (c, 'y') != NULL)
    /* « du 30 novembre au 2 janvier 2012 » begins in the year before */
    return get_number (c, 'y') - (get (c, 'c') != NULL && get_number (c, 'c') < month ? 1 : 0);
  if (c->reading->date == APO_DAY_NONE)
    return c->year;
  if (!apo_time_get_which (c, arguments, &which) || which == 0)
    return guess_year (c, month, day);

  apo_day_to_ymd (c->reading->date, &year, &now_month, &now_day);
  later = month > now_month || (month == now_month && day > now_day);
  if (which < 0)
    return later || (month == now_month && day == 0) ? year - 1 : year;

  return later || (month == now_month && day == 0) ? year : year + 1;
}

static void
note_year (Context *c,
           int      year)
{
  if (get (c, 'y') == NULL)
    return;

  c->year = year;
  c->year_sentence = apo_reading_get (c->reading, c->match->tokens.start)->sentence;
}

static char *
do_date (Context  *c,
         char    **arguments)
{
  int month = get_number (c, 'm');
  int day = get_number (c, 'd');
  int year = get_year (c, month, day, arguments);

  note_year (c, year);

  if (get (c, 'd') == NULL)
    return year > 0 ? g_strdup_printf ("%04d-%02d", year, month)
      : g_strdup_printf ("XXXX-%02d", month);

  if (year > 0)
    {
      ApoDay value = month >= 1 && month <= 12
                     && day <= (int) apo_day_get_month_days (year, month)
                       ? apo_day_from_ymd (year, month, day) : APO_DAY_NONE;

      return value != APO_DAY_NONE ? apo_time_format_day (c, value) : NULL;
    }

  return g_strdup_printf ("XXXX-%02d-%02d", month, day);
}

static char *
do_pair (Context  *c,
         char    **arguments)
{
  int first = get_number (c, 'q');
  int second = first % 12 + 1;
  int year = get_year (c, second, 0, arguments);

  if (year == 0)
    return g_strdup_printf ("XXXX-%02d/XXXX-%02d", first, second);

  return g_strdup_printf ("%04d-%02d/%04d-%02d", first > second ? year - 1 : year, first, year,
                          second);
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
  return apo_time_format_day (c, shift_day (c->reading->date,
                                             get (c, 'r') != NULL ? get_number (c, 'r')
                                                                  : atoi (arguments[0])));
}

/* « Aujourd’hui, la ville a changé »: set apart it means these times, not this day. */
static char *
do_today (Context  *c,
          char    **arguments)
{
  ApoSpan tokens = c->match->tokens;
  gboolean before = (apo_reading_get (c->reading, tokens.start)->flags & APO_TOKEN_FIRST)
                    || apo_reading_is_mark (c->reading, tokens.start - 1, ",.;:!?«");

  if (c->reading->date == APO_DAY_NONE
      || (before && c->tense != APO_TENSE_FUTURE
          && apo_reading_is_mark (c->reading, tokens.end, ",")))
    return g_strdup ("PRESENT_REF");

  return apo_time_format_day (c, c->reading->date);
}

static ApoDay
find_weekday (const Context *c,
              char         **arguments)
{
  ApoDay date = c->reading->date;
  int wanted = get_number (c, 'w') - 1;
  int back = (apo_time_calendar_get_weekday (date) - wanted + 7) % 7;
  int sign = apo_time_get_sign (c), which;

  if (apo_time_get_which (c, arguments, &which) && which != 0)
    return which > 0 ? date + 7 - back : date - (back == 0 ? 7 : back);

  /* one that the text names in full: « samedi 29 mai » */
  if (c->weekdays[wanted] != APO_DAY_NONE && (c->weekdays[wanted] - date) * sign >= 0)
    return c->weekdays[wanted];
  if (back == 0)
    return date;

  return sign > 0 || c->tense == APO_TENSE_PRESENT ? date + 7 - back : date - back;
}

static char *
do_weekday (Context  *c,
            char    **arguments)
{
  if (c->reading->date == APO_DAY_NONE)
    return apo_time_with_part (c, "XXXX-XX-XX");

  return apo_time_format_day (c, find_weekday (c, arguments));
}

/* « le lundi suivant »: the first such day after the last one that was spoken of, or before it */
static char *
do_next_weekday (Context  *c,
                 char    **arguments)
{
  int distance;

  if (c->anchor == APO_DAY_NONE)
    return apo_time_with_part (c, "XXXX-XX-XX");

  distance = (get_number (c, 'w') - 1 - apo_time_calendar_get_weekday (c->anchor) + 7) % 7;
  if (atoi (arguments[0]) < 0)
    distance -= 7;

  return apo_time_format_day (c, c->anchor + (distance == 0 ? 7 : distance));
}

/* « lundi 4 »: the day with that number and that weekday that is nearest */
static char *
do_monthless (Context  *c,
              char    **arguments)
{
  ApoDay date = c->reading->date;

  if (date == APO_DAY_NONE)
    return g_strdup_printf ("XXXX-XX-%02d", get_number (c, 'd'));

  for (int distance = 0; distance <= 2 * MAX_MONTHLESS; distance++)
    {
      ApoDay day = date + (distance % 2 == 0 ? distance / 2 : -(distance + 1) / 2);
      int year, month, day_of_month;

      apo_day_to_ymd (day, &year, &month, &day_of_month);
      if (day_of_month == get_number (c, 'd')
          && apo_time_calendar_get_weekday (day) == get_number (c, 'w') - 1)
        return apo_time_format_day (c, day);
    }

  return NULL;
}

static char *
do_each_weekday (Context  *c,
                 char    **arguments)
{
  g_autofree char *value = g_strdup_printf ("XXXX-WXX-%d", get_number (c, 'w'));

  return apo_time_with_part (c, value);
}

static char *
do_habit (Context  *c,
          char    **arguments)
{
  if (c->tense == APO_TENSE_PAST || c->tense == APO_TENSE_FUTURE)
    return do_weekday (c, arguments);

  return do_each_weekday (c, arguments);
}

static char *
do_each_month (Context  *c,
               char    **arguments)
{
  return g_strdup_printf ("XXXX-%02d", get_number (c, 'm'));
}

static gboolean
is_capital (const Context *c,
            guint          i)
{
  const ApoToken *token;

  if (i >= c->reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (c->reading, i);

  return (token->flags & APO_TOKEN_CAPITAL) && !(token->flags & APO_TOKEN_FIRST);
}

/* Feasts have a capital, and no other name goes with them: « Noël Petit », « l’ascension ». */
static gboolean
is_feast (const Context *c)
{
  ApoSpan tokens = c->match->tokens;
  gboolean capital = FALSE;

  for (guint i = tokens.start; i < tokens.end; i++)
    capital = capital || ((apo_reading_get (c->reading, i)->flags & APO_TOKEN_CAPITAL)
                          && !apo_reading_is (c->reading, i, c->reading->rules->is.determiner));

  return capital && !is_capital (c, tokens.end)
         && (tokens.start == 0 || !is_capital (c, tokens.start - 1)
             || (apo_reading_get (c->reading, tokens.start - 1)->classes
                 & (c->reading->rules->is.preposition | c->reading->rules->is.determiner)));
}

static char *
do_holiday (Context  *c,
            char    **arguments)
{
  ApoDay date = c->reading->date, best = APO_DAY_NONE;
  int year = apo_time_get_this_year (c), which, sign = apo_time_get_sign (c);

  if (!is_feast (c))
    return NULL;

  if (year == 0)
    return g_strdup (get (c, 'e')[0] == 'E' ? "XXXX" : "XXXX-XX-XX");
  if (get (c, 'y') != NULL)
    return apo_time_format_day (c, apo_time_calendar_get_holiday (get (c, 'e'), year));
  if (apo_time_get_which (c, arguments, &which))
    sign = which;

  year = apo_day_get_year (date);
  for (int y = year - 1; y <= year + 1; y++)
    {
      ApoDay day = apo_time_calendar_get_holiday (get (c, 'e'), y);

      if (day == APO_DAY_NONE || (sign < 0 && day > date) || (sign > 0 && day < date))
        continue;
      if (best == APO_DAY_NONE || ABS (day - date) < ABS (best - date))
        best = day;
    }

  return apo_time_format_day (c, best);
}

static char *
do_nth (Context  *c,
        char    **arguments)
{
  int month = get_number (c, 'm'), nth = get_number (c, 'o');
  int year = get_year (c, month, 0, arguments);
  ApoDay day;

  if (year == 0)
    return g_strdup_printf ("XXXX-%02d", month);

  if (nth < 0)
    {
      day = apo_interval_of_month (year, month).latest;
      day -= (apo_time_calendar_get_weekday (day) - (get_number (c, 'w') - 1) + 7) % 7;
    }
  else
    {
      day = apo_day_from_ymd (year, month, 1);
      day += (get_number (c, 'w') - 1 - apo_time_calendar_get_weekday (day) + 7) % 7;
      day += 7 * (nth - 1);
    }

  return apo_time_format_day (c, day);
}

static char *
do_clock (Context  *c,
          char    **arguments)
{
  ApoDay day = c->anchor;
  g_autofree char *date = NULL;
  int hour = get (c, 'h') != NULL ? get_number (c, 'h') : atoi (arguments[0]);

  if (get (c, 'h') != NULL && arguments[0] != NULL && hour < 12)
    hour += 12;
  if (hour > 24)
    return NULL;

  if (get (c, 'w') != NULL && c->reading->date != APO_DAY_NONE)
    day = find_weekday (c, (char *[]) { NULL });
  else if (get (c, 'r') != NULL)
    day = shift_day (c->reading->date, get_number (c, 'r'));

  if (day != APO_DAY_NONE)
    c->anchor = day;
  date = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("XXXX-XX-XX");

  return g_strdup_printf ("%sT%02d:%02d%s", date, hour, get_number (c, 'i'),
                          g_strcmp0 (get (c, 'z'), "Z") == 0 ? "Z" : "");
}

static char *
do_anchor (Context  *c,
           char    **arguments)
{
  return apo_time_format_day (c, shift_day (c->anchor, atoi (arguments[0])));
}

static char *
do_part (Context  *c,
         char    **arguments)
{
  g_autofree char *day = apo_time_format_day (c, c->anchor);

  return arguments[0] != NULL ? g_strconcat (day, "T", arguments[0], NULL)
                              : g_steal_pointer (&day);
}

/* « à la 63e minute »: some time of that day */
static char *
do_minute (Context  *c,
           char    **arguments)
{
  g_autofree char *day = apo_time_format_day (c, c->anchor);

  return g_strconcat (day, "TXX:XX", NULL);
}

/**
 * apo_time_days_find:
 *
 * Returns: (nullable): the operation of that name that gives days and times of day
 */
ApoTimeOperation
apo_time_days_find (const char *name)
{
  static const ApoTimeNamedOperation operations[] = {
    { "date", do_date }, { "pair", do_pair }, { "days", do_days }, { "today", do_today },
    { "weekday", do_weekday }, { "habit", do_habit }, { "holiday", do_holiday },
    { "nth", do_nth }, { "clock", do_clock }, { "anchor", do_anchor }, { "part", do_part },
    { "minute", do_minute }, { "monthless", do_monthless }, { "next-weekday", do_next_weekday },
    { "each-weekday", do_each_weekday }, { "each-month", do_each_month },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (strcmp (operations[i].name, name) == 0)
      return operations[i].operation;

  return NULL;
}
