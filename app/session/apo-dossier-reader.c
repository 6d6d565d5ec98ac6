/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-parts.h"
#include "apo-field-json.h"
#include "apo-json-member.h"
#include "apo-json-scan.h"
#include "apo-json-writer.h"
#include "apo-migration.h"
#include "apo-view-json.h"

/* In hexadecimal digits. */
#define SHA256_LENGTH 64

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The members of @object that @is_known does not know, as the text of a JSON object with sorted
 * keys; NULL if it knows them all. */
static char *
dup_extra (JsonObject *object,
           gboolean  (*is_known) (const char *key, gpointer data),
           gpointer    data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *extra;
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (!is_known (name, data))
      g_ptr_array_add (names, (char *) name);
  if (names->len == 0)
    return NULL;

  g_ptr_array_sort (names, compare_strings);
  extra = g_string_new ("{");
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (extra, ", ");
      apo_json_append_string (extra, names->pdata[i]);
      g_string_append (extra, ": ");
      apo_json_append_node (extra, json_object_get_member (object, names->pdata[i]));
    }
  g_string_append_c (extra, '}');

  return g_string_free (extra, FALSE);
}

static gboolean
is_item_key (const char *key,
             gpointer    data)
{
  ApoItem *item = data;

  return apo_item_find_field (item, key) >= 0 || g_str_equal (key, "id")
         || (APO_IS_ARTICLE (item) && g_str_equal (key, "text"))
         || (APO_IS_CLAIM (item) && g_str_equal (key, "target"));
}

static gboolean
is_top_key (const char *key,
            gpointer    data)
{
  static const char *const keys[] = {
    "format", "version", "generator", "replica", "counter", "ancestors", "view", NULL,
  };

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    if (g_str_equal (key, apo_item_type_get_plural (type)))
      return TRUE;

  return g_strv_contains (keys, key);
}

static gboolean
read_fields (ApoDossierParts *parts,
             ApoItem         *item,
             JsonObject      *object)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, fields[i].key);
      g_autofree char *problem = NULL;
      g_autoptr (GVariant) value = NULL;

      if (node == NULL)
        continue;

      value = apo_field_read_json (&fields[i], node, &problem);
      if (value == NULL)
        {
          apo_dossier_parts_report (parts, apo_item_get_item_type (item), apo_item_get_id (item),
                                    problem);
          return FALSE;
        }
      apo_item_set_value (item, i, value);
    }

  return TRUE;
}

/* Gives an article its text.  A text with another checksum is taken as it is, and said to be so. */
static gboolean
read_text (ApoDossierParts *parts,
           ApoArticle      *article,
           JsonObject      *object)
{
  const char *id = apo_item_get_id (APO_ITEM (article));
  const char *string = apo_json_get_string (object, "text");
  g_autofree char *sha256 = NULL;
  g_autoptr (ApoText) text = NULL;

  if (string == NULL)
    {
      apo_dossier_parts_report (parts, APO_ITEM_ARTICLE, id, _("its text is missing"));
      return FALSE;
    }

  text = apo_text_new (string, -1);
  apo_article_set_text (article, text);

  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, string, -1);
  if (!g_str_equal (apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_TEXT_SHA256), sha256))
    {
      apo_dossier_parts_report (parts, APO_ITEM_ARTICLE, id,
                                _("the text is not the one that was saved"));
      apo_item_set_value (APO_ITEM (article), APO_ARTICLE_FIELD_TEXT_SHA256,
                          g_variant_new_string (sha256));
    }

  return TRUE;
}

static void
read_item (ApoDossierParts *parts,
           ApoItemType      type,
           guint            number,
           JsonNode        *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? apo_json_get_string (object, "id") : NULL;
  g_autoptr (ApoItem) item = NULL;
  g_autofree char *extra = NULL;

  if (id == NULL || !apo_is_well_formed_id (id))
    {
      g_autofree char *name = g_strdup_printf ("%u", number);

      apo_dossier_parts_report (parts, type, name, _("it has no proper id"));
      return;
    }

  item = apo_item_new (type, id);
  if (!read_fields (parts, item, object)
      || (type == APO_ITEM_ARTICLE && !read_text (parts, APO_ARTICLE (item), object)))
    return;

  extra = dup_extra (object, is_item_key, item);
  apo_item_set_extra (item, extra);
  if (!apo_dossier_parts_add (parts, item))
    return;
  if (type == APO_ITEM_CLAIM && json_object_has_member (object, "target"))
    g_hash_table_insert (parts->targets, item, json_object_get_member (object, "target"));
}

static void
read_items (ApoDossierParts *parts,
            JsonObject      *root,
            ApoItemType      type)
{
  const char *key = apo_item_type_get_plural (type);
  JsonNode *node = json_object_get_member (root, key);
  JsonArray *array;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_ptr_array_add (parts->problems, g_strdup_printf (_("“%s” is not a list"), key));
      return;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_item (parts, type, i + 1, json_array_get_element (array, i));
}

static void
read_view (ApoDossier *dossier,
           JsonObject *root,
           GPtrArray  *problems)
{
  JsonNode *node = json_object_get_member (root, "view");
  JsonObjectIter iter;
  const char *key;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_ptr_array_add (problems, g_strdup_printf (_("“%s” is not of the right kind"), "view"));
      return;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      g_autoptr (GVariant) value = apo_view_state_from_json (node);

      if (value != NULL)
        apo_dossier_set_view_state (dossier, key, value);
      else
        g_ptr_array_add (problems, g_strdup_printf (_("View state “%s” cannot be read"), key));
    }
}

static gboolean
is_checksum (const char *string)
{
  return string != NULL && strlen (string) == SHA256_LENGTH
         && strspn (string, "0123456789abcdef") == SHA256_LENGTH;
}

static void
read_ancestors (ApoDossier *dossier,
                JsonObject *root,
                GPtrArray  *problems)
{
  JsonNode *node = json_object_get_member (root, "ancestors");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                  : NULL;
  gboolean sound = node == NULL || array != NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *sha256 = json_node_get_value_type (element) == G_TYPE_STRING
                             ? json_node_get_string (element) : NULL;

      if (is_checksum (sha256))
        apo_dossier_add_ancestor (dossier, sha256);
      else
        sound = FALSE;
    }

  if (!sound)
    g_ptr_array_add (problems, g_strdup_printf (_("“%s” is not of the right kind"), "ancestors"));
}

/* The highest number that an id minted by @replica has. */
static gint64
find_counter (ApoDossierParts *parts,
              const char      *replica)
{
  g_autofree char *prefix = g_strconcat (replica, "-", NULL);
  gint64 counter = 0;
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, parts->by_id);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_str_has_prefix (id, prefix) && strlen (id) > strlen (prefix))
      counter = MAX (counter, g_ascii_strtoll ((char *) id + strlen (prefix) + 1, NULL, 10));

  return counter;
}

static ApoDossier *
build_dossier (ApoDossierParts *parts,
               JsonObject      *root)
{
  const char *replica = apo_json_get_string (root, "replica");
  gint64 counter = 0;
  g_autofree char *extra = dup_extra (root, is_top_key, NULL);
  ApoDossier *dossier;

  if (replica == NULL || !apo_is_well_formed_id (replica))
    {
      g_ptr_array_add (parts->problems,
                       g_strdup_printf (_("“%s” is not of the right kind"), "replica"));
      replica = NULL;
    }
  if (!apo_json_get_integer (root, "counter", 0, &counter))
    g_ptr_array_add (parts->problems,
                     g_strdup_printf (_("“%s” is not of the right kind"), "counter"));

  dossier = apo_dossier_new (replica);
  if (replica != NULL)
    counter = MAX (counter, find_counter (parts, replica));
  apo_dossier_set_counter (dossier, counter);
  apo_dossier_set_extra (dossier, extra);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < parts->items[type]->len; i++)
      apo_dossier_insert (dossier, parts->items[type]->pdata[i], i);
  read_ancestors (dossier, root, parts->problems);
  read_view (dossier, root, parts->problems);

  return dossier;
}

/* What leads from each version of the schema to the next, from the first on; ended by NULL. */
static const ApoMigrationStep migrations[] = { NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == APO_DOSSIER_VERSION);

/* Whether @root is a dossier of a version that can be read. */
static gboolean
check_format (JsonObject *root,
              const char *name,
              gint64     *version,
              GError    **error)
{
  if (g_strcmp0 (apo_json_get_string (root, "format"), APO_DOSSIER_FORMAT) != 0)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                   _("“%s” is not an Apostille dossier."), name);
      return FALSE;
    }
  if (!apo_json_get_integer (root, "version", 1, version))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                   _("“%s” is damaged: it does not say its version."), name);
      return FALSE;
    }
  if (*version > APO_DOSSIER_VERSION)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NEWER_VERSION,
                   _("“%s” was made by a newer version of Apostille and cannot be opened by this "
                     "one."),
                   name);
      return FALSE;
    }

  return TRUE;
}

static ApoDossier *
read_root (JsonNode   *node,
           const char *name,
           GPtrArray **problems,
           GError    **error)
{
  g_autoptr (ApoDossierParts) parts = apo_dossier_parts_new ();
  g_autoptr (JsonNode) migrated = NULL;
  JsonObject *root;
  ApoDossier *dossier;
  gint64 version;

  if (!check_format (json_node_get_object (node), name, &version, error))
    return NULL;

  migrated = apo_migrate (node, version, migrations, APO_DOSSIER_VERSION);
  root = json_node_get_object (migrated);

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    read_items (parts, root, type);
  if (parts->items[APO_ITEM_ARTICLE]->len == 0)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                   _("“%s” is damaged: it holds no article that can be read."), name);
      return NULL;
    }

  apo_dossier_parts_check (parts);
  dossier = build_dossier (parts, root);
  *problems = g_ptr_array_ref (parts->problems);

  return dossier;
}

/**
 * apo_dossier_file_parse:
 * @bytes: from anywhere
 * @name: of the file, for sentences
 * @problems: (out) (element-type utf8): what is damaged, a sentence each; empty for a good file;
 *   untouched on failure
 * @error: of %APO_DOSSIER_ERROR
 *
 * Reads a dossier.  An item that is damaged is reported and left out; a reference that leads
 * nowhere is reported and dropped.  For any thread: what is returned belongs to the caller alone.
 *
 * Returns: (transfer full) (nullable): the dossier, or %NULL if nothing can be read
 */
ApoDossier *
apo_dossier_file_parse (GBytes     *bytes,
                        const char *name,
                        GPtrArray **problems,
                        GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *problem = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (length > APO_DOSSIER_MAX_BYTES)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_TOO_LARGE,
                   _("“%s” is too large for a dossier."), name);
      return NULL;
    }
  if (!apo_json_scan (data, length, &problem)
      || !json_parser_load_from_data (parser, data, length, NULL))
    {
      if (problem == NULL)
        problem = g_strdup (_("it is not JSON"));
      if (apo_dossier_file_looks_like (data, length))
        g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                     _("“%s” is damaged: %s."), name, problem);
      else
        g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                     _("“%s” is not an Apostille dossier: %s."), name, problem);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                   _("“%s” is not an Apostille dossier."), name);
      return NULL;
    }

  return read_root (root, name, problems, error);
}
