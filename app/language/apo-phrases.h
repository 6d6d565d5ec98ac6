/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"

G_BEGIN_DECLS

/**
 * ApoPhrases:
 *
 * A set of phrases, each with a number, found at a token by the longest match.  A phrase is cut
 * into
 * tokens as a text is, so that *l’Orient* and *l'Orient* are the same.
 */
typedef struct _ApoPhrases ApoPhrases;

ApoPhrases *apo_phrases_new   (ApoLanguagePack *pack);
void        apo_phrases_free  (ApoPhrases      *phrases);
void        apo_phrases_add   (ApoPhrases      *phrases,
                               const char      *phrase,
                               int              value);
guint       apo_phrases_match (ApoPhrases      *phrases,
                               const ApoTokens *tokens,
                               guint            position,
                               int             *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoPhrases, apo_phrases_free)

G_END_DECLS
