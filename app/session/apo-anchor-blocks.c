/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor-blocks.h"

#include <string.h>

/* So many words in a row that are in both texts, once in each, tie these to one another. */
#define TIE_WORDS 5

/* Where a row of words stands, by its hash. */
typedef struct {
  guint64 hash;
  guint n_old;
  guint n_new;
  guint old_word;
  guint new_word;
} Tie;

typedef struct {
  Tie *ties;
  gsize mask;
} TieTable;

static guint64
hash_row (ApoAnchorText *text,
          guint          word)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < TIE_WORDS; i++)
    hash = (hash ^ text->words[word + i].id) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static Tie *
find_tie (TieTable *table,
          guint64   hash)
{
  gsize i = (hash ^ hash >> 29) & table->mask;

  while ((table->ties[i].n_old > 0 || table->ties[i].n_new > 0) && table->ties[i].hash != hash)
    i = (i + 1) & table->mask;
  table->ties[i].hash = hash;

  return &table->ties[i];
}

static guint
count_rows (ApoAnchorText *text)
{
  return text->n_words >= TIE_WORDS ? text->n_words - TIE_WORDS + 1 : 0;
}

static void
fill_table (TieTable      *table,
            ApoAnchorText *older,
            ApoAnchorText *newer)
{
  gsize size = 64;

  while (size < 2 * ((gsize) count_rows (older) + count_rows (newer)))
    size *= 2;
  table->mask = size - 1;
  table->ties = g_new0 (Tie, size);

  for (guint i = 0; i < count_rows (older); i++)
    {
      Tie *tie = find_tie (table, hash_row (older, i));

      tie->n_old++;
      tie->old_word = i;
    }
  for (guint i = 0; i < count_rows (newer); i++)
    {
      Tie *tie = find_tie (table, hash_row (newer, i));

      tie->n_new++;
      tie->new_word = i;
    }
}

/* Whether no word is cut at a place of both texts. */
static gboolean
is_edge (ApoAnchorText *older,
         guint          old_place,
         ApoAnchorText *newer,
         guint          new_place)
{
  return apo_anchor_text_is_edge (older, old_place) && apo_anchor_text_is_edge (newer, new_place);
}

/* The longest stretch around two places that both texts have, in whole words. */
static ApoAnchorBlock
extend (ApoAnchorText *older,
        guint          old_place,
        ApoAnchorText *newer,
        guint          new_place)
{
  guint before = 0;
  guint after = 0;

  while (before < old_place && before < new_place
         && older->chars[old_place - before - 1] == newer->chars[new_place - before - 1])
    before++;
  while (old_place + after < older->length && new_place + after < newer->length
         && older->chars[old_place + after] == newer->chars[new_place + after])
    after++;

  while (before > 0 && !is_edge (older, old_place - before, newer, new_place - before))
    before--;
  while (after > 0 && !is_edge (older, old_place + after, newer, new_place + after))
    after--;

  return (ApoAnchorBlock) { old_place - before, new_place - before, before + after };
}

static guint
get_end (const ApoAnchorBlock *block,
         gboolean              in_new)
{
  return (in_new ? block->new_start : block->old_start) + block->length;
}

static GArray *
collect_blocks (ApoAnchorText *older,
                ApoAnchorText *newer)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (ApoAnchorBlock));
  TieTable table;

  fill_table (&table, older, newer);
  for (guint i = 0; i < count_rows (older); i++)
    {
      const Tie *tie = find_tie (&table, hash_row (older, i));
      guint old_place = older->words[i].span.start;
      guint new_place;
      const ApoAnchorBlock *last = NULL;
      ApoAnchorBlock block;

      if (tie->n_old != 1 || tie->n_new != 1)
        continue;
      new_place = newer->words[tie->new_word].span.start;
      if (blocks->len > 0)
        last = &g_array_index (blocks, ApoAnchorBlock, blocks->len - 1);
      if (last != NULL && old_place < get_end (last, FALSE)
          && old_place - last->old_start == new_place - last->new_start)
        continue;
      block = extend (older, old_place, newer, new_place);
      if (block.length > 0)
        g_array_append_val (blocks, block);
    }
  g_free (table.ties);

  return blocks;
}

static int
compare_old (gconstpointer a,
             gconstpointer b)
{
  const ApoAnchorBlock *x = a;
  const ApoAnchorBlock *y = b;

  if (x->old_start != y->old_start)
    return x->old_start < y->old_start ? -1 : 1;

  return x->new_start < y->new_start ? -1 : x->new_start > y->new_start;
}

static int
compare_new (gconstpointer a,
             gconstpointer b)
{
  const ApoAnchorBlock *x = a;
  const ApoAnchorBlock *y = b;

  if (x->new_start != y->new_start)
    return x->new_start < y->new_start ? -1 : 1;

  return x->old_start < y->old_start ? -1 : x->old_start > y->old_start;
}

static void
drop_same (GArray *blocks)
{
  for (guint i = blocks->len; i > 1; i--)
    if (compare_old (&g_array_index (blocks, ApoAnchorBlock, i - 1),
                     &g_array_index (blocks, ApoAnchorBlock, i - 2)) == 0)
      g_array_remove_index (blocks, i - 1);
}

static void
drop_empty (GArray *blocks)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    if (g_array_index (blocks, ApoAnchorBlock, i).length > 0)
      g_array_index (blocks, ApoAnchorBlock, n++) = g_array_index (blocks, ApoAnchorBlock, i);
  g_array_set_size (blocks, n);
}

/* Takes from both what two blocks have in common in one of the texts: there is no telling which of
 * them it belongs to.  @blocks are sorted by that text; @contested gets what was taken. */
static void
part_blocks (GArray  *blocks,
             gboolean in_new,
             GArray  *contested)
{
  guint reached = 0;
  guint last = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      ApoAnchorBlock *block = &g_array_index (blocks, ApoAnchorBlock, i);
      ApoAnchorBlock *before = &g_array_index (blocks, ApoAnchorBlock, last);
      guint start = in_new ? block->new_start : block->old_start;
      guint end = start + block->length;
      guint common;

      if (i > 0 && start < reached)
        {
          ApoSpan taken = APO_SPAN (start, MIN (reached, end));

          common = apo_span_get_length (taken);
          g_array_append_val (contested, taken);
          before->length -= MIN (before->length, get_end (before, in_new) > start
                                                 ? get_end (before, in_new) - start : 0);
          block->old_start += common;
          block->new_start += common;
          block->length -= common;
        }
      if (end >= reached)
        {
          reached = end;
          last = i;
        }
    }

  drop_empty (blocks);
}

/* The most that a chain ending in each of the places can cover: a Fenwick tree of maxima. */
typedef struct {
  guint *covered;
  guint *block;                 /* + 1, the one that ends the chain */
  guint n;
} Chains;

static guint
chains_get (Chains *self,
            guint   place,
            guint  *covered)
{
  guint block = 0;

  *covered = 0;
  for (; place > 0; place -= place & -place)
    if (self->covered[place] > *covered)
      {
        *covered = self->covered[place];
        block = self->block[place];
      }

  return block;
}

static void
chains_put (Chains *self,
            guint   place,
            guint   covered,
            guint   block)
{
  for (; place <= self->n; place += place & -place)
    if (covered > self->covered[place])
      {
        self->covered[place] = covered;
        self->block[place] = block;
      }
}

/* Marks the blocks that keep their order and cover most; @ranks are their places in the newer text.
 * */
static void
mark_chain (GArray      *blocks,
            const guint *ranks)
{
  guint n = blocks->len;
  g_autofree guint *covered = g_new0 (guint, n + 1);
  g_autofree guint *last = g_new0 (guint, n + 1);
  g_autofree guint *before = g_new0 (guint, n + 1);
  Chains chains = { covered, last, n };
  guint most;
  guint i;

  for (i = 0; i < n; i++)
    {
      before[i + 1] = chains_get (&chains, ranks[i], &most);
      chains_put (&chains, ranks[i] + 1,
                  most + g_array_index (blocks, ApoAnchorBlock, i).length, i + 1);
    }
  for (i = chains_get (&chains, n, &most); i > 0; i = before[i])
    g_array_index (blocks, ApoAnchorBlock, i - 1).in_order = TRUE;
}

static void
find_order (GArray *blocks)
{
  g_autofree guint *ranks = g_new (guint, blocks->len + 1);

  /* @blocks are sorted by the newer text; @old_order finds each in the other order */
  for (guint i = 0; i < blocks->len; i++)
    g_array_index (blocks, ApoAnchorBlock, i).joined_before = i;
  g_array_sort (blocks, compare_old);
  for (guint i = 0; i < blocks->len; i++)
    {
      ranks[i] = g_array_index (blocks, ApoAnchorBlock, i).joined_before;
      g_array_index (blocks, ApoAnchorBlock, i).joined_before = FALSE;
    }

  mark_chain (blocks, ranks);
}

static gboolean
has_word (ApoAnchorText *text,
          guint          start,
          guint          end)
{
  guint word = apo_anchor_text_find_word (text, start);

  return word < text->n_words && text->words[word].span.start < end;
}

/* Says of the blocks that kept their order where nothing of the older text is missing between them.
 * */
static void
join_blocks (GArray        *blocks,
             ApoAnchorText *older)
{
  ApoAnchorBlock *before = NULL;
  guint end = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      ApoAnchorBlock *block = &g_array_index (blocks, ApoAnchorBlock, i);

      if (!block->in_order)
        continue;
      block->joined_before = !has_word (older, end, block->old_start);
      if (before != NULL)
        before->joined_after = block->joined_before;
      before = block;
      end = get_end (block, FALSE);
    }
  if (before != NULL)
    before->joined_after = !has_word (older, end, older->length);
}

/**
 * apo_anchor_find_blocks:
 * @contested: (out) (element-type ApoSpan): what of the newer text could come from either of two
 *   passages
 *
 * Finds what two texts have in common, moved or not: rows of words that are in each of them once,
 * and all around them that is the same (after Heckel, "A technique for isolating differences
 * between files", 1978).  No character of either text is in two blocks.  O(n log n).
 *
 * Returns: (transfer full) (element-type ApoAnchorBlock): the blocks in the order of the older text
 */
GArray *
apo_anchor_find_blocks (ApoAnchorText *older,
                        ApoAnchorText *newer,
                        GArray       **contested)
{
  g_autoptr (GArray) contested_old = apo_spans_new ();
  GArray *blocks;

  *contested = apo_spans_new ();
  if (older->length == newer->length
      && memcmp (older->chars, newer->chars, older->length * sizeof (gunichar)) == 0)
    {
      ApoAnchorBlock whole = { 0, 0, older->length, TRUE, TRUE, TRUE };

      blocks = g_array_new (FALSE, FALSE, sizeof (ApoAnchorBlock));
      g_array_append_val (blocks, whole);
      return blocks;
    }

  blocks = collect_blocks (older, newer);
  g_array_sort (blocks, compare_old);
  drop_same (blocks);
  part_blocks (blocks, FALSE, contested_old);
  g_array_sort (blocks, compare_new);
  part_blocks (blocks, TRUE, *contested);
  find_order (blocks);
  join_blocks (blocks, older);

  return blocks;
}
