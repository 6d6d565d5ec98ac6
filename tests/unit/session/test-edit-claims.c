/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-claims.h"

#include "apo-edit-dismiss.h"
#include "apo-judged-sample.h"

static ApoClaim *
get_claim (Fixture *fixture,
           guint    i)
{
  return APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, i));
}

static ApoActor *
get_actor (Fixture *fixture,
           guint    i)
{
  return APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, i));
}

static GListModel *
get_claims (Fixture *fixture)
{
  return apo_dossier_get_items (fixture->dossier, APO_ITEM_CLAIM);
}

static void
assert_text (Fixture    *fixture,
             ApoClaim   *claim,
             const char *expected)
{
  g_autofree char *text = apo_dossier_dup_item_text (fixture->dossier, APO_ITEM (claim));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_log_line (ApoClaim   *claim,
                 guint       i,
                 ApoVerdict  from,
                 ApoVerdict  to,
                 const char *by,
                 const char *why)
{
  GVariant *log = apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_LOG);
  gint64 time;
  int old, new;
  const char *who, *reason;

  g_assert_cmpuint (i, <, g_variant_n_children (log));
  g_variant_get_child (log, i, "(xii&s&s)", &time, &old, &new, &who, &reason);
  g_assert_cmpint (ABS (time - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  g_assert_cmpint (old, ==, from);
  g_assert_cmpint (new, ==, to);
  g_assert_cmpstr (who, ==, by);
  g_assert_cmpstr (reason, ==, why);
}

static void
test_verdicts (Fixture      *fixture,
               gconstpointer data)
{
  ApoEditCheck *check;

  apo_edit_set_verdict (fixture->history, get_claim (fixture, 1), APO_VERDICT_MIXED, NULL);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_verdicts (fixture->history, get_claims (fixture), APO_VERDICT_VERIFIED, "Ada");
  apo_edit_check_end (check, "Verdict on 3 claims: Verified");
  assert_log_line (get_claim (fixture, 0), 0, APO_VERDICT_NONE, APO_VERDICT_VERIFIED, "Ada", "");
  assert_log_line (get_claim (fixture, 1), 1, APO_VERDICT_MIXED, APO_VERDICT_VERIFIED, "Ada", "");

  apo_edit_set_verdict (fixture->history, get_claim (fixture, 1), APO_VERDICT_NONE, NULL);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_verdicts (fixture->history, get_claims (fixture), APO_VERDICT_VERIFIED, "Ada");
  apo_edit_check_end (check, "Verdict: Verified");

  apo_edit_set_verdicts (fixture->history, get_claims (fixture), APO_VERDICT_VERIFIED, "Ada");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 4);
}

static void
test_reason (Fixture      *fixture,
             gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 0);
  ApoEditCheck *check;

  apo_edit_set_verdict (fixture->history, claim, APO_VERDICT_DISPUTED, "Ada");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_reason (fixture->history, claim, "L");
  apo_edit_check_end (check, "Reason of a verdict");

  apo_edit_set_reason (fixture->history, claim, "Le");
  apo_edit_set_reason (fixture->history, claim, "Le port");
  apo_edit_set_reason (fixture->history, claim, "Le port est");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 3);
  assert_log_line (claim, 0, APO_VERDICT_NONE, APO_VERDICT_DISPUTED, "Ada", "Le port est");
  apo_history_undo (fixture->history);
  g_assert_cmpstr (apo_claim_get_reason (claim), ==, "L");
  assert_log_line (claim, 0, APO_VERDICT_NONE, APO_VERDICT_DISPUTED, "Ada", "L");

  /* the reason stands when the verdict changes */
  apo_edit_set_verdict (fixture->history, claim, APO_VERDICT_MIXED, "Bo");
  apo_edit_set_reason (fixture->history, claim, "Autre");
  assert_log_line (claim, 0, APO_VERDICT_NONE, APO_VERDICT_DISPUTED, "Ada", "L");
  assert_log_line (claim, 1, APO_VERDICT_DISPUTED, APO_VERDICT_MIXED, "Bo", "Autre");

  /* who is at work signs, unless somebody else is named */
  apo_history_set_author (fixture->history, "Cleo");
  apo_edit_set_verdict (fixture->history, get_claim (fixture, 2), APO_VERDICT_REFUTED, NULL);
  assert_log_line (get_claim (fixture, 2), 0, APO_VERDICT_NONE, APO_VERDICT_REFUTED, "Cleo", "");
  apo_history_undo (fixture->history);

  /* another claim's reason is another command */
  apo_edit_set_reason (fixture->history, get_claim (fixture, 1), "Z");
  apo_edit_set_reason (fixture->history, claim, "Y");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 6);
}

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 2);
  ApoDay day = apo_day_from_ymd (2030, 2, 1);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_status (fixture->history, claim, APO_STATUS_REVIEW_AGAIN, day);
  apo_edit_check_end (check, "Status: Review again");
  g_assert_cmpint (apo_claim_get_review_day (claim), ==, day);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_statuses (fixture->history, get_claims (fixture), APO_STATUS_IN_PROGRESS, day);
  apo_edit_check_end (check, "Status of 3 claims: In progress");
  g_assert_cmpint (apo_claim_get_review_day (claim), ==, APO_DAY_NONE);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_due_day (fixture->history, claim, day);
  apo_edit_check_end (check, "Due date of a prediction");
  g_assert_cmpint (apo_claim_get_due_day (claim), ==, day);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_confidence (fixture->history, claim, APO_CONFIDENCE_HIGH);
  apo_edit_check_end (check, "Confidence: High");
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_AUTO);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 0);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_claim_type (fixture->history, claim, APO_CLAIM_PREDICTION);
  apo_edit_check_end (check, "Type: Prediction");
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_EDITED);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_claim_certainty (fixture->history, claim, APO_CERTAINTY_DENIED);
  apo_edit_check_end (check, "Certainty: Denied");
  apo_edit_set_claim_certainty (fixture->history, claim, APO_CERTAINTY_DENIED);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 2);
}

static void
test_speaker (Fixture      *fixture,
              gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  ApoActor *actor;

  apo_edit_set_speaker (fixture->history, claim, get_actor (fixture, 1));
  apo_edit_check_end (check, "Speaker: Norvège");
  g_assert_cmpstr (apo_claim_get_speaker (claim), ==,
                   apo_item_get_id (APO_ITEM (get_actor (fixture, 1))));
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_EDITED);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_speakers (fixture->history, get_claims (fixture), NULL);
  apo_edit_check_end (check, "Take the speaker of 3 claims away");
  g_assert_cmpstr (apo_claim_get_speaker (claim), ==, "");

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_new_speaker (fixture->history, get_claims (fixture), " Ligue des ports ",
                            APO_ACTOR_ORGANISATION);
  apo_edit_check_end (check, "Speaker of 3 claims: Ligue des ports");
  actor = get_actor (fixture, 3);
  g_assert_cmpstr (apo_actor_get_name (actor), ==, "Ligue des ports");
  g_assert_cmpint (apo_actor_get_kind (actor), ==, APO_ACTOR_ORGANISATION);
  g_assert_cmpint (apo_actor_get_origin (actor), ==, APO_ORIGIN_MANUAL);
  g_assert_cmpstr (apo_claim_get_speaker (claim), ==, apo_item_get_id (APO_ITEM (actor)));

  /* who is there is not made anew */
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (apo_edit_set_new_speaker (fixture->history, get_claims (fixture), "odile carrère",
                                           APO_ACTOR_PERSON) == get_actor (fixture, 0));
  apo_edit_check_end (check, "Speaker of 3 claims: Odile Carrère");
  g_assert_null (apo_edit_set_new_speaker (fixture->history, get_claims (fixture), "  ",
                                           APO_ACTOR_PERSON));
}

static void
test_reported_by (Fixture      *fixture,
                  gconstpointer data)
{
  ApoClaim *first = get_claim (fixture, 0);
  ApoClaim *second = get_claim (fixture, 1);
  ApoClaim *third = get_claim (fixture, 2);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  g_assert_true (apo_edit_set_reported_by (fixture->history, first, second));
  apo_edit_check_end (check, "Who reports a claim");
  g_assert_true (apo_edit_set_reported_by (fixture->history, second, third));
  g_assert_false (apo_edit_set_reported_by (fixture->history, third, first));
  g_assert_false (apo_edit_set_reported_by (fixture->history, third, third));
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 2);
  g_assert_true (apo_edit_set_reported_by (fixture->history, second, NULL));
  g_assert_true (apo_edit_set_reported_by (fixture->history, third, first));
}

static void
test_dismiss (Fixture      *fixture,
              gconstpointer data)
{
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_dismissed (fixture->history, APO_ITEM (get_claim (fixture, 0)), TRUE);
  apo_edit_check_end (check, "Dismiss 1 claim");
  g_assert_true (apo_item_is_dismissed (APO_ITEM (get_claim (fixture, 0))));

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_all_dismissed (fixture->history, get_claims (fixture), TRUE);
  apo_edit_check_end (check, "Dismiss 2 claims");

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_all_dismissed (fixture->history, get_claims (fixture), FALSE);
  apo_edit_check_end (check, "Restore 3 claims");
  apo_edit_set_all_dismissed (fixture->history, get_claims (fixture), FALSE);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 3);
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  guint start = find_words (fixture, " Oslo et Lisbonne");
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  ApoClaim *claim;

  apo_edit_add_claim (fixture->history, APO_SPAN (start, start + 18), get_actor (fixture, 1));
  apo_edit_check_end (check, "New claim");
  claim = get_claim (fixture, 2);
  assert_text (fixture, claim, "Oslo et Lisbonne");
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_MANUAL);
  g_assert_cmpint (apo_claim_get_form (claim), ==, APO_FORM_INDIRECT);
  g_assert_cmpstr (apo_claim_get_speaker (claim), ==,
                   apo_item_get_id (APO_ITEM (get_actor (fixture, 1))));
  g_assert_true (apo_item_refers_to (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT,
                                     apo_item_get_id (APO_ITEM (get_actor (fixture, 2)))));
  g_assert_false (apo_item_refers_to (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT,
                                      apo_item_get_id (APO_ITEM (get_actor (fixture, 1)))));

  /* between quotation marks; nothing selected; nothing to select */
  start = find_words (fixture, "Nous n’avons");
  claim = apo_edit_add_claim (fixture->history, APO_SPAN (start, start + 4), NULL);
  g_assert_cmpint (apo_claim_get_form (claim), ==, APO_FORM_DIRECT);
  g_assert_cmpint (apo_claim_get_claim_type (claim), ==, APO_CLAIM_QUOTATION);
  start = find_words (fixture, "syndicat");
  claim = apo_edit_add_claim (fixture->history, APO_SPAN (start, start), NULL);
  assert_text (fixture, claim, "Selon le syndicat des");
  start = find_words (fixture, "\n\n");
  g_assert_null (apo_edit_add_claim (fixture->history, APO_SPAN (start, start + 2), NULL));
}

static void
test_trim (Fixture      *fixture,
           gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  guint start = find_words (fixture, "la digue aurait");
  guint end = find_words (fixture, " dès mardi");
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_verdict (fixture->history, claim, APO_VERDICT_VERIFIED, NULL);
  apo_edit_check_end (check, "Verdict: Verified");
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (apo_edit_trim_claim (fixture->history, claim, 0, APO_SPAN (start - 1, end + 1)));
  apo_edit_check_end (check, "Ends of a claim");
  assert_text (fixture, claim, "la digue aurait cédé");
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_EDITED);
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_VERIFIED);

  /* the same again, nothing, no such piece */
  g_assert_true (apo_edit_trim_claim (fixture->history, claim, 0, APO_SPAN (start, end)));
  g_assert_false (apo_edit_trim_claim (fixture->history, claim, 0, APO_SPAN (end, end + 1)));
  g_assert_false (apo_edit_trim_claim (fixture->history, claim, 0, APO_SPAN (9999, 99999)));
  g_assert_false (apo_edit_trim_claim (fixture->history, claim, 1, APO_SPAN (start, end)));
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 2);
}

/* An event and a relation that rest on the claim at @i and stand from @start. */
static void
add_support (Fixture *fixture,
             guint    i,
             ApoSpan  span)
{
  const char *id = apo_item_get_id (APO_ITEM (get_claim (fixture, i)));
  ApoCommand *command = apo_command_new ("Support");
  g_autoptr (ApoItem) event = apo_item_new (APO_ITEM_EVENT, NULL);

  apo_item_set_value (event, APO_EVENT_FIELD_SPAN,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
  apo_item_set_value (event, APO_EVENT_FIELD_CLAIMS, g_variant_new_strv (&id, 1));
  apo_command_add_item (command, event);
  apo_history_execute (fixture->history, command);
}

static gboolean
rests_on (Fixture  *fixture,
          guint     event,
          ApoClaim *claim)
{
  g_autoptr (ApoItem) item =
    g_list_model_get_item (apo_dossier_get_items (fixture->dossier, APO_ITEM_EVENT), event);

  return apo_item_refers_to (item, APO_EVENT_FIELD_CLAIMS, apo_item_get_id (APO_ITEM (claim)));
}

static void
test_split (Fixture      *fixture,
            gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  guint start = find_words (fixture, "la digue aurait");
  guint middle = find_words (fixture, " cédé dès");
  ApoEditCheck *check;
  ApoClaim *other;

  apo_edit_set_verdict (fixture->history, claim, APO_VERDICT_VERIFIED, "Ada");
  add_support (fixture, 1, APO_SPAN (start, start + 8));
  add_support (fixture, 1, APO_SPAN (start + 3, middle + 5));
  add_support (fixture, 1, APO_SPAN (middle + 1, middle + 5));
  g_assert_false (apo_edit_can_split_claim (fixture->dossier, claim, start));
  g_assert_null (apo_edit_split_claim (fixture->history, claim, start));

  check = apo_edit_check_begin (fixture->history);
  apo_edit_split_claim (fixture->history, claim, middle);
  apo_edit_check_end (check, "Split a claim");
  other = get_claim (fixture, 2);
  assert_text (fixture, claim, "la digue aurait");
  assert_text (fixture, other, "cédé dès mardi");
  g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_EDITED);
  g_assert_cmpint (apo_claim_get_origin (other), ==, APO_ORIGIN_EDITED);
  assert_log_line (other, 0, APO_VERDICT_NONE, APO_VERDICT_VERIFIED, "Ada", "");
  g_assert_true (rests_on (fixture, 0, claim) && !rests_on (fixture, 0, other));
  g_assert_true (rests_on (fixture, 1, claim) && rests_on (fixture, 1, other));
  g_assert_true (!rests_on (fixture, 2, claim) && rests_on (fixture, 2, other));
}

static void
test_join (Fixture      *fixture,
           gconstpointer data)
{
  ApoClaim *first = get_claim (fixture, 0);
  ApoClaim *second = get_claim (fixture, 1);
  ApoClaim *third = get_claim (fixture, 2);
  g_autoptr (GListStore) some = g_list_store_new (APO_TYPE_CLAIM);
  ApoEditCheck *check;

  apo_edit_set_verdict (fixture->history, second, APO_VERDICT_MIXED, "Ada");
  apo_edit_set_reason (fixture->history, second, "Oui et non");
  apo_edit_set_reported_by (fixture->history, third, second);
  apo_edit_set_reported_by (fixture->history, second, first);
  add_support (fixture, 1, APO_SPAN (9, 12));
  g_list_store_append (some, second);
  g_assert_false (apo_edit_can_join_claims (fixture->dossier, G_LIST_MODEL (some)));
  g_assert_null (apo_edit_join_claims (fixture->history, G_LIST_MODEL (some)));
  g_list_store_append (some, first);

  check = apo_edit_check_begin (fixture->history);
  g_assert_true (apo_edit_join_claims (fixture->history, G_LIST_MODEL (some)) == first);
  apo_edit_check_end (check, "Join 2 claims");
  g_assert_cmpuint (g_list_model_get_n_items (get_claims (fixture)), ==, 2);
  assert_text (fixture, first,
               "les quais « tiendront cent ans » … la digue aurait cédé dès mardi");
  g_assert_cmpint (apo_claim_get_verdict (first), ==, APO_VERDICT_MIXED);
  g_assert_cmpstr (apo_claim_get_reason (first), ==, "Oui et non");
  assert_log_line (first, 0, APO_VERDICT_NONE, APO_VERDICT_MIXED, "Ada", "Oui et non");
  g_assert_cmpstr (apo_claim_get_reported_by (first), ==, "");
  g_assert_cmpstr (apo_claim_get_reported_by (get_claim (fixture, 1)), ==,
                   apo_item_get_id (APO_ITEM (first)));
  g_assert_true (rests_on (fixture, 0, first));
}

/* Split and joined again, a claim is as it was, but for who made it so. */
static void
test_split_join (Fixture      *fixture,
                 gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  g_autoptr (GVariant) content =
    g_variant_ref (apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_CONTENT));
  g_autoptr (GListStore) halves = g_list_store_new (APO_TYPE_CLAIM);

  g_list_store_append (halves, claim);
  g_list_store_append (halves, apo_edit_split_claim (fixture->history, claim,
                                                     find_words (fixture, "aurait cédé")));
  g_assert_true (apo_edit_join_claims (fixture->history, G_LIST_MODEL (halves)) == claim);
  g_assert_true (g_variant_equal (content, apo_item_get_value (APO_ITEM (claim),
                                                               APO_CLAIM_FIELD_CONTENT)));
  g_assert_cmpuint (g_list_model_get_n_items (get_claims (fixture)), ==, 3);
}

#define ADD(path, func) \
  g_test_add ("/edit-claims/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("verdicts", test_verdicts);
  ADD ("reason", test_reason);
  ADD ("status", test_status);
  ADD ("words", test_words);
  ADD ("speaker", test_speaker);
  ADD ("reported-by", test_reported_by);
  ADD ("dismiss", test_dismiss);
  ADD ("add", test_add);
  ADD ("trim", test_trim);
  ADD ("split", test_split);
  ADD ("join", test_join);
  ADD ("split-join", test_split_join);

  return g_test_run ();
}
