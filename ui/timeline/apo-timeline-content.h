/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fact-row.h"

G_BEGIN_DECLS

/* What the timeline of a dossier shows, in the order in which it does. */

GPtrArray *apo_timeline_content_list     (ApoDossier *dossier,
                                          ApoFocus   *focus,
                                          guint      *n_dated);
void       apo_timeline_content_leave_out (GPtrArray  *events,
                                           guint      *n_dated,
                                           guint       max_dated,
                                           ApoDossier *dossier,
                                           const char *wanted);
GPtrArray *apo_timeline_content_list_dismissed (ApoDossier *dossier);
ApoVerdict apo_timeline_content_verdict  (ApoDossier *dossier,
                                          ApoEvent   *event);
char      *apo_timeline_content_dup_name (ApoDossier *dossier,
                                          ApoEvent   *event);
void       apo_timeline_content_describe (ApoDossier *dossier,
                                          ApoItem    *item,
                                          ApoFact    *fact);

G_END_DECLS
