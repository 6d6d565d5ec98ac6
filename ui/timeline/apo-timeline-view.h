/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-analysis.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_VIEW (apo_timeline_view_get_type ())

/**
 * ApoTimelineView:
 *
 * The panel of the timeline: its title with buttons, the events in time, those without a date, and
 * the whole period small.
 *
 * CSS node: `timelineview`.  Actions: `timeline.zoom-in`, `timeline.zoom-out`, `timeline.fit`.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineView, apo_timeline_view, APO, TIMELINE_VIEW, GtkWidget)

GtkWidget *apo_timeline_view_new         (void);
void       apo_timeline_view_set_context (ApoTimelineView *view,
                                          ApoDossier      *dossier,
                                          ApoHistory      *history,
                                          ApoFocus        *focus);
void       apo_timeline_view_set_analysis (ApoTimelineView *view,
                                           ApoAnalysis     *analysis);

G_END_DECLS
