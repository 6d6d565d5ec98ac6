/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-desk-private.h"

#include "apo-reader-view.h"

/* The lists at the side of the desk: claims, actors and notes. */

static void
set_count (GtkLabel *label,
           guint     n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_text (label, text);
}

/**
 * apo_desk_show_counts:
 *
 * Shows how many there are of what each of the lists has.
 */
void
apo_desk_show_counts (ApoDesk *self)
{
  GListModel *actors = apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR);
  GListModel *notes = apo_dossier_get_items (self->dossier, APO_ITEM_NOTE);
  guint n_reviewed;
  guint n_claims;
  guint n_actors = 0;

  apo_dossier_count_reviewed (self->dossier, &n_reviewed, &n_claims);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      n_actors += !apo_actor_is_dismissed (actor)
                  && apo_actor_get_kind (actor) != APO_ACTOR_PLACE;
    }

  set_count (self->claims_count, n_claims);
  set_count (self->actors_count, n_actors);
  set_count (self->notes_count, g_list_model_get_n_items (notes));
}

static void
tab_toggled_cb (GtkToggleButton *tab,
                ApoDesk         *self)
{
  const char *page = tab == self->tab_claims ? "claims"
                     : tab == self->tab_actors ? "actors" : "notes";

  if (gtk_toggle_button_get_active (tab))
    gtk_stack_set_visible_child_name (self->index_stack, page);
}

static void
index_switched_cb (ApoDesk *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->index_stack);
  GtkToggleButton *tab;

  if (page == NULL || self->tab_notes == NULL)
    return;

  tab = g_str_equal (page, "claims") ? self->tab_claims
        : g_str_equal (page, "actors") ? self->tab_actors : self->tab_notes;
  gtk_toggle_button_set_active (tab, TRUE);
}

/**
 * apo_desk_bind_index:
 *
 * Binds what the template of the desk has for the lists.
 */
void
apo_desk_bind_index (GtkWidgetClass *widget_class)
{
  g_type_ensure (APO_TYPE_ACTORS_PANEL);
  g_type_ensure (APO_TYPE_CLAIMS_PANEL);
  g_type_ensure (APO_TYPE_NOTES_PANEL);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, index_stack);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, tab_claims);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, tab_actors);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, tab_notes);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, claims_count);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, actors_count);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, notes_count);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, claims);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, actors);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, notes);
  gtk_widget_class_bind_template_callback (widget_class, tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, index_switched_cb);
}

/* One of the places where an actor is named, or none any more. */
static void
show_mention_cb (ApoDesk *self,
                 guint    start,
                 guint    end)
{
  ApoReaderView *view = APO_READER_VIEW (apo_reader_get_view (self->reader));
  g_autoptr (GArray) places = apo_spans_new ();
  ApoSpan span = APO_SPAN (start, end);

  g_array_append_val (places, span);
  apo_reader_view_set_found (view, end > start ? places : NULL, 0);
  if (end > start)
    apo_desk_show_span (self, start, end);
}

static void
claims_wanted_cb (ApoDesk    *self,
                  const char *id,
                  gboolean    about)
{
  apo_claims_panel_show_actor (self->claims, id, about);
  apo_desk_show_index (self, "claims");
}

/**
 * apo_desk_connect_index:
 *
 * Has the other parts of the desk show what is asked for in the lists.
 */
void
apo_desk_connect_index (ApoDesk *self)
{
  g_signal_connect_object (self->actors, "span-activated", G_CALLBACK (show_mention_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actors, "claims-wanted", G_CALLBACK (claims_wanted_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * apo_desk_follow_in_index:
 * @item: (nullable): what was selected
 *
 * Turns to the list that has it.
 */
void
apo_desk_follow_in_index (ApoDesk *self,
                          ApoItem *item)
{
  if (APO_IS_CLAIM (item))
    gtk_stack_set_visible_child_name (self->index_stack, "claims");
  else if (APO_IS_ACTOR (item) && self->mode == APO_DESK_WIDE)
    gtk_stack_set_visible_child_name (self->index_stack, "actors");
  else if (APO_IS_NOTE (item))
    gtk_stack_set_visible_child_name (self->index_stack, "notes");
}

/* Not the entry to search in, where the keys for claims would be letters. */
static gboolean
focus_list (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LIST_VIEW (widget))
    return gtk_widget_grab_focus (widget);
  if (ADW_IS_STATUS_PAGE (widget))
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_list (child))
      return TRUE;

  return FALSE;
}

/**
 * apo_desk_show_index:
 * @page: "claims", "actors" or "notes"
 *
 * Turns to one of the lists, with the keyboard in it, or, where it is empty, in what says so.
 */
void
apo_desk_show_index (ApoDesk    *desk,
                     const char *page)
{
  gtk_stack_set_visible_child_name (desk->index_stack, page);
  apo_desk_reveal_panel (desk, APO_PANEL_INDEX);
  focus_list (gtk_stack_get_visible_child (desk->index_stack));
}

/**
 * apo_desk_edit_actor:
 * @action: of those of #ApoActorsPanel, such as `actor.rename`
 *
 * Shows the card of the selected actor and does that there.
 *
 * Returns: whether an actor is selected with which it can be done
 */
gboolean
apo_desk_edit_actor (ApoDesk    *desk,
                     const char *action)
{
  const char *selected = desk->focus != NULL ? apo_focus_get_selected (desk->focus) : NULL;

  if (selected == NULL || !APO_IS_ACTOR (apo_dossier_lookup (desk->dossier, selected)))
    return FALSE;

  apo_desk_show_index (desk, "actors");

  return gtk_widget_activate_action (GTK_WIDGET (desk->actors), action, NULL);
}

/**
 * apo_desk_add_note:
 *
 * Adds a note on the words that are selected in the text, or else on what is selected, or else on
 * the whole dossier, and puts the keyboard into it.
 */
void
apo_desk_add_note (ApoDesk *desk)
{
  g_autofree char *author = desk->settings != NULL ? g_settings_get_string (desk->settings, "author")
                                                   : NULL;
  GtkWidget *view = apo_reader_get_view (desk->reader);
  ApoSpan span;
  gboolean words;

  if (desk->dossier == NULL)
    return;

  words = apo_reader_view_get_selection (APO_READER_VIEW (view), &span);
  apo_desk_show_index (desk, "notes");
  apo_notes_panel_add (desk->notes, words ? &span : NULL, author);
}
