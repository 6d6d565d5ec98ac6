/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-graph-layout.h"

G_BEGIN_DECLS

/* What the parts of the layout share.  Lengths are pixels. */

#define APO_GRAPH_LINK 124.0    /* from border to border of two nodes that are tied */
#define APO_GRAPH_GAP 7.0       /* around a node and its name */

/* A body of the simulation.  Held bodies push and pull, but do not move; homing ones give way to
 * others only, and go back to where they were. */
typedef struct {
  double x;
  double y;
  double vx;
  double vy;
  double half_width;            /* of the room it needs, from its centre */
  double above;
  double below;
  double radius;
  guint component;
  guint degree;
  gboolean held;
  gboolean homing;
  double home_x;
  double home_y;
} ApoGraphBody;

/* A link between two different bodies. */
typedef struct {
  guint a;
  guint b;
  double length;
  double strength;
} ApoGraphLink;

typedef struct {
  ApoGraphBody *bodies;
  guint n_bodies;
  ApoGraphLink *links;
  guint n_links;
  double aspect;
  double center_x;              /* what gravity pulls to */
  double center_y;
  guint64 random;
} ApoGraphBodies;

double   apo_graph_random           (guint64              *state);

void     apo_graph_stress_minimize  (ApoGraphBodies       *graph);

void     apo_graph_forces_apply     (ApoGraphBodies       *graph,
                                     double                alpha);

void     apo_graph_overlap_push     (ApoGraphBodies       *graph,
                                     double                share);
gboolean apo_graph_overlap_exists   (const ApoGraphBodies *graph);
void     apo_graph_overlap_remove   (ApoGraphBodies       *graph);

guint    apo_graph_components_find  (ApoGraphBodies       *graph);
void     apo_graph_components_turn  (ApoGraphBodies       *graph,
                                     guint                 n_components);
void     apo_graph_components_pack  (ApoGraphBodies       *graph,
                                     guint                 n_components);

double   apo_graph_clutter_measure  (const ApoGraphBodies *graph);

G_END_DECLS
