/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tooltips of what there are many of: the text is asked for when the pointer rests, while
 * gtk_widget_set_tooltip_text() asks the display each time where the pointer is, and waits for the
 * answer. */

void        apo_tooltip_set (GtkWidget  *widget,
                             const char *text);
const char *apo_tooltip_get (GtkWidget  *widget);
void        apo_tooltip_set_label (GtkWidget *owner,
                                   GtkLabel  *label);

G_END_DECLS
