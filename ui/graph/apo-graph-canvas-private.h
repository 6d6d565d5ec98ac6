/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-graph-canvas.h"
#include "apo-graph-content.h"
#include "apo-graph-edges.h"
#include "apo-graph-layout.h"
#include "apo-graph-popover.h"

G_BEGIN_DECLS

/* A place in the picture, in its own pixels: at zoom 1, those of the screen. */
typedef struct {
  double x;
  double y;
} ApoGraphPlace;

/**
 * ApoGraphSpot:
 * @widget: the node
 * @name: of the actor
 * @placed: whether it has a place; if not, it is not shown until it has
 * @place: where it is
 * @goal: where it is going
 * @x: of the middle of its sign, on the canvas
 * @y: the same
 * @radius: of its sign, on the canvas
 * @size: of its widget, each way
 * @sign: taken by its sign
 * @name_box: taken by its name, if @name_shown
 *
 * A node as it is drawn; one for each actor of the content.
 */
typedef struct {
  GtkWidget *widget;
  PangoLayout *name;
  gboolean placed;
  ApoGraphPlace place;
  ApoGraphPlace goal;
  double x;
  double y;
  double radius;
  int size;
  ApoGraphBox sign;
  ApoGraphBox name_box;
  gboolean name_shown;
} ApoGraphSpot;

/**
 * ApoGraphStrand:
 * @label: the word of its kind
 * @pill: taken by it, if @pill_shown
 *
 * An edge as it is drawn; one for each tie of the content.
 */
typedef struct {
  ApoGraphCurve curve;
  PangoLayout *label;
  ApoGraphBox pill;
  gboolean pill_shown;
  ApoLight light;
} ApoGraphStrand;

struct _ApoGraphCanvas {
  GtkWidget parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  GSignalGroup *focus_signals;

  ApoGraphContent *content;
  GArray *spots;                /* ApoGraphSpot, as content->actors */
  GArray *strands;              /* ApoGraphStrand, as content->ties */
  GHashTable *widgets;          /* actor id → ApoGraphNode */
  GHashTable *places;           /* actor id → ApoGraphPlace, where it was not put by hand */
  gboolean all;                 /* no actor is left out */
  gboolean needs_arranging;
  guint arrange_serial;         /* of the arrangement that is awaited */
  guint rebuild_source;
  int width;                    /* that the picture was last fitted to */
  int height;

  double zoom;
  double pan_x;                 /* of the picture's origin from the middle of the canvas */
  double pan_y;
  gboolean fitted;              /* follows the size of the canvas */

  double pointer_x;             /* where it was seen last: a wheel event does not say */
  double pointer_y;

  ApoGraphPopover *popover;
  GtkWidget *menu;
  guint glide_id;

  ApoGraphLayout *drag_layout;  /* while a node is dragged */
  int drag_spot;                /* -1: the background */
  int drag_strand;              /* what a press that does not move selects, or -1 */
  gboolean drag_moved;
  gboolean relating;            /* a line is drawn from the node to another one */
  double relate_x;              /* where it ends now */
  double relate_y;
  double drag_x;                /* pan or place when it began */
  double drag_y;
  guint drag_tick_id;
};

#define APO_GRAPH_SPOT(self, i) (&g_array_index ((self)->spots, ApoGraphSpot, i))
#define APO_GRAPH_STRAND(self, i) (&g_array_index ((self)->strands, ApoGraphStrand, i))
#define APO_GRAPH_ACTOR(self, i) (&g_array_index ((self)->content->actors, ApoGraphActor, i))
#define APO_GRAPH_TIE(self, i) (&g_array_index ((self)->content->ties, ApoGraphTie, i))

#define APO_GRAPH_PILL_HEIGHT 22
#define APO_GRAPH_PILL_PADDING 9
#define APO_GRAPH_MARK_SIZE 13

/* apo-graph-rebuild.c: what there is to show */
void            apo_graph_canvas_rebuild        (ApoGraphCanvas *self);
void            apo_graph_canvas_queue_rebuild  (ApoGraphCanvas *self);
void            apo_graph_canvas_update_lights  (ApoGraphCanvas *self);
void            apo_graph_canvas_show_selected  (ApoGraphCanvas *self,
                                                 const char     *id);
int             apo_graph_canvas_find_strand    (ApoGraphCanvas *self,
                                                 const char     *relation);

/* apo-graph-arrange.c: where nodes are */
void            apo_graph_canvas_restore_places (ApoGraphCanvas *self);
void            apo_graph_canvas_store_places   (ApoGraphCanvas *self);
void            apo_graph_canvas_store_view     (ApoGraphCanvas *self);
void            apo_graph_canvas_arrange        (ApoGraphCanvas *self);
gboolean        apo_graph_canvas_find_place     (ApoGraphCanvas *self,
                                                 ApoActor       *actor,
                                                 ApoGraphPlace  *place);
void            apo_graph_canvas_keep_place     (ApoGraphCanvas *self,
                                                 guint           spot);
gboolean        apo_graph_canvas_is_strand_shown (ApoGraphCanvas *self,
                                                  guint           strand);
ApoGraphLayout *apo_graph_canvas_make_layout    (ApoGraphCanvas *self,
                                                 gboolean        living);
void            apo_graph_canvas_fit_view       (ApoGraphCanvas *self);

/* apo-graph-geometry.c: where everything is on the canvas */
void            apo_graph_canvas_measure_all    (ApoGraphCanvas *self);
int             apo_graph_canvas_pick_spot      (ApoGraphCanvas *self,
                                                 double          x,
                                                 double          y);
int             apo_graph_canvas_pick_strand    (ApoGraphCanvas *self,
                                                 double          x,
                                                 double          y);

/* apo-graph-drawing.c */
void            apo_graph_canvas_draw           (ApoGraphCanvas *self,
                                                 cairo_t        *cr);

/* apo-graph-glide.c */
void            apo_graph_canvas_glide_from     (ApoGraphCanvas *self,
                                                 GHashTable     *before);

/* apo-graph-gestures.c */
void            apo_graph_canvas_add_gestures   (ApoGraphCanvas *self);
void            apo_graph_canvas_stop_dragging  (ApoGraphCanvas *self);

/* apo-graph-canvas.c */
void            apo_graph_canvas_select_strand  (ApoGraphCanvas *self,
                                                 guint           strand);
void            apo_graph_canvas_zoom_at        (ApoGraphCanvas *self,
                                                 double          factor,
                                                 double          x,
                                                 double          y);
void            apo_graph_canvas_release_node   (ApoGraphCanvas *self,
                                                 guint           spot);
void            apo_graph_canvas_relate         (ApoGraphCanvas *self,
                                                 guint           from,
                                                 int             to);

G_END_DECLS
