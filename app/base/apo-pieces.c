/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-pieces.h"

#include <string.h>

#define ZERO_WIDTH_JOINER 0x200D

struct _ApoPieces {
  ApoText *text;
  GArray *breaks;               /* guint: each code point of the text before which a line breaks */
};

static gboolean
is_word_space (gunichar c)
{
  return g_unichar_isspace (c) && c != 0x00A0 && c != 0x202F && c != 0x2007;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x00BB || c == 0x201D
         || c == 0x3002;
}

/* Whether a character that is drawn with the one before may follow a break: it may not. */
static gboolean
joins (gunichar before,
       gunichar after)
{
  return g_unichar_ismark (after) || g_unichar_iszerowidth (after) || before == ZERO_WIDTH_JOINER
         || (after >= 0x1F3FB && after <= 0x1F3FF) || (after >= 0x1F1E6 && after <= 0x1F1FF);
}

/* The best place for a break after @start and not past @end, from the far end: behind a sentence,
 * a word, or, where there is neither in the second half, between two characters. */
static const char *
find_break (const char *start,
            const char *end)
{
  const char *half = start + (end - start) / 2;
  const char *word = NULL;
  const char *any = NULL;

  for (const char *p = end; p > half; p = g_utf8_prev_char (p))
    {
      const char *last = g_utf8_prev_char (p);
      gunichar before = g_utf8_get_char (last);
      gunichar after = g_utf8_get_char (p);

      if (is_word_space (before) && !is_word_space (after) && !joins (before, after))
        {
          if (last > start && ends_sentence (g_utf8_get_char (g_utf8_prev_char (last))))
            return p;
          if (word == NULL)
            word = p;
        }
      if (any == NULL && !joins (before, after))
        any = p;
    }

  if (word != NULL)
    return word;

  return any != NULL ? any : end;
}

/* The last start of a character at or before @p. */
static const char *
align (const char *p)
{
  while ((*p & 0xC0) == 0x80)
    p--;

  return p;
}

static void
cut_paragraph (ApoPieces  *self,
               const char *start,
               const char *end,
               gsize       piece)
{
  const char *string = apo_text_get_string (self->text);

  while ((gsize) (end - start) > piece)
    {
      const char *next = find_break (start, align (start + piece));
      guint offset = apo_text_byte_to_offset (self->text, next - string);

      g_array_append_val (self->breaks, offset);
      start = next;
    }
}

/**
 * apo_pieces_new:
 * @text: which is referenced
 * @longest: paragraphs of more bytes are cut
 * @piece: into pieces of at most so many bytes; at least 16
 *
 * Returns: (transfer full): the map; O(n)
 */
ApoPieces *
apo_pieces_new (ApoText *text,
                gsize    longest,
                gsize    piece)
{
  ApoPieces *self = g_new0 (ApoPieces, 1);
  const char *start = apo_text_get_string (text);
  const char *limit = start + apo_text_get_n_bytes (text);

  self->text = apo_text_ref (text);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));

  while (start < limit)
    {
      const char *end = memchr (start, '\n', limit - start);

      if (end == NULL)
        end = limit;
      if ((gsize) (end - start) > longest)
        cut_paragraph (self, start, end, MAX (piece, 16));
      start = end + 1;
    }

  return self;
}

void
apo_pieces_free (ApoPieces *pieces)
{
  apo_text_unref (pieces->text);
  g_array_unref (pieces->breaks);
  g_free (pieces);
}

/**
 * apo_pieces_get_n_breaks:
 *
 * Returns: how many line breaks are displayed that the text does not have
 */
guint
apo_pieces_get_n_breaks (ApoPieces *pieces)
{
  return pieces->breaks->len;
}

/**
 * apo_pieces_get_break:
 *
 * Returns: where the break of this index is displayed; the characters of the text that are displayed
 *   before and after it follow one another
 */
guint
apo_pieces_get_break (ApoPieces *pieces,
                      guint      index)
{
  return g_array_index (pieces->breaks, guint, index) + index;
}

/**
 * apo_pieces_dup_displayed:
 * @n_bytes: (out): the length of it
 *
 * Returns: (transfer full): the text with its additional line breaks
 */
char *
apo_pieces_dup_displayed (ApoPieces *pieces,
                          gsize     *n_bytes)
{
  const char *string = apo_text_get_string (pieces->text);
  gsize n_text = apo_text_get_n_bytes (pieces->text);
  char *displayed = g_malloc (n_text + pieces->breaks->len + 1);
  char *p = displayed;
  gsize done = 0;

  for (guint i = 0; i < pieces->breaks->len; i++)
    {
      gsize byte = apo_text_offset_to_byte (pieces->text, g_array_index (pieces->breaks, guint, i));

      memcpy (p, string + done, byte - done);
      p += byte - done;
      *p++ = '\n';
      done = byte;
    }
  memcpy (p, string + done, n_text - done);
  p += n_text - done;
  *p = '\0';
  *n_bytes = p - displayed;

  return displayed;
}

/**
 * apo_pieces_to_displayed:
 * @offset: of the text
 *
 * Returns: where the character at @offset is displayed; O(log n)
 */
guint
apo_pieces_to_displayed (ApoPieces *pieces,
                         guint      offset)
{
  guint low = 0;
  guint high = pieces->breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (pieces->breaks, guint, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return offset + low;
}

/**
 * apo_pieces_span_to_displayed:
 *
 * Returns: from where the first character of @span is displayed to behind where the last one is,
 *   breaks between them included
 */
ApoSpan
apo_pieces_span_to_displayed (ApoPieces *pieces,
                              ApoSpan    span)
{
  guint start = apo_pieces_to_displayed (pieces, span.start);

  if (span.end <= span.start)
    return APO_SPAN (start, start);

  return APO_SPAN (start, apo_pieces_to_displayed (pieces, span.end - 1) + 1);
}

/**
 * apo_pieces_to_text:
 * @displayed: a displayed character
 *
 * Returns: its offset in the text; of a break that the text does not have, that of the character
 *   after it; O(log n)
 */
guint
apo_pieces_to_text (ApoPieces *pieces,
                    guint      displayed)
{
  guint low = 0;
  guint high = pieces->breaks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (apo_pieces_get_break (pieces, middle) < displayed)
        low = middle + 1;
      else
        high = middle;
    }

  return displayed - low;
}
