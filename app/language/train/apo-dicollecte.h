/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-lexicon.h"

G_BEGIN_DECLS

void apo_dicollecte_read (const char *form,
                          const char *morph,
                          GArray     *readings);

G_END_DECLS
