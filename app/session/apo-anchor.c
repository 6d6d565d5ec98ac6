/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor.h"

#include <string.h>

#include "apo-anchor-bits.h"
#include "apo-anchor-blocks.h"
#include "apo-anchor-gaps.h"
#include "apo-anchor-search.h"

/* Scores from which a candidate is taken without asking, and from which it is worth asking. */
#define ACCEPT 0.80
#define ASK    0.60

/* The same for the words of a short quote, which say less by themselves. */
#define ACCEPT_SHORT 0.85

/* Two candidates nearer to one another than that cannot be told apart; nor can two passages that
 * one candidate may have been. */
#define CLEAR_LEAD 0.05
#define BACK_LEAD  0.15

/* A shorter quote is looked for with its sentence. */
#define SHORT_QUOTE 25

/* A quote, or a sentence, that long and of so many words says by itself what it is, if it is there
 * once in either text. */
#define TELLING_QUOTE    40
#define TELLING_SENTENCE 20
#define TELLING_WORDS    4

/* What came into a passage may make it so many times as long without asking, and a short quote
 * more. */
#define MAX_GROWTH 2

/* What stands on either side of a short quote must be as much like what stood there. */
#define MIN_CONTEXT 0.25

/* Words that are there more often are not told apart. */
#define MAX_SAME_WORDS 1000

typedef struct {
  ApoAnchorText *older;
  ApoAnchorText *newer;
  GArray *blocks;               /* ApoAnchorBlock, in the order of the older text */
  GArray *contested;            /* ApoSpan of the newer text */
} Anchorer;

/* The block that ends behind @place first, or the number of blocks. */
static guint
find_block (Anchorer *self,
            guint     place)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ApoAnchorBlock *block = &g_array_index (self->blocks, ApoAnchorBlock, middle);

      if (block->old_start + block->length <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The blocks that @folded begins and ends in, if it is all in one, or in several in a row between
 * which nothing of the older text is gone: then something came in there. */
static gboolean
find_holders (Anchorer              *self,
              ApoSpan                folded,
              const ApoAnchorBlock **first,
              const ApoAnchorBlock **last)
{
  guint i = find_block (self, folded.start);

  if (i == self->blocks->len)
    return FALSE;

  *first = *last = &g_array_index (self->blocks, ApoAnchorBlock, i);
  if ((*first)->old_start > folded.start)
    return FALSE;

  while (folded.end > (*last)->old_start + (*last)->length)
    {
      if (!(*last)->in_order || !(*last)->joined_after || ++i == self->blocks->len)
        return FALSE;
      *last = &g_array_index (self->blocks, ApoAnchorBlock, i);
      if (!(*last)->in_order || (*last)->old_start >= folded.end)
        return FALSE;
    }

  return TRUE;
}

/* Where in the newer text @place should be, going by the block around or before it. */
static guint
guess_place (Anchorer *self,
             guint     place)
{
  guint i = find_block (self, place);
  const ApoAnchorBlock *block;

  if (self->blocks->len == 0)
    return place;
  if (i == self->blocks->len)
    i--;

  block = &g_array_index (self->blocks, ApoAnchorBlock, i);
  if (place < block->old_start && i > 0)
    {
      const ApoAnchorBlock *before = &g_array_index (self->blocks, ApoAnchorBlock, i - 1);

      if (place - before->old_start - before->length < block->old_start - place)
        block = before;
    }

  if (place >= block->old_start)
    return block->new_start + (place - block->old_start);

  return block->new_start - MIN (block->new_start, block->old_start - place);
}

static gboolean
is_same (Anchorer *self,
         ApoSpan   old_folded,
         ApoSpan   new_folded)
{
  guint length = apo_span_get_length (old_folded);

  return length == apo_span_get_length (new_folded)
         && memcmp (self->older->chars + old_folded.start, self->newer->chars + new_folded.start,
                    length * sizeof (gunichar)) == 0;
}

/* Whether what is at @new_start kept its place among what is known to have kept it. */
static gboolean
is_in_order (Anchorer *self,
             ApoSpan   old_folded,
             guint     new_start)
{
  guint i = find_block (self, old_folded.start);
  guint low = 0;
  guint high = G_MAXUINT;

  for (guint j = i; j > 0; j--)
    {
      const ApoAnchorBlock *block = &g_array_index (self->blocks, ApoAnchorBlock, j - 1);

      if (!block->in_order)
        continue;
      low = block->new_start + block->length;
      break;
    }
  for (; i < self->blocks->len; i++)
    {
      const ApoAnchorBlock *block = &g_array_index (self->blocks, ApoAnchorBlock, i);

      if (!block->in_order || block->old_start + block->length <= old_folded.end)
        continue;
      high = block->new_start + block->length;
      break;
    }

  return low <= new_start && new_start < high;
}

static void
accept (Anchorer *self,
        ApoPlace *place,
        ApoSpan   old_folded,
        ApoSpan   new_folded,
        double    score)
{
  place->span = apo_anchor_text_unfold (self->newer, new_folded);
  place->changed = !is_same (self, old_folded, new_folded);
  place->score = score;
  place->state = !place->changed && is_in_order (self, old_folded, new_folded.start)
                   ? APO_PLACE_FOUND : APO_PLACE_MOVED;
}

static void
add_candidate (Anchorer *self,
               ApoPlace *place,
               ApoSpan   new_folded,
               double    score)
{
  if (place->n_candidates == APO_PLACE_MAX_CANDIDATES || apo_span_get_length (new_folded) == 0)
    return;

  place->candidates[place->n_candidates++] =
    (ApoCandidate) { apo_anchor_text_unfold (self->newer, new_folded), score };
  place->score = MAX (place->score, score);
}

/* The places of the same words in @region of @text, with their scores in the context of @folded,
 * the best first; NULL if there are too many. */
static GArray *
score_words (ApoAnchorText *own,
             ApoSpan        folded,
             ApoAnchorText *text,
             ApoSpan        region)
{
  GArray *hits;
  g_autofree guint *places = g_new (guint, MAX_SAME_WORDS);
  guint n = apo_anchor_find_exact (own, folded, text, region, MAX_SAME_WORDS, places);

  if (n == MAX_SAME_WORDS)
    return NULL;

  hits = g_array_sized_new (FALSE, FALSE, sizeof (ApoAnchorHit), n);
  for (guint i = 0; i < n; i++)
    {
      ApoAnchorHit hit = { { places[i], places[i] + apo_span_get_length (folded) }, 0, 0, 0 };

      hit.prefix = apo_anchor_compare_before (own, folded.start, text, hit.span.start);
      hit.suffix = apo_anchor_compare_after (own, folded.end, text, hit.span.end);
      hit.score = apo_anchor_get_score (1, hit.prefix, hit.suffix, 1);
      g_array_append_val (hits, hit);
    }
  g_array_sort (hits, apo_anchor_compare_hits);

  return hits;
}

/* Whether the first of @hits is @expected, more or less, and no other comes near to it. */
static gboolean
leads (GArray *hits,
       ApoSpan expected,
       double  lead)
{
  const ApoAnchorHit *best;
  guint common;

  if (hits == NULL || hits->len == 0)
    return FALSE;

  best = &g_array_index (hits, ApoAnchorHit, 0);
  common = apo_span_get_common (best->span, expected);

  return 2 * common >= MAX (apo_span_get_length (best->span), apo_span_get_length (expected))
         && (hits->len == 1
             || best->score - g_array_index (hits, ApoAnchorHit, 1).score >= lead);
}

/* Whether the word before or behind is still the same. */
static gboolean
has_neighbour (Anchorer *self,
               ApoSpan   folded,
               ApoSpan   found)
{
  guint was = apo_anchor_text_find_word (self->older, folded.start);
  guint is = apo_anchor_text_find_word (self->newer, found.start);

  if (was > 0 && is > 0 && self->older->words[was - 1].id == self->newer->words[is - 1].id)
    return TRUE;

  was = apo_anchor_text_find_word (self->older, folded.end);
  is = apo_anchor_text_find_word (self->newer, found.end);

  return was < self->older->n_words && is < self->newer->n_words
         && self->older->words[was].id == self->newer->words[is].id;
}

/* Whether the words at @found, looked for in the older text, lead back to @folded and nowhere else:
 * else they may be those of another passage, and the ones that are looked for are gone. */
static gboolean
leads_back (Anchorer *self,
            ApoSpan   folded,
            ApoSpan   found)
{
  g_autoptr (GArray) hits = NULL;
  gboolean is_complete = TRUE;

  for (guint i = 0; i < self->contested->len; i++)
    if (apo_span_overlaps (found, g_array_index (self->contested, ApoSpan, i)))
      return FALSE;

  if (is_same (self, folded, found))
    hits = score_words (self->newer, found, self->older, APO_SPAN (0, self->older->length));
  else
    hits = apo_anchor_find_similar (self->newer, found, self->older, folded.start, &is_complete);

  return is_complete && leads (hits, folded, BACK_LEAD);
}

static gboolean
has_break (ApoAnchorText *text,
           ApoSpan        folded)
{
  for (guint i = folded.start + 1; i < folded.end; i++)
    if (text->breaks[i])
      return TRUE;

  return FALSE;
}

/* Whether a passage that something came into is not mostly that, and what came in is new and was
 * not moved there from elsewhere; lines that came into a short one are left to the reader. */
static gboolean
is_own (Anchorer *self,
        ApoSpan   folded,
        ApoSpan   found)
{
  if (apo_span_get_length (found) > MAX_GROWTH * apo_span_get_length (folded) + SHORT_QUOTE)
    return FALSE;

  if (apo_span_get_length (folded) < SHORT_QUOTE && has_break (self->newer, found))
    return FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ApoAnchorBlock *block = &g_array_index (self->blocks, ApoAnchorBlock, i);
      ApoSpan is = APO_SPAN (block->new_start, block->new_start + block->length);

      if (!block->in_order && apo_span_overlaps (found, is))
        return FALSE;
    }

  return TRUE;
}

/* Step 1: what stands in the middle of what did not change, or at its edge where nothing of the
 * older text is gone, or where the text beyond the edge is still like the one that was there; and
 * what was parted by what came in. */
static gboolean
place_by_block (Anchorer *self,
                ApoSpan   folded,
                ApoPlace *place)
{
  const ApoAnchorBlock *first;
  const ApoAnchorBlock *last;
  guint before, after;
  ApoSpan found;
  double prefix = 1;
  double suffix = 1;
  double score;

  if (!find_holders (self, folded, &first, &last))
    return FALSE;

  before = folded.start - first->old_start;
  after = last->old_start + last->length - folded.end;
  found = APO_SPAN (first->new_start + before, last->new_start + last->length - after);
  if (first != last && !is_own (self, folded, found))
    return FALSE;
  if (before < APO_ANCHOR_CONTEXT && !first->joined_before)
    prefix = apo_anchor_compare_before (self->older, folded.start, self->newer, found.start);
  if (after < APO_ANCHOR_CONTEXT && !last->joined_after)
    suffix = apo_anchor_compare_after (self->older, folded.end, self->newer, found.end);
  score = apo_anchor_get_score (1, prefix, suffix, 1);
  if (score < ACCEPT_SHORT || prefix < MIN_CONTEXT || suffix < MIN_CONTEXT
      || ((prefix < 1 || suffix < 1) && !leads_back (self, folded, found)))
    return FALSE;

  accept (self, place, folded, found, score);

  return TRUE;
}

static guint
count_words (ApoAnchorText *text,
             ApoSpan        folded)
{
  guint first = apo_anchor_text_find_word (text, folded.start);

  return apo_anchor_text_find_word (text, folded.end) - first;
}

/* Step 2: what is there once in either text, and says enough: the quote itself or its sentence. */
static gboolean
place_by_quote (Anchorer *self,
                ApoSpan   folded,
                ApoSpan   quote,
                guint     min_length,
                ApoPlace *place)
{
  ApoSpan all_old = APO_SPAN (0, self->older->length);
  ApoSpan all_new = APO_SPAN (0, self->newer->length);
  guint places[2];
  guint start;

  if (apo_span_get_length (quote) < min_length || count_words (self->older, quote) < TELLING_WORDS
      || apo_anchor_find_exact (self->older, quote, self->newer, all_new, 2, places) != 1)
    return FALSE;
  start = places[0] + (folded.start - quote.start);
  if (apo_anchor_find_exact (self->older, quote, self->older, all_old, 2, places) != 1)
    return FALSE;

  accept (self, place, folded, APO_SPAN (start, start + apo_span_get_length (folded)), 1);

  return TRUE;
}

/* Step 3 for what is long enough: the place that is most like the quote and what stands around it.
 * */
static void
place_by_likeness (Anchorer *self,
                   ApoSpan   folded,
                   ApoPlace *place)
{
  gboolean is_complete;
  g_autoptr (GArray) hits =
    apo_anchor_find_similar (self->older, folded, self->newer, guess_place (self, folded.start),
                             &is_complete);
  const ApoAnchorHit *best = hits->len > 0 ? &g_array_index (hits, ApoAnchorHit, 0) : NULL;
  double second = hits->len > 1 ? g_array_index (hits, ApoAnchorHit, 1).score : 0;

  place->score = best != NULL ? best->score : 0;
  if (best == NULL || best->score < ASK)
    return;
  if (best->score >= ACCEPT && best->score - second >= CLEAR_LEAD && is_complete
      && leads_back (self, folded, best->span))
    {
      accept (self, place, folded, best->span, best->score);
      return;
    }

  place->state = APO_PLACE_ASK;
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, ApoAnchorHit, i).score >= ASK)
      add_candidate (self, place, g_array_index (hits, ApoAnchorHit, i).span,
                     g_array_index (hits, ApoAnchorHit, i).score);
}

/* What in @region is most like a short quote, in whole words; all of it if nothing is. */
static ApoSpan
guess_words (Anchorer *self,
             ApoSpan   folded,
             ApoSpan   region)
{
  guint length = apo_span_get_length (folded);
  ApoSpan found;
  guint distance = apo_anchor_bits_find (self->older->chars + folded.start, length,
                                         self->newer->chars + region.start,
                                         apo_span_get_length (region), &found);

  if (2 * distance > length)
    return region;

  found.start += region.start;
  found.end += region.start;
  while (!apo_anchor_text_is_edge (self->newer, found.start))
    found.start--;
  while (!apo_anchor_text_is_edge (self->newer, found.end))
    found.end++;

  return found;
}

/* Step 3 for what is short: its sentence is found first, then the same words in it.  Other words
 * are never taken without asking. */
static void
place_by_sentence (Anchorer *self,
                   ApoSpan   folded,
                   ApoSpan   sentence,
                   ApoPlace *place)
{
  gboolean is_complete;
  g_autoptr (GArray) hits =
    apo_anchor_find_similar (self->older, sentence, self->newer,
                             guess_place (self, sentence.start), &is_complete);
  const ApoAnchorHit *best = hits->len > 0 ? &g_array_index (hits, ApoAnchorHit, 0) : NULL;
  double second = hits->len > 1 ? g_array_index (hits, ApoAnchorHit, 1).score : 0;
  g_autoptr (GArray) words = NULL;

  place->score = best != NULL ? best->score : 0;
  if (best == NULL || best->score < ASK)
    return;

  words = score_words (self->older, folded, self->newer, best->span);
  if (words != NULL && words->len > 0)
    {
      const ApoAnchorHit *word = &g_array_index (words, ApoAnchorHit, 0);

      if (best->score - second >= CLEAR_LEAD && is_complete && word->score >= ACCEPT_SHORT
          && word->prefix >= MIN_CONTEXT && word->suffix >= MIN_CONTEXT
          && has_neighbour (self, folded, word->span)
          && leads (words, word->span, CLEAR_LEAD)
          && leads_back (self, folded, word->span))
        {
          accept (self, place, folded, word->span, word->score);
          return;
        }
    }

  place->state = APO_PLACE_ASK;
  for (guint i = 0; words != NULL && i < words->len; i++)
    add_candidate (self, place, g_array_index (words, ApoAnchorHit, i).span,
                   g_array_index (words, ApoAnchorHit, i).score);
  if (words == NULL || words->len == 0)
    add_candidate (self, place, guess_words (self, folded, best->span), best->score);
}

static void
place_one (Anchorer *self,
           ApoPlace *place)
{
  ApoSpan folded = apo_anchor_text_fold (self->older, place->old_span);
  ApoSpan sentence;

  place->state = APO_PLACE_LOST;
  if (apo_span_get_length (folded) == 0)
    return;
  if (place_by_block (self, folded, place)
      || place_by_quote (self, folded, folded, TELLING_QUOTE, place))
    return;

  sentence = apo_anchor_text_get_sentence (self->older, folded);
  if (place_by_quote (self, folded, sentence, TELLING_SENTENCE, place))
    return;

  if (apo_span_get_length (folded) >= SHORT_QUOTE)
    place_by_likeness (self, folded, place);
  else
    place_by_sentence (self, folded, sentence, place);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ApoPlace *x = *(const ApoPlace *const *) a;
  const ApoPlace *y = *(const ApoPlace *const *) b;
  int order = apo_span_compare (&x->span, &y->span);

  return order != 0 ? order : apo_span_compare (&x->old_span, &y->old_span);
}

static void
doubt (ApoPlace *place)
{
  if (place->state == APO_PLACE_ASK)
    return;

  place->state = APO_PLACE_ASK;
  place->n_candidates = 1;
  place->candidates[0] = (ApoCandidate) { place->span, place->score };
}

/* Two passages that had nothing in common cannot be in one place: the reader is asked about both,
 * unless one of them stands there in the same words and the other does not. */
static void
doubt_collisions (GArray *places)
{
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  g_autofree gboolean *doubted = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      ApoPlace *place = &g_array_index (places, ApoPlace, i);

      if (place->state > APO_PLACE_MOVED)
        continue;
      g_ptr_array_add (placed, place);
    }

  g_ptr_array_sort (placed, compare_places);
  doubted = g_new0 (gboolean, placed->len + 1);
  for (guint i = 0; i < placed->len; i++)
    for (guint j = i + 1; j < placed->len; j++)
      {
        ApoPlace *a = placed->pdata[i];
        ApoPlace *b = placed->pdata[j];

        if (b->span.start >= a->span.end)
          break;
        if (apo_span_overlaps (a->old_span, b->old_span))
          continue;
        doubted[i] = doubted[i] || a->changed || !b->changed;
        doubted[j] = doubted[j] || b->changed || !a->changed;
      }

  for (guint i = 0; i < placed->len; i++)
    if (doubted[i])
      doubt (placed->pdata[i]);
}

/**
 * apo_anchor_place:
 * @spans: passages of @older, in code points
 * @cancellable: (nullable): for threads; what was not reached by then is lost
 *
 * Finds passages again: by what did not change around them, by quotes that are there once, or by
 * likeness of the quote (Sellers) and of 32 characters of context on each side, scored
 * (50·quote + 20·prefix + 20·suffix + 2·position) / 92.  What is short is found by its sentence.
 * Text is folded for matching, see apo_anchor_text_new().  For any thread.
 *
 * Returns: (transfer full) (element-type ApoPlace): a place for each of the spans, in their order
 */
GArray *
apo_anchor_place (ApoText       *older,
                  ApoText       *newer,
                  const ApoSpan *spans,
                  guint          n_spans,
                  GCancellable  *cancellable)
{
  g_autoptr (GHashTable) ids = apo_anchor_ids_new ();
  g_autoptr (ApoAnchorText) old_text = apo_anchor_text_new (older, ids);
  g_autoptr (ApoAnchorText) new_text = apo_anchor_text_new (newer, ids);
  g_autoptr (GArray) contested = NULL;
  g_autoptr (GArray) blocks = apo_anchor_find_blocks (old_text, new_text, &contested);
  Anchorer self = { old_text, new_text, blocks, contested };
  GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (ApoPlace), n_spans);

  apo_anchor_fill_gaps (blocks, old_text, new_text);
  for (guint i = 0; i < n_spans; i++)
    {
      ApoPlace place = { .old_span = spans[i], .state = APO_PLACE_LOST };

      if (!g_cancellable_is_cancelled (cancellable))
        place_one (&self, &place);
      g_array_append_val (places, place);
    }
  doubt_collisions (places);

  return places;
}
