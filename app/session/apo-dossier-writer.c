/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include "apo-dossier-private.h"
#include "apo-field-json.h"
#include "apo-json-writer.h"
#include "apo-target.h"
#include "apo-view-json.h"

/* The line that an item or a view state stands on. */
#define ITEM_INDENT 2

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Appends the members that this version does not know, which the reader has sorted. */
static void
append_extra (GString    *out,
              guint       indent,
              const char *json,
              gboolean   *first)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      apo_json_append_key (out, indent, name, first);
      apo_json_append_node (out, member);
    }
}

static void
append_item (GString    *out,
             ApoDossier *dossier,
             ApoItem    *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  guint indent = ITEM_INDENT + 1;
  gboolean first = TRUE;

  g_string_append_printf (out, "%*s{", 2 * ITEM_INDENT, "");
  apo_json_append_key (out, indent, "id", &first);
  apo_json_append_string (out, apo_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    if (!apo_item_is_default (item, i))
      {
        apo_json_append_key (out, indent, fields[i].key, &first);
        apo_field_append_json (&fields[i], apo_item_get_value (item, i), out);
      }

  if (APO_IS_ARTICLE (item))
    {
      apo_json_append_key (out, indent, "text", &first);
      apo_json_append_string (out, apo_text_get_string (apo_article_get_text (APO_ARTICLE (item))));
    }
  else if (APO_IS_CLAIM (item) && !apo_item_is_default (item, APO_CLAIM_FIELD_CONTENT))
    {
      guint n_spans;
      const ApoSpan *spans = apo_claim_get_content (APO_CLAIM (item), &n_spans);

      apo_json_append_key (out, indent, "target", &first);
      apo_target_append_json (out, indent,
                              apo_article_get_text (apo_dossier_get_item_article (dossier, item)),
                              spans, n_spans);
    }

  append_extra (out, indent, apo_item_get_extra (item), &first);
  g_string_append_printf (out, "\n%*s}", 2 * ITEM_INDENT, "");
}

static void
append_items (GString    *out,
              ApoDossier *dossier,
              ApoItemType type,
              gboolean   *first)
{
  GListModel *items = apo_dossier_get_items (dossier, type);
  guint n_items = g_list_model_get_n_items (items);

  /* files in which the reader has written nothing are as they always were */
  if (n_items == 0 && type > APO_ITEM_RELATION)
    return;

  apo_json_append_key (out, ITEM_INDENT - 1, apo_item_type_get_plural (type), first);
  g_string_append (out, n_items > 0 ? "[\n" : "[]");
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      append_item (out, dossier, item);
      g_string_append (out, i + 1 < n_items ? ",\n" : "\n");
    }
  if (n_items > 0)
    g_string_append_printf (out, "%*s]", 2 * (ITEM_INDENT - 1), "");
}

static void
append_ancestors (GString           *out,
                  const char *const *ancestors,
                  gboolean          *first)
{
  if (ancestors[0] == NULL)
    return;

  apo_json_append_key (out, ITEM_INDENT - 1, "ancestors", first);
  for (guint i = 0; ancestors[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "[");
      apo_json_append_string (out, ancestors[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_view_state (GString    *out,
                   const char *key,
                   GVariant   *value,
                   gboolean   *first)
{
  g_autoptr (JsonNode) node = apo_view_state_to_json (value);

  if (node == NULL)
    return;

  apo_json_append_key (out, ITEM_INDENT, key, first);
  apo_json_append_node (out, node);
}

static void
append_view (GString    *out,
             ApoDossier *dossier,
             gboolean   *first)
{
  g_autoptr (GVariant) states = apo_dossier_get_view_states (dossier);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  gboolean first_state = TRUE;
  GVariantIter iter;
  const char *key;

  g_variant_iter_init (&iter, states);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    g_ptr_array_add (keys, (char *) key);
  if (keys->len == 0)
    return;

  g_ptr_array_sort (keys, compare_strings);
  apo_json_append_key (out, ITEM_INDENT - 1, "view", first);
  g_string_append_c (out, '{');
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (states, keys->pdata[i], NULL);

      append_view_state (out, keys->pdata[i], value, &first_state);
    }
  if (!first_state)
    g_string_append_printf (out, "\n%*s", 2 * (ITEM_INDENT - 1), "");
  g_string_append_c (out, '}');
}

/**
 * apo_dossier_file_serialize:
 *
 * Writes the dossier as the bytes of a file: keys in a fixed order, fields with their defaults left
 * out.  Equal dossiers give equal bytes, and so does one that was read from them.  Linear.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
apo_dossier_file_serialize (ApoDossier *dossier)
{
  GString *out = g_string_new ("{");
  gboolean first = TRUE;

  apo_json_append_key (out, 1, "format", &first);
  apo_json_append_string (out, APO_DOSSIER_FORMAT);
  apo_json_append_key (out, 1, "version", &first);
  g_string_append_printf (out, "%d", APO_DOSSIER_VERSION);
  apo_json_append_key (out, 1, "generator", &first);
  apo_json_append_string (out, "Apostille " APO_VERSION);
  apo_json_append_key (out, 1, "replica", &first);
  apo_json_append_string (out, apo_dossier_get_replica (dossier));
  apo_json_append_key (out, 1, "counter", &first);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, apo_dossier_get_counter (dossier));

  append_ancestors (out, apo_dossier_get_ancestors (dossier), &first);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    append_items (out, dossier, type, &first);
  append_view (out, dossier, &first);
  append_extra (out, 1, apo_dossier_get_extra (dossier), &first);
  g_string_append (out, "\n}\n");

  return g_string_free_to_bytes (out);
}

/* Where a member of the object that is the file begins, with the comma before it: no string has a
 * line break in it. */
static gsize
find_member (const char *data,
             gsize       length,
             const char *key)
{
  g_autofree char *line = g_strdup_printf (",\n  \"%s\": ", key);
  const char *found = g_strstr_len (data, length, line);

  return found != NULL ? (gsize) (found - data) : length;
}

/**
 * apo_dossier_file_set_ancestors:
 * @bytes: of apo_dossier_file_serialize()
 * @ancestors: as of apo_dossier_get_ancestors()
 *
 * Linear; for any thread.
 *
 * Returns: (transfer full): the same dossier with these ancestors
 */
GBytes *
apo_dossier_file_set_ancestors (GBytes            *bytes,
                                const char *const *ancestors)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize end = find_member (data, length, apo_item_type_get_plural (0));
  gsize start = find_member (data, end, "ancestors");
  GString *out = g_string_sized_new (length);
  gboolean first = FALSE;

  g_string_append_len (out, data, start);
  append_ancestors (out, ancestors, &first);
  g_string_append_len (out, data + end, length - end);

  return g_string_free_to_bytes (out);
}
