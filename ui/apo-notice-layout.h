/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_NOTICE_LAYOUT (apo_notice_layout_get_type ())

/**
 * ApoNoticeLayout:
 *
 * Of a line with two children, a text and its buttons: the buttons stand beside the text, and where
 * there is no room for both, below it.
 */
G_DECLARE_FINAL_TYPE (ApoNoticeLayout, apo_notice_layout, APO, NOTICE_LAYOUT, GtkLayoutManager)

G_END_DECLS
