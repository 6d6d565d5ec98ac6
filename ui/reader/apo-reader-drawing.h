/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-reader-marks.h"

G_BEGIN_DECLS

/* How the marks of the reader are drawn; all coordinates are those of the buffer, pixels. */

void apo_reader_draw_marks (GtkTextView    *view,
                            GtkSnapshot    *snapshot,
                            ApoReaderMarks *marks,
                            ApoDossier     *dossier,
                            ApoFocus       *focus,
                            ApoSpan         visible,
                            int             leading);
void apo_reader_draw_passage (GtkTextView  *view,
                              GtkSnapshot  *snapshot,
                              ApoSpan       span,
                              ApoSpan       visible,
                              int           leading);
void apo_reader_draw_veil  (GtkTextView    *view,
                            GtkSnapshot    *snapshot,
                            ApoFocus       *focus,
                            ApoSpan         visible,
                            int             leading);
void apo_reader_draw_found (GtkTextView    *view,
                            GtkSnapshot    *snapshot,
                            GArray         *found,
                            guint           current,
                            ApoSpan         visible,
                            int             leading);

G_END_DECLS
