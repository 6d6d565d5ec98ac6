/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fuzz.h"
#include "apo-history.h"

void apo_fuzz_work (ApoHistory *history,
                    GRand      *rand);
