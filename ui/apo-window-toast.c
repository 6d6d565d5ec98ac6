/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

/* What passes: sentences at the foot of the window. */

#define TOAST_SECONDS 5

/* A toast that is younger may still be coming into sight. */
#define TOAST_SETTLING_MICROSECONDS (1 * G_USEC_PER_SEC)

static void
toast_dismissed_cb (ApoWindow *self,
                    AdwToast  *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* The button that closes a toast bears an icon and nothing else; what a toast says would be shortened
 * in a narrow window. */
static void
complete_toast (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && !GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 0);
    }
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    complete_toast (child);
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
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (window->stack))
      complete_toast (child);
}
