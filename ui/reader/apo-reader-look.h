/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define APO_TYPE_READER_LOOK (apo_reader_look_get_type ())

/**
 * ApoReaderLook:
 *
 * A popover with what can be set about the look of the text: colours, size, font, length and height
 * of its lines.  All of it takes effect at once.  The actions `reader.zoom-…` are its parent's.
 */
G_DECLARE_FINAL_TYPE (ApoReaderLook, apo_reader_look, APO, READER_LOOK, GtkPopover)

void apo_reader_look_bind_settings (ApoReaderLook *look,
                                    GSettings     *settings);

G_END_DECLS
