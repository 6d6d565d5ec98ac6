/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor-bits.h"

#include <string.h>

/* Approximate matching after Sellers (1980), computed bit by bit: Myers (1999), "A fast bit-vector
 * algorithm for approximate string matching based on dynamic programming", in the form that Hyyrö
 * (2003) gives for patterns of several words. */

#define WORD_BITS 64

/* Characters up to that one (Latin, with all its letters of Europe) are looked up at once. */
#define N_DIRECT 0x250

typedef struct {
  guint n_pattern;
  guint n_words;
  guint64 last;                 /* the bit of the last row in the last word */
  guint64 *rows;                /* n_words for each character of the pattern: where it is */
  guint n_rows;
  guint16 direct[N_DIRECT];     /* the number of the row of a character, 0 where it has none */
  GHashTable *others;           /* (nullable) the same for the other characters */
  guint64 *positive;            /* vertical differences of the present column */
  guint64 *negative;
} Bits;

/* A pattern or a text, read from either end. */
static gunichar
read_char (const gunichar *chars,
           guint           n,
           gboolean        backward,
           guint           i)
{
  return chars[backward ? n - 1 - i : i];
}

/* The row of a character; the first is empty, and that of all that the pattern has not. */
static guint
find_row (Bits    *self,
          gunichar c)
{
  if (c < N_DIRECT)
    return self->direct[c];
  if (self->others == NULL)
    return 0;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->others, GUINT_TO_POINTER (c)));
}

static void
add_row (Bits    *self,
         gunichar c)
{
  guint row;

  if (find_row (self, c) > 0)
    return;

  row = self->n_rows++;
  if (c < N_DIRECT)
    self->direct[c] = row;
  else
    {
      if (self->others == NULL)
        self->others = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->others, GUINT_TO_POINTER (c), GUINT_TO_POINTER (row));
    }
}

static void
bits_init (Bits           *self,
           const gunichar *pattern,
           guint           n_pattern,
           gboolean        backward)
{
  self->n_pattern = n_pattern;
  self->n_words = (n_pattern + WORD_BITS - 1) / WORD_BITS;
  self->last = (guint64) 1 << ((n_pattern - 1) % WORD_BITS);
  memset (self->direct, 0, sizeof self->direct);
  self->others = NULL;
  self->n_rows = 1;
  for (guint i = 0; i < n_pattern; i++)
    add_row (self, pattern[i]);
  self->rows = g_new0 (guint64, (gsize) self->n_words * self->n_rows);
  self->positive = g_new (guint64, self->n_words);
  self->negative = g_new0 (guint64, self->n_words);
  for (guint w = 0; w < self->n_words; w++)
    self->positive[w] = G_MAXUINT64;

  for (guint i = 0; i < n_pattern; i++)
    {
      guint row = find_row (self, read_char (pattern, n_pattern, backward, i));

      self->rows[(gsize) row * self->n_words + i / WORD_BITS] |= (guint64) 1 << (i % WORD_BITS);
    }
}

static void
bits_clear (Bits *self)
{
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self->rows);
  g_free (self->positive);
  g_free (self->negative);
}

/* Goes on by one character of the text; @carry is the difference in the row above the first.
 * Returns the difference in the last row. */
static int
bits_step (Bits    *self,
           gunichar c,
           int      carry)
{
  const guint64 *row = self->rows + (gsize) find_row (self, c) * self->n_words;

  for (guint w = 0; w < self->n_words; w++)
    {
      guint64 bit = w + 1 == self->n_words ? self->last : (guint64) 1 << (WORD_BITS - 1);
      guint64 up = self->positive[w];
      guint64 down = self->negative[w];
      guint64 equal = row[w];
      guint64 vertical = equal | down;
      guint64 horizontal, right_up, right_down;
      int out;

      if (carry < 0)
        equal |= 1;
      horizontal = (((equal & up) + up) ^ up) | equal;
      right_up = down | ~(horizontal | up);
      right_down = up & horizontal;
      out = (right_up & bit) != 0 ? 1 : (right_down & bit) != 0 ? -1 : 0;

      right_up = right_up << 1 | (carry > 0);
      right_down = right_down << 1 | (carry < 0);
      self->positive[w] = right_down | ~(vertical | right_up);
      self->negative[w] = right_up & vertical;
      carry = out;
    }

  return carry;
}

/**
 * apo_anchor_bits_distance:
 * @n_pattern: characters; none has the distance 0 from nothing
 * @backward: whether both are read from their ends
 * @n_used: (out) (optional): how much of the text that is
 *
 * Compares the pattern with a stretch of the text that begins where the text begins (or, read
 * backward, ends where it ends) and is as long as suits best.  O(n_text · ⌈n_pattern / 64⌉).
 *
 * Returns: the least number of characters to change, add or drop
 */
guint
apo_anchor_bits_distance (const gunichar *pattern,
                          guint           n_pattern,
                          const gunichar *text,
                          guint           n_text,
                          gboolean        backward,
                          guint          *n_used)
{
  guint best = n_pattern;
  guint best_used = 0;
  guint distance = n_pattern;
  Bits bits;

  if (n_pattern > 0)
    {
      bits_init (&bits, pattern, n_pattern, backward);
      for (guint i = 0; i < n_text; i++)
        {
          distance += bits_step (&bits, read_char (text, n_text, backward, i), 1);
          if (distance < best || (distance == best && i < n_pattern))
            {
              best = distance;
              best_used = i + 1;
            }
        }
      bits_clear (&bits);
    }

  if (n_used != NULL)
    *n_used = best_used;

  return best;
}

/**
 * apo_anchor_bits_find:
 * @n_pattern: at least one character
 * @found: (out): the stretch of the text that is most like the pattern, the first of several; it is
 *   empty where nothing is like it
 *
 * O(n_text · ⌈n_pattern / 64⌉).
 *
 * Returns: the number of characters to change, add or drop in it
 */
guint
apo_anchor_bits_find (const gunichar *pattern,
                      guint           n_pattern,
                      const gunichar *text,
                      guint           n_text,
                      ApoSpan        *found)
{
  guint best = n_pattern;
  guint end = 0;
  guint distance = n_pattern;
  guint n_used;
  Bits bits;

  bits_init (&bits, pattern, n_pattern, FALSE);
  for (guint i = 0; i < n_text; i++)
    {
      distance += bits_step (&bits, text[i], 0);
      if (distance < best)
        {
          best = distance;
          end = i + 1;
        }
    }
  bits_clear (&bits);

  /* the same, read backward from there, says where it begins */
  n_used = 0;
  if (end > 0)
    apo_anchor_bits_distance (pattern, n_pattern, text, end, TRUE, &n_used);
  *found = APO_SPAN (end - n_used, end);

  return best;
}
