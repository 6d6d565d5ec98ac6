/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/* A dossier that was made by hand, with its events in the order in which they were added. */

ApoDossier *timeline_sample_new       (ApoDay        article_day);
ApoClaim   *timeline_sample_add_claim (ApoDossier   *dossier);
ApoEvent   *timeline_sample_add_event (ApoDossier   *dossier,
                                       const char   *label,
                                       ApoInterval   interval,
                                       ApoPrecision  precision,
                                       ApoClaim     *claim);

G_END_DECLS
