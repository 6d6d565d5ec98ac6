/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-actor.h"
#include "apo-article.h"
#include "apo-claim-link.h"
#include "apo-claim.h"
#include "apo-event.h"
#include "apo-note.h"
#include "apo-relation.h"
#include "apo-saved-view.h"
#include "apo-source.h"
#include "apo-time.h"

G_BEGIN_DECLS

#define APO_TYPE_DOSSIER (apo_dossier_get_type ())

/**
 * ApoDossier:
 *
 * What the reader works on: articles, and the items found in them or made by hand.  Read by
 * everybody, changed by `app/session` alone.  Main thread only.
 *
 * Signals: `changed` once after each command, undo or redo, when all is in place again;
 * `item-changed` (ApoItem *item, const char *key) at once for each field.
 */
G_DECLARE_FINAL_TYPE (ApoDossier, apo_dossier, APO, DOSSIER, GObject)

/**
 * ApoVoice:
 * @actor: who speaks
 * @n_claims: how many claims are made
 * @first: the place of the first of them in the list of claims
 */
typedef struct {
  ApoActor *actor;
  guint n_claims;
  guint first;
} ApoVoice;

ApoDossier  *apo_dossier_new             (const char  *replica);
const char  *apo_dossier_get_replica     (ApoDossier  *dossier);
GListModel  *apo_dossier_get_items       (ApoDossier  *dossier,
                                          ApoItemType  type);
ApoItem     *apo_dossier_lookup          (ApoDossier  *dossier,
                                          const char  *id);
ApoArticle  *apo_dossier_get_article     (ApoDossier  *dossier);

void         apo_dossier_count_reviewed  (ApoDossier  *dossier,
                                          guint       *n_reviewed,
                                          guint       *n_claims);
ApoStanding  apo_dossier_get_standing    (ApoDossier  *dossier,
                                          ApoItem     *item);
void         apo_dossier_find_verdicts   (ApoDossier  *dossier,
                                          ApoItem     *item,
                                          gboolean    *found);
int          apo_dossier_get_actor_rank  (ApoDossier  *dossier,
                                          const char  *id);
GArray      *apo_dossier_collect_voices  (ApoDossier  *dossier);
GPtrArray   *apo_dossier_collect_referring (ApoDossier *dossier,
                                          const char  *id);
GHashTable  *apo_dossier_collect_related (ApoDossier  *dossier,
                                          const char  *id);
ApoArticle  *apo_dossier_get_item_article (ApoDossier *dossier,
                                          ApoItem     *item);
char        *apo_dossier_dup_item_text   (ApoDossier  *dossier,
                                          ApoItem     *item);
gboolean     apo_dossier_get_item_span   (ApoDossier  *dossier,
                                          ApoItem     *item,
                                          ApoSpan     *span);

GVariant    *apo_dossier_get_view_state  (ApoDossier  *dossier,
                                          const char  *key);
void         apo_dossier_set_view_state  (ApoDossier  *dossier,
                                          const char  *key,
                                          GVariant    *value);
GVariant    *apo_dossier_get_view_states (ApoDossier  *dossier);
const char *const *
             apo_dossier_get_ancestors   (ApoDossier  *dossier);
const char  *apo_dossier_get_extra       (ApoDossier  *dossier);

G_END_DECLS
