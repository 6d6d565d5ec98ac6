/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-feature.h"

G_BEGIN_DECLS

#define APO_MAX_CLASSES 256

/**
 * ApoScorer:
 * @score: fills @scores with one number a class
 *
 * A linear model, trained or in training: whoever extracts features need not know which.
 */
typedef struct {
  void (* score) (gconstpointer     model,
                  const ApoFeature *features,
                  guint             n_features,
                  float            *scores);
  gconstpointer model;
  guint n_classes;
} ApoScorer;

static inline void
apo_scorer_score (ApoScorer         scorer,
                  const ApoFeature *features,
                  guint             n_features,
                  float            *scores)
{
  scorer.score (scorer.model, features, n_features, scores);
}

/**
 * ApoPerceptron:
 *
 * A trained linear classifier with weights of eight bits, read where they lie.  Its scores are sums
 * of whole numbers: the same on every machine.  May be used by several threads at once.
 */
typedef struct _ApoPerceptron ApoPerceptron;

/* One weight on its way into a packed model. */
typedef struct {
  guint8 class;
  float weight;
} ApoWeight;

typedef struct {
  ApoFeature feature;
  ApoWeight *weights;
  guint n_weights;
} ApoWeightRow;

ApoPerceptron *apo_perceptron_new        (GBytes              *bytes);
void           apo_perceptron_free       (ApoPerceptron       *perceptron);
ApoScorer      apo_perceptron_get_scorer (const ApoPerceptron *perceptron);
GBytes        *apo_perceptron_pack       (ApoWeightRow        *rows,
                                          guint                n_rows,
                                          guint                n_classes,
                                          float                prune);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoPerceptron, apo_perceptron_free)

G_END_DECLS
