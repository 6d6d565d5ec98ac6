/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>

#include "apo-desk-private.h"
#include "apo-edit.h"
#include "apo-settings.h"

typedef struct {
  GSettings *settings;
  ApoWindow *window;
  char *dir;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("apostille-test-XXXXXX", NULL);
  fixture->settings = apo_settings_new ();
  fixture->window = window_sample_new (fixture->settings, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  fixture->window->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_clear_object (&fixture->settings);
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *content,
            gssize      length)
{
  char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return path;
}

static void
open_path (Fixture    *fixture,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  window_sample_open (fixture->window, file);
}

static void
open_sample (Fixture *fixture)
{
  apo_window_open_sample (fixture->window);
  g_assert_nonnull (apo_window_get_session (fixture->window));
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (fixture->window->stack);
}

static void
test_start (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (apo_window_is_empty (fixture->window));
  g_assert_cmpstr (get_page (fixture), ==, "start");
  g_assert_false (gtk_widget_get_visible (fixture->window->undo_button));
}

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  ApoDossier *dossier;

  open_sample (fixture);
  dossier = apo_session_get_dossier (apo_window_get_session (fixture->window));
  g_assert_cmpstr (get_page (fixture), ==, "desk");
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_CLAIM)), >,
                    5);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ACTOR)), >,
                    3);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   apo_article_get_title (apo_dossier_get_article (dossier)));
  g_assert_false (apo_session_is_changed (apo_window_get_session (fixture->window)));
}

/* Whatever can't be opened gives one sentence with the name of the file, and no session. */
static void
test_errors (Fixture      *fixture,
             gconstpointer data)
{
  static const struct {
    const char *name;
    const char *content;
    gssize length;
  } table[] = {
    { "empty.txt", "", 0 },
    { "binary.txt", "\177ELF\1\0\0\0\0\0\1\2\3\4\0\0\0", 17 },
    { "truncated.apostille", "{\"format\": \"apostille-dossier\", \"ver", -1 },
    { "newer.apostille", "{\"format\": \"apostille-dossier\", \"version\": 99}", -1 },
    { "list.apostille", "[1, 2, 3]", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = write_file (fixture, table[i].name, table[i].content,
                                          table[i].length);
      const char *said;

      open_path (fixture, path);
      said = adw_status_page_get_description (fixture->window->error_page);
      g_assert_null (apo_window_get_session (fixture->window));
      g_assert_cmpstr (get_page (fixture), ==, "error");
      g_assert_nonnull (strstr (said, table[i].name));
      g_unlink (path);
    }
}

static void
wait_for_save (Fixture *fixture)
{
  ApoSession *session = apo_window_get_session (fixture->window);

  while (apo_session_is_changed (session))
    g_main_context_iteration (NULL, TRUE);
}

/* From anywhere, the keys for the selected actor lead to its card; with none, a sentence says so. */
static void
test_actor_keys (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *panel = GTK_WIDGET (fixture->window->desk->actors);
  g_autoptr (ApoActor) actor = NULL;

  open_sample (fixture);
  actor = g_list_model_get_item (
    apo_dossier_get_items (apo_session_get_dossier (fixture->window->session), APO_ITEM_ACTOR), 0);
  gtk_widget_activate_action (window, "win.edit-actor", "s", "actor.rename");
  g_assert_nonnull (fixture->window->toast);
  g_assert_nonnull (strstr (adw_toast_get_title (fixture->window->toast), "Choose an actor"));

  apo_focus_select (fixture->window->focus, apo_item_get_id (APO_ITEM (actor)));
  gtk_widget_activate_action (window, "win.show-index", "s", "claims");
  gtk_widget_activate_action (window, "win.edit-actor", "s", "actor.rename");
  window_sample_iterate ();
  g_assert_true (gtk_widget_get_mapped (panel));
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (window))));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), panel));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window)))),
                   ==, apo_actor_get_name (actor));
}

/* A verdict, undone, done again, saved, opened again. */
static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  ApoSession *session;
  GListModel *claims;
  g_autofree char *path = g_build_filename (fixture->dir, "a.apostille", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ApoClaim) claim = NULL;
  g_autoptr (ApoClaim) reopened = NULL;
  g_autoptr (GFile) folder = NULL;

  open_sample (fixture);
  g_assert_null (apo_window_dup_folder (fixture->window));
  g_assert_false (gtk_widget_is_sensitive (fixture->window->undo_button));
  g_assert_false (gtk_widget_is_sensitive (fixture->window->redo_button));
  session = apo_window_get_session (fixture->window);
  claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  claim = g_list_model_get_item (claims, 0);

  apo_focus_select (fixture->window->focus, apo_item_get_id (APO_ITEM (claim)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.verdict", "s", "disputed");
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_DISPUTED);
  g_assert_true (apo_session_is_changed (session));
  g_assert_true (gtk_widget_is_sensitive (fixture->window->undo_button));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_NONE);
  g_assert_false (apo_session_is_changed (session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_DISPUTED);

  apo_session_save_async (session, file, TRUE, NULL, NULL, NULL);
  wait_for_save (fixture);
  open_path (fixture, path);
  folder = apo_window_dup_folder (fixture->window);
  g_assert_cmpstr (g_file_peek_path (folder), ==, fixture->dir);
  session = apo_window_get_session (fixture->window);
  claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  reopened = g_list_model_get_item (claims, 0);
  g_assert_true (reopened != claim);
  g_assert_cmpint (apo_claim_get_verdict (reopened), ==, APO_VERDICT_DISPUTED);
  g_assert_false (apo_analysis_is_running (fixture->window->analysis));
  g_unlink (path);
}

/* Unsaved changes keep the window open until the reader has decided. */
/* Who judges is written down, by the name of the preferences. */
static void
test_signed (Fixture      *fixture,
             gconstpointer data)
{
  GListModel *claims;
  g_autoptr (ApoClaim) claim = NULL;
  GVariant *log;
  const char *by;

  open_sample (fixture);
  claims = apo_dossier_get_items (apo_session_get_dossier (fixture->window->session),
                                  APO_ITEM_CLAIM);
  claim = g_list_model_get_item (claims, 0);
  g_settings_set_string (fixture->settings, "author", "Odile");
  apo_focus_select (fixture->window->focus, apo_item_get_id (APO_ITEM (claim)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.verdict", "s", "disputed");
  log = apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_LOG);
  g_variant_get_child (log, 0, "(xii&s&s)", NULL, NULL, NULL, &by, NULL);
  g_assert_cmpstr (by, ==, "Odile");
  g_settings_reset (fixture->settings, "author");
}

static void
test_close_asks (Fixture      *fixture,
                 gconstpointer data)
{
  ApoSession *session;
  g_autoptr (ApoClaim) claim = NULL;
  GLogLevelFlags fatal;

  open_sample (fixture);
  session = apo_window_get_session (fixture->window);
  claim = g_list_model_get_item (apo_dossier_get_items (apo_session_get_dossier (session),
                                                        APO_ITEM_CLAIM), 0);
  g_assert_false (apo_window_close_request (fixture->window));
  /* Some versions of libadwaita measure the heading of their dialog too narrowly, and say so. */
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  apo_edit_set_verdict (apo_session_get_history (session), claim, APO_VERDICT_VERIFIED, "");
  g_assert_true (apo_window_close_request (fixture->window));

  g_assert_nonnull (window_sample_find_dialog ());
  adw_message_dialog_response (window_sample_find_dialog (), "cancel");
  gtk_window_destroy (GTK_WINDOW (window_sample_find_dialog ()));
  window_sample_iterate ();
  g_log_set_always_fatal (fatal);
  g_assert_nonnull (apo_window_get_session (fixture->window));
}

/* Each window has its dossier, its title and its questions. */
static void
test_two_windows (Fixture      *fixture,
                  gconstpointer data)
{
  ApoWindow *other;
  GtkWindow *dialog;
  g_autoptr (ApoClaim) claim = NULL;
  GLogLevelFlags fatal;

  open_sample (fixture);
  other = apo_window_get_empty (fixture->window);
  g_assert_true (other != fixture->window);
  apo_window_open_text (other, "Another text, which nobody has read so far.");
  while (apo_analysis_is_running (other->analysis))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (apo_window_get_session (other) != apo_window_get_session (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (other)), !=,
                   gtk_window_get_title (GTK_WINDOW (fixture->window)));

  claim = g_list_model_get_item (
    apo_dossier_get_items (apo_session_get_dossier (fixture->window->session), APO_ITEM_CLAIM), 0);
  fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK);
  apo_edit_set_verdict (apo_session_get_history (fixture->window->session), claim,
                        APO_VERDICT_VERIFIED, "");
  g_assert_false (apo_session_is_changed (other->session));
  g_assert_true (apo_window_close_request (fixture->window));
  dialog = GTK_WINDOW (window_sample_find_dialog ());
  g_assert_true (gtk_window_get_modal (dialog));
  g_assert_true (gtk_window_get_group (dialog)
                 == gtk_window_get_group (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_window_get_group (dialog) != gtk_window_get_group (GTK_WINDOW (other)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (dialog);
  window_sample_iterate ();
  g_log_set_always_fatal (fatal);

  other->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (other));
}

/* Every width has its arrangement, and each fits. */
static void
test_widths (Fixture      *fixture,
             gconstpointer data)
{
  static const struct {
    int width;
    ApoDeskMode mode;
  } table[] = {
    { 1280, APO_DESK_WIDE }, { 1000, APO_DESK_MEDIUM }, { 400, APO_DESK_NARROW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ApoWindow *window;

      g_settings_set_int (fixture->settings, "window-width", table[i].width);
      window = apo_window_new (window_sample_get_application (), fixture->settings, NULL);
      apo_window_open_sample (window);
      gtk_window_present (GTK_WINDOW (window));
      while (gtk_widget_get_width (GTK_WIDGET (window->desk)) == 0)
        g_main_context_iteration (NULL, TRUE);
      window_sample_iterate ();
      g_assert_cmpint (apo_desk_get_mode (window->desk), ==, table[i].mode);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->desk)), <=, table[i].width);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_settings_reset (fixture->settings, "window-width");
}

/* A pane takes the place of graph and timeline; Back, and Escape before all else, close it. */
static void
test_pane (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *pane = gtk_label_new ("Pane");
  GtkWidget *graph;
  g_autofree char *name = NULL;
  ApoDesk *desk;
  GListModel *claims;
  g_autoptr (ApoItem) claim = NULL;

  open_sample (fixture);
  claims = apo_dossier_get_items (apo_session_get_dossier (fixture->window->session),
                                  APO_ITEM_CLAIM);
  claim = g_list_model_get_item (claims, 0);
  desk = fixture->window->desk;
  graph = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (desk), APO_TYPE_DESK, "graph"));
  apo_desk_add_pane (desk, "test", pane);
  g_assert_null (apo_desk_get_pane (desk));

  apo_desk_set_pane (desk, "test");
  g_object_get (desk, "pane", &name, NULL);
  g_assert_cmpstr (name, ==, "test");
  g_assert_true (gtk_widget_get_child_visible (pane));
  apo_desk_set_panel (desk, APO_PANEL_TIMELINE);
  g_assert_true ((apo_desk_get_pane (desk) != NULL)
                 == (apo_desk_get_mode (desk) == APO_DESK_WIDE));

  apo_desk_set_pane (desk, "test");
  gtk_widget_activate_action (pane, "desk.close-pane", NULL);
  g_assert_null (apo_desk_get_pane (desk));
  g_assert_true (gtk_widget_get_visible (graph) == (apo_desk_get_mode (desk) == APO_DESK_WIDE));

  apo_focus_select (fixture->window->focus, apo_item_get_id (claim));
  apo_desk_set_pane (desk, "test");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.clear-selection", NULL);
  g_assert_null (apo_desk_get_pane (desk));
  g_assert_nonnull (apo_focus_get_selected (fixture->window->focus));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.clear-selection", NULL);
  g_assert_null (apo_focus_get_selected (fixture->window->focus));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static gboolean
is_focus_in (Fixture   *fixture,
             GtkWidget *widget)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The first page and the text take the keyboard when they come; a list takes it by its key, and from
 * row to row it goes along with what is selected. */
static void
test_focus (Fixture      *fixture,
            gconstpointer data)
{
  ApoDesk *desk = fixture->window->desk;
  GtkWidget *first;

  g_assert_true (GTK_IS_BUTTON (get_focus (fixture)));
  g_assert_true (is_focus_in (fixture, GTK_WIDGET (fixture->window->start_page)));

  open_sample (fixture);
  window_sample_iterate ();
  g_assert_true (get_focus (fixture) == apo_reader_get_view (apo_desk_get_reader (desk)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-index", "s", "claims");
  first = get_focus (fixture);
  g_assert_nonnull (gtk_widget_get_ancestor (first, GTK_TYPE_LIST_VIEW));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.next-claim", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.next-claim", NULL);
  while (get_focus (fixture) == first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (GTK_IS_LIST_VIEW (gtk_widget_get_parent (get_focus (fixture))));
  g_assert_true ((gtk_widget_get_state_flags (get_focus (fixture)) & GTK_STATE_FLAG_SELECTED) != 0);

  /* where there is nothing to go through, letters must not land in an entry */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-index", "s", "notes");
  g_assert_false (GTK_IS_EDITABLE (get_focus (fixture)));
}

/* A pane is one of the panels that the keyboard goes through. */
static void
test_focus_pane (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *pane;

  open_sample (fixture);
  window_sample_iterate ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace-text", NULL);
  pane = GTK_WIDGET (fixture->window->replace_review);
  g_assert_true (is_focus_in (fixture, pane));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.next-panel", NULL);
  g_assert_false (is_focus_in (fixture, pane));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.previous-panel", NULL);
  g_assert_true (is_focus_in (fixture, pane));
}

/* What closes gives the keyboard back, wherever in it that was. */
static void
test_focus_popover (Fixture      *fixture,
                    gconstpointer data)
{
  GtkWidget *button = GTK_WIDGET (fixture->window->history_button);
  GtkWidget *popover;
  ApoSession *session;
  g_autoptr (ApoClaim) claim = NULL;

  open_sample (fixture);
  session = apo_window_get_session (fixture->window);
  claim = g_list_model_get_item (apo_dossier_get_items (apo_session_get_dossier (session),
                                                        APO_ITEM_CLAIM), 0);
  apo_edit_set_verdict (apo_session_get_history (session), claim, APO_VERDICT_VERIFIED, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  window_sample_iterate ();
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD));
  g_assert_true (is_focus_in (fixture, popover));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  window_sample_iterate ();
  g_assert_false (is_focus_in (fixture, popover));
  g_assert_true (is_focus_in (fixture, button));
}

#define ADD(name, func) g_test_add ("/window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

  ADD ("start", test_start);
  ADD ("sample", test_sample);
  ADD ("errors", test_errors);
  ADD ("actor-keys", test_actor_keys);
  ADD ("round-trip", test_round_trip);
  ADD ("signed", test_signed);
  ADD ("close-asks", test_close_asks);
  ADD ("two-windows", test_two_windows);
  ADD ("widths", test_widths);
  ADD ("pane", test_pane);
  ADD ("focus", test_focus);
  ADD ("focus/pane", test_focus_pane);
  ADD ("focus/popover", test_focus_popover);

  return window_sample_run ();
}
