/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"
#include "apo-time-clause.h"
#include "apo-time-match.h"

G_BEGIN_DECLS

/**
 * ApoTimeContext:
 * @anchor: the last day that was spoken of
 * @last: (nullable): the last value that was a date
 * @year: the year that was last named with a month, or 0
 * @year_sentence: the sentence that named it
 * @weekdays: for each weekday, Monday first, a day near the date of the text that is named in full
 * @match: the words of this time
 * @tense: of its clause
 * @interval: the days it stands for where its value does not tell them
 *
 * What a value is made from.
 */
typedef struct {
  const ApoReading *reading;
  ApoDay anchor;
  char *last;
  int year;
  guint year_sentence;
  ApoDay weekdays[7];

  const ApoTimeMatch *match;
  ApoTense tense;
  ApoInterval interval;
} ApoTimeContext;

char *apo_time_values_make (ApoTimeContext  *context,
                            char           **operation);

G_END_DECLS
