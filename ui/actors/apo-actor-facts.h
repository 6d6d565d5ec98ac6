/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_FACTS (apo_actor_facts_get_type ())

/**
 * ApoActorFacts:
 *
 * What is known of an actor: its relations, its events, the notes about it; each leads to where it is
 * shown.
 */
G_DECLARE_FINAL_TYPE (ApoActorFacts, apo_actor_facts, APO, ACTOR_FACTS, GtkBox)

void apo_actor_facts_show (ApoActorFacts *facts,
                           ApoDossier    *dossier,
                           ApoFocus      *focus,
                           ApoActor      *actor);

G_END_DECLS
