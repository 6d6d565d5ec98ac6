/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-vocabulary.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (ApoActorKind, apo_actor_kind,
  G_DEFINE_ENUM_VALUE (APO_ACTOR_PERSON, "person"),
  G_DEFINE_ENUM_VALUE (APO_ACTOR_COUNTRY, "country"),
  G_DEFINE_ENUM_VALUE (APO_ACTOR_ORGANISATION, "organisation"),
  G_DEFINE_ENUM_VALUE (APO_ACTOR_MEDIA, "media"),
  G_DEFINE_ENUM_VALUE (APO_ACTOR_GROUP, "group"),
  G_DEFINE_ENUM_VALUE (APO_ACTOR_PLACE, "place"))

G_DEFINE_ENUM_TYPE (ApoMentionForm, apo_mention_form,
  G_DEFINE_ENUM_VALUE (APO_MENTION_NAME, "name"),
  G_DEFINE_ENUM_VALUE (APO_MENTION_ALIAS, "alias"),
  G_DEFINE_ENUM_VALUE (APO_MENTION_METONYM, "metonym"),
  G_DEFINE_ENUM_VALUE (APO_MENTION_DEMONYM, "demonym"),
  G_DEFINE_ENUM_VALUE (APO_MENTION_PRONOUN, "pronoun"),
  G_DEFINE_ENUM_VALUE (APO_MENTION_DESCRIPTION, "description"))

G_DEFINE_ENUM_TYPE (ApoEntityType, apo_entity_type,
  G_DEFINE_ENUM_VALUE (APO_ENTITY_PERSON, "person"),
  G_DEFINE_ENUM_VALUE (APO_ENTITY_ORGANISATION, "organisation"),
  G_DEFINE_ENUM_VALUE (APO_ENTITY_PLACE, "place"),
  G_DEFINE_ENUM_VALUE (APO_ENTITY_OTHER, "other"))

G_DEFINE_ENUM_TYPE (ApoClaimForm, apo_claim_form,
  G_DEFINE_ENUM_VALUE (APO_FORM_INDIRECT, "indirect"),
  G_DEFINE_ENUM_VALUE (APO_FORM_DIRECT, "direct"),
  G_DEFINE_ENUM_VALUE (APO_FORM_MIXED, "mixed"))

G_DEFINE_ENUM_TYPE (ApoClaimType, apo_claim_type,
  G_DEFINE_ENUM_VALUE (APO_CLAIM_FACT, "fact"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_QUOTATION, "quotation"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_CAUSAL, "causal"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_PREDICTION, "prediction"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_OPINION, "opinion"))

G_DEFINE_ENUM_TYPE (ApoCertainty, apo_certainty,
  G_DEFINE_ENUM_VALUE (APO_CERTAINTY_ASSERTED, "asserted"),
  G_DEFINE_ENUM_VALUE (APO_CERTAINTY_HEDGED, "hedged"),
  G_DEFINE_ENUM_VALUE (APO_CERTAINTY_DENIED, "denied"),
  G_DEFINE_ENUM_VALUE (APO_CERTAINTY_PREDICTION, "prediction"),
  G_DEFINE_ENUM_VALUE (APO_CERTAINTY_QUESTION, "question"))

G_DEFINE_ENUM_TYPE (ApoTimeType, apo_time_type,
  G_DEFINE_ENUM_VALUE (APO_TIME_DATE, "date"),
  G_DEFINE_ENUM_VALUE (APO_TIME_TIME, "time"),
  G_DEFINE_ENUM_VALUE (APO_TIME_DURATION, "duration"),
  G_DEFINE_ENUM_VALUE (APO_TIME_SET, "set"))

G_DEFINE_ENUM_TYPE (ApoPrecision, apo_precision,
  G_DEFINE_ENUM_VALUE (APO_PRECISION_NONE, "none"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_DAY, "day"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_WEEK, "week"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_MONTH, "month"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_SEASON, "season"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_YEAR, "year"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_DECADE, "decade"),
  G_DEFINE_ENUM_VALUE (APO_PRECISION_VAGUE, "vague"))

G_DEFINE_ENUM_TYPE (ApoRelationKind, apo_relation_kind,
  G_DEFINE_ENUM_VALUE (APO_RELATION_MEETING, "meeting"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_COOPERATION, "cooperation"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_SUPPORT, "support"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_TRADE, "trade"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_DEPENDENCE, "dependence"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_PRESSURE, "pressure"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_ACCUSATION, "accusation"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_SANCTION, "sanction"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_CONFLICT, "conflict"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_STATEMENT, "statement"),
  G_DEFINE_ENUM_VALUE (APO_RELATION_MENTION, "mention"))

G_DEFINE_ENUM_TYPE (ApoVerdict, apo_verdict,
  G_DEFINE_ENUM_VALUE (APO_VERDICT_NONE, "none"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_VERIFIED, "verified"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_MOSTLY_VERIFIED, "mostly-verified"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_MIXED, "mixed"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_MISLEADING, "misleading"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_DISPUTED, "disputed"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_REFUTED, "refuted"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_UNPROVEN, "unproven"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_OUTDATED, "outdated"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_NOT_CHECKABLE, "not-checkable"))

G_DEFINE_ENUM_TYPE (ApoConfidence, apo_confidence,
  G_DEFINE_ENUM_VALUE (APO_CONFIDENCE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (APO_CONFIDENCE_LOW, "low"),
  G_DEFINE_ENUM_VALUE (APO_CONFIDENCE_MEDIUM, "medium"),
  G_DEFINE_ENUM_VALUE (APO_CONFIDENCE_HIGH, "high"))

G_DEFINE_ENUM_TYPE (ApoWorkStatus, apo_work_status,
  G_DEFINE_ENUM_VALUE (APO_STATUS_TO_CHECK, "to-check"),
  G_DEFINE_ENUM_VALUE (APO_STATUS_IN_PROGRESS, "in-progress"),
  G_DEFINE_ENUM_VALUE (APO_STATUS_DONE, "done"),
  G_DEFINE_ENUM_VALUE (APO_STATUS_REVIEW_AGAIN, "review-again"),
  G_DEFINE_ENUM_VALUE (APO_STATUS_WITHDRAWN, "withdrawn"))

G_DEFINE_ENUM_TYPE (ApoVerdictGroup, apo_verdict_group,
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_NONE, "none"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_VERIFIED, "verified"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_MIXED, "mixed"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_DISPUTED, "disputed"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_OPEN, "open"),
  G_DEFINE_ENUM_VALUE (APO_VERDICT_GROUP_OUTSIDE, "outside"))

G_DEFINE_ENUM_TYPE (ApoSourceStance, apo_source_stance,
  G_DEFINE_ENUM_VALUE (APO_SOURCE_SUPPORTS, "supports"),
  G_DEFINE_ENUM_VALUE (APO_SOURCE_CONTRADICTS, "contradicts"),
  G_DEFINE_ENUM_VALUE (APO_SOURCE_CONTEXT, "context"))

G_DEFINE_ENUM_TYPE (ApoLinkKind, apo_link_kind,
  G_DEFINE_ENUM_VALUE (APO_LINK_CONTRADICTS, "contradicts"),
  G_DEFINE_ENUM_VALUE (APO_LINK_SAME_AS, "same-as"),
  G_DEFINE_ENUM_VALUE (APO_LINK_DEPENDS_ON, "depends-on"))

G_DEFINE_ENUM_TYPE (ApoOrigin, apo_origin,
  G_DEFINE_ENUM_VALUE (APO_ORIGIN_AUTO, "auto"),
  G_DEFINE_ENUM_VALUE (APO_ORIGIN_EDITED, "edited"),
  G_DEFINE_ENUM_VALUE (APO_ORIGIN_MANUAL, "manual"))

G_DEFINE_ENUM_TYPE (ApoAnchor, apo_anchor,
  G_DEFINE_ENUM_VALUE (APO_ANCHOR_PLACED, "placed"),
  G_DEFINE_ENUM_VALUE (APO_ANCHOR_CHANGED, "changed"),
  G_DEFINE_ENUM_VALUE (APO_ANCHOR_ASK, "ask"),
  G_DEFINE_ENUM_VALUE (APO_ANCHOR_LOST, "lost"))

G_DEFINE_ENUM_TYPE (ApoStanding, apo_standing,
  G_DEFINE_ENUM_VALUE (APO_STANDING_SOLID, "solid"),
  G_DEFINE_ENUM_VALUE (APO_STANDING_DASHED, "dashed"),
  G_DEFINE_ENUM_VALUE (APO_STANDING_DOTTED, "dotted"),
  G_DEFINE_ENUM_VALUE (APO_STANDING_STRUCK, "struck"),
  G_DEFINE_ENUM_VALUE (APO_STANDING_CONTESTED, "contested"))

/**
 * apo_enum_to_nick:
 * @type: one of the enumerations above
 *
 * Returns: (transfer none): the word that files use for @value
 */
const char *
apo_enum_to_nick (GType type,
                  int   value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (enum_class, value);

  g_return_val_if_fail (found != NULL, NULL);

  return found->value_nick;
}

/**
 * apo_enum_from_nick:
 * @value: (out): what @nick stands for; untouched if it stands for nothing
 *
 * Returns: whether @nick is a word of @type
 */
gboolean
apo_enum_from_nick (GType       type,
                    const char *nick,
                    int        *value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (enum_class, nick);

  if (found == NULL)
    return FALSE;

  *value = found->value;

  return TRUE;
}

ApoVerdictGroup
apo_verdict_get_group (ApoVerdict verdict)
{
  switch (verdict)
    {
    case APO_VERDICT_VERIFIED:
    case APO_VERDICT_MOSTLY_VERIFIED:
      return APO_VERDICT_GROUP_VERIFIED;
    case APO_VERDICT_MIXED:
      return APO_VERDICT_GROUP_MIXED;
    case APO_VERDICT_MISLEADING:
    case APO_VERDICT_DISPUTED:
    case APO_VERDICT_REFUTED:
      return APO_VERDICT_GROUP_DISPUTED;
    case APO_VERDICT_UNPROVEN:
    case APO_VERDICT_OUTDATED:
      return APO_VERDICT_GROUP_OPEN;
    case APO_VERDICT_NOT_CHECKABLE:
      return APO_VERDICT_GROUP_OUTSIDE;
    case APO_VERDICT_NONE:
    default:
      return APO_VERDICT_GROUP_NONE;
    }
}

/**
 * apo_verdict_get_label:
 *
 * Returns: (transfer none): the verdict as a translated word
 */
const char *
apo_verdict_get_label (ApoVerdict verdict)
{
  static const char *const labels[] = {
    N_("Not assessed"), N_("Verified"), N_("Mostly verified"), N_("Mixed"), N_("Misleading"),
    N_("Disputed"), N_("Refuted"), N_("Unproven so far"), N_("Outdated"), N_("Not checkable"),
  };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (labels), NULL);

  return _(labels[verdict]);
}

/**
 * apo_verdict_group_get_label:
 *
 * Returns: (transfer none): the group as a translated word
 */
const char *
apo_verdict_group_get_label (ApoVerdictGroup group)
{
  static const char *const labels[] = {
    NC_("verdicts", "Not assessed"), NC_("verdicts", "Verified"), NC_("verdicts", "Mixed"),
    NC_("verdicts", "Disputed"), NC_("verdicts", "Open"), NC_("verdicts", "Outside"),
  };

  g_return_val_if_fail (group < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "verdicts", labels[group]);
}

/**
 * apo_precision_get_label:
 *
 * Returns: (transfer none): how exactly a date is known, translated
 */
const char *
apo_precision_get_label (ApoPrecision precision)
{
  static const char *const labels[] = {
    N_("not known"), N_("to the day"), N_("to the week"), N_("to the month"), N_("to the season"),
    N_("to the year"), N_("to the decade"), N_("vague"),
  };

  g_return_val_if_fail (precision < G_N_ELEMENTS (labels), NULL);

  return _(labels[precision]);
}

/**
 * apo_certainty_get_label:
 *
 * Returns: (transfer none): how sure the words of a claim are, translated
 */
const char *
apo_certainty_get_label (ApoCertainty certainty)
{
  static const char *const labels[] = {
    N_("Asserted"), N_("Hedged"), N_("Denied"), N_("Prediction"), N_("Question"),
  };

  g_return_val_if_fail (certainty < G_N_ELEMENTS (labels), NULL);

  return _(labels[certainty]);
}

/**
 * apo_claim_type_get_label:
 *
 * Returns: (transfer none): what kind of claim it is, as a translated word
 */
const char *
apo_claim_type_get_label (ApoClaimType type)
{
  static const char *const labels[] = {
    NC_("claim", "Fact"), NC_("claim", "Quotation"), NC_("claim", "Cause"),
    NC_("claim", "Prediction"), NC_("claim", "Opinion"),
  };

  g_return_val_if_fail (type < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "claim", labels[type]);
}

/**
 * apo_confidence_get_label:
 *
 * Returns: (transfer none): how sure the reader is of a verdict, as a translated word
 */
const char *
apo_confidence_get_label (ApoConfidence confidence)
{
  static const char *const labels[] = {
    NC_("confidence", "Not said"), NC_("confidence", "Low"), NC_("confidence", "Medium"),
    NC_("confidence", "High"),
  };

  g_return_val_if_fail (confidence < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "confidence", labels[confidence]);
}

/**
 * apo_work_status_get_label:
 *
 * Returns: (transfer none): how far the work on a claim is, in translated words
 */
const char *
apo_work_status_get_label (ApoWorkStatus status)
{
  static const char *const labels[] = {
    NC_("status", "To check"), NC_("status", "In progress"), NC_("status", "Done"),
    NC_("status", "Review again"), NC_("status", "Withdrawn"),
  };

  g_return_val_if_fail (status < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "status", labels[status]);
}

/**
 * apo_source_stance_get_label:
 *
 * Returns: (transfer none): what a source does for a claim, as a translated word
 */
const char *
apo_source_stance_get_label (ApoSourceStance stance)
{
  static const char *const labels[] = {
    NC_("source", "Supports"), NC_("source", "Contradicts"), NC_("source", "Context"),
  };

  g_return_val_if_fail (stance < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "source", labels[stance]);
}

/**
 * apo_link_kind_get_label:
 *
 * Returns: (transfer none): what a claim has to do with the other, in translated words
 */
const char *
apo_link_kind_get_label (ApoLinkKind kind)
{
  static const char *const labels[] = {
    NC_("link", "Contradicts"), NC_("link", "Same as"), NC_("link", "Depends on"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "link", labels[kind]);
}

/**
 * apo_link_kind_is_directed:
 *
 * Returns: whether it matters from which claim a link leads to which
 */
gboolean
apo_link_kind_is_directed (ApoLinkKind kind)
{
  return kind == APO_LINK_DEPENDS_ON;
}

/**
 * apo_actor_kind_get_label:
 *
 * Returns: (transfer none): the kind as a translated word
 */
const char *
apo_actor_kind_get_label (ApoActorKind kind)
{
  static const char *const labels[] = {
    N_("Person"), N_("Country"), N_("Organisation"), N_("Media"), N_("Group"), N_("Place"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), NULL);

  return _(labels[kind]);
}

ApoRelationFamily
apo_relation_kind_get_family (ApoRelationKind kind)
{
  switch (kind)
    {
    case APO_RELATION_MEETING:
    case APO_RELATION_COOPERATION:
    case APO_RELATION_SUPPORT:
      return APO_FAMILY_TIE;
    case APO_RELATION_TRADE:
    case APO_RELATION_DEPENDENCE:
      return APO_FAMILY_EXCHANGE;
    case APO_RELATION_PRESSURE:
    case APO_RELATION_ACCUSATION:
    case APO_RELATION_SANCTION:
    case APO_RELATION_CONFLICT:
      return APO_FAMILY_TENSION;
    case APO_RELATION_STATEMENT:
      return APO_FAMILY_SPEECH;
    case APO_RELATION_MENTION:
    default:
      return APO_FAMILY_PRESENCE;
    }
}

/**
 * apo_relation_kind_get_label:
 *
 * Returns: (transfer none): the kind as a translated word
 */
const char *
apo_relation_kind_get_label (ApoRelationKind kind)
{
  static const char *const labels[] = {
    N_("meeting"), N_("cooperation"), N_("support"), N_("trade"), N_("dependence"),
    N_("pressure"), N_("accusation"), N_("sanction"), N_("conflict"), N_("statement"),
    N_("mention"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (labels), NULL);

  return _(labels[kind]);
}

/**
 * apo_relation_kind_is_directed:
 *
 * Returns: whether it matters which end acts
 */
gboolean
apo_relation_kind_is_directed (ApoRelationKind kind)
{
  switch (kind)
    {
    case APO_RELATION_MEETING:
    case APO_RELATION_COOPERATION:
    case APO_RELATION_TRADE:
    case APO_RELATION_CONFLICT:
    case APO_RELATION_MENTION:
      return FALSE;
    case APO_RELATION_SUPPORT:
    case APO_RELATION_DEPENDENCE:
    case APO_RELATION_PRESSURE:
    case APO_RELATION_ACCUSATION:
    case APO_RELATION_SANCTION:
    case APO_RELATION_STATEMENT:
    default:
      return TRUE;
    }
}

/**
 * apo_standing_get_label:
 *
 * Returns: (transfer none): the standing in translated words
 */
const char *
apo_standing_get_label (ApoStanding standing)
{
  static const char *const labels[] = {
    N_("stated by the article or verified"), N_("somebody says so"), N_("predicted or conditional"),
    N_("disputed"), N_("verified and disputed"),
  };

  g_return_val_if_fail (standing < G_N_ELEMENTS (labels), NULL);

  return _(labels[standing]);
}

/**
 * apo_anchor_get_label:
 *
 * Returns: (transfer none): how an item stands in the current text, translated
 */
const char *
apo_anchor_get_label (ApoAnchor anchor)
{
  static const char *const labels[] = {
    N_("In place"), N_("Words changed since"), N_("To be placed"), N_("No longer in the text"),
  };

  g_return_val_if_fail (anchor < G_N_ELEMENTS (labels), NULL);

  return _(labels[anchor]);
}
