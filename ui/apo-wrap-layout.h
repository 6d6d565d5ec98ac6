/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_WRAP_LAYOUT (apo_wrap_layout_get_type ())

/**
 * ApoWrapLayout:
 *
 * Sets children one after the other like words, each as wide as it wants to be, in as many lines as
 * that takes; a child that expands gets what is left of its line.  From right to left where the text
 * runs so.  Lines and children are 6 pixels apart.
 */
G_DECLARE_FINAL_TYPE (ApoWrapLayout, apo_wrap_layout, APO, WRAP_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
