/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int apo_popover_height_get_width (GtkWidget      *popover,
                                  GtkOrientation  orientation,
                                  int             for_size);

G_END_DECLS
