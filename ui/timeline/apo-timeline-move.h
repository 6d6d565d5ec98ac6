/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-timeline-event.h"

G_BEGIN_DECLS

void apo_timeline_move_attach (ApoTimelineEvent *event);

G_END_DECLS
