/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-migration.h"

/* A copy that may be written to; those that json-glib makes share what lies in them. */
static JsonNode *
copy_deeply (JsonNode *node)
{
  JsonNode *copy;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &key, &member))
        json_object_set_member (object, key, copy_deeply (member));
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_set_object (copy, object);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (JsonArray) array = json_array_new ();

      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        json_array_add_element (array, copy_deeply (json_array_get_element
                                                    (json_node_get_array (node), i)));
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_set_array (copy, array);
    }
  else
    copy = json_node_copy (node);

  return copy;
}

/**
 * apo_migrate:
 * @root: an object, which is left as it is
 * @from: its version, from 1
 * @steps: the first leads from version 1 to version 2; there are @to - 1 of them
 * @to: the version that is wanted
 *
 * Makes a dossier file of an older version one of a newer.
 *
 * Returns: (transfer full): the new one; the same where there is nothing to do
 */
JsonNode *
apo_migrate (JsonNode               *root,
             guint                   from,
             const ApoMigrationStep *steps,
             guint                   to)
{
  JsonNode *migrated;

  if (from >= to)
    return json_node_ref (root);

  migrated = copy_deeply (root);
  for (guint version = from; version < to; version++)
    {
      steps[version - 1] (json_node_get_object (migrated));
      json_object_set_int_member (json_node_get_object (migrated), "version", version + 1);
    }

  return migrated;
}
