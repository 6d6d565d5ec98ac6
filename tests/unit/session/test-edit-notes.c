/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-notes.h"

#include "apo-edit-claims.h"
#include "apo-edit-dismiss.h"
#include "apo-judged-sample.h"

#define NOTE(fixture, i)  APO_NOTE (get_item (fixture, APO_ITEM_NOTE, i))
#define CLAIM(fixture, i) APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, i))

static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  ApoItem *relation = get_item (fixture, APO_ITEM_RELATION, 0);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_autoptr (GListModel) list = NULL;
  ApoSpan span;

  apo_edit_add_note (fixture->history, relation, "Voir", "Ada");
  apo_edit_check_end (check, "New note");
  g_assert_cmpstr (apo_note_get_author (NOTE (fixture, 0)), ==, "Ada");
  g_assert_cmpint (ABS (apo_note_get_created (NOTE (fixture, 0))
                        - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  list = apo_dossier_list_notes (fixture->dossier, relation);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_true (apo_dossier_get_item_span (fixture->dossier, APO_ITEM (NOTE (fixture, 0)), &span));

  /* where the text has it, before what stands later */
  check = apo_edit_check_begin (fixture->history);
  apo_edit_add_note_on_span (fixture->history, find_span (fixture, "port rouvre"), "?", NULL);
  apo_edit_check_end (check, "New note");
  g_assert_cmpstr (apo_note_get_text (NOTE (fixture, 0)), ==, "?");
  g_assert_true (apo_span_equal (apo_note_get_span (NOTE (fixture, 0)),
                                 find_span (fixture, "port rouvre")));

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_note_text (fixture->history, NOTE (fixture, 1), "Voir l");
  apo_edit_check_end (check, "Change a note");
  apo_edit_set_note_text (fixture->history, NOTE (fixture, 1), "Voir la");
  apo_edit_set_note_text (fixture->history, NOTE (fixture, 1), "Voir la p");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 4);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_note (fixture->history, NOTE (fixture, 0));
  apo_edit_check_end (check, "Remove a note");
}

/* What it is about may go: the note stays. */
static void
test_target_gone (Fixture      *fixture,
                  gconstpointer data)
{
  ApoItem *relation = get_item (fixture, APO_ITEM_RELATION, 0);
  ApoCommand *command = apo_command_new ("Remove");

  apo_edit_add_note (fixture->history, relation, "Voir", "Ada");
  apo_command_remove_item (command, relation);
  apo_history_execute (fixture->history, command);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_NOTE), ==, 1);
  g_assert_cmpstr (apo_note_get_target (NOTE (fixture, 0)), ==, "");
}

static void
test_views (Fixture      *fixture,
            gconstpointer data)
{
  ApoClaimQuery query = {
    .verdicts = 1u << APO_VERDICT_GROUP_VERIFIED | 1u << APO_VERDICT_GROUP_OPEN,
    .certainties = 1u << APO_CERTAINTY_HEDGED, .statuses = 1u << APO_STATUS_REVIEW_AGAIN,
    .speaker = (char *) apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 0)),
    .about = (char *) apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 1)),
    .text = (char *) "quai", .only_dismissed = TRUE, .nobody = TRUE,
  };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_autoptr (ApoClaimQuery) read = NULL;
  g_autoptr (ApoClaimQuery) copy = apo_claim_query_copy (&query);

  apo_edit_save_view (fixture->history, "À voir", &query);
  apo_edit_check_end (check, "Save the view “À voir”");
  read = apo_saved_view_dup_query (APO_SAVED_VIEW (get_item (fixture, APO_ITEM_VIEW, 0)));
  g_assert_true (apo_claim_query_equal (read, &query));
  g_assert_true (apo_claim_query_equal (copy, &query));
  g_assert_false (apo_claim_query_is_all (read));

  query.text = NULL;
  check = apo_edit_check_begin (fixture->history);
  apo_edit_save_view (fixture->history, "À voir", &query);
  apo_edit_check_end (check, "Save the view “À voir”");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_VIEW), ==, 1);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_rename_view (fixture->history, APO_SAVED_VIEW (get_item (fixture, APO_ITEM_VIEW, 0)),
                        "Vu");
  apo_edit_check_end (check, "Rename a view");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_view (fixture->history, APO_SAVED_VIEW (get_item (fixture, APO_ITEM_VIEW, 0)));
  apo_edit_check_end (check, "Remove a view");
}

static void
assert_chosen (Fixture             *fixture,
               const ApoClaimQuery *query,
               const char          *expected)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 0; i < count_items (fixture, APO_ITEM_CLAIM); i++)
    if (apo_claim_query_matches (query, fixture->dossier, CLAIM (fixture, i)))
      g_string_append_printf (chosen, "%u", i);
  g_assert_cmpstr (chosen->str, ==, expected);
}

/* Claims 0 and 2 are the mayor's; 1 has no speaker. */
static void
test_query (Fixture      *fixture,
            gconstpointer data)
{
  char *mayor = (char *) apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 0));
  char *oslo = (char *) apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 1));

  apo_edit_set_verdict (fixture->history, CLAIM (fixture, 0), APO_VERDICT_MOSTLY_VERIFIED, NULL);
  apo_edit_set_reason (fixture->history, CLAIM (fixture, 1), "D’après le Port");
  assert_chosen (fixture, &(ApoClaimQuery) { 0 }, "012");
  assert_chosen (fixture, &(ApoClaimQuery) { .verdicts = 1u << APO_VERDICT_GROUP_VERIFIED }, "0");
  assert_chosen (fixture, &(ApoClaimQuery) { .verdicts = 1u << APO_VERDICT_GROUP_NONE }, "12");
  assert_chosen (fixture, &(ApoClaimQuery) { .verdicts = 3 }, "012");
  assert_chosen (fixture, &(ApoClaimQuery) { .certainties = 1u << APO_CERTAINTY_DENIED }, "");
  assert_chosen (fixture, &(ApoClaimQuery) { .statuses = 1u << APO_STATUS_DONE }, "0");
  assert_chosen (fixture, &(ApoClaimQuery) { .speaker = mayor }, "02");
  assert_chosen (fixture, &(ApoClaimQuery) { .actor = mayor }, "02");
  assert_chosen (fixture, &(ApoClaimQuery) { .actor = oslo }, "");
  assert_chosen (fixture, &(ApoClaimQuery) { .text = (char *) "n'avons RIEN" }, "2");
  assert_chosen (fixture, &(ApoClaimQuery) { .text = (char *) "d'après" }, "1");
  assert_chosen (fixture, &(ApoClaimQuery) { .text = (char *) "odile" }, "02");
  assert_chosen (fixture, &(ApoClaimQuery) { .only_dismissed = TRUE }, "");
  apo_edit_set_dismissed (fixture->history, APO_ITEM (CLAIM (fixture, 2)), TRUE);
  assert_chosen (fixture, &(ApoClaimQuery) { .only_dismissed = TRUE }, "2");
  assert_chosen (fixture, &(ApoClaimQuery) { .speaker = mayor }, "0");
}

#define ADD(path, func) \
  g_test_add ("/edit-notes/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("notes", test_notes);
  ADD ("target-gone", test_target_gone);
  ADD ("views", test_views);
  ADD ("query", test_query);

  return g_test_run ();
}
