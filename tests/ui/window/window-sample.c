/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include "apo-application.h"

/* A process has one. */
static ApoApplication *application;

/* In the place of gtk_test_init(). */
void
window_sample_init (int    *argc,
                    char ***argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (argc, argv, NULL);
  g_set_application_name ("Apostille");
  application = apo_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

/* In the place of g_test_run(). */
int
window_sample_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);

  return status;
}

GtkApplication *
window_sample_get_application (void)
{
  return GTK_APPLICATION (application);
}

/* A window on the screen; @store may be %NULL. */
ApoWindow *
window_sample_new (GSettings *settings,
                   ApoStore  *store)
{
  ApoWindow *window = apo_window_new (GTK_APPLICATION (application), settings, store);

  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);

  return window;
}

void
window_sample_iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Until it is there, or an error is. */
void
window_sample_open (ApoWindow *window,
                    GFile     *file)
{
  apo_window_open_file (window, file);
  while (window->opening != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The one that is open; %NULL if none is. */
AdwMessageDialog *
window_sample_find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return ADW_MESSAGE_DIALOG (toplevel);
    }

  return NULL;
}
