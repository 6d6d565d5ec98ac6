/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-language-pack.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder;
} Fixture;

static const char * const tables[][2] = {
  { "affixes.tsv", "elision\tl'\nclitic\t-il\n" },
  { "paradigms.tsv", "er\te\tait\tera\terait\ta\te\té\tant\n" },
  { "verbs.tsv", "parler\n" },
  { "words.tsv", "determiner\tle la l'\nstop\tle il\n" },
};

static void
write_table (Fixture    *fixture,
             const char *name,
             const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("apostille-pack-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    write_table (fixture, tables[i][0], tables[i][1]);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, tables[i][0], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_load (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (fixture->folder, &error);
  ApoWordClasses determiner, stop;

  g_assert_no_error (error);
  determiner = apo_language_pack_get_class (pack, "determiner");
  stop = apo_language_pack_get_class (pack, "stop");
  g_assert_cmpuint (determiner, !=, 0);
  g_assert_cmpuint (apo_language_pack_get_class (pack, "nothing"), ==, 0);
  g_assert_cmpuint (apo_language_pack_get_classes (pack, "le"), ==, determiner | stop);
  g_assert_cmpuint (apo_language_pack_get_classes (pack, "mot"), ==, 0);
  g_assert_cmpuint (apo_language_pack_get_elision (pack, "l'ami"), ==, 2);
  g_assert_cmpuint (apo_language_pack_get_elision (pack, "l'"), ==, 0);
  g_assert_cmpuint (apo_language_pack_get_clitic (pack, "parle-il"), ==, 3);
  g_assert_nonnull (apo_language_pack_get_verb (pack, "parla"));
  g_assert_cmpuint (strlen (apo_language_pack_get_fingerprint (pack)), ==, 16);
}

static void
test_missing_table (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "verbs.tsv", NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_assert_null (apo_language_pack_load (fixture->folder, &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, "verbs.tsv"));
}

static void
test_damaged_tables (Fixture      *fixture,
                     gconstpointer data)
{
  static const char * const damage[][3] = {
    { "words.tsv", "# a comment\ndeterminer\n", "2" },
    { "affixes.tsv", "prefix\tanti\n", "1" },
    { "affixes.tsv", "elision\n", "1" },
    { "paradigms.tsv", "er\te\n", "1" },
    { "verbs.tsv", "parler\n\nxyz\n", "3" },
    { "verbs.tsv", "\xC3\x28\n", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (damage); i++)
    {
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
        write_table (fixture, tables[k][0], tables[k][1]);
      write_table (fixture, damage[i][0], damage[i][1]);

      g_assert_null (apo_language_pack_load (fixture->folder, &error));
      g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, damage[i][0]));
      g_assert_nonnull (strstr (error->message, damage[i][2]));
    }
}

static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (apo_language_pack_load ("/nowhere/xx", &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/language-pack/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/language-pack/missing-table", Fixture, NULL, set_up, test_missing_table, tear_down);
  g_test_add ("/language-pack/damaged", Fixture, NULL, set_up, test_damaged_tables, tear_down);
  g_test_add_func ("/language-pack/missing-folder", test_missing_folder);

  return g_test_run ();
}
