/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include "apo-desk-private.h"
#include "apo-settings.h"

/* A text that takes long to read: what is shown meanwhile, and that nothing blocks. */

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

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/long-text/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reading", test_reading);
  ADD ("cancel-at-once", test_cancel_at_once);
  ADD ("keyboard", test_keyboard);
#undef ADD

  return window_sample_run ();
}
