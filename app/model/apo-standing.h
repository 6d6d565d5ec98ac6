/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-vocabulary.h"

G_BEGIN_DECLS

/**
 * ApoSupport:
 * @stated: whether the article says it in its own voice; then @verdict does not matter
 * @verdict: the reader's verdict on the claim
 * @certainty: of the words
 *
 * One passage that an edge or an event rests on.
 */
typedef struct {
  gboolean stated;
  ApoVerdict verdict;
  ApoCertainty certainty;
} ApoSupport;

ApoStanding apo_standing_of_supports (const ApoSupport *supports,
                                      guint             n_supports);

ApoVerdict  apo_verdict_find_gravest (const gboolean   *found);

G_END_DECLS
