/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fact-row.h"

G_BEGIN_DECLS

/**
 * ApoGraphActor:
 * @actor: owned
 * @rank: as of apo_dossier_get_actor_rank()
 * @n_ties: how many edges end at it
 * @radius: of its sign, pixels
 *
 * A node of the graph.
 */
typedef struct {
  ApoActor *actor;
  int rank;
  guint n_ties;
  double radius;
} ApoGraphActor;

/**
 * ApoGraphTie:
 * @from: index of an actor
 * @to: index of an actor
 * @directed: whether it goes from one to the other, not both ways
 * @present: whether one of @relations belongs to the basis of what is shown
 * @relations: (element-type ApoRelation): all that say the same of the same two, at least one; those
 *   of the basis alone if it is @present
 * @standing: of all of them together
 * @verdict: the gravest of their claims, or %APO_VERDICT_NONE
 * @lane: which of the edges between the same two it is, for apo_graph_curve_init()
 *
 * An edge of the graph.
 */
typedef struct {
  guint from;
  guint to;
  ApoRelationKind kind;
  gboolean directed;
  gboolean present;
  GPtrArray *relations;
  ApoStanding standing;
  ApoVerdict verdict;
  double lane;
} ApoGraphTie;

/**
 * ApoGraphContent:
 * @actors: (element-type ApoGraphActor): those with relations, in the order of the dossier
 * @ties: (element-type ApoGraphTie): in the order of the dossier
 * @alone: (element-type ApoActor): actors without relations
 * @relations: (element-type ApoRelation): all relations there are to show, edge by edge, also those
 *   of actors that are left out
 * @n_actors: how many actors there are to show; more than @actors has, where some are left out
 *
 * What the graph of a dossier shows, at one moment.
 */
typedef struct {
  GArray *actors;
  GArray *ties;
  GPtrArray *alone;
  GPtrArray *relations;
  guint n_actors;
} ApoGraphContent;

ApoGraphContent *apo_graph_content_new   (ApoDossier      *dossier,
                                          ApoFocus        *focus,
                                          guint            max_actors,
                                          const char      *wanted);
void             apo_graph_content_free  (ApoGraphContent *content);
GPtrArray       *apo_graph_content_list_dismissed (ApoDossier *dossier);
void             apo_graph_content_describe (ApoDossier *dossier,
                                             ApoItem    *item,
                                             ApoFact    *fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoGraphContent, apo_graph_content_free)

G_END_DECLS
