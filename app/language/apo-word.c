/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-word.h"

#include <string.h>

/* What is longer is cut; no word that means anything is. */
#define MAX_LETTERS 64

typedef struct {
  gunichar letters[MAX_LETTERS];
  guint n;
} Letters;

static gunichar
fold (gunichar c)
{
  if (c == 0x2019)
    return '\'';
  if (c == 0x2010 || c == 0x2011)
    return '-';
  if (c == 0x00A0 || c == 0x202F || c == 0x2009)
    return ' ';
  if (g_unichar_isdigit (c))
    return '0';

  return c;
}

static void
read_letters (Letters    *letters,
              const char *text,
              gsize       n_bytes)
{
  const char *end = text + n_bytes;

  for (const char *p = text; p < end && letters->n < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x00AD)
        letters->letters[letters->n++] = fold (c);
    }
}

static guint
get_shape (const Letters *letters)
{
  guint shape = 0, capitals = 0;

  for (guint i = 0; i < letters->n; i++)
    {
      gunichar c = letters->letters[i];

      if (c == '0')
        shape |= APO_SHAPE_DIGIT;
      else if (c == '-')
        shape |= APO_SHAPE_HYPHEN;
      else if (c == '.')
        shape |= APO_SHAPE_STOP;
      else if (g_unichar_isupper (c) || g_unichar_istitle (c))
        {
          capitals++;
          if (i == 0)
            shape |= APO_SHAPE_CAPITAL;
        }
      else if (g_unichar_isalpha (c))
        shape |= APO_SHAPE_LOWER;
      else
        shape |= APO_SHAPE_OTHER;
    }

  return capitals > 1 ? shape | APO_SHAPE_UPPER : shape;
}

static guint64
hash_letters (const gunichar *letters,
              guint           n)
{
  char bytes[6 * MAX_LETTERS];
  gsize length = 0;

  for (guint i = 0; i < n; i++)
    length += g_unichar_to_utf8 (letters[i], bytes + length);

  return apo_feature_hash (bytes, length);
}

/* Lowers the letters and hashes what depends on them. */
static void
hash_lower (ApoWord *word,
            Letters *letters)
{
  gunichar *first = letters->letters, initial = letters->n > 0 ? first[0] : 0;
  guint part = 0;

  for (guint i = 0; i < letters->n; i++)
    {
      first[i] = g_unichar_tolower (first[i]);
      if (first[i] == '-' && i + 1 < letters->n)
        part = i + 1;
    }
  word->lower = hash_letters (first, letters->n);
  word->part = part > 0 ? hash_letters (first + part, letters->n - part) : word->lower;

  for (guint i = 0; i < APO_WORD_PREFIXES; i++)
    word->prefix[i] = letters->n > i + 1 ? hash_letters (first, i + 1) : word->lower;
  for (guint i = 0; i < APO_WORD_SUFFIXES; i++)
    word->suffix[i] = letters->n > i + 1
                      ? hash_letters (first + letters->n - i - 1, i + 1) : word->lower;

  word->title = word->form;
  if (word->shape & APO_SHAPE_UPPER)
    {
      first[0] = initial;
      word->title = hash_letters (first, letters->n);
    }
}

/**
 * apo_word_init:
 * @text: UTF-8
 *
 * Fills in what can be seen of a word; the rest becomes 0.
 */
void
apo_word_init (ApoWord    *word,
               const char *text,
               gsize       n_bytes)
{
  Letters letters = { .n = 0 };

  memset (word, 0, sizeof *word);
  read_letters (&letters, text, n_bytes);
  word->shape = get_shape (&letters);
  word->form = hash_letters (letters.letters, letters.n);

  hash_lower (word, &letters);
}
