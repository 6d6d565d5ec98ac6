/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-list-focus.h"

struct _ApoListFocus {
  GObject parent_instance;

  GtkSelectionModel *selection; /* single or multiple */
  ApoFocus *focus;
  GSignalGroup *focus_signals;
  gboolean following;           /* the list follows the focus, not the other way */
  gboolean leading;             /* the focus is being told what is selected in the list */
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
  if (GTK_IS_SINGLE_SELECTION (self->selection))
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (self->selection), position);
  else if (position != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (self->selection, position, TRUE);
  else
    gtk_selection_model_unselect_all (self->selection);
  self->following = FALSE;

  return position;
}

static void
focus_selected_cb (ApoListFocus *self)
{
  /* Of several rows, none is let go because the focus lets go of what it had. */
  if (self->leading && apo_list_focus_count_selected (self) > 1)
    return;

  if (follow (self) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_FOLLOWED], 0);
}

/* The only selected row, if there is just one. */
static guint
get_only_selected (ApoListFocus *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected) == 1 ? gtk_bitset_get_minimum (selected)
                                             : GTK_INVALID_LIST_POSITION;
}

static void
items_changed_cb (ApoListFocus *self)
{
  /* Several rows stay selected as long as they are there. */
  if (apo_list_focus_count_selected (self) < 2)
    follow (self);
}

/* A row that a filter takes away takes nothing from the focus: the other views still show it.  With
 * several rows selected, none of them is what the other views show. */
static void
selection_changed_cb (ApoListFocus *self)
{
  guint position = get_only_selected (self);
  const char *selected;

  if (self->following || self->focus == NULL)
    return;

  selected = apo_focus_get_selected (self->focus);
  self->leading = TRUE;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      apo_focus_select (self->focus, apo_item_get_id (item));
    }
  else if (apo_list_focus_count_selected (self) > 1
           || find_position (self, selected) != GTK_INVALID_LIST_POSITION)
    apo_focus_select (self->focus, NULL);
  self->leading = FALSE;
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
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "selected", G_CALLBACK (focus_selected_cb),
                                  self);
}

static ApoListFocus *
create (GtkSelectionModel *selection)
{
  ApoListFocus *self = g_object_new (APO_TYPE_LIST_FOCUS, NULL);

  self->selection = selection;
  g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                            self);
  /* After the views, which must know of new rows before one of them is selected. */
  g_signal_connect_data (selection, "items-changed", G_CALLBACK (items_changed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
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
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, items);

  return create (GTK_SELECTION_MODEL (selection));
}

/**
 * apo_list_focus_new_multiple:
 * @items: of #ApoItem
 *
 * Returns: (transfer full): the same, but the reader can select several rows at once; then the focus
 *   has nothing selected
 */
ApoListFocus *
apo_list_focus_new_multiple (GListModel *items)
{
  return create (GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (items))));
}

/**
 * apo_list_focus_count_selected:
 *
 * Returns: how many rows are selected
 */
guint
apo_list_focus_count_selected (ApoListFocus *list_focus)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (list_focus->selection);

  return gtk_bitset_get_size (selected);
}

/**
 * apo_list_focus_is_leading:
 *
 * Returns: whether the focus is just being told what was selected in the list
 */
gboolean
apo_list_focus_is_leading (ApoListFocus *list_focus)
{
  return list_focus->leading;
}

/**
 * apo_list_focus_get_model:
 *
 * Returns: (transfer none): what a view of the list shows
 */
GtkSelectionModel *
apo_list_focus_get_model (ApoListFocus *list_focus)
{
  return list_focus->selection;
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

/* The list or one of its rows, but nothing in a row, where somebody may be writing. */
static gboolean
has_keyboard (GtkListView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focused != NULL && (focused == GTK_WIDGET (view)
                             || gtk_widget_get_parent (focused) == GTK_WIDGET (view));
}

static void
focus_selected_row (GtkListView *view)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      {
        gtk_widget_grab_focus (row);
        return;
      }
}

/**
 * apo_list_focus_scroll:
 *
 * Scrolls @view to the selected row, if there is one; a keyboard that is in another row goes along.
 */
void
apo_list_focus_scroll (ApoListFocus *list_focus,
                       GtkListView  *view)
{
  guint position = get_only_selected (list_focus);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
  if (has_keyboard (view))
    focus_selected_row (view);
}
