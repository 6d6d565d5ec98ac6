/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-view-private.h"

#include <glib/gi18n.h>

/* Pointing at things in the text: what is lit, what is explained, what is selected. */

/* What is pointed at is explained when the pointer has rested on it for so long. */
#define CARD_DELAY_MS 500

static GPtrArray *
get_marks_at (ApoReaderView *self,
              double         x,
              double         y,
              guint         *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  if (self->marks == NULL)
    return g_ptr_array_new ();

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return g_ptr_array_new ();

  *offset = apo_reader_buffer_get_offset (self->buffer, &iter);

  return apo_reader_marks_at (self->marks, *offset);
}

void
apo_reader_view_hide_card (ApoReaderView *self)
{
  if (self->card == NULL)
    return;

  g_clear_handle_id (&self->card_source, g_source_remove);
  g_clear_pointer (&self->card_id, g_free);
  gtk_popover_popdown (GTK_POPOVER (self->card));
}

static gboolean
is_selected_time (ApoReaderView *self,
                  ApoReaderMark *mark)
{
  return APO_IS_TIME (mark->item)
         && g_strcmp0 (apo_focus_get_selected (self->focus), apo_item_get_id (mark->item)) == 0;
}

/* The menu of the text is also one of the time that it is opened on. */
static void
menu_pressed_cb (ApoReaderView *self,
                 int            n_press,
                 double         x,
                 double         y)
{
  guint offset;
  g_autoptr (GPtrArray) marks = get_marks_at (self, x, y, &offset);

  apo_reader_view_hide_card (self);
  for (guint i = 0; self->focus != NULL && i < marks->len; i++)
    {
      ApoReaderMark *mark = marks->pdata[i];

      if (APO_IS_TIME (mark->item))
        {
          apo_focus_select (self->focus, apo_item_get_id (mark->item));
          return;
        }
    }
}

/* A click selects the smallest thing under it, the next click on the same place the next; a time that
 * is alone there is then asked about. */
static void
released_cb (ApoReaderView *self,
             int            n_press,
             double         x,
             double         y)
{
  g_autoptr (GPtrArray) marks = NULL;
  guint offset = G_MAXUINT;

  apo_reader_view_hide_card (self);
  if (n_press != 1 || self->focus == NULL || apo_reader_trim_has_taken (self->trim)
      || gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;

  marks = get_marks_at (self, x, y, &offset);
  if (marks->len == 0)
    {
      self->last_click = G_MAXUINT;
      apo_focus_select (self->focus, NULL);
      return;
    }

  if (offset == self->last_click && marks->len == 1 && is_selected_time (self, marks->pdata[0]))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "reader.edit-date", NULL);
      return;
    }

  self->n_cycle = offset == self->last_click ? (self->n_cycle + 1) % marks->len : 0;
  self->last_click = offset;
  apo_focus_select (self->focus,
                    apo_item_get_id (((ApoReaderMark *) marks->pdata[self->n_cycle])->item));
}

static gboolean
show_card_cb (gpointer user_data)
{
  ApoReaderView *self = user_data;
  ApoItem *item = apo_dossier_lookup (self->dossier, self->card_id);
  GdkRectangle place;

  self->card_source = 0;
  if (item != NULL)
    {
      apo_reader_view_get_place (self, self->card_offset, &place);
      apo_reader_card_present (self->card, self->dossier, item, self->card_offset, &place, FALSE);
    }

  return G_SOURCE_REMOVE;
}

/* Explains what the pointer has come to rest on. */
static void
rest_on (ApoReaderView *self,
         const char    *id,
         guint          offset)
{
  if (g_strcmp0 (id, self->card_id) == 0)
    return;

  apo_reader_view_hide_card (self);
  if (id == NULL)
    return;

  self->card_id = g_strdup (id);
  self->card_offset = offset;
  self->card_source = g_timeout_add (CARD_DELAY_MS, show_card_cb, self);
}

static void
motion_cb (ApoReaderView *self,
           double         x,
           double         y)
{
  guint offset;
  g_autoptr (GPtrArray) marks = get_marks_at (self, x, y, &offset);
  gboolean handle = apo_reader_trim_is_at (self->trim, x, y);
  const char *id = NULL;

  if (self->focus == NULL)
    return;

  if (marks->len > 0 && !handle)
    id = apo_item_get_id (((ApoReaderMark *) marks->pdata[0])->item);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), handle ? "col-resize" : "text");
  apo_focus_hover (self->focus, id);
  rest_on (self, id, offset);
}

static void
leave_cb (ApoReaderView *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
  rest_on (self, NULL, 0);
}

/* What was pointed at is elsewhere now. */
static void
adjustment_cb (ApoReaderView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed",
                             G_CALLBACK (apo_reader_view_hide_card), self, G_CONNECT_SWAPPED);
}

/**
 * apo_reader_view_show_card:
 *
 * Explains what is selected, where it stands in the text; Escape closes the card.
 *
 * Returns: whether something is selected that stands there
 */
gboolean
apo_reader_view_show_card (ApoReaderView *view)
{
  ApoItem *item = NULL;
  GdkRectangle place;
  ApoSpan span;

  if (view->focus != NULL)
    item = apo_dossier_lookup (view->dossier, apo_focus_get_selected (view->focus));
  if (item == NULL || !apo_dossier_get_item_span (view->dossier, item, &span))
    return FALSE;

  apo_reader_view_hide_card (view);
  apo_reader_view_show_span (view, span);
  apo_reader_view_get_place (view, span.start, &place);
  apo_reader_card_present (view->card, view->dossier, item, span.start, &place, TRUE);

  return TRUE;
}

void
apo_reader_view_add_pointing (ApoReaderView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  g_autoptr (GMenu) extra = g_menu_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->card = apo_reader_card_new (GTK_WIDGET (self));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  g_menu_append (extra, _("_Date of the Selected Time…"), "reader.edit-date");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (extra));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (adjustment_cb), NULL);
}
