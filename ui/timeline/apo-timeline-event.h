/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-timeline-pack.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_EVENT (apo_timeline_event_get_type ())

/**
 * ApoTimelineEvent:
 *
 * One event on the scale: a disc or a bar, with its name.
 *
 * CSS node: `timelineevent`.  Role: button, with name, date and standing as its label, pressed while
 * selected.  Enter, space and click select the event in the focus; where it is selected already, and
 * by Menu, it is asked about (`timeline.edit`).  Dragging its mark, or Alt with the arrow keys, gives
 * it another date (`timeline.step`).
 */
G_DECLARE_FINAL_TYPE (ApoTimelineEvent, apo_timeline_event, APO, TIMELINE_EVENT, GtkWidget)

/**
 * ApoTimelineGeometry:
 * @mark_start: where the mark begins
 * @mark_end: where the mark ends
 * @visible_start: what is left of it is out of sight
 * @visible_end: what is right of it is out of sight
 * @side: where the label is
 *
 * All in pixels of the widget.
 */
typedef struct {
  double mark_start;
  double mark_end;
  double visible_start;
  double visible_end;
  ApoLabelSide side;
} ApoTimelineGeometry;

GtkWidget  *apo_timeline_event_new             (ApoDossier                *dossier,
                                                ApoFocus                  *focus,
                                                ApoEvent                  *event);
ApoEvent   *apo_timeline_event_get_event       (ApoTimelineEvent          *self);
void        apo_timeline_event_refresh         (ApoTimelineEvent          *self);
void        apo_timeline_event_update_light    (ApoTimelineEvent          *self);
void        apo_timeline_event_set_geometry    (ApoTimelineEvent          *self,
                                                const ApoTimelineGeometry *geometry);
double      apo_timeline_event_get_label_width (ApoTimelineEvent          *self);
gboolean    apo_timeline_event_is_point        (ApoTimelineEvent          *self);
const char *apo_timeline_event_get_description (ApoTimelineEvent          *self);
gboolean    apo_timeline_event_can_drag        (ApoTimelineEvent          *self,
                                                double                     x);
void        apo_timeline_event_set_dragged     (ApoTimelineEvent          *self,
                                                gboolean                   dragging,
                                                double                     x,
                                                int                        steps);
int         apo_timeline_event_find_rank       (ApoDossier                *dossier,
                                                ApoEvent                  *event);

G_END_DECLS
