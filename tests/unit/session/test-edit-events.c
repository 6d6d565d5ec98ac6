/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-events.h"

#include "apo-edit-dismiss.h"
#include "apo-judged-sample.h"

#define ACTOR(fixture, i)    APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, i))
#define EVENT(fixture, i)    APO_EVENT (get_item (fixture, APO_ITEM_EVENT, i))
#define ID(item)             apo_item_get_id (APO_ITEM (item))

static void
assert_interval (ApoInterval interval,
                 ApoDay      earliest,
                 ApoDay      latest)
{
  g_assert_cmpint (interval.earliest, ==, earliest);
  g_assert_cmpint (interval.latest, ==, latest);
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  ApoDay day = apo_day_from_ymd (2024, 5, 3);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  ApoSpan span = find_span (fixture, "Oslo et Lisbonne ont signé ");
  ApoEvent *event;

  apo_edit_add_event (fixture->history, span, NULL);
  apo_edit_check_end (check, "New event");
  event = EVENT (fixture, 1);
  g_assert_cmpstr (apo_event_get_label (event), ==, "Oslo et Lisbonne ont signé");
  g_assert_cmpint (apo_event_get_origin (event), ==, APO_ORIGIN_MANUAL);
  assert_interval (apo_event_get_interval (event), day, day);
  g_assert_cmpint (apo_event_get_precision (event), ==, APO_PRECISION_DAY);
  g_assert_true (apo_item_refers_to (APO_ITEM (event), APO_EVENT_FIELD_ACTORS,
                                     ID (ACTOR (fixture, 1))));

  /* inside a claim, where there is no date */
  span = find_span (fixture, "digue aurait cédé");
  event = apo_edit_add_event (fixture->history, span, "rupture");
  g_assert_cmpstr (apo_event_get_label (event), ==, "rupture");
  g_assert_true (apo_item_refers_to (APO_ITEM (event), APO_EVENT_FIELD_CLAIMS,
                                     ID (get_item (fixture, APO_ITEM_CLAIM, 1))));
  g_assert_cmpint (apo_event_get_precision (event), ==, APO_PRECISION_NONE);
  g_assert_null (apo_edit_add_event (fixture->history, find_span (fixture, "\n\n"), NULL));
}

static void
test_change (Fixture      *fixture,
             gconstpointer data)
{
  ApoEvent *event = EVENT (fixture, 0);
  ApoInterval may = apo_interval_of_month (2024, 5);
  g_autoptr (GListStore) one = g_list_store_new (APO_TYPE_ACTOR);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_event_date (fixture->history, event, may, APO_PRECISION_MONTH);
  apo_edit_check_end (check, "Date of accord");
  assert_interval (apo_event_get_interval (event), may.earliest, may.latest);
  g_assert_cmpint (apo_event_get_origin (event), ==, APO_ORIGIN_EDITED);
  apo_edit_set_event_date (fixture->history, event, may, APO_PRECISION_MONTH);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_event_label (fixture->history, event, "a");
  apo_edit_check_end (check, "Words of an event");
  apo_edit_set_event_label (fixture->history, event, "ac");
  apo_edit_set_event_label (fixture->history, event, "acc");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 3);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_event_certainty (fixture->history, event, APO_CERTAINTY_HEDGED);
  apo_edit_check_end (check, "Certainty: Hedged");
  g_list_store_append (one, ACTOR (fixture, 0));
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_event_actors (fixture->history, event, G_LIST_MODEL (one));
  apo_edit_check_end (check, "Actors of an event");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_dismissed (fixture->history, APO_ITEM (event), TRUE);
  apo_edit_check_end (check, "Dismiss 1 event");
}

typedef struct {
  ApoInterval interval;
  const char *value;
} TimeCase;

/* A time that is put right takes the event with it that the program had dated by it. */
static void
test_time (Fixture      *fixture,
           gconstpointer data)
{
  const TimeCase cases[] = {
    { apo_interval_of_month (2023, 12), "2023-12" },
    { apo_interval_of_year (2023), "2023" },
    { { apo_day_from_ymd (2023, 5, 3), apo_day_from_ymd (2023, 5, 3) }, "2023-05-03" },
    { { apo_day_from_ymd (2023, 5, 3), apo_day_from_ymd (2023, 6, 1) }, "2023-05-03/2023-06-01" },
  };
  ApoTime *time = APO_TIME (get_item (fixture, APO_ITEM_TIME, 0));
  ApoInterval last = cases[3].interval;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoEditCheck *check = apo_edit_check_begin (fixture->history);

      apo_edit_set_time (fixture->history, time, cases[i].interval, APO_PRECISION_MONTH);
      apo_edit_check_end (check, "Date of “Le 3 mai 2024”");
      g_assert_cmpstr (apo_time_get_value (time), ==, cases[i].value);
      assert_interval (apo_event_get_interval (EVENT (fixture, 0)), cases[i].interval.earliest,
                       cases[i].interval.latest);
    }
  g_assert_cmpint (apo_time_get_origin (time), ==, APO_ORIGIN_EDITED);
  g_assert_cmpint (apo_event_get_origin (EVENT (fixture, 0)), ==, APO_ORIGIN_AUTO);

  /* but not one that the reader has dated */
  apo_edit_set_event_date (fixture->history, EVENT (fixture, 0), apo_interval_of_year (1999),
                           APO_PRECISION_YEAR);
  apo_edit_set_time (fixture->history, time, APO_INTERVAL_NONE, APO_PRECISION_NONE);
  g_assert_cmpint (apo_day_get_year (apo_event_get_interval (EVENT (fixture, 0)).earliest), ==,
                   1999);
  apo_history_undo (fixture->history);
  assert_interval (apo_time_get_interval (time), last.earliest, last.latest);
}

#define ADD(path, func) \
  g_test_add ("/edit-events/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("time", test_time);

  return g_test_run ();
}
