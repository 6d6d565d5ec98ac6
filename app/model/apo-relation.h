/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_RELATION_FIELD_ARTICLE,
  APO_RELATION_FIELD_FROM,
  APO_RELATION_FIELD_TO,
  APO_RELATION_FIELD_KIND,
  APO_RELATION_FIELD_DIRECTED,
  APO_RELATION_FIELD_CERTAINTY,
  APO_RELATION_FIELD_EVIDENCE,
  APO_RELATION_FIELD_CLAIMS,
  APO_RELATION_FIELD_ORIGIN,
  APO_RELATION_FIELD_DISMISSED,
  APO_RELATION_FIELD_ANCHOR,
  APO_RELATION_N_FIELDS
};

#define APO_TYPE_RELATION (apo_relation_get_type ())

/**
 * ApoRelation:
 *
 * How one actor stands to another, and the passages that say so.
 */
G_DECLARE_FINAL_TYPE (ApoRelation, apo_relation, APO, RELATION, ApoItem)

const char *apo_relation_get_article (ApoRelation *relation);
const char *apo_relation_get_from (ApoRelation *relation);
const char *apo_relation_get_to (ApoRelation *relation);
ApoRelationKind apo_relation_get_kind (ApoRelation *relation);
gboolean apo_relation_is_directed (ApoRelation *relation);
ApoCertainty apo_relation_get_certainty (ApoRelation *relation);
const ApoSpan *apo_relation_get_evidence (ApoRelation *relation, guint *n_spans);
ApoOrigin apo_relation_get_origin (ApoRelation *relation);
gboolean apo_relation_is_dismissed (ApoRelation *relation);

G_END_DECLS
