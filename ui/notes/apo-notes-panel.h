/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_NOTES_PANEL (apo_notes_panel_get_type ())

/**
 * ApoNotesPanel:
 *
 * All notes in the order of the text, those about no place of it last, with search in what they say
 * and what they are about.  What is selected in it is what the focus has selected, if that is a note.
 */
G_DECLARE_FINAL_TYPE (ApoNotesPanel, apo_notes_panel, APO, NOTES_PANEL, GtkBox)

GtkWidget *apo_notes_panel_new         (void);
void       apo_notes_panel_set_context (ApoNotesPanel *panel,
                                        ApoDossier    *dossier,
                                        ApoHistory    *history,
                                        ApoFocus      *focus);
ApoNote   *apo_notes_panel_add         (ApoNotesPanel *panel,
                                        const ApoSpan *span,
                                        const char    *author);

G_END_DECLS
