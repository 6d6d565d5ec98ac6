/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-model-file.h"
#include "apo-word.h"

G_BEGIN_DECLS

/**
 * ApoParser:
 *
 * Finds for each word of a tagged sentence the word that it depends on, and how.  Never changes; may
 * be used by several threads at once.
 */
typedef struct _ApoParser ApoParser;

ApoParser *apo_parser_new   (ApoModelFile     *file,
                             GError          **error);
void       apo_parser_free  (ApoParser        *parser);
void       apo_parser_parse (const ApoParser  *parser,
                             ApoWord          *words,
                             guint             n_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoParser, apo_parser_free)

G_END_DECLS
