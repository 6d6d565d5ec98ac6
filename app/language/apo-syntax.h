/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"
#include "apo-word.h"

G_BEGIN_DECLS

/**
 * ApoSyntax:
 *
 * The trained models of one language: its lexicon, tagger and parser.  Never changes once loaded; may
 * be used by several threads at once.
 */
typedef struct _ApoSyntax ApoSyntax;

gboolean   apo_syntax_is_there     (const char       *folder);
ApoSyntax *apo_syntax_load         (const char       *folder,
                                    GError          **error);
void       apo_syntax_free         (ApoSyntax        *syntax);
guint64    apo_syntax_get_checksum (const ApoSyntax  *syntax);
void       apo_syntax_read         (const ApoSyntax  *syntax,
                                    ApoWord          *words,
                                    guint             n);
void       apo_syntax_annotate     (const ApoSyntax  *syntax,
                                    ApoTokens        *tokens,
                                    guint             sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoSyntax, apo_syntax_free)

G_END_DECLS
