/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-json-scan.h"

G_BEGIN_DECLS

/* A large document read a piece at a time.  What json-glib makes of a text takes many times its room:
 * of a piece it stays in the processor's cache until it is used. */

JsonNode *apo_json_parse         (const char         *data,
                                  gsize               length);
JsonNode *apo_json_parse_without (const char         *data,
                                  gsize               length,
                                  GArray             *pieces,
                                  const char *const  *keys);
JsonNode *apo_json_parse_piece   (const char         *data,
                                  const ApoJsonPiece *piece);

G_END_DECLS
