/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-metadata.h"

#include <stdlib.h>
#include <string.h>

#include "apo-metadata-rules.h"
#include "apo-time-match.h"

/* Only so many lines at the start of a text are looked at. */
#define MAX_LINES 10
#define MAX_BYTES 4096
#define MAX_TITLE 180
#define MAX_LINE 120

/* One of the first lines that are not blank. */
typedef struct {
  char *text;                   /* without white space at its ends */
  guint start;                  /* code points from the start of the article */
  gboolean blank_after;
  gboolean is_short;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
add_line (GArray     *lines,
          const char *bytes,
          gsize       length,
          guint       start)
{
  Line line = { 0 };
  const char *end;

  while (length > 0 && g_unichar_isspace (g_utf8_get_char (bytes)))
    {
      length -= g_utf8_next_char (bytes) - bytes;
      bytes = g_utf8_next_char (bytes);
      start++;
    }

  if (length == 0)
    {
      if (lines->len > 0)
        g_array_index (lines, Line, lines->len - 1).blank_after = TRUE;
      return;
    }

  /* A cut line may end within a character. */
  g_utf8_validate (bytes, MIN (length, MAX_BYTES), &end);
  line.text = g_strchomp (g_strndup (bytes, end - bytes));
  line.start = start;
  line.is_short = g_utf8_strlen (line.text, -1) <= (lines->len == 0 ? MAX_TITLE : MAX_LINE);
  g_array_append_val (lines, line);
}

/* The first lines, up to and with the first long one: there the article itself begins. */
static GArray *
read_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint start = 0;

  g_array_set_clear_func (lines, line_clear);

  while (*text != '\0' && lines->len < MAX_LINES
         && (lines->len == 0 || g_array_index (lines, Line, lines->len - 1).is_short))
    {
      gsize length = strcspn (text, "\n");

      add_line (lines, text, length, start);
      start += g_utf8_strlen (text, length) + 1;
      text += length + (text[length] == '\n' ? 1 : 0);
    }

  return lines;
}

/* Dates in figures alone: 2024-03-15, 15/03/2024, 15.03.2024. */
static ApoDay
match_figures (const char *text)
{
  static const struct { const char *pattern; int year, month, day; } forms[] = {
    { "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", 1, 2, 3 },
    { "\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})\\b", 3, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, G_REGEX_DEFAULT, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, text, 0, &match))
        {
          g_autofree char *year = g_match_info_fetch (match, forms[i].year);
          g_autofree char *month = g_match_info_fetch (match, forms[i].month);
          g_autofree char *day = g_match_info_fetch (match, forms[i].day);

          return apo_day_from_ymd (atoi (year), atoi (month), atoi (day));
        }
    }

  return APO_DAY_NONE;
}

/* The day that the rules for times see at a token, where they see day, month and year. */
static ApoDay
match_words (const ApoReading *reading,
             guint             token,
             ApoTimeMatch     *match)
{
  const ApoTimeRule *rule = apo_time_match_find (reading->rules->times, reading->tokens, token,
                                                 match);

  if (rule == NULL || strcmp (rule->operation[0], "date") != 0 || apo_time_match_get (match, 'd') == NULL
      || apo_time_match_get (match, 'm') == NULL || apo_time_match_get (match, 'y') == NULL)
    return APO_DAY_NONE;

  return apo_day_from_ymd (apo_time_match_get_number (match, 'y'),
                           apo_time_match_get_number (match, 'm'),
                           apo_time_match_get_number (match, 'd'));
}

static guint
find_token (const ApoReading *reading,
            guint             position)
{
  guint token = 0;

  while (token < reading->tokens->tokens->len
         && apo_reading_get (reading, token)->span.start < position)
    token++;

  return token;
}

/* The first date of a line from a byte on. */
static ApoDay
find_date (const ApoReading *reading,
           const Line       *line,
           gsize             from)
{
  guint start = line->start + g_utf8_strlen (line->text, from);
  guint end = line->start + g_utf8_strlen (line->text, -1);

  for (guint i = find_token (reading, start);
       i < reading->tokens->tokens->len && apo_reading_get (reading, i)->span.start < end; i++)
    {
      ApoTimeMatch match;
      ApoDay day = match_words (reading, i, &match);

      if (day != APO_DAY_NONE)
        return day;
    }

  return match_figures (line->text + from);
}

/* “3 mars 2024. – The text goes on.” */
static ApoDay
find_opening_date (const ApoReading *reading,
                   const Line       *line)
{
  guint token = find_token (reading, line->start);
  ApoTimeMatch match;
  ApoDay day;

  if (token == reading->tokens->tokens->len)
    return APO_DAY_NONE;

  day = match_words (reading, token, &match);

  return apo_reading_is_mark (reading, match.tokens.end, ".–—-") ? day : APO_DAY_NONE;
}

/* The date of the first short line that has one after these words. */
static ApoDay
find_date_after (const ApoReading *reading,
                 GArray           *lines,
                 GRegex           *words)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autoptr (GMatchInfo) match = NULL;
      int end;

      if (line->is_short && g_regex_match (words, line->text, 0, &match)
          && g_match_info_fetch_pos (match, 0, NULL, &end))
        {
          ApoDay day = find_date (reading, line, end);

          if (day != APO_DAY_NONE)
            return day;
        }
    }

  return APO_DAY_NONE;
}

/* A title may be about another day: its own date is the last resort. */
static ApoDay
guess_date (const ApoReading *reading,
            GArray           *lines)
{
  const ApoMetadataRules *rules = reading->rules->metadata;
  ApoDay day = find_date_after (reading, lines, rules->published);

  if (day == APO_DAY_NONE)
    day = find_date_after (reading, lines, rules->updated);

  for (guint i = 1; day == APO_DAY_NONE && i <= lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i % lines->len);

      day = line->is_short ? find_date (reading, line, 0) : find_opening_date (reading, line);
    }

  return day;
}

static gboolean
ends_like_sentence (const char *line)
{
  return strchr (".;,:", line[strlen (line) - 1]) != NULL;
}

static char *
guess_title (GArray   *lines,
             gboolean  has_metadata)
{
  const Line *first, *second;

  if (lines->len < 2)
    return NULL;

  first = &g_array_index (lines, Line, 0);
  second = &g_array_index (lines, Line, 1);

  if (!first->is_short || ends_like_sentence (first->text)
      || !(first->blank_after || has_metadata || strlen (second->text) > strlen (first->text)))
    return NULL;

  return g_strdup (first->text);
}

static char *
match_group (GRegex     *regex,
             const char *line)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, line, 0, &match))
    return NULL;

  return g_strstrip (g_match_info_fetch (match, 1));
}

static char *
guess_outlet (const ApoMetadataRules *rules,
              const char             *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules->outlet); i++)
    {
      g_autofree char *name = match_group (rules->outlet[i], line);

      if (name != NULL && !g_regex_match (rules->no_outlet, name, 0, NULL))
        return g_steal_pointer (&name);
    }

  return NULL;
}

/**
 * apo_metadata_find:
 * @reading: before any of the finders that need its date
 *
 * Takes title, byline, outlet and date of the article from its first lines: a title is a short line
 * that does not end like a sentence and has a blank line or a longer one below it; the others stand
 * in short lines of their own, a date also at the very start of the first paragraph.  Where the
 * reading has no date, the one that is found becomes its own.
 */
void
apo_metadata_find (ApoReading *reading)
{
  ApoFindings *findings = reading->findings;
  const ApoMetadataRules *rules = reading->rules->metadata;
  g_autoptr (GArray) lines = read_lines (apo_text_get_string (reading->text));
  ApoDay day = guess_date (reading, lines);

  for (guint i = 1; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->is_short && findings->byline == NULL)
        findings->byline = match_group (rules->byline, line->text);
      if (line->is_short && findings->outlet == NULL)
        findings->outlet = guess_outlet (rules, line->text);
    }

  findings->title = guess_title (lines, findings->byline != NULL || day != APO_DAY_NONE);

  if (reading->date == APO_DAY_NONE)
    reading->date = day;
  findings->date = reading->date;
}
