/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-span.h"

G_BEGIN_DECLS

/* Which words of two wordings of one thing are not in the other. */

void apo_words_compare (const char  *first,
                        const char  *second,
                        GArray     **only_first,
                        GArray     **only_second);

G_END_DECLS
