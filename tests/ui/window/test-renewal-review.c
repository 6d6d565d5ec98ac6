/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include "apo-edit.h"
#include "apo-edit-check.h"
#include "apo-renewal-item.h"
#include "apo-renewal-row.h"
#include "apo-session-place.h"
#include "apo-settings.h"

/* The review by itself, of findings that differ from those of the dossier. */
typedef struct {
  ApoSession *session;
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFindings *findings;
  GtkWidget *window;
  ApoRenewalReview *review;
  guint n_ready;
  guint n_listed;
  guint n_done;
  guint n_changes;
} Fixture;

static ApoItem *
get_item (Fixture    *fixture,
          ApoItemType type,
          guint       i)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (fixture->dossier, type),
                                                    i);

  return item;
}

static guint
count_items (Fixture    *fixture,
             ApoItemType type)
{
  return g_list_model_get_n_items (apo_dossier_get_items (fixture->dossier, type));
}

/* Another engine: a new actor, another certainty of a claim, and one claim less. */
static ApoFindings *
make_findings (void)
{
  ApoFindings *findings = apo_sample_findings_new ();

  apo_findings_add_actor (findings, "Syndicat", APO_ACTOR_ORGANISATION, NULL);
  g_ptr_array_remove_index (findings->claims, 2);
  ((ApoFoundClaim *) findings->claims->pdata[1])->certainty = APO_CERTAINTY_HEDGED;

  return findings;
}

static void
ready_cb (Fixture *fixture,
          guint    n_changes)
{
  fixture->n_ready++;
  fixture->n_listed = n_changes;
}

static void
done_cb (Fixture *fixture,
         guint    n_changes)
{
  fixture->n_done++;
  fixture->n_changes = n_changes;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = apo_place_session_new ();
  fixture->dossier = apo_session_get_dossier (fixture->session);
  fixture->history = apo_session_get_history (fixture->session);
  fixture->findings = make_findings ();
  fixture->window = gtk_window_new ();
  fixture->review = APO_RENEWAL_REVIEW (apo_renewal_review_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->review));
  apo_renewal_review_set_session (fixture->review, fixture->session);
  g_signal_connect_swapped (fixture->review, "ready", G_CALLBACK (ready_cb), fixture);
  g_signal_connect_swapped (fixture->review, "done", G_CALLBACK (done_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_object_unref (fixture->findings);
  g_assert_finalize_object (fixture->session);
}

static guint
count_listed (Fixture *fixture)
{
  return g_list_model_get_n_items (apo_renewal_review_get_items (fixture->review));
}

/* Shows the findings, and waits until they are listed. */
static guint
take (Fixture *fixture)
{
  guint n_ready = fixture->n_ready;

  apo_renewal_review_take_findings (fixture->review, fixture->findings);
  while (fixture->n_ready == n_ready)
    g_main_context_iteration (NULL, TRUE);

  return fixture->n_listed;
}

/* Where in the list the change of that kind to an item of that type is. */
static guint
find_change (Fixture       *fixture,
             ApoRenewalKind kind,
             ApoItemType    type)
{
  for (guint i = 0; i < count_listed (fixture); i++)
    {
      g_autoptr (ApoRenewalItem) item =
        g_list_model_get_item (apo_renewal_review_get_items (fixture->review), i);
      const ApoRenewalChange *change = apo_renewal_item_get_change (item);

      if (change != NULL && change->kind == kind && change->type == type)
        return i;
    }

  g_assert_not_reached ();
}

static void
choose (Fixture *fixture,
        guint    position,
        gboolean chosen)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.choose", "(ub)",
                                             position, chosen));
}

static void
assert_title (Fixture    *fixture,
              guint       position,
              const char *title,
              const char *fields)
{
  g_autoptr (ApoRenewalItem) item =
    g_list_model_get_item (apo_renewal_review_get_items (fixture->review), position);
  g_autofree char *own_title = apo_renewal_item_dup_title (item);
  g_autofree char *own_fields = apo_renewal_item_dup_fields (item);

  g_assert_cmpstr (own_title, ==, title);
  g_assert_cmpstr (own_fields, ==, fields);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Looking changes nothing; a heading for each kind, and what would become of each field. */
static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) before = apo_edit_check_state (fixture->dossier);
  g_autoptr (GBytes) after = NULL;
  GtkWidget *row;

  g_assert_cmpuint (take (fixture), ==, 3);
  after = apo_edit_check_state (fixture->dossier);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (apo_renewal_review_is_waiting (fixture->review));

  g_assert_cmpuint (count_listed (fixture), ==, 6);
  assert_title (fixture, 0, "Found in addition: 1 actor", "");
  assert_title (fixture, 1, "Syndicat", "");
  assert_title (fixture, 2, "Read differently: 1 claim", "");
  assert_title (fixture, 3, "la digue aurait cédé dès mardi", "Certainty: Asserted → Hedged");
  assert_title (fixture, 4, "No longer found: 1 claim", "");
  assert_title (fixture, 5, "Nous n’avons rien promis", "");

  gtk_test_widget_wait_for_draw (fixture->window);
  row = find_widget (GTK_WIDGET (fixture->review), APO_TYPE_RENEWAL_ROW);
  gtk_test_accessible_assert_property (find_widget (row, GTK_TYPE_CHECK_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Found in addition: 1 actor");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Found in addition: 1 actor");
}

static void
test_apply (Fixture      *fixture,
            gconstpointer data)
{
  ApoEditCheck *check;

  take (fixture);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  apo_edit_check_end (check, "Analyse again");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 4);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 2);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_false (apo_renewal_review_is_waiting (fixture->review));
  g_assert_cmpuint (take (fixture), ==, 0);
}

/* Only what is chosen is done: one by one, by the heading, or all and none. */
static void
test_choose (Fixture      *fixture,
             gconstpointer data)
{
  ApoClaim *claim = APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 1));
  ApoEditCheck *check;
  guint changed;

  take (fixture);
  changed = find_change (fixture, APO_RENEWAL_CHANGED, APO_ITEM_CLAIM);
  choose (fixture, 0, FALSE);
  choose (fixture, changed, FALSE);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  apo_edit_check_end (check, "Analyse again");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 3);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 2);
  g_assert_cmpint (apo_claim_get_certainty (claim), ==, APO_CERTAINTY_ASSERTED);

  apo_history_undo (fixture->history);
  take (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.choose-all", "b", FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  g_assert_true (apo_renewal_review_is_waiting (fixture->review));
  choose (fixture, changed, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 3);
  g_assert_cmpint (apo_claim_get_certainty (APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 1))), ==,
                   APO_CERTAINTY_HEDGED);
}

static void
wait_for (Fixture *fixture,
          guint    n_listed)
{
  while (count_listed (fixture) != n_listed)
    g_main_context_iteration (NULL, TRUE);
}

/* What the reader puts right while the list is shown is kept and said to be; choices stay. */
static void
test_meanwhile (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *kept = NULL;
  guint gone;

  take (fixture);
  gone = find_change (fixture, APO_RENEWAL_GONE, APO_ITEM_CLAIM);
  choose (fixture, gone, FALSE);
  apo_edit_set_verdict (fixture->history, APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 1)),
                        APO_VERDICT_MIXED, NULL);
  /* the plan is an old one until the new one is there */
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  wait_for (fixture, 4);
  kept = apo_renewal_review_dup_kept (fixture->review);
  g_assert_cmpstr (kept, ==, "1 entry that you have made, changed or judged is kept.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->review), "renewal.apply", NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, 3);
  g_assert_cmpint (apo_claim_get_certainty (APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 1))), ==,
                   APO_CERTAINTY_ASSERTED);
}

/* What was seen from another day is not taken. */
static void
test_stale (Fixture      *fixture,
            gconstpointer data)
{
  take (fixture);
  apo_edit_set_date (fixture->history, apo_dossier_get_article (fixture->dossier),
                     apo_day_from_ymd (2001, 2, 3));
  wait_for (fixture, 0);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_false (apo_renewal_review_is_waiting (fixture->review));
}

/* In a window: the engine reads again, the pane opens, and one step does and undoes all of it. */
static void
test_window (void)
{
  g_autoptr (GSettings) settings = apo_settings_new ();
  g_autoptr (ApoSession) session = apo_place_session_new ();
  g_autoptr (ApoPlace) place = apo_place_new (NULL);
  ApoWindow *window;
  ApoDossier *dossier;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;

  g_assert_true (apo_place_save (session, place->file, TRUE, NULL));
  window = window_sample_new (settings, place->store);
  window_sample_open (window, place->file);
  window_sample_iterate ();
  dossier = apo_session_get_dossier (window->session);
  before = apo_edit_check_state (dossier);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.analyse", NULL);
  while (g_strcmp0 (apo_desk_get_pane (window->desk), "renewal") != 0)
    g_main_context_iteration (NULL, TRUE);
  after = apo_edit_check_state (dossier);
  g_assert_true (g_bytes_equal (before, after));

  gtk_widget_activate_action (GTK_WIDGET (window->renewal_review), "renewal.apply", NULL);
  g_assert_null (apo_desk_get_pane (window->desk));
  g_assert_cmpstr (apo_history_get_undo_name (apo_session_get_history (window->session)), ==,
                   "Analyse again");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  undone = apo_edit_check_state (dossier);
  g_assert_true (g_bytes_equal (before, undone));

  gtk_window_destroy (GTK_WINDOW (window));
  window_sample_iterate ();
}

#define ADD(path, func) \
  g_test_add ("/renewal-review/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  window_sample_init (&argc, &argv);

  ADD ("list", test_list);
  ADD ("apply", test_apply);
  ADD ("choose", test_choose);
  ADD ("meanwhile", test_meanwhile);
  ADD ("stale", test_stale);
  g_test_add_func ("/renewal-review/window", test_window);

  return window_sample_run ();
}
