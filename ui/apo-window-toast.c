/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

/* What passes: sentences at the foot of the window. */

#define TOAST_SECONDS 5

static void
toast_dismissed_cb (ApoWindow *self,
                    AdwToast  *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* The button that closes a toast bears an icon and nothing else. */
static void
name_icon_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_icon_buttons (child);
}

/**
 * apo_window_show_toast:
 * @button: (nullable): what can be done about it
 * @action: (nullable): the action of the button
 *
 * Says something that passes; what was said before goes.
 */
void
apo_window_show_toast (ApoWindow  *window,
                       const char *message,
                       const char *button,
                       const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (window->toast != NULL)
    adw_toast_dismiss (window->toast);

  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), window,
                           G_CONNECT_SWAPPED);
  window->toast = toast;
  adw_toast_overlay_add_toast (window->toasts, toast);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (window->stack))
      name_icon_buttons (child);
}
