/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-renewal.h"

#include "apo-edit.h"
#include "apo-judged-sample.h"

#define CLAIM(fixture, i) APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, i))

static ApoRenewal *
renew (Fixture     *fixture,
       ApoFindings *findings)
{
  return apo_renewal_new (fixture->dossier, apo_dossier_get_article (fixture->dossier), findings,
                          NULL);
}

/* The same engine over the same text has nothing to say, whatever the reader did meanwhile. */
static void
assert_nothing (Fixture *fixture)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoRenewal) renewal = renew (fixture, findings);

  for (guint i = 0; i < apo_renewal_get_n_changes (renewal); i++)
    {
      const ApoRenewalChange *change = apo_renewal_get_change (renewal, i);

      g_test_message ("%d %s", change->kind, change->label);
      for (guint j = 0; j < change->fields->len; j++)
        g_test_message ("%s", g_array_index (change->fields, ApoRenewalField, j).key);
    }
  g_assert_cmpuint (apo_renewal_get_n_changes (renewal), ==, 0);
}

static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoRenewal) renewal = NULL;

  assert_nothing (fixture);
  renewal = renew (fixture, findings);
  g_assert_false (apo_history_execute (fixture->history, apo_renewal_apply (renewal, NULL)));
}

/* Every correction there is, one after the other; each survives. */
static void
test_survive (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GListStore) claims = g_list_store_new (APO_TYPE_CLAIM);
  g_autoptr (GListStore) actors = g_list_store_new (APO_TYPE_ACTOR);
  g_autoptr (GListStore) relations = g_list_store_new (APO_TYPE_RELATION);
  ApoSourceInfo source = { .title = "x", .consulted = APO_DAY_NONE };
  ApoHistory *history = fixture->history;
  ApoSpan span = find_span (fixture, "digue aurait cédé");
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoRenewal) renewal = NULL;
  guint second = 1;

  apo_edit_set_verdict (history, CLAIM (fixture, 0), APO_VERDICT_VERIFIED, NULL);
  assert_nothing (fixture);
  apo_edit_trim_claim (history, CLAIM (fixture, 1), 0, span);
  assert_nothing (fixture);
  apo_edit_set_speaker (history, CLAIM (fixture, 2), NULL);
  assert_nothing (fixture);
  apo_edit_split_claim (history, CLAIM (fixture, 1), span.start + 6);
  assert_nothing (fixture);
  g_list_store_append (claims, CLAIM (fixture, 1));
  g_list_store_append (claims, CLAIM (fixture, 2));
  apo_edit_join_claims (history, G_LIST_MODEL (claims));
  assert_nothing (fixture);
  apo_edit_add_claim (history, find_span (fixture, "ont signé"), NULL);
  assert_nothing (fixture);
  apo_edit_set_dismissed (history, APO_ITEM (CLAIM (fixture, 0)), TRUE);
  assert_nothing (fixture);
  apo_edit_rename_actor (history, APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, 1)), "Oslo");
  assert_nothing (fixture);
  apo_edit_set_time (history, APO_TIME (get_item (fixture, APO_ITEM_TIME, 0)),
                     apo_interval_of_year (2020), APO_PRECISION_YEAR);
  assert_nothing (fixture);
  apo_edit_set_event_label (history, APO_EVENT (get_item (fixture, APO_ITEM_EVENT, 0)), "traité");
  assert_nothing (fixture);
  g_list_store_append (relations, get_item (fixture, APO_ITEM_RELATION, 0));
  apo_edit_set_relation_kind (history, G_LIST_MODEL (relations), APO_RELATION_TRADE);
  assert_nothing (fixture);
  apo_edit_add_source (history, CLAIM (fixture, 1), &source);
  g_list_store_append (actors, get_item (fixture, APO_ITEM_ACTOR, 1));
  g_list_store_append (actors, get_item (fixture, APO_ITEM_ACTOR, 2));
  apo_edit_merge_actors (history, G_LIST_MODEL (actors), NULL);
  assert_nothing (fixture);
  apo_edit_split_actor (history, APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, 1)), &second, 1,
                        NULL);
  /* now that they are two again, they can have to do with one another */
  renewal = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_get_n_changes (renewal), ==, 1);
  g_assert_cmpint (apo_renewal_get_change (renewal, 0)->type, ==, APO_ITEM_RELATION);
  apo_history_execute (history, apo_renewal_apply (renewal, NULL));
  assert_nothing (fixture);
  apo_edit_set_dismissed (history, get_item (fixture, APO_ITEM_ACTOR, 0), TRUE);
  assert_nothing (fixture);
}

/* A claim within one that the reader judged or dismissed is a claim of its own. */
static void
test_nested (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  ApoFoundClaim *inner = apo_findings_add_claim (findings);
  ApoSpan outer = apo_claim_get_content (CLAIM (fixture, 0), &(guint) { 0 })[0];
  ApoSpan span = APO_SPAN (outer.start + 2, outer.end);
  g_autoptr (ApoRenewal) added = NULL;
  g_autoptr (ApoRenewal) judged = NULL;
  g_autoptr (ApoRenewal) dismissed = NULL;

  g_array_append_val (inner->content, span);
  inner->speaker = 1;
  added = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_get_n_changes (added), ==, 1);
  apo_history_execute (fixture->history, apo_renewal_apply (added, NULL));

  apo_edit_set_verdict (fixture->history, CLAIM (fixture, 0), APO_VERDICT_VERIFIED, NULL);
  judged = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_get_n_changes (judged), ==, 0);
  apo_edit_set_dismissed (fixture->history, APO_ITEM (CLAIM (fixture, 0)), TRUE);
  dismissed = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_get_n_changes (dismissed), ==, 0);
}

/* Another engine: another certainty, a new actor who makes a new claim, and one claim less. */
static ApoFindings *
make_findings (Fixture *fixture)
{
  ApoFindings *findings = apo_sample_findings_new ();
  ApoFoundActor *actor = apo_findings_add_actor (findings, "Syndicat", APO_ACTOR_ORGANISATION,
                                                 NULL);
  ApoFoundClaim *claim;
  ApoSpan span = find_span (fixture, "ont signé");

  apo_found_actor_add_mention (actor, find_span (fixture, "syndicat"), APO_MENTION_NAME);
  g_ptr_array_remove_index (findings->claims, 2);
  ((ApoFoundClaim *) findings->claims->pdata[1])->certainty = APO_CERTAINTY_HEDGED;
  claim = apo_findings_add_claim (findings);
  g_array_append_val (claim->content, span);
  claim->speaker = 3;

  return findings;
}

static int
find_change (ApoRenewal    *renewal,
             ApoRenewalKind kind,
             ApoItemType    type)
{
  for (guint i = 0; i < apo_renewal_get_n_changes (renewal); i++)
    {
      const ApoRenewalChange *change = apo_renewal_get_change (renewal, i);

      if (change->kind == kind && change->type == type)
        return i;
    }

  return -1;
}

static void
test_plan (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoFindings) findings = make_findings (fixture);
  g_autoptr (GBytes) before = apo_edit_check_state (fixture->dossier);
  g_autoptr (ApoRenewal) renewal = renew (fixture, findings);
  g_autoptr (GBytes) after = apo_edit_check_state (fixture->dossier);
  const ApoRenewalChange *change;
  const ApoRenewalField *field;

  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (apo_renewal_get_n_changes (renewal), ==, 4);
  g_assert_cmpuint (apo_renewal_count (renewal, APO_RENEWAL_ADDED), ==, 2);
  g_assert_cmpuint (apo_renewal_count_kept (renewal), ==, 0);
  change = apo_renewal_get_change (renewal, find_change (renewal, APO_RENEWAL_ADDED,
                                                         APO_ITEM_ACTOR));
  g_assert_cmpstr (change->label, ==, "Syndicat");
  change = apo_renewal_get_change (renewal, find_change (renewal, APO_RENEWAL_CHANGED,
                                                         APO_ITEM_CLAIM));
  g_assert_cmpstr (change->label, ==, "la digue aurait cédé dès mardi");
  g_assert_cmpuint (change->span.start, ==, find_words (fixture, "la digue aurait cédé dès mardi"));
  g_assert_cmpuint (change->fields->len, ==, 1);
  field = &g_array_index (change->fields, ApoRenewalField, 0);
  g_assert_cmpstr (field->key, ==, "certainty");
  g_assert_cmpstr (field->before, ==, "Asserted");
  g_assert_cmpstr (field->after, ==, "Hedged");
  change = apo_renewal_get_change (renewal, find_change (renewal, APO_RENEWAL_GONE,
                                                         APO_ITEM_CLAIM));
  g_assert_cmpstr (change->label, ==, "Nous n’avons rien promis");
}

/* A plan that is made in parts is the same. */
static void
test_parts (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoFindings) findings = make_findings (fixture);
  g_autoptr (ApoRenewal) whole = renew (fixture, findings);
  g_autoptr (ApoRenewal) parts =
    apo_renewal_begin (fixture->dossier, apo_dossier_get_article (fixture->dossier), findings,
                       NULL);
  g_autoptr (ApoRenewal) given_up =
    apo_renewal_begin (fixture->dossier, apo_dossier_get_article (fixture->dossier), findings,
                       NULL);
  guint n = 1;

  while (!apo_renewal_prepare (parts, 1))
    n++;
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (apo_renewal_get_n_changes (parts), ==, apo_renewal_get_n_changes (whole));
  for (guint i = 0; i < apo_renewal_get_n_changes (whole); i++)
    {
      g_assert_cmpint (apo_renewal_get_change (parts, i)->kind, ==,
                       apo_renewal_get_change (whole, i)->kind);
      g_assert_cmpstr (apo_renewal_get_change (parts, i)->label, ==,
                       apo_renewal_get_change (whole, i)->label);
    }
  g_assert_false (apo_renewal_prepare (given_up, 3));
}

static void
test_apply (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoFindings) findings = make_findings (fixture);
  g_autoptr (ApoRenewal) renewal = renew (fixture, findings);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_autoptr (ApoRenewal) again = NULL;

  apo_history_execute (fixture->history, apo_renewal_apply (renewal, NULL));
  apo_edit_check_end (check, "Analyse again");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 4);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 3);
  again = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_get_n_changes (again), ==, 0);
}

/* A new claim comes with the new actor who makes it; what is not chosen stays as it is. */
static void
test_choose (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (ApoFindings) findings = make_findings (fixture);
  g_autoptr (ApoRenewal) renewal = renew (fixture, findings);
  gboolean chosen[4] = { FALSE };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  chosen[find_change (renewal, APO_RENEWAL_ADDED, APO_ITEM_CLAIM)] = TRUE;
  apo_history_execute (fixture->history, apo_renewal_apply (renewal, chosen));
  apo_edit_check_end (check, "Analyse again");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 4);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 4);
  g_assert_cmpint (apo_claim_get_certainty (CLAIM (fixture, 1)), ==, APO_CERTAINTY_ASSERTED);
}

/* What the reader takes up while the list is shown is left alone. */
static void
test_meanwhile (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoFindings) findings = make_findings (fixture);
  g_autoptr (ApoRenewal) renewal = renew (fixture, findings);
  g_autoptr (ApoRenewal) again = NULL;

  apo_edit_set_verdict (fixture->history, CLAIM (fixture, 1), APO_VERDICT_MIXED, NULL);
  apo_edit_add_note (fixture->history, APO_ITEM (CLAIM (fixture, 2)), "Voir", NULL);
  again = renew (fixture, findings);
  g_assert_cmpuint (apo_renewal_count_kept (again), ==, 2);
  apo_history_execute (fixture->history, apo_renewal_apply (renewal, NULL));
  g_assert_cmpint (apo_claim_get_certainty (CLAIM (fixture, 1)), ==, APO_CERTAINTY_ASSERTED);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 4);
}

#define ADD(path, func) \
  g_test_add ("/renewal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("same", test_same);
  ADD ("survive", test_survive);
  ADD ("nested", test_nested);
  ADD ("plan", test_plan);
  ADD ("parts", test_parts);
  ADD ("apply", test_apply);
  ADD ("choose", test_choose);
  ADD ("meanwhile", test_meanwhile);

  return g_test_run ();
}
