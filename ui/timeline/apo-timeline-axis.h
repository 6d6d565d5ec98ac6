/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-time-scale.h"

G_BEGIN_DECLS

/* What lies behind the events: the scale with its lines, and the moment of the article. */

#define APO_TIMELINE_AXIS_HEIGHT 38.0
#define APO_TIMELINE_FOOT_HEIGHT 28

void apo_timeline_axis_snapshot_scale (GtkWidget          *widget,
                                       GtkSnapshot        *snapshot,
                                       const ApoTimeScale *scale);
void apo_timeline_axis_snapshot_future (GtkWidget         *widget,
                                       GtkSnapshot        *snapshot,
                                       const ApoTimeScale *scale,
                                       ApoDay              article_day);
void apo_timeline_axis_snapshot_now   (GtkWidget          *widget,
                                       GtkSnapshot        *snapshot,
                                       const ApoTimeScale *scale,
                                       ApoDay              article_day);

G_END_DECLS
