/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-merge.h"

G_BEGIN_DECLS

#define APO_TYPE_MERGE_ITEM (apo_merge_item_get_type ())

/**
 * ApoMergeItem:
 *
 * A conflict or a change of a merge, for a list.
 *
 * Property: `side`, an ApoMergeSide as an unsigned integer: how the conflict is settled.
 */
G_DECLARE_FINAL_TYPE (ApoMergeItem, apo_merge_item, APO, MERGE_ITEM, GObject)

ApoMergeItem *apo_merge_item_new_conflict (const ApoMergeConflict *conflict,
                                           ApoMergeSide            side);
ApoMergeItem *apo_merge_item_new_change   (const ApoMergeChange   *change);
const ApoMergeConflict *
              apo_merge_item_get_conflict (ApoMergeItem           *item);
const ApoMergeChange *
              apo_merge_item_get_change   (ApoMergeItem           *item);
ApoMergeSide  apo_merge_item_get_side     (ApoMergeItem           *item);
void          apo_merge_item_set_side     (ApoMergeItem           *item,
                                           ApoMergeSide            side);

G_END_DECLS
