/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_READER (apo_reader_get_type ())

/**
 * ApoReader:
 *
 * The reading pane: what is known of the article, its text, and a bar to find words in it.
 *
 * Actions: `reader.zoom-in`, `reader.zoom-out`, `reader.zoom-reset`; of the words selected
 * `reader.new-claim`, `reader.new-event`, `reader.new-actor`, `reader.new-note` and
 * `reader.copy-citation`; of what is selected `reader.show-card`,
 * `reader.edit-date` and
 * `reader.trim` (b, whether its end; i, words towards the end of the text).
 */
G_DECLARE_FINAL_TYPE (ApoReader, apo_reader, APO, READER, GtkWidget)

GtkWidget *apo_reader_new            (void);
void       apo_reader_set_context    (ApoReader  *reader,
                                      ApoDossier *dossier,
                                      ApoHistory *history,
                                      ApoFocus   *focus);
void       apo_reader_bind_settings  (ApoReader  *reader,
                                      GSettings  *settings);
void       apo_reader_start_find     (ApoReader  *reader);
gboolean   apo_reader_is_finding     (ApoReader  *reader);
const char *
           apo_reader_get_find_words (ApoReader  *reader);
void       apo_reader_save_position  (ApoReader  *reader);
GtkWidget *apo_reader_get_view       (ApoReader  *reader);

G_END_DECLS
