/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dating.h"

G_BEGIN_DECLS

#define APO_TYPE_DATE_ENTRY (apo_date_entry_get_type ())

/**
 * ApoDateEntry:
 *
 * An entry for a date as apo_dating_parse() reads it, however exactly it is known, with what it
 * stands for in words below, and a check whether it is only about then.
 *
 * Signals: `changed`, when the reader has typed; `activate`, when the reader takes it by Enter.
 */
G_DECLARE_FINAL_TYPE (ApoDateEntry, apo_date_entry, APO, DATE_ENTRY, GtkBox)

GtkWidget *apo_date_entry_new      (void);
void       apo_date_entry_set_date (ApoDateEntry *entry,
                                    ApoInterval   interval,
                                    ApoPrecision  precision);
gboolean   apo_date_entry_get_date (ApoDateEntry *entry,
                                    ApoInterval  *interval,
                                    ApoPrecision *precision);

G_END_DECLS
