/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actors-panel-private.h"

#include <glib/gi18n.h>

#include "apo-actor-forms.h"
#include "apo-actor-row.h"
#include "apo-edit-actors.h"
#include "apo-edit-dismiss.h"

/* What menus and keys do, to the actor of the card or to those selected in the list. */

static GListModel *
list_selected (ApoActorsPanel *self)
{
  GtkSelectionModel *model = apo_list_focus_get_model (self->list_focus);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (model);
  GListStore *actors = g_list_store_new (APO_TYPE_ACTOR);
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (G_LIST_MODEL (model), position);

      if (actor != NULL)
        g_list_store_append (actors, actor);
    }

  return G_LIST_MODEL (actors);
}

/* As of now: what is done to them may take them out of the list. */
static GListModel *
list_targets (ApoActorsPanel *self)
{
  ApoActor *actor = apo_actor_card_get_actor (self->card);
  GListStore *one;

  if (!apo_actors_panel_shows_card (self))
    return list_selected (self);

  one = g_list_store_new (APO_TYPE_ACTOR);
  if (actor != NULL)
    g_list_store_append (one, actor);

  return G_LIST_MODEL (one);
}

/* The card of the only target, opened if it is not. */
static gboolean
ensure_card (ApoActorsPanel *self)
{
  g_autoptr (GListModel) targets = list_targets (self);
  g_autoptr (ApoActor) actor = g_list_model_get_item (targets, 0);

  if (actor == NULL || g_list_model_get_n_items (targets) != 1)
    return FALSE;

  if (!apo_actors_panel_shows_card (self))
    apo_actors_panel_open_card (self, actor);

  return TRUE;
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);

  if (ensure_card (self))
    apo_actor_card_take_focus (self->card);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  apo_actors_panel_close_card (APO_ACTORS_PANEL (widget));
}

static void
rename_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (ensure_card (APO_ACTORS_PANEL (widget)))
    apo_actor_card_rename (APO_ACTORS_PANEL (widget)->card);
}

/* Several in the list, or the one of the card with others. */
static void
merge_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);

  if (ensure_card (self))
    apo_actor_card_merge (self->card);
  else
    apo_actor_bulk_ask_merge (self->bulk);
}

static void
split_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  if (ensure_card (APO_ACTORS_PANEL (widget)))
    apo_actor_card_split (APO_ACTORS_PANEL (widget)->card);
}

static void
mention_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  if (ensure_card (APO_ACTORS_PANEL (widget)))
    apo_actor_card_step (APO_ACTORS_PANEL (widget)->card,
                         g_str_equal (action, "actor.next-mention") ? 1 : -1);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);
  g_autoptr (GListModel) targets = list_targets (self);

  apo_edit_set_all_dismissed (self->history, targets, g_str_equal (action, "actor.dismiss"));
}

static void
kind_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);
  g_autoptr (GListModel) targets = list_targets (self);
  int kind;

  if (apo_enum_from_nick (APO_TYPE_ACTOR_KIND, g_variant_get_string (parameter, NULL), &kind))
    apo_edit_set_actor_kinds (self->history, targets, kind);
}

/* Out of what is being typed, then out of the card. */
static gboolean
leave_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);
  gboolean selecting = self->selecting;

  if (!apo_actors_panel_shows_card (self))
    {
      apo_actors_panel_set_selecting (self, FALSE);
      return selecting;
    }

  if (!apo_actor_card_leave (self->card))
    apo_actors_panel_close_card (self);

  return TRUE;
}

static void
append_optional (GMenu      *menu,
                 const char *label,
                 const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) one = g_menu_new ();
  g_autoptr (GMenu) any = g_menu_new ();
  g_autoptr (GMenuModel) kinds = apo_actor_bulk_create_kinds ();

  append_optional (one, _("_Open"), "actor.open");
  append_optional (one, _("_Rename"), "actor.rename");
  append_optional (one, _("_Merge…"), "actor.merge");
  append_optional (one, _("_Split…"), "actor.split");
  append_optional (one, _("New _Note"), "win.add-note");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (one));
  g_menu_append_submenu (any, _("_Kind"), kinds);
  append_optional (any, _("N_ot an Actor"), "actor.dismiss");
  append_optional (any, _("Re_store"), "actor.restore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (any));

  return G_MENU_MODEL (menu);
}

static void
open_menu (ApoActorsPanel     *self,
           const GdkRectangle *area)
{
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* At the row that the keyboard is on. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (widget);
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  GdkRectangle area;

  if (focused == NULL || !gtk_widget_is_ancestor (focused, GTK_WIDGET (self->list))
      || apo_list_focus_count_selected (self->list_focus) == 0
      || !gtk_widget_compute_bounds (focused, widget, &bounds))
    return FALSE;

  area = (GdkRectangle) { bounds.origin.x + 40, bounds.origin.y + bounds.size.height / 2, 1, 1 };
  open_menu (self, &area);

  return TRUE;
}

/* The place in the list of the row there, or GTK_INVALID_LIST_POSITION. */
static guint
pick_row (ApoActorsPanel *self,
          double          x,
          double          y)
{
  GListModel *model = G_LIST_MODEL (apo_list_focus_get_model (self->list_focus));
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = NULL;
  g_autoptr (ApoActor) actor = NULL;

  for (; widget != NULL && widget != GTK_WIDGET (self->list) && row == NULL;
       widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      row = APO_IS_ACTOR_ROW (widget) ? widget : APO_IS_ACTOR_ROW (child) ? child : NULL;
    }
  if (row == NULL)
    return GTK_INVALID_LIST_POSITION;

  g_object_get (row, "actor", &actor, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ApoActor) other = g_list_model_get_item (model, i);

      if (other == actor)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* A click opens the card; with Ctrl or Shift, several rows are being selected. */
static void
released_cb (ApoActorsPanel  *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint position = pick_row (self, x, y);

  if (n_press == 1 && position != GTK_INVALID_LIST_POSITION
      && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit_by_name (self->list, "activate", position);
}

/* While several are being selected, the list itself does not hear of clicks. */
static void
tick_pressed_cb (ApoActorsPanel  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  guint position = pick_row (self, x, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  apo_actors_panel_toggle_row (self, position);
}

/* The menu is for what is selected: the row there, if that is not among them. */
static void
menu_pressed_cb (ApoActorsPanel  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  GtkSelectionModel *model = apo_list_focus_get_model (self->list_focus);
  guint position = pick_row (self, x, y);
  GdkRectangle area;
  double panel_x;
  double panel_y;

  if (position == GTK_INVALID_LIST_POSITION
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y,
                                            &panel_x, &panel_y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  area = (GdkRectangle) { panel_x, panel_y, 1, 1 };
  open_menu (self, &area);
}

/**
 * apo_actors_panel_add_pointer:
 *
 * Has the list opened by clicks, and its menu by the secondary button.
 */
void
apo_actors_panel_add_pointer (ApoActorsPanel *panel)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *tick = gtk_gesture_click_new ();

  panel->ticking = GTK_EVENT_CONTROLLER (tick);
  gtk_event_controller_set_propagation_phase (panel->ticking, GTK_PHASE_NONE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (tick), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (tick, "pressed", G_CALLBACK (tick_pressed_cb), panel,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (panel->list), panel->ticking);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), panel, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (panel->list), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), panel,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (panel->list), GTK_EVENT_CONTROLLER (menu));
  g_signal_connect_object (apo_list_focus_get_model (panel->list_focus), "selection-changed",
                           G_CALLBACK (apo_actors_panel_update_actions), panel,
                           G_CONNECT_SWAPPED);
}

/* One that is mentioned twice can be two. */
static gboolean
can_split (ApoActorsPanel *self,
           GListModel     *targets)
{
  g_autoptr (ApoActor) actor = g_list_model_get_item (targets, 0);
  g_autoptr (GArray) mentions = NULL;

  if (actor == NULL || g_list_model_get_n_items (targets) != 1)
    return FALSE;

  mentions = apo_actor_forms_list_mentions (self->dossier, actor);

  return mentions->len > 1;
}

/**
 * apo_actors_panel_update_actions:
 *
 * Enables what can be done now.
 */
void
apo_actors_panel_update_actions (ApoActorsPanel *panel)
{
  GtkWidget *widget = GTK_WIDGET (panel);
  g_autoptr (GListModel) targets = list_targets (panel);
  guint n = g_list_model_get_n_items (targets);
  gboolean card = apo_actors_panel_shows_card (panel);
  gboolean can_edit = panel->history != NULL && n > 0;
  gboolean dismissed = FALSE;
  gboolean present = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (targets, i);

      dismissed = dismissed || apo_actor_is_dismissed (actor);
      present = present || !apo_actor_is_dismissed (actor);
    }

  gtk_widget_action_set_enabled (widget, "actor.open", !card && n == 1);
  gtk_widget_action_set_enabled (widget, "actor.close", card);
  gtk_widget_action_set_enabled (widget, "actor.rename", can_edit && n == 1);
  gtk_widget_action_set_enabled (widget, "actor.merge", can_edit && !dismissed);
  gtk_widget_action_set_enabled (widget, "actor.split", can_edit && can_split (panel, targets));
  gtk_widget_action_set_enabled (widget, "actor.next-mention", n == 1);
  gtk_widget_action_set_enabled (widget, "actor.previous-mention", n == 1);
  gtk_widget_action_set_enabled (widget, "actor.dismiss", can_edit && present);
  gtk_widget_action_set_enabled (widget, "actor.restore", can_edit && dismissed);
  gtk_widget_action_set_enabled (widget, "actor.kind", can_edit);
}

/**
 * apo_actors_panel_install_actions:
 *
 * Adds the actions `actor.…` and their keys to the class of the panel.
 */
void
apo_actors_panel_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "actor.open", NULL, open_action, 0, 0 },
    { "actor.close", NULL, close_action, 0, 0 },
    { "actor.rename", NULL, rename_action, GDK_KEY_F2, 0 },
    { "actor.merge", NULL, merge_action, GDK_KEY_m, GDK_CONTROL_MASK },
    { "actor.split", NULL, split_action, GDK_KEY_M, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "actor.next-mention", NULL, mention_action, GDK_KEY_F3, 0 },
    { "actor.previous-mention", NULL, mention_action, GDK_KEY_F3, GDK_SHIFT_MASK },
    { "actor.dismiss", NULL, set_dismissed_action, GDK_KEY_Delete, 0 },
    { "actor.restore", NULL, set_dismissed_action, 0, 0 },
    { "actor.kind", "s", kind_action, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                       actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_install_property_action (widget_class, "actor.select-several", "selecting");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}
