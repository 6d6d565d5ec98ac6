/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

/* What a reader may do next. */

void apo_sample_edit (ApoHistory *history,
                      GRand      *rand);
