/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>
#include <math.h>

#include "apo-desk-private.h"
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-long-text.h"
#include "apo-reader-buffer.h"
#include "apo-row-filler.h"
#include "apo-row-slot.h"
#include "apo-settings.h"

/* A text that takes long to read: what is shown meanwhile, and that nothing blocks. */

/* Long enough to be analysed in passes, bytes. */
#define LONG 150000

typedef struct {
  GSettings *settings;
  ApoWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
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
}

/* What a panel shows. */
static const char *
get_page (gpointer panel)
{
  GObject *stack = gtk_widget_get_template_child (panel, G_OBJECT_TYPE (panel), "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
wait_for_analysis (Fixture *fixture)
{
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

static void
open_long (Fixture *fixture,
           gsize    n_bytes,
           gboolean one_paragraph)
{
  g_autofree char *text = apo_long_text_new (n_bytes, one_paragraph);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "long-XXXXXX.txt", NULL);
  g_autoptr (GFile) file = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  window_sample_open (fixture->window, file);
  g_unlink (path);
}

static guint
count_items (Fixture    *fixture,
             ApoItemType type)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);

  return g_list_model_get_n_items (apo_dossier_get_items (dossier, type));
}

/* Whether a file of the dossier is read again without complaint: nothing refers to what is not
 * there. */
static void
assert_whole (Fixture *fixture)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->window->session);
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) read = apo_dossier_file_parse (bytes, "long", &problems, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  again = apo_dossier_file_serialize (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

/* As long as nothing is found, the panels say that the text is being read, not that there is
 * nothing in it. */
static void
test_reading (Fixture      *fixture,
              gconstpointer data)
{
  ApoDesk *desk = fixture->window->desk;
  const struct {
    gpointer panel;
    const char *shown;
  } panels[] = {
    { desk->claims, "list" }, { desk->actors, "list" }, { desk->graph, "graph" },
    { desk->timeline, "canvas" },
  };

  apo_window_open_sample (fixture->window);
  g_assert_true (apo_analysis_is_running (fixture->window->analysis));
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    g_assert_cmpstr (get_page (panels[i].panel), ==, "reading");

  wait_for_analysis (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    g_assert_cmpstr (get_page (panels[i].panel), ==, panels[i].shown);
}

/* What is not read to its end says that nothing was found. */
static void
test_cancel_at_once (Fixture      *fixture,
                     gconstpointer data)
{
  ApoDesk *desk = fixture->window->desk;

  apo_window_open_sample (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-analysis", NULL);
  g_assert_false (apo_analysis_is_running (fixture->window->analysis));
  g_assert_cmpstr (get_page (desk->claims), ==, "empty");
  g_assert_cmpstr (get_page (desk->actors), ==, "empty");
  g_assert_cmpstr (get_page (desk->graph), ==, "empty");
  g_assert_cmpstr (get_page (desk->timeline), ==, "empty");
}

/* The keyboard is in the text as soon as there is one. */
static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  apo_window_open_sample (fixture->window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (apo_reader_get_view (fixture->window->desk->reader)));
  wait_for_analysis (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (apo_reader_get_view (fixture->window->desk->reader)));
}

/* The slots under @widget, and those of them that have a row. */
static void
count_rows (GtkWidget *widget,
            guint     *n_slots,
            guint     *n_rows)
{
  if (APO_IS_ROW_SLOT (widget))
    {
      *n_slots += 1;
      *n_rows += apo_row_slot_get_row (APO_ROW_SLOT (widget)) != NULL;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_rows (child, n_slots, n_rows);
}

/* In no pass of the main loop are many rows made, and a list that is not seen has none; how far the
 * analysis is, is shown, and it can be cancelled there. */
static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *claims = GTK_WIDGET (fixture->window->desk->claims);
  GtkWidget *actors = GTK_WIDGET (fixture->window->desk->actors);
  gboolean revealed = FALSE;
  gboolean advanced = FALSE;
  guint n_before = 0;
  guint n_slots;
  guint n_rows;

  open_long (fixture, LONG, FALSE);
  do
    {
      double progress = gtk_progress_bar_get_fraction (fixture->window->analysis_progress);

      g_main_context_iteration (NULL, TRUE);
      revealed |= gtk_revealer_get_reveal_child (fixture->window->analysis_bar);
      advanced |= progress > 0 && progress < 1;

      n_slots = n_rows = 0;
      count_rows (claims, &n_slots, &n_rows);
      g_assert_cmpuint (n_rows, <=, n_before + 3 * APO_ROW_FILLER_AT_ONCE);
      n_before = n_rows;
    }
  while (apo_analysis_is_running (fixture->window->analysis) || n_rows < n_slots || n_slots == 0);
  g_assert_true (revealed);
  g_assert_true (advanced);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->analysis_bar));
  g_assert_cmpuint (n_slots, >=, 200);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), >, n_slots);

  n_slots = n_rows = 0;
  count_rows (actors, &n_slots, &n_rows);
  g_assert_cmpuint (n_slots, ==, 0);
  gtk_stack_set_visible_child_name (fixture->window->desk->index_stack, "actors");
  while (n_rows == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      count_rows (actors, &n_slots, &n_rows);
    }
  g_assert_cmpuint (n_rows, <=, 3 * APO_ROW_FILLER_AT_ONCE);
  assert_whole (fixture);
}

/* Cancelled when the first findings are there and more is to come, the dossier is whole, and is left
 * alone. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  guint n_actors;

  open_long (fixture, LONG, FALSE);
  while ((n_actors = count_items (fixture, APO_ITEM_ACTOR)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (apo_analysis_is_running (fixture->window->analysis));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-analysis", NULL);
  g_assert_false (apo_analysis_is_running (fixture->window->analysis));
  assert_whole (fixture);
  g_assert_true (apo_session_needs_analysis (fixture->window->session));

  window_sample_iterate ();
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, n_actors);
  g_assert_true (apo_session_needs_analysis (fixture->window->session));
}

/* What the reader does while the text is read stays, and what is found comes as one step. */
static void
test_work (Fixture      *fixture,
           gconstpointer data)
{
  ApoHistory *history;
  g_autoptr (ApoActor) actor = NULL;
  guint n_claims;

  open_long (fixture, LONG, FALSE);
  history = apo_session_get_history (fixture->window->session);
  while (count_items (fixture, APO_ITEM_ACTOR) == 0)
    g_main_context_iteration (NULL, TRUE);
  actor = g_list_model_get_item (
    apo_dossier_get_items (apo_session_get_dossier (fixture->window->session), APO_ITEM_ACTOR), 0);
  n_claims = count_items (fixture, APO_ITEM_CLAIM);
  apo_edit_rename_actor (history, actor, "Renamed");

  wait_for_analysis (fixture);
  g_assert_cmpstr (apo_actor_get_name (actor), ==, "Renamed");
  g_assert_cmpuint (apo_history_get_n_done (history), ==, 2);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), >, n_claims + 200);
  assert_whole (fixture);

  apo_history_undo (history);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_CLAIM), ==, n_claims);
  g_assert_cmpstr (apo_actor_get_name (actor), ==, "Renamed");
}

/* The character at the lower edge of what is seen of the text. */
static guint
get_bottom (Fixture *fixture)
{
  GtkTextView *view = GTK_TEXT_VIEW (apo_reader_get_view (fixture->window->desk->reader));
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_iter_at_location (view, &iter, rect.x + rect.width, rect.y + rect.height);

  return apo_reader_buffer_get_offset (APO_READER_BUFFER (gtk_text_view_get_buffer (view)), &iter);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
wait_for_frames (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  guint n_frames = 0;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb),
                                             &n_frames);

  while (n_frames < 2)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

/* A megabyte without a break can be scrolled to its last word. */
static void
test_one_paragraph (Fixture      *fixture,
                    gconstpointer data)
{
  GtkAdjustment *adjustment;
  ApoArticle *article;
  guint length;
  double upper;

  open_long (fixture, 1 << 20, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-analysis", NULL);
  adjustment = gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (apo_reader_get_view (fixture->window->desk->reader)));
  article = apo_dossier_get_article (apo_session_get_dossier (fixture->window->session));
  length = apo_text_get_length (apo_article_get_text (article));
  wait_for_frames (fixture);
  g_assert_cmpuint (get_bottom (fixture), <, length / 100);

  do
    {
      upper = gtk_adjustment_get_upper (adjustment);
      gtk_adjustment_set_value (adjustment, upper - gtk_adjustment_get_page_size (adjustment));
      wait_for_frames (fixture);
    }
  while (fabs (gtk_adjustment_get_upper (adjustment) - upper) > .5);
  g_assert_cmpuint (get_bottom (fixture), >=, length - 5);
}

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/long-text/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reading", test_reading);
  ADD ("cancel-at-once", test_cancel_at_once);
  ADD ("keyboard", test_keyboard);
  ADD ("rows", test_rows);
  ADD ("cancel", test_cancel);
  ADD ("work", test_work);
  ADD ("one-paragraph", test_one_paragraph);
#undef ADD

  return window_sample_run ();
}
