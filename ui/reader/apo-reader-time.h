/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_TIME (apo_reader_time_get_type ())

/**
 * ApoReaderTime:
 *
 * A popover in which a time of the text is put right, with the events that were dated by it.  The
 * date is taken by Enter or when the popover closes, but not by Escape.
 */
G_DECLARE_FINAL_TYPE (ApoReaderTime, apo_reader_time, APO, READER_TIME, GtkPopover)

ApoReaderTime *apo_reader_time_new     (GtkWidget          *parent);
void           apo_reader_time_present (ApoReaderTime      *popover,
                                        ApoHistory         *history,
                                        ApoTime            *time,
                                        const GdkRectangle *place);
void           apo_reader_time_give_up (ApoReaderTime      *popover);

G_END_DECLS
