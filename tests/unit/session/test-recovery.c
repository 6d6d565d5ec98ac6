/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-journal-writer.h"
#include "apo-session-place.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

typedef struct {
  ApoPlace *place;
  ApoSession *session;          /* a new dossier that is kept */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->place = apo_place_new (NULL);
  fixture->session = apo_place_session_new ();
  apo_session_keep (fixture->session, fixture->place->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->session);
  apo_place_free (fixture->place);
}

static void
assert_same (ApoSession *a,
             ApoSession *b)
{
  g_autoptr (GBytes) bytes_a = apo_place_serialize (a);
  g_autoptr (GBytes) bytes_b = apo_place_serialize (b);

  g_assert_cmpmem (g_bytes_get_data (bytes_a, NULL), g_bytes_get_size (bytes_a),
                   g_bytes_get_data (bytes_b, NULL), g_bytes_get_size (bytes_b));
}

/* What comes back after a crash now. */
static ApoSession *
crash (Fixture *fixture)
{
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GError) error = NULL;
  ApoSession *recovered;

  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  recovered = apo_place_recover (store, &error);
  g_assert_no_error (error);
  if (recovered != NULL)
    g_assert_true (apo_session_is_changed (recovered));

  return recovered;
}

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  apo_place_save (fixture->session, fixture->place->file, FALSE, &error);
  g_assert_no_error (error);
}

static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GStatBuf info;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_dossier_set_view_state (apo_session_get_dossier (fixture->session), "zoom",
                              g_variant_new_double (2));
  apo_place_judge (fixture->session, 1, APO_VERDICT_DISPUTED);
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_assert_null (apo_session_get_file (recovered));
  g_assert_null (apo_session_get_warning (recovered));

  g_assert_cmpint (g_stat (fixture->place->state, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  /* the living one's is not offered */
  list = apo_recovery_list (fixture->place->store);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
undo_all (ApoSession *session)
{
  ApoHistory *history = apo_session_get_history (session);

  while (apo_history_can_undo (history))
    apo_history_undo (history);
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  ApoHistory *history = apo_session_get_history (fixture->session);
  g_autoptr (GBytes) start = apo_place_serialize (fixture->session);
  g_autoptr (GBytes) again = NULL;
  g_autoptr (ApoSession) recovered = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_DISPUTED);
  apo_place_judge (fixture->session, 2, APO_VERDICT_MIXED);
  apo_history_undo (history);
  apo_history_undo (history);
  apo_history_redo (history);
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_assert_true (apo_history_can_redo (apo_session_get_history (recovered)));
  g_assert_cmpstr (apo_history_get_redo_name (apo_session_get_history (recovered)), ==,
                   apo_history_get_redo_name (history));
  apo_history_redo (apo_session_get_history (recovered));
  apo_history_redo (history);
  assert_same (fixture->session, recovered);

  undo_all (recovered);
  again = apo_place_serialize (recovered);
  g_assert_true (g_bytes_equal (start, again));
}

/* After a save, undo goes back to before it. */
static void
test_undo_beyond_save (Fixture      *fixture,
                       gconstpointer data)
{
  ApoHistory *history = apo_session_get_history (fixture->session);
  g_autoptr (ApoSession) recovered = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  save (fixture);
  g_assert_true (apo_session_flush (fixture->session));
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 0);

  apo_history_undo (history);
  apo_history_undo (history);
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_assert_true (g_file_equal (apo_session_get_file (recovered), fixture->place->file));
  g_clear_object (&recovered);

  apo_history_redo (history);
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_clear_object (&recovered);

  /* back where the file is: nothing to recover */
  apo_history_redo (history);
  g_assert_false (apo_session_is_changed (fixture->session));
  recovered = crash (fixture);
  g_assert_null (recovered);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is done while the file is being written stays in the journal. */
static void
test_change_while_saving (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ApoSession) recovered = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_session_save_async (fixture->session, fixture->place->file, FALSE, NULL, take_result_cb,
                          &result);
  apo_place_judge (fixture->session, 1, APO_VERDICT_DISPUTED);
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_clear_object (&recovered);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (apo_session_save_finish (fixture->session, result, NULL));
  g_assert_true (apo_session_is_changed (fixture->session));
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  g_assert_nonnull (apo_session_get_file (recovered));
}

/* A journal that was left between the save and its own end is not played on top of the save. */
static void
test_crash_after_save (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (ApoStore) before = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  save (fixture);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  apo_session_save_async (fixture->session, NULL, FALSE, NULL, take_result_cb, &result);
  apo_place_judge (fixture->session, 2, APO_VERDICT_VERIFIED);

  /* the journal as it is when the thread has saved and nobody knows of it yet */
  while (before == NULL)
    {
      g_autoptr (ApoSession) written = apo_place_open (fixture->place->file, FALSE, NULL);
      guint n_reviewed;
      guint n_claims;

      apo_dossier_count_reviewed (apo_session_get_dossier (written), &n_reviewed, &n_claims);
      if (n_reviewed == 2)
        before = (apo_session_flush (fixture->session), apo_place_crash (fixture->place));
    }
  recovered = apo_place_recover (before, &error);
  g_assert_no_error (error);

  /* the file says what it was before; the session does as soon as it knows that it is written */
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_same (fixture->session, recovered);
}

/* A journal of which all is in the file goes: it would come back once the file is another. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  ApoHistory *history = apo_session_get_history (fixture->session);
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;

  save (fixture);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_history_undo (history);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  g_assert_cmpuint (apo_place_count (apo_store_get_journals (store), ".journal"), ==, 1);
  list = apo_recovery_list (store);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (apo_place_count (apo_store_get_journals (store), ""), ==, 0);
}

/* The file was changed by another program: an earlier version of it was kept. */
static void
test_other_file (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GError) error = NULL;
  const char *theirs = "theirs";

  save (fixture);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  while (apo_place_count (fixture->place->data, ".apostille") == 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_replace_contents (fixture->place->file, theirs, strlen (theirs), NULL,
                                          FALSE, 0, NULL, NULL, NULL));
  recovered = crash (fixture);
  assert_same (fixture->session, recovered);
  while (apo_session_get_file_state (recovered) != APO_FILE_STATE_CHANGED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (apo_place_save (recovered, NULL, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK);
  g_clear_error (&error);
  g_assert_true (apo_place_save (recovered, NULL, TRUE, &error));

  /* theirs was kept, too */
  g_assert_true (apo_place_contains (fixture->place->data, "theirs"));
}

/* Neither the file nor a copy of it: what fits the file as it is comes back. */
static void
test_no_backup (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoSession) other = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_reviewed;
  guint n_claims;

  apo_store_set_limits (fixture->place->store, 0, 0);
  save (fixture);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));

  other = apo_place_open (fixture->place->file, FALSE, NULL);
  apo_place_judge (other, 0, APO_VERDICT_DISPUTED);
  g_assert_true (apo_place_save (other, NULL, FALSE, NULL));
  recovered = crash (fixture);
  g_assert_nonnull (strstr (apo_session_get_warning (recovered), "1 change of “port.apostille”"));
  apo_dossier_count_reviewed (apo_session_get_dossier (recovered), &n_reviewed, &n_claims);
  g_assert_cmpuint (n_reviewed, ==, 2);
  g_clear_object (&recovered);

  g_assert_true (g_file_delete (fixture->place->file, NULL, NULL));
  store = apo_place_crash (fixture->place);
  recovered = apo_place_recover (store, &error);
  g_assert_null (recovered);
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
}

/* Recovering twice: the second crash loses nothing either. */
static void
test_twice (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (ApoSession) again = NULL;
  g_autoptr (ApoStore) first = NULL;
  g_autoptr (ApoPlace) second = apo_place_new (NULL);
  g_autoptr (ApoStore) crashed = NULL;
  g_autoptr (GError) error = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  first = apo_place_crash (fixture->place);
  recovered = apo_place_recover (first, &error);
  g_assert_no_error (error);
  apo_place_judge (recovered, 1, APO_VERDICT_DISPUTED);
  g_assert_true (apo_session_flush (recovered));

  g_free (second->state);
  second->state = g_strdup (apo_store_get_journals (first));
  crashed = apo_place_crash (second);
  again = apo_place_recover (crashed, &error);
  g_assert_no_error (error);
  assert_same (recovered, again);
  g_assert_cmpuint (apo_place_count (second->state, ".journal"), ==, 1);

  /* saving it ends the journal */
  g_assert_true (apo_place_save (recovered, second->file, FALSE, NULL));
  g_assert_true (apo_session_flush (recovered));
  g_assert_cmpuint (apo_place_count (second->state, ".journal"), ==, 0);
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoSession) other = apo_place_session_new ();
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GPtrArray) list = NULL;
  ApoRecovery *recovery;
  gint64 now = g_get_real_time ();

  apo_session_keep (other, fixture->place->store);
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  save (fixture);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 2, APO_VERDICT_VERIFIED);
  apo_history_undo (apo_session_get_history (fixture->session));
  g_assert_true (apo_session_flush (fixture->session));
  apo_place_judge (other, 0, APO_VERDICT_DISPUTED);
  g_assert_true (apo_session_flush (other));

  store = apo_place_crash (fixture->place);
  list = apo_recovery_list (store);
  g_assert_cmpuint (list->len, ==, 2);
  recovery = list->pdata[0];
  g_assert_null (recovery->file);
  g_assert_cmpstr (recovery->name, ==, "Le port rouvre après la tempête");
  recovery = list->pdata[1];
  g_assert_true (g_file_equal (recovery->file, fixture->place->file));
  g_assert_cmpstr (recovery->name, ==, "port.apostille");
  g_assert_cmpuint (recovery->n_changes, ==, 1);
  g_assert_cmpstr (recovery->changes[0], ==,
                   apo_history_get_undo_name (apo_session_get_history (fixture->session)));
  g_assert_cmpint (recovery->time, >=, now);
  g_assert_null (recovery->problem);

  g_assert_true (apo_recovery_discard (list->pdata[1], NULL));
  g_ptr_array_unref (list);
  list = apo_recovery_list (store);
  g_assert_cmpuint (list->len, ==, 1);
}

/* Two ways to the same file, in this process and seen from another. */
static void
test_open_elsewhere (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *link = apo_place_dup_path (fixture->place, "link.apostille");
  g_autoptr (GFile) linked = g_file_new_for_path (link);
  g_autoptr (ApoSession) first = NULL;
  g_autoptr (ApoSession) second = NULL;

  save (fixture);
  g_assert_true (apo_session_flush (fixture->session));
  g_assert_true (g_file_make_symbolic_link (linked, "port.apostille", NULL, NULL));
  g_assert_false (apo_session_is_open_elsewhere (fixture->session));
  first = apo_place_open (linked, FALSE, NULL);
  apo_session_keep (first, fixture->place->store);
  g_assert_true (apo_session_is_open_elsewhere (first));

  g_clear_object (&first);
  g_clear_object (&fixture->session);
  second = apo_place_open (fixture->place->file, FALSE, NULL);
  apo_session_keep (second, fixture->place->store);
  g_assert_false (apo_session_is_open_elsewhere (second));
}

/* A file that another window has open is not written over from a third. */
static void
test_save_as_elsewhere (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = apo_place_dup_path (fixture->place, "other.apostille");
  g_autofree char *link = apo_place_dup_path (fixture->place, "link.apostille");
  g_autoptr (GFile) other_file = g_file_new_for_path (path);
  g_autoptr (GFile) linked = g_file_new_for_path (link);
  g_autoptr (ApoSession) other = apo_place_session_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  apo_session_keep (other, fixture->place->store);
  apo_place_judge (other, 0, APO_VERDICT_MIXED);
  g_assert_true (apo_place_save (other, other_file, FALSE, NULL));
  g_assert_true (apo_session_flush (other));
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);

  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  save (fixture);
  apo_place_judge (fixture->session, 2, APO_VERDICT_VERIFIED);
  g_assert_false (apo_place_save (fixture->session, other_file, TRUE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_OPEN_ELSEWHERE);
  g_assert_nonnull (strstr (error->message, "other.apostille"));
  g_clear_error (&error);
  g_assert_false (apo_place_save (fixture->session, linked, TRUE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_OPEN_ELSEWHERE);
  g_assert_true (apo_session_is_changed (fixture->session));
  g_assert_true (g_file_equal (apo_session_get_file (fixture->session), fixture->place->file));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);

  /* once that window is closed, it can be */
  g_clear_object (&other);
  g_assert_true (apo_place_save (fixture->session, other_file, TRUE, NULL));
  g_assert_true (apo_session_flush (fixture->session));
  save (fixture);
}

static void
test_discard (Fixture      *fixture,
              gconstpointer data)
{
  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 1);
  apo_session_discard (fixture->session);
  g_assert_cmpuint (apo_place_count (fixture->place->state, ""), ==, 0);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_clear_object (&fixture->session);
  g_assert_cmpuint (apo_place_count (fixture->place->state, ""), ==, 0);
}

/* A window that goes away with changes, as when the display is lost, leaves them. */
static void
test_left (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoSession) recovered = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_clear_object (&fixture->session);
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 1);
  recovered = apo_place_recover (fixture->place->store, NULL);
  g_assert_nonnull (recovered);
}

static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  GStatBuf info;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture);
  for (guint i = 0; i < 3; i++)
    {
      apo_place_judge (fixture->session, i, APO_VERDICT_VERIFIED);
      g_assert_true (apo_session_flush (fixture->session));
      save (fixture);
    }
  apo_place_judge (fixture->session, 0, APO_VERDICT_DISPUTED);
  g_assert_true (apo_session_flush (fixture->session));
  g_assert_true (apo_place_contains (fixture->place->data, "la digue aurait"));
  while (apo_place_count (fixture->place->data, ".apostille") < 4)
    g_main_context_iteration (NULL, FALSE);

  backup = g_build_filename (fixture->place->data, "backups", NULL);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  g_assert_true (apo_session_forget (fixture->session, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (apo_place_count (fixture->place->state, ""), ==, 0);
  g_assert_cmpuint (apo_place_count (fixture->place->data, ""), ==, 0);
  for (const char *const *words = (const char *const[]) { "digue", "Ana", "verified", NULL };
       *words != NULL; words++)
    {
      g_assert_false (apo_place_contains (fixture->place->data, *words));
      g_assert_false (apo_place_contains (fixture->place->state, *words));
    }
}

/* A journal of which the last bytes are missing, wrong, or of a later version. */
static void
test_damaged_tail (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (GPtrArray) stems = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  gsize length;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  stems = apo_journal_list_stems (store, NULL, APO_JOURNAL_SUFFIX);
  path = apo_journal_dup_path (store, stems->pdata[0], APO_JOURNAL_SUFFIX);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  for (gsize n = 0; n <= length; n += n + 97 < length ? 97 : 1)
    {
      g_autoptr (GPtrArray) list = NULL;
      ApoRecovery *recovery;

      g_assert_true (g_file_set_contents (path, content, n, NULL));
      list = apo_recovery_list (store);
      if (list->len == 0)
        continue;
      recovery = list->pdata[0];
      g_assert_cmpuint (recovery->n_changes, <=, 2);
      g_assert_true ((recovery->n_changes == 2) == (recovery->problem == NULL));
      if (recovery->n_changes > 0)
        {
          g_autoptr (ApoSession) recovered = apo_place_recover (store, NULL);

          g_assert_nonnull (recovered);
          g_assert_true (apo_history_can_undo (apo_session_get_history (recovered)));
        }
    }
}

/* Recovers what a crash has left of a journal that then lost its last bytes; @bytes is the journal as
 * it was found. */
static ApoSession *
recover_without_tail (ApoStore *store,
                      GBytes  **bytes)
{
  g_autoptr (GPtrArray) stems = apo_journal_list_stems (store, NULL, APO_JOURNAL_SUFFIX);
  g_autofree char *path = apo_journal_dup_path (store, stems->pdata[0], APO_JOURNAL_SUFFIX);
  g_autoptr (GError) error = NULL;
  ApoSession *recovered;
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  *bytes = g_bytes_new_take (content, length - 5);
  g_assert_true (g_file_set_contents (path, content, length - 5, NULL));
  recovered = apo_place_recover (store, &error);
  g_assert_no_error (error);

  return recovered;
}

/* The only file in a folder that was put aside; NULL if there is none. */
static char *
dup_aside (ApoStore   *store,
           const char *key)
{
  g_autoptr (GPtrArray) asides = apo_journal_list_stems (store, key, APO_JOURNAL_ASIDE_SUFFIX);

  g_assert_cmpuint (asides->len, <=, 1);

  return asides->len > 0 ? apo_journal_dup_path (store, asides->pdata[0], APO_JOURNAL_ASIDE_SUFFIX)
                         : NULL;
}

/* What cannot be read is kept, also when the journal is written anew and gets another name. */
static void
test_aside (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = apo_store_dup_key (fixture->place->file);
  g_autofree char *new_key = apo_store_dup_key (NULL);
  g_autofree char *first = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *content = NULL;
  g_autofree char *forgotten = NULL;
  GStatBuf info;
  gsize length;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  recovered = recover_without_tail (store, &bytes);
  apo_place_judge (recovered, 2, APO_VERDICT_MIXED);
  g_assert_true (apo_session_flush (recovered));

  first = dup_aside (store, new_key);
  g_assert_nonnull (first);
  g_assert_cmpint (g_stat (first, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  apo_place_save (recovered, fixture->place->file, FALSE, &error);
  g_assert_no_error (error);
  apo_place_judge (recovered, 0, APO_VERDICT_MIXED);
  g_assert_true (apo_session_flush (recovered));
  moved = dup_aside (store, key);
  g_assert_nonnull (moved);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (moved, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (apo_session_forget (recovered, &error));
  g_assert_no_error (error);
  forgotten = dup_aside (store, NULL);
  g_assert_null (forgotten);
}

/* It goes after as many days as backups are kept. */
static void
test_aside_days (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  struct utimbuf nine_days_ago;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  recovered = recover_without_tail (store, &bytes);
  path = dup_aside (store, NULL);
  nine_days_ago.actime = g_get_real_time () / G_USEC_PER_SEC - 9 * 24 * 3600;
  nine_days_ago.modtime = nine_days_ago.actime;
  g_assert_cmpint (g_utime (path, &nine_days_ago), ==, 0);

  for (guint n_days = 0; n_days <= 10; n_days += 10)
    {
      apo_store_set_limits (store, 5, n_days);
      apo_journal_tidy (store);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  apo_store_set_limits (store, 5, 8);
  apo_journal_tidy (store);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A journal of which all was used leaves nothing behind. */
static void
test_nothing_aside (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (ApoStore) store = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autofree char *path = NULL;

  apo_place_judge (fixture->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->session));
  store = apo_place_crash (fixture->place);
  recovered = apo_place_recover (store, NULL);
  g_assert_nonnull (recovered);
  path = dup_aside (store, NULL);
  g_assert_null (path);
}

/* A state folder that cannot be made: it is said once, and the work goes on. */
static void
test_no_state (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *blocked = apo_place_dup_path (fixture->place, "blocked");
  g_autoptr (ApoStore) store = apo_store_new (blocked, fixture->place->data, NULL);
  g_autoptr (ApoSession) session = apo_place_session_new ();

  g_assert_true (g_file_set_contents (blocked, "", -1, NULL));
  apo_session_keep (session, store);
  g_assert_nonnull (strstr (apo_session_get_problem (session), "would be lost in a crash"));
  apo_place_judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_false (apo_session_flush (session));

  /* it gets well by itself */
  g_assert_cmpint (g_unlink (blocked), ==, 0);
  apo_place_judge (session, 1, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (session));
  while (apo_session_get_problem (session) != NULL)
    g_main_context_iteration (NULL, TRUE);
  apo_session_discard (session);
}

#define ADD(name, func) g_test_add ("/recovery/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("undo", test_undo);
  ADD ("undo-beyond-save", test_undo_beyond_save);
  ADD ("change-while-saving", test_change_while_saving);
  ADD ("crash-after-save", test_crash_after_save);
  ADD ("stale", test_stale);
  ADD ("other-file", test_other_file);
  ADD ("no-backup", test_no_backup);
  ADD ("twice", test_twice);
  ADD ("list", test_list);
  ADD ("open-elsewhere", test_open_elsewhere);
  ADD ("save-as-elsewhere", test_save_as_elsewhere);
  ADD ("discard", test_discard);
  ADD ("left", test_left);
  ADD ("forget", test_forget);
  ADD ("damaged-tail", test_damaged_tail);
  ADD ("aside", test_aside);
  ADD ("aside-days", test_aside_days);
  ADD ("nothing-aside", test_nothing_aside);
  ADD ("no-state", test_no_state);

  return g_test_run ();
}
