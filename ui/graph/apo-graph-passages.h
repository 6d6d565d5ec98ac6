/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_PASSAGES (apo_graph_passages_get_type ())

/**
 * ApoGraphPassages:
 *
 * The passages that relations rest on, each with who says so and what the reader made of it.
 *
 * Role: group, with a list in it.  Signal: `chosen` (const char *id): of the claim of a passage, or
 * of its relation where the article speaks for itself.
 */
G_DECLARE_FINAL_TYPE (ApoGraphPassages, apo_graph_passages, APO, GRAPH_PASSAGES, GtkWidget)

guint apo_graph_passages_show (ApoGraphPassages *passages,
                               ApoDossier       *dossier,
                               GListModel       *relations);

G_END_DECLS
