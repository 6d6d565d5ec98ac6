/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-text.h"

#include <string.h>

/* One mark each STRIDE code points: a look-up walks at most STRIDE - 1 characters. */
#define STRIDE 64

struct _ApoText {
  gatomicrefcount refs;
  char *string;
  gsize n_bytes;
  guint length;
  gsize *marks;
  guint n_marks;
};

G_DEFINE_BOXED_TYPE (ApoText, apo_text, apo_text_ref, apo_text_unref)

static void
build_marks (ApoText *self)
{
  const char *p = self->string;
  const char *end = self->string + self->n_bytes;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint length = 0;

  for (; p < end; p = g_utf8_next_char (p), length++)
    {
      gsize byte = p - self->string;

      if (length % STRIDE == 0)
        g_array_append_val (marks, byte);
    }

  if (marks->len == 0)
    {
      gsize zero = 0;

      g_array_append_val (marks, zero);
    }

  self->length = length;
  self->n_marks = marks->len;
  self->marks = (gsize *) g_array_free (g_steal_pointer (&marks), FALSE);
}

/**
 * apo_text_new:
 * @utf8: valid UTF-8 without NUL, already normalised
 * @n_bytes: its length in bytes, or -1
 *
 * Returns: (transfer full): a copy of the text with its map, built in linear time
 */
ApoText *
apo_text_new (const char *utf8,
              gssize      n_bytes)
{
  ApoText *self = g_new0 (ApoText, 1);

  g_atomic_ref_count_init (&self->refs);
  self->n_bytes = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  self->string = g_strndup (utf8, self->n_bytes);
  build_marks (self);

  return self;
}

ApoText *
apo_text_ref (ApoText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_atomic_ref_count_inc (&text->refs);

  return text;
}

void
apo_text_unref (ApoText *text)
{
  g_return_if_fail (text != NULL);

  if (!g_atomic_ref_count_dec (&text->refs))
    return;

  g_free (text->string);
  g_free (text->marks);
  g_free (text);
}

/**
 * apo_text_get_string:
 *
 * Returns: (transfer none): the whole text, NUL-terminated UTF-8
 */
const char *
apo_text_get_string (ApoText *text)
{
  return text->string;
}

gsize
apo_text_get_n_bytes (ApoText *text)
{
  return text->n_bytes;
}

/**
 * apo_text_get_length:
 *
 * Returns: the length in code points
 */
guint
apo_text_get_length (ApoText *text)
{
  return text->length;
}

/**
 * apo_text_offset_to_byte:
 * @offset: a code point; past the end counts as the end
 *
 * Returns: the byte at which it starts; at most 63 characters are walked
 */
gsize
apo_text_offset_to_byte (ApoText *text,
                         guint    offset)
{
  const char *p;

  if (offset >= text->length)
    return text->n_bytes;

  p = text->string + text->marks[offset / STRIDE];

  for (guint i = offset % STRIDE; i > 0; i--)
    p = g_utf8_next_char (p);

  return p - text->string;
}

/**
 * apo_text_byte_to_offset:
 * @byte: a byte position; past the end counts as the end
 *
 * Returns: the code point that starts at or before that byte, in O(log n)
 */
guint
apo_text_byte_to_offset (ApoText *text,
                         gsize    byte)
{
  guint low = 0;
  guint high = text->n_marks;
  const char *p;
  guint offset;

  if (byte >= text->n_bytes)
    return text->length;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (text->marks[middle] <= byte)
        low = middle;
      else
        high = middle;
    }

  p = text->string + text->marks[low];
  offset = low * STRIDE;

  while (g_utf8_next_char (p) <= text->string + byte)
    {
      p = g_utf8_next_char (p);
      offset++;
    }

  return offset;
}

/**
 * apo_text_dup_slice:
 *
 * Returns: (transfer full): the text of @span, cut at the end of the text
 */
char *
apo_text_dup_slice (ApoText *text,
                    ApoSpan  span)
{
  gsize start = apo_text_offset_to_byte (text, span.start);
  gsize end = apo_text_offset_to_byte (text, MAX (span.start, span.end));

  return g_strndup (text->string + start, end - start);
}

/**
 * apo_text_dup_slices:
 *
 * Returns: (transfer full): the pieces, joined by " … "
 */
char *
apo_text_dup_slices (ApoText       *text,
                     const ApoSpan *spans,
                     guint          n_spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *slice = apo_text_dup_slice (text, spans[i]);

      if (i > 0)
        g_string_append (joined, " … ");
      g_string_append (joined, slice);
    }

  return g_string_free (joined, FALSE);
}

/* The next offset from @offset on, in steps of @step up to @end, at which no word is cut; @end if
 * there is none. */
static guint
find_gap (ApoText *self,
          guint    offset,
          int      step,
          guint    end)
{
  while (offset != end
         && !g_unichar_isspace (g_utf8_get_char (self->string
                                                 + apo_text_offset_to_byte (self, offset))))
    offset += step;

  return offset;
}

/* What follows the “…” that @utf8 begins with, spaces aside; @utf8 if it does not. */
static const char *
skip_ellipsis (const char *utf8)
{
  const char *p = utf8;

  while (*p == ' ')
    p++;

  return g_str_has_prefix (p, "…") ? p + strlen ("…") : utf8;
}

/**
 * apo_text_dup_context:
 * @length: how much of the text before and after @span there is to be, at most, in code points
 * @before: (out) (transfer full): what stands before @span, from the beginning of a word
 * @after: (out) (transfer full): what stands after it, up to the end of a word
 *
 * Takes what surrounds a passage, for people: on one line, and with “…” where the text goes on.
 */
void
apo_text_dup_context (ApoText *text,
                      ApoSpan  span,
                      guint    length,
                      char   **before,
                      char   **after)
{
  guint n = apo_text_get_length (text);
  guint start = span.start > length ? find_gap (text, span.start - length, 1, span.start) : 0;
  guint end = n - span.end > length ? find_gap (text, span.end + length - 1, -1, span.end) : n;
  g_autofree char *head = apo_text_dup_slice (text, APO_SPAN (start, span.start));
  g_autofree char *tail = apo_text_dup_slice (text, APO_SPAN (span.end, end));
  const char *rest;

  g_strdelimit (head, "\n", ' ');
  g_strdelimit (tail, "\n", ' ');
  rest = start > 0 ? skip_ellipsis (head) : head;
  *before = g_strdup_printf ("%s%s%s", start > 0 ? "…" : "",
                             start > 0 && *rest != '\0' && *rest != ' ' ? " " : "", rest);
  *after = g_strdup_printf ("%s%s", tail, end < n && !g_str_has_suffix (tail, "…") ? " …" : "");
}

/**
 * apo_text_count_words:
 *
 * Returns: the runs of characters that are not white space and hold a letter or digit
 */
guint
apo_text_count_words (ApoText *text)
{
  guint n_words = 0;
  gboolean counted = FALSE;

  for (const char *p = text->string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        counted = FALSE;
      else if (!counted && g_unichar_isalnum (c))
        {
          counted = TRUE;
          n_words++;
        }
    }

  return n_words;
}

/**
 * apo_text_dup_folded:
 * @utf8: any valid UTF-8
 *
 * Folds for matching only: runs of white space (no-break spaces too) become one space, typographic
 * quotes become ' and ", soft hyphens go, and case is folded.  Offsets are not kept.
 *
 * Returns: (transfer full): the folded text
 */
char *
apo_text_dup_folded (const char *utf8)
{
  g_autoptr (GString) folded = g_string_sized_new (strlen (utf8));
  gboolean space = FALSE;

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00AD)
        continue;

      if (g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F)
        {
          if (!space)
            g_string_append_c (folded, ' ');
          space = TRUE;
          continue;
        }

      space = FALSE;
      if (c == 0x2019 || c == 0x2018 || c == 0x02BC)
        g_string_append_c (folded, '\'');
      else if (c == 0x00AB || c == 0x00BB || c == 0x201C || c == 0x201D)
        g_string_append_c (folded, '"');
      else
        g_string_append_unichar (folded, c);
    }

  return g_utf8_casefold (folded->str, folded->len);
}
