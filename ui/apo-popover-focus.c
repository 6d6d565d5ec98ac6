/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-popover-focus.h"

static gboolean
closed_cb (GSignalInvocationHint *hint,
           guint                  n_params,
           const GValue          *params,
           gpointer               user_data)
{
  GtkWidget *popover = g_value_get_object (&params[0]);
  GtkWidget *owner = gtk_widget_get_parent (popover);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focused != NULL && owner != NULL
      && (focused == popover || gtk_widget_is_ancestor (focused, popover)))
    gtk_widget_grab_focus (owner);

  return TRUE;
}

/**
 * apo_popover_focus_install:
 *
 * From now on, the keyboard goes back to what a popover hangs on when that closes.  GTK leaves it in
 * what is closed where the choice was made in a submenu, and there no key does anything.  To be called
 * once.
 */
void
apo_popover_focus_install (void)
{
  /* kept: a class that is not there has no signals */
  g_type_class_ref (GTK_TYPE_POPOVER);
  g_signal_add_emission_hook (g_signal_lookup ("closed", GTK_TYPE_POPOVER), 0, closed_cb, NULL,
                              NULL);
}
