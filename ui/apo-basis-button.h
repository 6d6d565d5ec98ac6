/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_BASIS_BUTTON (apo_basis_button_get_type ())

/**
 * ApoBasisButton:
 *
 * Says on what basis all views are drawn, and opens the choice: everything, what the article
 * states, what is verified, or what one of the speakers says.
 *
 * Action: `basis.set` (target: the name of a basis, see apo_basis_to_string()).
 */
G_DECLARE_FINAL_TYPE (ApoBasisButton, apo_basis_button, APO, BASIS_BUTTON, GtkWidget)

void apo_basis_button_set_context (ApoBasisButton *button,
                                   ApoDossier     *dossier,
                                   ApoFocus       *focus);
void apo_basis_button_set_compact (ApoBasisButton *button,
                                   gboolean        compact);
void apo_basis_button_open        (ApoBasisButton *button);

G_END_DECLS
