/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-renewal-item.h"

G_BEGIN_DECLS

#define APO_TYPE_RENEWAL_ROW (apo_renewal_row_get_type ())

/**
 * ApoRenewalRow:
 *
 * A change that can be chosen, or a heading by which all below it are.  The reader's choice is told
 * by the action `renewal.choose` (the position in the list, whether it is chosen).
 *
 * Properties: `item`, `position`.
 */
G_DECLARE_FINAL_TYPE (ApoRenewalRow, apo_renewal_row, APO, RENEWAL_ROW, GtkBox)

GtkWidget *apo_renewal_row_new (void);

G_END_DECLS
