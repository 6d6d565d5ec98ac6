/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-word-difference.h"

#include <string.h>

/* The most cells of the table that is made of two wordings; in longer ones everything between what
 * they begin and end with in common counts as different. */
#define MAX_CELLS (4u * 1024 * 1024)

/* A word, a run of white space, or a single other character. */
typedef struct {
  const char *bytes;
  gsize n_bytes;
  ApoSpan span;                 /* in code points */
  gboolean blank;
  gboolean common;
} Token;

static gboolean
is_word (gunichar c)
{
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !g_unichar_iswide (c);
}

static GArray *
split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *p = text;
  guint offset = 0;

  while (*p != '\0')
    {
      gunichar first = g_utf8_get_char (p);
      Token token = { .bytes = p, .span = { offset, offset }, .blank = g_unichar_isspace (first) };
      gboolean word = is_word (first);
      gunichar c = first;

      do
        {
          p = g_utf8_next_char (p);
          token.span.end++;
          c = *p != '\0' ? g_utf8_get_char (p) : 0;
        }
      while (c != 0 && ((word && is_word (c)) || (token.blank && g_unichar_isspace (c))));

      token.n_bytes = p - token.bytes;
      offset = token.span.end;
      g_array_append_val (tokens, token);
    }

  return tokens;
}

static Token *
get_token (GArray *tokens,
           guint   i)
{
  return &g_array_index (tokens, Token, i);
}

/* One character for all that differ only by how they are set. */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return c;
    }
}

/* Two runs of white space are the same. */
static gboolean
is_same (const Token *a,
         const Token *b)
{
  if (a->blank || b->blank)
    return a->blank && b->blank;
  if (a->span.end - a->span.start == 1 && b->span.end - b->span.start == 1)
    return fold (g_utf8_get_char (a->bytes)) == fold (g_utf8_get_char (b->bytes));

  return a->n_bytes == b->n_bytes && memcmp (a->bytes, b->bytes, a->n_bytes) == 0;
}

static void
pair (Token *a,
      Token *b)
{
  a->common = b->common = TRUE;
}

/* The longest common subsequence of @n tokens of @a and @m of @b, by the table of its lengths
 * (Wagner and Fischer, 1974), filled from the ends so that pairs are taken as early as possible. */
static void
pair_middle (Token *a,
             guint  n,
             Token *b,
             guint  m)
{
  g_autofree guint *lengths = NULL;
  guint row = m + 1;

  if (n == 0 || m == 0 || (guint64) (n + 1) * row > MAX_CELLS)
    return;

  lengths = g_new0 (guint, (gsize) (n + 1) * row);
  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      lengths[i * row + j] = is_same (&a[i], &b[j]) ? lengths[(i + 1) * row + j + 1] + 1
                                                    : MAX (lengths[(i + 1) * row + j],
                                                           lengths[i * row + j + 1]);

  for (guint i = 0, j = 0; i < n && j < m;)
    if (is_same (&a[i], &b[j]))
      pair (&a[i++], &b[j++]);
    else if (lengths[(i + 1) * row + j] >= lengths[i * row + j + 1])
      i++;
    else
      j++;
}

static void
pair_all (GArray *a,
          GArray *b)
{
  guint shorter = MIN (a->len, b->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && is_same (get_token (a, head), get_token (b, head)))
    {
      pair (get_token (a, head), get_token (b, head));
      head++;
    }
  while (head + tail < shorter
         && is_same (get_token (a, a->len - 1 - tail), get_token (b, b->len - 1 - tail)))
    {
      pair (get_token (a, a->len - 1 - tail), get_token (b, b->len - 1 - tail));
      tail++;
    }
  if (head + tail < a->len && head + tail < b->len)
    pair_middle (get_token (a, head), a->len - head - tail,
                 get_token (b, head), b->len - head - tail);
}

/* Different words with nothing but a space between them are one stretch; white space alone is
 * none. */
static GArray *
collect (GArray *tokens)
{
  GArray *spans = apo_spans_new ();

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *token = get_token (tokens, i);
      ApoSpan *last = spans->len > 0 ? &g_array_index (spans, ApoSpan, spans->len - 1) : NULL;
      gboolean after_blank = i > 0 && get_token (tokens, i - 1)->blank;

      if (token->common || token->blank)
        continue;
      if (last != NULL
          && (last->end == token->span.start
              || (after_blank && last->end == get_token (tokens, i - 1)->span.start)))
        last->end = token->span.end;
      else
        g_array_append_val (spans, token->span);
    }

  return spans;
}

/**
 * apo_words_compare:
 * @only_first: (out) (transfer full) (element-type ApoSpan): stretches of @first that are not in
 *   @second, in code points, in their order
 * @only_second: (out) (transfer full) (element-type ApoSpan): the same for @second
 *
 * Compares two wordings word by word; how words are spaced, and which quotation marks, apostrophes
 * and hyphens they have, makes no difference.  Takes time by the
 * product of the numbers of words between what both begin and end with.
 */
void
apo_words_compare (const char  *first,
                   const char  *second,
                   GArray     **only_first,
                   GArray     **only_second)
{
  g_autoptr (GArray) a = split (first);
  g_autoptr (GArray) b = split (second);

  pair_all (a, b);
  *only_first = collect (a);
  *only_second = collect (b);
}
