/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-item.h"

G_BEGIN_DECLS

void      apo_field_append_json (const ApoField *field,
                                 GVariant       *value,
                                 GString        *out);
GVariant *apo_field_read_json   (const ApoField *field,
                                 JsonNode       *node,
                                 char          **problem);

G_END_DECLS
