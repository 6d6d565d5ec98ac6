/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-member.h"

/**
 * apo_json_get_string:
 *
 * Returns: (transfer none) (nullable): the string of a member, or %NULL if it is missing or none
 */
const char *
apo_json_get_string (JsonObject *object,
                     const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * apo_json_get_integer:
 * @value: (out): untouched on failure
 *
 * Returns: whether a member is an integer of at least @lowest
 */
gboolean
apo_json_get_integer (JsonObject *object,
                      const char *key,
                      gint64      lowest,
                      gint64     *value)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) < lowest)
    return FALSE;

  *value = json_node_get_int (node);

  return TRUE;
}
