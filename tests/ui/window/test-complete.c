/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "apo-desk-private.h"
#include "apo-merge-row.h"
#include "apo-older-row.h"
#include "apo-renewal-row.h"
#include "apo-replace-row.h"
#include "apo-search-pane.h"
#include "apo-settings.h"

/* What everything on screen must have, looked at in the states that a reader sees most: a name for
 * the screen reader, and room for all of its words, in French and with letters a third larger. */

#define LARGE_TEXT (96 * 1024 * 13 / 10)
#define NARROWEST 380           /* pixels, with the widest of the fonts that may be there */

typedef struct {
  GSettings *settings;
  ApoWindow *window;
  guint n_seen;
  guint n_wrong;
} Fixture;

typedef void (*LookFunc) (Fixture    *fixture,
                          GtkWidget  *widget,
                          const char *state);

/* Layout comes with the next frame. */
static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n_frames)
{
  return --*(int *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_layout (Fixture *fixture)
{
  int n_frames = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->window), count_frame_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_TEXT, "gtk-enable-animations",
                FALSE, NULL);
  fixture->settings = apo_settings_new ();
  g_settings_set_int (fixture->settings, "window-width", GPOINTER_TO_INT (data));
  g_settings_set_int (fixture->settings, "window-height", 800);
  fixture->window = window_sample_new (fixture->settings, NULL);
  wait_for_layout (fixture);
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

static void
open_sample (Fixture *fixture)
{
  apo_window_open_sample (fixture->window);
  while (apo_analysis_is_running (fixture->window->analysis))
    g_main_context_iteration (NULL, TRUE);
  wait_for_layout (fixture);
}

static gboolean
has_ancestor (GtkWidget  *widget,
              const char *type_name)
{
  return gtk_widget_get_ancestor (widget, g_type_from_name (type_name)) != NULL;
}

/* Parts of what GTK has made, which GTK names, or fails to. */
static gboolean
is_inside_toolkit (GtkWidget *widget)
{
  static const char *const types[] = {
    "GtkDropDown", "GtkEditable", "GtkMenuButton", "GtkFontButton", "GtkScrollbar",
    "GtkWindowControls", "GtkPopoverMenu", "GtkColumnView", "AdwPreferencesRow", "GtkScale",
  };
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (guint i = 0; parent != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_type_from_name (types[i]) != 0 && has_ancestor (parent, types[i])
        && !GTK_IS_POPOVER (gtk_widget_get_native (widget)))
      return TRUE;

  return FALSE;
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && has_words (child))
      return TRUE;

  return FALSE;
}

static char *
describe (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (parent), "Apo"))
      g_string_prepend (path, " > "), g_string_prepend (path, G_OBJECT_TYPE_NAME (parent));

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
complain (Fixture    *fixture,
          GtkWidget  *widget,
          const char *state,
          const char *what)
{
  g_autofree char *path = describe (widget);

  fixture->n_wrong++;
  g_test_message ("%s: %s %s", state, path, what);
}

/* What the reader of the screen says of @widget, where it was given words. */
static char *
dup_given_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;

  return gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "\1");
}

/* GTK has a button labelled by its icon, which has no name itself. */
static gboolean
is_labelled (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    return FALSE;

  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
look_at_name (Fixture    *fixture,
              GtkWidget  *widget,
              const char *state)
{
  g_autofree char *name = NULL;

  if (!(gtk_widget_get_focusable (widget) || GTK_IS_BUTTON (widget)) || is_inside_toolkit (widget)
      || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_POPOVER (widget) || GTK_IS_WINDOW (widget))
    return;

  fixture->n_seen++;
  name = dup_given_name (widget);
  if (name != NULL && (strstr (name, "Gtk") != NULL || strstr (name, "Apo") != NULL
                       || strstr (name, "Adw") != NULL))
    complain (fixture, widget, state, "bears the name of a class");
  else if ((name == NULL || *name == '\0') && !is_labelled (widget) && !has_words (widget))
    complain (fixture, widget, state, "has no name");
}

/* Whether what is shortened can be read in full: where the pointer rests, or in a row of a list,
 * which has all of it in its name and shows it when it is opened. */
static gboolean
is_explained (GtkWidget *widget)
{
  guint n = 0;

  if (has_ancestor (widget, "GtkListItemWidget") || has_ancestor (widget, "GtkListBoxRow")
      || has_ancestor (widget, "AdwWindowTitle"))
    return TRUE;

  for (GtkWidget *w = widget; w != NULL && n < 4; w = gtk_widget_get_parent (w), n++)
    if (gtk_widget_get_has_tooltip (w))
      return TRUE;

  return FALSE;
}

static void
look_at_room (Fixture    *fixture,
              GtkWidget  *widget,
              const char *state)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;
  g_autofree char *what = NULL;
  int needed;

  /* an entry that says what it is for has that for its name too */
  if (label == NULL || *gtk_label_get_text (label) == '\0'
      || GTK_IS_TEXT (gtk_widget_get_parent (widget))
      || gtk_widget_get_width (widget) == 0 || gtk_widget_get_opacity (widget) == 0)
    return;

  fixture->n_seen++;
  what = g_strdup_printf ("has no room for “%s”", gtk_label_get_text (label));
  pango_layout_get_pixel_size (gtk_label_get_layout (label), &needed, NULL);
  if (gtk_label_get_ellipsize (label) == PANGO_ELLIPSIZE_NONE)
    {
      if (needed > gtk_widget_get_width (widget) + 1)
        complain (fixture, widget, state, what);
    }
  else if (pango_layout_is_ellipsized (gtk_label_get_layout (label)) && !is_explained (widget))
    complain (fixture, widget, state, what);
}

/* What opens over the window must not be wider than it. */
static void
look_at_popover (Fixture    *fixture,
                 GtkWidget  *widget,
                 const char *state)
{
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->window));

  /* what is in it, without its shadow */
  if (GTK_IS_POPOVER (widget)
      && gtk_widget_get_width (gtk_widget_get_first_child (widget)) > width)
    complain (fixture, widget, state, "is wider than the window");
}

/* What does not scroll must be inside the window. */
static void
look_at_place (Fixture    *fixture,
               GtkWidget  *widget,
               const char *state)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  if (!(GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget))
      || gtk_widget_get_width (widget) == 0 || has_ancestor (widget, "ApoTimelineTray")
      || has_ancestor (widget, "ApoTimelineCanvas") || has_ancestor (widget, "ApoGraphCanvas")
      || !gtk_widget_compute_bounds (widget, native, &bounds))
    return;

  fixture->n_seen++;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (native) + 1)
    complain (fixture, widget, state, "reaches out of the window");
}

static void
walk (Fixture    *fixture,
      GtkWidget  *widget,
      const char *state,
      LookFunc    look)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  look (fixture, widget, state);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (fixture, child, state, look);
}

static void
look_at_all (Fixture    *fixture,
             const char *state)
{
  static const LookFunc looks[] = {
    look_at_name, look_at_room, look_at_place, look_at_popover,
  };
  guint n_seen = fixture->n_seen;

  wait_for_layout (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    walk (fixture, GTK_WIDGET (fixture->window), state, looks[i]);
  g_assert_cmpuint (fixture->n_seen, >, n_seen + 10);
}

/* What a button opens is looked at while it is open. */
static void
look_into_popovers (Fixture    *fixture,
                    GtkWidget  *widget,
                    const char *state)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    {
      g_autofree char *name = dup_given_name (widget);
      g_autofree char *opened = g_strdup_printf ("%s, %s", state, name != NULL ? name : "menu");

      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      look_at_all (fixture, opened);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
      wait_for_layout (fixture);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      look_into_popovers (fixture, child, state);
}

static void
act (Fixture    *fixture,
     const char *detailed)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &action, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
  wait_for_layout (fixture);
}

static void
show_panels (Fixture *fixture)
{
  static const struct {
    ApoPanel panel;
    const char *name;
  } panels[] = {
    { APO_PANEL_READER, "text" },
    { APO_PANEL_INDEX, "claims" },
    { APO_PANEL_GRAPH, "relations" },
    { APO_PANEL_TIMELINE, "timeline" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      apo_desk_set_panel (fixture->window->desk, panels[i].panel);
      look_at_all (fixture, panels[i].name);
      if (i == 0 || apo_desk_get_mode (fixture->window->desk) == APO_DESK_NARROW)
        look_into_popovers (fixture, GTK_WIDGET (fixture->window), panels[i].name);
    }
}

/* The first of the actors, who has the most to tell. */
static void
show_actor (Fixture *fixture)
{
  ApoDossier *dossier = apo_session_get_dossier (apo_window_get_session (fixture->window));
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  g_autoptr (ApoItem) actor = g_list_model_get_item (actors, 0);
  GtkWidget *focused;

  apo_focus_select (fixture->window->focus, apo_item_get_id (actor));
  act (fixture, "win.show-index::actors");
  focused = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (gtk_widget_activate_action (focused, "actor.open", NULL));
  look_at_all (fixture, "actor");
  look_into_popovers (fixture, GTK_WIDGET (fixture->window), "actor");
  act (fixture, "win.clear-selection");
}

static void
show_lists (Fixture *fixture)
{
  apo_desk_set_panel (fixture->window->desk, APO_PANEL_GRAPH);
  g_assert_true (gtk_widget_activate_action (
    apo_desk_get_panel_widget (fixture->window->desk, APO_PANEL_GRAPH), "graph.list", NULL));
  look_at_all (fixture, "list of relations");
  apo_desk_set_panel (fixture->window->desk, APO_PANEL_TIMELINE);
  g_assert_true (gtk_widget_activate_action (
    apo_desk_get_panel_widget (fixture->window->desk, APO_PANEL_TIMELINE), "timeline.list", NULL));
  look_at_all (fixture, "list of events");
}

static void
show_claim (Fixture *fixture)
{
  act (fixture, "win.show-index::claims");
  act (fixture, "win.show-claim");
  look_at_all (fixture, "no claim");
  act (fixture, "win.next-claim");
  look_at_all (fixture, "claim");
  act (fixture, "win.verdict::disputed");
  act (fixture, "win.show-claim");
  act (fixture, "win.add-source");
  look_at_all (fixture, "pane of a claim");
  look_into_popovers (fixture, GTK_WIDGET (fixture->window), "pane of a claim");
  act (fixture, "win.clear-selection");
  act (fixture, "win.show-index::actors");
  look_at_all (fixture, "actors");
  show_actor (fixture);
  act (fixture, "win.show-index::notes");
  look_at_all (fixture, "no notes");
  act (fixture, "win.add-note");
  look_at_all (fixture, "notes");
}

static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  look_at_all (fixture, "start");
  open_sample (fixture);
  show_panels (fixture);
  show_lists (fixture);
  show_claim (fixture);
  act (fixture, "win.search");
  look_at_all (fixture, "search");
  act (fixture, "win.clear-selection");
  act (fixture, "win.find");
  look_at_all (fixture, "find");
  act (fixture, "win.replace-text");
  look_at_all (fixture, "replace");
  g_assert_cmpuint (fixture->n_wrong, ==, 0);
}

/* All pages of what is in @widget count, not only those that it shows at first. */
static void
open_stacks (GtkWidget *widget)
{
  gtk_widget_set_visible (widget, TRUE);
  if (GTK_IS_STACK (widget))
    gtk_stack_set_hhomogeneous (GTK_STACK (widget), TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      open_stacks (child);
}

/* Panes and bars that only other dossiers bring up fit a narrow window all the same. */
static void
test_widths (Fixture      *fixture,
             gconstpointer data)
{
  const GType types[] = {
    APO_TYPE_MERGE_REVIEW, APO_TYPE_MERGE_ROW, APO_TYPE_NOTICE, APO_TYPE_OLDER_PANE,
    APO_TYPE_OLDER_ROW, APO_TYPE_RECOVERY_BAR, APO_TYPE_RENEWAL_REVIEW, APO_TYPE_RENEWAL_ROW,
    APO_TYPE_REPLACE_REVIEW, APO_TYPE_REPLACE_ROW, APO_TYPE_SEARCH_PANE, APO_TYPE_START_PAGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (types[i], NULL));
      int needed;

      open_stacks (widget);
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
      if (needed > NARROWEST)
        {
          g_test_message ("%s needs %d pixels", g_type_name (types[i]), needed);
          g_test_fail ();
        }
    }
}

#define ADD(name, width) \
  g_test_add ("/complete/" name, Fixture, GINT_TO_POINTER (width), set_up, test_states, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *catalogs = NULL;

  g_setenv ("LANGUAGE", "fr", TRUE);
  window_sample_init (&argc, &argv);
  setlocale (LC_ALL, "");
  catalogs = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogs);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (!g_str_equal (_("Claims"), "Affirmations"))
    {
      g_print ("1..0 # SKIP no locale of this machine takes translations\n");
      return 0;
    }

  ADD ("wide", 1280);
  ADD ("narrow", 380);
  g_test_add ("/complete/widths", Fixture, GINT_TO_POINTER (380), set_up, test_widths, tear_down);

  return window_sample_run ();
}
