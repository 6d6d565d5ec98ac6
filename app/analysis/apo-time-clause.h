/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/* When what a clause tells takes place, as far as its verb says. */
typedef enum {
  APO_TENSE_NONE,
  APO_TENSE_PAST,
  APO_TENSE_STATE,              /* past or present: « est fermé », « déclare » */
  APO_TENSE_PRESENT,
  APO_TENSE_FUTURE,
} ApoTense;

ApoTense apo_time_clause_get_tense (const ApoReading *reading,
                                    ApoSpan           time);

G_END_DECLS
