/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fact-list.h"

#include "apo-list-focus.h"

struct _ApoFactList {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListView *view;
  GListStore *items;
  ApoListFocus *list_focus;
  ApoFactFunc describe;

  ApoDossier *dossier;
  ApoFocus *focus;
};

G_DEFINE_FINAL_TYPE (ApoFactList, apo_fact_list, GTK_TYPE_WIDGET)

static void
followed_cb (ApoFactList *self)
{
  apo_list_focus_scroll (self->list_focus, self->view);
}

static void
activate_cb (ApoFactList *self,
             guint        position)
{
  apo_list_focus_activate (self->list_focus, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-passage", NULL);
}

static void
setup_row_cb (ApoFactList *self,
              GtkListItem *list_item)
{
  GtkWidget *row = apo_fact_row_new (self->dossier, self->focus, self->describe);

  g_object_bind_property (list_item, "item", row, "item", G_BINDING_DEFAULT);
  g_object_bind_property (list_item, "selected", row, "selected", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

/* At a row: the selected one, else the first. */
static gboolean
apo_fact_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (APO_FACT_LIST (widget)->view), GTK_DIR_TAB_FORWARD);
}

static void
apo_fact_list_dispose (GObject *object)
{
  ApoFactList *self = APO_FACT_LIST (object);

  if (self->list_focus != NULL)
    g_signal_handlers_disconnect_by_data (self->list_focus, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->list_focus);
  g_clear_object (&self->items);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_fact_list_parent_class)->dispose (object);
}

static void
apo_fact_list_class_init (ApoFactListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_fact_list_dispose;
  widget_class->grab_focus = apo_fact_list_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_fact_list_init (ApoFactList *self)
{
  self->items = g_list_store_new (APO_TYPE_ITEM);
  self->list_focus = apo_list_focus_new (G_LIST_MODEL (self->items));
  g_signal_connect_swapped (self->list_focus, "followed", G_CALLBACK (followed_cb), self);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "apo-list");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * apo_fact_list_set_describe:
 * @label: what is listed, for screen readers
 * @describe: puts an item into words
 *
 * To be called before anything is listed.
 */
void
apo_fact_list_set_describe (ApoFactList *list,
                            const char  *label,
                            ApoFactFunc  describe)
{
  list->describe = describe;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * apo_fact_list_set_context:
 * @dossier: (nullable): whose items are listed, none of them yet
 * @focus: (nullable): what is selected of it
 */
void
apo_fact_list_set_context (ApoFactList *list,
                           ApoDossier  *dossier,
                           ApoFocus    *focus)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  apo_list_focus_set_focus (list->list_focus, NULL);
  gtk_list_view_set_model (list->view, NULL);
  g_list_store_remove_all (list->items);
  g_set_object (&list->dossier, dossier);
  g_set_object (&list->focus, focus);
  if (dossier == NULL)
    return;

  /* The rows hold what they were made with, so new ones are made by a new factory. */
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), list, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list->view, factory);
  gtk_list_view_set_model (list->view, apo_list_focus_get_model (list->list_focus));
  apo_list_focus_set_focus (list->list_focus, focus);
}

static gboolean
is_at (ApoFactList *self,
       guint        position,
       gpointer     item)
{
  g_autoptr (ApoItem) there = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return there == item;
}

/**
 * apo_fact_list_set_items:
 * @items: (element-type ApoItem): what to list, in this order
 *
 * Rows of items that stay where they are are not touched.
 */
void
apo_fact_list_set_items (ApoFactList *list,
                         GPtrArray   *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (list->items));
  guint start = 0;
  guint end = 0;

  while (start < n_old && start < items->len && is_at (list, start, items->pdata[start]))
    start++;
  while (end < n_old - start && end < items->len - start
         && is_at (list, n_old - 1 - end, items->pdata[items->len - 1 - end]))
    end++;

  if (start + end < n_old || start + end < items->len)
    g_list_store_splice (list->items, start, n_old - start - end, items->pdata + start,
                         items->len - start - end);
}
