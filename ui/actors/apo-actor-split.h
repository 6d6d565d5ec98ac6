/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_SPLIT (apo_actor_split_get_type ())

/**
 * ApoActorSplit:
 *
 * All places where the text names an actor, with what stands around them, to tick those that mean
 * somebody else; all places of one name at a click.
 *
 * Signals: `span-activated` (guint start, guint end), a place to bring the text to; `split` (ApoActor
 * *actor), the new actor; `closed`, when nothing is to be done.
 */
G_DECLARE_FINAL_TYPE (ApoActorSplit, apo_actor_split, APO, ACTOR_SPLIT, GtkBox)

void apo_actor_split_start (ApoActorSplit *split,
                            ApoDossier    *dossier,
                            ApoHistory    *history,
                            ApoActor      *actor);
void apo_actor_split_stop  (ApoActorSplit *split);

G_END_DECLS
