/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-reader-marks.h"
#include "apo-reader-ties.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_GUTTER (apo_reader_gutter_get_type ())

/**
 * ApoReaderGutter:
 *
 * The strip beside the text: a sign of the verdict on the first line of each claim, a bar along the
 * selected one, and brackets from claims to those that they are linked with.
 */
G_DECLARE_FINAL_TYPE (ApoReaderGutter, apo_reader_gutter, APO, READER_GUTTER, GtkWidget)

GtkWidget *apo_reader_gutter_new       (GtkTextView     *view);
void       apo_reader_gutter_set_marks (ApoReaderGutter *gutter,
                                        ApoReaderMarks  *marks,
                                        ApoReaderTies   *ties,
                                        ApoFocus        *focus);
void       apo_reader_gutter_set_width (ApoReaderGutter *gutter,
                                        int              width);

G_END_DECLS
