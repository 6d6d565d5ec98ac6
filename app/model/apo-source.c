/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-source.h"

struct _ApoSource {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoSource, apo_source, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_SOURCE_FIELD_CLAIM] = { "claim", APO_FIELD_REF, NULL },
  [APO_SOURCE_FIELD_STANCE] = { "stance", APO_FIELD_ENUM, apo_source_stance_get_type },
  [APO_SOURCE_FIELD_URL] = { "url", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_TITLE] = { "title", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_PUBLISHER] = { "publisher", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_CONSULTED] = { "consulted", APO_FIELD_DAY, NULL },
  [APO_SOURCE_FIELD_QUOTATION] = { "quotation", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_FILE] = { "file", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_FILE_SHA256] = { "file-sha256", APO_FIELD_STRING, NULL },
  [APO_SOURCE_FIELD_FILE_SIZE] = { "file-size", APO_FIELD_INTEGER, NULL },
  [APO_SOURCE_FIELD_CREATED] = { "created", APO_FIELD_MOMENT, NULL },
};

static void
apo_source_class_init (ApoSourceClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_SOURCE;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_source_init (ApoSource *self)
{
}

/**
 * apo_source_get_claim:
 *
 * Returns: (transfer none): the id of the claim that it is about
 */
const char *
apo_source_get_claim (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_CLAIM);
}

ApoSourceStance
apo_source_get_stance (ApoSource *source)
{
  return apo_item_get_int (APO_ITEM (source), APO_SOURCE_FIELD_STANCE);
}

const char *
apo_source_get_url (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_URL);
}

const char *
apo_source_get_title (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_TITLE);
}

const char *
apo_source_get_publisher (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_PUBLISHER);
}

/**
 * apo_source_get_consulted:
 *
 * Returns: the day on which the reader saw it, or %APO_DAY_NONE
 */
ApoDay
apo_source_get_consulted (ApoSource *source)
{
  return apo_item_get_int (APO_ITEM (source), APO_SOURCE_FIELD_CONSULTED);
}

/**
 * apo_source_get_quotation:
 *
 * Returns: (transfer none): what it says, in its words
 */
const char *
apo_source_get_quotation (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_QUOTATION);
}

/**
 * apo_source_get_file:
 *
 * Returns: (transfer none): the name of a file that the reader keeps; its bytes are not in the
 *   dossier
 */
const char *
apo_source_get_file (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_FILE);
}

/**
 * apo_source_get_file_sha256:
 *
 * Returns: (transfer none): of the bytes of that file, in hexadecimal
 */
const char *
apo_source_get_file_sha256 (ApoSource *source)
{
  return apo_item_get_string (APO_ITEM (source), APO_SOURCE_FIELD_FILE_SHA256);
}

/**
 * apo_source_get_file_size:
 *
 * Returns: of that file, in bytes
 */
gint64
apo_source_get_file_size (ApoSource *source)
{
  return apo_item_get_int64 (APO_ITEM (source), APO_SOURCE_FIELD_FILE_SIZE);
}
