/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-list-focus.h"

struct _ApoListFocus {
  GObject parent_instance;

  GtkSingleSelection *selection;
  ApoFocus *focus;
  GSignalGroup *focus_signals;
  gboolean following;           /* the list follows the focus, not the other way */
};

G_DEFINE_FINAL_TYPE (ApoListFocus, apo_list_focus, G_TYPE_OBJECT)

enum {
  SIGNAL_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
find_position (ApoListFocus *self,
               const char   *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (apo_item_get_id (item), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The row of what the focus has selected, and no other, is selected. */
static guint
follow (ApoListFocus *self)
{
  const char *id = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;
  guint position = find_position (self, id);

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;

  return position;
}

static void
focus_selected_cb (ApoListFocus *self)
{
  if (follow (self) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_FOLLOWED], 0);
}

static void
items_changed_cb (ApoListFocus *self)
{
  follow (self);
}

/* A row that a filter takes away takes nothing from the focus: the other views still show it. */
static void
selection_changed_cb (ApoListFocus *self)
{
  ApoItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || self->focus == NULL)
    return;

  if (item != NULL)
    apo_focus_select (self->focus, apo_item_get_id (item));
  else if (find_position (self, apo_focus_get_selected (self->focus)) != GTK_INVALID_LIST_POSITION)
    apo_focus_select (self->focus, NULL);
}

static void
apo_list_focus_dispose (GObject *object)
{
  ApoListFocus *self = APO_LIST_FOCUS (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->focus_signals != NULL)
    g_signal_group_set_target (self->focus_signals, NULL);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_list_focus_parent_class)->dispose (object);
}

static void
apo_list_focus_class_init (ApoListFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_list_focus_dispose;

  signals[SIGNAL_FOLLOWED] =
    g_signal_new ("followed", APO_TYPE_LIST_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
apo_list_focus_init (ApoListFocus *self)
{
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "selected", G_CALLBACK (focus_selected_cb),
                                  self);
}

/**
 * apo_list_focus_new:
 * @items: of #ApoItem
 *
 * Returns: (transfer full): a selection of @items that follows no focus yet
 */
ApoListFocus *
apo_list_focus_new (GListModel *items)
{
  ApoListFocus *self = g_object_new (APO_TYPE_LIST_FOCUS, NULL);

  gtk_single_selection_set_model (self->selection, items);
  g_signal_connect_swapped (self->selection, "notify::selected",
                            G_CALLBACK (selection_changed_cb), self);
  /* After the views, which must know of new rows before one of them is selected. */
  g_signal_connect_data (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                         NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * apo_list_focus_get_model:
 *
 * Returns: (transfer none): what a view of the list shows
 */
GtkSelectionModel *
apo_list_focus_get_model (ApoListFocus *list_focus)
{
  return GTK_SELECTION_MODEL (list_focus->selection);
}

/**
 * apo_list_focus_set_focus:
 * @focus: (nullable): what to follow; with %NULL the items may change and nothing else does
 */
void
apo_list_focus_set_focus (ApoListFocus *list_focus,
                          ApoFocus     *focus)
{
  g_signal_group_set_target (list_focus->focus_signals, focus);
  g_set_object (&list_focus->focus, focus);
  focus_selected_cb (list_focus);
}

/**
 * apo_list_focus_activate:
 * @position: of a row
 *
 * Selects the item of a row anew, so that the other views show it.
 */
void
apo_list_focus_activate (ApoListFocus *list_focus,
                         guint         position)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (list_focus->selection), position);

  if (item != NULL && list_focus->focus != NULL)
    apo_focus_select (list_focus->focus, apo_item_get_id (item));
}

/**
 * apo_list_focus_scroll:
 *
 * Scrolls @view to the selected row, if there is one.
 */
void
apo_list_focus_scroll (ApoListFocus *list_focus,
                       GtkListView  *view)
{
  guint position = gtk_single_selection_get_selected (list_focus->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
}
