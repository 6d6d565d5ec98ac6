/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_DATE (apo_reader_date_get_type ())

/**
 * ApoReaderDate:
 *
 * A popover in which the day of publication of the article is given or changed.
 */
G_DECLARE_FINAL_TYPE (ApoReaderDate, apo_reader_date, APO, READER_DATE, GtkPopover)

void     apo_reader_date_set_context (ApoReaderDate *date,
                                      ApoHistory    *history);
gboolean apo_reader_date_parse       (const char    *text,
                                      ApoDay        *day);

G_END_DECLS
