/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"

G_BEGIN_DECLS

/**
 * ApoTimeScale:
 * @start: the moment at pixel 0, in days
 * @end: the moment at pixel @width, in days
 * @width: pixels, at least 1
 *
 * A piece of time laid out on a line.  A moment is an #ApoDay with a fraction, so that a day begins
 * at its own number and ends where the next one begins.  Between one day and 2,000 years are in
 * sight, from year −9999 to year 9999.
 */
typedef struct {
  double start;
  double end;
  double width;
} ApoTimeScale;

/**
 * ApoTickLevel:
 *
 * What begins at a tick, which is also what its label names.
 */
typedef enum {
  APO_TICK_DAY,
  APO_TICK_WEEK,
  APO_TICK_MONTH,
  APO_TICK_QUARTER,
  APO_TICK_YEAR,
  APO_TICK_DECADE,
  APO_TICK_CENTURY,
  APO_TICK_MILLENNIUM,
} ApoTickLevel;

/**
 * ApoTick:
 * @day: the first day of what begins here
 * @level: what begins here
 * @major: whether it belongs to the upper row, which says what the lower one leaves out
 * @labelled: whether its label has room
 * @x: pixels; below 0 for what began before the start of the scale
 * @label_x: pixels, where the box of the label begins
 * @label_width: pixels, of that box
 */
typedef struct {
  ApoDay day;
  ApoTickLevel level;
  gboolean major;
  gboolean labelled;
  double x;
  double label_x;
  double label_width;
} ApoTick;

/**
 * ApoTickMeasure:
 * @major: whether it is for the upper row
 *
 * Returns: the width in pixels of the label of that tick, with the space around it
 */
typedef double (*ApoTickMeasure) (ApoTickLevel level,
                                  gboolean     major,
                                  ApoDay       day,
                                  gpointer     user_data);

void     apo_time_scale_set_range (ApoTimeScale       *scale,
                                   double              start,
                                   double              end);
void     apo_time_scale_set_width (ApoTimeScale       *scale,
                                   double              width);
gboolean apo_time_scale_fit       (ApoTimeScale       *scale,
                                   const ApoInterval  *intervals,
                                   guint               n_intervals,
                                   double              margin);
void     apo_time_scale_zoom      (ApoTimeScale       *scale,
                                   double              factor,
                                   double              x);
void     apo_time_scale_pan       (ApoTimeScale       *scale,
                                   double              pixels);
void     apo_time_scale_mix       (ApoTimeScale       *scale,
                                   const ApoTimeScale *from,
                                   const ApoTimeScale *to,
                                   double              progress);
double   apo_time_scale_get_x     (const ApoTimeScale *scale,
                                   double              day);
double   apo_time_scale_get_day   (const ApoTimeScale *scale,
                                   double              x);
GArray  *apo_time_scale_list_ticks (const ApoTimeScale *scale,
                                   ApoTickMeasure      measure,
                                   gpointer            user_data);

G_END_DECLS
