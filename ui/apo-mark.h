/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* The small signs that are the same everywhere: in lists, the gutter, graph, timeline and menus. */

void apo_mark_draw_verdict       (cairo_t       *cr,
                                  ApoVerdict     verdict,
                                  const GdkRGBA *color,
                                  const GdkRGBA *ink,
                                  double         x,
                                  double         y,
                                  double         size);
void apo_mark_snapshot_verdict   (GtkSnapshot   *snapshot,
                                  GtkWidget     *widget,
                                  ApoVerdict     verdict,
                                  double         x,
                                  double         y,
                                  double         size);
void apo_mark_snapshot_certainty (GtkSnapshot   *snapshot,
                                  GtkWidget     *widget,
                                  ApoCertainty   certainty,
                                  double         x,
                                  double         y,
                                  double         width,
                                  double         height);
void apo_mark_draw_actor         (cairo_t       *cr,
                                  ApoActorKind   kind,
                                  const GdkRGBA *color,
                                  const GdkRGBA *background,
                                  double         x,
                                  double         y,
                                  double         radius);

#define APO_TYPE_MARK (apo_mark_get_type ())

/**
 * ApoMark:
 *
 * A widget that shows the sign of a verdict; properties `verdict` and `pixel-size` (18).
 */
G_DECLARE_FINAL_TYPE (ApoMark, apo_mark, APO, MARK, GtkWidget)

GtkWidget *apo_mark_new         (void);
void       apo_mark_set_verdict (ApoMark   *mark,
                                 ApoVerdict verdict);

G_END_DECLS
