/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoClaimQuery:
 * @verdicts: a bit (`1 << group`) for each #ApoVerdictGroup that is wanted; 0 for all
 * @certainties: the same for each #ApoCertainty
 * @statuses: the same for each #ApoWorkStatus
 * @speaker: (nullable): the id of the actor who makes the claims
 * @actor: (nullable): the id of an actor who makes them, or whom they are about
 * @about: (nullable): the id of an actor whom they are about
 * @text: (nullable): words that are in their passage, their reason, or the name of the speaker
 * @only_dismissed: whether those are wanted that were dismissed; else these are left out
 * @nobody: whether only those are wanted for which nobody is named who makes them
 *
 * A choice of claims; a zeroed one is all that were not dismissed.
 */
typedef struct {
  guint verdicts;
  guint certainties;
  guint statuses;
  char *speaker;
  char *actor;
  char *about;
  char *text;
  gboolean only_dismissed;
  gboolean nobody;
} ApoClaimQuery;

ApoClaimQuery *apo_claim_query_copy      (const ApoClaimQuery *query);
void           apo_claim_query_free      (ApoClaimQuery       *query);
gboolean       apo_claim_query_equal     (const ApoClaimQuery *a,
                                          const ApoClaimQuery *b);
gboolean       apo_claim_query_is_all    (const ApoClaimQuery *query);
gboolean       apo_claim_query_matches   (const ApoClaimQuery *query,
                                          ApoDossier          *dossier,
                                          ApoClaim            *claim);
ApoClaimQuery *apo_saved_view_dup_query  (ApoSavedView        *view);
GVariant      *apo_claim_query_get_value (const ApoClaimQuery *query,
                                          guint                field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoClaimQuery, apo_claim_query_free)

G_END_DECLS
