/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_actors_find (ApoReading *reading);
void apo_actors_add_mention (ApoReading     *reading,
                             int             actor,
                             ApoSpan         tokens,
                             ApoMentionForm  form);
void apo_actors_finish (ApoReading *reading);

G_END_DECLS
