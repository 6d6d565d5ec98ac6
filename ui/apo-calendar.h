/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void apo_calendar_name_buttons (GtkCalendar *calendar);

G_END_DECLS
