/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_MAXIMIZE_BUTTON (apo_maximize_button_get_type ())

/**
 * ApoMaximizeButton:
 *
 * The button in the head of a panel that gives it the place of all others, and takes it away again.
 * What it does is its action, `desk.maximize-…`; it is only there while the action can be done.
 */
G_DECLARE_FINAL_TYPE (ApoMaximizeButton, apo_maximize_button, APO, MAXIMIZE_BUTTON, GtkToggleButton)

G_END_DECLS
