/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoDay:
 *
 * A day as the number of days since 1970-01-01 in the proleptic Gregorian calendar, or
 * %APO_DAY_NONE where it is not known.
 */
typedef gint32 ApoDay;

#define APO_DAY_NONE G_MININT32

/**
 * ApoInterval:
 * @earliest: first day, or %APO_DAY_NONE for an open start
 * @latest: last day, inclusive, or %APO_DAY_NONE for an open end
 */
typedef struct {
  ApoDay earliest;
  ApoDay latest;
} ApoInterval;

#define APO_INTERVAL_NONE ((ApoInterval) { APO_DAY_NONE, APO_DAY_NONE })

ApoDay      apo_day_from_ymd        (int          year,
                                     int          month,
                                     int          day);
void        apo_day_to_ymd          (ApoDay       day,
                                     int         *year,
                                     int         *month,
                                     int         *day_of_month);
int         apo_day_get_year        (ApoDay       day);
int         apo_day_get_weekday     (ApoDay       day);
guint       apo_day_get_month_days  (int          year,
                                     int          month);
gboolean    apo_day_parse           (const char  *iso,
                                     ApoDay      *day);
char       *apo_day_format          (ApoDay       day);

ApoInterval apo_interval_of_month   (int          year,
                                     int          month);
ApoInterval apo_interval_of_year    (int          year);
gboolean    apo_interval_is_known   (ApoInterval  interval);

G_END_DECLS
