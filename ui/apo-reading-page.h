/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-analysis.h"

G_BEGIN_DECLS

#define APO_TYPE_READING_PAGE (apo_reading_page_get_type ())

/**
 * ApoReadingPage:
 *
 * What a panel shows in the place of what is still looked for in the text: that it is, and how far.
 *
 * Signal: `changed`, when it is needed or no longer.
 */
G_DECLARE_FINAL_TYPE (ApoReadingPage, apo_reading_page, APO, READING_PAGE, GtkBox)

void     apo_reading_page_set_analysis (ApoReadingPage *page,
                                        ApoAnalysis    *analysis);
gboolean apo_reading_page_is_reading   (ApoReadingPage *page);

G_END_DECLS
