/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_SOURCE_FIELD_CLAIM,
  APO_SOURCE_FIELD_STANCE,
  APO_SOURCE_FIELD_URL,
  APO_SOURCE_FIELD_TITLE,
  APO_SOURCE_FIELD_PUBLISHER,
  APO_SOURCE_FIELD_CONSULTED,
  APO_SOURCE_FIELD_QUOTATION,
  APO_SOURCE_FIELD_FILE,
  APO_SOURCE_FIELD_FILE_SHA256,
  APO_SOURCE_FIELD_FILE_SIZE,
  APO_SOURCE_FIELD_CREATED,
  APO_SOURCE_N_FIELDS
};

#define APO_TYPE_SOURCE (apo_source_get_type ())

/**
 * ApoSource:
 *
 * What the reader found elsewhere about a claim.
 */
G_DECLARE_FINAL_TYPE (ApoSource, apo_source, APO, SOURCE, ApoItem)

const char *apo_source_get_claim (ApoSource *source);
ApoSourceStance apo_source_get_stance (ApoSource *source);
const char *apo_source_get_url (ApoSource *source);
const char *apo_source_get_title (ApoSource *source);
const char *apo_source_get_publisher (ApoSource *source);
ApoDay apo_source_get_consulted (ApoSource *source);
const char *apo_source_get_quotation (ApoSource *source);
const char *apo_source_get_file (ApoSource *source);
const char *apo_source_get_file_sha256 (ApoSource *source);
gint64 apo_source_get_file_size (ApoSource *source);

G_END_DECLS
