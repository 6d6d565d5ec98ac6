/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>

#include "apo-moment.h"
#include "apo-preferences.h"
#include "apo-session-place.h"
#include "apo-settings.h"

typedef struct {
  GSettings *settings;
  ApoPlace *place;
  ApoWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoSession) session = apo_place_session_new ();

  fixture->place = apo_place_new (NULL);
  g_assert_true (apo_place_save (session, fixture->place->file, TRUE, NULL));
  fixture->settings = apo_settings_new ();
  fixture->window = window_sample_new (fixture->settings, fixture->place->store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (window_sample_get_application ()));

  for (GList *l = windows; l != NULL; l = l->next)
    if (APO_IS_WINDOW (l->data))
      gtk_window_destroy (l->data);
  window_sample_iterate ();
  g_clear_object (&fixture->settings);
  apo_place_free (fixture->place);
}

static void
open_file (Fixture *fixture)
{
  window_sample_open (fixture->window, fixture->place->file);
  window_sample_iterate ();
}

static void
answer (const char *id)
{
  g_autoptr (AdwMessageDialog) dialog = window_sample_find_dialog ();

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, id);
  gtk_window_destroy (GTK_WINDOW (dialog));
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

static ApoVerdict
get_verdict (ApoWindow *window,
             guint      i)
{
  ApoDossier *dossier = apo_session_get_dossier (window->session);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (apo_dossier_get_items (dossier,
                                                                             APO_ITEM_CLAIM), i);

  return apo_claim_get_verdict (claim);
}

static char *
dup_menu_label (Fixture *fixture,
                int      position)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (fixture->window->history_menu), position,
                                   G_MENU_ATTRIBUTE_LABEL, "s", &label);

  return label;
}

/* Buttons and menu name the step; the list goes to any of them. */
static void
test_history (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *list;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  GtkSelectionModel *model;

  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->window->session, 1, APO_VERDICT_DISPUTED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_test_accessible_assert_property (fixture->window->undo_button,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo: Verdict: Verified");
  gtk_test_accessible_assert_property (fixture->window->redo_button,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Redo: Verdict: Disputed");
  undo = dup_menu_label (fixture, 0);
  redo = dup_menu_label (fixture, 1);
  g_assert_cmpstr (undo, ==, "Undo: Verdict: Verified");
  g_assert_cmpstr (redo, ==, "Redo: Verdict: Disputed");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-history", NULL);
  window_sample_iterate ();
  list = find_widget (GTK_WIDGET (fixture->window->history_popover), GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_get_mapped (list));
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Steps, the latest first");
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_true (gtk_selection_model_is_selected (model, 1));

  g_signal_emit_by_name (list, "activate", 2);
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_NONE);
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture->window, 1), ==, APO_VERDICT_DISPUTED);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  gtk_popover_popdown (GTK_POPOVER (fixture->window->history_popover));
  window_sample_iterate ();
}

/* The spin button below @widget that is called so. */
static GtkWidget *
find_spin (GtkWidget  *widget,
           const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_SPIN_BUTTON (widget))
    {
      g_autofree char *wrong =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            name);

      if (wrong == NULL)
        found = widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_spin (child, name);

  return found;
}

/* The preferences say how many earlier versions are kept. */
static void
test_preferences (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *preferences = NULL;
  GListModel *toplevels = gtk_window_get_toplevels ();

  g_assert_cmpint (g_settings_get_int (fixture->settings, "backups"), ==, 5);
  apo_preferences_present (GTK_WINDOW (fixture->window), fixture->settings, NULL);
  window_sample_iterate ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_PREFERENCES_WINDOW (toplevel))
        preferences = toplevel;
    }
  g_assert_nonnull (preferences);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_spin (preferences, "Number of earlier versions")),
                             7);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_spin (preferences,
                                                         "Days to keep earlier versions")),
                             30);
  apo_preferences_apply_keeping (fixture->settings, fixture->place->store);
  g_assert_cmpuint (apo_store_get_n_backups (fixture->place->store), ==, 7);
  g_assert_cmpuint (apo_store_get_n_days (fixture->place->store), ==, 30);
  gtk_window_destroy (GTK_WINDOW (preferences));
  g_settings_reset (fixture->settings, "backups");
  g_settings_reset (fixture->settings, "backup-days");
}

/* What a program that died has left of the file and of an article without one. */
static GPtrArray *
leave_changes (Fixture   *fixture,
               ApoStore **crashed)
{
  g_autoptr (ApoSession) other = apo_place_session_new ();

  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  apo_place_judge (fixture->window->session, 1, APO_VERDICT_DISPUTED);
  g_assert_true (apo_session_flush (fixture->window->session));
  apo_session_keep (other, fixture->place->store);
  apo_place_judge (other, 2, APO_VERDICT_MIXED);
  g_assert_true (apo_session_flush (other));
  *crashed = apo_place_crash (fixture->place);
  apo_session_discard (other);
  apo_session_discard (fixture->window->session);
  apo_window_close_session (fixture->window);

  return apo_recovery_list (*crashed);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->window->recovery_bar), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_sample_iterate ();
}

static gboolean
offers (Fixture *fixture)
{
  GtkWidget *revealer = find_widget (GTK_WIDGET (fixture->window->recovery_bar),
                                     GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static const char *
get_sentence (Fixture *fixture)
{
  GtkWidget *label = find_widget (GTK_WIDGET (fixture->window->recovery_bar), GTK_TYPE_LABEL);

  return gtk_label_get_text (GTK_LABEL (label));
}

/* Both are offered, one after the other: one is thrown away, one comes back. */
static void
test_recovery (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ApoStore) crashed = NULL;
  g_autoptr (GPtrArray) recoveries = leave_changes (fixture, &crashed);

  g_assert_false (offers (fixture));
  g_assert_cmpuint (recoveries->len, ==, 2);
  apo_window_offer_recoveries (fixture->window, recoveries);
  g_assert_true (offers (fixture));
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "1 change of “"));

  click (fixture, "_Discard…");
  answer ("cancel");
  g_assert_cmpuint (recoveries->len, ==, 2);
  click (fixture, "_Discard…");
  answer ("accept");
  g_assert_cmpuint (recoveries->len, ==, 1);
  g_assert_true (g_str_has_prefix (get_sentence (fixture), "2 changes of “port.apostille” from "));

  click (fixture, "_Show");
  g_assert_nonnull (find_widget (GTK_WIDGET (window_sample_find_dialog ()), GTK_TYPE_LIST_VIEW));
  answer ("recover");
  while (fixture->window->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
  g_assert_false (offers (fixture));
  g_assert_true (apo_session_is_changed (fixture->window->session));
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (get_verdict (fixture->window, 1), ==, APO_VERDICT_DISPUTED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (get_verdict (fixture->window, 1), ==, APO_VERDICT_NONE);

  /* a key was pressed once too often */
  click (fixture, "_Recover");
  click (fixture, "_Show");
  click (fixture, "_Discard…");
  g_assert_null (window_sample_find_dialog ());
}

/* What another program writes into the file is the dossier with another verdict. */
static void
change_on_disk (Fixture *fixture)
{
  g_autoptr (ApoSession) theirs = apo_place_open (fixture->place->file, FALSE, NULL);

  apo_place_judge (theirs, 1, APO_VERDICT_REFUTED);
  apo_place_judge (theirs, 2, APO_VERDICT_REFUTED);
  g_assert_true (apo_place_save (theirs, fixture->place->file, TRUE, NULL));
  while (!gtk_revealer_get_reveal_child (fixture->window->file_bar))
    {
      apo_session_check_file (fixture->window->session);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_changed_mine (Fixture      *fixture,
                   gconstpointer data)
{
  open_file (fixture);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->file_bar));
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  change_on_disk (fixture);
  g_assert_cmpstr (gtk_label_get_text (fixture->window->file_label), ==,
                   "“port.apostille” was changed by another program.");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  answer ("cancel");
  g_assert_true (apo_session_is_changed (fixture->window->session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  answer ("mine");
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (apo_session_is_changed (fixture->window->session));
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->file_bar));
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_VERIFIED);
}

static void
test_changed_theirs (Fixture      *fixture,
                     gconstpointer data)
{
  ApoSession *mine;

  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  change_on_disk (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.settle-file", NULL);
  mine = fixture->window->session;
  answer ("theirs");
  while (fixture->window->session == mine || fixture->window->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->file_bar));
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_NONE);
  g_assert_cmpint (get_verdict (fixture->window, 2), ==, APO_VERDICT_REFUTED);
}

/* Where theirs cannot be opened, mine stays. */
static void
test_changed_unreadable (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->place->file);
  ApoSession *mine;

  open_file (fixture);
  mine = fixture->window->session;
  apo_place_judge (mine, 0, APO_VERDICT_VERIFIED);
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.settle-file", NULL);
  answer ("theirs");
  while (fixture->window->toast == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (fixture->window->session == mine);
  g_assert_true (apo_session_is_changed (mine));
}

/* What the reader throws away at the end is not offered again. */
static void
test_close_discard (Fixture      *fixture,
                    gconstpointer data)
{
  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  g_assert_true (apo_session_flush (fixture->window->session));
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 1);
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("discard");
  g_assert_null (gtk_application_get_windows (window_sample_get_application ()));
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 0);
}

static void
test_removed (Fixture      *fixture,
              gconstpointer data)
{
  open_file (fixture);
  g_assert_true (g_file_delete (fixture->place->file, NULL, NULL));
  while (!gtk_revealer_get_reveal_child (fixture->window->file_bar))
    {
      apo_session_check_file (fixture->window->session);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (gtk_label_get_text (fixture->window->file_label), ==,
                   "“port.apostille” was removed by another program.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  answer ("mine");
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_query_exists (fixture->place->file, NULL));
}

/* Who has no lock gets a copy, or nothing. */
static void
test_elsewhere (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoSession) other = apo_place_open (fixture->place->file, FALSE, NULL);

  apo_session_keep (other, fixture->place->store);
  open_file (fixture);
  g_assert_null (fixture->window->session);
  answer ("cancel");
  g_assert_null (fixture->window->session);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "start");

  open_file (fixture);
  answer ("copy");
  while (fixture->window->session == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (apo_session_get_file (fixture->window->session));
}

static ApoWindow *
find_other_window (Fixture *fixture)
{
  GList *windows = gtk_application_get_windows (window_sample_get_application ());

  for (GList *l = windows; l != NULL; l = l->next)
    if (APO_IS_WINDOW (l->data) && l->data != fixture->window)
      return l->data;

  return NULL;
}

static void
test_versions (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *row;
  ApoWindow *other;

  open_file (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-versions", NULL);
  answer ("cancel");

  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-versions", NULL);
  window_sample_iterate ();
  row = find_widget (GTK_WIDGET (window_sample_find_dialog ()), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_null (window_sample_find_dialog ());

  while (find_other_window (fixture) == NULL
         || apo_window_get_session (find_other_window (fixture)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  other = find_other_window (fixture);
  g_assert_cmpint (get_verdict (other, 0), ==, APO_VERDICT_NONE);
  g_assert_null (apo_session_get_file (other->session));
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_VERIFIED);
}

static void
test_forget (Fixture      *fixture,
             gconstpointer data)
{
  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save", NULL);
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (apo_place_count (fixture->place->data, ".apostille"), >, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forget-dossier", NULL);
  answer ("cancel");
  g_assert_nonnull (fixture->window->session);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.forget-dossier", NULL);
  answer ("accept");
  g_assert_null (fixture->window->session);
  g_assert_cmpuint (apo_place_count (fixture->place->data, ".apostille"), ==, 0);
  g_assert_cmpuint (apo_place_count (fixture->place->state, ".journal"), ==, 0);
  g_assert_true (g_file_query_exists (fixture->place->file, NULL));
}

/* Where the journal cannot be written the reader is told, and works on. */
static void
test_problem (Fixture      *fixture,
              gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->place->state, "not a folder", -1, NULL));
  open_file (fixture);
  apo_place_judge (fixture->window->session, 0, APO_VERDICT_VERIFIED);
  while (fixture->window->toast == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->window->toast), "port.apostille"));
  g_assert_cmpint (get_verdict (fixture->window, 0), ==, APO_VERDICT_VERIFIED);
  g_unlink (fixture->place->state);
}

/* The hour of today; another day is named. */
static void
test_moment (void)
{
  g_autoptr (GDateTime) evening = g_date_time_new_local (2026, 5, 3, 22, 14, 0);
  gint64 time = g_date_time_to_unix (evening) * G_USEC_PER_SEC;
  g_autofree char *today = apo_moment_dup_label (time, time + G_USEC_PER_SEC);
  g_autofree char *later = apo_moment_dup_label (time, time + G_TIME_SPAN_DAY);

  g_assert_cmpstr (today, ==, "22:14");
  g_assert_cmpstr (later, ==, "3 May 2026, 22:14");
}

/* What is said in quick succession is said in the same place. */
static void
test_toasts (Fixture      *fixture,
             gconstpointer data)
{
  AdwToast *first;

  apo_window_show_toast (fixture->window, "One <thing>", "Do it", "win.save");
  first = fixture->window->toast;
  g_assert_cmpstr (adw_toast_get_title (first), ==, "One &lt;thing&gt;");
  g_assert_cmpstr (adw_toast_get_button_label (first), ==, "Do it");
  for (guint i = 0; i < 20; i++)
    {
      apo_window_show_toast (fixture->window, "Another", NULL, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (fixture->window->toast == first);
  g_assert_cmpstr (adw_toast_get_title (first), ==, "Another");
  g_assert_null (adw_toast_get_button_label (first));
  g_assert_null (adw_toast_get_action_name (first));
}

#define ADD(name, func) g_test_add ("/keeping/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);
  /* Some versions of libadwaita measure the heading of their dialog too narrowly, and say so. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  ADD ("history", test_history);
  ADD ("recovery", test_recovery);
  ADD ("changed-mine", test_changed_mine);
  ADD ("changed-theirs", test_changed_theirs);
  ADD ("changed-unreadable", test_changed_unreadable);
  ADD ("close-discard", test_close_discard);
  ADD ("removed", test_removed);
  ADD ("elsewhere", test_elsewhere);
  ADD ("versions", test_versions);
  ADD ("preferences", test_preferences);
  ADD ("forget", test_forget);
  ADD ("problem", test_problem);
  ADD ("toasts", test_toasts);
  g_test_add_func ("/keeping/moment", test_moment);

  return window_sample_run ();
}
