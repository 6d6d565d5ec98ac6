/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-event-label.h"

#include "apo-event-noun.h"

static gboolean
is_spaced (const ApoReading *reading,
           const GArray     *tokens,
           guint             n)
{
  guint token = g_array_index (tokens, guint, n);

  return n > 0 && ((apo_reading_get (reading, token)->flags & APO_TOKEN_SPACED)
                   || g_array_index (tokens, guint, n - 1) + 1 != token);
}

static guint
measure (const ApoReading *reading,
         const GArray     *tokens)
{
  guint length = 0;

  for (guint n = 0; n < tokens->len; n++)
    length += is_spaced (reading, tokens, n)
              + apo_span_get_length (apo_reading_get (reading,
                                                      g_array_index (tokens, guint, n))->span);

  return length;
}

/* No part of a label ends with « de », « et », « le » or « à partir ». */
static void
trim (const ApoReading *reading,
      GArray           *tokens,
      guint             first)
{
  const ApoClasses *is = &reading->rules->is;

  while (tokens->len > first + 1)
    {
      guint last = g_array_index (tokens, guint, tokens->len - 1);
      gboolean hollow = (apo_event_is (reading, last, APO_EVENT_HOLLOW | APO_EVENT_PART)
                         && apo_reading_is (reading, last - 1, is->preposition))
                        || (tokens->len > first + 2 && apo_event_is (reading, last, APO_EVENT_PART)
                            && apo_reading_is (reading, last - 1, is->determiner)
                            && apo_reading_is (reading, last - 2,
                                               is->preposition | is->contracted));

      if (!hollow && apo_reading_get (reading, last)->kind != APO_TOKEN_PUNCTUATION
          && !apo_reading_is (reading, last, is->preposition | is->determiner | is->contracted
                                             | is->coordination | is->negation | is->clitic))
        return;
      g_array_set_size (tokens, tokens->len - 1);
    }
}

static GArray *
collect (const ApoReading *reading,
         const ApoSpan    *pieces,
         guint             n_pieces)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint p = 0; p < n_pieces; p++)
    {
      guint first = tokens->len;

      for (guint i = pieces[p].start; i < pieces[p].end; i++)
        g_array_append_val (tokens, i);
      if (p + 1 < n_pieces)
        trim (reading, tokens, first);
    }

  return tokens;
}

static gboolean
ends_with_number (const ApoReading *reading,
                  const GArray     *tokens)
{
  guint last = g_array_index (tokens, guint, tokens->len - 1);

  return apo_reading_get (reading, last)->kind == APO_TOKEN_NUMBER;
}

/**
 * apo_event_label_measure:
 * @pieces: stretches of tokens
 *
 * Returns: how many characters a label of them has
 */
guint
apo_event_label_measure (const ApoReading *reading,
                         const ApoSpan    *pieces,
                         guint             n_pieces)
{
  g_autoptr (GArray) tokens = collect (reading, pieces, n_pieces);

  return measure (reading, tokens);
}

/**
 * apo_event_label_dup:
 * @subject: (nullable): what goes before the words of the text
 * @pieces: stretches of tokens, in order
 *
 * Makes a label of words of the text: with a capital, without what stands between the pieces, cut
 * after a whole word at %APO_EVENT_LABEL_MAX characters.
 */
char *
apo_event_label_dup (const ApoReading *reading,
                     const char       *subject,
                     const ApoSpan    *pieces,
                     guint             n_pieces)
{
  g_autoptr (GArray) tokens = collect (reading, pieces, n_pieces);
  g_autoptr (GString) label = g_string_new (subject);
  glong before = subject != NULL ? g_utf8_strlen (subject, -1) + 1 : 0;
  g_autofree char *first = NULL;
  g_autofree char *cut = NULL;
  const char *rest;

  while (tokens->len > 1 && before + measure (reading, tokens) > APO_EVENT_LABEL_MAX)
    {
      g_array_set_size (tokens, tokens->len - 1);
      while (tokens->len > 1 && ends_with_number (reading, tokens))
        g_array_set_size (tokens, tokens->len - 1);
    }
  trim (reading, tokens, 0);

  for (guint n = 0; n < tokens->len; n++)
    {
      guint token = g_array_index (tokens, guint, n);
      g_autofree char *text = apo_reading_dup_text (reading, APO_SPAN (token, token + 1));

      if (is_spaced (reading, tokens, n) || (n == 0 && label->len > 0))
        g_string_append_c (label, ' ');
      g_string_append (label, text);
    }

  cut = g_utf8_substring (label->str, 0, MIN (g_utf8_strlen (label->str, -1),
                                              APO_EVENT_LABEL_MAX));
  rest = cut[0] != '\0' ? g_utf8_next_char (cut) : cut;
  first = g_utf8_strup (cut, rest - cut);

  return g_strconcat (first, rest, NULL);
}
