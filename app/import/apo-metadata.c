/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-metadata.h"

#include <stdlib.h>
#include <string.h>

/* Only so many lines at the start of a text are looked at. */
#define MAX_LINES 10
#define MAX_TITLE 180
#define MAX_LINE 120

typedef struct {
  char *text;
  gboolean blank_after;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
read_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);

  while (*text != '\0' && lines->len < MAX_LINES)
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strstrip (g_strndup (text, MIN (length, 4096)));

      /* A cut line may end within a character. */
      if (line[0] != '\0' && g_utf8_validate (line, -1, NULL))
        {
          Line l = { g_steal_pointer (&line), FALSE };

          g_array_append_val (lines, l);
        }
      else if (line[0] != '\0')
        {
          const char *end;
          Line l = { NULL, FALSE };

          g_utf8_validate (line, -1, &end);
          l.text = g_strndup (line, end - line);
          g_array_append_val (lines, l);
        }
      else if (lines->len > 0)
        g_array_index (lines, Line, lines->len - 1).blank_after = TRUE;

      text += length + (text[length] == '\n' ? 1 : 0);
    }

  return lines;
}

/* The words for months, bylines and publication are those of every language there is a pack for:
 * what a text is in is not known before it is read. */
static const char * const months[12] = {
  "janvier|january|janv|jan", "février|february|févr|feb", "mars|march|mar", "avril|april|avr|apr",
  "mai|may", "juin|june|jun", "juillet|july|juil|jul", "août|august|aug",
  "septembre|september|sept|sep", "octobre|october|oct", "novembre|november|nov",
  "décembre|december|déc|dec",
};

static int
find_month (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (int m = 0; m < 12; m++)
    {
      g_auto (GStrv) names = g_strsplit (months[m], "|", -1);

      if (g_strv_contains ((const char * const *) names, lower))
        return m + 1;
    }

  return 0;
}

static gboolean
match_numeric (const char *line,
               ApoDay     *day)
{
  static const struct { const char *pattern; int year, month, day; } forms[] = {
    { "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", 1, 2, 3 },
    { "\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})\\b", 3, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, G_REGEX_DEFAULT, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, line, 0, &match))
        {
          g_autofree char *y = g_match_info_fetch (match, forms[i].year);
          g_autofree char *m = g_match_info_fetch (match, forms[i].month);
          g_autofree char *d = g_match_info_fetch (match, forms[i].day);

          *day = apo_day_from_ymd (atoi (y), atoi (m), atoi (d));
          return *day != APO_DAY_NONE;
        }
    }

  return FALSE;
}

static gboolean
match_words (const char *line,
             ApoDay     *day)
{
  static const struct { const char *pattern; int year, month, day; } forms[] = {
    { "\\b(\\d{1,2})(?:er)?\\s+(\\p{L}{3,9})\\.?,?\\s+(\\d{4})\\b", 3, 2, 1 },
    { "\\b(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b", 3, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, G_REGEX_DEFAULT, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, line, 0, &match))
        {
          g_autofree char *y = g_match_info_fetch (match, forms[i].year);
          g_autofree char *m = g_match_info_fetch (match, forms[i].month);
          g_autofree char *d = g_match_info_fetch (match, forms[i].day);

          if (find_month (m) == 0)
            continue;
          *day = apo_day_from_ymd (atoi (y), find_month (m), atoi (d));
          return *day != APO_DAY_NONE;
        }
    }

  return FALSE;
}

static gboolean
ends_like_sentence (const char *line)
{
  const char *last = g_utf8_find_prev_char (line, line + strlen (line));

  return last != NULL && strchr (".;,:", *last) != NULL;
}

static void
guess_title (ApoMetadata *self,
             GArray      *lines)
{
  const Line *first, *second;

  if (lines->len < 2)
    return;

  first = &g_array_index (lines, Line, 0);
  second = &g_array_index (lines, Line, 1);

  if (g_utf8_strlen (first->text, -1) <= MAX_TITLE && !ends_like_sentence (first->text)
      && (first->blank_after || strlen (second->text) > strlen (first->text)
          || self->byline != NULL || self->date != APO_DAY_NONE))
    self->title = g_strdup (first->text);
}

static void
guess_byline (ApoMetadata *self,
              const char  *line)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (self->byline != NULL)
    return;

  regex = g_regex_new ("^(?:[Pp]ar|[Bb]y|PAR|BY)\\s+(\\p{Lu}[^.!?:]{2,70}?)"
                       "(?:\\s*(?:[,|–—-]\\s|\\().*)?$",
                       G_REGEX_DEFAULT, 0, NULL);
  if (g_regex_match (regex, line, 0, &match))
    self->byline = g_strstrip (g_match_info_fetch (match, 1));
}

/* “Le Journal — 3 mars 2024”, “Le Journal | Politique”, “Source : Le Journal” */
static void
guess_outlet (ApoMetadata *self,
              const char  *line)
{
  static const char * const patterns[] = {
    "^(?:[Ss]ource|[Ii]n)\\s*:\\s*(\\p{Lu}[^.!?:,]{2,50})$",
    "^(\\p{Lu}[^.!?:,\\d]{2,40}?)\\s*[,|–—-]\\s*(?:[Ll]e\\s+|[Pp]ubli\\w+\\s+|\\p{L}+\\s+)?\\d{1,2}",
    "^(?:[Pp]ar|[Bb]y)\\s[^|(–—]+\\s*[|(–—]\\s*(\\p{Lu}[^.!?:,\\d)]{2,40})\\)?$",
  };

  for (guint i = 0; self->outlet == NULL && i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_DEFAULT, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (regex, line, 0, &match))
        {
          g_autofree char *name = g_strstrip (g_match_info_fetch (match, 1));
          g_autofree char *lower = g_utf8_strdown (name, -1);

          if (!g_str_has_prefix (lower, "publi") && !g_str_has_prefix (lower, "par ")
              && !g_str_has_prefix (lower, "mis "))
            self->outlet = g_steal_pointer (&name);
        }
    }
}

static gboolean
guess_date (const char *line,
            ApoDay     *day)
{
  return match_words (line, day) || match_numeric (line, day);
}

/**
 * apo_metadata_guess:
 * @text: normalised
 *
 * Looks at the first lines only: a title is a short line that does not end like a sentence and
 * has a
 * blank line or a longer one below it; byline, outlet and date stand in short lines of their own, a
 * date also at the very start of the text.
 *
 * Returns: (transfer full): what it found
 */
ApoMetadata *
apo_metadata_guess (const char *text)
{
  ApoMetadata *self = g_new0 (ApoMetadata, 1);
  g_autoptr (GArray) lines = read_lines (text);

  self->date = APO_DAY_NONE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gboolean is_short = g_utf8_strlen (line->text, -1) <= MAX_LINE;

      if (!is_short)
        {
          /* “3 mars 2024. – The text goes on.” */
          g_autofree char *start = g_utf8_substring (line->text, 0, 30);
          const char *dash = strpbrk (start, ".");

          if (self->date == APO_DAY_NONE && i <= 2 && dash != NULL && g_ascii_isdigit (start[0]))
            guess_date (start, &self->date);
          break;
        }

      if (i > 0)
        guess_byline (self, line->text);
      if (self->date == APO_DAY_NONE && guess_date (line->text, &self->date) && i > 0)
        guess_outlet (self, line->text);
      else if (i > 0)
        guess_outlet (self, line->text);
    }

  guess_title (self, lines);

  return self;
}

void
apo_metadata_free (ApoMetadata *metadata)
{
  g_free (metadata->title);
  g_free (metadata->byline);
  g_free (metadata->outlet);
  g_free (metadata);
}
