/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void     apo_json_append_string  (GString    *out,
                                  const char *string);
void     apo_json_append_key     (GString    *out,
                                  guint       indent,
                                  const char *key,
                                  gboolean   *first);
void     apo_json_append_node    (GString    *out,
                                  JsonNode   *node);
gboolean apo_json_node_is_writable (JsonNode *node,
                                  guint       depth);

G_END_DECLS
