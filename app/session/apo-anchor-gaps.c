/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor-gaps.h"

#include <string.h>

/* A gap is taken for one into which something came, and from which nothing went, only if hardly
 * anything came in, or if its own words are that many and have that many letters, and what came in
 * is not much more. */
#define FEW_WORDS   2
#define MIN_WORDS   3
#define MIN_LETTERS 12
#define MAX_GROWTH  3
#define MORE_WORDS  6
#define MAX_WORDS   400

/* The words of both texts between two blocks. */
typedef struct {
  ApoAnchorText *older;
  ApoAnchorText *newer;
  guint old_first;
  guint n_old;
  guint new_first;
  guint n_new;
  guint *leftmost;              /* for each old word, the new one it can be first … */
  guint *rightmost;             /* … and last */
} Gap;

static const ApoAnchorWord *
get_old (Gap  *gap,
         guint i)
{
  return &gap->older->words[gap->old_first + i];
}

static const ApoAnchorWord *
get_new (Gap  *gap,
         guint i)
{
  return &gap->newer->words[gap->new_first + i];
}

/* Whether all old words are among the new ones, in their order. */
static gboolean
embed (Gap *gap)
{
  guint j = 0;

  for (guint i = 0; i < gap->n_old; i++, j++)
    {
      while (j < gap->n_new && get_new (gap, j)->id != get_old (gap, i)->id)
        j++;
      if (j == gap->n_new)
        return FALSE;
      gap->leftmost[i] = j;
    }

  j = gap->n_new;
  for (guint i = gap->n_old; i > 0; i--)
    {
      j--;
      while (get_new (gap, j)->id != get_old (gap, i - 1)->id)
        j--;
      gap->rightmost[i - 1] = j;
    }

  return TRUE;
}

/* Whether that is no chance: half of the words still follow one another. */
static gboolean
is_telling (Gap *gap)
{
  guint n_letters = 0;
  guint n_following = 0;

  if (gap->n_new <= gap->n_old + FEW_WORDS)
    return TRUE;

  for (guint i = 0; i < gap->n_old; i++)
    {
      n_letters += apo_span_get_length (get_old (gap, i)->span);
      n_following += i > 0 && gap->leftmost[i] == gap->leftmost[i - 1] + 1;
    }

  return gap->n_old >= MIN_WORDS && n_letters >= MIN_LETTERS && 2 * n_following + 1 >= gap->n_old;
}

/* Whether what stands between two words is the same in both texts. */
static gboolean
is_joint_same (Gap  *gap,
               guint old_word,
               guint new_word)
{
  ApoSpan was = { get_old (gap, old_word)->span.end, get_old (gap, old_word + 1)->span.start };
  ApoSpan is = { get_new (gap, new_word)->span.end, get_new (gap, new_word + 1)->span.start };

  return apo_span_get_length (was) == apo_span_get_length (is)
         && memcmp (gap->older->chars + was.start, gap->newer->chars + is.start,
                    apo_span_get_length (was) * sizeof (gunichar)) == 0;
}

/* Adds a block for each row of words of which it is certain which they are. */
static void
add_blocks (Gap    *gap,
            GArray *blocks)
{
  for (guint i = 0; i < gap->n_old;)
    {
      guint first = i++;
      ApoAnchorBlock block = { 0 };

      if (gap->leftmost[first] != gap->rightmost[first])
        continue;
      while (i < gap->n_old && gap->leftmost[i] == gap->rightmost[i]
             && gap->leftmost[i] == gap->leftmost[i - 1] + 1
             && is_joint_same (gap, i - 1, gap->leftmost[i - 1]))
        i++;
      block.old_start = get_old (gap, first)->span.start;
      block.new_start = get_new (gap, gap->leftmost[first])->span.start;
      block.length = get_old (gap, i - 1)->span.end - block.old_start;
      block.in_order = block.joined_before = block.joined_after = TRUE;
      g_array_append_val (blocks, block);
    }
}

/* Returns whether nothing went from the gap. */
static gboolean
fill_gap (Gap    *gap,
          GArray *blocks)
{
  g_autofree guint *places = NULL;

  if (gap->n_old == 0 || gap->n_new < gap->n_old || gap->n_new > MAX_WORDS
      || gap->n_new > MAX_GROWTH * gap->n_old + MORE_WORDS)
    return FALSE;

  places = g_new (guint, 2 * gap->n_old);
  gap->leftmost = places;
  gap->rightmost = places + gap->n_old;
  if (!embed (gap) || !is_telling (gap))
    return FALSE;

  add_blocks (gap, blocks);

  return TRUE;
}

static void
set_gap (Gap     *gap,
         ApoSpan  old_span,
         ApoSpan  new_span)
{
  gap->old_first = apo_anchor_text_find_word (gap->older, old_span.start);
  gap->n_old = apo_anchor_text_find_word (gap->older, old_span.end) - gap->old_first;
  gap->new_first = apo_anchor_text_find_word (gap->newer, new_span.start);
  gap->n_new = apo_anchor_text_find_word (gap->newer, new_span.end) - gap->new_first;
}

static int
compare_blocks (gconstpointer a,
                gconstpointer b)
{
  guint x = ((const ApoAnchorBlock *) a)->old_start;
  guint y = ((const ApoAnchorBlock *) b)->old_start;

  return x < y ? -1 : x > y;
}

/**
 * apo_anchor_fill_gaps:
 * @blocks: (element-type ApoAnchorBlock): of these texts, in the order of the older one
 *
 * Adds blocks between those that kept their order where all words of the older text are still there
 * and others came in between.  Words of which it is not certain which they are get no block.
 */
void
apo_anchor_fill_gaps (GArray        *blocks,
                      ApoAnchorText *older,
                      ApoAnchorText *newer)
{
  Gap gap = { .older = older, .newer = newer };
  guint n_blocks = blocks->len;
  guint before = G_MAXUINT;
  ApoSpan was = { 0, 0 };
  ApoSpan is = { 0, 0 };

  for (guint i = 0; i <= n_blocks; i++)
    {
      gboolean at_end = i == n_blocks;

      if (!at_end && !g_array_index (blocks, ApoAnchorBlock, i).in_order)
        continue;
      was.end = at_end ? older->length : g_array_index (blocks, ApoAnchorBlock, i).old_start;
      is.end = at_end ? newer->length : g_array_index (blocks, ApoAnchorBlock, i).new_start;
      set_gap (&gap, was, is);
      if (fill_gap (&gap, blocks))
        {
          if (before != G_MAXUINT)
            g_array_index (blocks, ApoAnchorBlock, before).joined_after = TRUE;
          if (!at_end)
            g_array_index (blocks, ApoAnchorBlock, i).joined_before = TRUE;
        }
      if (at_end)
        break;
      was.start = was.end + g_array_index (blocks, ApoAnchorBlock, i).length;
      is.start = is.end + g_array_index (blocks, ApoAnchorBlock, i).length;
      before = i;
    }

  g_array_sort (blocks, compare_blocks);
}
