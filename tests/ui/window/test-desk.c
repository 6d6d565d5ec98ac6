/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-desk-private.h"

#include "apo-edit-notes.h"
#include "apo-maximize-button.h"
#include "apo-reader-view.h"
#include "apo-session-place.h"
#include "apo-settings.h"

typedef struct {
  GSettings *settings;
  ApoSession *session;
  ApoFocus *focus;
  GtkWidget *window;
  ApoDesk *desk;
} Fixture;

/* A key that follows the width of the window until the reader chooses. */
static const char *const widths[] = {
  "index-width", "side-width", "medium-index-width", "medium-side-width",
};

static void
iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Until the panes have got their places, which takes more than one frame. */
static void
wait_for_panes (Fixture *fixture)
{
  while (fixture->desk->arrange_source != 0
         || fixture->desk->arranged_width != gtk_widget_get_width (GTK_WIDGET (fixture->desk))
         || fixture->desk->arranged_width <= 0)
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

static void
open_desk (Fixture *fixture,
           int      width,
           int      height)
{
  fixture->window = gtk_window_new ();
  fixture->desk = g_object_new (APO_TYPE_DESK, NULL);
  apo_desk_bind_settings (fixture->desk, fixture->settings);
  apo_desk_set_context (fixture->desk, fixture->session, fixture->focus);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->desk));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_panes (fixture);
}

static void
close_desk (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  iterate ();
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->settings = apo_settings_new ();
  fixture->session = apo_place_session_new ();
  fixture->focus = apo_focus_new (apo_session_get_dossier (fixture->session));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_settings_reset (fixture->settings, widths[i]);
  g_settings_reset (fixture->settings, "graph-share");
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->settings);
}

static gboolean
is_shown (Fixture *fixture,
          ApoPanel panel)
{
  return gtk_widget_get_mapped (apo_desk_get_panel_widget (fixture->desk, panel));
}

static guint
count_shown (Fixture *fixture)
{
  guint n_shown = 0;

  for (guint i = 0; i < APO_N_PANELS; i++)
    n_shown += is_shown (fixture, i);

  return n_shown;
}

/* In every arrangement and with every panel, what is shown asks for no more than there is. */
static void
test_fits (Fixture      *fixture,
           gconstpointer data)
{
  static const struct {
    int width;
    ApoDeskMode mode;
    guint n_shown;
  } table[] = {
    { 360, APO_DESK_NARROW, 1 }, { 719, APO_DESK_NARROW, 1 }, { 720, APO_DESK_MEDIUM, 2 },
    { 1099, APO_DESK_MEDIUM, 2 }, { 1100, APO_DESK_WIDE, 4 }, { 3840, APO_DESK_WIDE, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      open_desk (fixture, table[i].width, 700);
      g_assert_cmpint (apo_desk_get_mode (fixture->desk), ==, table[i].mode);
      for (guint panel = 0; panel < APO_N_PANELS; panel++)
        {
          int min;

          apo_desk_set_panel (fixture->desk, panel);
          wait_for_panes (fixture);
          gtk_widget_measure (fixture->desk->box, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL,
                              NULL);
          g_assert_cmpint (min, <=, table[i].width);
          g_assert_cmpuint (count_shown (fixture), ==, table[i].n_shown);
        }
      close_desk (fixture);
    }
}

/* As with F8, which goes from border to border, and the arrow keys. */
static void
move_border (Fixture  *fixture,
             GtkPaned *paned,
             int       position)
{
  for (guint i = 0; i < 4 && !gtk_widget_is_focus (GTK_WIDGET (paned)); i++)
    apo_desk_step_border (fixture->desk);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (paned)));
  gtk_paned_set_position (paned, position);
  iterate ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->desk->tab_claims));
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (paned)));
}

static void
test_borders (Fixture      *fixture,
              gconstpointer data)
{
  int side;

  open_desk (fixture, 1400, 700);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_assert_cmpint (g_settings_get_int (fixture->settings, widths[i]), ==, 0);
  move_border (fixture, fixture->desk->outer, 402);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "index-width"), ==, 402);
  side = gtk_widget_get_width (GTK_WIDGET (fixture->desk->inner))
         - gtk_paned_get_position (fixture->desk->inner) + 30;
  move_border (fixture, fixture->desk->inner,
               gtk_paned_get_position (fixture->desk->inner) - 30);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "side-width"), ==, side);
  move_border (fixture, fixture->desk->side, 300);
  g_assert_cmpfloat (g_settings_get_double (fixture->settings, "graph-share"), <, 0.5);
  close_desk (fixture);

  /* The other arrangement has widths of its own. */
  open_desk (fixture, 1000, 700);
  g_assert_cmpint (gtk_paned_get_position (fixture->desk->outer), !=, 402);
  move_border (fixture, fixture->desk->outer, 351);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "medium-index-width"), ==, 351);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "index-width"), ==, 402);
  close_desk (fixture);

  open_desk (fixture, 1400, 700);
  g_assert_cmpint (gtk_paned_get_position (fixture->desk->outer), ==, 402);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->desk->inner))
                   - gtk_paned_get_position (fixture->desk->inner), ==, side);
  g_assert_cmpint (gtk_paned_get_position (fixture->desk->side), ==, 300);
  close_desk (fixture);
}

/* What a width does not leave room for is not forgotten. */
static void
test_too_wide (Fixture      *fixture,
               gconstpointer data)
{
  g_settings_set_int (fixture->settings, "index-width", 900);
  open_desk (fixture, 1200, 700);
  g_assert_cmpint (gtk_paned_get_position (fixture->desk->outer), <=, 1200 - 780);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "index-width"), ==, 900);
  close_desk (fixture);
}

static void
find_buttons (GtkWidget *widget,
              GPtrArray *buttons)
{
  if (APO_IS_MAXIMIZE_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_buttons (child, buttons);
}

/* Each panel has a button in its head that says what it does, and does it. */
static void
test_maximize (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  open_desk (fixture, 1300, 700);
  find_buttons (GTK_WIDGET (fixture->desk), buttons);
  g_assert_cmpuint (buttons->len, ==, APO_N_PANELS);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = buttons->pdata[i];

      g_assert_true (gtk_widget_get_mapped (button));
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Maximise the Panel");
      g_signal_emit_by_name (button, "clicked");
      wait_for_panes (fixture);
      g_assert_cmpuint (count_shown (fixture), ==, 1);
      g_assert_true (gtk_widget_get_mapped (button));
      g_assert_true (apo_desk_is_alone (fixture->desk));
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Restore the Panel");
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_PRESSED,
                                        GTK_ACCESSIBLE_TRISTATE_TRUE);
      g_signal_emit_by_name (button, "clicked");
      wait_for_panes (fixture);
      g_assert_cmpuint (count_shown (fixture), ==, APO_N_PANELS);
    }
  close_desk (fixture);
}

/* The dossier remembers it, and a change of it is none of the dossier. */
static void
test_maximize_kept (Fixture      *fixture,
                    gconstpointer data)
{
  open_desk (fixture, 1300, 700);
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk), "desk.maximize-timeline", NULL);
  g_assert_false (apo_session_is_changed (fixture->session));
  close_desk (fixture);

  open_desk (fixture, 1300, 700);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_true (is_shown (fixture, APO_PANEL_TIMELINE));
  g_assert_true (apo_desk_leave_maximized (fixture->desk));
  g_assert_false (apo_desk_leave_maximized (fixture->desk));
  close_desk (fixture);

  open_desk (fixture, 1300, 700);
  g_assert_cmpuint (count_shown (fixture), ==, APO_N_PANELS);
  close_desk (fixture);
}

/* What must be seen comes into sight. */
static void
test_reveal (Fixture      *fixture,
             gconstpointer data)
{
  open_desk (fixture, 1300, 700);
  apo_desk_set_maximized (fixture->desk, APO_PANEL_GRAPH);
  apo_desk_show_index (fixture->desk, "actors");
  wait_for_panes (fixture);
  g_assert_true (is_shown (fixture, APO_PANEL_INDEX));
  apo_desk_set_maximized (fixture->desk, APO_PANEL_READER);
  apo_desk_reveal_panel (fixture->desk, APO_PANEL_READER);
  g_assert_true (apo_desk_is_alone (fixture->desk));
  close_desk (fixture);

  open_desk (fixture, 400, 700);
  g_assert_false (apo_desk_is_alone (fixture->desk));
  apo_desk_reveal_panel (fixture->desk, APO_PANEL_TIMELINE);
  wait_for_panes (fixture);
  g_assert_true (is_shown (fixture, APO_PANEL_TIMELINE));
  apo_desk_leave_maximized (fixture->desk);
  close_desk (fixture);
}

static void
test_animation (Fixture      *fixture,
                gconstpointer data)
{
  open_desk (fixture, 1300, 700);
  apo_desk_set_maximized (fixture->desk, APO_PANEL_GRAPH);
  g_assert_cmpint (adw_animation_get_state (fixture->desk->animation), ==, ADW_ANIMATION_FINISHED);
  apo_desk_set_maximized (fixture->desk, APO_PANEL_NONE);
  wait_for_panes (fixture);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  apo_desk_set_maximized (fixture->desk, APO_PANEL_GRAPH);
  g_assert_cmpint (adw_animation_get_state (fixture->desk->animation), ==, ADW_ANIMATION_PLAYING);
  while (adw_animation_get_state (fixture->desk->animation) == ADW_ANIMATION_PLAYING)
    g_main_context_iteration (NULL, TRUE);
  close_desk (fixture);
}

static gboolean
is_focus_in (Fixture *fixture,
             ApoPanel panel)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL
         && gtk_widget_is_ancestor (focus, apo_desk_get_panel_widget (fixture->desk, panel));
}

/* Round all panels there are, and back to where the keyboard was. */
static void
test_step_panel (Fixture      *fixture,
                 gconstpointer data)
{
  static const ApoPanel order[] = {
    APO_PANEL_INDEX, APO_PANEL_READER, APO_PANEL_GRAPH, APO_PANEL_TIMELINE,
  };

  open_desk (fixture, 1300, 700);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->desk->tab_actors));
  for (guint i = 1; i <= G_N_ELEMENTS (order); i++)
    {
      apo_desk_step_panel (fixture->desk, 1);
      g_assert_true (is_focus_in (fixture, order[i % G_N_ELEMENTS (order)]));
    }
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->desk->tab_actors)));
  apo_desk_step_panel (fixture->desk, -1);
  g_assert_true (is_focus_in (fixture, APO_PANEL_TIMELINE));
  close_desk (fixture);

  open_desk (fixture, 400, 700);
  apo_desk_step_panel (fixture->desk, 1);
  wait_for_panes (fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_false (is_shown (fixture, APO_PANEL_READER));
  close_desk (fixture);
}

/* The list of notes has its place and its number beside the others, and turns up for a new note on
 * the words that are selected in the text. */
static void
test_notes (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *notes = apo_dossier_get_items (apo_session_get_dossier (fixture->session),
                                             APO_ITEM_NOTE);
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  g_autoptr (ApoNote) note = NULL;

  open_desk (fixture, 1300, 700);
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->desk->tab_notes),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Notes");
  g_assert_cmpstr (gtk_label_get_text (fixture->desk->notes_count), ==, "0");
  apo_desk_show_index (fixture->desk, "notes");
  g_assert_true (gtk_toggle_button_get_active (fixture->desk->tab_notes));
  apo_desk_show_index (fixture->desk, "claims");

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (apo_reader_get_view (fixture->desk->reader)));
  gtk_text_buffer_get_start_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, 5);
  gtk_text_buffer_select_range (buffer, &start, &end);
  apo_desk_add_note (fixture->desk);
  wait_for_panes (fixture);
  g_assert_true (gtk_toggle_button_get_active (fixture->desk->tab_notes));
  g_assert_cmpstr (gtk_label_get_text (fixture->desk->notes_count), ==, "1");
  note = g_list_model_get_item (notes, 0);
  g_assert_cmpuint (apo_span_get_length (apo_note_get_span (note)), ==, 5);
  close_desk (fixture);
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->desk->search_pane),
                                                    APO_TYPE_SEARCH_PANE, id));
}

static void
look_for (Fixture    *fixture,
          const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "entry")), words);
  g_signal_emit_by_name (get_part (fixture, "entry"), "search-changed");
}

static const char *
get_found_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_part (fixture, "stack")));
}

/* One entry for all there is: what is found is named, grouped and gone to. */
static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  ApoDossier *dossier = apo_session_get_dossier (fixture->session);
  g_autofree char *first = NULL;
  GtkListBox *list;
  GtkListBoxRow *row;
  ApoNote *note;
  ApoSpan span;

  note = apo_edit_add_note (apo_session_get_history (fixture->session), NULL,
                            "Zebra\nat the bridge", NULL);
  open_desk (fixture, 1300, 700);
  apo_desk_start_search (fixture->desk, NULL);
  g_assert_cmpstr (apo_desk_get_pane (fixture->desk), ==, "search");
  g_assert_cmpstr (get_found_page (fixture), ==, "empty");
  gtk_test_accessible_assert_role (get_part (fixture, "entry"), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (get_part (fixture, "entry"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search in everything");
  look_for (fixture, "qqqq");
  g_assert_cmpstr (get_found_page (fixture), ==, "nothing");

  look_for (fixture, "zEBRA");
  list = GTK_LIST_BOX (get_part (fixture, "list"));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));
  gtk_test_accessible_assert_property (GTK_WIDGET (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Notes. Zebra at the bridge");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_header (row))), ==,
                   "Notes · 1");
  g_signal_emit_by_name (get_part (fixture, "entry"), "activate");
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, apo_item_get_id (APO_ITEM (note)));

  apo_edit_set_note_text (apo_session_get_history (fixture->session), note, "Giraffe");
  while (g_strcmp0 (get_found_page (fixture), "nothing") != 0)
    g_main_context_iteration (NULL, TRUE);
  apo_desk_start_search (fixture->desk, "giraffe");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));

  first = apo_text_dup_slice (apo_article_get_text (apo_dossier_get_article (dossier)),
                              APO_SPAN (0, 6));
  look_for (fixture, first);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (apo_reader_view_get_selection (
    APO_READER_VIEW (apo_reader_get_view (fixture->desk->reader)), &span));
  g_assert_cmpuint (span.start, ==, 0);
  g_signal_emit_by_name (get_part (fixture, "entry"), "stop-search");
  g_assert_null (apo_desk_get_pane (fixture->desk));
  close_desk (fixture);
}

#define ADD(name, func) g_test_add ("/desk/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("fits", test_fits);
  ADD ("borders", test_borders);
  ADD ("too-wide", test_too_wide);
  ADD ("maximize", test_maximize);
  ADD ("maximize-kept", test_maximize_kept);
  ADD ("reveal", test_reveal);
  ADD ("animation", test_animation);
  ADD ("step-panel", test_step_panel);
  ADD ("notes", test_notes);
  ADD ("search", test_search);

  return g_test_run ();
}
