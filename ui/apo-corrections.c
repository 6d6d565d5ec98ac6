/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-corrections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-text.h"

struct _ApoCorrections {
  AdwWindow parent_instance;

  ApoMemory *memory;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *wanted;                 /* folded */
  GPtrArray *forgotten;         /* ApoCorrection: what can be brought back */

  GtkWidget *empty;
  GtkStack *stack;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkWidget *undo_bar;
  GtkLabel *undo_label;
  GtkWidget *undo_button;
};

G_DEFINE_FINAL_TYPE (ApoCorrections, apo_corrections, ADW_TYPE_WINDOW)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoCorrections *self = user_data;
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;
  g_autofree char *folded = NULL;

  if (*self->wanted == '\0')
    return TRUE;

  text = apo_correction_dup_text (item);
  both = g_strconcat (apo_correction_get_name (item), "\n", text, NULL);
  folded = apo_text_dup_folded (both);

  return strstr (folded, self->wanted) != NULL;
}

static void
update (ApoCorrections *self)
{
  GListModel *corrections =
    apo_dictionary_get_corrections (apo_memory_get_dictionary (self->memory));
  gboolean some = g_list_model_get_n_items (corrections) > 0;
  guint n = self->forgotten->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u correction forgotten",
                                                      "%u corrections forgotten", n), n);

  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "empty");
  gtk_widget_set_sensitive (self->empty, some);
  gtk_label_set_label (self->undo_label, label);
  gtk_widget_set_visible (self->undo_bar, n > 0);
  gtk_widget_set_visible (self->undo_button, n > 0);
}

static void
forget (ApoCorrections *self,
        ApoCorrection  *correction)
{
  g_ptr_array_add (self->forgotten, g_object_ref (correction));
  apo_dictionary_remove (apo_memory_get_dictionary (self->memory), correction);
  apo_memory_save (self->memory);
  update (self);
}

static void
empty_cb (ApoCorrections *self)
{
  ApoDictionary *dictionary = apo_memory_get_dictionary (self->memory);
  GListModel *corrections = apo_dictionary_get_corrections (dictionary);

  for (guint i = 0; i < g_list_model_get_n_items (corrections); i++)
    g_ptr_array_add (self->forgotten, g_list_model_get_item (corrections, i));
  apo_dictionary_clear (dictionary);
  apo_memory_save (self->memory);
  update (self);
  gtk_widget_grab_focus (self->undo_button);
}

static void
undo_cb (ApoCorrections *self)
{
  ApoDictionary *dictionary = apo_memory_get_dictionary (self->memory);

  for (guint i = 0; i < self->forgotten->len; i++)
    {
      ApoCorrection *correction = self->forgotten->pdata[i];

      apo_dictionary_remember (dictionary, apo_correction_get_name (correction),
                               apo_correction_get_same_as (correction),
                               apo_correction_get_kind (correction),
                               apo_correction_get_region (correction),
                               apo_correction_is_no_actor (correction));
    }
  g_ptr_array_set_size (self->forgotten, 0);
  apo_memory_save (self->memory);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
search_changed_cb (ApoCorrections *self)
{
  g_free (self->wanted);
  self->wanted =
    g_strstrip (apo_text_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
stop_search_cb (ApoCorrections *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* The key for what the button of each row does. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  ApoCorrections *self = APO_CORRECTIONS (widget);
  g_autoptr (ApoCorrection) correction = NULL;
  GtkWidget *focused = gtk_root_get_focus (GTK_ROOT (self));

  if (focused == NULL || !gtk_widget_is_ancestor (focused, GTK_WIDGET (self->list)))
    return FALSE;

  g_set_object (&correction, gtk_single_selection_get_selected_item (self->selection));
  if (correction != NULL)
    forget (self, correction);

  return TRUE;
}

static void
forget_clicked_cb (ApoCorrections *self,
                   GtkWidget      *button)
{
  GtkListItem *list_item = g_object_get_data (G_OBJECT (button), "list-item");
  g_autoptr (ApoCorrection) correction = NULL;

  g_set_object (&correction, gtk_list_item_get_item (list_item));
  forget (self, correction);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          ApoCorrections           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "apo-caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), text);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Forget this correction (Delete)"));
  g_object_set_data (G_OBJECT (button), "list-item", list_item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "apo-row");
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ApoCorrections           *self)
{
  ApoCorrection *correction = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (box);
  GtkWidget *button = gtk_widget_get_last_child (box);
  g_autofree char *text = apo_correction_dup_text (correction);
  g_autofree char *label = g_strdup_printf ("%s. %s", apo_correction_get_name (correction), text);
  /* Translators: a button; %s is a name about which something was remembered */
  g_autofree char *forget_label = g_strdup_printf (_("Forget the correction of %s"),
                                                   apo_correction_get_name (correction));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)),
                       apo_correction_get_name (correction));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  forget_label, -1);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What could not be kept is said here, where it was asked for. */
static void
problem_cb (ApoCorrections *self,
            const char     *message)
{
  gtk_label_set_label (self->undo_label, message);
  gtk_widget_set_visible (self->undo_button, FALSE);
  gtk_widget_set_visible (self->undo_bar, TRUE);
}

static void
apo_corrections_dispose (GObject *object)
{
  ApoCorrections *self = APO_CORRECTIONS (object);

  if (self->memory != NULL)
    g_signal_handlers_disconnect_by_data (self->memory, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->memory);

  G_OBJECT_CLASS (apo_corrections_parent_class)->dispose (object);
}

static void
apo_corrections_finalize (GObject *object)
{
  g_free (APO_CORRECTIONS (object)->wanted);
  g_ptr_array_unref (APO_CORRECTIONS (object)->forgotten);

  G_OBJECT_CLASS (apo_corrections_parent_class)->finalize (object);
}

static void
apo_corrections_class_init (ApoCorrectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_corrections_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_corrections_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-corrections.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, empty);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, search);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, list);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, undo_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, undo_label);
  gtk_widget_class_bind_template_child (widget_class, ApoCorrections, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
apo_corrections_init (ApoCorrections *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = g_strdup ("");
  self->forgotten = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * apo_corrections_new:
 * @parent: the window that it belongs to
 *
 * Returns: the window, not shown yet
 */
GtkWidget *
apo_corrections_new (GtkWindow *parent,
                     ApoMemory *memory)
{
  ApoCorrections *self = g_object_new (APO_TYPE_CORRECTIONS, "transient-for", parent, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GListModel *corrections = apo_dictionary_get_corrections (apo_memory_get_dictionary (memory));
  GtkFilterListModel *filtered;

  self->memory = g_object_ref (memory);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (corrections),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (memory, "problem", G_CALLBACK (problem_cb), self);
  g_signal_connect_object (corrections, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  /* not on the button that empties it */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->search));

  return GTK_WIDGET (self);
}
