/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-relations.h"

#include "apo-edit-dismiss.h"
#include "apo-judged-sample.h"

#define ACTOR(fixture, i)    APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, i))
#define RELATION(fixture, i) APO_RELATION (get_item (fixture, APO_ITEM_RELATION, i))
#define ID(item)             apo_item_get_id (APO_ITEM (item))

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  ApoRelation *relation;
  guint n;

  apo_edit_add_relation (fixture->history, ACTOR (fixture, 0), ACTOR (fixture, 1),
                         APO_RELATION_PRESSURE, find_span (fixture, " la digue aurait cédé "));
  apo_edit_check_end (check, "New relation: Odile Carrère – Norvège");
  relation = RELATION (fixture, 0);
  g_assert_cmpstr (apo_relation_get_from (relation), ==, ID (ACTOR (fixture, 0)));
  g_assert_true (apo_relation_is_directed (relation));
  g_assert_cmpint (apo_relation_get_origin (relation), ==, APO_ORIGIN_MANUAL);
  g_assert_true (apo_item_refers_to (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS,
                                     ID (get_item (fixture, APO_ITEM_CLAIM, 1))));
  apo_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (apo_edit_add_relation (fixture->history, ACTOR (fixture, 0), ACTOR (fixture, 0),
                                        APO_RELATION_TRADE, APO_SPAN (0, 0)));
  relation = apo_edit_add_relation (fixture->history, ACTOR (fixture, 0), ACTOR (fixture, 2),
                                    APO_RELATION_TRADE, APO_SPAN (0, 0));
  apo_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Several of them change in one step, and what is so already is left alone. */
static void
test_change (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GListStore) relations = g_list_store_new (APO_TYPE_RELATION);
  GListModel *all = G_LIST_MODEL (relations);
  ApoRelation *first = apo_edit_add_relation (fixture->history, ACTOR (fixture, 0),
                                              ACTOR (fixture, 2), APO_RELATION_TRADE,
                                              APO_SPAN (0, 0));
  ApoRelation *second = apo_edit_add_relation (fixture->history, ACTOR (fixture, 1),
                                               ACTOR (fixture, 2), APO_RELATION_CONFLICT,
                                               APO_SPAN (0, 0));
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  guint n_done;

  g_list_store_append (relations, first);
  g_list_store_append (relations, second);
  apo_edit_set_relation_kind (fixture->history, all, APO_RELATION_SUPPORT);
  apo_edit_check_end (check, "Relation: support");
  g_assert_true (apo_relation_is_directed (first));
  g_assert_cmpint (apo_relation_get_kind (second), ==, APO_RELATION_SUPPORT);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_turn_relation (fixture->history, all);
  apo_edit_check_end (check, "Direction of a relation");
  g_assert_cmpstr (apo_relation_get_to (first), ==, ID (ACTOR (fixture, 0)));
  g_assert_cmpstr (apo_relation_get_from (second), ==, ID (ACTOR (fixture, 2)));
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_relation_directed (fixture->history, all, FALSE);
  apo_edit_check_end (check, "Direction of a relation");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_relation_certainty (fixture->history, all, APO_CERTAINTY_DENIED);
  apo_edit_check_end (check, "Certainty: Denied");
  n_done = apo_history_get_n_done (fixture->history);
  apo_edit_set_relation_kind (fixture->history, all, APO_RELATION_SUPPORT);
  apo_edit_set_relation_directed (fixture->history, all, FALSE);
  apo_edit_set_relation_certainty (fixture->history, all, APO_CERTAINTY_DENIED);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, n_done);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_all_dismissed (fixture->history, all, TRUE);
  apo_edit_check_end (check, "Dismiss 2 relations");
}

/* One that was found and gets a passage by hand is the reader's from then on. */
static void
test_evidence (Fixture      *fixture,
               gconstpointer data)
{
  ApoRelation *relation = RELATION (fixture, 0);
  ApoSpan span = find_span (fixture, " la digue aurait cédé ");
  ApoEditCheck *check;
  const ApoSpan *spans;
  guint before;
  guint n;

  apo_relation_get_evidence (relation, &before);
  g_assert_cmpint (apo_relation_get_origin (relation), ==, APO_ORIGIN_AUTO);
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (apo_edit_add_evidence (fixture->history, relation, span));
  apo_edit_check_end (check, "Passage of a relation");
  spans = apo_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, before + 1);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (spans[i - 1].start, <=, spans[i].start);
  g_assert_true (apo_item_refers_to (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS,
                                     ID (get_item (fixture, APO_ITEM_CLAIM, 1))));
  g_assert_cmpint (apo_relation_get_origin (relation), ==, APO_ORIGIN_EDITED);

  g_assert_false (apo_edit_add_evidence (fixture->history, relation, span));
  g_assert_false (apo_edit_add_evidence (fixture->history, relation,
                                         find_span (fixture, "\n\n")));
}

#define ADD(path, func) \
  g_test_add ("/edit-relations/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("evidence", test_evidence);

  return g_test_run ();
}
