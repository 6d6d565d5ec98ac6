/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

typedef enum {
  APO_TRIGGER_VERB      = 1 << 0,
  APO_TRIGGER_NOUN      = 1 << 1, /* of what somebody does */
  APO_TRIGGER_ROLE      = 1 << 2, /* of what somebody is to another */
  APO_TRIGGER_ADJECTIVE = 1 << 3,
} ApoTriggerClass;

/**
 * ApoTrigger:
 * @links: (element-type utf8): the words behind which the other one stands, folded
 * @of: whether the words for « de » are among them
 * @to: whether those for « à » are
 * @object: whether the other one may be the object of the verb
 * @among: whether those who do it together do it with one another
 * @reversed: whether the other one does it
 *
 * What a word says of two actors.
 */
typedef struct {
  ApoRelationKind kind;
  ApoTriggerClass class;
  GHashTable *links;
  gboolean of;
  gboolean to;
  gboolean object;
  gboolean among;
  gboolean reversed;
} ApoTrigger;

/**
 * ApoRelationRules:
 *
 * The words for relations.  Never changes.
 */
typedef struct _ApoRelationRules ApoRelationRules;

ApoRelationRules *apo_relation_rules_new    (ApoLanguagePack         *pack,
                                             GError                 **error);
void              apo_relation_rules_free   (ApoRelationRules        *rules);
const GPtrArray  *apo_relation_rules_lookup (const ApoRelationRules  *rules,
                                             const char              *word);

G_END_DECLS
