/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-parser-state.h"

G_BEGIN_DECLS

guint apo_parser_oracle_get_cost (const guint          *heads,
                                  const ApoParserState *state,
                                  ApoMove               move);

G_END_DECLS
