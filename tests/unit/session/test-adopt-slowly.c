/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-sample-dossier.h"
#include "apo-session-adopt.h"
#include "apo-session-private.h"

/* Adopting in parts gives the same dossier as adopting at once, whatever is done meanwhile. */

#define N_SEEDS 150

/* What was found in the text, the part of it up to @end; equal calls find equal things, but for some
 * that a later pass sees in another way. */
static ApoFindings *
find (guint32 seed,
      guint   end,
      guint   pass)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  guint length = apo_text_get_length (apo_article_get_text (article));
  ApoFindings *findings = apo_findings_new ();

  findings->language = g_strdup ("fr");
  findings->fingerprint = end >= length ? g_strdup ("0badcafe") : NULL;
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Actor %u", i);
      ApoFoundActor *actor = apo_findings_add_actor (findings, name, i % 6, NULL);

      for (guint start = g_rand_int_range (rand, 0, 60); start + 5 < length;
           start += g_rand_int_range (rand, 20, 120))
        apo_found_actor_add_mention (actor, APO_SPAN (start, start + 5), APO_MENTION_NAME);
    }

  for (guint start = 0; start + 30 < length; start += g_rand_int_range (rand, 8, 40))
    {
      ApoSpan span = APO_SPAN (start, start + g_rand_int_range (rand, 6, 30));
      int actor = g_rand_int_range (rand, APO_FOUND_NONE, 8);
      int other = (actor + g_rand_int_range (rand, 1, 8)) % 8;
      guint32 whim = g_rand_int (rand);
      ApoFoundClaim *claim;
      ApoFoundTime *time;
      ApoFoundEvent *event;
      int index;

      if (span.start >= end)
        break;
      if (whim % 7 == pass)
        span.end += 3;
      time = apo_findings_add_time (findings, APO_SPAN (span.start, span.start + 4), APO_TIME_DATE,
                                    "2024-05-03");
      if (whim % 11 == pass)
        continue;
      claim = apo_findings_add_claim (findings);
      g_array_append_val (claim->content, span);
      claim->speaker = actor;
      claim->type = whim % 3;
      claim->reported_by = whim % 5 == 0 && findings->claims->len > 1 ? 0 : APO_FOUND_NONE;
      claim->statement_time = findings->times->len - 1;
      g_array_append_val (claim->about, other);
      event = apo_findings_add_event (findings, span, whim % 13 == pass ? "Other" : "Event");
      event->interval = time->interval;
      event->time = findings->times->len - 1;
      index = findings->claims->len - 1;
      g_array_append_val (event->claims, index);
      if (actor != APO_FOUND_NONE && other >= 0 && actor != other)
        apo_findings_add_relation (findings, actor, other, whim % 4);
    }

  return findings;
}

static ApoSession *
open_session (void)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoDossier) dossier = apo_dossier_new ("ttttt");
  g_autoptr (ApoHistory) history = apo_history_new (dossier);

  apo_dossier_insert (dossier, APO_ITEM (article), 0);

  return apo_session_new_for (dossier, history);
}

static void
assert_equal (ApoSession *one,
              ApoSession *other)
{
  g_autoptr (GBytes) a = apo_dossier_file_serialize (apo_session_get_dossier (one));
  g_autoptr (GBytes) b = apo_dossier_file_serialize (apo_session_get_dossier (other));

  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
  g_assert_cmpuint (apo_history_get_n_done (apo_session_get_history (one)), ==,
                    apo_history_get_n_done (apo_session_get_history (other)));
}

static void
adopt_at_once (ApoSession  *session,
               ApoFindings *findings,
               gboolean     whole)
{
  if (whole)
    apo_session_adopt_findings (session, findings);
  else
    apo_session_adopt_pass (session, findings);
}

/* What the reader does: something new, or a step back or forth; the same on equal dossiers. */
static void
work (ApoSession *session,
      guint32     seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ApoHistory *history = apo_session_get_history (session);
  guint choice = g_rand_int_range (rand, 0, 6);

  if (choice == 0 && apo_history_can_undo (history))
    apo_history_undo (history);
  else if (choice == 1 && apo_history_can_redo (history))
    apo_history_redo (history);
  else
    apo_history_execute (history,
                         apo_sample_command_new (apo_session_get_dossier (session), rand));
}

/* Works on @slow in the midst of the adoption, on @quick before it. */
static void
adopt_both (ApoSession  *quick,
            ApoSession  *slow,
            ApoFindings *findings,
            gboolean     whole,
            GRand       *rand,
            guint        n_works)
{
  g_autoptr (ApoSlowAdoption) adoption = apo_slow_adoption_new (slow, findings, whole);

  for (guint i = 0; i < n_works; i++)
    {
      guint32 seed = g_rand_int (rand);

      if (apo_slow_adoption_step (adoption, g_rand_int_range (rand, 1, 40)))
        {
          adopt_at_once (quick, findings, whole);
          assert_equal (quick, slow);
          return;
        }
      assert_equal (quick, slow);
      work (quick, seed);
      work (slow, seed);
    }

  while (!apo_slow_adoption_step (adoption, g_rand_int_range (rand, 1, 40)))
    assert_equal (quick, slow);
  adopt_at_once (quick, findings, whole);
  assert_equal (quick, slow);
}

static ApoItem *
get_item (ApoSession *session,
          ApoItemType type,
          guint       i)
{
  g_autoptr (ApoItem) item =
    g_list_model_get_item (apo_dossier_get_items (apo_session_get_dossier (session), type), i);

  g_assert_nonnull (item);

  return item;
}

/* All that was found, in its order, and nothing else. */
static void
assert_says (ApoSession  *session,
             ApoFindings *findings)
{
  const guint counts[] = {
    [APO_ITEM_ACTOR] = findings->actors->len, [APO_ITEM_CLAIM] = findings->claims->len,
    [APO_ITEM_TIME] = findings->times->len, [APO_ITEM_EVENT] = findings->events->len,
    [APO_ITEM_RELATION] = findings->relations->len,
  };
  guint n;

  for (guint type = APO_ITEM_ACTOR; type < G_N_ELEMENTS (counts); type++)
    g_assert_cmpuint (g_list_model_get_n_items (
                        apo_dossier_get_items (apo_session_get_dossier (session), type)),
                      ==, counts[type]);

  for (guint i = 0; i < findings->actors->len; i++)
    g_assert_cmpstr (apo_actor_get_name (APO_ACTOR (get_item (session, APO_ITEM_ACTOR, i))), ==,
                     ((ApoFoundActor *) findings->actors->pdata[i])->name);
  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *found = findings->claims->pdata[i];
      ApoClaim *claim = APO_CLAIM (get_item (session, APO_ITEM_CLAIM, i));
      const ApoSpan *content = apo_claim_get_content (claim, &n);

      g_assert_cmpmem (content, n * sizeof (ApoSpan), found->content->data,
                       found->content->len * sizeof (ApoSpan));
      g_assert_cmpint (apo_claim_get_claim_type (claim), ==, found->type);
      g_assert_cmpstr (apo_claim_get_reported_by (claim), ==,
                       found->reported_by == APO_FOUND_NONE ? "" :
                       apo_item_get_id (get_item (session, APO_ITEM_CLAIM, found->reported_by)));
      g_assert_cmpstr (apo_claim_get_speaker (claim), ==,
                       found->speaker == APO_FOUND_NONE ? "" :
                       apo_item_get_id (get_item (session, APO_ITEM_ACTOR, found->speaker)));
    }
  for (guint i = 0; i < findings->events->len; i++)
    {
      const ApoFoundEvent *found = findings->events->pdata[i];
      ApoEvent *event = APO_EVENT (get_item (session, APO_ITEM_EVENT, i));

      g_assert_cmpstr (apo_event_get_label (event), ==, found->label);
      g_assert_cmpstr (apo_event_get_time (event), ==,
                       apo_item_get_id (get_item (session, APO_ITEM_TIME, found->time)));
    }
}

static void
test_seeds (gconstpointer data)
{
  gboolean works = GPOINTER_TO_INT (data);

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ApoSession) quick = open_session ();
      g_autoptr (ApoSession) slow = open_session ();

      for (guint pass = 0; pass < 4; pass++)
        {
          g_autoptr (ApoFindings) findings = find (seed, pass < 3 ? pass * 100 : G_MAXUINT, pass);
          guint n_works = works && g_rand_int_range (rand, 0, 4) < (int) pass
                          ? g_rand_int_range (rand, 0, 6) : 0;

          adopt_both (quick, slow, findings, pass == 3, rand, n_works);
          if (!works)
            assert_says (slow, findings);
        }
      while (apo_history_can_undo (apo_session_get_history (slow)))
        {
          apo_history_undo (apo_session_get_history (quick));
          apo_history_undo (apo_session_get_history (slow));
        }
      assert_equal (quick, slow);
    }
}

/* What is given up half way has changed nothing, the counter of ids neither. */
static void
test_dropped (void)
{
  g_autoptr (ApoSession) session = open_session ();
  g_autoptr (ApoSession) untouched = open_session ();
  g_autoptr (ApoFindings) part = find (1, 100, 1);
  g_autoptr (ApoFindings) whole = find (1, G_MAXUINT, 2);

  for (guint n_steps = 1; n_steps < 30; n_steps++)
    {
      ApoSlowAdoption *adoption = apo_slow_adoption_new (session, part, FALSE);

      g_assert_false (apo_slow_adoption_step (adoption, n_steps / 2));
      g_assert_false (apo_slow_adoption_step (adoption, (n_steps + 1) / 2));
      apo_slow_adoption_free (adoption);
      assert_equal (session, untouched);
    }

  apo_session_adopt_findings (session, whole);
  apo_session_adopt_findings (untouched, whole);
  assert_equal (session, untouched);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
count_items_cb (GListModel *list,
                guint       position,
                guint       n_removed,
                guint       n_added,
                guint      *n)
{
  *n += n_removed + n_added;
}

/* What an earlier pass found already stays the same object, and nobody is told of it. */
static void
test_kept (void)
{
  g_autoptr (ApoSession) session = open_session ();
  ApoDossier *dossier = apo_session_get_dossier (session);
  g_autoptr (ApoFindings) part = find (5, 200, 100);
  g_autoptr (ApoFindings) whole = find (5, G_MAXUINT, 100);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_changed = 0;
  guint n_items = 0;

  apo_session_adopt_pass (session, part);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        g_ptr_array_add (kept, g_list_model_get_item (items, i));
      g_signal_connect (items, "items-changed", G_CALLBACK (count_items_cb), &n_items);
    }
  for (guint i = 0; i < kept->len; i++)
    g_signal_connect_swapped (kept->pdata[i], "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_cmpuint (kept->len, >, 20);

  apo_session_adopt_pass (session, part);
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_cmpuint (n_changed, ==, 0);

  apo_session_adopt_findings (session, whole);
  for (guint i = 0; i < kept->len; i++)
    g_assert_true (apo_dossier_lookup (dossier, apo_item_get_id (kept->pdata[i]))
                   == kept->pdata[i]);
  g_assert_cmpuint (n_changed, ==, 0);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    n_items -= g_list_model_get_n_items (apo_dossier_get_items (dossier, type));
  g_assert_cmpint ((int) n_items, ==, -(int) kept->len);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    g_signal_handlers_disconnect_by_data (apo_dossier_get_items (dossier, type), &n_items);
}

/* Who works all the time does not put the findings off for ever. */
static void
test_busy (void)
{
  g_autoptr (ApoSession) session = open_session ();
  g_autoptr (ApoFindings) whole = find (3, G_MAXUINT, 3);
  g_autoptr (ApoSlowAdoption) adoption = apo_slow_adoption_new (session, whole, TRUE);
  guint n = 0;

  do
    {
      ApoCommand *command = apo_command_new ("Title");
      g_autofree char *title = g_strdup_printf ("%u", n++);

      apo_command_set_field (command,
                             APO_ITEM (apo_dossier_get_article (apo_session_get_dossier (session))),
                             APO_ARTICLE_FIELD_TITLE, g_variant_new_string (title));
      apo_history_execute (apo_session_get_history (session), command);
      g_assert_cmpuint (n, <, 10);
    }
  while (!apo_slow_adoption_step (adoption, 1));

  g_assert_false (apo_session_needs_analysis (session));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/adopt-slowly/undisturbed", GINT_TO_POINTER (FALSE), test_seeds);
  g_test_add_data_func ("/adopt-slowly/disturbed", GINT_TO_POINTER (TRUE), test_seeds);
  g_test_add_func ("/adopt-slowly/dropped", test_dropped);
  g_test_add_func ("/adopt-slowly/kept", test_kept);
  g_test_add_func ("/adopt-slowly/busy", test_busy);

  return g_test_run ();
}
