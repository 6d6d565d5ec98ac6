/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to actors, each as one undoable, named command.  “Not an actor” is
 * apo_edit_set_dismissed(). */

/**
 * ApoOccurrence:
 * @span: in the text of the first article
 * @actor: (nullable) (transfer none): whose mention it is already
 *
 * A place where a name stands.
 */
typedef struct {
  ApoSpan span;
  ApoActor *actor;
} ApoOccurrence;

GArray   *apo_dossier_find_occurrences (ApoDossier    *dossier,
                                        const char    *name);

ApoActor *apo_edit_add_actor           (ApoHistory    *history,
                                        const char    *name,
                                        ApoActorKind   kind,
                                        const char    *region,
                                        const ApoSpan *mentions,
                                        guint          n_mentions);
ApoActor *apo_edit_merge_actors        (ApoHistory    *history,
                                        GListModel    *actors,
                                        ApoActor      *into);
ApoActor *apo_edit_split_actor         (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const guint   *mentions,
                                        guint          n_mentions,
                                        const char    *name);
void      apo_edit_rename_actor        (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *name);
void      apo_edit_add_alias           (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *alias);
void      apo_edit_add_alias_at        (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *alias,
                                        const ApoSpan *spans,
                                        guint          n_spans);
void      apo_edit_remove_alias        (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *alias);
void      apo_edit_remove_name         (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *name);
void      apo_edit_set_actor_kind      (ApoHistory    *history,
                                        ApoActor      *actor,
                                        ApoActorKind   kind);
void      apo_edit_set_actor_kinds     (ApoHistory    *history,
                                        GListModel    *actors,
                                        ApoActorKind   kind);
void      apo_edit_set_actor_region    (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const char    *region);
void      apo_edit_add_mentions        (ApoHistory    *history,
                                        ApoActor      *actor,
                                        const ApoSpan *spans,
                                        guint          n_spans);
void      apo_edit_remove_mention      (ApoHistory    *history,
                                        ApoActor      *actor,
                                        guint          mention);

G_END_DECLS
