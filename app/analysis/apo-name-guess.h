/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-name-finder.h"

G_BEGIN_DECLS

guint apo_name_guess (ApoFinder *finder,
                      guint      i);

G_END_DECLS
