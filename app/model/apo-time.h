/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_TIME_FIELD_ARTICLE,
  APO_TIME_FIELD_SPAN,
  APO_TIME_FIELD_TYPE,
  APO_TIME_FIELD_VALUE,
  APO_TIME_FIELD_EDTF,
  APO_TIME_FIELD_EARLIEST,
  APO_TIME_FIELD_LATEST,
  APO_TIME_FIELD_ORIGIN,
  APO_TIME_FIELD_ANCHOR,
  APO_TIME_N_FIELDS
};

#define APO_TYPE_TIME (apo_time_get_type ())

/**
 * ApoTime:
 *
 * A time expression of the text and the days it stands for.
 */
G_DECLARE_FINAL_TYPE (ApoTime, apo_time, APO, TIME, ApoItem)

const char *apo_time_get_article (ApoTime *time);
ApoSpan apo_time_get_span (ApoTime *time);
ApoTimeType apo_time_get_time_type (ApoTime *time);
const char *apo_time_get_value (ApoTime *time);
const char *apo_time_get_edtf (ApoTime *time);
ApoOrigin apo_time_get_origin (ApoTime *time);
ApoInterval apo_time_get_interval (ApoTime *time);

G_END_DECLS
