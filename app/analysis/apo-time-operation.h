/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-time-values.h"

G_BEGIN_DECLS

/* What the operations on days and those on longer and vaguer times share; for apo-time-values.c,
 * apo-time-days.c and apo-time-spans.c only. */

/* Makes a value, or returns %NULL where the words are no time. */
typedef char *(* ApoTimeOperation) (ApoTimeContext *context, char **arguments);

typedef struct {
  const char *name;
  ApoTimeOperation operation;
} ApoTimeNamedOperation;

gboolean         apo_time_get_which     (const ApoTimeContext *c,
                                         char                **arguments,
                                         int                  *which);
int              apo_time_get_sign      (const ApoTimeContext *c);
int              apo_time_get_this_year (const ApoTimeContext *c);
int              apo_time_widen_year    (int                   year);
char            *apo_time_with_part     (const ApoTimeContext *c,
                                         const char           *value);
char            *apo_time_format_day    (ApoTimeContext       *c,
                                         ApoDay                day);
ApoTimeOperation apo_time_days_find     (const char           *name);
ApoTimeOperation apo_time_spans_find    (const char           *name);

G_END_DECLS
