/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

#define APO_TIMELINE_POINT_RADIUS 6.0

/**
 * ApoTimelineInk:
 * @color: of the event
 * @ground: of the view
 * @disputed: of what strikes out
 * @standing: what the lines say
 * @extra: pixels added to each line, for high contrast
 */
typedef struct {
  GdkRGBA color;
  GdkRGBA ground;
  GdkRGBA disputed;
  ApoStanding standing;
  double extra;
} ApoTimelineInk;

/**
 * ApoTimelineBar:
 * @start: pixels
 * @end: pixels
 * @height: pixels
 * @soft_start: pixels over which the bar fades in, 0 for a hard edge
 * @soft_end: pixels over which the bar fades out, 0 for a hard edge
 * @open_start: pixels where an arrow says that it goes on to the left, or NAN
 * @open_end: pixels where an arrow says that it goes on to the right, or NAN
 */
typedef struct {
  double start;
  double end;
  double height;
  double soft_start;
  double soft_end;
  double open_start;
  double open_end;
} ApoTimelineBar;

void apo_timeline_draw_point  (cairo_t              *cr,
                               const ApoTimelineInk *ink,
                               double                x,
                               double                y);
void apo_timeline_draw_bar    (cairo_t              *cr,
                               const ApoTimelineInk *ink,
                               const ApoTimelineBar *bar,
                               double                y);
void apo_timeline_draw_halo   (cairo_t              *cr,
                               const GdkRGBA        *color,
                               double                opacity,
                               double                x,
                               double                y,
                               double                width,
                               double                height);
void apo_timeline_draw_thread (cairo_t              *cr,
                               const GdkRGBA        *color,
                               double                from_x,
                               double                from_y,
                               double                to_x,
                               double                to_y);

G_END_DECLS
