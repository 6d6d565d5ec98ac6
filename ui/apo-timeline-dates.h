/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-time-scale.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* Dates in the words of the reader's language. */

char *apo_timeline_format_tick     (ApoTickLevel level,
                                    gboolean     major,
                                    ApoDay       day);
char *apo_timeline_format_day      (ApoDay       day);
char *apo_timeline_format_interval (ApoInterval  interval,
                                    ApoPrecision precision);

G_END_DECLS
