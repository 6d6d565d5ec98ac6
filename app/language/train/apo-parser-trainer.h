/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-learner.h"
#include "apo-treebank.h"

G_BEGIN_DECLS

/**
 * ApoParserTraining:
 * @n_epochs: how often each of @n_seeds trainings sees the treebank
 */
typedef struct {
  guint n_epochs;
  guint n_seeds;
  guint seed;
} ApoParserTraining;

void apo_parser_train (const ApoTreebank       *treebank,
                       const ApoParserTraining *training,
                       ApoLearner              *moves,
                       ApoLearner              *labels);

G_END_DECLS
