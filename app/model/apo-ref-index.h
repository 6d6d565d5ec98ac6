/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/**
 * ApoRefIndex:
 *
 * For each id, the ids of the items that name it, or did so once.  It only grows: whoever asks looks
 * whether they still do.
 */
typedef struct _ApoRefIndex ApoRefIndex;

ApoRefIndex *apo_ref_index_new       (void);
void         apo_ref_index_free      (ApoRefIndex *index);
void         apo_ref_index_add_item  (ApoRefIndex *index,
                                      ApoItem     *item);
void         apo_ref_index_add_field (ApoRefIndex *index,
                                      ApoItem     *item,
                                      guint        field);
GPtrArray   *apo_ref_index_dup_ids   (ApoRefIndex *index,
                                      const char  *id);
gboolean     apo_field_is_reference  (const ApoField *field);

G_END_DECLS
