/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader.h"

#include <adwaita.h>
#include <string.h>

#include "apo-reader-view.h"
#include "apo-sample-dossier.h"

typedef struct {
  GtkWindow *window;
  ApoReader *reader;
  ApoDossier *dossier;
  ApoFocus *focus;
} Fixture;

static void
iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->dossier = apo_sample_dossier_new (5);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->reader = APO_READER (apo_reader_new ());
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 600, 300);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->reader));
  apo_reader_set_context (fixture->reader, fixture->dossier, NULL, fixture->focus);
  gtk_window_present (fixture->window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (fixture->reader)))
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  iterate ();
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->dossier);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (apo_reader_get_view (fixture->reader)));
}

static void
test_text (Fixture      *fixture,
           gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  g_autofree char *shown = NULL;

  g_object_get (get_buffer (fixture), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, apo_text_get_string (apo_article_get_text (article)));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (apo_reader_get_view
                                                             (fixture->reader))));
  gtk_test_accessible_assert_property (apo_reader_get_view (fixture->reader),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
}

/* The title of the sample and its first paragraph are a blank line apart, which is hardly seen. */
static void
test_shrinks_blank_lines (Fixture      *fixture,
                          gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (apo_reader_get_view (fixture->reader));
  GtkTextIter line;
  int y;
  int full;
  int blank;

  gtk_text_buffer_get_iter_at_line (get_buffer (fixture), &line, 0);
  gtk_text_view_get_line_yrange (view, &line, &y, &full);
  gtk_text_buffer_get_iter_at_line (get_buffer (fixture), &line, 1);
  g_assert_true (gtk_text_iter_ends_line (&line));
  gtk_text_view_get_line_yrange (view, &line, &y, &blank);
  g_assert_cmpint (blank * 5, <, full);
}

/* Selecting the last claim that stands in the text brings its line on screen. */
static void
test_scrolls_to_selection (Fixture      *fixture,
                           gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (apo_reader_get_view (fixture->reader));
  GListModel *claims = apo_dossier_get_items (fixture->dossier, APO_ITEM_CLAIM);
  const char *last = NULL;
  GdkRectangle visible;
  GdkRectangle line;
  GtkTextIter iter;
  ApoSpan span;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoItem) claim = g_list_model_get_item (claims, i);

      if (apo_dossier_get_item_span (fixture->dossier, claim, &span))
        last = apo_item_get_id (claim);
    }
  g_assert_nonnull (last);
  apo_focus_select (fixture->focus, last);
  iterate ();

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &iter, span.start);
  gtk_text_view_get_iter_location (view, &iter, &line);
  gtk_text_view_get_visible_rect (view, &visible);
  g_assert_cmpint (line.y, >=, visible.y);
  g_assert_cmpint (line.y + line.height, <=, visible.y + visible.height);
}

static void
test_draws (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *view = apo_reader_get_view (fixture->reader);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GskRenderNode *node = NULL;

  /* Until the first frame there is nothing. */
  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (paintable, snapshot, 600, 300);
      node = gtk_snapshot_free_to_node (snapshot);
      if (node == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  gsk_render_node_unref (node);
}

static void
test_keeps_position (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GVariant) position = NULL;

  apo_reader_save_position (fixture->reader);
  position = apo_dossier_get_view_state (fixture->dossier, "reader-position");
  g_assert_true (g_variant_is_of_type (position, G_VARIANT_TYPE_INT64));
  g_assert_cmpint (g_variant_get_int64 (position), ==, 0);
}

static void
test_find_bar (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *words = NULL;

  g_assert_false (apo_reader_is_finding (fixture->reader));
  g_assert_null (apo_reader_get_find_words (fixture->reader));
  apo_reader_view_select_span (APO_READER_VIEW (apo_reader_get_view (fixture->reader)),
                               APO_SPAN (0, 6));
  apo_reader_start_find (fixture->reader);
  g_assert_true (apo_reader_is_finding (fixture->reader));
  words = apo_text_dup_slice (apo_article_get_text (apo_dossier_get_article (fixture->dossier)),
                              APO_SPAN (0, 6));
  g_assert_cmpstr (apo_reader_get_find_words (fixture->reader), ==, words);

  apo_reader_set_context (fixture->reader, NULL, NULL, NULL);
  g_assert_false (apo_reader_is_finding (fixture->reader));
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (fixture)), ==, 0);
}

#define ADD(name, func) g_test_add ("/reader/" name, Fixture, NULL, set_up, func, tear_down)

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *shown = NULL;

  g_object_get (get_buffer (fixture), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, expected);
}

/* When another text becomes the first article, and when that is undone. */
static void
test_follows_article (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (ApoHistory) history = apo_history_new (fixture->dossier);
  ApoCommand *command = apo_command_new ("Newer text");
  ApoText *old = apo_article_get_text (apo_dossier_get_article (fixture->dossier));
  g_autoptr (ApoText) text = apo_text_new ("Newer words", -1);
  g_autoptr (ApoItem) article = apo_item_new (APO_ITEM_ARTICLE, "newer");

  apo_article_set_text (APO_ARTICLE (article), text);
  apo_command_insert_item (command, article, 0);
  apo_history_execute (history, command);
  assert_shown (fixture, "Newer words");
  apo_history_undo (history);
  assert_shown (fixture, apo_text_get_string (old));
  apo_history_redo (history);
  assert_shown (fixture, "Newer words");
}

static gboolean
select_words (Fixture *fixture,
              guint    from,
              guint    to,
              ApoSpan *span)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &start, from);
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &end, to);
  gtk_text_buffer_select_range (get_buffer (fixture), &start, &end);

  return apo_reader_view_get_selection (APO_READER_VIEW (apo_reader_get_view (fixture->reader)),
                                        span);
}

/* The white space that a drag takes along is none of the passage. */
static void
test_selection (Fixture      *fixture,
                gconstpointer data)
{
  const char *text =
    apo_text_get_string (apo_article_get_text (apo_dossier_get_article (fixture->dossier)));
  guint space = strchr (text, ' ') - text;
  ApoSpan span = { 7, 7 };

  g_assert_cmpuint (space, >, 0);
  g_assert_cmpint (g_utf8_strlen (text, space), ==, space);
  g_assert_false (select_words (fixture, space, space, &span));
  g_assert_false (select_words (fixture, space, space + 1, &span));
  g_assert_cmpuint (span.start, ==, 7);
  g_assert_true (select_words (fixture, 0, space + 1, &span));
  g_assert_cmpuint (span.start, ==, 0);
  g_assert_cmpuint (span.end, ==, space);
  g_assert_true (select_words (fixture, space, space + 3, &span));
  g_assert_cmpuint (span.start, ==, space + 1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("text", test_text);
  ADD ("shrinks-blank-lines", test_shrinks_blank_lines);
  ADD ("scrolls-to-selection", test_scrolls_to_selection);
  ADD ("draws", test_draws);
  ADD ("keeps-position", test_keeps_position);
  ADD ("find-bar", test_find_bar);
  ADD ("follows-article", test_follows_article);
  ADD ("selection", test_selection);

  return g_test_run ();
}
