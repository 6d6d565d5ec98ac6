/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-item-private.h"

#include <string.h>

#include "apo-actor.h"
#include "apo-article.h"
#include "apo-claim-link.h"
#include "apo-claim.h"
#include "apo-event.h"
#include "apo-note.h"
#include "apo-relation.h"
#include "apo-saved-view.h"
#include "apo-source.h"
#include "apo-time.h"

typedef struct {
  char *id;
  char *extra;
  GVariant **values;            /* NULL where it has its default */
} ApoItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ApoItem, apo_item, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * apo_field_kind_get_variant_type:
 *
 * Returns: (transfer none): the type of every value of such a field
 */
const GVariantType *
apo_field_kind_get_variant_type (ApoFieldKind kind)
{
  switch (kind)
    {
    case APO_FIELD_STRING:
    case APO_FIELD_REF:
      return G_VARIANT_TYPE ("s");
    case APO_FIELD_ENUM:
    case APO_FIELD_DAY:
      return G_VARIANT_TYPE ("i");
    case APO_FIELD_BOOLEAN:
      return G_VARIANT_TYPE ("b");
    case APO_FIELD_INTEGER:
    case APO_FIELD_MOMENT:
      return G_VARIANT_TYPE ("x");
    case APO_FIELD_SPAN:
    case APO_FIELD_SPANS:
      return G_VARIANT_TYPE ("a(uu)");
    case APO_FIELD_MENTIONS:
      return G_VARIANT_TYPE ("a(uuuu)");
    case APO_FIELD_REFS:
    case APO_FIELD_STRINGS:
      return G_VARIANT_TYPE ("as");
    case APO_FIELD_POINT:
      return G_VARIANT_TYPE ("a(ii)");
    case APO_FIELD_ANCHORS:
      return G_VARIANT_TYPE ("a(ssa(uu))");
    case APO_FIELD_VERDICTS:
    default:
      return G_VARIANT_TYPE ("a(xiiss)");
    }
}

/* Whether two values of the same type are the same.  The bytes say it, since all values of items are
 * in normal form; g_variant_equal() prints both where one came from an array. */
static gboolean
values_are_equal (GVariant *a,
                  GVariant *b)
{
  gsize size = g_variant_get_size (a);

  return size == g_variant_get_size (b)
         && (size == 0 || memcmp (g_variant_get_data (a), g_variant_get_data (b), size) == 0);
}

/* One default for each kind, shared by all items and threads. */
static GVariant *
get_default (ApoFieldKind kind)
{
  static GVariant *defaults[APO_N_FIELD_KINDS];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < APO_N_FIELD_KINDS; i++)
        {
          const GVariantType *type = apo_field_kind_get_variant_type (i);
          GVariant *value;

          if (i == APO_FIELD_DAY)
            value = g_variant_new_int32 (APO_DAY_NONE);
          else if (g_variant_type_is_array (type))
            value = g_variant_new_array (g_variant_type_element (type), NULL, 0);
          else if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
            value = g_variant_new_string ("");
          else if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
            value = g_variant_new_boolean (FALSE);
          else if (g_variant_type_equal (type, G_VARIANT_TYPE_INT64))
            value = g_variant_new_int64 (0);
          else
            value = g_variant_new_int32 (0);
          defaults[i] = g_variant_ref_sink (value);
        }
      g_once_init_leave (&ready, 1);
    }

  return defaults[kind];
}

static void
apo_item_finalize (GObject *object)
{
  ApoItem *self = APO_ITEM (object);
  ApoItemPrivate *priv = apo_item_get_instance_private (self);

  for (guint i = 0; i < APO_ITEM_GET_CLASS (self)->n_fields; i++)
    g_clear_pointer (&priv->values[i], g_variant_unref);
  g_free (priv->values);
  g_free (priv->id);
  g_free (priv->extra);

  G_OBJECT_CLASS (apo_item_parent_class)->finalize (object);
}

static void
apo_item_class_init (ApoItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_item_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_ITEM,
                  G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED | G_SIGNAL_NO_RECURSE,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
apo_item_init (ApoItem *self)
{
}

/**
 * apo_item_type_get_gtype:
 *
 * Returns: the class of such items
 */
GType
apo_item_type_get_gtype (ApoItemType type)
{
  switch (type)
    {
    case APO_ITEM_ARTICLE:
      return APO_TYPE_ARTICLE;
    case APO_ITEM_ACTOR:
      return APO_TYPE_ACTOR;
    case APO_ITEM_CLAIM:
      return APO_TYPE_CLAIM;
    case APO_ITEM_TIME:
      return APO_TYPE_TIME;
    case APO_ITEM_EVENT:
      return APO_TYPE_EVENT;
    case APO_ITEM_RELATION:
      return APO_TYPE_RELATION;
    case APO_ITEM_SOURCE:
      return APO_TYPE_SOURCE;
    case APO_ITEM_LINK:
      return APO_TYPE_CLAIM_LINK;
    case APO_ITEM_NOTE:
      return APO_TYPE_NOTE;
    case APO_ITEM_VIEW:
    default:
      return APO_TYPE_SAVED_VIEW;
    }
}

/**
 * apo_item_type_get_plural:
 *
 * Returns: (transfer none): the word under which files list such items
 */
const char *
apo_item_type_get_plural (ApoItemType type)
{
  static const char *const plurals[] = {
    "articles", "actors", "claims", "times", "events", "relations", "sources",
    "links", "notes", "views",
  };

  return plurals[type];
}

/**
 * apo_item_new:
 * @id: (nullable): unique in its dossier, which mints one where there is none
 *
 * Returns: (transfer full): an item whose fields all have their defaults
 */
ApoItem *
apo_item_new (ApoItemType type,
              const char *id)
{
  ApoItem *self = g_object_new (apo_item_type_get_gtype (type), NULL);
  ApoItemPrivate *priv = apo_item_get_instance_private (self);

  priv->id = g_strdup (id);
  priv->values = g_new0 (GVariant *, APO_ITEM_GET_CLASS (self)->n_fields);

  return self;
}

const char *
apo_item_get_id (ApoItem *item)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  return priv->id;
}

ApoItemType
apo_item_get_item_type (ApoItem *item)
{
  return APO_ITEM_GET_CLASS (item)->item_type;
}

/**
 * apo_item_get_fields:
 * @n_fields: (out): their number
 *
 * Returns: (transfer none): the fields of this class, in the order of files
 */
const ApoField *
apo_item_get_fields (ApoItem *item,
                     guint   *n_fields)
{
  ApoItemClass *klass = APO_ITEM_GET_CLASS (item);

  *n_fields = klass->n_fields;

  return klass->fields;
}

/**
 * apo_item_find_field:
 *
 * Returns: the index of the field called @key, or -1
 */
int
apo_item_find_field (ApoItem    *item,
                     const char *key)
{
  ApoItemClass *klass = APO_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].key, key))
      return i;

  return -1;
}

/**
 * apo_item_get_value:
 *
 * Returns: (transfer none): the value of the field, its default where it was never set
 */
GVariant *
apo_item_get_value (ApoItem *item,
                    guint    field)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  g_return_val_if_fail (field < APO_ITEM_GET_CLASS (item)->n_fields, NULL);

  if (priv->values[field] != NULL)
    return priv->values[field];

  return get_default (APO_ITEM_GET_CLASS (item)->fields[field].kind);
}

/**
 * apo_item_is_default:
 *
 * Returns: whether the field has its default; files leave such fields out
 */
gboolean
apo_item_is_default (ApoItem *item,
                     guint    field)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  return priv->values[field] == NULL;
}

/**
 * apo_item_get_extra:
 *
 * Returns: (transfer none) (nullable): what a file said of this item in keys that this version does
 *   not know, as the text of one JSON object
 */
const char *
apo_item_get_extra (ApoItem *item)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  return priv->extra;
}

/**
 * apo_item_set_id:
 *
 * Names an item that was made without an id.
 */
void
apo_item_set_id (ApoItem    *item,
                 const char *id)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  g_return_if_fail (priv->id == NULL);

  priv->id = g_strdup (id);
}

/**
 * apo_item_has_value:
 * @value: of the type of the field
 *
 * Returns: whether the field has that value
 */
gboolean
apo_item_has_value (ApoItem  *item,
                    guint     field,
                    GVariant *value)
{
  GVariant *own = apo_item_get_value (item, field);

  return own == value || values_are_equal (own, value);
}

/**
 * apo_item_set_value:
 * @value: of the type of the field; a floating one is taken
 *
 * Emits `changed` if the value differs.
 */
void
apo_item_set_value (ApoItem  *item,
                    guint     field,
                    GVariant *value)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);
  const ApoField *info = &APO_ITEM_GET_CLASS (item)->fields[field];
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  g_return_if_fail (field < APO_ITEM_GET_CLASS (item)->n_fields);
  g_return_if_fail (g_variant_is_of_type (owned, apo_field_kind_get_variant_type (info->kind)));

  if (values_are_equal (owned, apo_item_get_value (item, field)))
    return;

  g_clear_pointer (&priv->values[field], g_variant_unref);
  if (!values_are_equal (owned, get_default (info->kind)))
    priv->values[field] = g_steal_pointer (&owned);

  g_signal_emit (item, signals[SIGNAL_CHANGED], g_quark_from_static_string (info->key));
}

/**
 * apo_item_set_extra:
 * @json: (nullable): the text of one JSON object
 */
void
apo_item_set_extra (ApoItem    *item,
                    const char *json)
{
  ApoItemPrivate *priv = apo_item_get_instance_private (item);

  if (json == priv->extra)
    return;

  g_free (priv->extra);
  priv->extra = g_strdup (json);
}

const char *
apo_item_get_string (ApoItem *item,
                     guint    field)
{
  return g_variant_get_string (apo_item_get_value (item, field), NULL);
}

/**
 * apo_item_get_int:
 *
 * Returns: the value of an enumeration or a day
 */
int
apo_item_get_int (ApoItem *item,
                  guint    field)
{
  return g_variant_get_int32 (apo_item_get_value (item, field));
}

gint64
apo_item_get_int64 (ApoItem *item,
                    guint    field)
{
  return g_variant_get_int64 (apo_item_get_value (item, field));
}

gboolean
apo_item_get_boolean (ApoItem *item,
                      guint    field)
{
  return g_variant_get_boolean (apo_item_get_value (item, field));
}

/**
 * apo_item_get_spans:
 * @n_spans: (out): their number
 *
 * Returns: (transfer none): the spans, valid until the field changes
 */
const ApoSpan *
apo_item_get_spans (ApoItem *item,
                    guint    field,
                    guint   *n_spans)
{
  gsize n;
  const ApoSpan *spans = g_variant_get_fixed_array (apo_item_get_value (item, field), &n,
                                                    sizeof (ApoSpan));

  *n_spans = n;

  return spans;
}

/**
 * apo_item_get_span:
 *
 * Returns: the span, or an empty one at 0 where there is none
 */
ApoSpan
apo_item_get_span (ApoItem *item,
                   guint    field)
{
  guint n;
  const ApoSpan *spans = apo_item_get_spans (item, field, &n);

  return n > 0 ? spans[0] : APO_SPAN (0, 0);
}

/**
 * apo_item_dup_refs:
 *
 * Returns: (transfer full): the ids
 */
GStrv
apo_item_dup_refs (ApoItem *item,
                   guint    field)
{
  return g_variant_dup_strv (apo_item_get_value (item, field), NULL);
}

/**
 * apo_item_refers_to:
 *
 * Returns: whether @id is among the ids of a field of one or several
 */
gboolean
apo_item_refers_to (ApoItem    *item,
                    guint       field,
                    const char *id)
{
  GVariant *value = apo_item_get_value (item, field);
  gboolean found = FALSE;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_str_equal (g_variant_get_string (value, NULL), id);

  for (gsize i = 0; i < g_variant_n_children (value) && !found; i++)
    {
      const char *ref;

      g_variant_get_child (value, i, "&s", &ref);
      found = g_str_equal (ref, id);
    }

  return found;
}

/**
 * apo_item_needs:
 *
 * Returns: whether the item makes no sense without what the field refers to, and goes with it
 */
gboolean
apo_item_needs (ApoItem *item,
                guint    field)
{
  switch (apo_item_get_item_type (item))
    {
    case APO_ITEM_RELATION:
      return field == APO_RELATION_FIELD_FROM || field == APO_RELATION_FIELD_TO;
    case APO_ITEM_SOURCE:
      return field == APO_SOURCE_FIELD_CLAIM;
    case APO_ITEM_LINK:
      return field == APO_CLAIM_LINK_FIELD_FROM || field == APO_CLAIM_LINK_FIELD_TO;
    case APO_ITEM_ARTICLE: case APO_ITEM_ACTOR: case APO_ITEM_CLAIM: case APO_ITEM_TIME:
    case APO_ITEM_EVENT: case APO_ITEM_NOTE: case APO_ITEM_VIEW:
    default:
      return FALSE;
    }
}

/**
 * apo_item_is_dismissed:
 *
 * Returns: whether the reader does not want the item; such items stay in the dossier, so that no
 *   analysis brings them back
 */
gboolean
apo_item_is_dismissed (ApoItem *item)
{
  int field = apo_item_find_field (item, "dismissed");

  return field >= 0 && apo_item_get_boolean (item, field);
}
