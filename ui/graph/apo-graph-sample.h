/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

#define APO_TYPE_GRAPH_SAMPLE (apo_graph_sample_get_type ())

/**
 * ApoGraphSample:
 *
 * A short line as the legend shows it; property `standing`.  Only decoration: the word beside it
 * says the same.
 */
G_DECLARE_FINAL_TYPE (ApoGraphSample, apo_graph_sample, APO, GRAPH_SAMPLE, GtkWidget)

G_END_DECLS
