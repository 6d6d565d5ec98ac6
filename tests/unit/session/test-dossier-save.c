/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  GFile *file;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("apostille-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "été.apostille", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* Counts what is in the folder, hidden files too. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static gboolean
save (GFile      *file,
      const char *content,
      const char *expected_stamp,
      char      **stamp,
      GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

  return apo_dossier_file_save (apo_file_ops_get_real (), bytes, file, expected_stamp, stamp, NULL,
                                error);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static int
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);

  return info.st_mode & 07777;
}

static void
test_write (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *loaded_stamp = NULL;
  mode_t mask = umask (022);

  g_assert_true (save (fixture->file, "one", NULL, &stamp, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "one");
  g_assert_cmpint (get_mode (fixture->path), ==, 0644);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  bytes = apo_dossier_file_load (fixture->file, &loaded_stamp, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "one", 3);
  g_assert_cmpstr (stamp, ==, loaded_stamp);

  g_chmod (fixture->path, 0640);
  g_assert_true (save (fixture->file, "longer", NULL, NULL, &error));
  assert_content (fixture->path, "longer");
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);
  umask (mask);
}

/* The link stays, what it stands for is written, even where that is not there yet. */
static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (first);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (fixture->path, second), ==, 0);
  g_assert_true (save (file, "one", NULL, NULL, &error));
  g_assert_true (save (file, "two", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "two");
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
}

static void
test_link_loop (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, fixture->path), ==, 0);
  g_assert_false (save (fixture->file, "one", NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE);
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (folder, "one", NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_null (apo_dossier_file_load (folder, NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_IS_DIRECTORY);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "where", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "one", NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (apo_dossier_file_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "“été.apostille” does not exist.");
}

/* A folder and a file in which the user may not write; whoever may write everywhere, as root may, has
 * at least /proc. */
static void
test_permission (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/x.apostille");
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, "one", NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == APO_DOSSIER_ERROR);
  g_clear_error (&error);

  if (geteuid () == 0)
    return;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_chmod (fixture->path, 0400);
  g_assert_false (save (fixture->file, "one", NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION);
  g_clear_error (&error);

  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0500);
  g_assert_false (save (fixture->file, "one", NULL, NULL, &error));
  g_chmod (fixture->folder, 0700);
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION);
  assert_content (fixture->path, "old");
}

/* What is no ordinary file is neither read, which could last for ever, nor replaced. */
static void
test_pipe (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (apo_dossier_file_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ);
  g_clear_error (&error);
  g_assert_false (save (fixture->file, "one", NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE);
}

/* When the disk is full in the middle, the old file is whole and nothing is left lying about. */
static void
test_no_space (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit small;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 5000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (save (fixture->file, large, NULL, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &limit);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NO_SPACE);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new ("one", 3);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (apo_dossier_file_save (apo_file_ops_get_real (), bytes, fixture->file, NULL, NULL,
                                         cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_changed_on_disk (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *later_stamp = NULL;

  g_assert_true (save (fixture->file, "one", NULL, &stamp, NULL));
  g_assert_true (save (fixture->file, "two", stamp, &later_stamp, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (save (fixture->file, "three", later_stamp, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK);
  assert_content (fixture->path, "theirs");

  /* one that was removed is written again */
  g_remove (fixture->path);
  g_assert_true (save (fixture->file, "four", later_stamp, NULL, NULL));
  assert_content (fixture->path, "four");
}

/* A file that only pretends its size is refused unread. */
static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  g_assert_cmpint (truncate (fixture->path, (off_t) APO_DOSSIER_MAX_BYTES + 1), ==, 0);
  g_assert_null (apo_dossier_file_load (fixture->file, NULL, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_TOO_LARGE);
}

#define ADD(name, func) \
  g_test_add ("/dossier-save/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("write", test_write);
  ADD ("link", test_link);
  ADD ("link-loop", test_link_loop);
  ADD ("folder", test_folder);
  ADD ("missing", test_missing);
  ADD ("permission", test_permission);
  ADD ("pipe", test_pipe);
  ADD ("no-space", test_no_space);
  ADD ("cancelled", test_cancelled);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("too-large", test_too_large);

  return g_test_run ();
}
