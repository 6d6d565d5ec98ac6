/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-history-popover.h"

#include <glib/gi18n.h>

struct _ApoHistoryPopover {
  GtkPopover parent_instance;

  GtkListView *list;

  GtkStringList *names;         /* the latest first, the opening state last */
  GtkSingleSelection *selection;
  ApoHistory *history;          /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ApoHistoryPopover, apo_history_popover, GTK_TYPE_POPOVER)

/* Where the state with @n_done commands stands in the list, and the other way round. */
static guint
mirror (ApoHistoryPopover *self,
        guint              n_done)
{
  return apo_history_get_n_commands (self->history) - n_done;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (mark), 16);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* What a screen reader says of the row, which has no words of its own. */
static void
name_row (GtkWidget  *box,
          const char *name,
          gboolean    present,
          gboolean    undone)
{
  GtkWidget *row = gtk_widget_get_parent (box);
  const char *description = present ? _("Present state") : undone ? _("Undone") : _("Done");

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             ApoHistoryPopover        *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *mark = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint here = mirror (self, apo_history_get_n_done (self->history));
  guint position = gtk_list_item_get_position (item);

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_image_set_from_icon_name (GTK_IMAGE (mark),
                                position == here ? "object-select-symbolic" : NULL);
  if (position < here)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  name_row (box, name, position == here, position < here);
}

/* The rows are made anew: what is done and what is undone changes all of them. */
static void
fill (ApoHistoryPopover *self)
{
  guint n = apo_history_get_n_commands (self->history);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint here;

  for (guint i = n; i > 0; i--)
    g_ptr_array_add (names, (gpointer) apo_history_get_name (self->history, i - 1));
  /* Translators: the state before the first step that can be undone */
  g_ptr_array_add (names, (gpointer) _("As it was opened"));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, n_old, (const char *const *) names->pdata);

  here = mirror (self, apo_history_get_n_done (self->history));
  gtk_single_selection_set_selected (self->selection, here);
}

/* Brings the present state into sight and under the keys. */
static void
show_present (ApoHistoryPopover *self)
{
  guint here = gtk_single_selection_get_selected (self->selection);

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", here);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      {
        gtk_widget_grab_focus (row);
        break;
      }
}

static void
history_changed_cb (ApoHistoryPopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      fill (self);
      show_present (self);
    }
}

static void
activated_cb (ApoHistoryPopover *self,
              guint              position)
{
  if (self->history != NULL)
    apo_history_go_to (self->history, mirror (self, position));
}

static void
apo_history_popover_show (GtkWidget *widget)
{
  ApoHistoryPopover *self = APO_HISTORY_POPOVER (widget);

  if (self->history != NULL)
    fill (self);
  GTK_WIDGET_CLASS (apo_history_popover_parent_class)->show (widget);
  if (self->history != NULL)
    show_present (self);
}

static void
forget_history (ApoHistoryPopover *self)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
}

static void
apo_history_popover_dispose (GObject *object)
{
  ApoHistoryPopover *self = APO_HISTORY_POPOVER (object);

  forget_history (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (apo_history_popover_parent_class)->dispose (object);
}

static void
apo_history_popover_class_init (ApoHistoryPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_history_popover_dispose;
  widget_class->show = apo_history_popover_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoHistoryPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
apo_history_popover_init (ApoHistoryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->names = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->names)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * apo_history_popover_set_history:
 * @history: (nullable): whose steps are shown
 */
void
apo_history_popover_set_history (ApoHistoryPopover *popover,
                                 ApoHistory        *history)
{
  if (popover->history == history)
    return;

  gtk_popover_popdown (GTK_POPOVER (popover));
  forget_history (popover);
  gtk_string_list_splice (popover->names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (popover->names)), NULL);
  if (history == NULL)
    return;

  popover->history = g_object_ref (history);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (history_changed_cb), popover);
}
