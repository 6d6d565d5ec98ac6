/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-anchor-blocks.h"

G_BEGIN_DECLS

void apo_anchor_fill_gaps (GArray        *blocks,
                           ApoAnchorText *older,
                           ApoAnchorText *newer);

G_END_DECLS
