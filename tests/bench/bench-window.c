/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <math.h>
#include <poll.h>
#include <time.h>

#include "apo-application.h"
#include "apo-desk-private.h"
#include "apo-long-text.h"
#include "apo-settings.h"

/* A text of a megabyte in the window, and then the same in one paragraph: how long it takes until it
 * is seen, against a bare text view; what a frame costs while it is analysed and while it is
 * scrolled; and for how long the main loop is away.  Prints, and never fails on time.
 *
 * Milliseconds of the processor: what else the computer does does not count, but neither does the
 * waiting for the display.  The longest absence is given by the clock as well. */

#define N_BYTES (1 << 20)
#define N_STEPS 60              /* of scrolling, */
#define STEP 300                /* pixels each */
#define N_ROUNDS 3              /* of showing */

typedef struct {
  GArray *frames;               /* double: ms of each frame */
  double begun;                 /* of the frame that is being drawn */
  double returned;              /* when the main loop came back from waiting: processor, */
  double returned_clock;        /* and clock; 0 before the first time */
  double longest;               /* absence of the main loop: processor, */
  double longest_clock;         /* and clock */
} Probe;

static Probe probe;

static double
read_clock (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* The main loop is away from when it comes back from waiting until it waits again. */
static int
wait_for_events (GPollFD *fds,
                 guint    n_fds,
                 int      timeout)
{
  int result;

  if (probe.returned_clock > 0)
    {
      double clock = read_clock (CLOCK_MONOTONIC) - probe.returned_clock;

      probe.longest = MAX (probe.longest, read_clock (CLOCK_THREAD_CPUTIME_ID) - probe.returned);
      probe.longest_clock = MAX (probe.longest_clock, clock);
    }
  result = poll ((struct pollfd *) fds, n_fds, timeout);
  probe.returned = read_clock (CLOCK_THREAD_CPUTIME_ID);
  probe.returned_clock = read_clock (CLOCK_MONOTONIC);

  return result;
}

static void
before_paint_cb (void)
{
  probe.begun = read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (void)
{
  double cost = read_clock (CLOCK_THREAD_CPUTIME_ID) - probe.begun;

  g_array_append_val (probe.frames, cost);
}

static void
watch_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

static void
begin (void)
{
  g_array_set_size (probe.frames, 0);
  probe.longest = probe.longest_clock = 0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
get_quantile (double share)
{
  g_array_sort (probe.frames, compare_doubles);

  return probe.frames->len == 0 ? 0 : g_array_index (probe.frames, double,
                                                     (guint) (share * (probe.frames->len - 1)));
}

static void
report (const char *what)
{
  g_print ("%-10s %4u frames: median %5.1f ms, 95 %% %5.1f, worst %5.1f; "
           "main loop away: %5.1f ms (clock: %5.1f)\n",
           what, probe.frames->len, get_quantile (.5), get_quantile (.95), get_quantile (1),
           probe.longest, probe.longest_clock);
}

/* Waits until the next frame is drawn. */
static void
wait_for_frame (GtkWidget *window)
{
  guint n_frames = probe.frames->len;

  gtk_widget_queue_draw (window);
  while (probe.frames->len == n_frames)
    g_main_context_iteration (NULL, TRUE);
}

/* Milliseconds of the clock until a bare text view has drawn what is in the file. */
static double
show_bare (GFile *file)
{
  double begun = read_clock (CLOCK_MONOTONIC);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *text = NULL;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  watch_frames (window);
  g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  while (!gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (window);
  begun = read_clock (CLOCK_MONOTONIC) - begun;
  gtk_window_destroy (GTK_WINDOW (window));

  return begun;
}

static ApoWindow *
open_window (GtkApplication *application,
             GSettings      *settings,
             GFile          *file)
{
  ApoWindow *window = apo_window_new (application, settings, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  watch_frames (GTK_WIDGET (window));
  apo_window_open_file (window, file);
  while (window->opening != NULL || !gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (GTK_WIDGET (window));

  return window;
}

static void
close_window (ApoWindow *window)
{
  window->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Goes on until all is calm. */
static void
rest (void)
{
  gboolean stopped = FALSE;

  g_timeout_add (1500, stop_cb, &stopped);
  while (!stopped)
    g_main_context_iteration (NULL, TRUE);
}

static void
scroll (ApoWindow *window)
{
  GtkWidget *view = apo_reader_get_view (window->desk->reader);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  for (guint i = 0; i < N_STEPS; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP);
      wait_for_frame (GTK_WIDGET (window));
    }
}

/* Until the end stays where it is. */
static void
scroll_to_end (ApoWindow *window)
{
  GtkWidget *view = apo_reader_get_view (window->desk->reader);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double upper;

  do
    {
      upper = gtk_adjustment_get_upper (adjustment);
      gtk_adjustment_set_value (adjustment, upper - gtk_adjustment_get_page_size (adjustment));
      wait_for_frame (GTK_WIDGET (window));
    }
  while (fabs (gtk_adjustment_get_upper (adjustment) - upper) > .5);
}

static void
measure (GtkApplication *application,
         GSettings      *settings,
         gboolean        one_paragraph)
{
  g_autofree char *text = apo_long_text_new (N_BYTES, one_paragraph);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("apostille-bench-XXXXXX.txt", &stream, NULL);
  double bare = G_MAXDOUBLE;
  double shown = G_MAXDOUBLE;
  ApoWindow *window = NULL;

  g_print ("%s\n", one_paragraph ? "One paragraph" : "Paragraphs");
  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double begun;

      if (window != NULL)
        close_window (window);
      if (!one_paragraph)
        bare = MIN (bare, show_bare (file));
      begin ();
      begun = read_clock (CLOCK_MONOTONIC);
      window = open_window (application, settings, file);
      shown = MIN (shown, read_clock (CLOCK_MONOTONIC) - begun);
    }
  if (one_paragraph)
    g_print ("%-10s %.0f ms\n", "shown", shown);
  else
    g_print ("%-10s %.0f ms, a bare text view %.0f ms: %.2f times\n", "shown", shown, bare,
             shown / bare);

  begin ();
  while (apo_analysis_is_running (window->analysis))
    g_main_context_iteration (NULL, TRUE);
  rest ();
  report ("analysing");
  begin ();
  scroll (window);
  report ("scrolling");
  begin ();
  scroll_to_end (window);
  report ("to its end");
  close_window (window);
  g_file_delete (file, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  ApoApplication *application;

  gtk_init ();
  g_set_prgname ("apostille");
  g_set_application_name ("Apostille");
  application = apo_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  settings = apo_settings_new ();
  probe.frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_main_context_set_poll_func (NULL, wait_for_events);

  measure (GTK_APPLICATION (application), settings, FALSE);
  measure (GTK_APPLICATION (application), settings, TRUE);

  g_array_unref (probe.frames);
  g_object_unref (application);

  return 0;
}
