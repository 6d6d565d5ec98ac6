/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-text-find.h"

#include <string.h>

/* Where something is in a text, by its characters alone: no language is needed. */

/* A sentence is not followed further than that, in code points. */
#define MAX_SENTENCE 2000

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F;
}

static gboolean
is_closing (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == 0x00BB || c == 0x201D || c == 0x2019;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static const char *
get_place (ApoText *text,
           guint    offset)
{
  return apo_text_get_string (text) + apo_text_offset_to_byte (text, offset);
}

/**
 * apo_text_trim:
 * @span: cut at the end of the text
 *
 * Returns: @span without white space at its ends; empty at its start where there is nothing else
 */
ApoSpan
apo_text_trim (ApoText *text,
               ApoSpan  span)
{
  const char *start;
  const char *end;

  span.end = MIN (span.end, apo_text_get_length (text));
  span.start = MIN (span.start, span.end);
  start = get_place (text, span.start);
  end = get_place (text, span.end);

  while (span.end > span.start && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    {
      end = g_utf8_prev_char (end);
      span.end--;
    }
  while (span.start < span.end && is_space (g_utf8_get_char (start)))
    {
      start = g_utf8_next_char (start);
      span.start++;
    }

  return span;
}

/* Whether the stop at @stop ends an abbreviation such as “M.” or an initial. */
static gboolean
is_abbreviation (const char *text,
                 const char *stop)
{
  const char *p = stop;
  guint n_letters = 0;

  while (p > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))))
    {
      p = g_utf8_prev_char (p);
      n_letters++;
    }

  return *stop == '.' && n_letters == 1 && g_unichar_isupper (g_utf8_get_char (p));
}

/* Whether a sentence begins at @p: after a line, or after a stop, what closes and white space. */
static gboolean
begins_sentence (const char *text,
                 const char *p)
{
  const char *before = p;

  if (p == text || p[-1] == '\n')
    return TRUE;
  if (is_space (g_utf8_get_char (p)) || is_closing (g_utf8_get_char (p)))
    return FALSE;

  while (before > text && is_space (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (before == p)
    return FALSE;
  while (before > text && (is_closing (g_utf8_get_char (g_utf8_prev_char (before)))
                           || is_space (g_utf8_get_char (g_utf8_prev_char (before)))))
    before = g_utf8_prev_char (before);
  if (before == text)
    return FALSE;

  before = g_utf8_prev_char (before);

  return is_stop (g_utf8_get_char (before)) && !is_abbreviation (text, before)
         && !g_unichar_islower (g_utf8_get_char (p));
}

/**
 * apo_text_get_sentence:
 * @span: a stretch or, if empty, a place of the text
 *
 * Returns: the sentence or sentences that hold it, without white space around, cut where they are
 *   very long
 */
ApoSpan
apo_text_get_sentence (ApoText *text,
                       ApoSpan  span)
{
  const char *string = apo_text_get_string (text);
  ApoSpan sentence = { MIN (span.start, apo_text_get_length (text)),
                       MIN (MAX (span.start, span.end), apo_text_get_length (text)) };
  const char *start = get_place (text, sentence.start);
  const char *end = get_place (text, sentence.end);

  while (start > string && span.start - sentence.start < MAX_SENTENCE
         && !begins_sentence (string, start))
    {
      start = g_utf8_prev_char (start);
      sentence.start--;
    }
  while (*end != '\0' && *end != '\n' && sentence.end - span.end < MAX_SENTENCE
         && (end == start || !begins_sentence (string, end)))
    {
      end = g_utf8_next_char (end);
      sentence.end++;
    }

  return apo_text_trim (text, sentence);
}

/* One character as apo_text_dup_folded() has it, but of the same number; 0 for one that goes. */
static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace (c) ? ' ' : (gunichar) g_ascii_tolower (c);
  if (c == 0x00AD)
    return 0;
  if (is_space (c))
    return ' ';
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC)
    return '\'';
  if (c == 0x00AB || c == 0x00BB || c == 0x201C || c == 0x201D)
    return '"';

  return g_unichar_tolower (c);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* How many code points of the text at @p are @words, or begin with them unless @whole; 0 if none. */
static guint
match_here (const char *p,
            const char *words,
            gboolean    whole)
{
  guint n = 0;

  while (*words != '\0')
    {
      gunichar wanted = fold (g_utf8_get_char (words));
      gunichar found = fold (g_utf8_get_char (p));

      if (wanted == 0)
        {
          words = g_utf8_next_char (words);
          continue;
        }
      if (*p == '\0' || (found != 0 && found != wanted))
        return 0;

      if (found != 0)
        do
          words = g_utf8_next_char (words);
        while (wanted == ' ' && fold (g_utf8_get_char (words)) == ' ');
      do
        {
          p = g_utf8_next_char (p);
          n++;
        }
      while (found == ' ' && fold (g_utf8_get_char (p)) == ' ');
    }

  return whole && is_word (g_utf8_get_char (p)) ? 0 : n;
}

/* Where @words are in @utf8, none overlapping another. */
static GArray *
find (const char *utf8,
      const char *words,
      gboolean    whole)
{
  GArray *found = apo_spans_new ();
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  gboolean in_word = FALSE;
  gunichar first = fold (g_utf8_get_char (stripped));
  guint offset = 0;
  guint last = 0;

  if (*stripped == '\0')
    return found;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      gboolean word = whole && is_word (g_utf8_get_char (p));
      gunichar c = fold (g_utf8_get_char (p));
      guint length = 0;

      if ((c == first || c == 0 || first == 0) && offset >= last && !(in_word && word))
        length = match_here (p, stripped, whole);
      in_word = word;
      if (length > 0)
        {
          ApoSpan span = { offset, offset + length };

          last = span.end;
          g_array_append_val (found, span);
        }
    }

  return found;
}

/**
 * apo_text_find_words:
 * @words: one or more words, such as a name
 *
 * Looks for whole words, without regard to case, kinds of white space, of quotation marks and of
 * apostrophes; linear.
 *
 * Returns: (transfer full) (element-type ApoSpan): where they are, in the order of the text
 */
GArray *
apo_text_find_words (ApoText    *text,
                     const char *words)
{
  return find (apo_text_get_string (text), words, TRUE);
}

/**
 * apo_text_find_folded:
 * @utf8: any valid UTF-8
 * @words: what was typed
 *
 * Looks for words and parts of them, without regard to case, kinds of white space, of quotation marks
 * and of apostrophes; linear.
 *
 * Returns: (transfer full) (element-type ApoSpan): where they are, in code points, in their order
 */
GArray *
apo_text_find_folded (const char *utf8,
                      const char *words)
{
  return find (utf8, words, FALSE);
}
