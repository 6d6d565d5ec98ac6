/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoClaimShow:
 *
 * Which claims the list shows, by their verdict.
 */
typedef enum {
  APO_CLAIM_SHOW_ALL,
  APO_CLAIM_SHOW_TO_CHECK,
  APO_CLAIM_SHOW_REVIEWED,
  APO_CLAIM_SHOW_VERIFIED,
  APO_CLAIM_SHOW_MIXED,
  APO_CLAIM_SHOW_DISPUTED,
  APO_CLAIM_SHOW_OPEN,
  APO_CLAIM_SHOW_OUTSIDE,
} ApoClaimShow;

#define APO_TYPE_CLAIM_SHOW (apo_claim_show_get_type ())

GType       apo_claim_show_get_type  (void) G_GNUC_CONST;
const char *apo_claim_show_get_label (ApoClaimShow show);

#define APO_TYPE_CLAIM_FILTER (apo_claim_filter_get_type ())

/**
 * ApoClaimFilter:
 *
 * Lets through the claims of a dossier that were not dismissed, have such a verdict, and whose
 * passage or speaker contains the text searched for.
 */
G_DECLARE_FINAL_TYPE (ApoClaimFilter, apo_claim_filter, APO, CLAIM_FILTER, GtkFilter)

ApoClaimFilter *apo_claim_filter_new        (void);
void            apo_claim_filter_set_dossier (ApoClaimFilter *filter,
                                             ApoDossier     *dossier);
void            apo_claim_filter_set_show   (ApoClaimFilter *filter,
                                             ApoClaimShow    show);
void            apo_claim_filter_set_search (ApoClaimFilter *filter,
                                             const char     *search);
gboolean        apo_claim_filter_is_narrow  (ApoClaimFilter *filter);

G_END_DECLS
