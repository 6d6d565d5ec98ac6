/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_VIEW (apo_reader_view_get_type ())

/**
 * ApoReaderView:
 *
 * The text of the article with its passages marked: claims by a tint and a sign in the gutter, actors
 * by a thin line in their colour, times by dots.  Its buffer is an
 * #ApoReaderBuffer.
 */
G_DECLARE_FINAL_TYPE (ApoReaderView, apo_reader_view, APO, READER_VIEW, GtkTextView)

GtkWidget *apo_reader_view_new          (void);
void       apo_reader_view_set_context  (ApoReaderView *view,
                                         ApoDossier    *dossier,
                                         ApoHistory    *history,
                                         ApoFocus      *focus);
void       apo_reader_view_set_found    (ApoReaderView *view,
                                         GArray        *found,
                                         guint          current);
void       apo_reader_view_show_span    (ApoReaderView *view,
                                         ApoSpan        span);
void       apo_reader_view_select_span  (ApoReaderView *view,
                                         ApoSpan        span);
guint      apo_reader_view_get_top      (ApoReaderView *view);
void       apo_reader_view_scroll_to_top (ApoReaderView *view,
                                         guint          offset);
gboolean   apo_reader_view_get_selection (ApoReaderView *view,
                                         ApoSpan       *span);
void       apo_reader_view_unselect     (ApoReaderView *view);
gboolean   apo_reader_view_get_place    (ApoReaderView *view,
                                         guint          offset,
                                         GdkRectangle  *place);
gboolean   apo_reader_view_show_card    (ApoReaderView *view);
gboolean   apo_reader_view_trim         (ApoReaderView *view,
                                         gboolean       at_end,
                                         int            step);

G_END_DECLS
