/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void apo_action_state_set_enabled (GtkWidget  *widget,
                                   const char *action,
                                   gboolean    enabled);

G_END_DECLS
