/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-session-place.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  char *folder;
  GFile *file;
  GFile *other;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("apostille-session-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->file = g_file_new_build_filename (fixture->folder, "one.apostille", NULL);
  fixture->other = g_file_new_build_filename (fixture->folder, "two.apostille", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (fixture->other, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_object_unref (fixture->other);
  g_free (fixture->folder);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (ApoSession *session,
      GFile      *file,
      gboolean    overwrite,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  apo_session_save_async (session, file, overwrite, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return apo_session_save_finish (session, result, error);
}

static ApoSession *
open_file (GFile   *file,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  apo_session_open_async (file, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return apo_session_open_finish (result, error);
}

static ApoSession *
new_session (void)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  ApoSession *session = apo_session_new (article);

  g_assert_true (apo_session_needs_analysis (session));
  apo_session_adopt_findings (session, findings);
  g_assert_false (apo_session_needs_analysis (session));

  return session;
}

static void
judge (ApoSession *session,
       guint       i,
       ApoVerdict  verdict)
{
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

  apo_edit_set_verdict (apo_session_get_history (session), claim, verdict, NULL);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  *n += 1;
}

static void
assert_same (ApoSession *a,
             ApoSession *b)
{
  g_autoptr (GBytes) bytes_a = apo_dossier_file_serialize (apo_session_get_dossier (a));
  g_autoptr (GBytes) bytes_b = apo_dossier_file_serialize (apo_session_get_dossier (b));

  g_assert_cmpmem (g_bytes_get_data (bytes_a, NULL), g_bytes_get_size (bytes_a),
                   g_bytes_get_data (bytes_b, NULL), g_bytes_get_size (bytes_b));
}

static void
test_save_open (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoSession) opened = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = 0;
  guint n_file = 0;

  g_signal_connect (session, "notify::changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect (session, "notify::file", G_CALLBACK (count_cb), &n_file);
  g_assert_false (apo_session_is_changed (session));
  g_assert_null (apo_session_get_file (session));

  judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_is_changed (session));
  g_assert_true (save (session, fixture->file, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (apo_session_is_changed (session));
  g_assert_true (g_file_equal (apo_session_get_file (session), fixture->file));
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (n_file, ==, 1);

  opened = open_file (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_false (apo_session_is_changed (opened));
  g_assert_false (apo_session_is_read_only (opened));
  g_assert_null (apo_session_get_warning (opened));
  g_assert_false (apo_session_needs_analysis (opened));
  g_assert_false (apo_history_can_undo (apo_session_get_history (opened)));
  assert_same (session, opened);
}

/* Undo away from the saved state and redo back to it. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  ApoHistory *history = apo_session_get_history (session);

  judge (session, 0, APO_VERDICT_VERIFIED);
  apo_history_undo (history);
  g_assert_false (apo_session_is_changed (session));
  apo_history_redo (history);
  g_assert_true (save (session, fixture->file, FALSE, NULL));
  apo_history_undo (history);
  g_assert_true (apo_session_is_changed (session));
  apo_history_redo (history);
  g_assert_false (apo_session_is_changed (session));
  apo_history_undo (history);
  judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_is_changed (session));

  apo_dossier_set_view_state (apo_session_get_dossier (session), "zoom", g_variant_new_double (2));
  g_assert_true (save (session, NULL, FALSE, NULL));
  g_assert_false (apo_session_is_changed (session));
}

/* What is done while a file is being written is not in it. */
static void
test_change_while_saving (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoSession) opened = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  guint n_reviewed;
  guint n_claims;

  judge (session, 0, APO_VERDICT_VERIFIED);
  apo_session_save_async (session, fixture->file, FALSE, NULL, take_result_cb, &first);
  judge (session, 1, APO_VERDICT_DISPUTED);
  while (first == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (apo_session_save_finish (session, first, NULL));
  g_assert_true (apo_session_is_changed (session));

  opened = open_file (fixture->file, NULL);
  apo_dossier_count_reviewed (apo_session_get_dossier (opened), &n_reviewed, &n_claims);
  g_assert_cmpuint (n_reviewed, ==, 1);

  /* two saves at once are done one after the other */
  g_clear_object (&first);
  apo_session_save_async (session, NULL, FALSE, NULL, take_result_cb, &first);
  judge (session, 2, APO_VERDICT_DISPUTED);
  apo_session_save_async (session, NULL, FALSE, NULL, take_result_cb, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (apo_session_save_finish (session, first, NULL));
  g_assert_true (apo_session_save_finish (session, second, NULL));
  g_assert_false (apo_session_is_changed (session));
}

static void
test_changed_on_disk (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (GError) error = NULL;

  g_assert_true (save (session, fixture->file, FALSE, NULL));
  judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (g_file_replace_contents (fixture->file, "theirs", 6, NULL, FALSE, 0, NULL, NULL,
                                          NULL));
  g_assert_false (save (session, NULL, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK);
  g_assert_true (apo_session_is_changed (session));
  g_clear_error (&error);
  g_assert_true (save (session, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (apo_session_is_changed (session));
}

static void
test_failed_save (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_false (save (session, folder, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_IS_DIRECTORY);
  g_assert_true (apo_session_is_changed (session));
  g_assert_null (apo_session_get_file (session));
}

/* A damaged file is not overwritten with what is left of it. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoSession) opened = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *content = NULL;
  g_autoptr (GString) damaged = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (session, fixture->file, FALSE, NULL));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  damaged = g_string_new (content);
  g_assert_cmpuint (g_string_replace (damaged, "\"cooperation\"", "\"marriage\"", 0), ==, 1);
  g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));

  opened = open_file (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_true (apo_session_is_read_only (opened));
  g_assert_nonnull (strstr (apo_session_get_warning (opened), "“kind” cannot be “marriage”"));
  g_assert_false (save (opened, NULL, TRUE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (save (opened, fixture->other, FALSE, &error));
  g_assert_false (apo_session_is_read_only (opened));
  g_assert_null (apo_session_get_warning (opened));
  g_assert_true (g_file_equal (apo_session_get_file (opened), fixture->other));
}

static void
test_open_errors (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_null (open_file (fixture->file, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_replace_contents (fixture->file, "hello", 5, NULL, FALSE, 0, NULL, NULL,
                                          NULL));
  g_assert_null (open_file (fixture->file, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  apo_session_open_async (fixture->file, cancellable, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (apo_session_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A pass that comes after the first save, but before the first command, is something to save. */
static void
test_pass_after_save (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  g_assert_true (save (session, fixture->file, FALSE, NULL));
  apo_session_adopt_findings (session, findings);
  g_assert_true (apo_session_is_changed (session));
  g_assert_false (apo_history_can_undo (apo_session_get_history (session)));
  g_assert_true (save (session, NULL, FALSE, NULL));
  g_assert_false (apo_session_is_changed (session));
}

/* A part of the findings is shown, but the article still waits for the whole; once there is a
 * command, parts are left alone. */
static void
test_part (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoFindings) part = apo_findings_copy (findings);
  g_autoptr (ApoFindings) nothing = apo_findings_new ();
  g_autoptr (ApoSession) session = apo_session_new (article);
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  guint n_claims;

  apo_session_adopt_pass (session, part);
  n_claims = g_list_model_get_n_items (claims);
  g_assert_cmpuint (n_claims, ==, findings->claims->len);
  g_assert_true (apo_session_needs_analysis (session));

  judge (session, 0, APO_VERDICT_VERIFIED);
  apo_session_adopt_pass (session, nothing);
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, n_claims);

  apo_session_adopt_findings (session, findings);
  g_assert_false (apo_session_needs_analysis (session));
}

static char *
dup_hash (GFile *file)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static void
assert_ancestors (ApoSession        *session,
                  const char *const *expected)
{
  const char *const *ancestors = apo_dossier_get_ancestors (apo_session_get_dossier (session));

  g_assert_cmpstrv (ancestors, expected);
}

/* Each version says which ones it was before: as soon as it is written, and not earlier; one that
 * is the same as before is written as before. */
static void
test_ancestors (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoSession) opened = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *second = NULL;
  g_autofree char *copied = NULL;

  g_assert_true (save (session, fixture->file, FALSE, NULL));
  assert_ancestors (session, (const char *[]) { NULL });
  first = dup_hash (fixture->file);
  g_assert_true (save (session, NULL, FALSE, NULL));
  again = dup_hash (fixture->file);
  g_assert_cmpstr (first, ==, again);

  judge (session, 0, APO_VERDICT_VERIFIED);
  g_assert_false (save (session, folder, FALSE, NULL));
  assert_ancestors (session, (const char *[]) { NULL });
  g_assert_true (save (session, NULL, FALSE, NULL));
  assert_ancestors (session, (const char *[]) { first, NULL });
  second = dup_hash (fixture->file);
  opened = open_file (fixture->file, NULL);
  assert_same (session, opened);

  /* the copy goes on from the same; opened and written again it stays what it is */
  judge (opened, 1, APO_VERDICT_DISPUTED);
  g_assert_true (save (opened, fixture->other, FALSE, NULL));
  assert_ancestors (opened, (const char *[]) { first, second, NULL });
  g_clear_object (&opened);
  opened = open_file (fixture->other, NULL);
  assert_ancestors (opened, (const char *[]) { first, second, NULL });
  copied = dup_hash (fixture->other);
  g_free (again);
  g_assert_true (save (opened, NULL, FALSE, NULL));
  again = dup_hash (fixture->other);
  g_assert_cmpstr (copied, ==, again);

  /* undone, it is not the first version again: it goes on from the second */
  apo_history_undo (apo_session_get_history (session));
  g_assert_true (save (session, NULL, FALSE, NULL));
  assert_ancestors (session, (const char *[]) { first, second, NULL });
}

/* Who goes on with a copy of a file says which one that was. */
static void
test_ancestor_of_copy (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (ApoSession) session = new_session ();
  g_autoptr (ApoSession) copy = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *hash = NULL;

  g_assert_true (save (session, fixture->file, FALSE, NULL));
  hash = dup_hash (fixture->file);
  apo_session_open_copy_async (fixture->file, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  copy = apo_session_open_finish (result, NULL);
  judge (copy, 0, APO_VERDICT_VERIFIED);
  g_assert_true (save (copy, fixture->other, FALSE, NULL));
  assert_ancestors (copy, (const char *[]) { hash, NULL });
}

#define ADD(name, func) g_test_add ("/session/" name, Fixture, NULL, set_up, func, tear_down)

/* Opens a file that cannot be written, as somebody who may not do everything. */
static void
test_protected_subprocess (void)
{
  g_autoptr (ApoPlace) place = NULL;
  g_autoptr (ApoSession) session = apo_place_session_new ();
  g_autoptr (ApoSession) opened = NULL;
  g_autoptr (ApoSession) again = NULL;
  g_autoptr (GFile) copy = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    g_assert_cmpint (setuid (65534), ==, 0);
  place = apo_place_new (NULL);
  folder = apo_place_dup_path (place, "locked");
  copy_path = apo_place_dup_path (place, "copy.apostille");
  copy = g_file_new_for_path (copy_path);
  g_object_unref (place->file);
  place->file = g_file_new_build_filename (folder, "port.apostille", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (apo_place_save (session, place->file, FALSE, NULL));
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);

  opened = apo_place_open (place->file, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (apo_session_is_read_only (opened));
  g_assert_cmpstr (apo_session_get_warning (opened), ==,
                   "“port.apostille” can only be read; save it under another name to keep what you "
                   "do.");
  apo_session_keep (opened, place->store);
  apo_place_judge (opened, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (opened));
  g_assert_cmpuint (apo_place_count (place->state, ".journal"), ==, 1);
  g_assert_false (apo_place_save (opened, place->file, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION);
  g_assert_true (apo_place_save (opened, copy, FALSE, NULL));
  g_assert_false (apo_session_is_read_only (opened));
  g_assert_null (apo_session_get_warning (opened));

  /* a file of its own that may only be read */
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (place->file), 0400), ==, 0);
  again = apo_place_open (place->file, FALSE, NULL);
  g_assert_true (apo_session_is_read_only (again));
}

static void
test_protected (void)
{
  g_test_trap_subprocess ("/session/protected/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("save-open", test_save_open);
  ADD ("changed", test_changed);
  ADD ("change-while-saving", test_change_while_saving);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("failed-save", test_failed_save);
  ADD ("damaged", test_damaged);
  ADD ("open-errors", test_open_errors);
  ADD ("pass-after-save", test_pass_after_save);
  ADD ("part", test_part);
  ADD ("ancestors", test_ancestors);
  ADD ("ancestor-of-copy", test_ancestor_of_copy);
  g_test_add_func ("/session/protected", test_protected);
  g_test_add_func ("/session/protected/subprocess", test_protected_subprocess);

  return g_test_run ();
}
