/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor-search.h"

#include <string.h>

#include "apo-anchor-bits.h"

/* The rarest words of a quote are looked up, so many of them at so many places together. */
#define MAX_WORDS  8
#define MAX_PLACES 256

/* Stretches less like the quote than that are none. */
#define MIN_QUOTE 0.35

/* How far two stretches of text are the same; texts that have nothing to do with one another share
 * about a third of their letters, which must count for nothing. */
static double
get_likeness (guint n,
              guint distance)
{
  return n > 0 ? MAX (0.0, 1.0 - 2.0 * distance / n) : 0;
}

/**
 * apo_anchor_compare_before:
 *
 * Returns: from 0 to 1, how far the texts before two places are the same
 */
double
apo_anchor_compare_before (ApoAnchorText *older,
                           guint          old_place,
                           ApoAnchorText *newer,
                           guint          new_place)
{
  guint n_old = MIN (old_place, APO_ANCHOR_CONTEXT);
  guint n_new = MIN (new_place, APO_ANCHOR_CONTEXT + APO_ANCHOR_CONTEXT / 2);

  if (n_old == 0)
    return n_new == 0 ? 1 : 0.5;

  return get_likeness (n_old,
                       apo_anchor_bits_distance (older->chars + old_place - n_old, n_old,
                                                 newer->chars + new_place - n_new, n_new, TRUE,
                                                 NULL));
}

/**
 * apo_anchor_compare_after:
 *
 * Returns: from 0 to 1, how far the texts behind two places are the same
 */
double
apo_anchor_compare_after (ApoAnchorText *older,
                          guint          old_place,
                          ApoAnchorText *newer,
                          guint          new_place)
{
  guint n_old = MIN (older->length - old_place, APO_ANCHOR_CONTEXT);
  guint n_new = MIN (newer->length - new_place, APO_ANCHOR_CONTEXT + APO_ANCHOR_CONTEXT / 2);

  if (n_old == 0)
    return n_new == 0 ? 1 : 0.5;

  return get_likeness (n_old,
                       apo_anchor_bits_distance (older->chars + old_place, n_old,
                                                 newer->chars + new_place, n_new, FALSE, NULL));
}

/**
 * apo_anchor_get_score:
 *
 * Returns: from 0 to 1, how sure a candidate is; each part from 0 to 1.  The weights are those of
 *   Hypothesis, over their sum.
 */
double
apo_anchor_get_score (double quote,
                      double prefix,
                      double suffix,
                      double position)
{
  return (50 * quote + 20 * prefix + 20 * suffix + 2 * position) / 92;
}

/* The first place of a word in @text, or G_MAXUINT. */
static guint
find_first (ApoAnchorText *text,
            guint          id)
{
  return apo_anchor_text_count (text, id) > 0 ? g_array_index (text->firsts, guint, id) : G_MAXUINT;
}

/* The word of the quote that is rarest in @text, or NULL if it has no words. */
static const ApoAnchorWord *
find_rarest (ApoAnchorText *older,
             ApoSpan        quote,
             ApoAnchorText *text)
{
  const ApoAnchorWord *rarest = NULL;

  for (guint i = apo_anchor_text_find_word (older, quote.start);
       i < older->n_words && older->words[i].span.end <= quote.end; i++)
    if (rarest == NULL || apo_anchor_text_count (text, older->words[i].id)
                            < apo_anchor_text_count (text, rarest->id))
      rarest = &older->words[i];

  return rarest;
}

/**
 * apo_anchor_find_exact:
 * @quote: in @older
 * @text: where to look, @older itself or the newer text
 * @region: in which part of it
 * @places: (out) (array length=n_most): where it starts
 *
 * Returns: how often the quote is there, in whole words, at most @n_most; 0 for one without words
 */
guint
apo_anchor_find_exact (ApoAnchorText *older,
                       ApoSpan        quote,
                       ApoAnchorText *text,
                       ApoSpan        region,
                       guint          n_most,
                       guint         *places)
{
  const ApoAnchorWord *word = find_rarest (older, quote, text);
  guint length = apo_span_get_length (quote);
  guint n = 0;

  if (word == NULL)
    return 0;

  for (guint i = find_first (text, word->id); i != G_MAXUINT && n < n_most; i = text->words[i].next)
    {
      guint offset = word->span.start - quote.start;
      guint start;

      if (text->words[i].span.start < region.start + offset)
        continue;
      start = text->words[i].span.start - offset;
      if (start + length > region.end)
        break;
      if (memcmp (text->chars + start, older->chars + quote.start, length * sizeof (gunichar)) == 0
          && apo_anchor_text_is_edge (text, start)
          && apo_anchor_text_is_edge (text, start + length))
        places[n++] = start;
    }

  return n;
}

static int
compare_uints (gconstpointer a,
               gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Where the quote would start, going by the places of its rarest words. */
static GArray *
guess_starts (ApoAnchorText *older,
              ApoSpan        quote,
              ApoAnchorText *newer,
              gboolean      *is_complete)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  guint first = apo_anchor_text_find_word (older, quote.start);

  *is_complete = TRUE;
  for (guint n = 0; n < MAX_WORDS && starts->len < MAX_PLACES; n++)
    {
      const ApoAnchorWord *rarest = NULL;

      for (guint i = first; i < older->n_words && older->words[i].span.end <= quote.end; i++)
        {
          const ApoAnchorWord *word = &older->words[i];
          guint count = apo_anchor_text_count (newer, word->id);

          if (count > 0 && !g_hash_table_contains (used, GUINT_TO_POINTER (word->id))
              && (rarest == NULL || count < apo_anchor_text_count (newer, rarest->id)))
            rarest = word;
        }
      if (rarest == NULL)
        break;

      g_hash_table_add (used, GUINT_TO_POINTER (rarest->id));
      if (n == 0 && apo_anchor_text_count (newer, rarest->id) > MAX_PLACES)
        *is_complete = FALSE;
      for (guint i = find_first (newer, rarest->id); i != G_MAXUINT && starts->len < MAX_PLACES;
           i = newer->words[i].next)
        {
          guint offset = rarest->span.start - quote.start;
          guint start = newer->words[i].span.start - MIN (offset, newer->words[i].span.start);

          g_array_append_val (starts, start);
        }
    }
  g_array_sort (starts, compare_uints);

  return starts;
}

static double
get_nearness (guint length,
              guint expected,
              guint place)
{
  guint distance = expected > place ? expected - place : place - expected;

  return length > 0 ? 1.0 - MIN (1.0, (double) distance / length) : 1;
}

/* Adds what in @region is most like the quote, and what is so beside it. */
static void
search_region (GArray        *hits,
               ApoAnchorText *older,
               ApoSpan        quote,
               ApoAnchorText *newer,
               ApoSpan        region,
               guint          expected)
{
  guint length = apo_span_get_length (quote);
  guint distance;
  double likeness;
  ApoAnchorHit hit = { { 0, 0 }, 0, 0, 0 };

  if (apo_span_get_length (region) < length / 2 || region.end <= region.start)
    return;

  distance = apo_anchor_bits_find (older->chars + quote.start, length, newer->chars + region.start,
                                   apo_span_get_length (region), &hit.span);
  likeness = 1 - (double) distance / length;
  if (likeness < MIN_QUOTE || apo_span_get_length (hit.span) == 0)
    return;

  hit.span.start += region.start;
  hit.span.end += region.start;
  while (!apo_anchor_text_is_edge (newer, hit.span.start))
    hit.span.start--;
  while (!apo_anchor_text_is_edge (newer, hit.span.end))
    hit.span.end++;
  hit.prefix = apo_anchor_compare_before (older, quote.start, newer, hit.span.start);
  hit.suffix = apo_anchor_compare_after (older, quote.end, newer, hit.span.end);
  hit.score = apo_anchor_get_score (likeness, hit.prefix, hit.suffix,
                                    get_nearness (newer->length, expected, hit.span.start));
  g_array_append_val (hits, hit);

  search_region (hits, older, quote, newer,
                 APO_SPAN (region.start, MAX (region.start, hit.span.start)), expected);
  search_region (hits, older, quote, newer, APO_SPAN (hit.span.end, region.end), expected);
}

/**
 * apo_anchor_compare_hits:
 *
 * Puts the best first.
 */
int
apo_anchor_compare_hits (gconstpointer a,
                         gconstpointer b)
{
  const ApoAnchorHit *x = a;
  const ApoAnchorHit *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

/* Where the quote may be: a stretch of starts that lie near one another, and how many of them
 * agree. */
typedef struct {
  guint first;
  guint last;
  guint n_agreeing;
} Cluster;

static GArray *
make_clusters (GArray *starts,
               guint   reach,
               guint   slack)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));

  for (guint i = 0; i < starts->len;)
    {
      Cluster cluster = { g_array_index (starts, guint, i), g_array_index (starts, guint, i), 0 };
      guint window = i;

      for (; i < starts->len && g_array_index (starts, guint, i) <= cluster.last + reach; i++)
        {
          cluster.last = g_array_index (starts, guint, i);
          while (g_array_index (starts, guint, window) + slack < cluster.last)
            window++;
          cluster.n_agreeing = MAX (cluster.n_agreeing, i + 1 - window);
        }
      g_array_append_val (clusters, cluster);
    }

  return clusters;
}

/**
 * apo_anchor_find_similar:
 * @expected: where it should be, going by what stands around it
 * @is_complete: (out): whether all that may be the quote was looked at
 *
 * Looks for what is like the quote around the places where most of its rarest words are together,
 * and where it should be.
 *
 * Returns: (transfer full) (element-type ApoAnchorHit): what was found, the best first
 */
GArray *
apo_anchor_find_similar (ApoAnchorText *older,
                         ApoSpan        quote,
                         ApoAnchorText *newer,
                         guint          expected,
                         gboolean      *is_complete)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (ApoAnchorHit));
  g_autoptr (GArray) starts = guess_starts (older, quote, newer, is_complete);
  guint length = apo_span_get_length (quote);
  guint slack = length / 3 + 8;
  guint own = MIN (expected, newer->length);
  guint reached = 0;
  guint n_most = 0;
  g_autoptr (GArray) clusters = NULL;

  g_array_append_val (starts, own);
  g_array_sort (starts, compare_uints);
  clusters = make_clusters (starts, length + slack, slack);
  for (guint i = 0; i < clusters->len; i++)
    n_most = MAX (n_most, g_array_index (clusters, Cluster, i).n_agreeing);

  for (guint i = 0; i < clusters->len; i++)
    {
      const Cluster *cluster = &g_array_index (clusters, Cluster, i);
      ApoSpan region = APO_SPAN (MAX (reached, cluster->first - MIN (cluster->first, slack)),
                                 MIN (newer->length, cluster->last + length + slack));

      if (3 * cluster->n_agreeing < n_most && (own < cluster->first || own > cluster->last))
        continue;
      search_region (hits, older, quote, newer, region, own);
      reached = region.end;
    }
  g_array_sort (hits, apo_anchor_compare_hits);

  return hits;
}
