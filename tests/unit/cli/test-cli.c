/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct {
  char *folder;
  char *text;
  char *dossier;
} Fixture;

static const char article[] = "Anne Morin affirme que le pont est vieux.\n";

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("apostille-cli-XXXXXX", NULL);
  fixture->text = g_build_filename (fixture->folder, "pont.txt", NULL);
  fixture->dossier = g_build_filename (fixture->folder, "pont.apostille", NULL);
  g_assert_true (g_file_set_contents (fixture->text, article, -1, NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->text);
  g_unlink (fixture->dossier);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->text);
  g_free (fixture->dossier);
}

/* Runs the program with @arguments, parted by spaces; returns its exit status. */
static int
run (const char  *arguments,
     const char  *input,
     char       **output)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *line = g_strconcat (g_getenv ("APOSTILLE_CLI"), " ", arguments, NULL);
  g_autofree char *ignored = NULL;
  g_autofree char *messages = NULL;

  argv = g_strsplit (line, " ", -1);
  process = g_subprocess_newv ((const char * const *) argv,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                               | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, output != NULL ? output : &ignored,
                                 &messages,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_true ((g_subprocess_get_exit_status (process) == 0) == (messages[0] == '\0'));

  return g_subprocess_get_exit_status (process);
}

static void
test_usage (void)
{
  static const struct { const char *arguments; int status; } cases[] = {
    { "--version", 0 }, { "--help", 0 }, { "analyze", 2 }, { "frobnicate", 2 },
    { "analyze --frobnicate x", 2 }, { "analyze --date 2024-02-30 x", 2 },
    { "analyze --format xml x", 2 }, { "text", 2 }, { "text a b", 2 }, { "new x", 2 },
    { "new a b -o c", 2 }, { "check", 2 }, { "text /nowhere/at-all", 1 },
    { "analyze /nowhere/at-all", 1 }, { "check /nowhere/at-all", 1 },
    { "new /nowhere/at-all -o /nowhere/x", 1 }, { "merge a b", 2 }, { "merge a -o c", 2 },
    { "merge --settle us a b -o c", 2 }, { "merge /nowhere/a /nowhere/b -o /nowhere/c", 1 },
    { "replace-text a -o c", 2 }, { "replace-text a b", 2 },
    { "replace-text /nowhere/a /nowhere/b -o /nowhere/c", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].arguments);
      g_assert_cmpint (run (cases[i].arguments, NULL, NULL), ==, cases[i].status);
    }
}

static void
check_article (const char *json)
{
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *object, *claim, *actor;

  g_assert_nonnull (root);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "apostille-findings");
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, 1);
  claim = json_array_get_object_element (json_object_get_array_member (object, "claims"), 0);
  actor = json_array_get_object_element (json_object_get_array_member (object, "actors"), 0);
  g_assert_cmpstr (json_object_get_string_member (claim, "text"), ==, "le pont est vieux");
  g_assert_cmpstr (json_object_get_string_member (claim, "cue_text"), ==, "affirme");
  g_assert_cmpstr (json_object_get_string_member (claim, "speaker"), ==,
                   json_object_get_string_member (actor, "id"));
  g_assert_true (json_object_get_null_member (claim, "reported_by"));
}

static void
test_analyze (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *arguments = g_strdup_printf ("analyze %s", fixture->text);
  g_autofree char *output = NULL;
  g_autofree char *again = NULL;
  g_autofree char *from_input = NULL;

  g_assert_cmpint (run (arguments, NULL, &output), ==, 0);
  check_article (output);
  g_assert_cmpint (run (arguments, NULL, &again), ==, 0);
  g_assert_cmpstr (output, ==, again);
  g_assert_cmpint (run ("analyze -", article, &from_input), ==, 0);
  g_assert_cmpstr (output, ==, from_input);
}

static void
test_several (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *arguments = g_strdup_printf ("analyze %s %s %s", fixture->text, fixture->folder,
                                                fixture->text);
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (JsonNode) failure = NULL;
  JsonObject *error;

  g_assert_cmpint (run (arguments, NULL, &output), ==, 1);
  lines = g_strsplit (output, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  check_article (lines[0]);
  check_article (lines[2]);

  failure = json_from_string (lines[1], NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (failure), "file"), ==,
                   fixture->folder);
  error = json_object_get_object_member (json_node_get_object (failure), "error");
  g_assert_cmpstr (json_object_get_string_member (error, "code"), ==, "is-directory");
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *arguments = g_strdup_printf ("text %s", fixture->text);
  g_autofree char *output = NULL;

  g_assert_cmpint (run (arguments, NULL, &output), ==, 0);
  g_assert_cmpstr (output, ==, article);
}

static void
test_dossier (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *create = g_strdup_printf ("new %s -o %s", fixture->text, fixture->dossier);
  g_autofree char *check = g_strdup_printf ("check %s", fixture->dossier);
  g_autofree char *check_text = g_strdup_printf ("check %s", fixture->text);

  g_assert_cmpint (run (create, NULL, NULL), ==, 0);
  g_assert_cmpint (run (check, NULL, NULL), ==, 0);
  g_assert_cmpint (run (check_text, NULL, NULL), ==, 1);
}

/* One dossier, a corrected text, and two copies on which somebody worked. */
static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  static const char corrected[] = "Selon nos informations, Anne Morin affirme que le pont est vieux.\n";
  g_autofree char *other = g_build_filename (fixture->folder, "other.apostille", NULL);
  g_autofree char *create = g_strdup_printf ("new %s -o %s", fixture->text, fixture->dossier);
  g_autofree char *replace = g_strdup_printf ("replace-text %s %s -o %s", fixture->dossier,
                                              fixture->text, other);
  g_autofree char *merge_other = g_strdup_printf ("merge %s %s -o %s", fixture->dossier, other,
                                                  fixture->dossier);
  g_autofree char *merge_same = g_strdup_printf ("merge --settle mine %s %s -o %s", other, other,
                                                 other);
  g_autofree char *check = g_strdup_printf ("check %s", other);
  g_autofree char *output = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpint (run (create, NULL, NULL), ==, 0);
  g_assert_true (g_file_set_contents (fixture->text, corrected, -1, NULL));
  g_assert_cmpint (run (replace, NULL, &output), ==, 0);
  g_assert_nonnull (strstr (output, "ask: 0\nlost: 0\n"));
  g_assert_cmpint (run (check, NULL, NULL), ==, 0);
  g_assert_cmpint (run (merge_other, NULL, NULL), ==, 1);

  g_assert_true (g_file_get_contents (other, &before, NULL, NULL));
  g_assert_nonnull (strstr (before, "Selon nos informations"));
  g_assert_cmpint (run (merge_same, NULL, &nothing), ==, 0);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (g_file_get_contents (other, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_unlink (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/usage", test_usage);
  g_test_add ("/cli/analyze", Fixture, NULL, set_up, test_analyze, tear_down);
  g_test_add ("/cli/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/cli/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/cli/dossier", Fixture, NULL, set_up, test_dossier, tear_down);
  g_test_add ("/cli/versions", Fixture, NULL, set_up, test_versions, tear_down);

  return g_test_run ();
}
