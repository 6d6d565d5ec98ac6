/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "apo-edit.h"
#include "apo-graph-canvas-private.h"
#include "apo-graph-node.h"

#define WHEEL_ZOOM 1.1
#define WHEEL_PAN 40.0
#define DRAG_HEAT 0.3
#define STILL_TICKS 4           /* for each move of the hand, where nothing is animated */

static gboolean
is_held (GtkGesture     *gesture,
         GdkModifierType modifiers)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
          & modifiers) != 0;
}

/* Takes the places of the living layout over into the picture. */
static void
follow_layout (ApoGraphCanvas *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);

      apo_graph_layout_get_position (self->drag_layout, i, &spot->place.x, &spot->place.y);
      spot->goal = spot->place;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
drag_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);

  if (apo_graph_layout_tick (self->drag_layout))
    follow_layout (self);

  return G_SOURCE_CONTINUE;
}

static void
start_dragging (ApoGraphCanvas *self)
{
  gboolean animated;

  self->drag_layout = apo_graph_canvas_make_layout (self, TRUE);
  if (self->drag_layout == NULL)
    return;

  apo_graph_layout_arrange (self->drag_layout);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated,
                NULL);
  if (animated)
    self->drag_tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), drag_tick_cb, NULL, NULL);
}

/* Ends a drag without keeping anything of it. */
void
apo_graph_canvas_stop_dragging (ApoGraphCanvas *self)
{
  if (self->drag_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick_id);
  self->drag_tick_id = 0;
  g_clear_pointer (&self->drag_layout, apo_graph_layout_free);
  self->drag_spot = -1;
  self->drag_strand = -1;
  self->drag_moved = FALSE;
  self->relating = FALSE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               ApoGraphCanvas *self)
{
  apo_graph_canvas_stop_dragging (self);
  self->drag_spot = apo_graph_canvas_pick_spot (self, x, y);
  if (self->drag_spot >= 0)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, self->drag_spot);

      gtk_widget_grab_focus (spot->widget);
      self->relating = self->history != NULL
                       && is_held (GTK_GESTURE (gesture), GDK_SHIFT_MASK | GDK_ALT_MASK);
      self->relate_x = x;
      self->relate_y = y;
      self->drag_x = spot->place.x;
      self->drag_y = spot->place.y;
    }
  else
    {
      self->drag_strand = apo_graph_canvas_pick_strand (self, x, y);
      self->drag_x = self->pan_x;
      self->drag_y = self->pan_y;
    }
}

static void
drag_node (ApoGraphCanvas *self,
           double          dx,
           double          dy)
{
  if (self->drag_layout == NULL)
    start_dragging (self);
  if (self->drag_layout == NULL)
    return;

  apo_graph_layout_hold (self->drag_layout, self->drag_spot, self->drag_x + dx / self->zoom,
                         self->drag_y + dy / self->zoom);
  apo_graph_layout_heat (self->drag_layout, DRAG_HEAT);
  for (guint i = 0; self->drag_tick_id == 0 && i < STILL_TICKS; i++)
    apo_graph_layout_tick (self->drag_layout);
  follow_layout (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                ApoGraphCanvas *self)
{
  if (!self->drag_moved && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy))
    return;

  self->drag_moved = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->relating)
    {
      gtk_gesture_drag_get_start_point (gesture, &self->relate_x, &self->relate_y);
      self->relate_x += dx;
      self->relate_y += dy;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  if (self->drag_spot >= 0)
    {
      drag_node (self, dx, dy);
      return;
    }

  self->pan_x = self->drag_x + dx;
  self->pan_y = self->drag_y + dy;
  self->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Whether something was moved out of sight. */
static gboolean
is_any_outside (ApoGraphCanvas *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);

      if (spot->x < spot->radius || spot->x > self->width - spot->radius
          || spot->y < spot->radius || spot->y > self->height - spot->radius)
        return TRUE;
    }

  return FALSE;
}

static void
add_placement (GArray              *placements,
               ApoActor            *actor,
               const ApoGraphPlace *place)
{
  ApoPlacement placement = { actor, round (place->x), round (place->y) };

  g_array_append_val (placements, placement);
}

/* The node that was dropped stays where it is, and so do the neighbours that followed it. */
static void
place_nodes (ApoGraphCanvas *self,
             guint           dropped,
             gboolean        pin)
{
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (ApoPlacement));

  add_placement (placements, APO_GRAPH_ACTOR (self, dropped)->actor,
                 &APO_GRAPH_SPOT (self, dropped)->place);

  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoActor *other = APO_GRAPH_ACTOR (self, i)->actor;
      const ApoGraphPlace *place = &APO_GRAPH_SPOT (self, i)->place;
      ApoGraphPlace before;

      if (i != dropped && !apo_actor_is_pinned (other)
          && apo_graph_canvas_find_place (self, other, &before)
          && (round (before.x) != round (place->x) || round (before.y) != round (place->y)))
        add_placement (placements, other, place);
    }

  apo_edit_place_actors (self->history, (const ApoPlacement *) (void *) placements->data,
                         placements->len, pin);
}

static void
drop_node (ApoGraphCanvas *self,
           gboolean        release)
{
  guint dropped = self->drag_spot;

  apo_graph_canvas_stop_dragging (self);
  if (self->fitted && is_any_outside (self))
    apo_graph_canvas_fit_view (self);
  /* A picture arranged by hand stays as it is, also when it is opened again. */
  self->fitted = FALSE;
  apo_graph_canvas_store_view (self);
  if (self->history != NULL)
    place_nodes (self, dropped, !release);
  else
    for (guint i = 0; i < self->spots->len; i++)
      apo_graph_canvas_keep_place (self, i);
}

static void
click (ApoGraphCanvas *self,
       gboolean        control)
{
  int spot = self->drag_spot;
  int strand = self->drag_strand;

  apo_graph_canvas_stop_dragging (self);
  if (spot >= 0 && control)
    apo_graph_canvas_release_node (self, spot);
  else if (spot >= 0 && self->focus != NULL)
    apo_focus_select (self->focus, apo_graph_node_get_id (
                                     APO_GRAPH_NODE (APO_GRAPH_SPOT (self, spot)->widget)));
  else if (strand >= 0)
    apo_graph_canvas_select_strand (self, strand);
  else if (self->focus != NULL)
    apo_focus_select (self->focus, NULL);
}

/* The line that was drawn ends at another node, or nothing comes of it. */
static void
end_relating (ApoGraphCanvas *self)
{
  int from = self->drag_spot;
  int to = apo_graph_canvas_pick_spot (self, self->relate_x, self->relate_y);

  apo_graph_canvas_stop_dragging (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (to >= 0 && to != from)
    apo_graph_canvas_relate (self, from, to);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             ApoGraphCanvas *self)
{
  gboolean control = is_held (GTK_GESTURE (gesture), GDK_CONTROL_MASK);

  if (!self->drag_moved)
    click (self, control);
  else if (self->relating)
    end_relating (self);
  else if (self->drag_spot >= 0 && self->drag_layout != NULL)
    drop_node (self, control);
  else
    {
      apo_graph_canvas_stop_dragging (self);
      apo_graph_canvas_store_view (self);
    }
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                ApoGraphCanvas   *self)
{
  apo_graph_canvas_stop_dragging (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ApoGraphCanvas  *self)
{
  if (n_press == 2 && apo_graph_canvas_pick_spot (self, x, y) < 0
      && apo_graph_canvas_pick_strand (self, x, y) < 0)
    apo_graph_canvas_fit (self);
}

static void
append_relation (ApoGraphCanvas *self,
                 GMenu          *menu,
                 guint           strand,
                 guint           spot)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, strand);
  guint other = tie->from == spot ? tie->to : tie->from;
  const char *arrow = !tie->directed ? "–" : tie->from == spot ? "→" : "←";
  /* A single underscore would become a mnemonic. */
  g_auto (GStrv) pieces =
    g_strsplit (apo_actor_get_name (APO_GRAPH_ACTOR (self, other)->actor), "_", -1);
  g_autofree char *name = g_strjoinv ("__", pieces);
  g_autofree char *label = g_strdup_printf ("%s %s %s", apo_relation_kind_get_label (tie->kind),
                                            arrow, name);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "graph.show-relation", "s",
                                     apo_item_get_id (tie->relations->pdata[0]));
  g_menu_append_item (menu, item);
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               const char *id)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* The menu of a node: its relations, so that keys reach them too, a new one, and its pin. */
static void
open_menu (ApoGraphCanvas *self,
           guint           index)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) relations = g_menu_new ();
  const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);
  const char *id = apo_graph_node_get_id (APO_GRAPH_NODE (spot->widget));
  GdkRectangle area = { spot->sign.x, spot->sign.y, spot->sign.width, spot->sign.height };

  for (guint i = 0; i < self->strands->len; i++)
    if (APO_GRAPH_TIE (self, i)->from == index || APO_GRAPH_TIE (self, i)->to == index)
      append_relation (self, relations, i, index);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (relations));

  if (self->history != NULL)
    append_action (menu, _("_New Relation…"), "graph.relate", id);
  if (apo_actor_is_pinned (APO_GRAPH_ACTOR (self, index)->actor))
    append_action (menu, _("_Unpin"), "graph.release", id);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 ApoGraphCanvas  *self)
{
  int spot = apo_graph_canvas_pick_spot (self, x, y);

  if (spot >= 0)
    open_menu (self, spot);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           ApoGraphCanvas           *self)
{
  int spot = apo_graph_canvas_pick_spot (self, x, y);
  int strand = spot < 0 ? apo_graph_canvas_pick_strand (self, x, y) : -1;
  const char *id = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->focus == NULL || self->drag_moved)
    return;

  if (spot >= 0)
    id = apo_graph_node_get_id (APO_GRAPH_NODE (APO_GRAPH_SPOT (self, spot)->widget));
  else if (strand >= 0)
    id = apo_item_get_id (APO_GRAPH_TIE (self, strand)->relations->pdata[0]);
  apo_focus_hover (self->focus, id);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), id != NULL ? "pointer" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          ApoGraphCanvas           *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           ApoGraphCanvas           *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean touchpad = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if ((state & GDK_SHIFT_MASK) || (touchpad && !(state & GDK_CONTROL_MASK)))
    {
      if ((state & GDK_SHIFT_MASK) && dx == 0)
        {
          dx = dy;
          dy = 0;
        }
      self->pan_x -= dx * (touchpad ? 1 : WHEEL_PAN);
      self->pan_y -= dy * (touchpad ? 1 : WHEEL_PAN);
      self->fitted = FALSE;
      apo_graph_canvas_store_view (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }

  apo_graph_canvas_zoom_at (self, pow (WHEEL_ZOOM, touchpad ? -dy / 20 : -dy),
                            self->pointer_x, self->pointer_y);

  return GDK_EVENT_STOP;
}

static int
find_focused (ApoGraphCanvas *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (gtk_widget_is_focus (APO_GRAPH_SPOT (self, i)->widget))
      return i;

  return -1;
}

/* The nearest node in a direction: sideways counts twice. */
static int
find_neighbour (ApoGraphCanvas *self,
                guint           from,
                int             dx,
                int             dy)
{
  const ApoGraphSpot *start = APO_GRAPH_SPOT (self, from);
  double least = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);
      double along = (spot->x - start->x) * dx + (spot->y - start->y) * dy;
      double across = fabs ((spot->x - start->x) * dy + (spot->y - start->y) * dx);

      if (i != from && along > 1 && along + 2 * across < least)
        {
          least = along + 2 * across;
          found = i;
        }
    }

  return found;
}

static gboolean
move_focus (ApoGraphCanvas *self,
            int             dx,
            int             dy)
{
  int focused = find_focused (self);
  int next = focused >= 0 ? find_neighbour (self, focused, dx, dy) : -1;

  if (focused < 0)
    return GDK_EVENT_PROPAGATE;
  if (next >= 0)
    gtk_widget_grab_focus (APO_GRAPH_SPOT (self, next)->widget);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                ApoGraphCanvas        *self)
{
  int focused;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
      return move_focus (self, -1, 0);
    case GDK_KEY_Right:
      return move_focus (self, 1, 0);
    case GDK_KEY_Up:
      return move_focus (self, 0, -1);
    case GDK_KEY_Down:
      return move_focus (self, 0, 1);
    case GDK_KEY_Menu:
    case GDK_KEY_F10:
      focused = find_focused (self);
      if (focused < 0 || (key == GDK_KEY_F10 && !(state & GDK_SHIFT_MASK)))
        return GDK_EVENT_PROPAGATE;
      open_menu (self, focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focus == NULL || apo_focus_get_selected (self->focus) == NULL)
        return GDK_EVENT_PROPAGATE;
      apo_focus_select (self->focus, NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
add_controller (ApoGraphCanvas     *self,
                GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
apo_graph_canvas_add_gestures (ApoGraphCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);

  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, GTK_EVENT_CONTROLLER (press));
  add_controller (self, GTK_EVENT_CONTROLLER (menu));
  add_controller (self, motion);
  add_controller (self, scroll);
  add_controller (self, keys);
}
