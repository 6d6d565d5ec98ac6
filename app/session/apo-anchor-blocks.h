/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-anchor-text.h"

G_BEGIN_DECLS

/**
 * ApoAnchorBlock:
 * @old_start: in folded characters of the older text
 * @new_start: the same of the newer one
 * @length: what both have there
 * @in_order: whether it kept its place among the others
 * @joined_before: whether no word of the older text is missing between it and the block before it
 * @joined_after: the same behind it
 */
typedef struct {
  guint old_start;
  guint new_start;
  guint length;
  gboolean in_order;
  gboolean joined_before;
  gboolean joined_after;
} ApoAnchorBlock;

GArray *apo_anchor_find_blocks (ApoAnchorText *older,
                                ApoAnchorText *newer,
                                GArray       **contested);

G_END_DECLS
