/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-writer.h"
#include "apo-merge-private.h"

/* What a later version has written into items that both copies have. */

static JsonObject *
parse (const char *extra)
{
  g_autoptr (JsonNode) node = extra != NULL ? json_from_string (extra, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node)
                                                       : json_object_new ();
}

/* The member, as if it were null where there is none. */
static JsonNode *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL ? json_node_copy (node) : json_node_new (JSON_NODE_NULL);
}

static gboolean
is_same (JsonObject *a,
         JsonObject *b,
         const char *name)
{
  g_autoptr (JsonNode) x = dup_member (a, name);
  g_autoptr (JsonNode) y = dup_member (b, name);

  return json_object_has_member (a, name) == json_object_has_member (b, name)
         && json_node_equal (x, y);
}

/* Whose member it is: the side that changed it, or that has it at all; mine if both changed it. */
static JsonObject *
choose (JsonObject *mine,
        JsonObject *theirs,
        JsonObject *base,
        const char *name)
{
  if (is_same (mine, base, name))
    return theirs;

  return mine;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the members of both, sorted, each once. */
static GPtrArray *
list_names (JsonObject *a,
            JsonObject *b)
{
  GPtrArray *names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, a);
  while (json_object_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, (char *) name);
  json_object_iter_init (&iter, b);
  while (json_object_iter_next (&iter, &name, NULL))
    if (!json_object_has_member (a, name))
      g_ptr_array_add (names, (char *) name);
  g_ptr_array_sort (names, compare_strings);

  return names;
}

/**
 * apo_merge_dup_extra:
 * @mine: (nullable): the text of a JSON object, as of apo_item_get_extra()
 * @theirs: (nullable): the same
 * @base: (nullable): what it was before both changed it, if that is known
 *
 * Unites members that this version does not know; where both sides changed one, mine stays.
 *
 * Returns: (transfer full) (nullable): the text of an object, or %NULL for none
 */
char *
apo_merge_dup_extra (const char *mine,
                     const char *theirs,
                     const char *base)
{
  g_autoptr (JsonObject) my_object = parse (mine);
  g_autoptr (JsonObject) their_object = parse (theirs);
  g_autoptr (JsonObject) base_object = parse (base);
  g_autoptr (GPtrArray) names = list_names (my_object, their_object);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      JsonObject *object = choose (my_object, their_object, base_object, name);

      if (!json_object_has_member (object, name))
        continue;
      g_string_append (out, out->len > 0 ? ", " : "{");
      apo_json_append_string (out, name);
      g_string_append (out, ": ");
      apo_json_append_node (out, json_object_get_member (object, name));
    }
  if (out->len == 0)
    return NULL;
  g_string_append_c (out, '}');

  return g_string_free (g_steal_pointer (&out), FALSE);
}
