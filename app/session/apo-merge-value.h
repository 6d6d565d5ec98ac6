/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"

G_BEGIN_DECLS

typedef enum {
  APO_MERGED_KEEP,              /* mine stays */
  APO_MERGED_TAKE,              /* it becomes the merged value */
  APO_MERGED_CONFLICT,
} ApoMergedState;

ApoMergedState apo_merge_value   (ApoItem    *item,
                                  guint       field,
                                  GVariant   *mine,
                                  GVariant   *theirs,
                                  GVariant   *base,
                                  GVariant  **merged);
char          *apo_merge_dup_display (ApoDossier *mine,
                                  ApoDossier *theirs,
                                  ApoItem    *item,
                                  guint       field,
                                  GVariant   *value);

G_END_DECLS
