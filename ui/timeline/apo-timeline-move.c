/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-move.h"

#include <math.h>

#include "apo-dating.h"
#include "apo-timeline-canvas.h"

#define DRAG_THRESHOLD 6.0

/* What a drag has to remember while it lasts. */
typedef struct {
  gboolean dragging;
  int steps;
} Move;

static Move *
get_move (gpointer event)
{
  return g_object_get_data (event, "apo-timeline-move");
}

static const char *
get_id (ApoTimelineEvent *event)
{
  return apo_item_get_id (APO_ITEM (apo_timeline_event_get_event (event)));
}

static void
edit (ApoTimelineEvent *event)
{
  gtk_widget_activate_action (GTK_WIDGET (event), "timeline.edit", "s", get_id (event));
}

static void
step (ApoTimelineEvent *event,
      int               steps)
{
  gtk_widget_activate_action (GTK_WIDGET (event), "timeline.step", "(si)", get_id (event), steps);
}

static void
forget (ApoTimelineEvent *event)
{
  Move *move = get_move (event);

  move->dragging = FALSE;
  move->steps = 0;
  apo_timeline_event_set_dragged (event, FALSE, 0, 0);
}

static void
drag_begin_cb (ApoTimelineEvent *event,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  forget (event);
  if (!apo_timeline_event_can_drag (event, x))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* Until it is clear that this is a drag, it may still be a click. */
static void
drag_update_cb (ApoTimelineEvent *event,
                double            x,
                double            y,
                GtkGesture       *gesture)
{
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (event));
  const ApoTimeScale *scale = apo_timeline_canvas_get_scale (APO_TIMELINE_CANVAS (canvas));
  ApoPrecision precision = apo_event_get_precision (apo_timeline_event_get_event (event));
  Move *move = get_move (event);

  if (!move->dragging && fabs (x) < DRAG_THRESHOLD)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  move->dragging = TRUE;
  move->steps = apo_dating_count_steps (precision,
                                        x * (scale->end - scale->start) / scale->width);
  apo_timeline_event_set_dragged (event, TRUE, x, move->steps);
}

static void
drag_end_cb (ApoTimelineEvent *event)
{
  int steps = get_move (event)->steps;

  forget (event);
  if (steps != 0)
    step (event, steps);
}

static gboolean
key_cb (ApoTimelineEvent *event,
        guint             key,
        guint             code,
        GdkModifierType   state)
{
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    edit (event);
  else if ((state & GDK_ALT_MASK) && (key == GDK_KEY_Left || key == GDK_KEY_KP_Left))
    step (event, -1);
  else if ((state & GDK_ALT_MASK) && (key == GDK_KEY_Right || key == GDK_KEY_KP_Right))
    step (event, 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
watch (ApoTimelineEvent   *event,
       GtkEventController *controller,
       const char         *signal,
       GCallback           callback)
{
  g_signal_connect_object (controller, signal, callback, event, G_CONNECT_SWAPPED);
}

/**
 * apo_timeline_move_attach:
 *
 * Lets pointer and keys give @event another date (`timeline.step`), or ask for one
 * (`timeline.edit`).
 */
void
apo_timeline_move_attach (ApoTimelineEvent *event)
{
  GtkEventController *menu = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *drag = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *all[] = { menu, drag, key };

  g_object_set_data_full (G_OBJECT (event), "apo-timeline-move", g_new0 (Move, 1), g_free);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  watch (event, menu, "pressed", G_CALLBACK (edit));
  watch (event, drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  watch (event, drag, "drag-update", G_CALLBACK (drag_update_cb));
  watch (event, drag, "drag-end", G_CALLBACK (drag_end_cb));
  watch (event, drag, "cancel", G_CALLBACK (forget));
  watch (event, key, "key-pressed", G_CALLBACK (key_cb));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_add_controller (GTK_WIDGET (event), all[i]);
}
