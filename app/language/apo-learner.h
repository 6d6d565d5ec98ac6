/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-perceptron.h"

G_BEGIN_DECLS

/**
 * ApoLearner:
 *
 * An averaged perceptron in training (Y. Freund, R. Schapire, "Large margin classification using the
 * perceptron algorithm", 1999; the averaging as M. Collins, "Discriminative training methods for
 * hidden Markov models", 2002).
 */
typedef struct _ApoLearner ApoLearner;

ApoLearner *apo_learner_new        (guint             n_classes);
void        apo_learner_free       (ApoLearner       *learner);
ApoScorer   apo_learner_get_scorer (const ApoLearner *learner);
void        apo_learner_adjust     (ApoLearner       *learner,
                                    const ApoFeature *features,
                                    guint             n_features,
                                    guint             class,
                                    float             amount);
void        apo_learner_tick       (ApoLearner       *learner);
void        apo_learner_update     (ApoLearner       *learner,
                                    const ApoFeature *features,
                                    guint             n_features,
                                    guint             good,
                                    guint             bad);
void        apo_learner_average    (ApoLearner       *learner);
void        apo_learner_add        (ApoLearner       *learner,
                                    const ApoLearner *other,
                                    float             share);
guint       apo_learner_get_n_rows (const ApoLearner *learner);
GBytes     *apo_learner_pack       (const ApoLearner *learner,
                                    float             prune);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoLearner, apo_learner_free)

G_END_DECLS
