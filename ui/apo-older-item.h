/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reanchor-edit.h"

G_BEGIN_DECLS

#define APO_TYPE_OLDER_ITEM (apo_older_item_get_type ())

/**
 * ApoOlderItem:
 *
 * An #ApoUnplaced as an object, for lists; it keeps what that points to.
 */
G_DECLARE_FINAL_TYPE (ApoOlderItem, apo_older_item, APO, OLDER_ITEM, GObject)

ApoOlderItem      *apo_older_item_new          (const ApoUnplaced *unplaced);
const ApoUnplaced *apo_older_item_get_unplaced (ApoOlderItem      *item);
gboolean           apo_older_item_is_same      (ApoOlderItem      *item,
                                                const ApoUnplaced *unplaced);

G_END_DECLS
