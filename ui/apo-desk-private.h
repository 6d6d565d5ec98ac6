/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-actors-panel.h"
#include "apo-claim-bar.h"
#include "apo-claim-pane.h"
#include "apo-claims-panel.h"
#include "apo-desk.h"
#include "apo-graph-view.h"
#include "apo-notes-panel.h"
#include "apo-search-pane.h"
#include "apo-timeline-view.h"

G_BEGIN_DECLS

/* Shared by the parts of the desk: apo-desk.c (what it shows), apo-desk-index.c (the lists at its
 * side), apo-desk-panes.c (how wide its columns are) and apo-desk-panels.c (which panel fills it, and
 * how the keyboard goes from one to another). */

#define APO_N_PANELS (APO_PANEL_TIMELINE + 1)
#define APO_PANEL_NONE -1

struct _ApoDesk {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkPaned *outer;              /* index | inner */
  GtkPaned *inner;              /* reader | side */
  GtkStack *side_stack;         /* side, or a pane in its place */
  GtkPaned *side;               /* graph / timeline */
  GtkWidget *index;
  GtkStack *index_stack;
  GtkToggleButton *tab_claims;
  GtkToggleButton *tab_actors;
  GtkToggleButton *tab_notes;
  GtkLabel *claims_count;
  GtkLabel *actors_count;
  GtkLabel *notes_count;
  ApoClaimsPanel *claims;
  ApoActorsPanel *actors;
  ApoNotesPanel *notes;
  GtkWidget *reader_box;
  ApoReader *reader;
  ApoClaimBar *claim_bar;
  ApoGraphView *graph;
  ApoTimelineView *timeline;
  ApoClaimPane *claim_pane;
  ApoSearchPane *search_pane;
  GtkWidget *switcher;
  GtkWidget *switch_reader;

  ApoDossier *dossier;
  ApoFocus *focus;
  GSettings *settings;
  ApoDeskMode mode;
  ApoPanel panel;
  int maximized;                /* an ApoPanel, or APO_PANEL_NONE */
  int arranged_width;           /* for which the panes were placed */
  guint arrange_source;

  AdwAnimation *animation;      /* of the panel that grows or shrinks */
  int animated;                 /* the panel */
  graphene_rect_t animated_from;
  GtkWidget *last_focus[APO_N_PANELS];  /* (nullable): weak, where the keyboard was */
};

/* apo-desk.c */
ApoPanel   apo_desk_get_shown_panel   (ApoDesk         *self);
void       apo_desk_show_panels       (ApoDesk         *self);
void       apo_desk_show_span         (ApoDesk         *self,
                                       guint            start,
                                       guint            end);
void       apo_desk_rearrange         (ApoDesk         *self);
void       apo_desk_notify_maximized  (ApoDesk         *self);

/* apo-desk-index.c */
void       apo_desk_bind_index        (GtkWidgetClass  *widget_class);
void       apo_desk_connect_index     (ApoDesk         *self);
void       apo_desk_show_counts       (ApoDesk         *self);
void       apo_desk_follow_in_index   (ApoDesk         *self,
                                       ApoItem         *item);

/* apo-desk-panes.c */
void       apo_desk_place_panes       (ApoDesk         *self,
                                       int              width);
void       apo_desk_remember_panes    (ApoDesk         *self,
                                       GtkPaned        *paned);

/* apo-desk-panels.c */
GtkWidget *apo_desk_get_panel_widget  (ApoDesk         *self,
                                       ApoPanel         panel);
gboolean   apo_desk_is_alone          (ApoDesk         *self);
void       apo_desk_set_maximized     (ApoDesk         *self,
                                       int              panel);
void       apo_desk_restore_maximized (ApoDesk         *self);
void       apo_desk_add_animation     (ApoDesk         *self);
void       apo_desk_snapshot_panels   (ApoDesk         *self,
                                       GtkSnapshot     *snapshot);

G_END_DECLS
