/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-dismiss.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"

/* For each type of item, and for several types: what the command is called. */
static char *
dup_name (int      type,
          guint    n,
          gboolean dismissed)
{
  switch (type)
    {
    case APO_ITEM_CLAIM:
      return g_strdup_printf (dismissed ? ngettext ("Dismiss %u claim", "Dismiss %u claims", n)
                                        : ngettext ("Restore %u claim", "Restore %u claims", n),
                              n);
    case APO_ITEM_ACTOR:
      return g_strdup_printf (dismissed ? ngettext ("Dismiss %u actor", "Dismiss %u actors", n)
                                        : ngettext ("Restore %u actor", "Restore %u actors", n),
                              n);
    case APO_ITEM_EVENT:
      return g_strdup_printf (dismissed ? ngettext ("Dismiss %u event", "Dismiss %u events", n)
                                        : ngettext ("Restore %u event", "Restore %u events", n),
                              n);
    case APO_ITEM_RELATION:
      return g_strdup_printf (dismissed
                                ? ngettext ("Dismiss %u relation", "Dismiss %u relations", n)
                                : ngettext ("Restore %u relation", "Restore %u relations", n),
                              n);
    default:
      return g_strdup_printf (dismissed ? ngettext ("Dismiss %u item", "Dismiss %u items", n)
                                        : ngettext ("Restore %u item", "Restore %u items", n),
                              n);
    }
}

/**
 * apo_edit_set_all_dismissed:
 * @items: claims, actors, events and relations; all others are left alone
 */
void
apo_edit_set_all_dismissed (ApoHistory *history,
                            GListModel *items,
                            gboolean    dismissed)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;
  ApoCommand *command;
  int type = -1;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      if (apo_item_find_field (item, "dismissed") < 0 || apo_item_is_dismissed (item) == dismissed)
        continue;
      type = all->len == 0 || type == (int) apo_item_get_item_type (item)
               ? (int) apo_item_get_item_type (item) : APO_ITEM_ARTICLE;
      g_ptr_array_add (all, g_steal_pointer (&item));
    }
  if (all->len == 0)
    return;

  name = dup_name (type, all->len, dismissed);
  command = apo_command_new (name);
  for (guint i = 0; i < all->len; i++)
    apo_command_set_field (command, all->pdata[i],
                           apo_item_find_field (all->pdata[i], "dismissed"),
                           g_variant_new_boolean (dismissed));
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_dismissed:
 * @item: a claim, an actor, an event or a relation
 */
void
apo_edit_set_dismissed (ApoHistory *history,
                        ApoItem    *item,
                        gboolean    dismissed)
{
  g_autoptr (GListStore) one = g_list_store_new (APO_TYPE_ITEM);

  g_list_store_append (one, item);
  apo_edit_set_all_dismissed (history, G_LIST_MODEL (one), dismissed);
}
