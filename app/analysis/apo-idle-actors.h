/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_idle_actors_drop (ApoReading *reading);

G_END_DECLS
