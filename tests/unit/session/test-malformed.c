/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-journal-writer.h"
#include "apo-session-place.h"

#include <string.h>

/* Every file of fixtures/malformed and the sentence that is said of it: in `expected`, one a line. */

static GBytes *
read_fixture (const char *folder,
              const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

/* The first that is said of a dossier; NULL if nothing is wrong with it. */
static char *
dup_dossier_sentence (GBytes     *bytes,
                      const char *name)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) dossier = apo_dossier_file_parse (bytes, name, &problems, &error);

  if (dossier == NULL)
    return g_strdup (error->message);

  return problems->len > 0 ? g_strdup (problems->pdata[0]) : NULL;
}

static void
append_sentence (GString    *all,
                 const char *sentence)
{
  if (sentence == NULL)
    return;

  if (all->len > 0)
    g_string_append (all, " / ");
  g_string_append (all, sentence);
}

/* What is said of a journal before a recovery, and of what comes of it. */
static char *
dup_journal_sentence (GBytes *bytes)
{
  g_autoptr (ApoPlace) place = apo_place_new (NULL);
  g_autofree char *path = apo_journal_dup_path (place->store, "new-1", APO_JOURNAL_SUFFIX);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (ApoSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  apo_file_make_folder (apo_file_ops_get_real (), place->state, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), NULL));
  list = apo_recovery_list (place->store);
  if (list->len > 0)
    {
      append_sentence (all, ((ApoRecovery *) list->pdata[0])->problem);
      session = apo_place_recover (place->store, &error);
      append_sentence (all, session != NULL ? apo_session_get_warning (session) : error->message);
    }
  if (session != NULL)
    apo_session_discard (session);

  return all->len > 0 ? g_strdup (all->str) : NULL;
}

static void
test_file (gconstpointer data)
{
  const char *const *words = data;
  g_autoptr (GBytes) bytes = read_fixture ("malformed", words[0]);
  g_autofree char *sentence =
    g_str_has_suffix (words[0], APO_JOURNAL_SUFFIX) ? dup_journal_sentence (bytes)
                                                    : dup_dossier_sentence (bytes, words[0]);

  g_assert_cmpstr (sentence, ==, words[1]);
}

/* There is a sentence for each file. */
static void
test_all (gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "malformed", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n++;
  g_assert_cmpuint (n - 1, ==, GPOINTER_TO_UINT (data));
  g_assert_cmpuint (n, >, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_test_init (&argc, &argv, NULL);

  bytes = read_fixture ("malformed", "expected");
  expected = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **words = g_strsplit (lines[i], "\t", 2);
      g_autofree char *path = g_strdup_printf ("/malformed/%s", words[0]);

      g_ptr_array_add (cases, words);
      g_test_add_data_func (path, words, test_file);
    }
  g_test_add_data_func ("/malformed/all", GUINT_TO_POINTER (cases->len), test_all);

  return g_test_run ();
}
