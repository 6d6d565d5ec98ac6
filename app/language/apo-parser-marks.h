/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-word.h"

G_BEGIN_DECLS

void apo_parser_marks_attach (ApoWord *words,
                              guint    n_words);

G_END_DECLS
