/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-claim-filter.h"
#include "apo-edit.h"
#include "index-sample.h"

static guint
count_matches (IndexSample    *sample,
               ApoClaimFilter *filter)
{
  GListModel *claims = apo_dossier_get_items (sample->dossier, APO_ITEM_CLAIM);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    n += gtk_filter_match (GTK_FILTER (filter), index_sample_get_claim (sample, i));

  return n;
}

static void
test_query (IndexSample  *sample,
           gconstpointer user_data)
{
  static const ApoVerdict verdicts[] = {
    APO_VERDICT_VERIFIED, APO_VERDICT_MOSTLY_VERIFIED, APO_VERDICT_REFUTED, APO_VERDICT_OUTDATED,
    APO_VERDICT_NOT_CHECKABLE,
  };
  static const struct {
    ApoClaimQuery query;
    guint n;
  } cases[] = {
    { { 0 }, 7 },
    { { .verdicts = 1u << APO_VERDICT_GROUP_NONE }, 2 },
    { { .verdicts = 1u << APO_VERDICT_GROUP_VERIFIED }, 2 },
    { { .verdicts = 1u << APO_VERDICT_GROUP_MIXED }, 0 },
    { { .verdicts = 1u << APO_VERDICT_GROUP_OPEN | 1u << APO_VERDICT_GROUP_OUTSIDE }, 2 },
    { { .certainties = 1u << APO_CERTAINTY_PREDICTION }, 2 },
    { { .statuses = 1u << APO_STATUS_DONE }, 5 },
    { { .only_dismissed = TRUE }, 1 },
  };
  g_autoptr (ApoClaimFilter) filter = apo_claim_filter_new ();

  apo_claim_filter_set_dossier (filter, sample->dossier);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, i), verdicts[i], "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      apo_claim_filter_set_query (filter, &cases[i].query);
      g_assert_cmpuint (count_matches (sample, filter), ==, cases[i].n);
      g_assert_true (apo_claim_query_equal (apo_claim_filter_get_query (filter),
                                            &cases[i].query));
    }
}

/* Who makes a claim and whom it is about are two things. */
static void
test_actors (IndexSample  *sample,
             gconstpointer user_data)
{
  g_autoptr (ApoClaimFilter) filter = apo_claim_filter_new ();
  char *linden = (char *) apo_item_get_id (APO_ITEM (index_sample_get_actor (sample,
                                                                             "Mara Linden")));
  char *norland = (char *) apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, "Norland")));
  const struct {
    ApoClaimQuery query;
    guint n;
  } cases[] = {
    { { .speaker = linden }, 5 },
    { { .nobody = TRUE }, 1 },
    { { .about = norland }, 2 },
    { { .about = linden }, 0 },
    { { .speaker = linden, .about = norland }, 2 },
    { { .actor = norland }, 2 },
  };

  apo_claim_filter_set_dossier (filter, sample->dossier);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      apo_claim_filter_set_query (filter, &cases[i].query);
      g_assert_cmpuint (count_matches (sample, filter), ==, cases[i].n);
    }
}

static void
test_search (IndexSample  *sample,
             gconstpointer user_data)
{
  static const struct {
    const char *search;
    guint n;
  } cases[] = {
    { "", 7 },
    { "   ", 7 },
    { "HARBOUR", 2 },           /* once in a passage, once in the name of a speaker */
    { "mara linden", 5 },
    { "has\u00a0the", 1 },
    { "ministry's", 0 },        /* was dismissed */
    { "no such words", 0 },
  };
  g_autoptr (ApoClaimFilter) filter = apo_claim_filter_new ();

  apo_claim_filter_set_dossier (filter, sample->dossier);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].search);
      apo_claim_filter_set_search (filter, cases[i].search);
      g_assert_cmpuint (count_matches (sample, filter), ==, cases[i].n);
    }
}

static void
count_cb (GtkFilter      *filter,
          GtkFilterChange change,
          guint          *n)
{
  (*n)++;
}

/* What the dossier says anew is searched anew. */
static void
test_follows_dossier (IndexSample  *sample,
                      gconstpointer user_data)
{
  g_autoptr (ApoClaimFilter) filter = apo_claim_filter_new ();
  ApoCommand *command = apo_command_new ("Rename");
  guint n_changes = 0;

  apo_claim_filter_set_dossier (filter, sample->dossier);
  apo_claim_filter_set_search (filter, "quill");
  g_assert_cmpuint (count_matches (sample, filter), ==, 0);

  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &n_changes);
  apo_command_set_field (command, APO_ITEM (index_sample_get_actor (sample, "Harbour Board")),
                         APO_ACTOR_FIELD_NAME, g_variant_new_string ("Quill & Sons"));
  apo_history_execute (sample->history, command);

  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (count_matches (sample, filter), ==, 1);
}

/* Claims have to belong to the basis, dismissed ones need not. */
static void
test_basis (IndexSample  *sample,
            gconstpointer user_data)
{
  g_autoptr (ApoClaimFilter) filter = apo_claim_filter_new ();
  g_autoptr (ApoFocus) focus = apo_focus_new (sample->dossier);
  g_autoptr (ApoBasis) verified = apo_basis_new (APO_BASIS_VERIFIED, NULL);
  const ApoClaimQuery dismissed = { .only_dismissed = TRUE };
  guint n_changes = 0;

  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_VERIFIED,
                        "");
  apo_claim_filter_set_dossier (filter, sample->dossier);
  apo_claim_filter_set_focus (filter, focus);
  g_assert_cmpuint (count_matches (sample, filter), ==, 7);

  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &n_changes);
  apo_focus_set_basis (focus, verified);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (count_matches (sample, filter), ==, 1);

  apo_claim_filter_set_query (filter, &dismissed);
  g_assert_cmpuint (count_matches (sample, filter), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/claim-filter/query", test_query);
  ADD ("/claim-filter/actors", test_actors);
  ADD ("/claim-filter/search", test_search);
  ADD ("/claim-filter/basis", test_basis);
  ADD ("/claim-filter/follows-dossier", test_follows_dossier);
#undef ADD

  return g_test_run ();
}
