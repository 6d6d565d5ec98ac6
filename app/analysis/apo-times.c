/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-times.h"

#include <stdlib.h>
#include <string.h>

#include "apo-time-calendar.h"
#include "apo-time-values.h"
#include "apo-timex.h"

/* A day that is named in full says which one its weekday means if it is no farther off. */
#define MAX_NEAR 9
/* Bare numbers outside these are hardly years. */
#define FIRST_BARE_YEAR 1800
#define LAST_BARE_YEAR 2099

static const char *
look_up (const ApoReading *reading,
         const char       *list,
         guint             i)
{
  return apo_time_match_lookup (reading->rules->times, list, reading->tokens, i);
}

/* Notes the days near the date of the text that stand there with their weekdays: « samedi 29 mai ».
 * A bare *samedi* then means that one. */
static void
note_weekdays (ApoTimeContext *c)
{
  const ApoReading *reading = c->reading;
  int year = reading->date != APO_DAY_NONE ? apo_day_get_year (reading->date) : 0;

  for (guint w = 0; w < G_N_ELEMENTS (c->weekdays); w++)
    c->weekdays[w] = APO_DAY_NONE;

  for (guint i = 0; year != 0 && i + 2 < reading->tokens->tokens->len; i++)
    {
      const char *weekday = look_up (reading, "weekday", i);
      const char *month = weekday != NULL ? look_up (reading, "month", i + 2) : NULL;

      if (month == NULL || apo_reading_get (reading, i + 1)->kind != APO_TOKEN_NUMBER)
        continue;

      for (int y = year - 1; y <= year + 1; y++)
        {
          ApoDay day = apo_day_from_ymd (y, atoi (month), atoi (apo_reading_get (reading,
                                                                                 i + 1)->norm));
          int w = atoi (weekday) - 1;

          if (day != APO_DAY_NONE && ABS (day - reading->date) <= MAX_NEAR
              && apo_time_calendar_get_weekday (day) == w && c->weekdays[w] == APO_DAY_NONE)
            c->weekdays[w] = day;
        }
    }
}

/* Months, weekdays and seasons are written small; a capital in a sentence, without figures, makes
 * the name of somebody or something of them: « Juin », « Printemps ». */
static gboolean
is_name (const ApoReading *reading,
         ApoSpan           tokens)
{
  gboolean name = FALSE;

  for (guint i = tokens.start; i < tokens.end; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);

      if (token->kind == APO_TOKEN_NUMBER)
        return FALSE;
      if (!(token->flags & APO_TOKEN_CAPITAL)
          || (token->flags & (APO_TOKEN_FIRST | APO_TOKEN_UPPER | APO_TOKEN_PARAGRAPH))
          || i == 0
          || (apo_reading_get (reading, i - 1)->kind == APO_TOKEN_PUNCTUATION
              && !apo_reading_is_mark (reading, i - 1, ",()")))
        continue;
      name = name || look_up (reading, "small", i) != NULL;
    }

  return name;
}

/* Whether the word ends like most nouns in the plural. */
static gboolean
is_plural (const ApoReading *reading,
           const ApoToken   *token)
{
  GHashTable *endings = apo_time_rules_get_list (reading->rules->times, "plural-ending");
  gsize length = strlen (token->norm);

  return endings != NULL && length > 3 && g_hash_table_contains (endings, token->norm + length - 1);
}

/* « 2000 personnes », « 2011 mètres »: a number of things */
static gboolean
counts (const ApoReading *reading,
        guint             next,
        gboolean          bare)
{
  const ApoToken *token;

  if (next >= reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (reading, next);
  if (token->flags & APO_TOKEN_PARAGRAPH)
    return FALSE;
  if (look_up (reading, "counted", next) != NULL)
    return TRUE;
  if (!bare)
    return FALSE;

  return token->kind == APO_TOKEN_NUMBER
         || (apo_time_match_is_noun (reading->rules->times, token) && is_plural (reading, token));
}

/* Whether a number that could be a year is one. */
static gboolean
is_year (const ApoTimeContext *c,
         gboolean              bare)
{
  const ApoReading *reading = c->reading;
  ApoSpan tokens = c->match->tokens;
  guint i = tokens.end - 1;
  int year = apo_time_match_get_number (c->match, 'y');

  if (counts (reading, tokens.end, bare))
    return FALSE;
  if (!bare)
    return TRUE;

  if (year < FIRST_BARE_YEAR || year > LAST_BARE_YEAR)
    return FALSE;
  if (i > 0 && !(apo_reading_get (reading, i)->flags & APO_TOKEN_SPACED)
      && !apo_reading_is_mark (reading, i - 1, "(/-–«\"“"))
    return FALSE;

  return i == 0 || (apo_reading_get (reading, i - 1)->kind != APO_TOKEN_NUMBER
                    && look_up (reading, "numbered", i - 1) == NULL);
}

/* « Le lundi » is as often as it comes, or one of them. */
static ApoTimeType
get_type (const ApoTimeRule *rule,
          const char        *value)
{
  return rule->type == APO_TIME_SET && g_ascii_isdigit (value[0]) ? APO_TIME_DATE : rule->type;
}

/* Returns: the token after the expression, or 0 where it is none */
static guint
add_time (ApoTimeContext    *c,
          const ApoTimeRule *rule)
{
  ApoReading *reading = (ApoReading *) c->reading;
  g_autofree char *value = NULL;
  ApoFoundTime *time;

  /* what looks like a time and is none: an age, the winter games */
  if (strcmp (rule->operation[0], "none") == 0)
    return c->match->tokens.end;
  if (is_name (reading, c->match->tokens))
    return 0;
  if (strcmp (rule->operation[0], "year") == 0 && !is_year (c, rule->operation[1] != NULL))
    return 0;

  c->tense = apo_time_clause_get_tense (reading, c->match->tokens);
  value = apo_time_values_make (c, rule->operation);
  if (value == NULL)
    return 0;

  reading->time_at[c->match->tokens.start] = reading->findings->times->len;
  time = apo_findings_add_time (reading->findings,
                                apo_reading_get_span (reading, c->match->tokens),
                                get_type (rule, value), value);
  time->interval = time->range = c->interval;
  time->edtf = rule->type == APO_TIME_DURATION
                 ? apo_timex_dup_interval (c->interval) : apo_timex_dup_edtf (value);
  if (g_ascii_isdigit (value[0]))
    {
      g_free (c->last);
      c->last = g_steal_pointer (&value);
    }

  return c->match->tokens.end;
}

/* Whether the words between two times and before the first make a range of them: « du 4 au 7 mai »,
 * « entre 2010 et 2012 », « 2010-2012 ». */
static gboolean
is_range (const ApoReading *reading,
          ApoSpan           first,
          guint             second)
{
  const char *link = first.end + 1 == second ? look_up (reading, "range-link", first.end) : NULL;
  const char *opening = first.start > 0 ? look_up (reading, "range-open", first.start - 1) : NULL;

  if (link == NULL)
    return FALSE;

  return strcmp (link, "any") == 0 || g_strcmp0 (link, opening) == 0;
}

static void
join_ranges (ApoReading *reading,
             ApoSpan     sentence)
{
  ApoFoundTime *last = NULL;
  ApoSpan tokens = { 0, 0 };

  for (guint i = sentence.start; i < sentence.end; i++)
    {
      ApoFoundTime *time;

      if (reading->time_at[i] < 0)
        continue;

      time = g_ptr_array_index (reading->findings->times, reading->time_at[i]);
      if (last != NULL && last->type != APO_TIME_DURATION && time->type == last->type
          && apo_interval_is_known (last->interval) && apo_interval_is_known (time->interval)
          && last->interval.earliest <= time->interval.latest && is_range (reading, tokens, i))
        last->range = time->range = (ApoInterval) { last->interval.earliest,
                                                    time->interval.latest };
      last = time;
      tokens.start = i;
      while (i + 1 < sentence.end
             && apo_reading_get (reading, i + 1)->span.end <= time->span.end)
        i++;
      tokens.end = i + 1;
    }
}

/**
 * apo_times_find:
 *
 * Finds time expressions from left to right, the longest first, and what they stand for as seen
 * from the date of the reading.
 */
void
apo_times_find (ApoReading *reading)
{
  ApoTimeContext c = { .reading = reading, .anchor = reading->date };

  note_weekdays (&c);

  for (guint s = 0; s < reading->tokens->sentences->len; s++)
    {
      ApoSpan sentence = g_array_index (reading->tokens->sentences, ApoSpan, s);

      for (guint i = sentence.start; i < sentence.end;)
        {
          ApoTimeMatch match;
          const ApoTimeRule *rule = apo_time_match_find (reading->rules->times, reading->tokens, i,
                                                         &match);
          guint end = 0;

          c.match = &match;
          if (rule != NULL && match.tokens.end > i)
            end = add_time (&c, rule);
          i = MAX (end, i + 1);
        }
      join_ranges (reading, sentence);
    }

  g_free (c.last);
}
