/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-change.h"

#include "apo-dossier-parts.h"
#include "apo-field-json.h"
#include "apo-json-scan.h"

/* Changes from outside: a journal may be damaged in ways that no checksum tells, so each is held
 * against the dossier before anything is done. */

static gboolean
enum_is_known (GType type,
               int   value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);

  return g_enum_get_value (enum_class, value) != NULL;
}

/* Whether the words of a vocabulary in @value are such, and a day is one of the calendar. */
static gboolean
words_are_known (const ApoField *field,
                 GVariant       *value)
{
  if (field->kind == APO_FIELD_DAY)
    return g_variant_get_int32 (value) >= apo_day_from_ymd (-9999, 1, 1)
           && g_variant_get_int32 (value) <= apo_day_from_ymd (9999, 12, 31);
  if (field->kind == APO_FIELD_ENUM)
    return enum_is_known (field->get_enum_type (), g_variant_get_int32 (value));

  if (field->kind == APO_FIELD_MENTIONS)
    {
      gsize n;
      const ApoActorMention *mentions =
        g_variant_get_fixed_array (value, &n, sizeof (ApoActorMention));

      for (gsize i = 0; i < n; i++)
        if (mentions[i].form > G_MAXINT
            || !enum_is_known (APO_TYPE_MENTION_FORM, mentions[i].form))
          return FALSE;
    }
  if (field->kind == APO_FIELD_VERDICTS)
    for (gsize i = 0; i < g_variant_n_children (value); i++)
      {
        int old;
        int new;

        g_variant_get_child (value, i, "(xiiss)", NULL, &old, &new, NULL, NULL);
        if (!enum_is_known (APO_TYPE_VERDICT, old) || !enum_is_known (APO_TYPE_VERDICT, new))
          return FALSE;
      }

  return TRUE;
}

/* Whether a file would give the value back as it is. */
static gboolean
value_is_sound (ApoItem  *item,
                guint     field,
                GVariant *value)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  g_autoptr (ApoItem) blank = NULL;
  g_autoptr (GString) json = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GVariant) read = NULL;
  g_autofree char *problem = NULL;

  if (!g_variant_is_of_type (value, apo_field_kind_get_variant_type (info->kind)))
    return FALSE;
  if (info->kind == APO_FIELD_STRING || info->kind == APO_FIELD_BOOLEAN)
    return TRUE;

  blank = apo_item_new (apo_item_get_item_type (item), "x");
  if (g_variant_equal (value, apo_item_get_value (blank, field)))
    return TRUE;
  if (!words_are_known (info, value))
    return FALSE;

  json = g_string_new (NULL);
  apo_field_append_json (info, value, json);
  node = json_from_string (json->str, NULL);
  read = node != NULL ? apo_field_read_json (info, node, &problem) : NULL;

  return read != NULL && g_variant_equal (read, value);
}

/* The length of the text that an item's spans are of. */
static guint
get_text_length (ApoDossier *dossier,
                 ApoItem    *item)
{
  int field = apo_item_find_field (item, "article");
  ApoItem *article = field >= 0 ? apo_dossier_lookup (dossier, apo_item_get_string (item, field))
                                : NULL;

  if (article == NULL || !APO_IS_ARTICLE (article))
    article = APO_ITEM (apo_dossier_get_article (dossier));

  return article != NULL ? apo_text_get_length (apo_article_get_text (APO_ARTICLE (article))) : 0;
}

/* Whether no span of the item reaches beyond its text. */
static gboolean
spans_are_sound (ApoDossier *dossier,
                 ApoItem    *item)
{
  guint length = get_text_length (dossier, item);
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == APO_FIELD_SPAN || fields[i].kind == APO_FIELD_SPANS)
      {
        guint n_spans;
        const ApoSpan *spans = apo_item_get_spans (item, i, &n_spans);

        for (guint j = 0; j < n_spans; j++)
          if (spans[j].end > length)
            return FALSE;
      }

  return TRUE;
}

/* Whether @json can be what a file said of @item in keys that are not known. */
static gboolean
extra_is_sound (ApoItem    *item,
                const char *json)
{
  g_autofree char *problem = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *key;

  if (json == NULL)
    return TRUE;
  if (!apo_json_scan (json, strlen (json), &problem))
    return FALSE;

  node = json_from_string (json, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, NULL))
    if (apo_item_find_field (item, key) >= 0 || g_str_equal (key, "id")
        || (APO_IS_ARTICLE (item) && g_str_equal (key, "text"))
        || (APO_IS_CLAIM (item) && g_str_equal (key, "target")))
      return FALSE;

  return TRUE;
}

/* Whether the item can have the value. */
static gboolean
can_have (ApoItem    *item,
          const char *key,
          GVariant   *value)
{
  const char *extra;

  if (!g_str_equal (key, APO_CHANGE_EXTRA))
    return value_is_sound (item, apo_item_find_field (item, key), value);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return FALSE;

  extra = g_variant_get_string (value, NULL);

  return extra_is_sound (item, *extra != '\0' ? extra : NULL);
}

static gboolean
replay_set (ApoChange  *change,
            ApoDossier *dossier,
            ApoItem    *item,
            gboolean    forward)
{
  GVariant *expected = forward ? change->old_value : change->new_value;
  GVariant *value = forward ? change->new_value : change->old_value;
  g_autoptr (GVariant) present = apo_change_dup_value (item, change->key);

  if (present == NULL || !g_variant_equal (present, expected)
      || !can_have (item, change->key, value))
    return FALSE;

  apo_change_set_value (item, change->key, value);
  if (!spans_are_sound (dossier, item))
    {
      apo_change_set_value (item, change->key, expected);
      return FALSE;
    }

  return TRUE;
}

/* Whether what a change says of an item makes one. */
static gboolean
snapshot_is_sound (ApoChange *change)
{
  g_autoptr (ApoItem) blank = apo_item_new (change->type, change->id);
  GVariantIter iter;
  const char *key;
  GVariant *value;
  gboolean sound = (change->type == APO_ITEM_ARTICLE) == (change->text != NULL)
                   && extra_is_sound (blank, change->extra);

  g_variant_iter_init (&iter, change->fields);
  while (sound && g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      int field = apo_item_find_field (blank, key);

      sound = field >= 0 && value_is_sound (blank, field, value);
      g_variant_unref (value);
    }

  return sound;
}

/* Whether @item is just what the change says of it, so that it can come back. */
static gboolean
describes (ApoChange *change,
           ApoItem   *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  gsize n_set = 0;

  if (apo_item_get_item_type (item) != change->type
      || g_strcmp0 (apo_item_get_extra (item), change->extra) != 0
      || (APO_IS_ARTICLE (item)
          && g_strcmp0 (apo_text_get_string (apo_article_get_text (APO_ARTICLE (item))),
                        change->text) != 0))
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    if (!apo_item_is_default (item, i))
      {
        g_autoptr (GVariant) value = g_variant_lookup_value (change->fields, fields[i].key, NULL);

        if (value == NULL || !g_variant_equal (value, apo_item_get_value (item, i)))
          return FALSE;
        n_set++;
      }

  return n_set == g_variant_n_children (change->fields);
}

static gboolean
replay_insert (ApoChange  *change,
               ApoDossier *dossier,
               gboolean    forward)
{
  ApoItem *item;

  if (!apo_is_well_formed_id (change->id) || !snapshot_is_sound (change)
      || change->position > g_list_model_get_n_items (apo_dossier_get_items (dossier,
                                                                             change->type)))
    return FALSE;

  if (forward)
    apo_change_redo (change, dossier);
  else
    apo_change_undo (change, dossier);

  item = apo_dossier_lookup (dossier, change->id);
  if (!spans_are_sound (dossier, item) || !describes (change, item))
    {
      apo_dossier_remove (dossier, item);
      return FALSE;
    }

  return TRUE;
}

/* Whether all items would still be in a text without @article. */
static gboolean
can_do_without (ApoDossier *dossier,
                ApoItem    *article)
{
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);
  gboolean sound = TRUE;
  guint position;

  if (g_list_model_get_n_items (articles) < 2)
    return FALSE;

  position = apo_dossier_get_position (dossier, article);
  g_object_ref (article);
  apo_dossier_remove (dossier, article);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES && sound; type++)
    for (guint i = 0; i < g_list_model_get_n_items (apo_dossier_get_items (dossier, type)); i++)
      {
        g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (dossier, type), i);

        sound = sound && spans_are_sound (dossier, item);
      }
  apo_dossier_insert (dossier, article, position);
  g_object_unref (article);

  return sound;
}

static gboolean
replay_remove (ApoChange  *change,
               ApoDossier *dossier,
               ApoItem    *item)
{
  if (!describes (change, item) || apo_dossier_get_position (dossier, item) != change->position
      || (APO_IS_ARTICLE (item) && !can_do_without (dossier, item)))
    return FALSE;

  apo_dossier_remove (dossier, item);

  return TRUE;
}

/**
 * apo_change_replay:
 * @change: from its serial form
 * @forward: whether to do it, or to take it back
 *
 * Does a change that was executed in an earlier life of the dossier.
 *
 * Returns: whether it fits the dossier; else nothing has changed
 */
gboolean
apo_change_replay (ApoChange  *change,
                   ApoDossier *dossier,
                   gboolean    forward)
{
  ApoItem *item = apo_dossier_lookup (dossier, change->id);

  if (change->kind == APO_CHANGE_SET)
    return item != NULL && replay_set (change, dossier, item, forward);
  if ((change->kind == APO_CHANGE_ADD) == forward)
    return item == NULL && replay_insert (change, dossier, forward);

  return item != NULL && replay_remove (change, dossier, item);
}
