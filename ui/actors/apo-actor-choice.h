/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-actor-tally.h"
#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_CHOICE (apo_actor_choice_get_type ())

/**
 * ApoActorChoice:
 *
 * Which actors of a dossier are listed, and in what order: of the kinds chosen, with the words
 * searched for in one of their names, on the basis of what is shown; or those that the reader said
 * are none.  Most mentioned first, by name, or by claims; places come last.
 *
 * Signal: `changed`, when another choice was made.
 *
 * Actions: `kind-person` and so on for each kind, `not-actors`, `sort` (s: "mentions", "name",
 * "claims"), `reset`.
 */
G_DECLARE_FINAL_TYPE (ApoActorChoice, apo_actor_choice, APO, ACTOR_CHOICE, GObject)

ApoActorChoice *apo_actor_choice_new         (void);
void            apo_actor_choice_set_context (ApoActorChoice *choice,
                                              ApoDossier     *dossier,
                                              ApoFocus       *focus,
                                              ApoActorTally  *tally);
void            apo_actor_choice_set_search  (ApoActorChoice *choice,
                                              const char     *search);
void            apo_actor_choice_update      (ApoActorChoice *choice);
GtkFilter      *apo_actor_choice_get_filter  (ApoActorChoice *choice);
GtkSorter      *apo_actor_choice_get_sorter  (ApoActorChoice *choice);
GActionGroup   *apo_actor_choice_get_actions (ApoActorChoice *choice);
GMenuModel     *apo_actor_choice_create_menu (ApoActorChoice *choice);
gboolean        apo_actor_choice_is_narrow   (ApoActorChoice *choice);
gboolean        apo_actor_choice_is_not_actors (ApoActorChoice *choice);

G_END_DECLS
