/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_CHOOSER (apo_actor_chooser_get_type ())

/**
 * ApoActorChooser:
 *
 * A list of actors to tick, any number of them, with search in all their names.  In the search entry,
 * the arrow keys go through the list, Enter ticks, and with nothing typed it is done.
 *
 * Signal: `chosen` (GListModel *actors), at least one.
 */
G_DECLARE_FINAL_TYPE (ApoActorChooser, apo_actor_chooser, APO, ACTOR_CHOOSER, GtkPopover)

GtkWidget *apo_actor_chooser_new  (void);
void       apo_actor_chooser_fill (ApoActorChooser *chooser,
                                   ApoDossier      *dossier,
                                   ApoActor        *actor);

G_END_DECLS
