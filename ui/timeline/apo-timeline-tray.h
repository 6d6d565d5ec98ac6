/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_TRAY (apo_timeline_tray_get_type ())

/**
 * ApoTimelineTray:
 *
 * The events without a date, in the order in which the article tells them.
 *
 * CSS node: `timelinetray`.  Role: group, with a toggle button for each event.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineTray, apo_timeline_tray, APO, TIMELINE_TRAY, GtkWidget)

GtkWidget *apo_timeline_tray_new          (void);
void       apo_timeline_tray_set_context  (ApoTimelineTray *self,
                                           ApoDossier      *dossier,
                                           ApoFocus        *focus);
void       apo_timeline_tray_refresh      (ApoTimelineTray *self);
void       apo_timeline_tray_update_light (ApoTimelineTray *self);
GtkWidget *apo_timeline_tray_find_event   (ApoTimelineTray *self,
                                           const char      *id);
guint      apo_timeline_tray_count_events (ApoTimelineTray *self);

G_END_DECLS
