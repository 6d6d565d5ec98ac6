/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-timeline-canvas.h"

G_BEGIN_DECLS

void apo_timeline_gestures_attach (ApoTimelineCanvas *canvas);

G_END_DECLS
