/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-event.h"

struct _ApoEvent {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoEvent, apo_event, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_EVENT_FIELD_ARTICLE] = { "article", APO_FIELD_REF, NULL },
  [APO_EVENT_FIELD_SPAN] = { "span", APO_FIELD_SPAN, NULL },
  [APO_EVENT_FIELD_LABEL] = { "label", APO_FIELD_STRING, NULL },
  [APO_EVENT_FIELD_TIME] = { "time", APO_FIELD_REF, NULL },
  [APO_EVENT_FIELD_STATEMENT_TIME] = { "statement-time", APO_FIELD_REF, NULL },
  [APO_EVENT_FIELD_EARLIEST] = { "earliest", APO_FIELD_DAY, NULL },
  [APO_EVENT_FIELD_LATEST] = { "latest", APO_FIELD_DAY, NULL },
  [APO_EVENT_FIELD_PRECISION] = { "precision", APO_FIELD_ENUM, apo_precision_get_type },
  [APO_EVENT_FIELD_CERTAINTY] = { "certainty", APO_FIELD_ENUM, apo_certainty_get_type },
  [APO_EVENT_FIELD_ACTORS] = { "actors", APO_FIELD_REFS, NULL },
  [APO_EVENT_FIELD_CLAIMS] = { "claims", APO_FIELD_REFS, NULL },
  [APO_EVENT_FIELD_ORIGIN] = { "origin", APO_FIELD_ENUM, apo_origin_get_type },
  [APO_EVENT_FIELD_DISMISSED] = { "dismissed", APO_FIELD_BOOLEAN, NULL },
  [APO_EVENT_FIELD_ANCHOR] = { "anchor", APO_FIELD_ENUM, apo_anchor_get_type },
};

static void
apo_event_class_init (ApoEventClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_EVENT;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_event_init (ApoEvent *self)
{
}

const char *
apo_event_get_article (ApoEvent *event)
{
  return apo_item_get_string (APO_ITEM (event), APO_EVENT_FIELD_ARTICLE);
}

ApoSpan
apo_event_get_span (ApoEvent *event)
{
  return apo_item_get_span (APO_ITEM (event), APO_EVENT_FIELD_SPAN);
}

const char *
apo_event_get_label (ApoEvent *event)
{
  return apo_item_get_string (APO_ITEM (event), APO_EVENT_FIELD_LABEL);
}

const char *
apo_event_get_time (ApoEvent *event)
{
  return apo_item_get_string (APO_ITEM (event), APO_EVENT_FIELD_TIME);
}

const char *
apo_event_get_statement_time (ApoEvent *event)
{
  return apo_item_get_string (APO_ITEM (event), APO_EVENT_FIELD_STATEMENT_TIME);
}

ApoPrecision
apo_event_get_precision (ApoEvent *event)
{
  return apo_item_get_int (APO_ITEM (event), APO_EVENT_FIELD_PRECISION);
}

ApoCertainty
apo_event_get_certainty (ApoEvent *event)
{
  return apo_item_get_int (APO_ITEM (event), APO_EVENT_FIELD_CERTAINTY);
}

ApoOrigin
apo_event_get_origin (ApoEvent *event)
{
  return apo_item_get_int (APO_ITEM (event), APO_EVENT_FIELD_ORIGIN);
}

gboolean
apo_event_is_dismissed (ApoEvent *event)
{
  return apo_item_get_boolean (APO_ITEM (event), APO_EVENT_FIELD_DISMISSED);
}

ApoInterval
apo_event_get_interval (ApoEvent *event)
{
  return (ApoInterval) {
    apo_item_get_int (APO_ITEM (event), APO_EVENT_FIELD_EARLIEST),
    apo_item_get_int (APO_ITEM (event), APO_EVENT_FIELD_LATEST),
  };
}
