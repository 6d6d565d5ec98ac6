/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-language-pack.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/**
 * ApoStanceRules:
 *
 * The words that speak well or ill of somebody.  Never changes.
 */
typedef struct _ApoStanceRules ApoStanceRules;

ApoStanceRules *apo_stance_rules_new    (ApoLanguagePack       *pack,
                                         GError               **error);
void            apo_stance_rules_free   (ApoStanceRules        *rules);
gboolean        apo_stance_rules_lookup (const ApoStanceRules  *rules,
                                         const char            *word,
                                         ApoRelationKind       *kind);

G_END_DECLS
