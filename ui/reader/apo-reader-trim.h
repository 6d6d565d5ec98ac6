/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

/**
 * ApoReaderTrim:
 *
 * The two handles of the selected claim in the text, by which it is trimmed and extended, to whole
 * words; one drag is one command.
 */
typedef struct _ApoReaderTrim ApoReaderTrim;

ApoReaderTrim *apo_reader_trim_new         (GtkTextView   *view);
void           apo_reader_trim_free        (ApoReaderTrim *trim);
void           apo_reader_trim_set_context (ApoReaderTrim *trim,
                                            ApoDossier    *dossier,
                                            ApoHistory    *history,
                                            ApoFocus      *focus);
void           apo_reader_trim_snapshot    (ApoReaderTrim *trim,
                                            GtkSnapshot   *snapshot);
gboolean       apo_reader_trim_is_at       (ApoReaderTrim *trim,
                                            double         x,
                                            double         y);
gboolean       apo_reader_trim_has_taken   (ApoReaderTrim *trim);
gboolean       apo_reader_trim_get_preview (ApoReaderTrim *trim,
                                            ApoSpan       *span);
gboolean       apo_reader_trim_step        (ApoReaderTrim *trim,
                                            gboolean       at_end,
                                            int            step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReaderTrim, apo_reader_trim_free)

G_END_DECLS
