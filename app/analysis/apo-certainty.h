/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

ApoCertainty apo_certainty_of_tokens (const ApoReading *reading,
                                      ApoSpan           tokens);

G_END_DECLS
