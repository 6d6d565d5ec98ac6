/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <stdint.h>

/* Any bytes are refused with a sentence, or give a dossier that can be saved and read again without
 * damage, with the same bytes each time.  With clang -fsanitize=fuzzer this file is a fuzz target;
 * built as it is, it runs over the files of corpus/dossier as a test. */

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) problems_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) dossier = apo_dossier_file_parse (bytes, "x", &problems, &error);
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (dossier == NULL)
    {
      g_assert_true (error != NULL && error->domain == APO_DOSSIER_ERROR);
      return 0;
    }

  first = apo_dossier_file_serialize (dossier);
  again = apo_dossier_file_parse (first, "x", &problems_after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems_after->len, ==, 0);
  second = apo_dossier_file_serialize (again);
  g_assert_true (g_bytes_equal (first, second));

  return 0;
}

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "dossier", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-dossier/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
#endif
