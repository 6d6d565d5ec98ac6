/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include "apo-settings.h"

/* Nothing can be done that a reader would not find: every action is in a menu, on a button or has a
 * key, and every key is in the window that lists them. */

#define HELP_RESOURCE "/org/apostille/Apostille/ui/apo-help-overlay.ui"

typedef struct {
  GSettings *settings;
  ApoWindow *window;
  GHashTable *found;            /* names of actions that a menu, a button or a key has */
  GPtrArray *keys;              /* of triggers as strings, of which any will do when joined by | */
} Fixture;

/* Actions with a target that only code knows, and where the code is. */
static const char *const passed_on[] = {
  "actor.open",                 /* the menu of an actor, made when it is opened, and Enter */
  "desk.panel",                 /* the switcher, but for the panel that the window is too wide for */
  "fact.dismiss",               /* rows of the list, by Delete */
  "fact.edit",                  /* the menus of rows */
  "fact.restore",
  "graph.relate",               /* the menu of an actor in the graph */
  "graph.release",
  "graph.show-relation",
  "links.kind",                 /* the menu of a link */
  "links.turn",
  "merge.show-item",            /* rows of reviews */
  "older.attach",
  "older.show",
  "reader.trim",                /* the handles of a claim, and keys that call it */
  "renewal.choose",
  "timeline.edit",              /* the menu key on an event, and its second click */
  "timeline.step",              /* Alt with the arrow keys */
  "verdicts.judge",             /* the finer verdicts, put into their menu when it is opened */
  "win.back-to-start",          /* the page that tells of an error */
  "win.open-uri",               /* rows of the first page */
  "win.set-date",               /* the calendar of the day of publication */
  "win.tell",                   /* what views have to say */
  "win.tell-done",
};

static void
note_action (Fixture    *fixture,
             const char *name)
{
  if (name != NULL)
    g_hash_table_add (fixture->found, g_strdup (name));
}

static void
look_at_menu (Fixture    *fixture,
              GMenuModel *model)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (model, i);
      g_autofree char *action = NULL;
      GMenuModel *below;

      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        note_action (fixture, action);
      while (g_menu_link_iter_get_next (links, NULL, &below))
        {
          look_at_menu (fixture, below);
          g_object_unref (below);
        }
    }
}

static gboolean
is_ours (GtkWidget *widget)
{
  return g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Apo");
}

/* What a text has from the toolkit is as in all other programs. */
static gboolean
is_of_toolkit (GtkShortcut *shortcut)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
  const char *name = GTK_IS_NAMED_ACTION (action)
                       ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)) : "";

  return GTK_IS_SIGNAL_ACTION (action)
         || GTK_IS_MNEMONIC_TRIGGER (gtk_shortcut_get_trigger (shortcut))
         || g_str_has_prefix (name, "menu.") || g_str_has_prefix (name, "misc.");
}

static void
look_at_shortcuts (Fixture    *fixture,
                   GListModel *shortcuts)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

      if (GTK_IS_NAMED_ACTION (action))
        note_action (fixture, gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
      if (!is_of_toolkit (shortcut))
        g_ptr_array_add (fixture->keys,
                         gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut)));
    }
}

static void
look_at_widget (Fixture   *fixture,
                GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  if (GTK_IS_ACTIONABLE (widget))
    note_action (fixture, gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
  if (GTK_IS_MENU_BUTTON (widget)
      && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)) != NULL)
    look_at_menu (fixture, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  for (guint i = 0; is_ours (widget) && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        look_at_shortcuts (fixture, G_LIST_MODEL (controller));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_widget (fixture, child);
}

static void
look_at_accels (Fixture *fixture)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (window_sample_get_application ());

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels =
        gtk_application_get_accels_for_action (window_sample_get_application (), actions[i]);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      note_action (fixture, name);
      if (accels[0] != NULL)
        g_ptr_array_add (fixture->keys, g_strjoinv ("|", accels));
    }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->keys = g_ptr_array_new_with_free_func (g_free);
  fixture->settings = apo_settings_new ();
  fixture->window = window_sample_new (fixture->settings, NULL);
  apo_window_open_sample (fixture->window);
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-note", NULL);
  window_sample_iterate ();
  look_at_widget (fixture, GTK_WIDGET (fixture->window));
  look_at_accels (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  fixture->window->closing = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_clear_object (&fixture->settings);
  g_hash_table_unref (fixture->found);
  g_ptr_array_unref (fixture->keys);
}

static gboolean
is_reachable (Fixture    *fixture,
              const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed_on); i++)
    if (g_str_equal (name, passed_on[i]))
      return TRUE;

  return g_hash_table_contains (fixture->found, name);
}

static guint
check_actions (Fixture   *fixture,
               GtkWidget *widget)
{
  const GVariantType *type;
  const char *property;
  const char *name;
  GType owner;
  guint n = 0;

  if (is_ours (widget))
    for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name,
                                                     &type, &property); i++)
      if (g_str_has_prefix (g_type_name (owner), "Apo"))
        {
          n++;
          if (!is_reachable (fixture, name))
            {
              g_test_message ("no menu, no button and no key has %s", name);
              g_test_fail ();
            }
        }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_actions (fixture, child);

  return n;
}

static void
test_reachable (Fixture      *fixture,
                gconstpointer data)
{
  g_auto (GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (window_sample_get_application ()));

  g_assert_cmpuint (check_actions (fixture, GTK_WIDGET (fixture->window)), >, 60);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("app.", actions[i], NULL);

      /* for the command line */
      if (!g_str_equal (name, "app.open-sample") && !is_reachable (fixture, name))
        {
          g_test_message ("no menu, no button and no key has %s", name);
          g_test_fail ();
        }
    }
}

/* The keys that the window lists, each as "modifiers key". */
static void
collect_listed (GtkWidget  *widget,
                GHashTable *listed)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerators = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerators, NULL);
      parts = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_auto (GStrv) ends = g_strsplit (parts[i], "...", -1);
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (ends[0], &key, &modifiers));
          for (guint last = ends[1] != NULL ? (guint) *ends[1] : key; key <= last; key++)
            g_hash_table_add (listed, gtk_accelerator_name (key, modifiers));
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_listed (child, listed);
}

static gboolean
is_listed (GHashTable *listed,
           const char *trigger)
{
  g_auto (GStrv) ways = g_strsplit (trigger, "|", -1);

  for (guint i = 0; ways[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (ways[i], &key, &modifiers));
      name = gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
      /* later versions of GTK know the keys that some keyboards have for it */
      if (key == GDK_KEY_Undo || key == GDK_KEY_Redo || g_hash_table_contains (listed, name))
        return TRUE;
    }

  return FALSE;
}

static void
test_keys_listed (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (HELP_RESOURCE);
  GtkWidget *help = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_listed (help, listed);
  g_assert_cmpuint (g_hash_table_size (listed), >, 40);
  g_assert_cmpuint (fixture->keys->len, >, 40);
  for (guint i = 0; i < fixture->keys->len; i++)
    if (!is_listed (listed, fixture->keys->pdata[i]))
      {
        g_test_message ("%s is not in the list of keys", (char *) fixture->keys->pdata[i]);
        g_test_fail ();
      }
  gtk_window_destroy (GTK_WINDOW (help));
}

#define ADD(name, func) g_test_add ("/actions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{

  window_sample_init (&argc, &argv);
  ADD ("reachable", test_reachable);
  ADD ("keys-listed", test_keys_listed);

  return window_sample_run ();
}
