/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-day.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_DAY (apo_claim_day_get_type ())

/**
 * ApoClaimDay:
 *
 * A button that shows a day and opens a calendar to choose another one, or none.
 *
 * Properties: `title`, what day it is.  Signal: `picked` (int day, %APO_DAY_NONE for none).
 */
G_DECLARE_FINAL_TYPE (ApoClaimDay, apo_claim_day, APO, CLAIM_DAY, GtkWidget)

void  apo_claim_day_set       (ApoClaimDay *day,
                               ApoDay       value);
char *apo_claim_day_dup_label (ApoDay       value);

G_END_DECLS
