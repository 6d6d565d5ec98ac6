/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_SAMPLE (apo_graph_sample_get_type ())

/**
 * ApoGraphSample:
 *
 * A short line as an edge of the graph is drawn, for legends and lists; properties `standing`, `kind`
 * (a bare mention, which has no marks at its ends and the colour of the text) and `incoming` (whether
 * it runs towards the beginning of the line).  Only decoration: the words beside it say the same.
 */
G_DECLARE_FINAL_TYPE (ApoGraphSample, apo_graph_sample, APO, GRAPH_SAMPLE, GtkWidget)

GtkWidget *apo_graph_sample_new (ApoRelationKind kind,
                                 ApoStanding     standing,
                                 gboolean        incoming);

G_END_DECLS
