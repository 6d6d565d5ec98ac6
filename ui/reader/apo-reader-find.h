/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-text.h"

G_BEGIN_DECLS

GArray *apo_reader_find (ApoText    *text,
                         const char *query);

G_END_DECLS
