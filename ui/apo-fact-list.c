/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fact-list.h"

#include "apo-edit-dismiss.h"
#include "apo-fact-dismiss.h"
#include "apo-list-focus.h"

struct _ApoFactList {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListView *view;
  GListStore *items;
  ApoListFocus *list_focus;
  ApoFactFunc describe;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
};

G_DEFINE_FINAL_TYPE (ApoFactList, apo_fact_list, GTK_TYPE_WIDGET)

enum {
  SIGNAL_EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
ask_to_edit (ApoFactList *self,
             GtkWidget   *row)
{
  g_autoptr (ApoItem) item = NULL;
  graphene_rect_t bounds;
  GdkRectangle area;

  g_object_get (row, "item", &item, NULL);
  if (item == NULL || self->history == NULL
      || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;

  area = (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, item, &area);
}

/* The row in @widget that shows the item @id. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *id)
{
  if (APO_IS_FACT_ROW (widget))
    {
      g_autoptr (ApoItem) item = NULL;

      g_object_get (widget, "item", &item, NULL);
      return item != NULL && g_str_equal (apo_item_get_id (item), id) ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoFactList *self = APO_FACT_LIST (widget);
  GtkWidget *row = find_row (GTK_WIDGET (self->view), g_variant_get_string (parameter, NULL));

  if (row != NULL)
    ask_to_edit (self, row);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoFactList *self = APO_FACT_LIST (widget);
  ApoItem *item = apo_dossier_lookup (self->dossier, g_variant_get_string (parameter, NULL));
  g_autoptr (GListStore) one = g_list_store_new (APO_TYPE_ITEM);

  if (item == NULL || self->history == NULL)
    return;

  g_list_store_append (one, item);
  if (g_str_equal (action, "fact.dismiss"))
    apo_fact_dismiss (widget, self->dossier, self->history, G_LIST_MODEL (one), self->describe);
  else
    apo_edit_set_dismissed (self->history, item, FALSE);
}

/* The row that has the keyboard. */
static GtkWidget *
find_focused_row (ApoFactList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  if (child != NULL && APO_IS_FACT_ROW (child))
    return child;

  return gtk_widget_get_ancestor (focus, APO_TYPE_FACT_ROW);
}

static gboolean
key_cb (ApoFactList    *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  GtkWidget *row = find_focused_row (self);
  g_autoptr (ApoItem) item = NULL;

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    {
      ask_to_edit (self, row);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;

  g_object_get (row, "item", &item, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              apo_item_is_dismissed (item) ? "fact.restore" : "fact.dismiss", "s",
                              apo_item_get_id (item));

  return GDK_EVENT_STOP;
}

static void
row_pressed_cb (ApoFactList *self,
                int          n_press,
                double       x,
                double       y,
                GtkGesture  *gesture)
{
  ask_to_edit (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
}

static void
setup_row_cb (ApoFactList *self,
              GtkListItem *list_item)
{
  GtkWidget *row = apo_fact_row_new (self->dossier, self->focus, self->describe);
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (press, "pressed", G_CALLBACK (row_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
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
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_fact_list_parent_class)->dispose (object);
}

static void
apo_fact_list_class_init (ApoFactListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_fact_list_dispose;
  widget_class->grab_focus = apo_fact_list_grab_focus;

  signals[SIGNAL_EDIT] =
    g_signal_new ("edit", APO_TYPE_FACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, APO_TYPE_ITEM, GDK_TYPE_RECTANGLE);

  gtk_widget_class_install_action (widget_class, "fact.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "fact.dismiss", "s", set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "fact.restore", "s", set_dismissed_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "factlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_fact_list_init (ApoFactList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

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
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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
 * @history: (nullable): what changes them; %NULL where nothing may be changed
 * @focus: (nullable): what is selected of it
 */
void
apo_fact_list_set_context (ApoFactList *list,
                           ApoDossier  *dossier,
                           ApoHistory  *history,
                           ApoFocus    *focus)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  apo_list_focus_set_focus (list->list_focus, NULL);
  gtk_list_view_set_model (list->view, NULL);
  g_list_store_remove_all (list->items);
  g_set_object (&list->dossier, dossier);
  g_set_object (&list->history, history);
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
