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

/* The items of one type: a stretch of those that are to be in the dossier. */
typedef struct {
  ApoDossier *dossier;
  ApoItemType type;
  GListModel *list;
  ApoItem **items;
  ApoItem **there;              /* the item of the dossier in whose place each comes, or NULL */
  guint n_items;
} Stretch;

/* Whether those that are in the dossier already come in the same order there. */
static gboolean
keeps_order (const Stretch *self)
{
  guint n_there = g_list_model_get_n_items (self->list);
  guint place = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      if (self->there[i] == NULL)
        continue;
      while (place < n_there && get_item (self->list, place) != self->there[i])
        place++;
      if (place == n_there)
        return FALSE;
      place++;
    }

  return TRUE;
}

/* Inserts what is new, as much as goes to one place as one change, behind what it follows. */
static void
insert_new (const Stretch *self)
{
  guint place = 0;
  guint i = 0;

  while (i < self->n_items)
    {
      guint first = i;

      while (i < self->n_items && self->there[i] == NULL)
        i++;
      if (i > first)
        {
          apo_dossier_insert_all (self->dossier, self->type, place, self->items + first, i - first);
          place += i - first;
          continue;
        }
      while (get_item (self->list, place) != self->there[i])
        place++;
      place++;
      i++;
    }
}

/* Where the order is another one, all of them are put in anew; they stay the objects that they are. */
static void
replace_all (const Stretch *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_items; i++)
    g_ptr_array_add (wanted, g_object_ref (self->there[i] != NULL ? self->there[i]
                                                                  : self->items[i]));
  apo_dossier_remove_range (self->dossier, self->type, 0, g_list_model_get_n_items (self->list));
  apo_dossier_insert_all (self->dossier, self->type, 0, (ApoItem **) wanted->pdata, wanted->len);
}

/* Removes what is not wanted, as much as stands in one place as one change. */
static void
remove_others (const Stretch *self)
{
  g_autoptr (GHashTable) wanted = NULL;
  guint end = g_list_model_get_n_items (self->list);

  if (end == self->n_items)
    return;

  wanted = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->n_items; i++)
    g_hash_table_add (wanted, self->there[i] != NULL ? self->there[i] : self->items[i]);
  while (end > 0)
    {
      guint start = end;

      while (start > 0 && !g_hash_table_contains (wanted, get_item (self->list, start - 1)))
        start--;
      if (start < end)
        apo_dossier_remove_range (self->dossier, self->type, start, end - start);
      end = start > 0 ? start - 1 : 0;
    }
}

/* The items of @type, which begin at @first. */
static Stretch
find_stretch (ApoDossier *dossier,
              ApoItemType type,
              GPtrArray  *items,
              GPtrArray  *there,
              guint       first)
{
  Stretch stretch = {
    dossier, type, apo_dossier_get_items (dossier, type), (ApoItem **) items->pdata + first,
    (ApoItem **) there->pdata + first, 0,
  };

  while (first + stretch.n_items < items->len
         && apo_item_get_item_type (stretch.items[stretch.n_items]) == type)
    stretch.n_items++;

  return stretch;
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
  GPtrArray *there = apo_adoption_get_there (self);
  g_autoptr (GPtrArray) items = apo_adoption_take_items (self);
  Stretch stretches[APO_N_ITEM_TYPES];
  guint first = 0;

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      stretches[type] = find_stretch (dossier, type, items, there, first);
      first += stretches[type].n_items;
      if (keeps_order (&stretches[type]))
        insert_new (&stretches[type]);
      else
        replace_all (&stretches[type]);
    }

  for (guint i = 0; i < items->len; i++)
    if (there->pdata[i] != NULL && there->pdata[i] != items->pdata[i])
      copy_values (there->pdata[i], items->pdata[i]);

  for (guint type = APO_N_ITEM_TYPES - 1; type > APO_ITEM_ARTICLE; type--)
    remove_others (&stretches[type]);
  apo_adoption_fill_article (apo_adoption_get_article (self), apo_adoption_get_findings (self),
                             NULL);
}
