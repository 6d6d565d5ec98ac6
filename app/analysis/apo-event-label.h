/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/* So many characters fit into the label of an event. */
#define APO_EVENT_LABEL_MAX 50

guint apo_event_label_measure (const ApoReading *reading,
                               const ApoSpan    *pieces,
                               guint             n_pieces);
char *apo_event_label_dup     (const ApoReading *reading,
                               const char       *subject,
                               const ApoSpan    *pieces,
                               guint             n_pieces);

G_END_DECLS
