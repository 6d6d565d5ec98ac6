/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ApoMeterColors:
 *
 * What the index of a segment stands for, and so where its colour comes from.
 */
typedef enum {
  APO_METER_VERDICTS,           /* an ApoVerdictGroup */
  APO_METER_ACTORS,             /* the rank of an actor, -1 for any other */
} ApoMeterColors;

/**
 * ApoMeterSegment:
 * @index: see #ApoMeterColors
 * @weight: its share, in the unit of the meter's total
 */
typedef struct {
  int index;
  guint weight;
} ApoMeterSegment;

#define APO_TYPE_METER (apo_meter_get_type ())

/**
 * ApoMeter:
 *
 * A thin bar of coloured segments.  Role: meter, with a label that says in words what the colours
 * show.  CSS node: `apometer`.
 */
G_DECLARE_FINAL_TYPE (ApoMeter, apo_meter, APO, METER, GtkWidget)

GtkWidget             *apo_meter_new          (void);
void                   apo_meter_set_segments (ApoMeter              *meter,
                                               ApoMeterColors         colors,
                                               const ApoMeterSegment *segments,
                                               guint                  n_segments,
                                               guint                  total);
void                   apo_meter_set_label    (ApoMeter              *meter,
                                               const char            *label);
const ApoMeterSegment *apo_meter_get_segments (ApoMeter              *meter,
                                               guint                 *n_segments);

G_END_DECLS
