/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-moment.h"

#include <glib/gi18n.h>

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * apo_moment_dup_label:
 * @time: in microseconds since 1970 UTC
 * @now: the same
 *
 * Returns: (transfer full): when that was, in the local time zone: the hour, and the day unless it
 *   is today
 */
char *
apo_moment_dup_label (gint64 time,
                      gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) today_utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) moment = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) today = today_utc != NULL ? g_date_time_to_local (today_utc) : NULL;

  if (moment == NULL || today == NULL)
    return g_strdup ("");

  if (is_same_day (moment, today))
    /* Translators: a time of today, in the form of g_date_time_format() */
    return g_date_time_format (moment, _("%H:%M"));

  /* Translators: a day and its time, in the form of g_date_time_format() */
  return g_date_time_format (moment, _("%-d %B %Y, %H:%M"));
}
