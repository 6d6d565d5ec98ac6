/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-pick.h"

struct _ApoPick {
  GObject parent_instance;

  GObject *object;              /* (nullable) */
  guint number;
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (ApoPick, apo_pick, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apo_pick_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, APO_PICK (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_pick_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      apo_pick_set_chosen (APO_PICK (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_pick_finalize (GObject *object)
{
  g_clear_object (&APO_PICK (object)->object);

  G_OBJECT_CLASS (apo_pick_parent_class)->finalize (object);
}

static void
apo_pick_class_init (ApoPickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_pick_get_property;
  object_class->set_property = apo_pick_set_property;
  object_class->finalize = apo_pick_finalize;

  props[PROP_CHOSEN] =
    g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_pick_init (ApoPick *self)
{
}

/**
 * apo_pick_new:
 * @object: (nullable): what it is, kept as long as the pick is
 * @number: or which one
 *
 * Returns: (transfer full): one that is not chosen
 */
ApoPick *
apo_pick_new (gpointer object,
              guint    number)
{
  ApoPick *self = g_object_new (APO_TYPE_PICK, NULL);

  g_set_object (&self->object, object);
  self->number = number;

  return self;
}

gpointer
apo_pick_get_object (ApoPick *pick)
{
  return pick->object;
}

guint
apo_pick_get_number (ApoPick *pick)
{
  return pick->number;
}

gboolean
apo_pick_is_chosen (ApoPick *pick)
{
  return pick->chosen;
}

void
apo_pick_set_chosen (ApoPick *pick,
                     gboolean chosen)
{
  if (!pick->chosen == !chosen)
    return;

  pick->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (pick), props[PROP_CHOSEN]);
}
