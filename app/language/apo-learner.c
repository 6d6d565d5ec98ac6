/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-learner.h"

#include <string.h>

/**
 * Cell:
 * @sum: of the weight over all updates up to @time
 * @time: of the last change
 */
typedef struct {
  double sum;
  float weight;
  guint32 time;
  guint32 class;
} Cell;

typedef struct {
  Cell *cells;
  guint n;
  guint room;
} Row;

struct _ApoLearner {
  guint n_classes;
  guint32 time;
  gsize n_slots;                /* a power of two */
  ApoFeature *keys;             /* open addressing; 0 is empty */
  guint32 *indices;             /* by slot: in @rows */
  GArray *rows;                 /* (element-type Row) */
};

static gsize
find_slot (const ApoLearner *self,
           ApoFeature        feature)
{
  gsize slot = feature & (self->n_slots - 1);

  while (self->keys[slot] != 0 && self->keys[slot] != feature)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static ApoFeature
get_key (ApoFeature feature)
{
  return feature != 0 ? feature : 1;
}

static const Row *
find_row (const ApoLearner *self,
          ApoFeature        feature)
{
  gsize slot = find_slot (self, get_key (feature));

  return self->keys[slot] != 0 ? &g_array_index (self->rows, Row, self->indices[slot]) : NULL;
}

static void
grow (ApoLearner *self)
{
  gsize n_old = self->n_slots;
  g_autofree ApoFeature *keys = self->keys;
  g_autofree guint32 *indices = self->indices;

  self->n_slots *= 2;
  self->keys = g_new0 (ApoFeature, self->n_slots);
  self->indices = g_new (guint32, self->n_slots);

  for (gsize i = 0; i < n_old; i++)
    if (keys[i] != 0)
      {
        gsize slot = find_slot (self, keys[i]);

        self->keys[slot] = keys[i];
        self->indices[slot] = indices[i];
      }
}

static Row *
ensure_row (ApoLearner *self,
            ApoFeature  feature)
{
  gsize slot;

  if (self->rows->len * 2 >= self->n_slots)
    grow (self);

  slot = find_slot (self, get_key (feature));
  if (self->keys[slot] == 0)
    {
      Row row = { NULL };

      self->keys[slot] = get_key (feature);
      self->indices[slot] = self->rows->len;
      g_array_append_val (self->rows, row);
    }

  return &g_array_index (self->rows, Row, self->indices[slot]);
}

static Cell *
ensure_cell (Row   *row,
             guint  class)
{
  for (guint i = 0; i < row->n; i++)
    if (row->cells[i].class == class)
      return &row->cells[i];

  if (row->n == row->room)
    {
      row->room = MAX (2, row->room * 2);
      row->cells = g_renew (Cell, row->cells, row->room);
    }
  row->cells[row->n] = (Cell) { .class = class };

  return &row->cells[row->n++];
}

static void
score (gconstpointer     model,
       const ApoFeature *features,
       guint             n_features,
       float            *scores)
{
  const ApoLearner *self = model;

  memset (scores, 0, self->n_classes * sizeof *scores);

  for (guint i = 0; i < n_features; i++)
    {
      const Row *row = find_row (self, features[i]);

      for (guint k = 0; row != NULL && k < row->n; k++)
        scores[row->cells[k].class] += row->cells[k].weight;
    }
}

/**
 * apo_learner_new:
 * @n_classes: at most %APO_MAX_CLASSES
 *
 * Returns: (transfer full): a learner that knows nothing
 */
ApoLearner *
apo_learner_new (guint n_classes)
{
  ApoLearner *self = g_new0 (ApoLearner, 1);

  self->n_classes = n_classes;
  self->n_slots = 1 << 16;
  self->keys = g_new0 (ApoFeature, self->n_slots);
  self->indices = g_new (guint32, self->n_slots);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));

  return self;
}

void
apo_learner_free (ApoLearner *learner)
{
  for (guint i = 0; i < learner->rows->len; i++)
    g_free (g_array_index (learner->rows, Row, i).cells);

  g_array_unref (learner->rows);
  g_free (learner->indices);
  g_free (learner->keys);
  g_free (learner);
}

ApoScorer
apo_learner_get_scorer (const ApoLearner *learner)
{
  return (ApoScorer) { score, learner, learner->n_classes };
}

/**
 * apo_learner_adjust:
 *
 * Adds @amount to the weights of one class.
 */
void
apo_learner_adjust (ApoLearner       *learner,
                    const ApoFeature *features,
                    guint             n_features,
                    guint             class,
                    float             amount)
{
  for (guint i = 0; i < n_features; i++)
    {
      Cell *cell = ensure_cell (ensure_row (learner, features[i]), class);

      cell->sum += (double) (learner->time - cell->time) * cell->weight;
      cell->time = learner->time;
      cell->weight += amount;
    }
}

/**
 * apo_learner_tick:
 *
 * One example has gone by: the average counts the weights of each.
 */
void
apo_learner_tick (ApoLearner *learner)
{
  learner->time++;
}

/**
 * apo_learner_update:
 *
 * The rule of the perceptron: one step towards @good, one away from @bad, and a tick.
 */
void
apo_learner_update (ApoLearner       *learner,
                    const ApoFeature *features,
                    guint             n_features,
                    guint             good,
                    guint             bad)
{
  apo_learner_tick (learner);
  apo_learner_adjust (learner, features, n_features, good, 1);
  apo_learner_adjust (learner, features, n_features, bad, -1);
}

/**
 * apo_learner_average:
 *
 * Puts the average in the place of every weight; the end of the training.
 */
void
apo_learner_average (ApoLearner *learner)
{
  for (guint i = 0; i < learner->rows->len; i++)
    {
      Row *row = &g_array_index (learner->rows, Row, i);

      for (guint k = 0; k < row->n; k++)
        {
          Cell *cell = &row->cells[k];

          cell->sum += (double) (learner->time - cell->time) * cell->weight;
          cell->time = learner->time;
          cell->weight = cell->sum / MAX (1, learner->time);
        }
    }
}

/**
 * apo_learner_add:
 * @other: a learner of the same features and classes, averaged
 *
 * Adds a share of another one's weights: several trainings that saw the examples in different orders
 * make one steadier model (R. McDonald, K. Hall, G. Mann, "Distributed training strategies for the
 * structured perceptron", 2010).
 */
void
apo_learner_add (ApoLearner       *learner,
                 const ApoLearner *other,
                 float             share)
{
  for (gsize i = 0; i < other->n_slots; i++)
    if (other->keys[i] != 0)
      {
        const Row *row = &g_array_index (other->rows, Row, other->indices[i]);

        for (guint k = 0; k < row->n; k++)
          apo_learner_adjust (learner, &other->keys[i], 1, row->cells[k].class,
                              row->cells[k].weight * share);
      }
}

guint
apo_learner_get_n_rows (const ApoLearner *learner)
{
  return learner->rows->len;
}

/**
 * apo_learner_pack:
 * @prune: weights smaller than this are left out
 *
 * Returns: (transfer full): the weights as apo_perceptron_new() takes them
 */
GBytes *
apo_learner_pack (const ApoLearner *learner,
                  float             prune)
{
  g_autofree ApoWeightRow *rows = g_new0 (ApoWeightRow, learner->rows->len);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (gsize i = 0; i < learner->n_slots; i++)
    if (learner->keys[i] != 0)
      {
        const Row *row = &g_array_index (learner->rows, Row, learner->indices[i]);

        rows[n] = (ApoWeightRow) { learner->keys[i], g_new (ApoWeight, row->n), row->n };
        g_ptr_array_add (owned, rows[n].weights);
        for (guint k = 0; k < row->n; k++)
          rows[n].weights[k] = (ApoWeight) { row->cells[k].class, row->cells[k].weight };
        n++;
      }

  return apo_perceptron_pack (rows, n, learner->n_classes, prune);
}
