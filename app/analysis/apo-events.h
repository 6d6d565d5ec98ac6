/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_events_find (ApoReading *reading,
                      ApoSpan     sentence);

G_END_DECLS
