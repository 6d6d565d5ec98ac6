/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void apo_reader_zoom_step   (GSettings *settings,
                             int        step);
void apo_reader_zoom_attach (GtkWidget *widget,
                             GSettings *settings);

G_END_DECLS
