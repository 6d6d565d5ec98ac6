/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-perceptron.h"

G_BEGIN_DECLS

/* How many classes a slot has room for. */
#define APO_SLOTS_MAX_CLASSES 3

/**
 * ApoSlots:
 *
 * The weights of a classifier of two or three classes, laid out so that a lookup takes the same few
 * steps whatever it finds: several times as fast as rows of any length.
 */
typedef struct {
  guint n_classes;
  guint shift;
  const guint32 *slots;
} ApoSlots;

gboolean apo_slots_init  (ApoSlots         *slots,
                          guint             n_classes,
                          gconstpointer     data,
                          gsize             n_bytes);
void     apo_slots_score (const ApoSlots   *slots,
                          const ApoFeature *features,
                          guint             n_features,
                          float            *scores);
void     apo_slots_pack  (ApoWeightRow     *rows,
                          guint             n_rows,
                          float             prune,
                          GByteArray       *out);

G_END_DECLS
