/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-buffer.h"

#include <string.h>

#include "apo-reader-view.h"

#define N_SENTENCES 400

/* One paragraph of some 20,000 characters that are not all of one byte. */
static ApoText *
long_text_new (void)
{
  g_autoptr (GString) string = g_string_new ("Une première ligne.\n\n");

  for (guint i = 0; i < N_SENTENCES; i++)
    g_string_append_printf (string, "La phrase numéro %u dit « rien » de très nouveau. ", i);
  g_string_append (string, "\nLa fin.\n");

  return apo_text_new (string->str, string->len);
}

/* What is displayed of every character, on both sides of every break, is that character. */
static void
test_offsets (void)
{
  g_autoptr (ApoText) text = long_text_new ();
  g_autoptr (ApoReaderBuffer) buffer = apo_reader_buffer_new ();
  const char *p = apo_text_get_string (text);
  guint length = apo_text_get_length (text);

  apo_reader_buffer_set_article (buffer, text);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)), >, length);

  for (guint i = 0; i < length; i++)
    {
      GtkTextIter iter;

      apo_reader_buffer_get_iter (buffer, &iter, i);
      g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, g_utf8_get_char (p));
      g_assert_cmpuint (apo_reader_buffer_get_offset (buffer, &iter), ==, i);
      p = g_utf8_next_char (p);
    }
}

/* A short text is displayed as it is. */
static void
test_short (void)
{
  g_autoptr (ApoText) text = apo_text_new ("Une ligne.\n\nUne autre.\n", -1);
  g_autoptr (ApoReaderBuffer) buffer = apo_reader_buffer_new ();
  g_autofree char *shown = NULL;

  apo_reader_buffer_set_article (buffer, text);
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, apo_text_get_string (text));

  apo_reader_buffer_set_article (buffer, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)), ==, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;
  g_autoptr (GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

/* What is selected across breaks is copied as the text has it, without them. */
static void
test_copies_the_text (void)
{
  g_autoptr (ApoText) text = long_text_new ();
  ApoSpan span = APO_SPAN (40, apo_text_get_length (text) - 12);
  g_autofree char *expected = apo_text_dup_slice (text, span);
  g_autofree char *copied = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = apo_reader_view_new ();
  ApoReaderBuffer *buffer = APO_READER_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  ApoSpan selected;
  GtkTextIter start;
  GtkTextIter end;

  gtk_window_set_child (GTK_WINDOW (window), view);
  apo_reader_buffer_set_article (buffer, text);
  g_assert_false (apo_reader_view_get_selection (APO_READER_VIEW (view), &selected));
  apo_reader_buffer_get_bounds (buffer, &start, &end, span);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &start, &end);
  g_assert_true (apo_reader_view_get_selection (APO_READER_VIEW (view), &selected));
  g_assert_true (apo_span_equal (selected, span));

  g_signal_emit_by_name (view, "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, read_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, expected);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Pieces of one paragraph follow one another line after line, without a gap. */
static void
test_pieces_are_close (void)
{
  g_autoptr (ApoText) text = long_text_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = apo_reader_view_new ();
  ApoReaderBuffer *buffer = APO_READER_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  GdkRectangle last;
  GdkRectangle next;
  GdkRectangle inside;
  GtkTextIter iter;

  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  apo_reader_buffer_set_article (buffer, text);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (view) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);

  /* the line before a break, the one after it, and the one after that; lines need not be whole
   * pixels high */
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, 3);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &next);
  gtk_text_view_forward_display_line (GTK_TEXT_VIEW (view), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &inside);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, 3);
  gtk_text_iter_backward_chars (&iter, 3);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (view), &iter, &last);
  g_assert_cmpint (ABS (next.y - last.y - (inside.y - next.y)), <=, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/buffer/offsets", test_offsets);
  g_test_add_func ("/reader/buffer/short", test_short);
  g_test_add_func ("/reader/buffer/copies-the-text", test_copies_the_text);
  g_test_add_func ("/reader/buffer/pieces-are-close", test_pieces_are_close);

  return g_test_run ();
}
