/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-view-json.h"

#include <string.h>

#include "apo-json-member.h"
#include "apo-json-writer.h"

/* Of what the type of a view state may be made: numbers, strings, arrays, dictionaries, tuples. */
#define TYPE_LETTERS "bynqiuxtdsa(){}"
#define MAX_TYPE_LENGTH 64
#define MAX_DEPTH 16

static gboolean
is_good_type (const char *type)
{
  return type != NULL && strlen (type) <= MAX_TYPE_LENGTH
         && strspn (type, TYPE_LETTERS) == strlen (type) && g_variant_type_string_is_valid (type);
}

/**
 * apo_view_state_to_json:
 *
 * Returns: (transfer full) (nullable): `{"type": …, "value": …}`, or %NULL if it cannot be written
 */
JsonNode *
apo_view_state_to_json (GVariant *value)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *state;
  JsonObject *object;

  if (!is_good_type (g_variant_get_type_string (value)))
    return NULL;

  node = json_gvariant_serialize (value);
  if (node == NULL || !apo_json_node_is_writable (node, MAX_DEPTH))
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "type", g_variant_get_type_string (value));
  json_object_set_member (object, "value", g_steal_pointer (&node));
  state = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (state, object);

  return state;
}

/**
 * apo_view_state_from_json:
 * @node: from anywhere
 *
 * Returns: (transfer full) (nullable): the value, not floating, or %NULL if @node is none
 */
GVariant *
apo_view_state_from_json (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *value = object != NULL ? json_object_get_member (object, "value") : NULL;
  const char *type;
  GVariant *state;

  if (value == NULL)
    return NULL;

  type = apo_json_get_string (object, "type");
  if (!is_good_type (type))
    return NULL;

  state = json_gvariant_deserialize (value, type, NULL);

  return state != NULL ? g_variant_take_ref (state) : NULL;
}
