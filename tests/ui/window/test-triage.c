/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>

#include "apo-dossier-file.h"
#include "apo-dossier-private.h"
#include "apo-edit-check.h"
#include "apo-settings.h"

/* The work of a reader who judges all claims of an article and touches nothing but the keyboard. */

#define N_CLAIMS 25

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

static void
open_file (Fixture *fixture,
           GFile   *file)
{
  window_sample_open (fixture->window, file);
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

static void
add_claim (ApoDossier *dossier,
           ApoSpan     span,
           ApoItem    *speaker)
{
  g_autoptr (ApoItem) claim = apo_item_new (APO_ITEM_CLAIM, NULL);
  GVariant *content = g_variant_new ("(uu)", span.start, span.end);
  const char *article = apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)));

  apo_item_set_value (claim, APO_CLAIM_FIELD_ARTICLE, g_variant_new_string (article));
  apo_item_set_value (claim, APO_CLAIM_FIELD_CONTENT, g_variant_new_array (NULL, &content, 1));
  apo_item_set_value (claim, APO_CLAIM_FIELD_SPEAKER,
                      g_variant_new_string (apo_item_get_id (speaker)));
  apo_dossier_insert (dossier, claim, G_MAXUINT);
}

/* A dossier in which the keeper of a lighthouse says what happened in each of 25 nights. */
static ApoDossier *
create_dossier (void)
{
  static const char said[] = "The keeper says that ";
  static const char done[] = "the lamp went out in night ";
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ApoText) text = NULL;
  g_autoptr (ApoArticle) article = NULL;
  g_autoptr (ApoItem) keeper = apo_item_new (APO_ITEM_ACTOR, NULL);
  ApoArticleInfo info = { .title = "The lamp", .date = APO_DAY_NONE, .language = "en" };
  ApoDossier *dossier = apo_dossier_new ("ttttt");
  ApoSpan spans[N_CLAIMS];

  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_string_append (string, said);
      spans[i].start = string->len;
      g_string_append_printf (string, "%s%u", done, i + 1);
      spans[i].end = string->len;
      g_string_append (string, ".\n");
    }
  text = apo_text_new (string->str, -1);
  article = apo_article_new (text, &info);
  apo_item_set_value (APO_ITEM (article), APO_ARTICLE_FIELD_ANALYSER, g_variant_new_string ("x"));
  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  apo_item_set_value (keeper, APO_ACTOR_FIELD_NAME, g_variant_new_string ("Keeper"));
  apo_dossier_insert (dossier, keeper, G_MAXUINT);
  for (guint i = 0; i < N_CLAIMS; i++)
    add_claim (dossier, spans[i], keeper);

  return dossier;
}

/* Whether a shortcut of @controller wants the key. */
static gboolean
press_for (GtkWidget  *widget,
           GListModel *shortcuts,
           guint       key)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
press_at (GtkWidget *widget,
          guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && press_for (widget, G_LIST_MODEL (controller), key))
        return TRUE;
    }

  return FALSE;
}

/* A key goes into the field that is being typed in; else to whoever wants it, from the widget that
 * has the keyboard focus up to the window. */
static void
press (Fixture *fixture,
       guint    key)
{
  char letter[] = { (char) key, '\0' };
  GtkWidget *focused;

  window_sample_iterate ();
  focused = gtk_root_get_focus (GTK_ROOT (fixture->window));
  if (key < 128 && GTK_IS_EDITABLE (focused))
    {
      int position = -1;

      gtk_editable_insert_text (GTK_EDITABLE (focused), letter, -1, &position);
      return;
    }
  if (key < 128 && GTK_IS_TEXT_VIEW (focused)
      && gtk_text_view_get_editable (GTK_TEXT_VIEW (focused)))
    {
      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focused)), letter,
                                        -1);
      return;
    }

  for (GtkWidget *widget = focused != NULL ? focused : GTK_WIDGET (fixture->window);
       widget != NULL; widget = gtk_widget_get_parent (widget))
    if (press_at (widget, key))
      break;
  window_sample_iterate ();
}

static void
press_all (Fixture    *fixture,
           const char *keys)
{
  for (const char *key = keys; *key != '\0'; key++)
    press (fixture, *key);
}

static ApoHistory *
get_history (Fixture *fixture)
{
  return apo_session_get_history (fixture->window->session);
}

static void
assert_state (Fixture *fixture,
              GBytes  *expected)
{
  g_autoptr (GBytes) state =
    apo_edit_check_state (apo_session_get_dossier (fixture->window->session));

  g_assert_cmpmem (g_bytes_get_data (state, NULL), g_bytes_get_size (state),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* Presses keys that make @n_steps steps; undone and redone, the whole dossier is as before and as
 * after. */
static void
do_undo_redo (Fixture    *fixture,
              const char *keys,
              guint       n_steps)
{
  ApoHistory *history = get_history (fixture);
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);
  g_autoptr (GBytes) before = apo_edit_check_state (dossier);
  g_autoptr (GBytes) after = NULL;
  guint n_done = apo_history_get_n_done (history);

  press_all (fixture, keys);
  g_assert_cmpuint (apo_history_get_n_done (history), ==, n_done + n_steps);
  after = apo_edit_check_state (dossier);
  for (guint i = 0; i < n_steps; i++)
    apo_history_undo (history);
  assert_state (fixture, before);
  for (guint i = 0; i < n_steps; i++)
    apo_history_redo (history);
  assert_state (fixture, after);
}

static ApoClaim *
get_selected (Fixture *fixture)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);
  ApoItem *item = apo_dossier_lookup (dossier, apo_focus_get_selected (fixture->window->focus));

  g_assert_true (APO_IS_CLAIM (item));

  return APO_CLAIM (item);
}

/* From the first claim to the last: a verdict for each, for some a reason, for some a source. */
static void
triage (Fixture *fixture,
        guint    n_claims)
{
  static const char keys[] = "vd123456789";
  static const ApoVerdict verdicts[] = {
    APO_VERDICT_VERIFIED,   APO_VERDICT_DISPUTED, APO_VERDICT_VERIFIED,
    APO_VERDICT_MOSTLY_VERIFIED, APO_VERDICT_MIXED, APO_VERDICT_MISLEADING,
    APO_VERDICT_DISPUTED,   APO_VERDICT_REFUTED,  APO_VERDICT_UNPROVEN,
    APO_VERDICT_OUTDATED,   APO_VERDICT_NOT_CHECKABLE,
  };

  for (guint i = 0; i < n_claims; i++)
    {
      char key[] = { keys[i % G_N_ELEMENTS (verdicts)], '\0' };
      ApoClaim *claim;

      press (fixture, 'j');
      claim = get_selected (fixture);
      do_undo_redo (fixture, key, 1);
      g_assert_cmpint (apo_claim_get_verdict (claim), ==, verdicts[i % G_N_ELEMENTS (verdicts)]);

      if (i % 5 == 0)
        {
          press (fixture, 'r');
          do_undo_redo (fixture, "seen in the log, vd", 1);
          g_assert_cmpstr (apo_claim_get_reason (claim), ==, "seen in the log, vd");
          press (fixture, GDK_KEY_Escape);
        }
      if (i % 7 == 0)
        {
          press (fixture, 's');
          do_undo_redo (fixture, "log", 1);
          press (fixture, GDK_KEY_Escape);
        }
    }
}

static void
work_through (Fixture *fixture,
              guint    n_claims)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);
  ApoHistory *history = get_history (fixture);
  g_autoptr (GBytes) before = apo_edit_check_state (dossier);
  g_autoptr (GBytes) after = NULL;
  guint n_reviewed;
  guint n_all;
  guint n_done;

  triage (fixture, n_claims);
  apo_dossier_count_reviewed (dossier, &n_reviewed, &n_all);
  g_assert_cmpuint (n_all, ==, n_claims);
  g_assert_cmpuint (n_reviewed, ==, n_claims);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_SOURCE)),
                    ==, (n_claims + 6) / 7);

  /* U takes a verdict back; K goes the other way. */
  do_undo_redo (fixture, "u", 1);
  g_assert_cmpint (apo_claim_get_verdict (get_selected (fixture)), ==, APO_VERDICT_NONE);
  press (fixture, 'k');
  g_assert_cmpint (apo_claim_get_verdict (get_selected (fixture)), !=, APO_VERDICT_NONE);

  after = apo_edit_check_state (dossier);
  n_done = apo_history_get_n_done (history);
  while (apo_history_can_undo (history))
    apo_history_undo (history);
  assert_state (fixture, before);
  apo_history_go_to (history, n_done);
  assert_state (fixture, after);
}

static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (ApoDossier) dossier = create_dossier ();
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autofree char *path = g_build_filename (fixture->dir, "lamp.apostille", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), NULL));
  open_file (fixture, file);
  work_through (fixture, N_CLAIMS);
  g_remove (path);
}

/* The article that Apostille was first made for, where the shared folder lies beside the sources. */
static void
test_first_article (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "articles",
                                                 "douchanbe.fr.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n_reviewed;
  guint n_claims;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no shared folder");
      return;
    }

  open_file (fixture, file);
  apo_dossier_count_reviewed (apo_session_get_dossier (fixture->window->session), &n_reviewed,
                              &n_claims);
  g_assert_cmpuint (n_claims, >=, 20);
  work_through (fixture, n_claims);
}

/* Escape leads back step by step: out of the field, out of the pane, out of the selection. */
static void
test_escape (Fixture      *fixture,
             gconstpointer data)
{
  ApoDesk *desk = fixture->window->desk;

  apo_window_open_sample (fixture->window);
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  press_all (fixture, "jr");
  g_assert_cmpstr (apo_desk_get_pane (desk), ==, "claim");
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpstr (apo_desk_get_pane (desk), ==, "claim");
  g_assert_false (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  press (fixture, GDK_KEY_Escape);
  g_assert_null (apo_desk_get_pane (desk));
  g_assert_nonnull (apo_focus_get_selected (fixture->window->focus));
  press (fixture, GDK_KEY_Escape);
  g_assert_null (apo_focus_get_selected (fixture->window->focus));
  press (fixture, 'j');
  press (fixture, 'o');
  g_assert_cmpstr (apo_desk_get_pane (desk), ==, "claim");
}

#define ADD(name, func) g_test_add ("/triage/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

  ADD ("sample", test_sample);
  ADD ("first-article", test_first_article);
  ADD ("escape", test_escape);

  return window_sample_run ();
}
