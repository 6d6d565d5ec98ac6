/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-edit-actors.h"
#include "apo-edit-claims.h"
#include "apo-edit-dismiss.h"
#include "apo-edit-events.h"
#include "apo-edit-notes.h"
#include "apo-edit-relations.h"
#include "apo-edit-sources.h"
#include "apo-findings.h"
#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to a dossier, each as one undoable, named command. */

/**
 * ApoPlacement:
 * @x: in the units of apo_actor_get_position()
 * @y: the same
 *
 * An actor and its place in the graph.
 */
typedef struct {
  ApoActor *actor;
  int x;
  int y;
} ApoPlacement;

void apo_edit_place_actors (ApoHistory         *history,
                            const ApoPlacement *placements,
                            guint               n_placements,
                            gboolean            pin);
void apo_edit_release_actor (ApoHistory *history,
                            ApoActor   *actor);
void apo_edit_set_date     (ApoHistory *history,
                            ApoArticle *article,
                            ApoDay      date);
void apo_edit_set_date_and_times (ApoHistory  *history,
                                  ApoArticle  *article,
                                  ApoDay       date,
                                  ApoFindings *times);

G_END_DECLS
