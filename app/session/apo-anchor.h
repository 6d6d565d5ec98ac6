/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-text.h"

G_BEGIN_DECLS

/* Finding passages of a text in a newer version of it; no dossier is needed for that. */

typedef enum {
  APO_PLACE_FOUND,              /* the same words in the same order of things */
  APO_PLACE_MOVED,              /* elsewhere, or in words that changed */
  APO_PLACE_ASK,                /* perhaps in one of the candidates */
  APO_PLACE_LOST,
} ApoPlaceState;

#define APO_PLACE_MAX_CANDIDATES 3

/**
 * ApoCandidate:
 * @span: in the newer text, in code points
 * @score: from 0 to 1
 */
typedef struct {
  ApoSpan span;
  double score;
} ApoCandidate;

/**
 * ApoPlace:
 * @old_span: the passage in the older text
 * @span: where it is in the newer one, if it was found or moved
 * @state: how sure that is
 * @changed: whether the words differ, and not only how they are set
 * @score: of the best candidate, from 0 to 1
 * @n_candidates: how many there are, the best first, where the reader must be asked
 */
typedef struct {
  ApoSpan old_span;
  ApoSpan span;
  ApoPlaceState state;
  gboolean changed;
  double score;
  guint n_candidates;
  ApoCandidate candidates[APO_PLACE_MAX_CANDIDATES];
} ApoPlace;

GArray *apo_anchor_place (ApoText       *older,
                          ApoText       *newer,
                          const ApoSpan *spans,
                          guint          n_spans,
                          GCancellable  *cancellable);

G_END_DECLS
