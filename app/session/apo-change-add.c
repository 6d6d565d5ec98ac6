/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-change.h"

/* Adding items.  Those that go to one place of their list come into it as one change of the list,
 * however many there are: who listens has less to do then. */

typedef struct {
  ApoDossier *dossier;
  GListModel *list;
  ApoItemType type;
  GPtrArray *run;               /* ApoItem: what is to be inserted there together */
  GHashTable *run_ids;          /* char*, theirs */
  guint run_position;

  guint place;                  /* all that stands before it starts at @start or before, */
  guint start;                  /* or nobody knows where */
} Adding;

static void
adding_init (Adding     *self,
             ApoDossier *dossier,
             ApoItemType type)
{
  self->dossier = dossier;
  self->type = type;
  self->list = apo_dossier_get_items (dossier, type);
  self->run = g_ptr_array_new_with_free_func (g_object_unref);
  self->run_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->run_position = 0;
  self->place = 0;
  self->start = 0;
}

static void
insert_run (Adding *self)
{
  if (self->run->len == 0)
    return;

  apo_dossier_insert_all (self->dossier, self->type, self->run_position,
                          (ApoItem **) self->run->pdata, self->run->len);
  if (self->run_position <= self->place)
    self->place += self->run->len;
  g_hash_table_remove_all (self->run_ids);
  g_ptr_array_set_size (self->run, 0);
}

static void
adding_clear (Adding *self)
{
  insert_run (self);
  g_ptr_array_unref (self->run);
  g_hash_table_unref (self->run_ids);
}

/* Goes on to the first that is known to start after @start. */
static void
find_place (Adding *self,
            guint   start)
{
  guint n_items = g_list_model_get_n_items (self->list);

  if (start < self->start)
    {
      insert_run (self);
      n_items = g_list_model_get_n_items (self->list);
      self->place = 0;
    }

  self->start = start;
  for (; self->place < n_items; self->place++)
    {
      g_autoptr (ApoItem) other = g_list_model_get_item (self->list, self->place);
      ApoSpan span;

      if (apo_dossier_get_item_span (self->dossier, other, &span) && span.start > start)
        return;
    }
}

/* Where the order of the text wants the item: behind all that start before or where it starts. */
static guint
find_position (Adding  *self,
               ApoItem *item)
{
  ApoSpan span;

  if (!apo_dossier_get_item_span (self->dossier, item, &span))
    return g_list_model_get_n_items (self->list);

  find_place (self, span.start);

  return self->place;
}

static gboolean
name_item (Adding    *self,
           ApoChange *change,
           ApoItem   *item)
{
  const char *id = apo_item_get_id (item);

  if (id == NULL)
    {
      g_autofree char *minted = apo_dossier_mint_id (self->dossier, self->type);

      apo_item_set_id (item, minted);
    }
  else if (apo_dossier_lookup (self->dossier, id) != NULL
           || g_hash_table_contains (self->run_ids, id))
    return FALSE;

  g_free (change->id);
  change->id = g_strdup (apo_item_get_id (item));

  return TRUE;
}

static gboolean
add (Adding    *self,
     ApoChange *change)
{
  gboolean written = change->item != NULL && change->fields != NULL;
  g_autoptr (ApoItem) item = change->item != NULL ? g_steal_pointer (&change->item)
                                                  : apo_change_build_item (change);
  gboolean in_order = change->position == APO_CHANGE_IN_TEXT_ORDER;
  guint position;

  if (!name_item (self, change, item))
    return FALSE;

  position = in_order ? find_position (self, item) : change->position;
  if (self->run->len > 0 && (!in_order || position != self->run_position))
    {
      insert_run (self);
      position = in_order ? find_position (self, item) : change->position;
    }

  if (!written)
    apo_change_take_snapshot (change, item);
  self->run_position = MIN (position, g_list_model_get_n_items (self->list));
  change->position = self->run_position + self->run->len;
  g_hash_table_add (self->run_ids, change->id);
  g_ptr_array_add (self->run, g_steal_pointer (&item));
  if (!in_order)
    {
      insert_run (self);
      self->place = self->start = 0;
    }

  return TRUE;
}

/**
 * apo_changes_execute_adds:
 * @changes: (array length=n_changes): that add items of one type; those that were done come to the
 *   front, in their order
 *
 * As apo_change_execute() for each of them in turn.
 *
 * Returns: how many were done; the others do not fit the dossier
 */
guint
apo_changes_execute_adds (ApoChange **changes,
                          guint       n_changes,
                          ApoDossier *dossier)
{
  guint n_done = 0;
  Adding adding;

  adding_init (&adding, dossier, changes[0]->type);
  for (guint i = 0; i < n_changes; i++)
    if (add (&adding, changes[i]))
      {
        ApoChange *done = changes[i];

        changes[i] = changes[n_done];
        changes[n_done++] = done;
      }
  adding_clear (&adding);

  return n_done;
}
