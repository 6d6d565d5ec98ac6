/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-merge.h"

G_BEGIN_DECLS

const char *apo_merge_words_get_field    (const char           *key);
const char *apo_merge_words_get_type     (ApoItemType           type);
char       *apo_merge_words_dup_change   (const ApoMergeChange *change);
char       *apo_merge_words_dup_heading  (ApoMergeSide          side,
                                          const ApoMergeHand   *hand);
char       *apo_merge_words_dup_summary  (ApoMerge             *merge);

G_END_DECLS
