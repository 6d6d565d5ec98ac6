/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-item.h"

struct _ApoMergeItem {
  GObject parent_instance;

  const ApoMergeConflict *conflict;     /* (nullable) of the merge */
  const ApoMergeChange *change;         /* (nullable) the same */
  ApoMergeSide side;
};

G_DEFINE_FINAL_TYPE (ApoMergeItem, apo_merge_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_SIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apo_merge_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SIDE:
      g_value_set_uint (value, APO_MERGE_ITEM (object)->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_merge_item_class_init (ApoMergeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_merge_item_get_property;

  props[PROP_SIDE] =
    g_param_spec_uint ("side", NULL, NULL, 0, APO_MERGE_THEIRS, APO_MERGE_UNSETTLED,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_merge_item_init (ApoMergeItem *self)
{
}

/**
 * apo_merge_item_new_conflict:
 * @conflict: of a merge that outlives the item
 */
ApoMergeItem *
apo_merge_item_new_conflict (const ApoMergeConflict *conflict,
                             ApoMergeSide            side)
{
  ApoMergeItem *self = g_object_new (APO_TYPE_MERGE_ITEM, NULL);

  self->conflict = conflict;
  self->side = side;

  return self;
}

/**
 * apo_merge_item_new_change:
 * @change: of a merge that outlives the item
 */
ApoMergeItem *
apo_merge_item_new_change (const ApoMergeChange *change)
{
  ApoMergeItem *self = g_object_new (APO_TYPE_MERGE_ITEM, NULL);

  self->change = change;

  return self;
}

const ApoMergeConflict *
apo_merge_item_get_conflict (ApoMergeItem *item)
{
  return item->conflict;
}

const ApoMergeChange *
apo_merge_item_get_change (ApoMergeItem *item)
{
  return item->change;
}

ApoMergeSide
apo_merge_item_get_side (ApoMergeItem *item)
{
  return item->side;
}

void
apo_merge_item_set_side (ApoMergeItem *item,
                         ApoMergeSide  side)
{
  if (item->side == side)
    return;

  item->side = side;
  g_object_notify_by_pspec (G_OBJECT (item), props[PROP_SIDE]);
}
