/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-merge.h"

#include <string.h>

#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-session-place.h"

/* A dossier that is open, its file, and a copy that somebody else has worked on. */
typedef struct {
  ApoPlace *place;
  ApoSession *session;
  GFile *copy;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoSession) first = apo_place_session_new ();
  g_autofree char *path = NULL;

  fixture->place = apo_place_new (NULL);
  path = apo_place_dup_path (fixture->place, "bob.apostille");
  fixture->copy = g_file_new_for_path (path);
  g_assert_true (apo_place_save (first, fixture->place->file, FALSE, NULL));
  fixture->session = apo_place_open (fixture->place->file, FALSE, NULL);
  apo_session_keep (fixture->session, fixture->place->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->session);
  g_object_unref (fixture->copy);
  apo_place_free (fixture->place);
}

static void
judge_as (ApoSession *session,
          guint       i,
          ApoVerdict  verdict,
          const char *author)
{
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

  apo_edit_set_verdict (apo_session_get_history (session), claim, verdict, author);
}

static ApoVerdict
get_verdict (ApoSession *session,
             guint       i)
{
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

  return apo_claim_get_verdict (claim);
}

/* The first verdict is the same change for both, of the second they think otherwise. */
static void
work_apart (Fixture *fixture)
{
  g_autoptr (ApoSession) bob = apo_place_open (fixture->place->file, TRUE, NULL);

  judge_as (bob, 1, APO_VERDICT_REFUTED, "Bob");
  judge_as (bob, 2, APO_VERDICT_MIXED, "Bob");
  g_assert_true (apo_place_save (bob, fixture->copy, FALSE, NULL));
  judge_as (fixture->session, 0, APO_VERDICT_VERIFIED, "Ana");
  judge_as (fixture->session, 1, APO_VERDICT_VERIFIED, "");
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static ApoMerge *
plan (ApoSession *session,
      GFile      *file,
      ApoMerge   *earlier,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (earlier != NULL)
    apo_session_renew_merge_async (session, earlier, NULL, take_result_cb, &result);
  else
    apo_session_plan_merge_async (session, file, NULL, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return apo_session_plan_merge_finish (session, result, error);
}

static void
assert_equal (GBytes *a,
              GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

/* What both come from is among the earlier versions, though the file has gone on. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) planned = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  const ApoMergeConflict *conflict;
  ApoMergeCounts counts;
  ApoHistory *history = apo_session_get_history (fixture->session);

  work_apart (fixture);
  g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
  before = apo_place_serialize (fixture->session);

  merge = plan (fixture->session, fixture->copy, NULL, &error);
  g_assert_no_error (error);
  planned = apo_place_serialize (fixture->session);
  assert_equal (before, planned);
  g_assert_cmpstr (apo_merge_get_name (merge), ==, "bob.apostille");
  apo_merge_count (merge, &counts);
  g_assert_cmpuint (counts.verdicts, ==, 1);
  g_assert_cmpuint (counts.reasons, ==, 0);
  g_assert_cmpuint (counts.removed, ==, 0);
  g_assert_cmpuint (counts.other, ==, 0);
  g_assert_cmpuint (counts.added[APO_ITEM_CLAIM], ==, 0);

  g_assert_cmpuint (apo_merge_get_n_conflicts (merge), ==, 1);
  conflict = apo_merge_get_conflict (merge, 0);
  g_assert_cmpstr (conflict->base, ==, "Not assessed");
  g_assert_cmpstr (conflict->their_hand.by, ==, "Bob");
  g_assert_cmpint (conflict->their_hand.time, >, 0);
  g_assert_null (conflict->my_hand.by);
  g_assert_cmpint (conflict->my_hand.time, >, 0);
  g_assert_cmpint (conflict->careful, ==, APO_MERGE_MINE);

  apo_merge_settle (merge, 0, APO_MERGE_THEIRS);
  g_assert_true (apo_session_merge (fixture->session, merge));
  g_assert_cmpint (get_verdict (fixture->session, 0), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture->session, 1), ==, APO_VERDICT_REFUTED);
  g_assert_cmpint (get_verdict (fixture->session, 2), ==, APO_VERDICT_MIXED);
  g_assert_cmpstr (apo_history_get_undo_name (history), ==, "Merge from “bob.apostille”");

  after = apo_place_serialize (fixture->session);
  apo_history_undo (history);
  undone = apo_place_serialize (fixture->session);
  assert_equal (before, undone);
  apo_history_redo (history);
  redone = apo_place_serialize (fixture->session);
  assert_equal (after, redone);
}

/* What comes back after a crash is the merged dossier. */
static void
test_recovery (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ApoMerge) merge = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (ApoStore) crashed = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) back = NULL;

  work_apart (fixture);
  merge = plan (fixture->session, fixture->copy, NULL, NULL);
  apo_merge_settle (merge, 0, APO_MERGE_MINE);
  g_assert_true (apo_session_merge (fixture->session, merge));
  g_assert_true (apo_session_flush (fixture->session));
  after = apo_place_serialize (fixture->session);

  crashed = apo_place_crash (fixture->place);
  recovered = apo_place_recover (crashed, NULL);
  back = apo_place_serialize (recovered);
  assert_equal (after, back);
  apo_session_discard (recovered);
}

/* A plan that is renewed knows what was done meanwhile; what came in before is nothing new. */
static void
test_renew (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoMerge) merge = NULL;
  g_autoptr (ApoMerge) renewed = NULL;
  g_autoptr (ApoMerge) again = NULL;

  work_apart (fixture);
  merge = plan (fixture->session, fixture->copy, NULL, NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (merge), ==, 1);
  judge_as (fixture->session, 2, APO_VERDICT_OUTDATED, "Ana");
  g_assert_true (g_file_delete (fixture->copy, NULL, NULL));
  renewed = plan (fixture->session, NULL, merge, NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (renewed), ==, 2);
  for (guint i = 0; i < 2; i++)
    apo_merge_settle (renewed, i, APO_MERGE_THEIRS);
  g_assert_true (apo_session_merge (fixture->session, renewed));

  again = plan (fixture->session, NULL, renewed, NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (again), ==, 0);
  g_assert_cmpuint (apo_merge_get_n_changes (again), ==, 0);
}

/* Who says something does not give way to who says nothing, nor the longer to the shorter. */
static void
test_careful (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (ApoSession) bob = apo_place_open (fixture->place->file, TRUE, NULL);
  ApoSession *sessions[] = { fixture->session, bob };
  static const char *const outlets[] = { "Port", "Port et mer" };
  g_autoptr (ApoMerge) merge = NULL;

  judge_as (bob, 0, APO_VERDICT_VERIFIED, "Bob");
  g_assert_true (apo_place_save (bob, fixture->place->file, TRUE, NULL));
  g_clear_object (&fixture->session);
  sessions[0] = fixture->session = apo_place_open (fixture->place->file, FALSE, NULL);
  judge_as (fixture->session, 0, APO_VERDICT_NONE, "Ana");
  judge_as (bob, 0, APO_VERDICT_MIXED, "Bob");
  for (guint i = 0; i < 2; i++)
    {
      ApoCommand *command = apo_command_new ("Outlet");
      ApoDossier *dossier = apo_session_get_dossier (sessions[i]);

      apo_command_set_field (command, APO_ITEM (apo_dossier_get_article (dossier)),
                             APO_ARTICLE_FIELD_OUTLET, g_variant_new_string (outlets[i]));
      apo_history_execute (apo_session_get_history (sessions[i]), command);
    }
  g_assert_true (apo_place_save (bob, fixture->copy, FALSE, NULL));

  merge = plan (fixture->session, fixture->copy, NULL, NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (merge), >=, 2);
  for (guint i = 0; i < apo_merge_get_n_conflicts (merge); i++)
    {
      const ApoMergeConflict *conflict = apo_merge_get_conflict (merge, i);

      if (g_str_equal (conflict->key, "outlet") || g_str_equal (conflict->key, "verdict"))
        g_assert_cmpint (conflict->careful, ==, APO_MERGE_THEIRS);
    }
}

/* What another program wrote into the file comes in; saving asks no more, and keeps that version. */
static void
test_own_file (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ApoSession) other = apo_place_open (fixture->place->file, FALSE, NULL);
  g_autoptr (ApoMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *sum = NULL;

  judge_as (fixture->session, 0, APO_VERDICT_VERIFIED, "Ana");
  judge_as (other, 2, APO_VERDICT_MIXED, "Bob");
  g_assert_true (apo_place_save (other, NULL, FALSE, NULL));
  written = apo_dossier_file_load (fixture->place->file, NULL, NULL, NULL);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, written);
  g_assert_false (apo_place_save (fixture->session, NULL, FALSE, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK);

  merge = plan (fixture->session, fixture->place->file, NULL, NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (merge), ==, 0);
  g_assert_true (apo_session_merge (fixture->session, merge));
  g_assert_cmpint (get_verdict (fixture->session, 2), ==, APO_VERDICT_MIXED);
  g_assert_cmpint (apo_session_get_file_state (fixture->session), ==, APO_FILE_STATE_SAME);
  g_assert_true (apo_session_is_changed (fixture->session));

  /* none of the steps is what is in the file */
  apo_history_go_to (apo_session_get_history (fixture->session), 0);
  g_assert_true (apo_session_is_changed (fixture->session));
  apo_history_go_to (apo_session_get_history (fixture->session), 2);
  g_assert_true (apo_place_save (fixture->session, NULL, FALSE, NULL));
  g_assert_false (apo_session_is_changed (fixture->session));
  kept = apo_backups_find (fixture->place->store, fixture->place->file, sum);
  g_assert_nonnull (kept);
}

/* A copy that cannot be merged is refused by one sentence, and the dossier stays as it is. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->copy);
  g_autofree char *own_path = g_file_get_path (fixture->place->file);
  g_autofree char *content = NULL;
  g_autoptr (GString) damaged = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (plan (fixture->session, fixture->place->file, NULL, &error));
  g_assert_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_SAME_FILE);
  g_assert_nonnull (strstr (error->message, "“port.apostille” is the dossier that is open"));
  g_clear_error (&error);

  g_assert_null (plan (fixture->session, fixture->copy, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (own_path, &content, NULL, NULL));
  damaged = g_string_new (content);
  g_assert_cmpuint (g_string_replace (damaged, "\"cooperation\"", "\"marriage\"", 0), ==, 1);
  g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));
  g_assert_null (plan (fixture->session, fixture->copy, NULL, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "repaired copy"));
}

/* A copy under another name that is the same has nothing new. */
static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoMerge) merge = NULL;

  g_assert_true (g_file_copy (fixture->place->file, fixture->copy, 0, NULL, NULL, NULL, NULL));
  judge_as (fixture->session, 0, APO_VERDICT_VERIFIED, "Ana");
  merge = plan (fixture->session, fixture->copy, NULL, NULL);
  g_assert_cmpuint (apo_merge_get_n_changes (merge), ==, 0);
  g_assert_cmpuint (apo_merge_get_n_conflicts (merge), ==, 0);
  g_assert_false (apo_session_merge (fixture->session, merge));
}

#define ADD(name, func) g_test_add ("/session-merge/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("merge", test_merge);
  ADD ("recovery", test_recovery);
  ADD ("renew", test_renew);
  ADD ("careful", test_careful);
  ADD ("own-file", test_own_file);
  ADD ("refused", test_refused);
  ADD ("same", test_same);

  return g_test_run ();
}
