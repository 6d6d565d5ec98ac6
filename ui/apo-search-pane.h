/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_SEARCH_PANE (apo_search_pane_get_type ())

/**
 * ApoSearchPane:
 *
 * Words looked for in everything at once: the text, claims and the reasons of their verdicts, actors,
 * events, notes and sources.  What is chosen among those found is selected in the focus.
 *
 * Signal: `span-activated` (guint start, guint end), when a place of the text was chosen.
 */
G_DECLARE_FINAL_TYPE (ApoSearchPane, apo_search_pane, APO, SEARCH_PANE, GtkBox)

GtkWidget *apo_search_pane_new         (void);
void       apo_search_pane_set_context (ApoSearchPane *pane,
                                        ApoDossier    *dossier,
                                        ApoFocus      *focus);
void       apo_search_pane_start       (ApoSearchPane *pane,
                                        const char    *words);

G_END_DECLS
