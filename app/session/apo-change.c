/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-change.h"

#define SET_TYPE  G_VARIANT_TYPE ("(ssvv)")
#define ITEM_TYPE G_VARIANT_TYPE ("(ysua{sv}msms)")

static const char *const kind_nicks[] = { "set", "add", "remove" };

void
apo_change_free (ApoChange *change)
{
  g_clear_object (&change->item);
  g_free (change->id);
  g_free (change->key);
  g_clear_pointer (&change->old_value, g_variant_unref);
  g_clear_pointer (&change->new_value, g_variant_unref);
  g_clear_pointer (&change->fields, g_variant_unref);
  g_free (change->extra);
  g_free (change->text);
  g_free (change);
}

static ApoChange *
change_new (ApoChangeKind kind,
            ApoItem      *item)
{
  ApoChange *change = g_new0 (ApoChange, 1);

  change->kind = kind;
  change->item = g_object_ref (item);
  change->type = apo_item_get_item_type (item);
  change->position = APO_CHANGE_IN_TEXT_ORDER;

  return change;
}

/**
 * apo_change_new_set:
 * @item: an item of the dossier, or one that an earlier change of the same command adds
 * @value: of the type of the field; a floating one is taken
 */
ApoChange *
apo_change_new_set (ApoItem  *item,
                    guint     field,
                    GVariant *value)
{
  ApoChange *change = change_new (APO_CHANGE_SET, item);
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  change->key = g_strdup (fields[field].key);
  change->new_value = g_variant_ref_sink (value);

  return change;
}

/**
 * apo_change_new_set_extra:
 * @item: as of apo_change_new_set()
 * @json: (nullable): the text of one JSON object, as of apo_item_get_extra()
 */
ApoChange *
apo_change_new_set_extra (ApoItem    *item,
                          const char *json)
{
  ApoChange *change = change_new (APO_CHANGE_SET, item);

  change->key = g_strdup (APO_CHANGE_EXTRA);
  change->new_value = g_variant_ref_sink (g_variant_new_string (json != NULL ? json : ""));

  return change;
}

/**
 * apo_change_new_add:
 * @item: an item of no dossier, with or without an id; it goes where the order of the text wants it
 */
ApoChange *
apo_change_new_add (ApoItem *item)
{
  return change_new (APO_CHANGE_ADD, item);
}

/**
 * apo_change_new_add_whole:
 * @item: as of apo_change_new_add(), with an id, and never to be changed before it is added
 *
 * Writes the item down now, so that there is less to do when the change is executed.
 */
ApoChange *
apo_change_new_add_whole (ApoItem *item)
{
  ApoChange *change = apo_change_new_add (item);

  change->id = g_strdup (apo_item_get_id (item));
  apo_change_take_snapshot (change, item);

  return change;
}

ApoChange *
apo_change_new_remove (ApoItem *item)
{
  return change_new (APO_CHANGE_REMOVE, item);
}

/**
 * apo_change_take_snapshot:
 *
 * Writes down all that makes @item what it is.
 */
void
apo_change_take_snapshot (ApoChange *change,
                          ApoItem   *item)
{
  GVariantBuilder builder;
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < n_fields; i++)
    if (!apo_item_is_default (item, i))
      g_variant_builder_add (&builder, "{sv}", fields[i].key, apo_item_get_value (item, i));

  g_clear_pointer (&change->fields, g_variant_unref);
  change->fields = g_variant_ref_sink (g_variant_builder_end (&builder));
  g_free (change->extra);
  change->extra = g_strdup (apo_item_get_extra (item));
  g_clear_pointer (&change->text, g_free);
  if (APO_IS_ARTICLE (item))
    change->text = g_strdup (apo_text_get_string (apo_article_get_text (APO_ARTICLE (item))));
}

/**
 * apo_change_build_item:
 *
 * Returns: (transfer full): the item that was written down; keys and types that its class does not
 *   know are left out
 */
ApoItem *
apo_change_build_item (ApoChange *change)
{
  ApoItem *item = apo_item_new (change->type, change->id);
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (GVariant) value =
        g_variant_lookup_value (change->fields, fields[i].key,
                                apo_field_kind_get_variant_type (fields[i].kind));

      if (value != NULL)
        apo_item_set_value (item, i, value);
    }

  apo_item_set_extra (item, change->extra);
  if (APO_IS_ARTICLE (item))
    {
      g_autoptr (ApoText) text = apo_text_new (change->text != NULL ? change->text : "", -1);

      apo_article_set_text (APO_ARTICLE (item), text);
    }

  return item;
}

/**
 * apo_change_dup_value:
 * @key: of a field, or %APO_CHANGE_EXTRA
 *
 * Returns: (transfer full) (nullable): its value; %NULL where there is no such field
 */
GVariant *
apo_change_dup_value (ApoItem    *item,
                      const char *key)
{
  int field = apo_item_find_field (item, key);
  const char *extra = apo_item_get_extra (item);

  if (g_str_equal (key, APO_CHANGE_EXTRA))
    return g_variant_ref_sink (g_variant_new_string (extra != NULL ? extra : ""));

  return field >= 0 ? g_variant_ref (apo_item_get_value (item, field)) : NULL;
}

/**
 * apo_change_set_value:
 * @key: of a field that the item has, or %APO_CHANGE_EXTRA
 * @value: of its type
 */
void
apo_change_set_value (ApoItem    *item,
                      const char *key,
                      GVariant   *value)
{
  const char *extra;

  if (!g_str_equal (key, APO_CHANGE_EXTRA))
    {
      apo_item_set_value (item, apo_item_find_field (item, key), value);
      return;
    }

  extra = g_variant_get_string (value, NULL);
  apo_item_set_extra (item, *extra != '\0' ? extra : NULL);
}

static void
set_field (ApoDossier *dossier,
           const char *id,
           const char *key,
           GVariant   *value)
{
  ApoItem *item = apo_dossier_lookup (dossier, id);

  g_return_if_fail (item != NULL);

  apo_change_set_value (item, key, value);
}

static void
insert_item (ApoChange  *change,
             ApoDossier *dossier)
{
  g_autoptr (ApoItem) item = apo_change_build_item (change);

  apo_dossier_insert (dossier, item, change->position);
}

static void
remove_item (ApoChange  *change,
             ApoDossier *dossier)
{
  ApoItem *item = apo_dossier_lookup (dossier, change->id);

  g_return_if_fail (item != NULL);

  apo_dossier_remove (dossier, item);
}

static gboolean
execute_set (ApoChange  *change,
             ApoDossier *dossier,
             ApoItem    *item)
{
  g_autoptr (GVariant) old = apo_change_dup_value (item, change->key);

  if (old == NULL || !g_variant_is_of_type (change->new_value, g_variant_get_type (old))
      || g_variant_equal (old, change->new_value))
    return FALSE;

  apo_change_set_value (item, change->key, change->new_value);
  g_clear_pointer (&change->old_value, g_variant_unref);
  change->old_value = g_steal_pointer (&old);

  return TRUE;
}

static gboolean
execute_remove (ApoChange  *change,
                ApoDossier *dossier,
                ApoItem    *item)
{
  change->type = apo_item_get_item_type (item);
  change->position = apo_dossier_get_position (dossier, item);
  apo_change_take_snapshot (change, item);
  apo_dossier_remove (dossier, item);

  return TRUE;
}

/**
 * apo_change_execute:
 *
 * Does the change for the first time and writes down what undoing it needs.
 *
 * Returns: whether it changed anything; one that does not fit the dossier does not
 */
gboolean
apo_change_execute (ApoChange  *change,
                    ApoDossier *dossier)
{
  g_autoptr (ApoItem) item = NULL;

  if (change->kind == APO_CHANGE_ADD)
    return apo_changes_execute_adds (&change, 1, dossier) == 1;

  item = g_steal_pointer (&change->item);
  if (item != NULL && change->id == NULL)
    change->id = g_strdup (apo_item_get_id (item));
  g_set_object (&item, apo_dossier_lookup (dossier, change->id));
  if (item == NULL)
    return FALSE;

  return change->kind == APO_CHANGE_SET ? execute_set (change, dossier, item)
                                        : execute_remove (change, dossier, item);
}

/**
 * apo_change_redo:
 *
 * Does an executed change again, on the state it was executed on.
 */
void
apo_change_redo (ApoChange  *change,
                 ApoDossier *dossier)
{
  switch (change->kind)
    {
    case APO_CHANGE_SET:
      set_field (dossier, change->id, change->key, change->new_value);
      break;
    case APO_CHANGE_ADD:
      insert_item (change, dossier);
      break;
    case APO_CHANGE_REMOVE:
    default:
      remove_item (change, dossier);
      break;
    }
}

/**
 * apo_change_undo:
 *
 * Takes an executed change back, on the state it left.
 */
void
apo_change_undo (ApoChange  *change,
                 ApoDossier *dossier)
{
  switch (change->kind)
    {
    case APO_CHANGE_SET:
      set_field (dossier, change->id, change->key, change->old_value);
      break;
    case APO_CHANGE_ADD:
      remove_item (change, dossier);
      break;
    case APO_CHANGE_REMOVE:
    default:
      insert_item (change, dossier);
      break;
    }
}

/**
 * apo_change_to_variant:
 * @change: one that was executed
 *
 * Returns: (transfer full): floating, of type `(sv)`: the kind and the data
 */
GVariant *
apo_change_to_variant (ApoChange *change)
{
  GVariant *data;

  if (change->kind == APO_CHANGE_SET)
    data = g_variant_new ("(ssvv)", change->id, change->key, change->old_value, change->new_value);
  else
    data = g_variant_new ("(ysu@a{sv}msms)", (guchar) change->type, change->id, change->position,
                          change->fields, change->extra, change->text);

  return g_variant_new ("(sv)", kind_nicks[change->kind], data);
}

static ApoChange *
set_from_variant (GVariant *data)
{
  ApoChange *change = g_new0 (ApoChange, 1);

  change->kind = APO_CHANGE_SET;
  g_variant_get (data, "(ssvv)", &change->id, &change->key, &change->old_value,
                 &change->new_value);

  return change;
}

static ApoChange *
item_from_variant (ApoChangeKind kind,
                   GVariant     *data)
{
  ApoChange *change;
  guchar type;

  g_variant_get_child (data, 0, "y", &type);
  if (type >= APO_N_ITEM_TYPES)
    return NULL;

  change = g_new0 (ApoChange, 1);
  change->kind = kind;
  change->type = type;
  g_variant_get (data, "(ysu@a{sv}msms)", NULL, &change->id, &change->position, &change->fields,
                 &change->extra, &change->text);

  return change;
}

/**
 * apo_change_new_from_variant:
 * @variant: of type `(sv)`, from anywhere
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if @variant is none
 */
ApoChange *
apo_change_new_from_variant (GVariant *variant)
{
  const char *nick;
  g_autoptr (GVariant) data = NULL;

  g_variant_get (variant, "(&sv)", &nick, &data);

  if (g_str_equal (nick, kind_nicks[APO_CHANGE_SET]))
    return g_variant_is_of_type (data, SET_TYPE) ? set_from_variant (data) : NULL;
  if (!g_variant_is_of_type (data, ITEM_TYPE))
    return NULL;
  if (g_str_equal (nick, kind_nicks[APO_CHANGE_ADD]))
    return item_from_variant (APO_CHANGE_ADD, data);
  if (g_str_equal (nick, kind_nicks[APO_CHANGE_REMOVE]))
    return item_from_variant (APO_CHANGE_REMOVE, data);

  return NULL;
}
