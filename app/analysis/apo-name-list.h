/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_name_list_put (ApoReading *reading,
                        GArray     *names);

G_END_DECLS
