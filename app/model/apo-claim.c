/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim.h"

struct _ApoClaim {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoClaim, apo_claim, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_CLAIM_FIELD_ARTICLE] = { "article", APO_FIELD_REF, NULL },
  [APO_CLAIM_FIELD_CONTENT] = { "content", APO_FIELD_SPANS, NULL },
  [APO_CLAIM_FIELD_CUE] = { "cue", APO_FIELD_SPAN, NULL },
  [APO_CLAIM_FIELD_SOURCE] = { "source", APO_FIELD_SPAN, NULL },
  [APO_CLAIM_FIELD_SPEAKER] = { "speaker", APO_FIELD_REF, NULL },
  [APO_CLAIM_FIELD_REPORTED_BY] = { "reported-by", APO_FIELD_REF, NULL },
  [APO_CLAIM_FIELD_FORM] = { "form", APO_FIELD_ENUM, apo_claim_form_get_type },
  [APO_CLAIM_FIELD_TYPE] = { "type", APO_FIELD_ENUM, apo_claim_type_get_type },
  [APO_CLAIM_FIELD_CERTAINTY] = { "certainty", APO_FIELD_ENUM, apo_certainty_get_type },
  [APO_CLAIM_FIELD_DISCLAIMERS] = { "disclaimers", APO_FIELD_SPANS, NULL },
  [APO_CLAIM_FIELD_ABOUT] = { "about", APO_FIELD_REFS, NULL },
  [APO_CLAIM_FIELD_STATEMENT_TIME] = { "statement-time", APO_FIELD_REF, NULL },
  [APO_CLAIM_FIELD_EVENT_TIME] = { "event-time", APO_FIELD_REF, NULL },
  [APO_CLAIM_FIELD_VERDICT] = { "verdict", APO_FIELD_ENUM, apo_verdict_get_type },
  [APO_CLAIM_FIELD_CONFIDENCE] = { "confidence", APO_FIELD_ENUM, apo_confidence_get_type },
  [APO_CLAIM_FIELD_STATUS] = { "status", APO_FIELD_ENUM, apo_work_status_get_type },
  [APO_CLAIM_FIELD_REVIEW] = { "review", APO_FIELD_DAY, NULL },
  [APO_CLAIM_FIELD_DUE] = { "due", APO_FIELD_DAY, NULL },
  [APO_CLAIM_FIELD_REASON] = { "reason", APO_FIELD_STRING, NULL },
  [APO_CLAIM_FIELD_LOG] = { "log", APO_FIELD_VERDICTS, NULL },
  [APO_CLAIM_FIELD_ORIGIN] = { "origin", APO_FIELD_ENUM, apo_origin_get_type },
  [APO_CLAIM_FIELD_DISMISSED] = { "dismissed", APO_FIELD_BOOLEAN, NULL },
  [APO_CLAIM_FIELD_ANCHOR] = { "anchor", APO_FIELD_ENUM, apo_anchor_get_type },
};

static void
apo_claim_class_init (ApoClaimClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_CLAIM;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_claim_init (ApoClaim *self)
{
}

const char *
apo_claim_get_article (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_ARTICLE);
}

const ApoSpan *
apo_claim_get_content (ApoClaim *claim,
                       guint *n_spans)
{
  return apo_item_get_spans (APO_ITEM (claim), APO_CLAIM_FIELD_CONTENT, n_spans);
}

ApoSpan
apo_claim_get_cue (ApoClaim *claim)
{
  return apo_item_get_span (APO_ITEM (claim), APO_CLAIM_FIELD_CUE);
}

ApoSpan
apo_claim_get_source (ApoClaim *claim)
{
  return apo_item_get_span (APO_ITEM (claim), APO_CLAIM_FIELD_SOURCE);
}

const char *
apo_claim_get_speaker (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_SPEAKER);
}

const char *
apo_claim_get_reported_by (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_REPORTED_BY);
}

ApoClaimForm
apo_claim_get_form (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_FORM);
}

ApoClaimType
apo_claim_get_claim_type (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_TYPE);
}

ApoCertainty
apo_claim_get_certainty (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_CERTAINTY);
}

const ApoSpan *
apo_claim_get_disclaimers (ApoClaim *claim,
                           guint *n_spans)
{
  return apo_item_get_spans (APO_ITEM (claim), APO_CLAIM_FIELD_DISCLAIMERS, n_spans);
}

const char *
apo_claim_get_statement_time (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_STATEMENT_TIME);
}

const char *
apo_claim_get_event_time (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_EVENT_TIME);
}

ApoVerdict
apo_claim_get_verdict (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_VERDICT);
}

ApoConfidence
apo_claim_get_confidence (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_CONFIDENCE);
}

ApoWorkStatus
apo_claim_get_status (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_STATUS);
}

/**
 * apo_claim_get_review_day:
 *
 * Returns: when a claim that is to be reviewed again is to be reviewed, or %APO_DAY_NONE
 */
ApoDay
apo_claim_get_review_day (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_REVIEW);
}

/**
 * apo_claim_get_due_day:
 *
 * Returns: when it will be known whether a prediction was right, or %APO_DAY_NONE
 */
ApoDay
apo_claim_get_due_day (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_DUE);
}

const char *
apo_claim_get_reason (ApoClaim *claim)
{
  return apo_item_get_string (APO_ITEM (claim), APO_CLAIM_FIELD_REASON);
}

ApoOrigin
apo_claim_get_origin (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_ORIGIN);
}

gboolean
apo_claim_is_dismissed (ApoClaim *claim)
{
  return apo_item_get_boolean (APO_ITEM (claim), APO_CLAIM_FIELD_DISMISSED);
}

/**
 * apo_claim_get_anchor:
 *
 * Returns: how its words stand in the current text; a verdict on a claim with %APO_ANCHOR_CHANGED
 *   was given to other words
 */
ApoAnchor
apo_claim_get_anchor (ApoClaim *claim)
{
  return apo_item_get_int (APO_ITEM (claim), APO_CLAIM_FIELD_ANCHOR);
}
