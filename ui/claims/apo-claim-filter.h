/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-claim-query.h"
#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_FILTER (apo_claim_filter_get_type ())

/**
 * ApoClaimFilter:
 *
 * Lets through the claims of a dossier that a query chooses and that belong to the basis of what is
 * shown; dismissed ones belong to none, so that they are let through whatever the basis.
 */
G_DECLARE_FINAL_TYPE (ApoClaimFilter, apo_claim_filter, APO, CLAIM_FILTER, GtkFilter)

ApoClaimFilter      *apo_claim_filter_new         (void);
void                 apo_claim_filter_set_dossier (ApoClaimFilter      *filter,
                                                   ApoDossier          *dossier);
void                 apo_claim_filter_set_focus   (ApoClaimFilter      *filter,
                                                   ApoFocus            *focus);
ApoDossier          *apo_claim_filter_get_dossier (ApoClaimFilter      *filter);
const ApoClaimQuery *apo_claim_filter_get_query   (ApoClaimFilter      *filter);
void                 apo_claim_filter_set_query   (ApoClaimFilter      *filter,
                                                   const ApoClaimQuery *query);
void                 apo_claim_filter_set_search  (ApoClaimFilter      *filter,
                                                   const char          *search);

G_END_DECLS
