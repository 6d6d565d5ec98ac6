/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-application.h"

#include <glib/gi18n.h>

#include "apo-preferences.h"
#include "apo-recovery.h"
#include "apo-settings.h"
#include "apo-window.h"

struct _ApoApplication {
  AdwApplication parent_instance;

  GSettings *settings;
  ApoStore *store;
  ApoMemory *memory;
  char *problem;                /* (nullable) with what was remembered; said in the first window */
  gboolean recoveries_listed;
};

G_DEFINE_FINAL_TYPE (ApoApplication, apo_application, ADW_TYPE_APPLICATION)

static ApoWindow *
create_window (ApoApplication *self)
{
  ApoWindow *window = apo_window_new (GTK_APPLICATION (self), self->settings, self->store);
  g_autofree char *problem = g_steal_pointer (&self->problem);

  apo_window_set_memory (window, self->memory);
  if (problem != NULL)
    g_signal_emit_by_name (self->memory, "problem", problem);

  return window;
}

/* An empty window if there is one, so that a file never hides another. */
static ApoWindow *
get_empty_window (ApoApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (APO_IS_WINDOW (l->data) && apo_window_is_empty (l->data))
      return l->data;

  return create_window (self);
}

/* The window that has @file open. */
static ApoWindow *
find_window (ApoApplication *self,
             GFile          *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      ApoSession *session = APO_IS_WINDOW (l->data) ? apo_window_get_session (l->data) : NULL;
      GFile *open = session != NULL ? apo_session_get_file (session) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  return NULL;
}

static void
list_recoveries_in_thread (GTask        *task,
                           gpointer      source,
                           gpointer      task_data,
                           GCancellable *cancellable)
{
  g_task_return_pointer (task, apo_recovery_list (task_data), (GDestroyNotify) g_ptr_array_unref);
}

static void
recoveries_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  ApoApplication *self = APO_APPLICATION (source);
  g_autoptr (GPtrArray) recoveries = g_task_propagate_pointer (G_TASK (result), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (APO_IS_WINDOW (l->data))
      {
        apo_window_offer_recoveries (l->data, recoveries);
        break;
      }
}

/* Looks once, when the first window is there, for what programs that died have left. */
static void
list_recoveries (ApoApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->recoveries_listed)
    return;

  self->recoveries_listed = TRUE;
  task = g_task_new (self, NULL, recoveries_listed_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, list_recoveries_in_thread);
}

static void
apo_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (get_empty_window (APO_APPLICATION (application)));
  gtk_window_present (window);
  list_recoveries (APO_APPLICATION (application));
}

static void
apo_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  ApoApplication *self = APO_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      ApoWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          /* the file is read while the window is made */
          ApoOpening *opening = apo_opening_new (files[i]);

          window = get_empty_window (self);
          apo_window_take_opening (window, opening);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
  list_recoveries (self);
}

static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ApoWindow *window = get_empty_window (user_data);

  apo_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ApoApplication *self = user_data;

  gtk_window_present (GTK_WINDOW (create_window (self)));
}

/* Windows with unsaved changes ask and may stay. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
add_accels (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Primary>q", NULL } },
    { "app.new-window", { "<Primary>n", NULL } },
    { "win.open", { "<Primary>o", NULL } },
    { "win.save", { "<Primary>s", NULL } },
    { "win.save-as", { "<Primary><Shift>s", NULL } },
    { "win.undo", { "<Primary>z", NULL } },
    { "win.redo", { "<Primary><Shift>z", "<Primary>y", NULL } },
    { "win.show-history", { "<Primary>h", NULL } },
    { "win.find", { "<Primary>f", NULL } },
    { "win.search", { "<Primary><Shift>f", NULL } },
    { "win.show-basis", { "<Primary>b", NULL } },
    { "win.show-index::claims", { "<Primary>1", NULL } },
    { "win.show-index::actors", { "<Primary>2", NULL } },
    { "win.show-index::notes", { "<Primary>3", NULL } },
    { "win.toggle-maximized", { "F11", NULL } },
    { "win.next-panel", { "F6", NULL } },
    { "win.previous-panel", { "<Shift>F6", NULL } },
    { "win.next-border", { "F8", NULL } },
    { "win.preferences", { "<Primary>comma", NULL } },
    { "win.show-help-overlay", { "<Primary>question", "<Primary><Shift>question", NULL } },
    { "window.close", { "<Primary>w", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char **) accels[i].accels);
}

static void
keeping_changed_cb (ApoApplication *self)
{
  apo_preferences_apply_keeping (self->settings, self->store);
}

static void
apo_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "new-window", .activate = new_window_cb },
    { .name = "open-sample", .activate = sample_cb },
  };
  ApoApplication *self = APO_APPLICATION (application);
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new_for_user ();

  G_APPLICATION_CLASS (apo_application_parent_class)->startup (application);

  self->settings = apo_settings_new ();
  self->store = apo_store_new_for_user ();
  self->memory = apo_memory_new (dictionary, self->settings);
  self->problem = apo_memory_load (self->memory);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name ("org.apostille.Apostille");
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/apostille/Apostille/icons");

  g_signal_connect (self->settings, "changed::color-scheme",
                    G_CALLBACK (apo_preferences_apply_theme), NULL);
  g_signal_connect (self->settings, "changed::font-size",
                    G_CALLBACK (apo_preferences_apply_font), NULL);
  g_signal_connect_object (self->settings, "changed::backups", G_CALLBACK (keeping_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::backup-days", G_CALLBACK (keeping_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self->settings, "changed::text-font",
                    G_CALLBACK (apo_preferences_apply_font), NULL);
  apo_preferences_apply_theme (self->settings);
  apo_preferences_apply_font (self->settings);
  apo_preferences_apply_keeping (self->settings, self->store);
}

static int
apo_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("apostille %s\n", APO_VERSION);
      return 0;
    }

  if (!g_variant_dict_contains (options, "sample"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-sample", NULL);

  return g_application_get_is_remote (application) ? 0 : -1;
}

static void
apo_application_finalize (GObject *object)
{
  ApoApplication *self = APO_APPLICATION (object);

  g_clear_object (&self->memory);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_free (self->problem);

  G_OBJECT_CLASS (apo_application_parent_class)->finalize (object);
}

static void
apo_application_class_init (ApoApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_application_finalize;
  application_class->activate = apo_application_activate;
  application_class->open = apo_application_open;
  application_class->startup = apo_application_startup;
  application_class->handle_local_options = apo_application_handle_local_options;
}

static void
apo_application_init (ApoApplication *self)
{
  static const GOptionEntry entries[] = {
    { "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
      N_("Open the article that comes with the program"), NULL },
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
      N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Read an article closely: who acts, who says what, "
                                              "when, and what is established."));
}

/**
 * apo_application_new:
 *
 * Returns: (transfer full): the application
 */
ApoApplication *
apo_application_new (void)
{
  return g_object_new (APO_TYPE_APPLICATION,
                       "application-id", "org.apostille.Apostille",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/apostille/Apostille",
                       NULL);
}
