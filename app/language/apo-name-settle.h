/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-name-tagger.h"

G_BEGIN_DECLS

void apo_name_settle (const GArray *words,
                      GArray       *names);

G_END_DECLS
