/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_EVENT_FIELD_ARTICLE,
  APO_EVENT_FIELD_SPAN,
  APO_EVENT_FIELD_LABEL,
  APO_EVENT_FIELD_TIME,
  APO_EVENT_FIELD_STATEMENT_TIME,
  APO_EVENT_FIELD_EARLIEST,
  APO_EVENT_FIELD_LATEST,
  APO_EVENT_FIELD_PRECISION,
  APO_EVENT_FIELD_CERTAINTY,
  APO_EVENT_FIELD_ACTORS,
  APO_EVENT_FIELD_CLAIMS,
  APO_EVENT_FIELD_ORIGIN,
  APO_EVENT_FIELD_DISMISSED,
  APO_EVENT_FIELD_ANCHOR,
  APO_EVENT_N_FIELDS
};

#define APO_TYPE_EVENT (apo_event_get_type ())

/**
 * ApoEvent:
 *
 * Something that happened or will happen.
 */
G_DECLARE_FINAL_TYPE (ApoEvent, apo_event, APO, EVENT, ApoItem)

const char *apo_event_get_article (ApoEvent *event);
ApoSpan apo_event_get_span (ApoEvent *event);
const char *apo_event_get_label (ApoEvent *event);
const char *apo_event_get_time (ApoEvent *event);
const char *apo_event_get_statement_time (ApoEvent *event);
ApoPrecision apo_event_get_precision (ApoEvent *event);
ApoCertainty apo_event_get_certainty (ApoEvent *event);
ApoOrigin apo_event_get_origin (ApoEvent *event);
gboolean apo_event_is_dismissed (ApoEvent *event);
ApoInterval apo_event_get_interval (ApoEvent *event);

G_END_DECLS
