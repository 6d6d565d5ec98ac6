/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-event.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_ACTORS (apo_timeline_actors_get_type ())

/**
 * ApoTimelineActors:
 *
 * A button that says who takes part in an event, and lets the reader choose among all actors.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineActors, apo_timeline_actors, APO, TIMELINE_ACTORS, GtkWidget)

void apo_timeline_actors_show (ApoTimelineActors *actors,
                               ApoHistory        *history,
                               ApoEvent          *event);

G_END_DECLS
