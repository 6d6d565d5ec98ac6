/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-migration.h"

/* Every version of the schema that a file may be of. */

static void
rename_member (JsonObject *root)
{
  JsonNode *node = json_node_copy (json_object_get_member (root, "people"));

  json_object_remove_member (root, "people");
  json_object_set_member (root, "actors", node);
}

static void
add_number (JsonObject *root)
{
  JsonArray *actors = json_object_get_array_member (root, "actors");

  for (guint i = 0; i < json_array_get_length (actors); i++)
    json_object_set_int_member (json_array_get_object_element (actors, i), "number", i + 1);
}

/* Each step is done in its turn, on a copy. */
static void
test_steps (void)
{
  static const ApoMigrationStep steps[] = { rename_member, add_number, NULL };
  static const struct {
    guint from;
    const char *before;
    const char *after;
  } cases[] = {
    { 1, "{\"version\":1,\"people\":[{\"x\":[1,{\"y\":null}]}]}",
      "{\"version\":3,\"actors\":[{\"x\":[1,{\"y\":null}],\"number\":1}]}" },
    { 2, "{\"version\":2,\"actors\":[{}]}", "{\"version\":3,\"actors\":[{\"number\":1}]}" },
    { 3, "{\"version\":3,\"actors\":[{}]}", "{\"version\":3,\"actors\":[{}]}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (JsonNode) migrated = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_true (json_parser_load_from_data (parser, cases[i].before, -1, NULL));
      migrated = apo_migrate (json_parser_get_root (parser), cases[i].from, steps, 3);
      before = json_to_string (json_parser_get_root (parser), FALSE);
      after = json_to_string (migrated, FALSE);
      g_assert_cmpstr (before, ==, cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* A file of each version, and of each that knew more without another number, with items of all types
 * up to the last that it knew. */
typedef struct {
  const char *name;
  guint version;
  ApoItemType last;
} VersionCase;

static const VersionCase versions[] = {
  { "1.apostille", 1, APO_ITEM_RELATION },
  { "1-judging.apostille", 1, APO_ITEM_VIEW },
};

/* A file of that version opens undamaged; saved, it is one of today's, which stays as it is. */
static void
test_fixture (gconstpointer data)
{
  const VersionCase *version = data;
  const char *name = version->name;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "versions", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) problems_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = apo_dossier_file_load (file, NULL, NULL, &error);
  g_autoptr (ApoDossier) dossier = NULL;
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) saved_again = NULL;

  g_assert_no_error (error);
  dossier = apo_dossier_file_parse (bytes, name, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  for (guint type = 0; type <= version->last; type++)
    g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, type)), >, 0);

  saved = apo_dossier_file_serialize (dossier);
  again = apo_dossier_file_parse (saved, name, &problems_after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems_after->len, ==, 0);
  saved_again = apo_dossier_file_serialize (again);
  g_assert_true (g_bytes_equal (saved, saved_again));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/steps", test_steps);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/migration/version/%s", versions[i].name);

      g_test_add_data_func (path, &versions[i], test_fixture);
    }
  g_assert_cmpuint (versions[G_N_ELEMENTS (versions) - 1].version, ==, APO_DOSSIER_VERSION);

  return g_test_run ();
}
