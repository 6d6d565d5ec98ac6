/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-time-scale.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_CANVAS (apo_timeline_canvas_get_type ())

/**
 * ApoTimelineCanvas:
 *
 * The scale with its events.  It follows its content, that is, shows all of it, until it is told or
 * moved to show something else.
 *
 * CSS node: `timelinecanvas`.  Role: group; the events are its children, in the order of time.
 * Keys: left and right go from event to event, plus and minus zoom.
 *
 * Signal: `range-changed`, when it shows another part of time.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineCanvas, apo_timeline_canvas, APO, TIMELINE_CANVAS, GtkWidget)

void                apo_timeline_canvas_set_context  (ApoTimelineCanvas *self,
                                                      ApoDossier        *dossier,
                                                      ApoFocus          *focus);
void                apo_timeline_canvas_refresh      (ApoTimelineCanvas *self);
void                apo_timeline_canvas_update_light (ApoTimelineCanvas *self);
const ApoTimeScale *apo_timeline_canvas_get_scale    (ApoTimelineCanvas *self);
gboolean            apo_timeline_canvas_is_following (ApoTimelineCanvas *self);
void                apo_timeline_canvas_set_range    (ApoTimelineCanvas *self,
                                                      double             start,
                                                      double             end);
void                apo_timeline_canvas_zoom         (ApoTimelineCanvas *self,
                                                      double             factor,
                                                      double             x);
void                apo_timeline_canvas_zoom_middle  (ApoTimelineCanvas *self,
                                                      double             factor);
void                apo_timeline_canvas_pan          (ApoTimelineCanvas *self,
                                                      double             pixels);
void                apo_timeline_canvas_fit          (ApoTimelineCanvas *self);
void                apo_timeline_canvas_set_all      (ApoTimelineCanvas *self,
                                                      gboolean           all);
gboolean            apo_timeline_canvas_is_all       (ApoTimelineCanvas *self);
guint               apo_timeline_canvas_count_shown  (ApoTimelineCanvas *self);
guint               apo_timeline_canvas_count_events (ApoTimelineCanvas *self);

G_END_DECLS
