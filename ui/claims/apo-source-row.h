/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_SOURCE_ROW (apo_source_row_get_type ())

/**
 * ApoSourceRow:
 *
 * A source of a claim: whether it supports or contradicts it, what it is, and what it says; opened,
 * the fields of it, which change the dossier as they are typed in.
 */
G_DECLARE_FINAL_TYPE (ApoSourceRow, apo_source_row, APO, SOURCE_ROW, AdwExpanderRow)

GtkWidget *apo_source_row_new        (ApoHistory   *history,
                                      ApoSource    *source);
ApoSource *apo_source_row_get_source (ApoSourceRow *row);
void       apo_source_row_update     (ApoSourceRow *row);
void       apo_source_row_edit       (ApoSourceRow *row);

G_END_DECLS
