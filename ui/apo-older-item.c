/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-older-item.h"

struct _ApoOlderItem {
  GObject parent_instance;

  ApoUnplaced unplaced;
};

G_DEFINE_FINAL_TYPE (ApoOlderItem, apo_older_item, G_TYPE_OBJECT)

static void
apo_older_item_finalize (GObject *object)
{
  ApoOlderItem *self = APO_OLDER_ITEM (object);

  g_object_unref (self->unplaced.item);
  g_object_unref (self->unplaced.article);

  G_OBJECT_CLASS (apo_older_item_parent_class)->finalize (object);
}

static void
apo_older_item_class_init (ApoOlderItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_older_item_finalize;
}

static void
apo_older_item_init (ApoOlderItem *self)
{
}

ApoOlderItem *
apo_older_item_new (const ApoUnplaced *unplaced)
{
  ApoOlderItem *self = g_object_new (APO_TYPE_OLDER_ITEM, NULL);

  self->unplaced = *unplaced;
  g_object_ref (self->unplaced.item);
  g_object_ref (self->unplaced.article);

  return self;
}

const ApoUnplaced *
apo_older_item_get_unplaced (ApoOlderItem *item)
{
  return &item->unplaced;
}

/**
 * apo_older_item_is_same:
 *
 * Returns: whether the item is about @unplaced, and nothing about that has changed
 */
gboolean
apo_older_item_is_same (ApoOlderItem      *item,
                        const ApoUnplaced *unplaced)
{
  const ApoUnplaced *own = &item->unplaced;

  return own->item == unplaced->item && own->mention == unplaced->mention
         && own->article == unplaced->article && own->anchor == unplaced->anchor
         && apo_span_equal (own->span, unplaced->span);
}
