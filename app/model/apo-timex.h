/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

ApoInterval  apo_timex_get_interval  (const char *value);
ApoPrecision apo_timex_get_precision (const char *value);
char        *apo_timex_dup_interval  (ApoInterval  interval);
char        *apo_timex_dup_edtf      (const char *value);

G_END_DECLS
