/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-analysis.h"
#include "apo-focus.h"
#include "apo-reader.h"
#include "apo-session.h"

G_BEGIN_DECLS

/* What of the desk is shown where there is no room for all of it. */
typedef enum {
  APO_PANEL_READER,
  APO_PANEL_INDEX,
  APO_PANEL_GRAPH,
  APO_PANEL_TIMELINE,
} ApoPanel;

typedef enum {
  APO_DESK_NARROW,              /* one panel */
  APO_DESK_MEDIUM,              /* the reader and one panel */
  APO_DESK_WIDE,                /* everything */
} ApoDeskMode;

#define APO_TYPE_PANEL     (apo_panel_get_type ())
#define APO_TYPE_DESK_MODE (apo_desk_mode_get_type ())
#define APO_TYPE_DESK      (apo_desk_get_type ())

GType apo_panel_get_type     (void) G_GNUC_CONST;
GType apo_desk_mode_get_type (void) G_GNUC_CONST;

/**
 * ApoDesk:
 *
 * The reader between its index and the graph and timeline, arranged by the width there is.
 *
 * Properties: `mode` (read only), `panel` (what is shown besides the reader, or instead of it),
 * `pane` (nullable: what is open in place of graph and timeline),
 * `reader-maximized`, `index-maximized`, `graph-maximized`, `timeline-maximized` (at most one is
 * true).  Actions: `desk.panel`, `desk.close-pane`, `desk.maximize-reader` and so on.
 */
G_DECLARE_FINAL_TYPE (ApoDesk, apo_desk, APO, DESK, GtkWidget)

void         apo_desk_set_context   (ApoDesk    *desk,
                                     ApoSession *session,
                                     ApoFocus   *focus);
void         apo_desk_set_analysis  (ApoDesk     *desk,
                                     ApoAnalysis *analysis);
void         apo_desk_bind_settings (ApoDesk    *desk,
                                     GSettings  *settings);
ApoReader   *apo_desk_get_reader    (ApoDesk    *desk);
ApoDeskMode  apo_desk_get_mode      (ApoDesk    *desk);
void         apo_desk_set_panel     (ApoDesk    *desk,
                                     ApoPanel    panel);
void         apo_desk_add_pane      (ApoDesk    *desk,
                                     const char *name,
                                     GtkWidget  *pane);
void         apo_desk_enter_pane    (ApoDesk    *desk,
                                     const char *name);
void         apo_desk_set_pane      (ApoDesk    *desk,
                                     const char *name);
const char  *apo_desk_get_pane      (ApoDesk    *desk);
void         apo_desk_reveal_panel  (ApoDesk    *desk,
                                     ApoPanel    panel);
void         apo_desk_step_panel    (ApoDesk    *desk,
                                     int         step);
void         apo_desk_take_keyboard (ApoDesk    *desk);
void         apo_desk_step_border   (ApoDesk    *desk);
void         apo_desk_toggle_maximized (ApoDesk *desk);
gboolean     apo_desk_leave_maximized  (ApoDesk *desk);
void         apo_desk_show_index    (ApoDesk    *desk,
                                     const char *page);
gboolean     apo_desk_edit_actor    (ApoDesk    *desk,
                                     const char *action);
void         apo_desk_add_note      (ApoDesk    *desk);
void         apo_desk_start_search  (ApoDesk    *desk,
                                      const char *words);
gboolean     apo_desk_step_claim    (ApoDesk    *desk,
                                     int         step);
gboolean     apo_desk_judge         (ApoDesk    *desk,
                                     ApoVerdict  verdict);
gboolean     apo_desk_show_claim    (ApoDesk    *desk);
gboolean     apo_desk_edit_reason   (ApoDesk    *desk);
gboolean     apo_desk_add_source    (ApoDesk    *desk);
void         apo_desk_show_passage  (ApoDesk    *desk);
void         apo_desk_save_view     (ApoDesk    *desk);

G_END_DECLS
