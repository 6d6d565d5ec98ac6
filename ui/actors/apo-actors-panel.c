/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actors-panel-private.h"

#include <glib/gi18n.h>

#include "apo-actor-row.h"

G_DEFINE_FINAL_TYPE (ApoActorsPanel, apo_actors_panel, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  SIGNAL_CLAIMS_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum {
  PROP_0,
  PROP_SELECTING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static gboolean
is_narrowed (ApoActorsPanel *self)
{
  return self->focus != NULL
         && apo_basis_get_kind (apo_focus_get_basis (self->focus)) != APO_BASIS_EVERYTHING;
}

static void
update_page (ApoActorsPanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (apo_actor_choice_is_narrow (self->choice) || is_narrowed (self))
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, apo_reading_page_is_reading (self->reading)
                                                   ? "reading" : "empty");
}

static void
followed_cb (ApoActorsPanel *self)
{
  apo_list_focus_scroll (self->list_focus, self->list);
}

/* The actor of the card may be gone, and come back: undone, merged into another one. */
static void
check_card (ApoActorsPanel *self)
{
  const char *selected = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;
  ApoItem *item = self->dossier != NULL ? apo_dossier_lookup (self->dossier, selected) : NULL;

  if (!apo_actors_panel_shows_card (self) || apo_actor_card_get_actor (self->card) != NULL)
    return;

  if (APO_IS_ACTOR (item))
    apo_actor_card_show (self->card, APO_ACTOR (item));
  else
    apo_actors_panel_close_card (self);
}

/* What was selected while the list was not seen is not in sight yet. */
static void
list_shown_cb (ApoActorsPanel *self)
{
  if (self->list_focus != NULL && gtk_list_view_get_model (self->list) != NULL)
    followed_cb (self);
}

/* Names, kinds and the number of mentions may all be other ones now. */
static void
dossier_changed_cb (ApoActorsPanel *self)
{
  apo_actor_choice_update (self->choice);
  update_page (self);
  check_card (self);
  apo_actors_panel_update_actions (self);
}

static void
activate_cb (ApoActorsPanel *self,
             guint           position)
{
  g_autoptr (ApoActor) actor =
    g_list_model_get_item (G_LIST_MODEL (apo_list_focus_get_model (self->list_focus)), position);

  if (self->selecting)
    {
      apo_actors_panel_toggle_row (self, position);
      return;
    }

  apo_list_focus_activate (self->list_focus, position);
  if (actor == NULL)
    return;

  apo_actors_panel_open_card (self, actor);
  apo_actor_card_take_focus (self->card);
}

/* An actor that was selected elsewhere has its card opened; one that is chosen in the list by the
 * arrow keys does not. */
static void
focus_selected_cb (ApoActorsPanel *self,
                   const char     *id)
{
  ApoItem *item = self->dossier != NULL ? apo_dossier_lookup (self->dossier, id) : NULL;

  if (!apo_list_focus_is_leading (self->list_focus))
    {
      if (APO_IS_ACTOR (item))
        apo_actors_panel_open_card (self, APO_ACTOR (item));
      else if (item == NULL && apo_actors_panel_shows_card (self))
        apo_actors_panel_close_card (self);
      else if (item == NULL)
        apo_actors_panel_set_selecting (self, FALSE);
    }
  apo_actors_panel_update_actions (self);
}

static void
search_changed_cb (ApoActorsPanel *self)
{
  apo_actor_choice_set_search (self->choice, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
choice_changed_cb (ApoActorsPanel *self)
{
  if (apo_actor_choice_is_narrow (self->choice))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "apo-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "apo-narrow");
  gtk_widget_set_visible (self->not_actors, apo_actor_choice_is_not_actors (self->choice));
  update_page (self);
}

static void
basis_changed_cb (ApoActorsPanel *self)
{
  apo_actor_choice_update (self->choice);
  update_page (self);
}

static void
stop_search_cb (ApoActorsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
reset_clicked_cb (ApoActorsPanel *self)
{
  g_autoptr (ApoBasis) everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);

  if (self->focus != NULL)
    apo_focus_set_basis (self->focus, everything);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  g_action_group_activate_action (apo_actor_choice_get_actions (self->choice), "reset", NULL);
}

/* The selected one of those that are shown, in whatever it lies. */
static GtkWidget *
find_selected_row (GtkWidget *widget)
{
  gboolean selected = FALSE;

  if (APO_IS_ACTOR_ROW (widget))
    {
      g_object_get (widget, "selected", &selected, NULL);
      return selected ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_selected_row (child);

      if (row != NULL)
        return row;
    }

  return NULL;
}

/* To the selected row, which the keyboard may never have been on. */
static void
focus_list (ApoActorsPanel *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkWidget *row = find_selected_row (list);

  while (row != NULL && gtk_widget_get_parent (row) != list)
    row = gtk_widget_get_parent (row);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (list);
}

/* What became of several is selected in their place, and the list stays open for the next. */
static void
merged_cb (ApoActorsPanel *self,
           ApoActor       *actor)
{
  GtkSelectionModel *model = apo_list_focus_get_model (self->list_focus);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (ApoActor) other = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (other == actor)
        gtk_selection_model_select_item (model, i, TRUE);
    }
  apo_list_focus_scroll (self->list_focus, self->list);
  focus_list (self);
}

static void
bulk_closed_cb (ApoActorsPanel *self)
{
  apo_actors_panel_set_selecting (self, FALSE);
  focus_list (self);
}

static void
span_activated_cb (ApoActorsPanel *self,
                   guint           start,
                   guint           end)
{
  g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, start, end);
}

static void
claims_wanted_cb (ApoActorsPanel *self,
                  gboolean        about)
{
  ApoActor *actor = apo_actor_card_get_actor (self->card);

  if (actor != NULL)
    g_signal_emit (self, signals[SIGNAL_CLAIMS_WANTED], 0, apo_item_get_id (APO_ITEM (actor)),
                   about);
}

static GtkWidget *
create_row (gpointer user_data)
{
  ApoActorsPanel *self = user_data;

  return apo_actor_row_new (self->dossier, self->tally, self->focus);
}

static void
apo_actors_panel_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTING:
      g_value_set_boolean (value, APO_ACTORS_PANEL (object)->selecting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_actors_panel_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTING:
      apo_actors_panel_set_selecting (APO_ACTORS_PANEL (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_actors_panel_dispose (GObject *object)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->list_focus != NULL)
    g_signal_handlers_disconnect_by_data (self->list_focus, self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_data (self->choice, self);
  if (self->dossier_signals != NULL)
    g_signal_group_set_target (self->dossier_signals, NULL);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->filler);
  g_clear_object (&self->list_focus);
  g_clear_object (&self->filtered);
  g_clear_object (&self->choice);
  g_clear_object (&self->focus);
  g_clear_object (&self->tally);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actors_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actors-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, search);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, not_actors);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, reading);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, bulk);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, card);
  gtk_widget_class_bind_template_callback (widget_class, merged_cb);
  gtk_widget_class_bind_template_callback (widget_class, bulk_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, claims_wanted_cb);
}

static void
apo_actors_panel_class_init (ApoActorsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = apo_actors_panel_get_property;
  G_OBJECT_CLASS (klass)->set_property = apo_actors_panel_set_property;
  G_OBJECT_CLASS (klass)->dispose = apo_actors_panel_dispose;

  props[PROP_SELECTING] =
    g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_ACTORS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CLAIMS_WANTED] =
    g_signal_new ("claims-wanted", APO_TYPE_ACTORS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (APO_TYPE_ACTOR_BULK);
  g_type_ensure (APO_TYPE_ACTOR_CARD);
  g_type_ensure (APO_TYPE_READING_PAGE);
  bind_template (widget_class);
  apo_actors_panel_install_actions (widget_class);
}

static void
apo_actors_panel_init (ApoActorsPanel *self)
{
  g_autoptr (GMenuModel) menu = NULL;
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (update_page), self);

  self->choice = apo_actor_choice_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "actors",
                                  apo_actor_choice_get_actions (self->choice));
  menu = apo_actor_choice_create_menu (self->choice);
  g_menu_prepend (G_MENU (menu), _("Select Several"), "actor.select-several");
  gtk_menu_button_set_menu_model (self->filter_button, menu);
  self->filtered =
    gtk_filter_list_model_new (NULL, g_object_ref (apo_actor_choice_get_filter (self->choice)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (apo_actor_choice_get_sorter (self->choice)));
  self->list_focus = apo_list_focus_new_multiple (G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  self->filler = apo_row_filler_new (self->list, "actor", create_row, self);
  g_signal_connect_swapped (self->list, "notify::model", G_CALLBACK (list_shown_cb), self);
  g_signal_connect_swapped (self->list_focus, "followed", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (self->filtered, "items-changed", G_CALLBACK (update_page), self);
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed",
                                  G_CALLBACK (dossier_changed_cb), self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "basis-changed",
                                  G_CALLBACK (basis_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "selected",
                                  G_CALLBACK (focus_selected_cb), self);
  apo_actors_panel_add_pointer (self);
  choice_changed_cb (self);
  apo_actors_panel_update_actions (self);
}

GtkWidget *
apo_actors_panel_new (void)
{
  return g_object_new (APO_TYPE_ACTORS_PANEL, NULL);
}

static void
rebuild_list (ApoActorsPanel *self)
{
  apo_row_filler_set_model (self->filler, NULL);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->tally);
  if (self->dossier != NULL)
    self->tally = apo_actor_tally_new (self->dossier);
  apo_actor_choice_set_context (self->choice, self->dossier, self->focus, self->tally);
  apo_actor_card_set_context (self->card, self->dossier, self->history, self->focus, self->tally);
  apo_actor_bulk_set_context (self->bulk, self->history,
                              self->dossier != NULL ? apo_list_focus_get_model (self->list_focus)
                                                    : NULL);
  if (self->dossier == NULL)
    return;

  gtk_filter_list_model_set_model (self->filtered,
                                   apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR));
  apo_row_filler_set_model (self->filler, apo_list_focus_get_model (self->list_focus));
}

/**
 * apo_actors_panel_set_selecting:
 * @selecting: whether a click adds a row to those that are selected, or takes it away from them
 */
void
apo_actors_panel_set_selecting (ApoActorsPanel *panel,
                                gboolean        selecting)
{
  if (panel->selecting == selecting)
    return;

  panel->selecting = selecting;
  gtk_event_controller_set_propagation_phase (panel->ticking, selecting ? GTK_PHASE_CAPTURE
                                                                        : GTK_PHASE_NONE);
  apo_actor_bulk_set_open (panel->bulk, selecting);
  if (selecting)
    focus_list (panel);
  g_object_notify_by_pspec (G_OBJECT (panel), props[PROP_SELECTING]);
}

void
apo_actors_panel_toggle_row (ApoActorsPanel *panel,
                             guint           position)
{
  GtkSelectionModel *model = apo_list_focus_get_model (panel->list_focus);

  if (gtk_selection_model_is_selected (model, position))
    gtk_selection_model_unselect_item (model, position);
  else
    gtk_selection_model_select_item (model, position, FALSE);
}

/**
 * apo_actors_panel_shows_card:
 *
 * Returns: whether the card of an actor is open, in place of the list
 */
gboolean
apo_actors_panel_shows_card (ApoActorsPanel *panel)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (panel->pages), "card") == 0;
}

/**
 * apo_actors_panel_open_card:
 *
 * Shows all about @actor; the keyboard stays where it is.
 */
void
apo_actors_panel_open_card (ApoActorsPanel *panel,
                            ApoActor       *actor)
{
  apo_actors_panel_set_selecting (panel, FALSE);
  gtk_stack_set_visible_child_name (panel->pages, "card");
  apo_actor_card_show (panel->card, actor);
  apo_actors_panel_update_actions (panel);
}

/**
 * apo_actors_panel_close_card:
 *
 * Shows the list again, and if the keyboard was in the card, takes it there.
 */
void
apo_actors_panel_close_card (ApoActorsPanel *panel)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (panel));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focused != NULL && gtk_widget_is_ancestor (focused, GTK_WIDGET (panel->card));

  gtk_stack_set_visible_child_name (panel->pages, "list");
  apo_actor_card_show (panel->card, NULL);
  apo_list_focus_scroll (panel->list_focus, panel->list);
  if (inside)
    focus_list (panel);
  apo_actors_panel_update_actions (panel);
}

/**
 * apo_actors_panel_set_context:
 * @dossier: (nullable): whose actors to list, %NULL for none
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is selected and pointed at
 */
void
apo_actors_panel_set_context (ApoActorsPanel *panel,
                              ApoDossier     *dossier,
                              ApoHistory     *history,
                              ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_ACTORS_PANEL (panel));

  apo_list_focus_set_focus (panel->list_focus, NULL);
  g_signal_group_set_target (panel->dossier_signals, NULL);
  g_set_object (&panel->dossier, dossier);
  g_set_object (&panel->history, history);
  g_set_object (&panel->focus, focus);
  rebuild_list (panel);
  g_signal_group_set_target (panel->dossier_signals, dossier);
  g_signal_group_set_target (panel->focus_signals, focus);
  update_page (panel);
  apo_actors_panel_close_card (panel);
  apo_list_focus_set_focus (panel->list_focus, focus);
}

/**
 * apo_actors_panel_set_analysis:
 * @analysis: (nullable): what may still be looking for what is to be shown
 */
void
apo_actors_panel_set_analysis (ApoActorsPanel *panel,
                               ApoAnalysis    *analysis)
{
  apo_reading_page_set_analysis (panel->reading, analysis);
}
