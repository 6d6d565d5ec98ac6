/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>

#include "apo-corrections.h"
#include "apo-edit.h"
#include "apo-settings.h"

/* What is put right in one article is right in the next. */

typedef struct {
  GSettings *settings;
  ApoDictionary *dictionary;
  ApoMemory *memory;
  ApoWindow *window;
  char *dir;
  char *path;                   /* of the dictionary */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("apostille-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->dir, "dictionary.json", NULL);
  fixture->settings = apo_settings_new ();
  g_settings_reset (fixture->settings, "remember-corrections");
  fixture->dictionary = apo_dictionary_new (fixture->path, NULL);
  fixture->memory = apo_memory_new (fixture->dictionary, fixture->settings);
  fixture->window = window_sample_new (fixture->settings, NULL);
  apo_window_set_memory (fixture->window, fixture->memory);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *saved = g_build_filename (fixture->dir, "a.apostille", NULL);

  fixture->window->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_clear_object (&fixture->memory);
  g_clear_object (&fixture->dictionary);
  g_clear_object (&fixture->settings);
  g_unlink (fixture->path);
  g_unlink (saved);
  g_rmdir (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->dir);
}

/* The same article anew: nothing of the dossier before is in it. */
static ApoDossier *
open_article (Fixture *fixture)
{
  fixture->window->closing = FALSE;
  apo_window_close_session (fixture->window);
  apo_window_open_sample (fixture->window);
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();

  return apo_session_get_dossier (apo_window_get_session (fixture->window));
}

static ApoHistory *
get_history (Fixture *fixture)
{
  return apo_session_get_history (apo_window_get_session (fixture->window));
}

static ApoActor *
find_actor (ApoDossier *dossier,
            const char *name)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (apo_actor_get_name (actor), name))
        return actor;
    }

  return NULL;
}

/* The name of the nth actor, with the most mentions first. */
static char *
dup_name (ApoDossier *dossier,
          int         rank)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (apo_dossier_get_actor_rank (dossier, apo_item_get_id (APO_ITEM (actor))) == rank)
        return g_strdup (apo_actor_get_name (actor));
    }

  g_assert_not_reached ();
}

static guint
count_corrections (Fixture *fixture)
{
  return g_list_model_get_n_items (apo_dictionary_get_corrections (fixture->dictionary));
}

static void
save (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "a.apostille", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  apo_window_save_to (fixture->window, file, TRUE);
  while (fixture->window->n_saves > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_file (Fixture *fixture,
               gboolean there)
{
  while (g_file_test (fixture->path, G_FILE_TEST_EXISTS) != there)
    g_main_context_iteration (NULL, FALSE);
}

/* Renames one and says that another is none; returns their names. */
static void
correct (Fixture    *fixture,
         ApoDossier *dossier,
         char      **renamed,
         char      **dismissed)
{
  *renamed = dup_name (dossier, 0);
  *dismissed = dup_name (dossier, 1);
  apo_edit_rename_actor (get_history (fixture), find_actor (dossier, *renamed), "Somebody Else");
  apo_edit_set_dismissed (get_history (fixture), APO_ITEM (find_actor (dossier, *dismissed)), TRUE);
}

static void
test_next_article (Fixture      *fixture,
                   gconstpointer data)
{
  ApoDossier *dossier = open_article (fixture);
  g_autofree char *renamed = NULL;
  g_autofree char *dismissed = NULL;
  ApoActor *actor;

  correct (fixture, dossier, &renamed, &dismissed);
  g_assert_cmpuint (count_corrections (fixture), ==, 0);
  save (fixture);
  wait_for_file (fixture, TRUE);
  g_assert_true (apo_correction_is_no_actor (apo_dictionary_find (fixture->dictionary,
                                                                  dismissed)));

  dossier = open_article (fixture);
  actor = find_actor (dossier, "Somebody Else");
  g_assert_nonnull (actor);
  g_assert_cmpint (apo_actor_get_origin (actor), ==, APO_ORIGIN_AUTO);
  g_assert_true (apo_actor_has_name (actor, renamed));
  g_assert_true (apo_actor_is_dismissed (find_actor (dossier, dismissed)));
  g_assert_false (apo_history_can_undo (get_history (fixture)));
}

/* Forgotten is forgotten, also when what it was learned from is saved again. */
static void
test_emptied (Fixture      *fixture,
              gconstpointer data)
{
  ApoDossier *dossier = open_article (fixture);
  g_autofree char *renamed = NULL;
  g_autofree char *dismissed = NULL;

  correct (fixture, dossier, &renamed, &dismissed);
  save (fixture);
  wait_for_file (fixture, TRUE);
  apo_dictionary_clear (fixture->dictionary);
  apo_memory_save (fixture->memory);
  wait_for_file (fixture, FALSE);

  apo_edit_add_note (get_history (fixture), NULL, "A change", NULL);
  save (fixture);
  g_assert_cmpuint (count_corrections (fixture), ==, 0);
  dossier = open_article (fixture);
  g_assert_null (find_actor (dossier, "Somebody Else"));
  g_assert_false (apo_actor_is_dismissed (find_actor (dossier, dismissed)));
}

static void
test_off (Fixture      *fixture,
          gconstpointer data)
{
  ApoDossier *dossier = open_article (fixture);
  g_autofree char *renamed = NULL;
  g_autofree char *dismissed = NULL;

  g_settings_set_boolean (fixture->settings, "remember-corrections", FALSE);
  correct (fixture, dossier, &renamed, &dismissed);
  save (fixture);
  g_assert_cmpuint (count_corrections (fixture), ==, 0);

  apo_dictionary_remember (fixture->dictionary, renamed, NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
  dossier = open_article (fixture);
  g_assert_false (apo_actor_is_dismissed (find_actor (dossier, renamed)));

  g_settings_set_boolean (fixture->settings, "remember-corrections", TRUE);
  dossier = open_article (fixture);
  g_assert_true (apo_actor_is_dismissed (find_actor (dossier, renamed)));
}

static GtkWidget *
get_child (GtkWidget  *corrections,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (corrections, APO_TYPE_CORRECTIONS, id));
}

static void
click (GtkWidget  *corrections,
       const char *id)
{
  g_signal_emit_by_name (get_child (corrections, id), "clicked");
}

/* Looked at, one forgotten, all forgotten, all brought back. */
static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *corrections;
  GtkWidget *search;
  GtkSelectionModel *rows;
  GtkStack *stack;
  gboolean handled;

  apo_dictionary_remember (fixture->dictionary, "Juin", NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
  apo_dictionary_remember (fixture->dictionary, "Téhéran", "Iran", APO_CORRECTION_NO_KIND, NULL,
                           FALSE);
  apo_dictionary_remember (fixture->dictionary, "Iran", NULL, APO_ACTOR_COUNTRY, "IR", FALSE);
  corrections = apo_corrections_new (GTK_WINDOW (fixture->window), fixture->memory);
  stack = GTK_STACK (get_child (corrections, "stack"));
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (get_child (corrections, "list")));
  gtk_window_present (GTK_WINDOW (corrections));
  while (!gtk_widget_get_mapped (corrections))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();

  search = get_child (corrections, "search");
  gtk_editable_set_text (GTK_EDITABLE (search), "iran");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);

  gtk_selection_model_select_item (rows, 1, TRUE);
  gtk_widget_child_focus (get_child (corrections, "list"), GTK_DIR_TAB_FORWARD);
  handled = FALSE;
  for (GtkWidget *row = gtk_root_get_focus (GTK_ROOT (corrections)); row != NULL && !handled;
       row = gtk_widget_get_parent (row))
    if (gtk_widget_get_first_child (row) != NULL && GTK_IS_BOX (gtk_widget_get_first_child (row)))
      {
        GtkWidget *box = gtk_widget_get_first_child (row);

        handled = GTK_IS_BUTTON (gtk_widget_get_last_child (box));
        if (handled)
          g_signal_emit_by_name (gtk_widget_get_last_child (box), "clicked");
      }
  g_assert_true (handled);
  g_assert_cmpuint (count_corrections (fixture), ==, 2);
  g_assert_true (gtk_widget_get_visible (get_child (corrections, "undo_bar")));

  click (corrections, "empty");
  g_assert_cmpuint (count_corrections (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child (corrections, "undo_label"))), ==,
                   "3 corrections forgotten");
  click (corrections, "undo_button");
  g_assert_cmpuint (count_corrections (fixture), ==, 3);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
  g_assert_cmpstr (
    apo_correction_get_same_as (apo_dictionary_find (fixture->dictionary, "téhéran")), ==, "Iran");
  wait_for_file (fixture, TRUE);
  gtk_window_destroy (GTK_WINDOW (corrections));
  window_sample_iterate ();
}

static void
count_cb (ApoMemory  *memory,
          const char *message,
          guint      *n)
{
  (*n)++;
}

/* A disk that takes nothing is told about once. */
static void
test_problem (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->path, "x", NULL);
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new (blocked, NULL);
  g_autoptr (ApoMemory) memory = apo_memory_new (dictionary, fixture->settings);
  guint n = 0;

  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  g_signal_connect (memory, "problem", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u juin", i);

      apo_dictionary_remember (dictionary, name, NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
      apo_memory_save (memory);
      /* what failed is to be saved still */
      while (!apo_dictionary_is_changed (dictionary))
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (n, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

#define ADD(path, func) g_test_add ("/memory/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("next-article", test_next_article);
  ADD ("emptied", test_emptied);
  ADD ("off", test_off);
  ADD ("window", test_window);
  ADD ("problem", test_problem);
#undef ADD

  return window_sample_run ();
}
