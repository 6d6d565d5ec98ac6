/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_CLAIM_LINK_FIELD_FROM,
  APO_CLAIM_LINK_FIELD_TO,
  APO_CLAIM_LINK_FIELD_KIND,
  APO_CLAIM_LINK_N_FIELDS
};

#define APO_TYPE_CLAIM_LINK (apo_claim_link_get_type ())

/**
 * ApoClaimLink:
 *
 * What one claim has to do with another, as the reader sees it.
 */
G_DECLARE_FINAL_TYPE (ApoClaimLink, apo_claim_link, APO, CLAIM_LINK, ApoItem)

const char *apo_claim_link_get_from (ApoClaimLink *link);
const char *apo_claim_link_get_to (ApoClaimLink *link);
ApoLinkKind apo_claim_link_get_kind (ApoClaimLink *link);

G_END_DECLS
