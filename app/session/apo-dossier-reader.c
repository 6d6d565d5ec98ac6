/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-parts.h"
#include "apo-field-json.h"
#include "apo-json-member.h"
#include "apo-json-pieces.h"
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

/* Members of @object as the text of a JSON object with sorted keys. */
static char *
dup_extra (JsonObject *object,
           GPtrArray  *names)
{
  GString *extra = g_string_new ("{");

  g_ptr_array_sort (names, compare_strings);
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
is_top_key (const char *key)
{
  static const char *const keys[] = {
    "format", "version", "generator", "replica", "counter", "ancestors", "view", NULL,
  };

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    if (g_str_equal (key, apo_item_type_get_plural (type)))
      return TRUE;

  return g_strv_contains (keys, key);
}

static char *
dup_top_extra (JsonObject *root)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!is_top_key (key))
      g_ptr_array_add (names, (char *) key);

  return names->len > 0 ? dup_extra (root, names) : NULL;
}

static gboolean
read_field (ApoDossierParts *parts,
            ApoItem         *item,
            guint            field,
            JsonNode        *node)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  g_autofree char *problem = NULL;
  g_autoptr (GVariant) value = apo_field_read_json (&fields[field], node, &problem);

  if (value != NULL)
    apo_item_set_value (item, field, value);
  else
    apo_dossier_parts_report (parts, apo_item_get_item_type (item), apo_item_get_id (item),
                              problem);

  return value != NULL;
}

/* The index of the field called @key, or -1; files mostly have them in the order of the table, so
 * that the one after the last is tried first. */
static int
find_field (ApoItem    *item,
            guint       next,
            const char *key)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = next; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key))
      return i;

  return next > 0 ? apo_item_find_field (item, key) : -1;
}

static gboolean
is_special_key (ApoItemType type,
                const char *key)
{
  return g_str_equal (key, "id") || (type == APO_ITEM_ARTICLE && g_str_equal (key, "text"))
         || (type == APO_ITEM_CLAIM && g_str_equal (key, "target"));
}

/* Goes over the members of an item once: fields, the target of a claim, and what is not known. */
static gboolean
read_members (ApoDossierParts *parts,
              ApoItem         *item,
              JsonObject      *object,
              JsonNode       **target)
{
  ApoItemType type = apo_item_get_item_type (item);
  g_autoptr (GPtrArray) unknown = NULL;
  guint next = 0;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      int field;

      if (is_special_key (type, key))
        {
          if (type == APO_ITEM_CLAIM && *key == 't')
            *target = node;
          continue;
        }

      field = find_field (item, next, key);
      if (field >= 0 && !read_field (parts, item, field, node))
        return FALSE;
      if (field < 0 && unknown == NULL)
        unknown = g_ptr_array_new ();
      if (field < 0)
        g_ptr_array_add (unknown, (char *) key);
      next = field + 1;
    }

  if (unknown != NULL)
    {
      g_autofree char *extra = dup_extra (object, unknown);

      apo_item_set_extra (item, extra);
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
  JsonNode *target = NULL;

  if (id == NULL || !apo_is_well_formed_id (id))
    {
      g_autofree char *name = g_strdup_printf ("%u", number);

      apo_dossier_parts_report (parts, type, name, _("it has no proper id"));
      return;
    }

  item = apo_item_new (type, id);
  if (read_members (parts, item, object, &target)
      && (type != APO_ITEM_ARTICLE || read_text (parts, APO_ARTICLE (item), object))
      && apo_dossier_parts_add (parts, item) && target != NULL)
    apo_dossier_parts_compare (parts, APO_CLAIM (item), target);
}

/* Reads elements of a list, of which @n_before come before them. */
static void
read_elements (ApoDossierParts *parts,
               ApoItemType      type,
               guint            n_before,
               JsonArray       *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_item (parts, type, n_before + i + 1, json_array_get_element (array, i));
}

/* Reads what the root holds of the lists. */
static void
read_lists (ApoDossierParts *parts,
            JsonObject      *root)
{
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      const char *key = apo_item_type_get_plural (type);
      JsonNode *node = json_object_get_member (root, key);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        read_elements (parts, type, 0, json_node_get_array (node));
      else if (node != NULL)
        g_ptr_array_add (parts->problems, g_strdup_printf (_("“%s” is not a list"), key));
    }
}

/* Reads the pieces of the lists, articles first. */
static gboolean
read_pieces (ApoDossierParts *parts,
             const char      *data,
             GArray          *pieces)
{
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      guint n_before = 0;

      for (guint i = 0; i < pieces->len; i++)
        {
          const ApoJsonPiece *piece = &g_array_index (pieces, ApoJsonPiece, i);
          g_autoptr (JsonNode) node = NULL;

          if (!g_str_equal (piece->key, apo_item_type_get_plural (type)))
            continue;

          node = apo_json_parse_piece (data, piece);
          if (node == NULL)
            return FALSE;
          read_elements (parts, type, n_before, json_node_get_array (node));
          n_before += piece->n_elements;
        }
    }

  return TRUE;
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
      {
        gint64 number = g_ascii_strtoll ((char *) id + strlen (prefix) + 1, NULL, 10);

        /* the last one that can be counted, or more, was not counted */
        if (number < G_MAXINT64)
          counter = MAX (counter, number);
      }

  return counter;
}

static ApoDossier *
build_dossier (ApoDossierParts *parts,
               JsonObject      *root)
{
  const char *replica = apo_json_get_string (root, "replica");
  gint64 counter = 0;
  g_autofree char *extra = dup_top_extra (root);
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

/* Sets the error of a file that is no JSON. */
static void
set_syntax_error (GError    **error,
                  const char *name,
                  const char *data,
                  gsize       length,
                  const char *problem)
{
  if (apo_dossier_file_looks_like (data, length))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED, _("“%s” is damaged: %s."),
                 name, problem);
  else
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                 _("“%s” is not an Apostille dossier: %s."), name, problem);
}

/* Makes a dossier of what was read. */
static ApoDossier *
finish (ApoDossierParts *parts,
        JsonNode        *root,
        const char      *name,
        GPtrArray      **problems,
        GError         **error)
{
  ApoDossier *dossier;

  if (parts->items[APO_ITEM_ARTICLE]->len == 0)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                   _("“%s” is damaged: it holds no article that can be read."), name);
      return NULL;
    }

  apo_dossier_parts_check (parts);
  dossier = build_dossier (parts, json_node_get_object (root));
  *problems = g_ptr_array_ref (parts->problems);

  return dossier;
}

/* Reads a file of which @head is all but the lists. */
static ApoDossier *
read_file (const char *data,
           gsize       length,
           GArray     *pieces,
           JsonNode   *head,
           const char *name,
           GPtrArray **problems,
           GError    **error)
{
  g_autoptr (ApoDossierParts) parts = apo_dossier_parts_new ();
  g_autoptr (JsonNode) root = NULL;
  gint64 version;

  if (!check_format (json_node_get_object (head), name, &version, error))
    return NULL;

  if (version < APO_DOSSIER_VERSION)
    {
      /* a step to a newer version may need all of it */
      g_autoptr (JsonNode) whole = apo_json_parse (data, length);

      if (whole != NULL)
        root = apo_migrate (whole, version, migrations, APO_DOSSIER_VERSION);
    }
  else if (read_pieces (parts, data, pieces))
    root = json_node_ref (head);
  if (root == NULL)
    {
      set_syntax_error (error, name, data, length, _("it is not JSON"));
      return NULL;
    }
  read_lists (parts, json_node_get_object (root));

  return finish (parts, root, name, problems, error);
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
  const char *lists[APO_N_ITEM_TYPES + 1] = { NULL };
  g_autofree char *problem = NULL;
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (JsonNode) head = NULL;

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    lists[type] = apo_item_type_get_plural (type);

  if (length > APO_DOSSIER_MAX_BYTES)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_TOO_LARGE,
                   _("“%s” is too large for a dossier."), name);
      return NULL;
    }

  pieces = apo_json_scan_lists (data, length, &problem);
  if (pieces != NULL)
    head = apo_json_parse_without (data, length, pieces, lists);
  if (head == NULL)
    {
      set_syntax_error (error, name, data, length, problem != NULL ? problem : _("it is not JSON"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (head))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                   _("“%s” is not an Apostille dossier."), name);
      return NULL;
    }

  return read_file (data, length, pieces, head, name, problems, error);
}
