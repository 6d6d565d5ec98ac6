/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-text.h"

G_BEGIN_DECLS

ApoSpan  apo_text_trim          (ApoText    *text,
                                 ApoSpan     span);
ApoSpan  apo_text_get_sentence  (ApoText    *text,
                                 ApoSpan     span);
GArray  *apo_text_find_words    (ApoText    *text,
                                 const char *words);
GArray  *apo_text_find_folded   (const char *utf8,
                                 const char *words);

G_END_DECLS
