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
 * The list of actors, with search in all their names, and in its place the card of one of them: that
 * which was chosen in the list by a click or Enter, or selected anywhere else.  What is selected in
 * the list is what the focus has selected, if that is an actor.
 *
 * Signals: `span-activated` (guint start, guint end), a place to bring the text to, or 0 and 0 for
 * none any more; `claims-wanted` (const char *id, gboolean about), the claims about an actor, or
 * those that it makes.
 *
 * Property: `selecting`, whether a click selects one more row, as Ctrl and a click do.
 *
 * Actions: `actor.select-several`, `actor.open`, `actor.close`, `actor.rename` (F2), `actor.merge` (Ctrl+M),
 * `actor.split` (Ctrl+Shift+M), `actor.next-mention` (F3), `actor.previous-mention` (Shift+F3),
 * `actor.dismiss` (Delete), `actor.restore`, `actor.kind` (s), and
 * those of #ApoActorChoice with the prefix `actors`.  They are for the actor of the card, or for
 * those selected in the list.
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
