/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_TIMELINE_CLUSTER (apo_timeline_cluster_get_type ())

/**
 * ApoTimelineCluster:
 *
 * Several events that have no room of their own, as their number.
 *
 * CSS node: `timelinecluster`.  Role: button.  Signal: `activate`.
 */
G_DECLARE_FINAL_TYPE (ApoTimelineCluster, apo_timeline_cluster, APO, TIMELINE_CLUSTER, GtkWidget)

GtkWidget *apo_timeline_cluster_new       (void);
void       apo_timeline_cluster_set_count (ApoTimelineCluster *self,
                                           guint               count);

G_END_DECLS
