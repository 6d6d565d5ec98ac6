/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-speakers.h"

G_BEGIN_DECLS

void apo_claims_find (ApoReading  *reading,
                      ApoSpan      sentence,
                      ApoSpeakers *speakers);

G_END_DECLS
