/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include <string.h>

#include "apo-edit-check.h"
#include "apo-edit-notes.h"
#include "apo-notes-panel.h"
#include "index-sample.h"

static GtkWidget *
show_panel (IndexSample *sample)
{
  GtkWidget *panel = apo_notes_panel_new ();

  apo_notes_panel_set_context (APO_NOTES_PANEL (panel), sample->dossier, sample->history,
                               sample->focus);
  index_sample_show (sample, panel, 356);

  return panel;
}

/* One on each kind of thing, not in the order of the text. */
static void
add_notes (IndexSample *sample)
{
  ApoItem *norland = APO_ITEM (index_sample_get_actor (sample, "Norland"));

  apo_edit_add_note (sample->history, NULL, "Ask the editor", "Ana");
  apo_edit_add_note (sample->history, APO_ITEM (index_sample_get_claim (sample, 7)), "Which keys?",
                     NULL);
  apo_edit_add_note_on_span (sample->history, APO_SPAN (0, 11), "Who is she?", NULL);
  apo_edit_add_note (sample->history, norland, "Has no harbour", NULL);
}

static const char *
get_page (GtkWidget *panel)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (index_sample_find_child (panel, "stack")));
}

static GtkTextBuffer *
get_buffer (GtkWidget *row)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (index_sample_find_child (row, "text")));
}

static char *
dup_shown (GtkWidget *row)
{
  char *text;

  g_object_get (get_buffer (row), "text", &text, NULL);

  return text;
}

static const char *
get_label (GtkWidget  *row,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (index_sample_find_child (row, id)));
}

static void
search (GtkWidget  *panel,
        const char *text)
{
  GtkWidget *entry = index_sample_find_child (panel, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* In the order of the text, that about all of it last, each with what it is about. */
static void
test_rows (IndexSample  *sample,
           gconstpointer user_data)
{
  static const struct {
    const char *about;
    const char *icon;
    const char *text;
  } cases[] = {
    { "Passage: Mara Linden", "apo-reader-symbolic", "Who is she?" },
    { "Actor: Norland", "apo-actors-symbolic", "Has no harbour" },
    { "Claim: Norland has the keys", "apo-claims-symbolic", "Which keys?" },
    { "The whole dossier", "apo-reader-symbolic", "Ask the editor" },
  };
  GtkWidget *panel;

  add_notes (sample);
  panel = show_panel (sample);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = index_sample_find (panel, "ApoNoteRow", i);
      GtkWidget *text = index_sample_find_child (row, "text");
      g_autofree char *shown = dup_shown (row);
      g_autofree char *label = g_strdup_printf ("%s. %s. %s", cases[i].about, cases[i].text,
                                                get_label (row, "caption"));

      g_assert_cmpstr (get_label (row, "about"), ==, cases[i].about);
      g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (index_sample_find_child (row, "icon"))),
                       ==, cases[i].icon);
      g_assert_cmpstr (shown, ==, cases[i].text);
      gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
      gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Text of the note");
      gtk_test_accessible_assert_property (index_sample_find_child (row, "about_button"),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].about);
      gtk_test_accessible_assert_property (gtk_widget_get_parent (row),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, label);
    }
  g_assert_true (g_str_has_suffix (get_label (index_sample_find (panel, "ApoNoteRow", 3),
                                              "caption"), " · Ana"));
}

static void
type_letters (GtkWidget  *row,
              const char *letters)
{
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    {
      GtkTextIter end;

      gtk_text_buffer_get_end_iter (get_buffer (row), &end);
      gtk_text_buffer_insert (get_buffer (row), &end, p, g_utf8_next_char (p) - p);
    }
}

/* No line is out of sight, in the first frame either, nor when more is written. */
static void
test_height (IndexSample  *sample,
             gconstpointer user_data)
{
  GtkWidget *panel;
  GtkWidget *row;
  GtkWidget *view;

  apo_edit_add_note (sample->history, NULL, "", NULL);
  panel = show_panel (sample);
  row = index_sample_find (panel, "ApoNoteRow", 0);
  view = index_sample_find_child (row, "text");
  for (guint i = 0; i < 3; i++)
    {
      int one_line;
      int needed;

      gtk_widget_measure (index_sample_find_child (row, "hint"), GTK_ORIENTATION_VERTICAL, -1,
                          &one_line, NULL, NULL, NULL);
      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (view), &needed, NULL,
                          NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (view), >=, MAX (needed, one_line));
      type_letters (row, "Whoever reads this note finds that it goes on for more than one line. ");
      index_sample_settle (sample);
    }
}

/* What is typed is one step, shown at once, undone and done again. */
static void
test_typing (IndexSample  *sample,
             gconstpointer user_data)
{
  ApoEditCheck *check;
  GtkWidget *panel;
  GtkWidget *row;
  g_autofree char *shown = NULL;
  g_autoptr (ApoNote) note = NULL;

  add_notes (sample);
  panel = show_panel (sample);
  row = index_sample_find (panel, "ApoNoteRow", 1);
  g_object_get (row, "note", &note, NULL);
  type_letters (row, "…!?");
  g_assert_cmpstr (apo_note_get_text (note), ==, "Has no harbour…!?");
  g_assert_cmpuint (apo_history_get_n_done (sample->history), ==, 5);
  apo_history_undo (sample->history);
  shown = dup_shown (row);
  g_assert_cmpstr (shown, ==, "Has no harbour");

  check = apo_edit_check_begin (sample->history);
  type_letters (row, "x");
  apo_edit_check_end (check, "Change a note");
}

/* A new note is about what is selected, beside what a selected note is about, or about it all. */
static void
test_add (IndexSample  *sample,
          gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  const char *claim = apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 0)));
  const ApoSpan span = { 12, 16 };
  ApoNote *note;

  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, "Ana");
  g_assert_cmpstr (apo_note_get_target (note), ==, "");
  g_assert_cmpstr (apo_note_get_author (note), ==, "Ana");
  g_assert_cmpstr (get_page (panel), ==, "list");

  apo_focus_select (sample->focus, claim);
  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  g_assert_cmpstr (apo_note_get_target (note), ==, claim);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, apo_item_get_id (APO_ITEM (note)));

  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  g_assert_cmpstr (apo_note_get_target (note), ==, claim);

  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), &span, NULL);
  g_assert_cmpuint (apo_note_get_span (note).start, ==, 12);
  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  g_assert_cmpuint (apo_note_get_span (note).end, ==, 16);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 5);
}

/* One that is left before anything is written is taken back; one with words stays. */
static void
test_left_empty (IndexSample  *sample,
                 gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  const char *claim = apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 0)));
  ApoNote *note;

  apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  index_sample_settle (sample);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 1);
  apo_focus_select (sample->focus, claim);
  index_sample_settle (sample);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 0);
  g_assert_cmpuint (apo_history_get_n_done (sample->history), ==, 0);

  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  apo_edit_set_note_text (sample->history, note, "Mine");
  apo_focus_select (sample->focus, NULL);
  index_sample_settle (sample);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 1);
}

/* The keyboard goes into a new note, and selecting a passage again leaves its text alone. */
static void
test_keyboard (IndexSample  *sample,
               gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  GtkWidget *focus = NULL;
  ApoNote *note;

  add_notes (sample);
  note = apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL);
  while (!GTK_IS_TEXT_VIEW (focus))
    {
      index_sample_settle (sample);
      focus = gtk_window_get_focus (GTK_WINDOW (sample->window));
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Mine", -1);
  g_assert_cmpstr (apo_note_get_text (note), ==, "Mine");
}

static void
test_remove (IndexSample  *sample,
             gconstpointer user_data)
{
  GtkWidget *panel;
  ApoEditCheck *check;

  add_notes (sample);
  panel = show_panel (sample);
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (index_sample_find (panel, "ApoNoteRow", 0), "note.remove", NULL);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 3);
  apo_edit_check_end (check, "Remove a note");
  apo_history_undo (sample->history);
  index_sample_settle (sample);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 4);
}

/* What a note is about is selected by its button; a passage has but the note itself. */
static void
test_show (IndexSample  *sample,
           gconstpointer user_data)
{
  GtkWidget *panel;
  GtkWidget *row;
  g_autoptr (ApoItem) note = NULL;

  add_notes (sample);
  panel = show_panel (sample);
  row = index_sample_find (panel, "ApoNoteRow", 2);
  g_signal_emit_by_name (index_sample_find_child (row, "about_button"), "clicked");
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==,
                   apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 7))));

  row = index_sample_find (panel, "ApoNoteRow", 0);
  g_object_get (row, "note", &note, NULL);
  gtk_widget_activate_action (row, "note.show", NULL);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, apo_item_get_id (note));

  row = index_sample_find (panel, "ApoNoteRow", 3);
  g_assert_false (gtk_widget_get_sensitive (index_sample_find_child (row, "about_button")));
}

/* In the text, in what it is about, in who wrote it; what is being written stays in sight. */
static void
test_search (IndexSample  *sample,
             gconstpointer user_data)
{
  static const struct {
    const char *search;
    guint n;
    const char *page;
  } cases[] = {
    { "KEYS", 1, "list" },
    { "norland", 2, "list" },
    { "ana", 1, "list" },
    { "wreck", 0, "nothing" },
    { "", 4, "list" },
  };
  GtkWidget *panel;

  add_notes (sample);
  panel = show_panel (sample);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].search);
      search (panel, cases[i].search);
      index_sample_settle (sample);
      g_assert_cmpstr (get_page (panel), ==, cases[i].page);
      if (cases[i].n > 0)
        g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, cases[i].n);
    }

  search (panel, "keys");
  gtk_text_buffer_set_text (get_buffer (index_sample_find (panel, "ApoNoteRow", 0)), "Done", -1);
  g_assert_cmpuint (index_sample_count (panel, "ApoNoteRow"), ==, 1);

  search (panel, "wreck");
  index_sample_click_label (panel, "Show all");
  g_assert_cmpstr (get_page (panel), ==, "list");
}

static void
test_empty (IndexSample  *sample,
            gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);

  g_assert_cmpstr (get_page (panel), ==, "empty");
  add_notes (sample);
  g_assert_cmpstr (get_page (panel), ==, "list");

  apo_notes_panel_set_context (APO_NOTES_PANEL (panel), NULL, NULL, NULL);
  g_assert_cmpstr (get_page (panel), ==, "empty");
  g_assert_null (apo_notes_panel_add (APO_NOTES_PANEL (panel), NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/notes-panel/rows", test_rows);
  ADD ("/notes-panel/height", test_height);
  ADD ("/notes-panel/typing", test_typing);
  ADD ("/notes-panel/add", test_add);
  ADD ("/notes-panel/left-empty", test_left_empty);
  ADD ("/notes-panel/keyboard", test_keyboard);
  ADD ("/notes-panel/remove", test_remove);
  ADD ("/notes-panel/show", test_show);
  ADD ("/notes-panel/search", test_search);
  ADD ("/notes-panel/empty", test_empty);
#undef ADD

  return g_test_run ();
}
