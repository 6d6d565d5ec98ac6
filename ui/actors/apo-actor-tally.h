/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_TALLY (apo_actor_tally_get_type ())

/**
 * ApoActorTally:
 *
 * How many claims of a dossier each actor makes and is the subject of, counted once after each
 * change and not once for each actor.
 *
 * Signals: `changed`, after the dossier has changed.
 */
G_DECLARE_FINAL_TYPE (ApoActorTally, apo_actor_tally, APO, ACTOR_TALLY, GObject)

ApoActorTally *apo_actor_tally_new   (ApoDossier    *dossier);
void           apo_actor_tally_count (ApoActorTally *tally,
                                      ApoActor      *actor,
                                      guint         *n_made,
                                      guint         *n_about);

G_END_DECLS
