/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-name-finder.h"

G_BEGIN_DECLS

void apo_name_vote (ApoFinder *finder);

G_END_DECLS
