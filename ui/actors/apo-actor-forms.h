/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoActorForm:
 * @key: (transfer full): the words, folded; the same for all pronouns
 * @label: (transfer full): the words as they stand at the first place
 * @mentions: (element-type guint): where, as numbers among the mentions of the actor
 * @alias: (transfer full) (nullable): the other name of the actor that these words are
 *
 * One of the ways in which the text names an actor.
 */
typedef struct {
  char *key;
  char *label;
  GArray *mentions;
  char *alias;
} ApoActorForm;

GPtrArray *apo_actor_forms_collect       (ApoDossier *dossier,
                                          ApoActor   *actor);
GArray    *apo_actor_forms_list_mentions (ApoDossier *dossier,
                                          ApoActor   *actor);
char      *apo_actor_forms_dup_markup    (ApoDossier *dossier,
                                          ApoSpan     span);

G_END_DECLS
