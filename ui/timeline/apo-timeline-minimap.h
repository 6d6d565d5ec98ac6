/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-time-scale.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_MINIMAP (apo_timeline_minimap_get_type ())

/**
 * ApoTimelineMinimap:
 *
 * All events small, with a handle for what the canvas shows: dragged in its middle it moves, dragged
 * at its ends it grows or shrinks; a press beside it brings it there.
 *
 * CSS node: `timelineminimap`.  Role: image; everything that it does the canvas can do by key.
 * Signal: `range-chosen` (double start, double end), in days.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineMinimap, apo_timeline_minimap, APO, TIMELINE_MINIMAP, GtkWidget)

GtkWidget *apo_timeline_minimap_new         (void);
void       apo_timeline_minimap_set_context (ApoTimelineMinimap *self,
                                             ApoDossier         *dossier,
                                             ApoFocus           *focus);
void       apo_timeline_minimap_set_range   (ApoTimelineMinimap *self,
                                             double              start,
                                             double              end);

G_END_DECLS
