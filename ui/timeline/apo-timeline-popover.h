/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_POPOVER (apo_timeline_popover_get_type ())

/**
 * ApoTimelinePopover:
 *
 * An event to be changed: its name, its date, how sure it is, who takes part.  The date is taken by
 * Enter or when the popover closes, but not by Escape.
 *
 * Properties: `certainty`, of the event.  Actions: `event.certainty`, `event.show-passage`,
 * `event.dismiss`, `event.restore`.
 */
G_DECLARE_FINAL_TYPE (ApoTimelinePopover, apo_timeline_popover, APO, TIMELINE_POPOVER, GtkPopover)

GtkWidget *apo_timeline_popover_new         (void);
void       apo_timeline_popover_set_context (ApoTimelinePopover *popover,
                                             ApoDossier         *dossier,
                                             ApoHistory         *history,
                                             ApoFocus           *focus);
void       apo_timeline_popover_show        (ApoTimelinePopover *popover,
                                             ApoEvent           *event);

G_END_DECLS
