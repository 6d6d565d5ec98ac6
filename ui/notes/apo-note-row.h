/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_NOTE_ROW (apo_note_row_get_type ())

/**
 * ApoNoteRow:
 *
 * A note: what it is about, as a button that goes there, its text to be written in place, and when
 * and by whom it was changed last.  The row of the list that it stands in is named by all of it.
 *
 * Properties: `note`, `selected`.  Actions: `note.show`, `note.remove`.
 */
G_DECLARE_FINAL_TYPE (ApoNoteRow, apo_note_row, APO, NOTE_ROW, GtkBox)

GtkWidget *apo_note_row_new      (ApoDossier *dossier,
                                  ApoHistory *history,
                                  ApoFocus   *focus);
ApoNote   *apo_note_row_get_note (ApoNoteRow *row);
void       apo_note_row_edit     (ApoNoteRow *row);

G_END_DECLS
