/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fuzz.h"

#include <string.h>

/* The body of a fuzz target as a test: all files of its corpus, each as it is and changed in so many
 * ways, which are the same each time. */

#define MAX_BYTES 16384

/* APO_FUZZ_BODY is the name of the body, APO_FUZZ_CHANGES how often each file is changed. */

static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autofree char *changed = g_malloc (MAX_BYTES);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) content, length);

  length = MIN (length, MAX_BYTES);
  for (guint seed = 0; seed < APO_FUZZ_CHANGES; seed++)
    {
      gsize size = length;

      memcpy (changed, content, length);
      for (guint n = seed % 3 + 1; n > 0; n--)
        size = LLVMFuzzerCustomMutator ((uint8_t *) changed, size, MAX_BYTES, 3 * seed + n);
      LLVMFuzzerTestOneInput ((const uint8_t *) changed, size);
    }
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

  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", APO_FUZZ_BODY, NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-" APO_FUZZ_BODY "/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
