/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-zoom.h"

#include <math.h>

/* Zooming the text is changing the size of its font, in points. */
#define MIN_SIZE 8
#define MAX_SIZE 32

/* Where a gesture is; it belongs to the widget that it was attached to. */
typedef struct {
  GSettings *settings;
  int start_size;               /* when two fingers were put down */
  double turned;                /* of the wheel, and not yet used */
} Zoom;

static void
zoom_free (Zoom *zoom)
{
  g_object_unref (zoom->settings);
  g_free (zoom);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           Zoom                     *zoom)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  int steps;

  if ((gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK) == 0)
    return FALSE;

  zoom->turned -= dy;
  steps = (int) zoom->turned;
  zoom->turned -= steps;
  if (steps != 0)
    apo_reader_zoom_step (zoom->settings, steps);

  return TRUE;
}

static void
pinch_begin_cb (Zoom *zoom)
{
  zoom->start_size = g_settings_get_int (zoom->settings, "font-size");
}

static void
pinch_cb (Zoom  *zoom,
          double scale)
{
  int size = CLAMP (lround (zoom->start_size * scale), MIN_SIZE, MAX_SIZE);

  if (size != g_settings_get_int (zoom->settings, "font-size"))
    g_settings_set_int (zoom->settings, "font-size", size);
}

/**
 * apo_reader_zoom_step:
 * @step: points to make the text larger by; 0 for the size that it had at first
 */
void
apo_reader_zoom_step (GSettings *settings,
                      int        step)
{
  int size = g_settings_get_int (settings, "font-size");

  if (step == 0)
    g_settings_reset (settings, "font-size");
  else if (CLAMP (size + step, MIN_SIZE, MAX_SIZE) != size)
    g_settings_set_int (settings, "font-size", CLAMP (size + step, MIN_SIZE, MAX_SIZE));
}

/**
 * apo_reader_zoom_attach:
 * @widget: the text
 *
 * From now on two fingers, or the wheel with Ctrl held down, zoom the text.
 */
void
apo_reader_zoom_attach (GtkWidget *widget,
                        GSettings *settings)
{
  Zoom *zoom = g_new0 (Zoom, 1);
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  zoom->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (widget), "apo-reader-zoom", zoom, (GDestroyNotify) zoom_free);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), zoom);
  gtk_widget_add_controller (widget, wheel);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), zoom);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), zoom);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
