/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The words of the field, as enumerations.  Their nicks are what files and apostille-cli use; their
 * order may change, their nicks may not. */

typedef enum {
  APO_ACTOR_PERSON,
  APO_ACTOR_COUNTRY,
  APO_ACTOR_ORGANISATION,
  APO_ACTOR_MEDIA,
  APO_ACTOR_GROUP,
  APO_ACTOR_PLACE,
} ApoActorKind;

typedef enum {
  APO_MENTION_NAME,
  APO_MENTION_ALIAS,
  APO_MENTION_METONYM,
  APO_MENTION_DEMONYM,
  APO_MENTION_PRONOUN,
  APO_MENTION_DESCRIPTION,
} ApoMentionForm;

typedef enum {
  APO_ENTITY_PERSON,
  APO_ENTITY_ORGANISATION,
  APO_ENTITY_PLACE,
  APO_ENTITY_OTHER,
} ApoEntityType;

typedef enum {
  APO_FORM_INDIRECT,
  APO_FORM_DIRECT,
  APO_FORM_MIXED,
} ApoClaimForm;

typedef enum {
  APO_CLAIM_FACT,
  APO_CLAIM_QUOTATION,
  APO_CLAIM_CAUSAL,
  APO_CLAIM_PREDICTION,
  APO_CLAIM_OPINION,
} ApoClaimType;

typedef enum {
  APO_CERTAINTY_ASSERTED,
  APO_CERTAINTY_HEDGED,
  APO_CERTAINTY_DENIED,
  APO_CERTAINTY_PREDICTION,
  APO_CERTAINTY_QUESTION,
} ApoCertainty;

typedef enum {
  APO_TIME_DATE,
  APO_TIME_TIME,
  APO_TIME_DURATION,
  APO_TIME_SET,
} ApoTimeType;

/* How exactly a date is known. */
typedef enum {
  APO_PRECISION_NONE,
  APO_PRECISION_DAY,
  APO_PRECISION_WEEK,
  APO_PRECISION_MONTH,
  APO_PRECISION_SEASON,
  APO_PRECISION_YEAR,
  APO_PRECISION_DECADE,
  APO_PRECISION_VAGUE,
} ApoPrecision;

typedef enum {
  APO_RELATION_MEETING,
  APO_RELATION_COOPERATION,
  APO_RELATION_SUPPORT,
  APO_RELATION_TRADE,
  APO_RELATION_DEPENDENCE,
  APO_RELATION_PRESSURE,
  APO_RELATION_ACCUSATION,
  APO_RELATION_SANCTION,
  APO_RELATION_CONFLICT,
  APO_RELATION_STATEMENT,
  APO_RELATION_MENTION,
} ApoRelationKind;

/* What a relation's colour says. */
typedef enum {
  APO_FAMILY_TIE,
  APO_FAMILY_EXCHANGE,
  APO_FAMILY_TENSION,
  APO_FAMILY_SPEECH,
  APO_FAMILY_PRESENCE,
} ApoRelationFamily;

typedef enum {
  APO_VERDICT_NONE,
  APO_VERDICT_VERIFIED,
  APO_VERDICT_MOSTLY_VERIFIED,
  APO_VERDICT_MIXED,
  APO_VERDICT_MISLEADING,
  APO_VERDICT_DISPUTED,
  APO_VERDICT_REFUTED,
  APO_VERDICT_UNPROVEN,
  APO_VERDICT_OUTDATED,
  APO_VERDICT_NOT_CHECKABLE,
} ApoVerdict;

#define APO_N_VERDICTS (APO_VERDICT_NOT_CHECKABLE + 1)

typedef enum {
  APO_VERDICT_GROUP_NONE,
  APO_VERDICT_GROUP_VERIFIED,
  APO_VERDICT_GROUP_MIXED,
  APO_VERDICT_GROUP_DISPUTED,
  APO_VERDICT_GROUP_OPEN,
  APO_VERDICT_GROUP_OUTSIDE,
} ApoVerdictGroup;

#define APO_N_VERDICT_GROUPS (APO_VERDICT_GROUP_OUTSIDE + 1)

typedef enum {
  APO_CONFIDENCE_NONE,
  APO_CONFIDENCE_LOW,
  APO_CONFIDENCE_MEDIUM,
  APO_CONFIDENCE_HIGH,
} ApoConfidence;

typedef enum {
  APO_STATUS_TO_CHECK,
  APO_STATUS_IN_PROGRESS,
  APO_STATUS_DONE,
  APO_STATUS_REVIEW_AGAIN,
  APO_STATUS_WITHDRAWN,
} ApoWorkStatus;

/* What a source does for a claim. */
typedef enum {
  APO_SOURCE_SUPPORTS,
  APO_SOURCE_CONTRADICTS,
  APO_SOURCE_CONTEXT,
} ApoSourceStance;

#define APO_N_SOURCE_STANCES (APO_SOURCE_CONTEXT + 1)

/* What one claim has to do with another. */
typedef enum {
  APO_LINK_CONTRADICTS,
  APO_LINK_SAME_AS,
  APO_LINK_DEPENDS_ON,
} ApoLinkKind;

#define APO_N_LINK_KINDS (APO_LINK_DEPENDS_ON + 1)

/* Who made an item what it is: what the reader touched is never overwritten by an analysis. */
typedef enum {
  APO_ORIGIN_AUTO,
  APO_ORIGIN_EDITED,
  APO_ORIGIN_MANUAL,
} ApoOrigin;

/* How an item stands in the current text of its article, once an earlier text was replaced. */
typedef enum {
  APO_ANCHOR_PLACED,            /* its words are there */
  APO_ANCHOR_CHANGED,           /* it is there, in other words */
  APO_ANCHOR_ASK,               /* it may be there: the reader must say where */
  APO_ANCHOR_LOST,              /* its words are gone; it stands in the older text */
} ApoAnchor;

/* On what an edge or an event stands; see apo-standing.h. */
typedef enum {
  APO_STANDING_SOLID,
  APO_STANDING_DASHED,
  APO_STANDING_DOTTED,
  APO_STANDING_STRUCK,
  APO_STANDING_CONTESTED,
} ApoStanding;

#define APO_TYPE_ACTOR_KIND    (apo_actor_kind_get_type ())
#define APO_TYPE_MENTION_FORM  (apo_mention_form_get_type ())
#define APO_TYPE_ENTITY_TYPE   (apo_entity_type_get_type ())
#define APO_TYPE_CLAIM_FORM    (apo_claim_form_get_type ())
#define APO_TYPE_CLAIM_TYPE    (apo_claim_type_get_type ())
#define APO_TYPE_CERTAINTY     (apo_certainty_get_type ())
#define APO_TYPE_TIME_TYPE     (apo_time_type_get_type ())
#define APO_TYPE_PRECISION     (apo_precision_get_type ())
#define APO_TYPE_RELATION_KIND (apo_relation_kind_get_type ())
#define APO_TYPE_VERDICT       (apo_verdict_get_type ())
#define APO_TYPE_CONFIDENCE    (apo_confidence_get_type ())
#define APO_TYPE_WORK_STATUS   (apo_work_status_get_type ())
#define APO_TYPE_VERDICT_GROUP (apo_verdict_group_get_type ())
#define APO_TYPE_SOURCE_STANCE (apo_source_stance_get_type ())
#define APO_TYPE_LINK_KIND     (apo_link_kind_get_type ())
#define APO_TYPE_ORIGIN        (apo_origin_get_type ())
#define APO_TYPE_ANCHOR        (apo_anchor_get_type ())
#define APO_TYPE_STANDING      (apo_standing_get_type ())

GType             apo_actor_kind_get_type      (void) G_GNUC_CONST;
GType             apo_mention_form_get_type    (void) G_GNUC_CONST;
GType             apo_entity_type_get_type     (void) G_GNUC_CONST;
GType             apo_claim_form_get_type      (void) G_GNUC_CONST;
GType             apo_claim_type_get_type      (void) G_GNUC_CONST;
GType             apo_certainty_get_type       (void) G_GNUC_CONST;
GType             apo_time_type_get_type       (void) G_GNUC_CONST;
GType             apo_precision_get_type       (void) G_GNUC_CONST;
GType             apo_relation_kind_get_type   (void) G_GNUC_CONST;
GType             apo_verdict_get_type         (void) G_GNUC_CONST;
GType             apo_confidence_get_type      (void) G_GNUC_CONST;
GType             apo_work_status_get_type     (void) G_GNUC_CONST;
GType             apo_verdict_group_get_type   (void) G_GNUC_CONST;
GType             apo_source_stance_get_type   (void) G_GNUC_CONST;
GType             apo_link_kind_get_type       (void) G_GNUC_CONST;
GType             apo_origin_get_type          (void) G_GNUC_CONST;
GType             apo_anchor_get_type          (void) G_GNUC_CONST;
GType             apo_standing_get_type        (void) G_GNUC_CONST;

const char       *apo_enum_to_nick             (GType             type,
                                                int               value);
gboolean          apo_enum_from_nick           (GType             type,
                                                const char       *nick,
                                                int              *value);

ApoVerdictGroup   apo_verdict_get_group        (ApoVerdict        verdict);
const char       *apo_verdict_get_label        (ApoVerdict        verdict);
const char       *apo_verdict_group_get_label  (ApoVerdictGroup   group);
const char       *apo_precision_get_label      (ApoPrecision      precision);
const char       *apo_certainty_get_label      (ApoCertainty      certainty);
const char       *apo_claim_type_get_label     (ApoClaimType      type);
const char       *apo_confidence_get_label     (ApoConfidence     confidence);
const char       *apo_work_status_get_label    (ApoWorkStatus     status);
const char       *apo_source_stance_get_label  (ApoSourceStance   stance);
const char       *apo_link_kind_get_label      (ApoLinkKind       kind);
gboolean          apo_link_kind_is_directed    (ApoLinkKind       kind);
const char       *apo_actor_kind_get_label     (ApoActorKind      kind);
ApoRelationFamily apo_relation_kind_get_family (ApoRelationKind   kind);
const char       *apo_relation_kind_get_label  (ApoRelationKind   kind);
gboolean          apo_relation_kind_is_directed (ApoRelationKind  kind);
const char       *apo_standing_get_label       (ApoStanding       standing);
const char       *apo_anchor_get_label         (ApoAnchor         anchor);

G_END_DECLS
