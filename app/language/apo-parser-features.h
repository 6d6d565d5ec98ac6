/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-parser-state.h"
#include "apo-parser-words.h"

G_BEGIN_DECLS

#define APO_MAX_PARSER_FEATURES 144

guint apo_parser_get_move_features  (const ApoParserWord  *words,
                                     const ApoParserState *state,
                                     ApoFeature           *features);
guint apo_parser_get_label_features (const ApoParserWord  *words,
                                     const ApoParserState *state,
                                     ApoMove               move,
                                     ApoFeature           *features);

G_END_DECLS
