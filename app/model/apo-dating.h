/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* Dates as a reader gives them: typed, or moved along a scale. */

gboolean     apo_dating_parse       (const char   *text,
                                     ApoInterval  *interval,
                                     ApoPrecision *precision);
char        *apo_dating_dup_entry   (ApoInterval   interval,
                                     ApoPrecision  precision);
ApoInterval  apo_dating_step        (ApoInterval   interval,
                                     ApoPrecision  precision,
                                     int           steps);
int          apo_dating_count_steps (ApoPrecision  precision,
                                     double        days);

G_END_DECLS
