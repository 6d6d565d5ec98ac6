/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-anchor-text.h"

G_BEGIN_DECLS

/* Code points of context on each side. */
#define APO_ANCHOR_CONTEXT 32

/**
 * ApoAnchorHit:
 * @span: in folded characters of the newer text
 * @score: from 0 to 1
 * @prefix: how far the text before it is the same, from 0 to 1
 * @suffix: the same of the text behind it
 */
typedef struct {
  ApoSpan span;
  double score;
  double prefix;
  double suffix;
} ApoAnchorHit;

double  apo_anchor_compare_before (ApoAnchorText *older,
                                   guint          old_place,
                                   ApoAnchorText *newer,
                                   guint          new_place);
double  apo_anchor_compare_after  (ApoAnchorText *older,
                                   guint          old_place,
                                   ApoAnchorText *newer,
                                   guint          new_place);
double  apo_anchor_get_score      (double         quote,
                                   double         prefix,
                                   double         suffix,
                                   double         position);
guint   apo_anchor_find_exact     (ApoAnchorText *older,
                                   ApoSpan        quote,
                                   ApoAnchorText *text,
                                   ApoSpan        region,
                                   guint          n_most,
                                   guint         *places);
int     apo_anchor_compare_hits   (gconstpointer  a,
                                   gconstpointer  b);
GArray *apo_anchor_find_similar   (ApoAnchorText *older,
                                   ApoSpan        quote,
                                   ApoAnchorText *newer,
                                   guint          expected,
                                   gboolean      *is_complete);

G_END_DECLS
