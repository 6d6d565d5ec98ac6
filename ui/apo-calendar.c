/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-calendar.h"

#include <glib/gi18n.h>

static void
collect_buttons (GtkWidget *widget,
                 GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, buttons);
}

/**
 * apo_calendar_name_buttons:
 *
 * Names the arrows beside month and year, which GTK shows as nothing but icons.
 */
void
apo_calendar_name_buttons (GtkCalendar *calendar)
{
  const char *names[] = {
    _("Previous month"), _("Next month"), _("Previous year"), _("Next year"),
  };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect_buttons (GTK_WIDGET (calendar), buttons);
  for (guint i = 0; i < G_N_ELEMENTS (names) && buttons->len == G_N_ELEMENTS (names); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (buttons->pdata[i]),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
}
