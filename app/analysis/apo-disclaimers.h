/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_disclaimers_find (ApoReading *reading,
                           ApoSpan     sentence,
                           guint       first_claim);

G_END_DECLS
