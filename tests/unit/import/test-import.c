/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-import.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_decode (void)
{
  static const struct { const char *bytes; gsize n; const char *text; } cases[] = {
    { "\xEF\xBB\xBF" "été\n", 9, "été\n" },
    { "a\r\nb\rc\r\n\n", 9, "a\nb\rc\n\n" },
    { "e\xCC\x81t\xC3\xA9", 6, "été" },
    { "\xFF\xFE" "a\0\xE9\0", 6, "aé" },
    { "\xFE\xFF" "\0a\0\xE9", 6, "aé" },
    { "\xFF\xFE\0\0" "a\0\0\0\xE9\0\0\0", 12, "aé" },
    { "\0\0\xFE\xFF" "\0\0\0a\0\0\0\xE9", 12, "aé" },
    { "no end", 6, "no end" },
    { "\xC2\xA0 x \n\n\n", 8, "\xC2\xA0 x \n\n\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].n);
      g_autoptr (GError) error = NULL;
      g_autoptr (ApoArticle) article = apo_import_bytes (bytes, "x.txt", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (apo_text_get_string (apo_article_get_text (article)), ==, cases[i].text);
      g_assert_cmpstr (apo_article_get_name (article), ==, "x.txt");
    }
}

static void
test_charset (void)
{
  static const char latin[] =
    "L'\xE9t\xE9 dernier, la for\xEAt br\xFBla. \x93 Tr\xE8s loin \x94, dit-elle. "
    "Les p\xEA" "cheurs du village pr\xE9" "f\xE9raient la mer \xE0 la montagne.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (latin, sizeof latin - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) article = apo_import_bytes (bytes, "x.txt", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (apo_text_get_string (apo_article_get_text (article)),
                                   "L'été dernier, la forêt brûla. “ Très loin ”"));
}

static void
test_refused (void)
{
  static const struct { const char *bytes; gsize n; int code; } cases[] = {
    { "", 0, APO_IMPORT_ERROR_EMPTY },
    { " \n\t\xC2\xA0\n", 6, APO_IMPORT_ERROR_EMPTY },
    { "\xEF\xBB\xBF", 3, APO_IMPORT_ERROR_EMPTY },
    { "\x7F" "ELF\0\0\1", 7, APO_IMPORT_ERROR_BINARY },
    { "\1\2\3\4\5\6abc", 9, APO_IMPORT_ERROR_BINARY },
    { "\xFF\xFE" "a\0\0\xD8" "b\0", 8, APO_IMPORT_ERROR_ENCODING },
    { "\xEF\xBB\xBF" "ab\xC3(", 7, APO_IMPORT_ERROR_ENCODING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].n);
      g_autoptr (GError) error = NULL;

      g_assert_null (apo_import_bytes (bytes, "lettre.txt", &error));
      g_assert_error (error, APO_IMPORT_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, "lettre.txt"));
    }
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("apostille-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) is_directory = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) article = NULL;

  g_assert_null (apo_import_file (file, NULL, &missing));
  g_assert_error (missing, APO_IMPORT_ERROR, APO_IMPORT_ERROR_NOT_FOUND);
  g_assert_null (apo_import_file (directory, NULL, &is_directory));
  g_assert_error (is_directory, APO_IMPORT_ERROR, APO_IMPORT_ERROR_IS_DIRECTORY);

  g_file_set_contents (path, "Bonjour.\n", -1, &error);
  g_assert_no_error (error);
  article = apo_import_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (apo_article_get_name (article), ==, "a.txt");
  g_assert_cmpstr (apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_ORIGINAL_SHA256), ==,
                   "7dde2d4ed2100f7f8616addfb120a89df09970a7d2d705d98db9b19da38ef9f2");

  g_unlink (path);
  g_rmdir (folder);
}

/* A sparse file is refused by its size, unread; a device without end while it is read. */
static void
test_too_large (void)
{
  g_autofree char *folder = g_dir_make_tmp ("apostille-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stream_error = NULL;

  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), APO_IMPORT_MAX_BYTES + 1, NULL, NULL));
  g_assert_null (apo_import_file (file, NULL, &error));
  g_assert_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_TOO_LARGE);
  g_assert_null (apo_import_file (endless, NULL, &stream_error));
  g_assert_error (stream_error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_TOO_LARGE);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (apo_import_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Valid composed UTF-8 without carriage returns comes back byte for byte. */
static void
test_round_trip (void)
{
  static const char * const pieces[] = {
    "a", "é", " ", "\n", "« ", "\u00a0", "’", "…", "😀", "ßx", "\t", "中",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) string = g_string_new ("x");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ApoArticle) article = NULL;

      for (guint i = g_rand_int_range (rand, 0, 80); i > 0; i--)
        g_string_append (string, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      bytes = g_bytes_new (string->str, string->len);
      article = apo_import_bytes (bytes, "x", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (apo_text_get_string (apo_article_get_text (article)), ==, string->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/decode", test_decode);
  g_test_add_func ("/import/charset", test_charset);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/files", test_files);
  g_test_add_func ("/import/too-large", test_too_large);
  g_test_add_func ("/import/cancelled", test_cancelled);
  g_test_add_func ("/import/round-trip", test_round_trip);

  return g_test_run ();
}
