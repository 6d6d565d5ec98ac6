/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-actor.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_SIGN (apo_actor_sign_get_type ())

/**
 * ApoActorSign:
 *
 * The shape of an actor's kind in the actor's colour, with two letters in it.  Role: img, labelled
 * with the kind.  CSS node: `actorsign`.
 *
 * Properties: `kind`, `rank` (gives the colour, -1 for any other), `initials`, `pixel-size` (28).
 */
G_DECLARE_FINAL_TYPE (ApoActorSign, apo_actor_sign, APO, ACTOR_SIGN, GtkWidget)

GtkWidget *apo_actor_sign_new       (void);
void       apo_actor_sign_set_actor (ApoActorSign *sign,
                                     ApoActor     *actor,
                                     int           rank);

G_END_DECLS
