/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dating.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "apo-text.h"
#include "apo-timex.h"

#define MAX_PARTS 4

/* What is compared: folded, without accents. */
static char *
dup_plain (const char *text)
{
  g_autofree char *folded = apo_text_dup_folded (text);

  return g_strstrip (g_str_to_ascii (folded, "C"));
}

/* What follows one of the words of @list (parted by |) that @text begins with; NULL if it does not.
 * A word that does not end in an apostrophe ends where a space is. */
static const char *
skip_word (const char *text,
           const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);
  const char *found = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = dup_plain (words[i]);
      const char *rest;

      if (*word == '\0' || !g_str_has_prefix (text, word))
        continue;
      rest = text + strlen (word);
      rest += *rest == '.';
      if (*rest != ' ' && *rest != '\0' && !g_str_has_suffix (word, "'"))
        continue;
      while (*rest == ' ')
        rest++;
      found = MAX (found, rest);
    }

  return found;
}

/* The month that @word names or begins to name, if it is one alone; else 0. */
static int
find_month (const char *word)
{
  static const char *const patterns[] = { "%B", "%OB", "%b" };
  int found = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

      for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
        {
          g_autofree char *label = g_date_time_format (date, patterns[i]);
          g_autofree char *name = dup_plain (label);

          if (g_str_equal (name, word))
            return month;
          if (strlen (word) < 3 || !g_str_has_prefix (name, word) || found == month)
            continue;
          if (found != 0)
            return 0;
          found = month;
        }
    }

  return found;
}

/* The number that a part begins with, as in 3, 1er or 22nd; 0 if it is none. */
static int
find_number (const char *part)
{
  char *end;
  long number = strtol (part, &end, 10);

  if (!g_ascii_isdigit (*part) || number > 9999
      || (*end != '\0' && (number > 31 || strlen (end) > 2)))
    return 0;

  return (int) number;
}

static gboolean
take_day (int           year,
          int           month,
          int           day,
          ApoInterval  *interval,
          ApoPrecision *precision)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  ApoDay parsed;

  if (year < 1000 || !apo_day_parse (iso, &parsed))
    return FALSE;

  *interval = (ApoInterval) { parsed, parsed };
  *precision = APO_PRECISION_DAY;

  return TRUE;
}

static gboolean
take_month (int           year,
            int           month,
            ApoInterval  *interval,
            ApoPrecision *precision)
{
  if (year < 1000 || month < 1 || month > 12)
    return FALSE;

  *interval = apo_interval_of_month (year, month);
  *precision = APO_PRECISION_MONTH;

  return TRUE;
}

static gboolean
take_value (const char   *value,
            ApoInterval  *interval,
            ApoPrecision *precision)
{
  ApoInterval taken = apo_timex_get_interval (value);

  if (taken.earliest == APO_DAY_NONE || taken.latest == APO_DAY_NONE)
    return FALSE;

  *interval = taken;
  *precision = apo_timex_get_precision (value);

  return TRUE;
}

/* Which of the four seasons @word names, from 1; 0 if it is none. */
static int
find_season (const char *word)
{
  /* Translators: the four seasons from spring to winter, as people type them, parted by | */
  g_auto (GStrv) seasons = g_strsplit (_("spring|summer|autumn|winter"), "|", -1);

  for (guint i = 0; seasons[i] != NULL && i < 4; i++)
    {
      g_autofree char *name = dup_plain (seasons[i]);

      if (g_str_equal (name, word))
        return i + 1;
    }

  return 0;
}

static gboolean
take_season (int           year,
             int           season,
             ApoInterval  *interval,
             ApoPrecision *precision)
{
  static const char *const codes[] = { "SP", "SU", "FA", "WI" };
  g_autofree char *value = NULL;

  if (year < 1000 || season < 1 || season > 4)
    return FALSE;

  value = g_strdup_printf ("%04d-%s", year, codes[season - 1]);

  return take_value (value, interval, precision);
}

/* Numbers and names in the order in which people write them. */
static gboolean
take_parts (char        **parts,
            guint         n,
            ApoInterval  *interval,
            ApoPrecision *precision)
{
  int numbers[MAX_PARTS] = { 0 };
  int months[MAX_PARTS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      numbers[i] = find_number (parts[i]);
      months[i] = numbers[i] == 0 ? find_month (parts[i]) : 0;
    }

  if (n == 3 && numbers[0] >= 1000)
    return take_day (numbers[0], numbers[1], numbers[2], interval, precision);
  if (n == 3 && months[1] != 0)
    return take_day (numbers[2], months[1], numbers[0], interval, precision);
  if (n == 3 && months[0] != 0)
    return take_day (numbers[2], months[0], numbers[1], interval, precision);
  if (n == 3)
    return take_day (numbers[2], numbers[1], numbers[0], interval, precision);
  if (n == 2 && months[0] != 0)
    return take_month (numbers[1], months[0], interval, precision);
  if (n == 2 && find_season (parts[0]) != 0)
    return take_season (numbers[1], find_season (parts[0]), interval, precision);
  if (n == 2)
    return take_month (numbers[1], numbers[0], interval, precision);

  return FALSE;
}

/* As in EDTF and in the values of times: the year first, parts of it behind hyphens. */
static gboolean
take_code (const char   *text,
           ApoInterval  *interval,
           ApoPrecision *precision)
{
  g_autofree char *value = g_ascii_strup (text, -1);
  gsize length = strlen (value);
  int part = length == 7 ? atoi (value + 5) : 0;

  if (length < 4 || strspn (value, "0123456789XWSPUFAIHQ-") != length
      || !g_ascii_isdigit (value[0]) || !g_ascii_isdigit (value[1]) || value[0] == '0')
    return FALSE;
  if (length == 7 && g_ascii_isdigit (value[5]))
    return part > 20 ? take_season (atoi (value), part - 20, interval, precision)
                     : take_month (atoi (value), part, interval, precision);
  if (length == 10)
    {
      ApoDay day;

      if (!apo_day_parse (value, &day))
        return FALSE;
    }

  return take_value (value, interval, precision);
}

/* A decade by its first year, as in 1990s. */
static gboolean
take_decade (const char   *text,
             ApoInterval  *interval,
             ApoPrecision *precision)
{
  /* Translators: words before the first year of a decade, as people type them, parted by | */
  const char *year = skip_word (text, _("the|decade of"));
  g_autofree char *value = NULL;

  if (year == NULL)
    year = text;
  if (strspn (year, "0123456789") != 4 || year[3] != '0'
      || !(g_str_equal (year + 4, "s") || (year != text && year[4] == '\0')))
    return FALSE;

  value = g_strdup_printf ("%.3sX", year);

  return take_value (value, interval, precision);
}

static gboolean
parse_single (const char   *text,
              ApoInterval  *interval,
              ApoPrecision *precision)
{
  /* Translators: words before a date that say nothing, as people type them, parted by | */
  const char *skipped = skip_word (text, _("in|on|the"));
  g_auto (GStrv) split = NULL;
  char *parts[MAX_PARTS];
  guint n = 0;

  if (take_decade (text, interval, precision) || take_code (text, interval, precision))
    return TRUE;
  if (skipped != NULL && take_code (skipped, interval, precision))
    return TRUE;

  split = g_strsplit_set (skipped != NULL ? skipped : text, " ,./-", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      if (*split[i] == '\0')
        continue;
      if (n == MAX_PARTS)
        return FALSE;
      parts[n++] = split[i];
    }

  return take_parts (parts, n, interval, precision);
}

/* The first end of a range may leave out what the second one says: 3 to 5 May 2024. */
static gboolean
parse_start (const char   *start,
             const char   *end,
             ApoInterval  *interval,
             ApoPrecision *precision)
{
  if (parse_single (start, interval, precision))
    return TRUE;

  for (const char *rest = strchr (end, ' '); rest != NULL; rest = strchr (rest + 1, ' '))
    {
      g_autofree char *whole = g_strconcat (start, rest, NULL);

      if (parse_single (whole, interval, precision))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_open (const char *end)
{
  return *end == '\0' || g_str_equal (end, "..");
}

/* From the start of what is before @separator to the end of what is behind it. */
static gboolean
parse_range (const char   *text,
             const char   *separator,
             ApoInterval  *interval,
             ApoPrecision *precision)
{
  const char *place = strstr (text, separator);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  ApoInterval first = APO_INTERVAL_NONE;
  ApoInterval last = APO_INTERVAL_NONE;
  ApoPrecision precisions[] = { APO_PRECISION_NONE, APO_PRECISION_NONE };
  gboolean code = g_str_equal (separator, "/");

  if (place == NULL)
    return FALSE;

  start = g_strstrip (g_strndup (text, place - text));
  end = g_strstrip (g_strdup (place + strlen (separator)));
  if (is_open (start) && is_open (end))
    return FALSE;
  /* a slash also parts day, month and year */
  if (code && ((!is_open (start) && !take_code (start, &first, &precisions[0]))
               || (!is_open (end) && !take_code (end, &last, &precisions[1]))))
    return FALSE;
  if (!code && (!parse_start (start, end, &first, &precisions[0])
                || !parse_single (end, &last, &precisions[1])))
    return FALSE;
  if (!is_open (start) && !is_open (end) && first.earliest > last.latest)
    return FALSE;

  *interval = (ApoInterval) { first.earliest, last.latest };
  *precision = MAX (precisions[0], precisions[1]);

  return TRUE;
}

static gboolean
parse_ends (const char   *text,
            ApoInterval  *interval,
            ApoPrecision *precision)
{
  /* Translators: words before the first of two dates, as people type them, parted by | */
  const char *from = skip_word (text, _("from|between"));
  /* Translators: words between two dates, as people type them, parted by | */
  g_auto (GStrv) words = g_strsplit (_("to|until|and"), "|", -1);

  if (parse_range (text, "/", interval, precision)
      || parse_range (text, " - ", interval, precision)
      || (strlen (text) == 9 && text[4] == '-' && parse_range (text, "-", interval, precision)))
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = dup_plain (words[i]);
      g_autofree char *separator = g_strdup_printf (" %s ", word);

      if (parse_range (from != NULL ? from : text, separator, interval, precision))
        return TRUE;
    }

  return FALSE;
}

/* What is known at one end alone. */
static gboolean
parse_open (const char   *text,
            ApoInterval  *interval,
            ApoPrecision *precision)
{
  /* Translators: words before a date from when on something is so, as people type them, parted by | */
  const char *since = skip_word (text, _("since|after|from"));
  /* Translators: words before a date until when something is so, as people type them, parted by | */
  const char *until = skip_word (text, _("until|till|before"));
  ApoInterval end;

  if (since != NULL && parse_single (since, &end, precision))
    {
      *interval = (ApoInterval) { end.earliest, APO_DAY_NONE };
      return TRUE;
    }
  if (until != NULL && parse_single (until, &end, precision))
    {
      *interval = (ApoInterval) { APO_DAY_NONE, end.latest };
      return TRUE;
    }

  return FALSE;
}

/* Takes away what says that a date is not meant exactly. */
static gboolean
take_about (char **text)
{
  /* Translators: words before a date that is not meant exactly, as people type them, parted by | */
  const char *rest = skip_word (*text, _("about|around|circa|ca|c"));
  gsize length = strlen (*text);

  if (rest != NULL)
    {
      g_autofree char *owned = g_steal_pointer (text);

      *text = g_strdup (rest);
      return TRUE;
    }
  if (length == 0 || strchr ("~?%", (*text)[length - 1]) == NULL)
    return FALSE;

  (*text)[length - 1] = '\0';
  g_strchomp (*text);

  return TRUE;
}

/**
 * apo_dating_parse:
 * @text: what somebody has typed: a day, a month, a season, a year, a decade, two of them as a range,
 *   or one end of it, in figures with the day first, in words of the reader's language, or in EDTF;
 *   nothing, for no date
 * @interval: (out): the days it stands for
 * @precision: (out): how exactly it gives them
 *
 * Returns: whether it is a date; if not, the others are untouched
 */
gboolean
apo_dating_parse (const char   *text,
                  ApoInterval  *interval,
                  ApoPrecision *precision)
{
  g_autofree char *plain = dup_plain (text);
  /* Translators: what people type where there is no date, parted by | */
  const char *undated = skip_word (plain, _("undated|no date|unknown"));
  gboolean about;
  ApoInterval found;
  ApoPrecision known;

  if (*plain == '\0' || (undated != NULL && *undated == '\0'))
    {
      *interval = APO_INTERVAL_NONE;
      *precision = APO_PRECISION_NONE;
      return TRUE;
    }

  about = take_about (&plain);
  if (!parse_single (plain, &found, &known) && !parse_ends (plain, &found, &known)
      && !parse_open (plain, &found, &known))
    return FALSE;

  *interval = found;
  *precision = about ? APO_PRECISION_VAGUE : known;

  return TRUE;
}

static gboolean
is_whole (ApoInterval interval,
          const char *value)
{
  ApoInterval whole = apo_timex_get_interval (value);

  return whole.earliest == interval.earliest && whole.latest == interval.latest;
}

/* The season, week or decade that @interval is, if it is one. */
static char *
dup_code (ApoInterval  interval,
          ApoPrecision precision)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
  int year = apo_day_get_year (interval.earliest);

  for (guint i = 0; precision == APO_PRECISION_SEASON && i < G_N_ELEMENTS (seasons); i++)
    {
      g_autofree char *value = g_strdup_printf ("%04d-%s", year, seasons[i]);

      if (is_whole (interval, value))
        return g_strdup_printf ("%04d-%u", year, 21 + i);
    }
  for (int i = 1; precision == APO_PRECISION_WEEK && i <= 106; i++)
    {
      g_autofree char *value = g_strdup_printf ("%04d-W%02d", year + (i > 53), (i - 1) % 53 + 1);

      if (is_whole (interval, value))
        return g_steal_pointer (&value);
    }
  if (precision == APO_PRECISION_DECADE)
    {
      g_autofree char *value = g_strdup_printf ("%03dX", year / 10);

      if (is_whole (interval, value))
        return g_steal_pointer (&value);
    }

  return NULL;
}

static gboolean
is_month_start (ApoDay day)
{
  int year, month, day_of_month;

  if (day == APO_DAY_NONE)
    return TRUE;
  apo_day_to_ymd (day, &year, &month, &day_of_month);

  return day_of_month == 1;
}

static gboolean
is_month_end (ApoDay day)
{
  return day == APO_DAY_NONE || is_month_start (day + 1);
}

/* One end as a year, a month or a day, as the precision wants it. */
static char *
dup_end (ApoDay day,
         gboolean months,
         gboolean years)
{
  int year, month, day_of_month;

  if (day == APO_DAY_NONE)
    return g_strdup ("..");
  apo_day_to_ymd (day, &year, &month, &day_of_month);
  if (years)
    return g_strdup_printf ("%04d", year);

  return months ? g_strdup_printf ("%04d-%02d", year, month) : apo_day_format (day);
}

static gboolean
is_in_month (ApoDay day,
             int    month)
{
  int year, own, day_of_month;

  if (day == APO_DAY_NONE)
    return TRUE;
  apo_day_to_ymd (day, &year, &own, &day_of_month);

  return own == month;
}

/**
 * apo_dating_dup_entry:
 *
 * Returns: (transfer full): what gives @interval and @precision, but for vagueness, when it is
 *   parsed; empty for none
 */
char *
apo_dating_dup_entry (ApoInterval  interval,
                      ApoPrecision precision)
{
  gboolean months = is_month_start (interval.earliest) && is_month_end (interval.latest)
                    && precision != APO_PRECISION_DAY;
  gboolean years = months && is_in_month (interval.earliest, 1) && is_in_month (interval.latest, 12)
                   && precision != APO_PRECISION_MONTH;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  char *code = NULL;

  if (!apo_interval_is_known (interval))
    return g_strdup ("");
  if (interval.earliest != APO_DAY_NONE && interval.latest != APO_DAY_NONE)
    code = dup_code (interval, precision);
  if (code != NULL)
    return code;

  from = dup_end (interval.earliest, months, years);
  to = dup_end (interval.latest, months, years);

  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strdup_printf ("%s/%s", from, to);
}

static ApoDay
add_months (ApoDay   day,
            int      months,
            gboolean to_end)
{
  int year, month, day_of_month;
  int length;

  if (day == APO_DAY_NONE)
    return day;

  apo_day_to_ymd (day, &year, &month, &day_of_month);
  to_end = to_end && day_of_month == (int) apo_day_get_month_days (year, month);
  month += months - 1;
  year += month >= 0 ? month / 12 : (month - 11) / 12;
  month = ((month % 12) + 12) % 12 + 1;
  length = apo_day_get_month_days (year, month);

  return apo_day_from_ymd (year, month, to_end ? length : MIN (day_of_month, length));
}

/* How many months a step takes; 0 where it takes days. */
static int
get_step_months (ApoPrecision precision)
{
  switch (precision)
    {
    case APO_PRECISION_MONTH:
    case APO_PRECISION_VAGUE:
      return 1;
    case APO_PRECISION_SEASON:
      return 3;
    case APO_PRECISION_YEAR:
      return 12;
    case APO_PRECISION_DECADE:
      return 120;
    case APO_PRECISION_NONE:
    case APO_PRECISION_DAY:
    case APO_PRECISION_WEEK:
    default:
      return 0;
    }
}

/**
 * apo_dating_step:
 * @steps: how far towards the future; negative towards the past
 *
 * Moves a date by the unit of its precision: days, weeks, months, seasons, years or decades.  What
 * is known to the month stays whole months.
 */
ApoInterval
apo_dating_step (ApoInterval  interval,
                 ApoPrecision precision,
                 int          steps)
{
  int months = get_step_months (precision) * steps;
  int days = steps * (precision == APO_PRECISION_WEEK ? 7 : 1);

  if (months != 0)
    return (ApoInterval) { add_months (interval.earliest, months, FALSE),
                           add_months (interval.latest, months, TRUE) };

  if (interval.earliest != APO_DAY_NONE)
    interval.earliest += days;
  if (interval.latest != APO_DAY_NONE)
    interval.latest += days;

  return interval;
}

/**
 * apo_dating_count_steps:
 * @days: how far a date is moved
 *
 * Returns: how many steps of apo_dating_step() come nearest to that
 */
int
apo_dating_count_steps (ApoPrecision precision,
                        double       days)
{
  int months = get_step_months (precision);
  double unit = months > 0 ? months * 365.2425 / 12 : precision == APO_PRECISION_WEEK ? 7 : 1;

  return (int) (days / unit + (days < 0 ? -0.5 : 0.5));
}
