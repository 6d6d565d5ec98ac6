/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"

G_BEGIN_DECLS

int         apo_time_calendar_get_weekday     (ApoDay       day);
char       *apo_time_calendar_shift           (ApoDay       from,
                                               int          n,
                                               const char  *unit);
ApoDay      apo_time_calendar_get_easter      (int          year);
ApoDay      apo_time_calendar_get_holiday     (const char  *code,
                                               int          year);
int         apo_time_calendar_get_season_year (ApoDay       now,
                                               int          first,
                                               int          which,
                                               int          sign);
ApoInterval apo_time_calendar_get_portion     (ApoInterval  interval,
                                               const char  *portion);

G_END_DECLS
