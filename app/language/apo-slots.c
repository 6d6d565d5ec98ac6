/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-slots.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * A bucket has four slots of 32 bits: eleven for a tag, and seven for the weight of each of three
 * classes.  A feature's highest bits are its bucket, its lowest its tag; what finds no free slot is
 * left out, the smallest weights first.  An empty slot is all zero, so that it adds nothing whatever its tag.
 *
 * A weight is the signed square root of what it stands for, which keeps small ones apart
 * (companding).
 */
#define SLOTS 4
#define MIN_BITS 4
#define MAX_BITS 24
#define TAG_BITS 11
#define TAG_MASK ((1u << TAG_BITS) - 1)
#define WEIGHT_BITS 7
#define WEIGHT_MASK ((1u << WEIGHT_BITS) - 1)
#define MAX_WEIGHT 63

static guint32
choose_slot (const guint32 *bucket,
             guint32        tag)
{
  guint32 found = 0;

  for (guint i = 0; i < SLOTS; i++)
    found |= (bucket[i] & TAG_MASK) == tag ? bucket[i] : 0;

  return found;
}

static gint32
get_weight (guint32 slot,
            guint   class)
{
  guint32 high = slot << (32 - TAG_BITS - WEIGHT_BITS - WEIGHT_BITS * class);
  gint32 root = (gint32) high >> (32 - WEIGHT_BITS);

  return root * ABS (root);
}

/**
 * apo_slots_init:
 * @data: what apo_slots_pack() made; must stay
 *
 * Returns: %FALSE where @data is nothing of the kind
 */
gboolean
apo_slots_init (ApoSlots      *slots,
                guint          n_classes,
                gconstpointer  data,
                gsize          n_bytes)
{
  guint bits = MIN_BITS;

  while (bits < MAX_BITS && (sizeof (guint32) * SLOTS << bits) < n_bytes)
    bits++;

  slots->n_classes = n_classes;
  slots->shift = 64 - bits;
  slots->slots = data;

  return n_classes > 0 && n_classes <= APO_SLOTS_MAX_CLASSES
         && (sizeof (guint32) * SLOTS << bits) == n_bytes;
}

/**
 * apo_slots_score:
 * @scores: one for each class
 *
 * Adds up the weights of all @features.
 */
void
apo_slots_score (const ApoSlots   *slots,
                 const ApoFeature *features,
                 guint             n_features,
                 float            *scores)
{
  gint32 sums[APO_SLOTS_MAX_CLASSES] = { 0 };

  for (guint i = 0; i < n_features; i++)
    {
      const guint32 *bucket = slots->slots + (features[i] >> slots->shift) * SLOTS;
      guint32 slot = choose_slot (bucket, features[i] & TAG_MASK);

      for (guint class = 0; class < APO_SLOTS_MAX_CLASSES; class++)
        sums[class] += get_weight (slot, class);
    }

  for (guint class = 0; class < slots->n_classes; class++)
    scores[class] = sums[class];
}

static float
get_largest (const ApoWeightRow *row)
{
  float largest = 0;

  for (guint i = 0; i < row->n_weights; i++)
    largest = MAX (largest, fabsf (row->weights[i].weight));

  return largest;
}

/* The largest first; of equal ones the features in order. */
static int
compare_largest (gconstpointer a,
                 gconstpointer b)
{
  const ApoWeightRow *x = a, *y = b;
  float p = get_largest (x), q = get_largest (y);

  if (p != q)
    return p < q ? 1 : -1;

  return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static guint32
pack_slot (const ApoWeightRow *row,
           float               largest)
{
  guint32 slot = 0;

  for (guint i = 0; i < row->n_weights; i++)
    {
      float weight = row->weights[i].weight;
      long root = lrintf (sqrtf (fabsf (weight) / largest) * MAX_WEIGHT);

      slot |= ((guint32) (weight < 0 ? -root : root) & WEIGHT_MASK)
              << (TAG_BITS + WEIGHT_BITS * row->weights[i].class);
    }

  return slot != 0 ? slot | (row->feature & TAG_MASK) : 0;
}

static void
put_slot (guint32 *bucket,
          guint32  slot)
{
  for (guint i = 0; i < SLOTS; i++)
    {
      if (bucket[i] == 0)
        {
          bucket[i] = slot;
          return;
        }
      if ((bucket[i] & TAG_MASK) == (slot & TAG_MASK))
        return;
    }
}

/**
 * apo_slots_pack:
 * @rows: the weights of at most %APO_SLOTS_MAX_CLASSES classes; sorted in place
 * @prune: rows with no weight as large as this are left out
 * @out: what apo_slots_init() takes is appended
 */
void
apo_slots_pack (ApoWeightRow *rows,
                guint         n_rows,
                float         prune,
                GByteArray   *out)
{
  g_autofree guint32 *slots = NULL;
  guint bits = MIN_BITS, n_kept = 0;

  qsort (rows, n_rows, sizeof *rows, compare_largest);
  while (n_kept < n_rows && get_largest (&rows[n_kept]) >= MAX (prune, G_MINFLOAT))
    n_kept++;
  while (bits < MAX_BITS && ((guint) SLOTS << bits) < n_kept + n_kept / 4)
    bits++;

  slots = g_new0 (guint32, (gsize) SLOTS << bits);
  for (guint i = 0; i < n_kept; i++)
    put_slot (slots + (rows[i].feature >> (64 - bits)) * SLOTS,
              pack_slot (&rows[i], get_largest (&rows[0])));

  g_byte_array_append (out, (guint8 *) slots, sizeof *slots * SLOTS << bits);
}
