/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"

G_BEGIN_DECLS

/* A sentence is cut after so many tokens, whatever it says: everything that looks at a sentence
 * as a
 * whole stays linear in the text. */
#define APO_SENTENCE_MAX_TOKENS 400

void apo_sentences_split (ApoTokens *tokens);

G_END_DECLS
