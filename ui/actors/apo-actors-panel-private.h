/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-actor-bulk.h"
#include "apo-actor-card.h"
#include "apo-actor-choice.h"
#include "apo-actors-panel.h"
#include "apo-list-focus.h"
#include "apo-reading-page.h"
#include "apo-row-filler.h"

G_BEGIN_DECLS

/* Shared by the parts of the panel: apo-actors-panel.c (list and card, and how one gives way to the
 * other) and apo-actors-panel-actions.c (what menus and keys do). */

struct _ApoActorsPanel {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoActorTally *tally;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  GSignalGroup *focus_signals;

  ApoActorChoice *choice;
  GtkFilterListModel *filtered;
  ApoListFocus *list_focus;
  ApoRowFiller *filler;
  GtkWidget *menu;              /* (nullable) of the rows, made at need */
  GtkEventController *ticking;  /* clicks, while several are being selected */
  gboolean selecting;

  GtkStack *pages;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  GtkWidget *not_actors;
  GtkStack *stack;
  ApoReadingPage *reading;
  GtkListView *list;
  ApoActorBulk *bulk;
  ApoActorCard *card;
};

/* apo-actors-panel.c */
gboolean    apo_actors_panel_shows_card     (ApoActorsPanel *panel);
void        apo_actors_panel_open_card      (ApoActorsPanel *panel,
                                             ApoActor       *actor);
void        apo_actors_panel_close_card     (ApoActorsPanel *panel);

void        apo_actors_panel_set_selecting  (ApoActorsPanel *panel,
                                             gboolean        selecting);
void        apo_actors_panel_toggle_row     (ApoActorsPanel *panel,
                                             guint           position);

/* apo-actors-panel-actions.c */
void        apo_actors_panel_install_actions (GtkWidgetClass *widget_class);
void        apo_actors_panel_add_pointer     (ApoActorsPanel *panel);
void        apo_actors_panel_update_actions  (ApoActorsPanel *panel);

G_END_DECLS
