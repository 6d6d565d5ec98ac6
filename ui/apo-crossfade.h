/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_CROSSFADE (apo_crossfade_get_type ())

/**
 * ApoCrossfade:
 *
 * Holds one child, and lets what it looked like fade away over what it looks like now.
 *
 * Property: `child`.
 */
G_DECLARE_FINAL_TYPE (ApoCrossfade, apo_crossfade, APO, CROSSFADE, GtkWidget)

void     apo_crossfade_start      (ApoCrossfade *crossfade);
gboolean apo_crossfade_is_running (ApoCrossfade *crossfade);

G_END_DECLS
