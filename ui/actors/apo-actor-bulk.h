/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTOR_BULK (apo_actor_bulk_get_type ())

/**
 * ApoActorBulk:
 *
 * What can be done to several actors at once; shown while several are selected.  Merging asks which
 * name is to stay: that which is mentioned most, if the reader says nothing else.
 *
 * Signals: `merged` (ApoActor *actor), what became of them; `closed`, when the reader is done.
 *
 * Needs the actions `actor.…` of #ApoActorsPanel.
 */
G_DECLARE_FINAL_TYPE (ApoActorBulk, apo_actor_bulk, APO, ACTOR_BULK, GtkWidget)

GMenuModel *apo_actor_bulk_create_kinds (void);
void        apo_actor_bulk_set_context  (ApoActorBulk      *bulk,
                                         ApoHistory        *history,
                                         GtkSelectionModel *selection);
void        apo_actor_bulk_set_open     (ApoActorBulk      *bulk,
                                         gboolean           open);
void        apo_actor_bulk_ask_merge    (ApoActorBulk      *bulk);

G_END_DECLS
