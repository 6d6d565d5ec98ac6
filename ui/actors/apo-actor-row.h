/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-actor-tally.h"
#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_ROW (apo_actor_row_get_type ())

/**
 * ApoActorRow:
 *
 * An actor in the list: sign, name, kind and figures; the other names are in the tooltip.
 *
 * Properties: `actor` and `selected`, to be bound to those of a #GtkListItem.
 */
G_DECLARE_FINAL_TYPE (ApoActorRow, apo_actor_row, APO, ACTOR_ROW, GtkBox)

GtkWidget *apo_actor_row_new (ApoDossier    *dossier,
                              ApoActorTally *tally,
                              ApoFocus      *focus);

G_END_DECLS
