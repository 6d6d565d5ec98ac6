/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <string.h>

#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-merge-item.h"
#include "apo-merge-row.h"
#include "apo-session-place.h"
#include "apo-settings.h"

/* A window with a dossier, and a copy on which somebody else has worked. */
typedef struct {
  GSettings *settings;
  ApoPlace *place;
  ApoWindow *window;
  GFile *copy;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoSession) session = apo_place_session_new ();
  g_autofree char *path = NULL;

  fixture->place = apo_place_new (NULL);
  path = apo_place_dup_path (fixture->place, "bob.apostille");
  fixture->copy = g_file_new_for_path (path);
  g_assert_true (apo_place_save (session, fixture->place->file, TRUE, NULL));
  fixture->settings = apo_settings_new ();
  fixture->window = window_sample_new (fixture->settings, fixture->place->store);
  window_sample_open (fixture->window, fixture->place->file);
  window_sample_iterate ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->copy);
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
get_verdict (Fixture *fixture,
             guint    i)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (apo_dossier_get_items (dossier,
                                                                             APO_ITEM_CLAIM), i);

  return apo_claim_get_verdict (claim);
}

/* Both judge two claims otherwise; a third is judged by Bob alone. */
static void
work_apart (Fixture *fixture)
{
  g_autoptr (ApoSession) bob = apo_place_open (fixture->place->file, TRUE, NULL);

  judge_as (bob, 0, APO_VERDICT_REFUTED, "Bob");
  judge_as (bob, 1, APO_VERDICT_MIXED, "Bob");
  judge_as (bob, 2, APO_VERDICT_OUTDATED, "Bob");
  g_assert_true (apo_place_save (bob, fixture->copy, FALSE, NULL));
  judge_as (fixture->window->session, 0, APO_VERDICT_VERIFIED, "Ana");
  judge_as (fixture->window->session, 1, APO_VERDICT_VERIFIED, "Ana");
}

static gboolean
is_open (Fixture *fixture)
{
  return g_strcmp0 (apo_desk_get_pane (fixture->window->desk), "merge") == 0;
}

static void
merge_file (Fixture *fixture,
            GFile   *file)
{
  apo_window_merge_file (fixture->window, file);
  while (fixture->window->merge_source != 0)
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

/* The first widget of a type below @widget, in the order of the tree. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static GtkWidget *
find_child (GtkWidget  *widget,
            GType       type,
            const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, type, name));
}

static const char *
get_text (Fixture    *fixture,
          const char *name)
{
  return gtk_label_get_text (GTK_LABEL (find_child (GTK_WIDGET (fixture->window->merge_review),
                                                    APO_TYPE_MERGE_REVIEW, name)));
}

static ApoMergeSide
get_side (Fixture *fixture,
          guint    i)
{
  GListModel *conflicts = apo_merge_review_get_conflicts (fixture->window->merge_review);
  g_autoptr (ApoMergeItem) item = g_list_model_get_item (conflicts, i);

  return apo_merge_item_get_side (item);
}

/* All but the places in the graph, which a layout sets whenever it is ready. */
static GBytes *
take_state (Fixture *fixture)
{
  apo_dossier_set_view_state (apo_session_get_dossier (fixture->window->session),
                              "graph-positions", NULL);

  return apo_place_serialize (fixture->window->session);
}

static void
assert_equal (GBytes *a,
              GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

/* The first conflict is settled in its row, the other stays as it is; then it is done, undone and
 * done again. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *review = GTK_WIDGET (fixture->window->merge_review);
  GtkWidget *row;
  GtkWidget *theirs;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;

  work_apart (fixture);
  before = take_state (fixture);
  merge_file (fixture, fixture->copy);
  g_assert_true (is_open (fixture));
  g_assert_cmpstr (get_text (fixture, "name"), ==, "bob.apostille");
  g_assert_cmpstr (get_text (fixture, "summary"), ==, "1 verdict comes in; 2 conflicts.");
  g_assert_true (g_str_has_prefix (get_text (fixture, "basis"), "Compared with the version"));
  g_assert_cmpint (get_side (fixture, 0), ==, APO_MERGE_MINE);

  row = find_widget (review, APO_TYPE_MERGE_ROW);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  theirs = find_child (row, APO_TYPE_MERGE_ROW, "theirs");
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (theirs),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_signal_emit_by_name (theirs, "clicked");
  g_assert_cmpint (get_side (fixture, 0), ==, APO_MERGE_THEIRS);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (theirs)));
  undone = take_state (fixture);
  assert_equal (before, undone);

  gtk_widget_activate_action (review, "merge.apply", NULL);
  g_assert_false (is_open (fixture));
  g_assert_cmpint (get_verdict (fixture, 0), ==, APO_VERDICT_REFUTED);
  g_assert_cmpint (get_verdict (fixture, 1), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture, 2), ==, APO_VERDICT_OUTDATED);
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->window->toast), "bob.apostille"));
  g_assert_cmpstr (adw_toast_get_action_name (fixture->window->toast), ==, "win.undo");

  after = take_state (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_clear_pointer (&undone, g_bytes_unref);
  undone = take_state (fixture);
  assert_equal (before, undone);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  redone = take_state (fixture);
  assert_equal (after, redone);
}

/* All at once; what was settled outlives a change of the dossier, which may bring a conflict more. */
static void
test_all (Fixture      *fixture,
          gconstpointer data)
{
  GtkWidget *review = GTK_WIDGET (fixture->window->merge_review);
  GListModel *conflicts = apo_merge_review_get_conflicts (fixture->window->merge_review);

  work_apart (fixture);
  merge_file (fixture, fixture->copy);
  gtk_widget_activate_action (review, "merge.settle-all", "s", "theirs");
  g_assert_cmpint (get_side (fixture, 0), ==, APO_MERGE_THEIRS);
  g_assert_cmpint (get_side (fixture, 1), ==, APO_MERGE_THEIRS);

  judge_as (fixture->window->session, 2, APO_VERDICT_MIXED, "Ana");
  while (g_list_model_get_n_items (conflicts) < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_side (fixture, 0), ==, APO_MERGE_THEIRS);
  g_assert_cmpint (get_side (fixture, 2), ==, APO_MERGE_MINE);

  gtk_widget_activate_action (review, "merge.settle-all", "s", "mine");
  gtk_widget_activate_action (review, "merge.apply", NULL);
  g_assert_cmpint (get_verdict (fixture, 0), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture, 2), ==, APO_VERDICT_MIXED);
}

/* A review waits while the reader looks elsewhere, and changes nothing when it is given up. */
static void
test_give_up (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *review = GTK_WIDGET (fixture->window->merge_review);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (ApoItem) claim = NULL;

  work_apart (fixture);
  before = take_state (fixture);
  merge_file (fixture, fixture->copy);
  claim = g_list_model_get_item (apo_dossier_get_items (apo_session_get_dossier
                                                        (fixture->window->session),
                                                        APO_ITEM_CLAIM), 1);
  gtk_widget_activate_action (review, "merge.show-item", "s", apo_item_get_id (claim));
  g_assert_cmpstr (apo_focus_get_selected (fixture->window->focus), ==, apo_item_get_id (claim));

  apo_desk_set_pane (fixture->window->desk, NULL);
  g_assert_true (apo_merge_review_is_waiting (fixture->window->merge_review));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.merge-copy", NULL);
  g_assert_true (is_open (fixture));
  gtk_widget_activate_action (review, "merge.give-up", NULL);
  g_assert_false (is_open (fixture));
  g_assert_false (apo_merge_review_is_waiting (fixture->window->merge_review));
  g_assert_null (fixture->window->toast);
  after = take_state (fixture);
  assert_equal (before, after);
}

/* A copy with nothing new says so. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (g_file_copy (fixture->place->file, fixture->copy, 0, NULL, NULL, NULL, NULL));
  judge_as (fixture->window->session, 0, APO_VERDICT_VERIFIED, "Ana");
  merge_file (fixture, fixture->copy);
  g_assert_true (is_open (fixture));
  g_assert_cmpstr (get_text (fixture, "summary"), ==,
                   "Nothing new: all that is in this copy is here already.");
  g_assert_false (gtk_widget_get_visible (find_child (GTK_WIDGET (fixture->window->merge_review),
                                                      APO_TYPE_MERGE_REVIEW, "apply")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->merge_review), "merge.give-up", NULL);
  g_assert_false (is_open (fixture));
}

/* What cannot be merged is a sentence, and no pane opens. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  merge_file (fixture, fixture->place->file);
  g_assert_false (is_open (fixture));
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->window->toast), "is open here"));
  merge_file (fixture, fixture->copy);
  g_assert_false (is_open (fixture));
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->window->toast), "does not exist"));
}

/* What another program has written is compared; once it came in, it can be saved. */
static void
test_compare (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (ApoSession) other = apo_place_open (fixture->place->file, FALSE, NULL);
  AdwMessageDialog *dialog;

  judge_as (fixture->window->session, 0, APO_VERDICT_VERIFIED, "Ana");
  judge_as (other, 1, APO_VERDICT_REFUTED, "Bob");
  g_assert_true (apo_place_save (other, NULL, FALSE, NULL));
  while (!gtk_revealer_get_reveal_child (fixture->window->file_bar))
    {
      apo_session_check_file (fixture->window->session);
      g_main_context_iteration (NULL, TRUE);
    }

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.settle-file", NULL);
  dialog = window_sample_find_dialog ();
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, "compare");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  while (fixture->window->merge_source != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_open (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->merge_review), "merge.apply", NULL);
  g_assert_cmpint (get_verdict (fixture, 0), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture, 1), ==, APO_VERDICT_REFUTED);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->file_bar));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (window_sample_find_dialog ());
  g_assert_false (apo_session_is_changed (fixture->window->session));
}

#define ADD(name, func) g_test_add ("/merge-window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);
  /* Some versions of libadwaita measure the heading of their dialog too narrowly, and say so. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  ADD ("merge", test_merge);
  ADD ("all", test_all);
  ADD ("give-up", test_give_up);
  ADD ("nothing", test_nothing);
  ADD ("refused", test_refused);
  ADD ("compare", test_compare);

  return window_sample_run ();
}
