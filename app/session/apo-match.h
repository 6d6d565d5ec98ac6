/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"
#include "apo-findings.h"

G_BEGIN_DECLS

/**
 * ApoMatcher:
 *
 * Finds the items of a dossier that findings are about.
 */
typedef struct _ApoMatcher ApoMatcher;

ApoMatcher *apo_matcher_new            (ApoDossier             *dossier,
                                        guint                   article_number);
void        apo_matcher_free           (ApoMatcher             *matcher);
ApoItem    *apo_matcher_find_actor     (ApoMatcher             *matcher,
                                        const ApoFoundActor    *found);
ApoItem    *apo_matcher_find_claim     (ApoMatcher             *matcher,
                                        const ApoFoundClaim    *found,
                                        const char             *speaker);
ApoItem    *apo_matcher_find_span      (ApoMatcher             *matcher,
                                        ApoItemType             type,
                                        ApoSpan                 span);
ApoItem    *apo_matcher_find_relation  (ApoMatcher             *matcher,
                                        const ApoFoundRelation *found,
                                        const char             *from,
                                        const char             *to);
gboolean    apo_item_is_touched        (ApoItem                *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoMatcher, apo_matcher_free)

G_END_DECLS
