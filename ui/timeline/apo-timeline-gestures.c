/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-gestures.h"

#include <math.h>

/* Per notch of the wheel. */
#define ZOOM_STEP 1.2
#define PAN_STEP 60.0
#define DRAG_THRESHOLD 6.0

/* What a gesture has to remember while it lasts. */
typedef struct {
  double pointer_x;
  double drag_x;
  double pinch;
} Gestures;

static Gestures *
get_gestures (gpointer canvas)
{
  return g_object_get_data (canvas, "apo-timeline-gestures");
}

static void
motion_cb (ApoTimelineCanvas *canvas,
           double             x,
           double             y)
{
  get_gestures (canvas)->pointer_x = x;
}

static gboolean
scroll_cb (ApoTimelineCanvas        *canvas,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (state & GDK_SHIFT_MASK)
    apo_timeline_canvas_pan (canvas, -(dx + dy) * PAN_STEP);
  else if (fabs (dx) > fabs (dy))
    apo_timeline_canvas_pan (canvas, -dx * PAN_STEP);
  else
    apo_timeline_canvas_zoom (canvas, pow (ZOOM_STEP, -dy), get_gestures (canvas)->pointer_x);

  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (ApoTimelineCanvas *canvas)
{
  get_gestures (canvas)->drag_x = 0;
}

/* Until it is clear that this is a drag, it may still be a click on an event. */
static void
drag_update_cb (ApoTimelineCanvas *canvas,
                double             x,
                double             y,
                GtkGesture        *gesture)
{
  Gestures *gestures = get_gestures (canvas);

  if (gestures->drag_x == 0 && fabs (x) < DRAG_THRESHOLD)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  apo_timeline_canvas_pan (canvas, x - gestures->drag_x);
  gestures->drag_x = x;
}

static void
released_cb (ApoTimelineCanvas *canvas,
             int                n_press,
             double             x,
             double             y)
{
  if (n_press == 2
      && gtk_widget_pick (GTK_WIDGET (canvas), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (canvas))
    apo_timeline_canvas_fit (canvas);
}

static void
pinch_begin_cb (ApoTimelineCanvas *canvas)
{
  get_gestures (canvas)->pinch = 1;
}

static void
pinch_cb (ApoTimelineCanvas *canvas,
          double             pinch,
          GtkGesture        *gesture)
{
  Gestures *gestures = get_gestures (canvas);
  double x;
  double y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y) || pinch <= 0)
    return;

  apo_timeline_canvas_zoom (canvas, pinch / gestures->pinch, x);
  gestures->pinch = pinch;
}

static gboolean
key_cb (ApoTimelineCanvas *canvas,
        guint              key,
        guint              code,
        GdkModifierType    state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      gtk_widget_activate_action (GTK_WIDGET (canvas), "timeline.zoom-in", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      gtk_widget_activate_action (GTK_WIDGET (canvas), "timeline.zoom-out", NULL);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
watch (ApoTimelineCanvas  *canvas,
       GtkEventController *controller,
       const char         *signal,
       GCallback           callback)
{
  g_signal_connect_object (controller, signal, callback, canvas, G_CONNECT_SWAPPED);
}

/**
 * apo_timeline_gestures_attach:
 *
 * Lets wheel, pointer, fingers and keys move @canvas.
 */
void
apo_timeline_gestures_attach (ApoTimelineCanvas *canvas)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *drag = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *pinch = GTK_EVENT_CONTROLLER (gtk_gesture_zoom_new ());
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *all[] = { motion, scroll, drag, click, pinch, key };

  g_object_set_data_full (G_OBJECT (canvas), "apo-timeline-gestures", g_new0 (Gestures, 1),
                          g_free);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  watch (canvas, motion, "enter", G_CALLBACK (motion_cb));
  watch (canvas, motion, "motion", G_CALLBACK (motion_cb));
  watch (canvas, scroll, "scroll", G_CALLBACK (scroll_cb));
  watch (canvas, drag, "drag-begin", G_CALLBACK (drag_begin_cb));
  watch (canvas, drag, "drag-update", G_CALLBACK (drag_update_cb));
  watch (canvas, click, "released", G_CALLBACK (released_cb));
  watch (canvas, pinch, "begin", G_CALLBACK (pinch_begin_cb));
  watch (canvas, pinch, "scale-changed", G_CALLBACK (pinch_cb));
  watch (canvas, key, "key-pressed", G_CALLBACK (key_cb));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_add_controller (GTK_WIDGET (canvas), all[i]);
}
