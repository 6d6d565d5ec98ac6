/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-ref-index.h"

#include <string.h>

struct _ApoRefIndex {
  GHashTable *naming;           /* char* → GPtrArray of char*: ids of items, some several times */
};

/**
 * apo_field_is_reference:
 *
 * Returns: whether the field holds one or several ids
 */
gboolean
apo_field_is_reference (const ApoField *field)
{
  return field->kind == APO_FIELD_REF || field->kind == APO_FIELD_REFS;
}

/**
 * apo_ref_index_new:
 *
 * Returns: (transfer full): an empty index
 */
ApoRefIndex *
apo_ref_index_new (void)
{
  ApoRefIndex *self = g_new0 (ApoRefIndex, 1);

  self->naming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
apo_ref_index_free (ApoRefIndex *index)
{
  g_hash_table_unref (index->naming);
  g_free (index);
}

static void
add_ref (ApoRefIndex *self,
         const char  *ref,
         const char  *id)
{
  GPtrArray *ids;

  if (*ref == '\0')
    return;

  ids = g_hash_table_lookup (self->naming, ref);
  if (ids == NULL)
    {
      ids = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->naming, g_strdup (ref), ids);
    }
  if (ids->len == 0 || !g_str_equal (ids->pdata[ids->len - 1], id))
    g_ptr_array_add (ids, g_strdup (id));
}

/**
 * apo_ref_index_add_field:
 * @field: one whose value has changed
 */
void
apo_ref_index_add_field (ApoRefIndex *index,
                         ApoItem     *item,
                         guint        field)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  g_auto (GStrv) refs = NULL;

  if (!apo_field_is_reference (info) || apo_item_is_default (item, field))
    return;
  if (info->kind == APO_FIELD_REF)
    {
      /* articles are looked for by nobody in this way */
      if (strcmp (info->key, "article") != 0)
        add_ref (index, apo_item_get_string (item, field), apo_item_get_id (item));
      return;
    }

  refs = apo_item_dup_refs (item, field);
  for (guint i = 0; refs[i] != NULL; i++)
    add_ref (index, refs[i], apo_item_get_id (item));
}

/**
 * apo_ref_index_add_item:
 * @item: one that is new in its dossier
 */
void
apo_ref_index_add_item (ApoRefIndex *index,
                        ApoItem     *item)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    apo_ref_index_add_field (index, item, i);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * apo_ref_index_dup_ids:
 *
 * Returns: (transfer full) (element-type utf8): the ids of all items that may name @id, sorted, each
 *   once
 */
GPtrArray *
apo_ref_index_dup_ids (ApoRefIndex *index,
                       const char  *id)
{
  GPtrArray *known = g_hash_table_lookup (index->naming, id);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (known == NULL)
    return ids;

  g_ptr_array_sort (known, compare_strings);
  for (guint i = known->len; i > 1; i--)
    if (g_str_equal (known->pdata[i - 1], known->pdata[i - 2]))
      g_ptr_array_remove_index (known, i - 1);
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (ids, g_strdup (known->pdata[i]));

  return ids;
}
