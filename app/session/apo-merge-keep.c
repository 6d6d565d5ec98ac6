/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-private.h"

static void
name_value (GHashTable *named,
            GVariant   *value)
{
  g_autofree const char **refs = NULL;
  gsize n;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_hash_table_add (named, (char *) g_variant_get_string (value, NULL));
      return;
    }

  refs = g_variant_get_strv (value, &n);
  for (gsize i = 0; i < n; i++)
    g_hash_table_add (named, (char *) refs[i]);
}

static gboolean
is_reference (ApoItem *item,
              guint    field)
{
  const ApoField *info = apo_merge_get_field (item, field);

  return !APO_IS_ARTICLE (item) && (info->kind == APO_FIELD_REF || info->kind == APO_FIELD_REFS);
}

/* Adds what @item names, but not in the fields that get another value. */
static void
name_item (GHashTable *named,
           ApoItem    *item,
           GHashTable *reset)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *value = apo_item_get_value (item, i);

      if (is_reference (item, i) && (reset == NULL || !g_hash_table_contains (reset, value)))
        name_value (named, value);
    }
}

/* Adds all that the settings name; @reset gets the values that they replace. */
static void
name_settings (GArray     *settings,
               GHashTable *named,
               GHashTable *reset)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const ApoMergeSetting *setting = &g_array_index (settings, ApoMergeSetting, i);

      if (!is_reference (setting->item, setting->field))
        continue;
      name_value (named, setting->value);
      if (reset != NULL)
        g_hash_table_add (reset, apo_item_get_value (setting->item, setting->field));
    }
}

/* All ids that something in the merged dossier names, whichever way conflicts are settled, apart
 * from what may be removed. */
static GHashTable *
collect_named (ApoMerge   *self,
               GHashTable *removed)
{
  GHashTable *named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) reset = g_hash_table_new (NULL, NULL);

  name_settings (self->settings, named, reset);
  name_settings (self->disputes, named, NULL);
  for (guint i = 0; i < self->added->len; i++)
    name_item (named, self->added->pdata[i], NULL);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->map->mine, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

          if (!g_hash_table_contains (removed, item))
            name_item (named, item, reset);
        }
    }

  return named;
}

/* Moves to @to what is named, and then what that names.  Returns whether there was anything. */
static gboolean
move_named (GPtrArray  *from,
            GPtrArray  *to,
            GHashTable *named)
{
  gboolean moved = FALSE;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = from->len; i > 0; i--)
        if (g_hash_table_contains (named, apo_item_get_id (from->pdata[i - 1])))
          {
            ApoItem *item = g_ptr_array_steal_index (from, i - 1);

            name_item (named, item, NULL);
            g_ptr_array_add (to, item);
            again = moved = TRUE;
          }
    }

  return moved;
}

/**
 * apo_merge_keep_named:
 * @merge: whose plan is complete but for that
 *
 * Sees to it that nothing goes, or stays away, that something in the merged dossier names.
 */
void
apo_merge_keep_named (ApoMerge *merge)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < merge->removed->len; i++)
    g_hash_table_add (removed, merge->removed->pdata[i]);
  named = collect_named (merge, removed);
  while (move_named (merge->absent, merge->added, named)
         || move_named (merge->removed, kept, named))
    continue;
}
