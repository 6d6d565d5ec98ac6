/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-maximize-button.h"

#include <glib/gi18n.h>

struct _ApoMaximizeButton {
  GtkToggleButton parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoMaximizeButton, apo_maximize_button, GTK_TYPE_TOGGLE_BUTTON)

static void
show_state (ApoMaximizeButton *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));
  const char *label = active ? _("Restore the Panel") : _("Maximise the Panel");

  gtk_button_set_icon_name (GTK_BUTTON (self), active ? "view-restore-symbolic"
                                                      : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
apo_maximize_button_class_init (ApoMaximizeButtonClass *klass)
{
}

static void
apo_maximize_button_init (ApoMaximizeButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "apo-maximize");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::active", G_CALLBACK (show_state), NULL);
  g_object_bind_property (self, "sensitive", self, "visible", G_BINDING_SYNC_CREATE);
  show_state (self);
}
