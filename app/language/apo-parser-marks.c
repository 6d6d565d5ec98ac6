/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-marks.h"

#include <string.h>

#include "apo-feature.h"

/* So far up a tree is looked for a head: what is deeper is a fault of the parser. */
#define MAX_CLIMB 100

static const struct {
  const char *opening;
  const char *closing;
} pairs[] = {
  { "(", ")" }, { "[", "]" }, { "«", "»" }, { "“", "”" }, { "\"", "\"" },
};

/* Marks that end a clause belong to what stands before them. */
static const char * const finals[] = { ".", "!", "?", "…", "...", ";" };

static gboolean
is_text (const ApoWord *word,
         const char    *text)
{
  return word->form == apo_feature_hash (text, strlen (text));
}

/* A word has its relation already. */
static gboolean
is_mark (const ApoWord *word)
{
  return word->dep == APO_DEP_NONE;
}

static gboolean
is_final (const ApoWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (finals); i++)
    if (is_text (word, finals[i]))
      return TRUE;

  return FALSE;
}

/* From @word up as long as the heads lie between @start and @end, both left out. */
static guint
climb (const ApoWord *words,
       guint          word,
       gint64         start,
       gint64         end)
{
  for (guint step = 0; step < MAX_CLIMB; step++)
    {
      guint head = words[word].head;

      if (head == word || head <= start || head >= end)
        break;
      word = head;
    }

  return word;
}

static gboolean
is_below (const ApoWord *words,
          guint          word,
          guint          top)
{
  for (guint step = 0; step < MAX_CLIMB && word != top; step++)
    {
      if (words[word].head == word)
        return FALSE;
      word = words[word].head;
    }

  return word == top;
}

/* Of the highest words on both sides that reach to the mark the lower one. */
static guint
find_head (const ApoWord *words,
           guint          n_words,
           guint          mark,
           guint          left,
           guint          right)
{
  if (left < n_words)
    left = climb (words, left, -1, mark);
  if (right < n_words)
    right = climb (words, right, mark, n_words);

  if (right == n_words || (left < n_words && mark + 2 >= n_words && is_final (&words[mark])))
    return left;
  if (left == n_words)
    return right;

  return is_below (words, left, right) ? left : right;
}

/* The mark that closes what @mark opens, of those on the stack the last. */
static gboolean
take_opening (const ApoWord *words,
              GArray        *open,
              guint          mark,
              guint         *opening)
{
  if (open->len == 0)
    return FALSE;

  *opening = g_array_index (open, guint, open->len - 1);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (is_text (&words[*opening], pairs[i].opening) && is_text (&words[mark], pairs[i].closing))
      {
        g_array_set_size (open, open->len - 1);
        return TRUE;
      }

  return FALSE;
}

static gboolean
opens (const ApoWord *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (is_text (word, pairs[i].opening))
      return TRUE;

  return FALSE;
}

/* Both marks of a pair belong to the head of what they enclose. */
static void
attach_pairs (ApoWord     *words,
              guint        n_words,
              const guint *next,
              guint       *heads)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_words; i++)
    {
      guint opening;

      if (!is_mark (&words[i]))
        continue;
      if (take_opening (words, open, i, &opening))
        {
          if (next[opening] < i)
            heads[i] = heads[opening] = climb (words, next[opening], opening, i);
        }
      else if (opens (&words[i]))
        g_array_append_val (open, i);
    }
}

/**
 * apo_parser_marks_attach:
 * @words: those that are no marks make a tree already; of the others the relation is
 * %APO_DEP_NONE
 *
 * Gives marks their heads: the word whose part of the tree they border or enclose, such that no arcs
 * cross (as the rules of Universal Dependencies for punctuation have it).
 */
void
apo_parser_marks_attach (ApoWord *words,
                         guint    n_words)
{
  g_autofree guint *next = g_new (guint, n_words + 1);
  g_autofree guint *heads = g_new (guint, n_words + 1);
  guint last = n_words;

  next[n_words] = n_words;
  for (guint i = n_words; i-- > 0;)
    {
      next[i] = is_mark (&words[i]) ? next[i + 1] : i;
      heads[i] = n_words;
    }
  attach_pairs (words, n_words, next, heads);

  for (guint i = 0; i < n_words; i++)
    if (!is_mark (&words[i]))
      last = i;
    else if (heads[i] == n_words)
      heads[i] = find_head (words, n_words, i, last, next[i]);

  for (guint i = 0; i < n_words; i++)
    if (is_mark (&words[i]))
      {
        words[i].head = heads[i];
        words[i].dep = APO_DEP_PUNCT;
      }
}
