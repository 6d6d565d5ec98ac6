/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-renewal-item.h"

#include <glib/gi18n.h>

#include "apo-item-words.h"
#include "apo-merge-words.h"

struct _ApoRenewalItem {
  GObject parent_instance;

  const ApoRenewalChange *change;       /* (nullable): none of a heading */
  guint index;                  /* of the change in its renewal */
  ApoRenewalKind kind;
  ApoItemType type;
  gboolean chosen;
  gboolean partly;
  guint n;                      /* of a heading: how many changes are below it */
};

G_DEFINE_FINAL_TYPE (ApoRenewalItem, apo_renewal_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CHOSEN,
  PROP_PARTLY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apo_renewal_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ApoRenewalItem *self = APO_RENEWAL_ITEM (object);

  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;
    case PROP_PARTLY:
      g_value_set_boolean (value, self->partly);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_renewal_item_class_init (ApoRenewalItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_renewal_item_get_property;

  props[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PARTLY] = g_param_spec_boolean ("partly", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_renewal_item_init (ApoRenewalItem *self)
{
  self->chosen = TRUE;
}

/**
 * apo_renewal_item_new:
 * @change: of a renewal that outlives the item
 * @index: which of its changes that is
 *
 * Returns: (transfer full): a change that is chosen
 */
ApoRenewalItem *
apo_renewal_item_new (const ApoRenewalChange *change,
                      guint                   index)
{
  ApoRenewalItem *self = g_object_new (APO_TYPE_RENEWAL_ITEM, NULL);

  self->change = change;
  self->index = index;
  self->kind = change->kind;
  self->type = change->type;

  return self;
}

/**
 * apo_renewal_item_new_heading:
 *
 * Returns: (transfer full): the heading of the changes of that kind to items of that type
 */
ApoRenewalItem *
apo_renewal_item_new_heading (ApoRenewalKind kind,
                              ApoItemType    type)
{
  ApoRenewalItem *self = g_object_new (APO_TYPE_RENEWAL_ITEM, NULL);

  self->kind = kind;
  self->type = type;

  return self;
}

/**
 * apo_renewal_item_get_change:
 *
 * Returns: (transfer none) (nullable): the change; %NULL for a heading
 */
const ApoRenewalChange *
apo_renewal_item_get_change (ApoRenewalItem *item)
{
  return item->change;
}

guint
apo_renewal_item_get_index (ApoRenewalItem *item)
{
  return item->index;
}

/**
 * apo_renewal_item_is_in:
 *
 * Returns: whether @item is a change that stands below @heading
 */
gboolean
apo_renewal_item_is_in (ApoRenewalItem *item,
                        ApoRenewalItem *heading)
{
  return item->change != NULL && heading->change == NULL && item->kind == heading->kind
         && item->type == heading->type;
}

gboolean
apo_renewal_item_is_chosen (ApoRenewalItem *item)
{
  return item->chosen;
}

void
apo_renewal_item_set_chosen (ApoRenewalItem *item,
                             gboolean        chosen)
{
  if (item->chosen == chosen)
    return;

  item->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (item), props[PROP_CHOSEN]);
}

/**
 * apo_renewal_item_set_counts:
 * @n: how many changes stand below the heading
 * @n_chosen: how many of them are chosen
 */
void
apo_renewal_item_set_counts (ApoRenewalItem *heading,
                             guint           n,
                             guint           n_chosen)
{
  heading->n = n;
  heading->partly = n_chosen > 0 && n_chosen < n;
  heading->chosen = n_chosen == n;
  g_object_notify_by_pspec (G_OBJECT (heading), props[PROP_PARTLY]);
  g_object_notify_by_pspec (G_OBJECT (heading), props[PROP_CHOSEN]);
}

static char *
dup_number (ApoItemType type,
            guint       n)
{
  switch (type)
    {
    case APO_ITEM_ACTOR:
      return g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);
    case APO_ITEM_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case APO_ITEM_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case APO_ITEM_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    case APO_ITEM_TIME:
    default:
      return g_strdup_printf (ngettext ("%u date", "%u dates", n), n);
    }
}

/**
 * apo_renewal_item_dup_title:
 *
 * Returns: (transfer full): the passage or name of what changes, or the words of the heading
 */
char *
apo_renewal_item_dup_title (ApoRenewalItem *item)
{
  g_autofree char *number = NULL;

  if (item->change != NULL)
    return apo_item_words_dup_line (item->change->label);

  number = dup_number (item->type, item->n);
  if (item->kind == APO_RENEWAL_ADDED)
    /* Translators: %s is what would come in by another analysis, such as “3 claims” */
    return g_strdup_printf (_("Found in addition: %s"), number);
  if (item->kind == APO_RENEWAL_CHANGED)
    /* Translators: %s is what would be changed by another analysis, such as “3 claims” */
    return g_strdup_printf (_("Read differently: %s"), number);

  /* Translators: %s is what would go by another analysis, such as “3 claims” */
  return g_strdup_printf (_("No longer found: %s"), number);
}

/**
 * apo_renewal_item_dup_fields:
 *
 * Returns: (transfer full): what would change of an item, a line for each of its fields; empty where
 *   nothing of it does
 */
char *
apo_renewal_item_dup_fields (ApoRenewalItem *item)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; item->change != NULL && i < item->change->fields->len; i++)
    {
      const ApoRenewalField *field = &g_array_index (item->change->fields, ApoRenewalField, i);
      g_autofree char *before = apo_item_words_dup_line (field->before);
      g_autofree char *after = apo_item_words_dup_line (field->after);

      /* Translators: a field, what it is, what it would become */
      g_string_append_printf (lines, _("%s: %s → %s"), apo_merge_words_get_field (field->key),
                              *before != '\0' ? before : "–", *after != '\0' ? after : "–");
      g_string_append_c (lines, '\n');
    }
  if (lines->len > 0)
    g_string_truncate (lines, lines->len - 1);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
