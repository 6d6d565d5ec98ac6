/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_CLAIM_FIELD_ARTICLE,
  APO_CLAIM_FIELD_CONTENT,
  APO_CLAIM_FIELD_CUE,
  APO_CLAIM_FIELD_SOURCE,
  APO_CLAIM_FIELD_SPEAKER,
  APO_CLAIM_FIELD_REPORTED_BY,
  APO_CLAIM_FIELD_FORM,
  APO_CLAIM_FIELD_TYPE,
  APO_CLAIM_FIELD_CERTAINTY,
  APO_CLAIM_FIELD_DISCLAIMERS,
  APO_CLAIM_FIELD_ABOUT,
  APO_CLAIM_FIELD_STATEMENT_TIME,
  APO_CLAIM_FIELD_EVENT_TIME,
  APO_CLAIM_FIELD_VERDICT,
  APO_CLAIM_FIELD_CONFIDENCE,
  APO_CLAIM_FIELD_STATUS,
  APO_CLAIM_FIELD_REVIEW,
  APO_CLAIM_FIELD_DUE,
  APO_CLAIM_FIELD_REASON,
  APO_CLAIM_FIELD_LOG,
  APO_CLAIM_FIELD_ORIGIN,
  APO_CLAIM_FIELD_DISMISSED,
  APO_CLAIM_FIELD_ANCHOR,
  APO_CLAIM_N_FIELDS
};

#define APO_TYPE_CLAIM (apo_claim_get_type ())

/**
 * ApoClaim:
 *
 * A passage that somebody is said to say, with what the reader made of it.
 */
G_DECLARE_FINAL_TYPE (ApoClaim, apo_claim, APO, CLAIM, ApoItem)

const char *apo_claim_get_article (ApoClaim *claim);
const ApoSpan *apo_claim_get_content (ApoClaim *claim, guint *n_spans);
ApoSpan apo_claim_get_cue (ApoClaim *claim);
ApoSpan apo_claim_get_source (ApoClaim *claim);
const char *apo_claim_get_speaker (ApoClaim *claim);
const char *apo_claim_get_reported_by (ApoClaim *claim);
ApoClaimForm apo_claim_get_form (ApoClaim *claim);
ApoClaimType apo_claim_get_claim_type (ApoClaim *claim);
ApoCertainty apo_claim_get_certainty (ApoClaim *claim);
const ApoSpan *apo_claim_get_disclaimers (ApoClaim *claim, guint *n_spans);
const char *apo_claim_get_statement_time (ApoClaim *claim);
const char *apo_claim_get_event_time (ApoClaim *claim);
ApoVerdict apo_claim_get_verdict (ApoClaim *claim);
ApoConfidence apo_claim_get_confidence (ApoClaim *claim);
ApoWorkStatus apo_claim_get_status (ApoClaim *claim);
ApoDay apo_claim_get_review_day (ApoClaim *claim);
ApoDay apo_claim_get_due_day (ApoClaim *claim);
const char *apo_claim_get_reason (ApoClaim *claim);
ApoOrigin apo_claim_get_origin (ApoClaim *claim);
gboolean apo_claim_is_dismissed (ApoClaim *claim);
ApoAnchor apo_claim_get_anchor (ApoClaim *claim);

G_END_DECLS
