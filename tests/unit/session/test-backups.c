/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-faults.h"
#include "apo-session-place.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Earlier versions of a dossier, and what other programs do to the present one. */

typedef struct {
  ApoPlace *place;
  ApoSession *session;          /* saved, and kept */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoSession) first = apo_place_session_new ();

  fixture->place = apo_place_new (NULL);
  g_assert_true (apo_place_save (first, fixture->place->file, FALSE, NULL));
  fixture->session = apo_place_open (fixture->place->file, FALSE, NULL);
  apo_session_keep (fixture->session, fixture->place->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  apo_session_discard (fixture->session);
  g_clear_object (&fixture->session);
  apo_place_free (fixture->place);
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_ptr_array_add (versions, apo_place_serialize (fixture->session));
      apo_place_judge (fixture->session, 0, 1 + i % 6);
      g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
    }

  list = apo_backups_list (fixture->place->store, fixture->place->file);
  g_assert_cmpuint (list->len, ==, APO_STORE_N_BACKUPS);
  for (guint i = 0; i < list->len; i++)
    {
      ApoBackup *backup = list->pdata[i];
      GBytes *version = versions->pdata[versions->len - 1 - i];
      g_autofree char *path = g_file_get_path (backup->file);
      g_autoptr (ApoSession) copy = apo_place_open (backup->file, TRUE, NULL);
      g_autoptr (GBytes) bytes = apo_place_serialize (copy);
      GStatBuf info;

      g_assert_true (g_bytes_equal (version, bytes));
      g_assert_true (apo_session_is_changed (copy));
      g_assert_null (apo_session_get_file (copy));
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
      g_assert_cmpint (backup->size, ==, g_bytes_get_size (version));
      g_assert_cmpint (backup->time, <=, g_get_real_time ());
    }
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  ApoStore *store = fixture->place->store;
  g_autofree char *folder = apo_store_dup_backups (store, fixture->place->file);
  g_autofree char *old = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (apo_backups_keep (store, fixture->place->file, NULL, FALSE, NULL, NULL));
  old = g_strdup_printf ("%s/1000-%s.apostille", folder, "0123456789abcdef0123456789abcdef");
  g_assert_true (g_file_set_contents (old, "old", -1, NULL));
  apo_store_set_limits (store, 5, 30);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  list = apo_backups_list (store, fixture->place->file);
  g_assert_cmpuint (list->len, ==, 2);
}

static void
wait_for_state (ApoSession  *session,
                ApoFileState state)
{
  while (apo_session_get_file_state (session) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody asks: the change is noticed when it happens. */
static void
test_noticed (Fixture      *fixture,
              gconstpointer data)
{
  GFile *file = fixture->place->file;
  g_autoptr (ApoSession) theirs = apo_place_open (file, FALSE, NULL);

  g_assert_cmpint (apo_session_get_file_state (fixture->session), ==, APO_FILE_STATE_SAME);
  apo_place_judge (theirs, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_place_save (theirs, NULL, FALSE, NULL));
  wait_for_state (fixture->session, APO_FILE_STATE_CHANGED);

  /* mine */
  g_assert_true (apo_place_save (fixture->session, NULL, TRUE, NULL));
  g_assert_cmpint (apo_session_get_file_state (fixture->session), ==, APO_FILE_STATE_SAME);
  wait_for_state (theirs, APO_FILE_STATE_CHANGED);

  g_assert_true (g_file_delete (file, NULL, NULL));
  wait_for_state (fixture->session, APO_FILE_STATE_REMOVED);
  g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
  g_assert_cmpint (apo_session_get_file_state (fixture->session), ==, APO_FILE_STATE_SAME);
}

/* One that was missed is seen when somebody looks. */
static void
test_looked_at (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->place->file);

  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  apo_session_check_file (fixture->session);
  wait_for_state (fixture->session, APO_FILE_STATE_CHANGED);
}

/* Each reason for which a file cannot be written has a sentence; the work stays as it is. */
static void
test_sentences (Fixture      *fixture,
                gconstpointer data)
{
  static const struct {
    int error;
    int code;
    const char *sentence;
  } cases[] = {
    { ENOSPC, APO_DOSSIER_ERROR_NO_SPACE, "There is no room left to write “port.apostille”." },
    { EDQUOT, APO_DOSSIER_ERROR_NO_SPACE, "There is no room left to write “port.apostille”." },
    { EACCES, APO_DOSSIER_ERROR_PERMISSION, "You have no permission to write “port.apostille”." },
    { EPERM, APO_DOSSIER_ERROR_PERMISSION, "You have no permission to write “port.apostille”." },
    { EROFS, APO_DOSSIER_ERROR_PERMISSION, "You have no permission to write “port.apostille”." },
    { ENOENT, APO_DOSSIER_ERROR_NOT_FOUND, "The folder of “port.apostille” does not exist." },
    { EIO, APO_DOSSIER_ERROR_WRITE, "“port.apostille” could not be written: Input/output error." },
    { ESTALE, APO_DOSSIER_ERROR_WRITE, "“port.apostille” could not be written: Stale file handle." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFaults) faults = apo_faults_new ();
      g_autoptr (ApoPlace) place = apo_place_new (&faults->ops);
      g_autoptr (ApoSession) session = apo_place_session_new ();
      g_autoptr (GError) error = NULL;

      apo_session_keep (session, place->store);
      apo_place_judge (session, 0, APO_VERDICT_VERIFIED);
      g_assert_true (apo_session_flush (session));
      apo_store_set_limits (place->store, 0, 0);

      /* the mark in the journal is three operations or less: the temporary file comes next */
      apo_faults_begin (faults, place->root, APO_FAULT_ERROR, cases[i].error, 3);
      g_assert_false (apo_place_save (session, place->file, FALSE, &error));
      g_assert_error (error, APO_DOSSIER_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
      g_assert_true (apo_session_is_changed (session));
      g_assert_cmpuint (apo_place_count (place->state, ".journal"), ==, 1);
      apo_session_discard (session);
    }
}

/* A name that is no UTF-8 can be saved under, opened and told. */
static void
test_odd_name (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *path = apo_place_dup_path (fixture->place, "\xE9t\xE9.apostille");
  g_autofree char *nowhere = apo_place_dup_path (fixture->place, "gone/\xE9.apostille");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) gone = g_file_new_for_path (nowhere);
  g_autoptr (ApoSession) opened = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (apo_place_save (fixture->session, file, FALSE, &error));
  g_assert_no_error (error);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  recovered = apo_place_recover (store, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (apo_session_get_file (recovered), file));
  opened = apo_place_open (file, FALSE, &error);
  g_assert_no_error (error);

  g_assert_false (apo_place_save (fixture->session, gone, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (apo_session_is_changed (fixture->session));
}

#define ADD(name, func) g_test_add ("/backups/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("versions", test_versions);
  ADD ("limits", test_limits);
  ADD ("noticed", test_noticed);
  ADD ("looked-at", test_looked_at);
  ADD ("sentences", test_sentences);
  ADD ("odd-name", test_odd_name);

  return g_test_run ();
}
