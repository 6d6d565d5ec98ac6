/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_START_PAGE (apo_start_page_get_type ())

/**
 * ApoStartPage:
 *
 * What a window shows while nothing is open: ways to begin, and what was open lately.
 */
G_DECLARE_FINAL_TYPE (ApoStartPage, apo_start_page, APO, START_PAGE, GtkWidget)

void apo_start_page_refresh (ApoStartPage *page);

G_END_DECLS
