/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"

G_BEGIN_DECLS

/**
 * ApoMergeMap:
 *
 * Which item of one copy is which of the other.
 */
typedef struct {
  ApoDossier *mine;
  ApoDossier *theirs;
  ApoDossier *base;             /* (nullable) */
  GHashTable *ids;              /* char* of theirs → char* in the merged dossier */
  GHashTable *items;            /* char* of theirs → ApoItem* of mine, where there is one */
  GHashTable *numbers;          /* of articles, theirs → in the merged dossier */
} ApoMergeMap;

ApoMergeMap *apo_merge_map_new       (ApoDossier  *mine,
                                      ApoDossier  *theirs,
                                      ApoDossier  *base);
ApoItem     *apo_merge_find_text     (ApoDossier  *dossier,
                                      ApoItem     *article);
void         apo_merge_map_free      (ApoMergeMap *map);
ApoItem     *apo_merge_map_find_base (ApoMergeMap *map,
                                      ApoItem     *item);
GVariant    *apo_merge_map_value     (ApoMergeMap *map,
                                      ApoItem     *item,
                                      guint        field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoMergeMap, apo_merge_map_free)

G_END_DECLS
