/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-actor-tally.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_CARD (apo_actor_card_get_type ())

/**
 * ApoActorCard:
 *
 * Everything about one actor: its names and where they stand, figures, kind and country, relations,
 * events and notes, and what can be done to it.  Role: group.
 *
 * Signals: `span-activated` (guint start, guint end), a place to bring the text to, 0 and 0 for
 * none; `claims-wanted` (gboolean about), the claims about the actor, or those that it makes.
 *
 * Needs the actions `actor.…` of #ApoActorsPanel.
 */
G_DECLARE_FINAL_TYPE (ApoActorCard, apo_actor_card, APO, ACTOR_CARD, GtkBox)

void      apo_actor_card_set_context (ApoActorCard  *card,
                                      ApoDossier    *dossier,
                                      ApoHistory    *history,
                                      ApoFocus      *focus,
                                      ApoActorTally *tally);
void      apo_actor_card_show        (ApoActorCard  *card,
                                      ApoActor      *actor);
ApoActor *apo_actor_card_get_actor   (ApoActorCard  *card);
void      apo_actor_card_take_focus  (ApoActorCard  *card);
void      apo_actor_card_rename      (ApoActorCard  *card);
void      apo_actor_card_merge       (ApoActorCard  *card);
void      apo_actor_card_split       (ApoActorCard  *card);
void      apo_actor_card_step        (ApoActorCard  *card,
                                      int            step);
gboolean  apo_actor_card_leave       (ApoActorCard  *card);

G_END_DECLS
