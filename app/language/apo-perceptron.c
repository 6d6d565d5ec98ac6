/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-perceptron.h"

#include <math.h>
#include <string.h>

#include "apo-slots.h"

/*
 * How a packed model lies in memory: a header; for each bucket of the hash table where its rows
 * begin, and at the end where the last one ends; the rows.  A feature's highest bits are its bucket,
 * its lowest sixteen its tag.  A row is
 *   tag (2 bytes), number of weights (1 byte), then as often class (1 byte), weight (1 byte).
 * A row with the wrong tag for a feature never seen in training passes for it once in some ten
 * thousand lookups, which costs nothing that can be measured.
 *
 * A weight is the signed square root of what it stands for, which keeps small ones apart
 * (companding).
 */
typedef struct {
  guint32 n_classes;
  guint32 bits;                 /* 2^bits buckets */
  guint32 n_bytes;              /* of the rows */
  guint32 padding;
} Header;

#define ROW_HEAD 3
#define MAX_BITS 26
#define MAX_WEIGHT 127

struct _ApoPerceptron {
  GBytes *bytes;
  guint n_classes;
  guint shift;
  const guint32 *starts;
  const guint8 *rows;
  ApoSlots slots;               /* instead, where there are few classes */
};

static void
add_row (const guint8 *row,
         gint32       *sums)
{
  const guint8 *end = row + ROW_HEAD + 2 * row[2];

  for (row += ROW_HEAD; row < end; row += 2)
    {
      int weight = (gint8) row[1];

      sums[row[0]] += weight * ABS (weight);
    }
}

static const guint8 *
find_row (const ApoPerceptron *self,
          ApoFeature           feature)
{
  guint bucket = feature >> self->shift;
  const guint8 *row = self->rows + self->starts[bucket];
  const guint8 *end = self->rows + self->starts[bucket + 1];
  guint tag = feature & 0xffff;

  for (; row < end; row += ROW_HEAD + 2 * row[2])
    if ((row[0] | (guint) row[1] << 8) == tag)
      return row;

  return NULL;
}

static void
score (gconstpointer     model,
       const ApoFeature *features,
       guint             n_features,
       float            *scores)
{
  const ApoPerceptron *self = model;
  gint32 sums[2][APO_MAX_CLASSES];

  memset (sums[0], 0, self->n_classes * sizeof **sums);
  memset (sums[1], 0, self->n_classes * sizeof **sums);

  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (&self->starts[features[i] >> self->shift]);
  for (guint i = 0; i < n_features; i++)
    __builtin_prefetch (self->rows + self->starts[features[i] >> self->shift]);

  /* Two sums by turns: no addition waits for the one before it. */
  for (guint i = 0; i < n_features; i++)
    {
      const guint8 *row = find_row (self, features[i]);

      if (row != NULL)
        add_row (row, sums[i & 1]);
    }

  for (guint i = 0; i < self->n_classes; i++)
    scores[i] = sums[0][i] + sums[1][i];
}

static void
score_few (gconstpointer     model,
           const ApoFeature *features,
           guint             n_features,
           float            *scores)
{
  const ApoPerceptron *self = model;

  apo_slots_score (&self->slots, features, n_features, scores);
}

/* Whether every row of the table ends where its bucket does and names classes that exist. */
static gboolean
is_sound (const ApoPerceptron *self,
          guint                n_buckets,
          guint                n_bytes)
{
  const guint8 *row = self->rows;

  if (self->starts[0] != 0 || self->starts[n_buckets] != n_bytes)
    return FALSE;

  for (guint i = 0; i < n_buckets; i++)
    {
      const guint8 *end;

      if (self->starts[i + 1] < self->starts[i] || self->starts[i + 1] > n_bytes)
        return FALSE;

      for (end = self->rows + self->starts[i + 1]; row < end;)
        {
          if (end - row < ROW_HEAD || end - row < ROW_HEAD + 2 * row[2])
            return FALSE;
          for (guint k = 0; k < row[2]; k++)
            if (row[ROW_HEAD + 2 * k] >= self->n_classes)
              return FALSE;
          row += ROW_HEAD + 2 * row[2];
        }
    }

  return TRUE;
}

/**
 * apo_perceptron_new:
 * @bytes: a section of a model file
 *
 * Returns: (transfer full) (nullable): the classifier, or %NULL where @bytes are none
 */
ApoPerceptron *
apo_perceptron_new (GBytes *bytes)
{
  g_autoptr (ApoPerceptron) self = g_new0 (ApoPerceptron, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  Header header;
  gsize index;

  if (size < sizeof header)
    return NULL;

  memcpy (&header, data, sizeof header);
  self->n_classes = header.n_classes;
  if (header.n_classes <= APO_SLOTS_MAX_CLASSES)
    {
      self->bytes = g_bytes_ref (bytes);
      return apo_slots_init (&self->slots, header.n_classes, data + sizeof header,
                             size - sizeof header)
             ? g_steal_pointer (&self) : NULL;
    }

  if (header.n_classes == 0 || header.n_classes > APO_MAX_CLASSES
      || header.bits == 0 || header.bits > MAX_BITS)
    return NULL;

  index = ((gsize) (1 << header.bits) + 1) * sizeof (guint32);
  if (size != sizeof header + index + header.n_bytes)
    return NULL;

  self->bytes = g_bytes_ref (bytes);
  self->shift = 64 - header.bits;
  self->starts = (const guint32 *) (gconstpointer) (data + sizeof header);
  self->rows = data + sizeof header + index;

  return is_sound (self, 1 << header.bits, header.n_bytes) ? g_steal_pointer (&self) : NULL;
}

void
apo_perceptron_free (ApoPerceptron *perceptron)
{
  g_clear_pointer (&perceptron->bytes, g_bytes_unref);
  g_free (perceptron);
}

ApoScorer
apo_perceptron_get_scorer (const ApoPerceptron *perceptron)
{
  return (ApoScorer) { perceptron->slots.slots != NULL ? score_few : score, perceptron,
                       perceptron->n_classes };
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  ApoFeature x = ((const ApoWeightRow *) a)->feature, y = ((const ApoWeightRow *) b)->feature;

  return x < y ? -1 : x > y;
}

static gint8
quantise (float weight,
          float largest)
{
  long root = lrintf (sqrtf (fabsf (weight) / largest) * MAX_WEIGHT);

  return weight < 0 ? -root : root;
}

static void
pack_row (const ApoWeightRow *row,
          float               largest,
          float               prune,
          GByteArray         *out)
{
  guint8 packed[ROW_HEAD + 2 * 255] = { row->feature & 0xff, row->feature >> 8 & 0xff, 0 };

  for (guint i = 0; i < row->n_weights && packed[2] < 255; i++)
    {
      gint8 weight = quantise (row->weights[i].weight, largest);

      if (weight == 0 || fabsf (row->weights[i].weight) < prune)
        continue;
      packed[ROW_HEAD + 2 * packed[2]] = row->weights[i].class;
      packed[ROW_HEAD + 2 * packed[2] + 1] = (guint8) weight;
      packed[2]++;
    }

  if (packed[2] > 0)
    g_byte_array_append (out, packed, ROW_HEAD + 2 * packed[2]);
}

/**
 * apo_perceptron_pack:
 * @rows: the weights; sorted in place
 * @prune: weights smaller than this are left out
 *
 * Returns: (transfer full): what apo_perceptron_new() takes
 */
GBytes *
apo_perceptron_pack (ApoWeightRow *rows,
                     guint         n_rows,
                     guint         n_classes,
                     float         prune)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autofree guint32 *starts = NULL;
  Header header = { n_classes, 8, 0, 0 };
  float largest = 0;
  guint row = 0, n_kept = 0;

  if (n_classes <= APO_SLOTS_MAX_CLASSES)
    {
      g_byte_array_append (out, (guint8 *) &header, sizeof header);
      apo_slots_pack (rows, n_rows, prune, out);
      return g_bytes_new (out->data, out->len);
    }

  for (guint i = 0; i < n_rows; i++)
    {
      float most = 0;

      for (guint k = 0; k < rows[i].n_weights; k++)
        most = MAX (most, fabsf (rows[i].weights[k].weight));
      largest = MAX (largest, most);
      n_kept += most >= prune;
    }

  /* About two rows a bucket. */
  while (header.bits < MAX_BITS && (1u << header.bits) < n_kept / 2)
    header.bits++;
  starts = g_new0 (guint32, (1 << header.bits) + 1);
  qsort (rows, n_rows, sizeof *rows, compare_rows);

  for (guint bucket = 0; bucket < 1u << header.bits; bucket++)
    {
      starts[bucket] = packed->len;
      for (; row < n_rows && rows[row].feature >> (64 - header.bits) == bucket; row++)
        pack_row (&rows[row], largest, prune, packed);
    }
  starts[1 << header.bits] = packed->len;
  header.n_bytes = packed->len;

  g_byte_array_append (out, (guint8 *) &header, sizeof header);
  g_byte_array_append (out, (guint8 *) starts, ((1 << header.bits) + 1) * sizeof *starts);
  g_byte_array_append (out, packed->data, packed->len);

  return g_bytes_new (out->data, out->len);
}
