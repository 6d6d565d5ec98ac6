/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoLabelSide:
 *
 * Where a label stands to its mark.
 */
typedef enum {
  APO_LABEL_RIGHT,
  APO_LABEL_LEFT,
  APO_LABEL_INSIDE,
} ApoLabelSide;

/**
 * ApoPackItem:
 * @start: pixels, where the mark begins; `-INFINITY` for an open start
 * @end: pixels, where the mark ends; `INFINITY` for an open end
 * @label: pixels, the width of the label with the space between it and the mark
 */
typedef struct {
  double start;
  double end;
  double label;
} ApoPackItem;

/**
 * ApoPackOptions:
 * @lower: pixels, left of which labels are not put if that can be avoided
 * @upper: pixels, right of which labels are not put if that can be avoided
 * @gap: pixels between neighbours in a row
 * @cluster_width: pixels, the least width of a cluster
 * @max_rows: how many rows there is room for, 0 for any number
 */
typedef struct {
  double lower;
  double upper;
  double gap;
  double cluster_width;
  guint max_rows;
} ApoPackOptions;

/**
 * ApoPackPlace:
 * @start: pixels, where mark and label together begin
 * @end: pixels, where mark and label together end
 * @row: its row, counted from 0
 * @side: where the label is
 * @cluster: the cluster that it is part of, or -1 if it has a place of its own
 */
typedef struct {
  double start;
  double end;
  guint row;
  ApoLabelSide side;
  int cluster;
} ApoPackPlace;

/**
 * ApoPackCluster:
 * @start: pixels
 * @end: pixels
 * @n_items: how many items it stands for, at least two
 */
typedef struct {
  double start;
  double end;
  guint n_items;
} ApoPackCluster;

/**
 * ApoTimelinePack:
 * @places: one for each item, in the order of the items
 * @clusters: from left to right, all in the last row
 * @n_rows: how many rows are in use
 */
typedef struct {
  ApoPackPlace *places;
  guint n_places;
  ApoPackCluster *clusters;
  guint n_clusters;
  guint n_rows;
} ApoTimelinePack;

guint            apo_timeline_pack_rows (const double         *starts,
                                         const double         *ends,
                                         guint                 n_items,
                                         double                gap,
                                         guint                *rows);
ApoTimelinePack *apo_timeline_pack_new  (const ApoPackItem    *items,
                                         guint                 n_items,
                                         const ApoPackOptions *options);
void             apo_timeline_pack_free (ApoTimelinePack      *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTimelinePack, apo_timeline_pack_free)

G_END_DECLS
