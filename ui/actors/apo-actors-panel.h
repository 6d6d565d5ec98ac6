/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-analysis.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_ACTORS_PANEL (apo_actors_panel_get_type ())

/**
 * ApoActorsPanel:
 *
 * The list of actors, those most mentioned first, places last, with search in all their names.
 * What is selected in it is what the focus has selected, if that is an actor.
 */
G_DECLARE_FINAL_TYPE (ApoActorsPanel, apo_actors_panel, APO, ACTORS_PANEL, GtkBox)

GtkWidget *apo_actors_panel_new         (void);
void       apo_actors_panel_set_context (ApoActorsPanel *panel,
                                         ApoDossier     *dossier,
                                         ApoHistory     *history,
                                         ApoFocus       *focus);
void       apo_actors_panel_set_analysis (ApoActorsPanel *panel,
                                          ApoAnalysis    *analysis);

G_END_DECLS
