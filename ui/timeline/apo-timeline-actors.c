/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-actors.h"

#include <glib/gi18n.h>

#include "apo-edit-events.h"

#define NAME_CHARS 24
#define LIST_HEIGHT 260

struct _ApoTimelineActors {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *names;
  GtkListBox *list;
  ApoHistory *history;
  ApoEvent *event;
  gboolean filling;             /* checks are set by us, not by the reader */
};

G_DEFINE_FINAL_TYPE (ApoTimelineActors, apo_timeline_actors, GTK_TYPE_WIDGET)

static gboolean
takes_part (ApoTimelineActors *self,
            ApoActor          *actor)
{
  return apo_item_refers_to (APO_ITEM (self->event), APO_EVENT_FIELD_ACTORS,
                             apo_item_get_id (APO_ITEM (actor)));
}

static void
show_names (ApoTimelineActors *self)
{
  ApoDossier *dossier = apo_history_get_dossier (self->history);
  g_auto (GStrv) ids = apo_item_dup_refs (APO_ITEM (self->event), APO_EVENT_FIELD_ACTORS);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *actor = apo_dossier_lookup (dossier, ids[i]);

      if (APO_IS_ACTOR (actor) && !apo_item_is_dismissed (actor))
        g_strv_builder_add (names, apo_actor_get_name (APO_ACTOR (actor)));
    }
  all = g_strv_builder_end (names);
  joined = *all != NULL ? g_strjoinv (", ", all) : g_strdup (_("Nobody"));
  /* Translators: who takes part in an event */
  label = g_strdup_printf (_("Actors: %s"), joined);
  gtk_label_set_text (self->names, joined);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* All that are checked take part from now on. */
static void
toggled_cb (ApoTimelineActors *self)
{
  g_autoptr (GListStore) actors = g_list_store_new (APO_TYPE_ACTOR);

  if (self->filling)
    return;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        g_list_store_append (actors, g_object_get_data (G_OBJECT (check), "actor"));
    }
  apo_edit_set_event_actors (self->history, self->event, G_LIST_MODEL (actors));
  show_names (self);
}

static void
add_row (ApoTimelineActors *self,
         ApoActor          *actor)
{
  GtkWidget *check = gtk_check_button_new_with_label (apo_actor_get_name (actor));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), takes_part (self, actor));
  g_object_set_data_full (G_OBJECT (check), "actor", g_object_ref (actor), g_object_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

/* Who takes part comes first, then the others, both in the order of the text. */
static void
fill_cb (ApoTimelineActors *self)
{
  GListModel *actors;
  GtkWidget *row;

  if (self->event == NULL)
    return;

  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  actors = apo_dossier_get_items (apo_history_get_dossier (self->history), APO_ITEM_ACTOR);
  for (int part = TRUE; part >= FALSE; part--)
    for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
      {
        g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

        if (!apo_actor_is_dismissed (actor) && takes_part (self, actor) == part)
          add_row (self, actor);
      }
  self->filling = FALSE;
}

static void
apo_timeline_actors_dispose (GObject *object)
{
  ApoTimelineActors *self = APO_TIMELINE_ACTORS (object);

  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (apo_timeline_actors_parent_class)->dispose (object);
}

static void
apo_timeline_actors_class_init (ApoTimelineActorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_timeline_actors_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_timeline_actors_init (ApoTimelineActors *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "apo-checks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Actors of the event"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "show", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->names = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->names, 0);
  gtk_label_set_ellipsize (self->names, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->names, NAME_CHARS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->names), TRUE);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->names));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "apo-choice");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * apo_timeline_actors_show:
 * @event: of the dossier of @history
 *
 * Shows who takes part in an event.
 */
void
apo_timeline_actors_show (ApoTimelineActors *actors,
                          ApoHistory        *history,
                          ApoEvent          *event)
{
  g_set_object (&actors->history, history);
  g_set_object (&actors->event, event);
  show_names (actors);
}
