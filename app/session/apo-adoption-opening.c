/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adoption.h"

#include "apo-dossier-private.h"

/* What was found takes the place of what an earlier pass found.  An item that stays is the same
 * object, so that views have nothing to do for it. */

/* Makes @item say what @other says. */
static void
copy_values (ApoItem *item,
             ApoItem *other)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!apo_item_is_default (item, i) || !apo_item_is_default (other, i))
      apo_item_set_value (item, i, apo_item_get_value (other, i));
}

static ApoItem *
get_item (GListModel *items,
          guint       position)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (items, position);

  return item;
}

/* Whether those of @wanted that are in the dossier already come in the same order there. */
static gboolean
keep_order (ApoDossier *dossier,
            GListModel *there,
            GPtrArray  *wanted)
{
  guint n_there = g_list_model_get_n_items (there);
  guint place = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      ApoItem *item = wanted->pdata[i];

      if (apo_dossier_lookup (dossier, apo_item_get_id (item)) != item)
        continue;
      while (place < n_there && get_item (there, place) != item)
        place++;
      if (place == n_there)
        return FALSE;
      place++;
    }

  return TRUE;
}

/* Inserts what is new, each stretch of it as one change, behind what it follows. */
static void
insert_new (ApoDossier *dossier,
            ApoItemType type,
            GPtrArray  *wanted)
{
  GListModel *there = apo_dossier_get_items (dossier, type);
  guint place = 0;
  guint i = 0;

  while (i < wanted->len)
    {
      guint first = i;

      while (i < wanted->len
             && apo_dossier_lookup (dossier, apo_item_get_id (wanted->pdata[i])) == NULL)
        i++;
      if (i > first)
        {
          apo_dossier_insert_all (dossier, type, place, (ApoItem **) wanted->pdata + first,
                                  i - first);
          place += i - first;
          continue;
        }
      while (get_item (there, place) != wanted->pdata[i])
        place++;
      place++;
      i++;
    }
}

/* Removes what is not wanted, each stretch of it as one change. */
static void
remove_others (ApoDossier *dossier,
               ApoItemType type,
               GHashTable *wanted)
{
  GListModel *there = apo_dossier_get_items (dossier, type);
  guint end = g_list_model_get_n_items (there);

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && !g_hash_table_contains (wanted, get_item (there, start - 1)))
        start--;
      if (start < end)
        apo_dossier_remove_range (dossier, type, start, end - start);
      end = start > 0 ? start - 1 : 0;
    }
}

/* The items of @type that the dossier is to have: those that stay are the ones that it has. */
static GPtrArray *
list_wanted (ApoDossier *dossier,
             ApoItemType type,
             GPtrArray  *items,
             GHashTable *wanted)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      ApoItem *item = items->pdata[i];
      ApoItem *there = apo_dossier_lookup (dossier, apo_item_get_id (item));

      if (apo_item_get_item_type (item) != type)
        continue;
      g_ptr_array_add (list, g_object_ref (there != NULL ? there : item));
      g_hash_table_insert (wanted, list->pdata[list->len - 1], item);
    }

  return list;
}

/**
 * apo_adoption_open:
 *
 * Once all is prepared, makes what was found the items of the dossier, in the place of those of an
 * earlier pass.
 */
void
apo_adoption_open (ApoAdoption *self)
{
  ApoDossier *dossier = apo_adoption_get_dossier (self);
  g_autoptr (GPtrArray) items = apo_adoption_take_items (self);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *there = apo_dossier_get_items (dossier, type);
      g_autoptr (GPtrArray) list = list_wanted (dossier, type, items, wanted);

      if (!keep_order (dossier, there, list))
        apo_dossier_remove_range (dossier, type, 0, g_list_model_get_n_items (there));
      insert_new (dossier, type, list);
    }

  for (guint i = 0; i < items->len; i++)
    {
      ApoItem *there = apo_dossier_lookup (dossier, apo_item_get_id (items->pdata[i]));

      if (there != items->pdata[i])
        copy_values (there, items->pdata[i]);
    }

  for (guint type = APO_N_ITEM_TYPES - 1; type > APO_ITEM_ARTICLE; type--)
    remove_others (dossier, type, wanted);
  apo_adoption_fill_article (apo_adoption_get_article (self), apo_adoption_get_findings (self),
                             NULL);
}
