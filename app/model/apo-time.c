/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time.h"

struct _ApoTime {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoTime, apo_time, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_TIME_FIELD_ARTICLE] = { "article", APO_FIELD_REF, NULL },
  [APO_TIME_FIELD_SPAN] = { "span", APO_FIELD_SPAN, NULL },
  [APO_TIME_FIELD_TYPE] = { "type", APO_FIELD_ENUM, apo_time_type_get_type },
  [APO_TIME_FIELD_VALUE] = { "value", APO_FIELD_STRING, NULL },
  [APO_TIME_FIELD_EDTF] = { "edtf", APO_FIELD_STRING, NULL },
  [APO_TIME_FIELD_EARLIEST] = { "earliest", APO_FIELD_DAY, NULL },
  [APO_TIME_FIELD_LATEST] = { "latest", APO_FIELD_DAY, NULL },
  [APO_TIME_FIELD_ORIGIN] = { "origin", APO_FIELD_ENUM, apo_origin_get_type },
  [APO_TIME_FIELD_ANCHOR] = { "anchor", APO_FIELD_ENUM, apo_anchor_get_type },
};

static void
apo_time_class_init (ApoTimeClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_TIME;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_time_init (ApoTime *self)
{
}

const char *
apo_time_get_article (ApoTime *time)
{
  return apo_item_get_string (APO_ITEM (time), APO_TIME_FIELD_ARTICLE);
}

ApoSpan
apo_time_get_span (ApoTime *time)
{
  return apo_item_get_span (APO_ITEM (time), APO_TIME_FIELD_SPAN);
}

ApoTimeType
apo_time_get_time_type (ApoTime *time)
{
  return apo_item_get_int (APO_ITEM (time), APO_TIME_FIELD_TYPE);
}

const char *
apo_time_get_value (ApoTime *time)
{
  return apo_item_get_string (APO_ITEM (time), APO_TIME_FIELD_VALUE);
}

const char *
apo_time_get_edtf (ApoTime *time)
{
  return apo_item_get_string (APO_ITEM (time), APO_TIME_FIELD_EDTF);
}

ApoOrigin
apo_time_get_origin (ApoTime *time)
{
  return apo_item_get_int (APO_ITEM (time), APO_TIME_FIELD_ORIGIN);
}

ApoInterval
apo_time_get_interval (ApoTime *time)
{
  return (ApoInterval) {
    apo_item_get_int (APO_ITEM (time), APO_TIME_FIELD_EARLIEST),
    apo_item_get_int (APO_ITEM (time), APO_TIME_FIELD_LATEST),
  };
}
