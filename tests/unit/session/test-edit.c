/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"
#include "apo-judged-sample.h"

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoItem *item;
} OneItem;

static void
set_up_one (OneItem    *fixture,
            ApoItemType type)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();

  fixture->dossier = apo_dossier_new (NULL);
  fixture->history = apo_history_new (fixture->dossier);
  apo_dossier_insert (fixture->dossier, APO_ITEM (article), 0);
  fixture->item = type == APO_ITEM_ARTICLE ? g_object_ref (APO_ITEM (article))
                                           : apo_item_new (type, NULL);
  if (type != APO_ITEM_ARTICLE)
    apo_dossier_insert (fixture->dossier, fixture->item, 0);
}

static void
tear_down_one (OneItem *fixture)
{
  g_object_unref (fixture->item);
  g_object_unref (fixture->history);
  g_object_unref (fixture->dossier);
}

typedef struct {
  ApoVerdict verdict;
  ApoWorkStatus status;
  const char *name;
  guint n_log;
} VerdictStep;

static const VerdictStep steps[] = {
  { APO_VERDICT_NONE, APO_STATUS_TO_CHECK, NULL, 0 },
  { APO_VERDICT_VERIFIED, APO_STATUS_DONE, "Verdict: Verified", 1 },
  { APO_VERDICT_VERIFIED, APO_STATUS_DONE, "Verdict: Verified", 1 },
  { APO_VERDICT_DISPUTED, APO_STATUS_DONE, "Verdict: Disputed", 2 },
  { APO_VERDICT_NONE, APO_STATUS_TO_CHECK, "Verdict: Not assessed", 3 },
};

static void
test_verdict (void)
{
  OneItem fixture;
  GVariant *log;
  gint64 time;
  int old;
  int new;
  const char *by;
  const char *why;

  set_up_one (&fixture, APO_ITEM_CLAIM);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ApoClaim *claim = APO_CLAIM (fixture.item);

      apo_edit_set_verdict (fixture.history, claim, steps[i].verdict, "Ada");
      g_assert_cmpint (apo_claim_get_verdict (claim), ==, steps[i].verdict);
      g_assert_cmpint (apo_claim_get_status (claim), ==, steps[i].status);
      g_assert_cmpint (apo_claim_get_origin (claim), ==, APO_ORIGIN_AUTO);
      g_assert_cmpstr (apo_history_get_undo_name (fixture.history), ==, steps[i].name);
      log = apo_item_get_value (fixture.item, APO_CLAIM_FIELD_LOG);
      g_assert_cmpuint (g_variant_n_children (log), ==, steps[i].n_log);
    }

  g_variant_get_child (log, 1, "(xii&s&s)", &time, &old, &new, &by, &why);
  g_assert_cmpint (ABS (time - g_get_real_time () / G_USEC_PER_SEC), <, 600);
  g_assert_cmpint (old, ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (new, ==, APO_VERDICT_DISPUTED);
  g_assert_cmpstr (by, ==, "Ada");
  g_assert_cmpstr (why, ==, "");

  while (apo_history_can_undo (fixture.history))
    apo_history_undo (fixture.history);
  g_assert_true (apo_item_is_default (fixture.item, APO_CLAIM_FIELD_LOG));
  tear_down_one (&fixture);
}

static void
test_place (void)
{
  OneItem fixture;
  int x;
  int y;

  set_up_one (&fixture, APO_ITEM_ACTOR);
  apo_edit_place_actors (fixture.history,
                         &(ApoPlacement) { APO_ACTOR (fixture.item), -12, 40 }, 1, TRUE);
  g_assert_true (apo_actor_get_position (APO_ACTOR (fixture.item), &x, &y));
  g_assert_cmpint (x, ==, -12);
  g_assert_cmpint (y, ==, 40);
  g_assert_true (apo_actor_is_pinned (APO_ACTOR (fixture.item)));

  apo_edit_release_actor (fixture.history, APO_ACTOR (fixture.item));
  g_assert_false (apo_actor_get_position (APO_ACTOR (fixture.item), &x, &y));
  g_assert_false (apo_actor_is_pinned (APO_ACTOR (fixture.item)));
  apo_history_undo (fixture.history);
  g_assert_true (apo_actor_is_pinned (APO_ACTOR (fixture.item)));
  apo_history_undo (fixture.history);
  g_assert_false (apo_history_can_undo (fixture.history));

  apo_edit_release_actor (fixture.history, APO_ACTOR (fixture.item));
  g_assert_false (apo_history_can_undo (fixture.history));
  tear_down_one (&fixture);
}

static void
test_date (void)
{
  OneItem fixture;
  ApoDay day = apo_day_from_ymd (2024, 5, 3);

  set_up_one (&fixture, APO_ITEM_ARTICLE);
  apo_edit_set_date (fixture.history, APO_ARTICLE (fixture.item), day);
  g_assert_cmpint (apo_article_get_date (APO_ARTICLE (fixture.item)), ==, day);
  apo_history_undo (fixture.history);
  g_assert_cmpint (apo_article_get_date (APO_ARTICLE (fixture.item)), ==, APO_DAY_NONE);
  tear_down_one (&fixture);
}

/* The article says « Le 3 mai 2024 »: as if it hung on the date. */
static void
test_date_and_times (Fixture      *fixture,
                     gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  ApoTime *time = APO_TIME (get_item (fixture, APO_ITEM_TIME, 0));
  ApoEvent *event = APO_EVENT (get_item (fixture, APO_ITEM_EVENT, 0));
  ApoInterval month = apo_interval_of_month (2023, 4);
  g_autoptr (ApoFindings) times = apo_findings_new ();
  ApoFoundTime *found = apo_findings_add_time (times, find_span (fixture, "Le 3 mai 2024"),
                                               APO_TIME_DATE, "2023-04");
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_findings_add_time (times, find_span (fixture, "mardi"), APO_TIME_DATE, "2023-04-04");
  found->interval = found->range = month;
  found->edtf = g_strdup ("2023-04");
  apo_edit_set_date_and_times (fixture->history, article, apo_day_from_ymd (2023, 4, 9), times);
  apo_edit_check_end (check, "Date of the article");
  g_assert_cmpint (apo_article_get_date (article), ==, apo_day_from_ymd (2023, 4, 9));
  g_assert_cmpstr (apo_time_get_value (time), ==, "2023-04");
  g_assert_cmpint (apo_time_get_interval (time).earliest, ==, month.earliest);
  g_assert_cmpint (apo_event_get_interval (event).latest, ==, month.latest);
  g_assert_cmpint (apo_event_get_precision (event), ==, APO_PRECISION_MONTH);
  g_assert_cmpint (apo_event_get_origin (event), ==, APO_ORIGIN_AUTO);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_TIME), ==, 1);

  /* what the reader has dated stays */
  apo_history_undo (fixture->history);
  apo_edit_set_event_date (fixture->history, event, apo_interval_of_year (1999),
                           APO_PRECISION_YEAR);
  apo_edit_set_date_and_times (fixture->history, article, apo_day_from_ymd (2023, 4, 9), times);
  g_assert_cmpstr (apo_time_get_value (time), ==, "2023-04");
  g_assert_cmpint (apo_event_get_precision (event), ==, APO_PRECISION_YEAR);
  apo_edit_set_time (fixture->history, time, apo_interval_of_year (1998), APO_PRECISION_YEAR);
  apo_edit_set_date_and_times (fixture->history, article, apo_day_from_ymd (2023, 4, 10), times);
  g_assert_cmpstr (apo_time_get_value (time), ==, "1998");
}

/* A time that is known only now dates its event. */
static void
test_date_learned (Fixture      *fixture,
                   gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  ApoItem *time = get_item (fixture, APO_ITEM_TIME, 0);
  ApoItem *event = get_item (fixture, APO_ITEM_EVENT, 0);
  g_autoptr (ApoFindings) times = apo_findings_new ();
  ApoFoundTime *found = apo_findings_add_time (times, find_span (fixture, "Le 3 mai 2024"),
                                               APO_TIME_DATE, "2024-05-03");
  ApoDay day = apo_day_from_ymd (2024, 5, 3);

  apo_item_set_value (time, APO_TIME_FIELD_VALUE, g_variant_new_string ("XXXX-XX-XX"));
  apo_item_set_value (time, APO_TIME_FIELD_EARLIEST, g_variant_new_int32 (APO_DAY_NONE));
  apo_item_set_value (time, APO_TIME_FIELD_LATEST, g_variant_new_int32 (APO_DAY_NONE));
  apo_item_set_value (event, APO_EVENT_FIELD_PRECISION, g_variant_new_int32 (APO_PRECISION_VAGUE));
  found->interval = found->range = (ApoInterval) { day, day };
  apo_edit_set_date_and_times (fixture->history, article, day + 2, times);
  g_assert_cmpint (apo_event_get_precision (APO_EVENT (event)), ==, APO_PRECISION_DAY);
  g_assert_cmpint (apo_event_get_interval (APO_EVENT (event)).earliest, ==, day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/verdict", test_verdict);
  g_test_add_func ("/edit/place", test_place);
  g_test_add_func ("/edit/date", test_date);
  g_test_add ("/edit/date-and-times", Fixture, NULL, set_up, test_date_and_times, tear_down);
  g_test_add ("/edit/date-learned", Fixture, NULL, set_up, test_date_learned, tear_down);

  return g_test_run ();
}
