/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation.h"

struct _ApoRelation {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoRelation, apo_relation, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_RELATION_FIELD_ARTICLE] = { "article", APO_FIELD_REF, NULL },
  [APO_RELATION_FIELD_FROM] = { "from", APO_FIELD_REF, NULL },
  [APO_RELATION_FIELD_TO] = { "to", APO_FIELD_REF, NULL },
  [APO_RELATION_FIELD_KIND] = { "kind", APO_FIELD_ENUM, apo_relation_kind_get_type },
  [APO_RELATION_FIELD_DIRECTED] = { "directed", APO_FIELD_BOOLEAN, NULL },
  [APO_RELATION_FIELD_CERTAINTY] = { "certainty", APO_FIELD_ENUM, apo_certainty_get_type },
  [APO_RELATION_FIELD_EVIDENCE] = { "evidence", APO_FIELD_SPANS, NULL },
  [APO_RELATION_FIELD_CLAIMS] = { "claims", APO_FIELD_REFS, NULL },
  [APO_RELATION_FIELD_ORIGIN] = { "origin", APO_FIELD_ENUM, apo_origin_get_type },
  [APO_RELATION_FIELD_DISMISSED] = { "dismissed", APO_FIELD_BOOLEAN, NULL },
  [APO_RELATION_FIELD_ANCHOR] = { "anchor", APO_FIELD_ENUM, apo_anchor_get_type },
};

static void
apo_relation_class_init (ApoRelationClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_RELATION;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_relation_init (ApoRelation *self)
{
}

const char *
apo_relation_get_article (ApoRelation *relation)
{
  return apo_item_get_string (APO_ITEM (relation), APO_RELATION_FIELD_ARTICLE);
}

const char *
apo_relation_get_from (ApoRelation *relation)
{
  return apo_item_get_string (APO_ITEM (relation), APO_RELATION_FIELD_FROM);
}

const char *
apo_relation_get_to (ApoRelation *relation)
{
  return apo_item_get_string (APO_ITEM (relation), APO_RELATION_FIELD_TO);
}

ApoRelationKind
apo_relation_get_kind (ApoRelation *relation)
{
  return apo_item_get_int (APO_ITEM (relation), APO_RELATION_FIELD_KIND);
}

gboolean
apo_relation_is_directed (ApoRelation *relation)
{
  return apo_item_get_boolean (APO_ITEM (relation), APO_RELATION_FIELD_DIRECTED);
}

ApoCertainty
apo_relation_get_certainty (ApoRelation *relation)
{
  return apo_item_get_int (APO_ITEM (relation), APO_RELATION_FIELD_CERTAINTY);
}

const ApoSpan *
apo_relation_get_evidence (ApoRelation *relation,
                           guint *n_spans)
{
  return apo_item_get_spans (APO_ITEM (relation), APO_RELATION_FIELD_EVIDENCE, n_spans);
}

ApoOrigin
apo_relation_get_origin (ApoRelation *relation)
{
  return apo_item_get_int (APO_ITEM (relation), APO_RELATION_FIELD_ORIGIN);
}

gboolean
apo_relation_is_dismissed (ApoRelation *relation)
{
  return apo_item_get_boolean (APO_ITEM (relation), APO_RELATION_FIELD_DISMISSED);
}
