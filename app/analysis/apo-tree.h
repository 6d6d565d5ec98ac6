/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"

G_BEGIN_DECLS

/* A set of relations. */
typedef guint64 ApoDeps;

#define APO_DEP_BIT(dep) (G_GUINT64_CONSTANT (1) << (dep))

/* What no tree has: no such token. */
#define APO_TREE_NONE G_MAXUINT

#define APO_DEPS_SUBJECT (APO_DEP_BIT (APO_DEP_NSUBJ) | APO_DEP_BIT (APO_DEP_NSUBJ_PASS) \
                          | APO_DEP_BIT (APO_DEP_NSUBJ_CAUS) | APO_DEP_BIT (APO_DEP_EXPL_SUBJ))
#define APO_DEPS_AUX (APO_DEP_BIT (APO_DEP_AUX) | APO_DEP_BIT (APO_DEP_AUX_TENSE) \
                      | APO_DEP_BIT (APO_DEP_AUX_PASS) | APO_DEP_BIT (APO_DEP_AUX_CAUS) \
                      | APO_DEP_BIT (APO_DEP_COP))

static inline gboolean
apo_tree_is (const ApoTokens *tokens,
             guint            i,
             ApoDeps          deps)
{
  return (APO_DEP_BIT (apo_tokens_get (tokens, i)->dep) & deps) != 0;
}

gboolean apo_tree_has         (const ApoTokens *tokens,
                               guint            i);
gboolean apo_tree_is_below    (const ApoTokens *tokens,
                               guint            i,
                               guint            top);
guint    apo_tree_find_child  (const ApoTokens *tokens,
                               guint            head,
                               guint            from,
                               ApoDeps          deps);
ApoSpan  apo_tree_get_subtree (const ApoTokens *tokens,
                               guint            top);
guint    apo_tree_find_subject (const ApoTokens *tokens,
                                guint            verb);

G_END_DECLS
