/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/* No more names are taken together: « X, Y et Z ». */
#define APO_RELATION_SIDE_MAX 6

/**
 * ApoRelationSide:
 * @actors: who stands there together
 * @n: how many; 0 where there is nobody
 * @tokens: of their names, or of the pronoun in their place
 * @joined: whether dashes join them (*Oslo–Riga*)
 *
 * One side of a relation.
 */
typedef struct {
  int actors[APO_RELATION_SIDE_MAX];
  guint n;
  ApoSpan tokens;
  gboolean joined;
} ApoRelationSide;

ApoRelationSide apo_relation_side_before (const ApoReading *reading,
                                          ApoSpan           sentence,
                                          guint             trigger);
ApoRelationSide apo_relation_side_after  (const ApoReading *reading,
                                          ApoSpan           sentence,
                                          guint             from,
                                          guint             reach,
                                          guint             demonym_reach);

G_END_DECLS
