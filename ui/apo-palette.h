/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* The colours of drawn things, by their meaning.  They are defined once, in style.css and
 * style-dark.css, as `@define-color`s, and looked up through the style of @widget. */

void apo_palette_get_verdict  (GtkWidget        *widget,
                               ApoVerdictGroup   group,
                               GdkRGBA          *color);
void apo_palette_get_family   (GtkWidget        *widget,
                               ApoRelationFamily family,
                               GdkRGBA          *color);
void apo_palette_get_actor    (GtkWidget        *widget,
                               int               rank,
                               GdkRGBA          *color);
void apo_palette_get_accent   (GtkWidget        *widget,
                               GdkRGBA          *color);
void apo_palette_get_view     (GtkWidget        *widget,
                               GdkRGBA          *color);
void apo_palette_get_ink      (GtkWidget        *widget,
                               GdkRGBA          *color);
void apo_palette_get_found    (GtkWidget        *widget,
                               GdkRGBA          *color);
gboolean apo_palette_is_high_contrast (GtkWidget *widget);

G_END_DECLS
