/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-time-scale.h"
#include "apo-timeline-pack.h"

G_BEGIN_DECLS

#define APO_TIMELINE_ROW_HEIGHT 36
#define APO_TIMELINE_ROWS_TOP 42

/**
 * ApoTimelineSlot:
 * @x: pixels from day 0
 * @widget: an event or a cluster
 *
 * Something that has a place of its own.
 */
typedef struct {
  double x;
  GtkWidget *widget;
} ApoTimelineSlot;

/**
 * ApoTimelinePlacement:
 * @events: (element-type ApoTimelineEvent): in the order of time
 * @clusters: (element-type ApoTimelineCluster): more than are in use
 * @items: (element-type ApoPackItem): of @events, in pixels from day 0
 * @pack: (nullable): the places of @events, none after something has changed
 * @slots: (element-type ApoTimelineSlot): what can be seen and focused, in the order of time
 * @density: pixels per day for which @pack was made
 * @width: pixels for which @pack was made
 * @n_rows: rows for which @pack was made
 *
 * Where the children of the canvas are.  Places are found for the whole of time at once, in pixels
 * from day 0, so that nothing jumps from row to row while the reader pans.
 */
typedef struct {
  GPtrArray *events;
  GPtrArray *clusters;
  GArray *items;
  ApoTimelinePack *pack;
  GArray *slots;
  double density;
  double width;
  guint n_rows;
} ApoTimelinePlacement;

ApoTimelinePlacement *apo_timeline_placement_new         (void);
void                  apo_timeline_placement_free        (ApoTimelinePlacement *placement);
void                  apo_timeline_placement_invalidate  (ApoTimelinePlacement *placement);
void                  apo_timeline_placement_update      (ApoTimelinePlacement *placement,
                                                          const ApoTimeScale   *scale,
                                                          const ApoTimeScale   *all,
                                                          int                   height);
void                  apo_timeline_placement_collect     (ApoTimelinePlacement *placement);
void                  apo_timeline_placement_allocate    (ApoTimelinePlacement *placement,
                                                          const ApoTimeScale   *scale);
double                apo_timeline_placement_get_y       (ApoTimelinePlacement *placement,
                                                          guint                 index);
int                   apo_timeline_placement_find_slot   (ApoTimelinePlacement *placement,
                                                          GtkWidget            *widget);
int                   apo_timeline_placement_find_after  (ApoTimelinePlacement *placement,
                                                          double                day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTimelinePlacement, apo_timeline_placement_free)

G_END_DECLS
