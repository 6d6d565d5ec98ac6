/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

/* What passes: sentences at the foot of the window. */

#define TOAST_SECONDS 5
#define TOAST_MARGIN 12         /* pixels, on each side */

/* A toast that is younger may still be coming into sight. */
#define TOAST_SETTLING_MICROSECONDS (1 * G_USEC_PER_SEC)

static void
toast_dismissed_cb (ApoWindow *self,
                    AdwToast  *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* Breaks the sentence into lines that the window has room for: a toast has one line of its own, and
 * would shorten what it says. */
static void
break_lines (ApoWindow *self,
             GtkWidget *toast,
             GtkLabel  *label)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));
  g_autoptr (GString) text = g_string_new (NULL);
  int toast_width;
  int label_width;
  int room;

  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &toast_width, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &label_width, NULL,
                      NULL);
  room = gtk_widget_get_width (GTK_WIDGET (self->toasts)) - (toast_width - label_width)
         - 2 * TOAST_MARGIN;
  if (room <= 0 || label_width <= room)
    return;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      g_string_append_len (text, pango_layout_get_text (layout) + line->start_index, line->length);
      if (l->next != NULL)
        g_string_append_c (text, '\n');
    }
  gtk_label_set_single_line_mode (label, FALSE);
  gtk_label_set_text (label, text->str);
}

/* The button that closes a toast bears an icon and nothing else. */
static void
complete_toast (ApoWindow *self,
                GtkWidget *toast,
                GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
    break_lines (self, toast, GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    complete_toast (self, toast, child);
}

static void
complete_toasts (ApoWindow *self)
{
  GtkWidget *below = adw_toast_overlay_get_child (self->toasts);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != below)
      complete_toast (self, child, child);
}

static void
fill_toast (AdwToast   *toast,
            const char *message,
            const char *button,
            const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
}

/**
 * apo_window_show_toast:
 * @button: (nullable): what can be done about it
 * @action: (nullable): the action of the button
 *
 * Says something that passes; what was said before goes, or, where that was just now, is said no
 * more.
 */
void
apo_window_show_toast (ApoWindow  *window,
                       const char *message,
                       const char *button,
                       const char *action)
{
  gint64 now = g_get_monotonic_time ();
  AdwToast *toast;

  /* libadwaita 1.2 crashes where a toast goes while it still comes */
  if (window->toast != NULL && now - window->toast_time < TOAST_SETTLING_MICROSECONDS)
    {
      fill_toast (window->toast, message, button, action);
      complete_toasts (window);
      return;
    }
  if (window->toast != NULL)
    adw_toast_dismiss (window->toast);

  toast = adw_toast_new ("");
  fill_toast (toast, message, button, action);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  window->toast_time = now;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), window,
                           G_CONNECT_SWAPPED);
  window->toast = toast;
  adw_toast_overlay_add_toast (window->toasts, toast);
  complete_toasts (window);
}
