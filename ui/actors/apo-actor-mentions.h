/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_MENTIONS (apo_actor_mentions_get_type ())

/**
 * ApoActorMentions:
 *
 * How the text names an actor: a chip for each of the names, which goes from one place to the next,
 * with the sentence of that place below, to be taken away from the actor if it means somebody else;
 * and a field for another name.
 *
 * Signal: `span-activated` (guint start, guint end), a place to bring the text to, 0 and 0 for none.
 */
G_DECLARE_FINAL_TYPE (ApoActorMentions, apo_actor_mentions, APO, ACTOR_MENTIONS, GtkBox)

void apo_actor_mentions_show (ApoActorMentions *mentions,
                              ApoDossier       *dossier,
                              ApoHistory       *history,
                              ApoActor         *actor);
void apo_actor_mentions_step (ApoActorMentions *mentions,
                              int               step);
void apo_actor_mentions_step_all (ApoActorMentions *mentions);

G_END_DECLS
