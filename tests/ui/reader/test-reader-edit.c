/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "apo-adopt.h"
#include "apo-preferences.h"
#include "apo-reader-bar.h"
#include "apo-reader-buffer.h"
#include "apo-reader-date.h"
#include "apo-reader-look.h"
#include "apo-reader-time.h"
#include "apo-reader-view.h"
#include "apo-reader-words.h"
#include "apo-reader.h"
#include "apo-sample-dossier.h"
#include "apo-settings.h"

typedef struct {
  GtkWindow *window;
  ApoReader *reader;
  ApoReaderView *view;
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSettings *settings;
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
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  fixture->dossier = apo_dossier_new ("tests");
  apo_dossier_insert (fixture->dossier, APO_ITEM (article), 0);
  apo_adopt_as_opening (fixture->dossier, article, findings);
  fixture->history = apo_history_new (fixture->dossier);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->settings = apo_settings_new ();
  fixture->reader = APO_READER (apo_reader_new ());
  fixture->view = APO_READER_VIEW (apo_reader_get_view (fixture->reader));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 500);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->reader));
  apo_reader_bind_settings (fixture->reader, fixture->settings);
  apo_reader_set_context (fixture->reader, fixture->dossier, fixture->history, fixture->focus);
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
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->dossier);
  g_settings_reset (fixture->settings, "font-size");
  g_settings_reset (fixture->settings, "color-scheme");
  g_clear_object (&fixture->settings);
}

static ApoText *
get_text (Fixture *fixture)
{
  return apo_article_get_text (apo_dossier_get_article (fixture->dossier));
}

static ApoSpan
find_words (Fixture    *fixture,
            const char *words)
{
  const char *text = apo_text_get_string (get_text (fixture));
  const char *place = strstr (text, words);
  guint start;

  g_assert_nonnull (place);
  start = g_utf8_strlen (text, place - text);

  return APO_SPAN (start, start + g_utf8_strlen (words, -1));
}

static void
select_words (Fixture    *fixture,
              const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
  GtkTextIter start;
  GtkTextIter end;

  apo_reader_buffer_get_bounds (APO_READER_BUFFER (buffer), &start, &end,
                                find_words (fixture, words));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static ApoClaim *
get_claim (Fixture *fixture,
           guint    number)
{
  g_autoptr (ApoClaim) claim =
    g_list_model_get_item (apo_dossier_get_items (fixture->dossier, APO_ITEM_CLAIM), number);

  return claim;
}

/* A widget of @type below @widget, popovers too. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), action, NULL);
  iterate ();
}

static void
test_new_claim (Fixture      *fixture,
                gconstpointer data)
{
  GListModel *claims = apo_dossier_get_items (fixture->dossier, APO_ITEM_CLAIM);
  guint n_before = g_list_model_get_n_items (claims);
  g_autofree char *text = NULL;
  ApoItem *made;
  ApoSpan span;

  /* nothing is selected yet */
  activate (fixture, "reader.new-claim");
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, n_before);

  select_words (fixture, " Oslo et Lisbonne ");
  activate (fixture, "reader.new-claim");
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, n_before + 1);
  made = apo_dossier_lookup (fixture->dossier, apo_focus_get_selected (fixture->focus));
  g_assert_true (APO_IS_CLAIM (made));
  text = apo_dossier_dup_item_text (fixture->dossier, made);
  g_assert_cmpstr (text, ==, "Oslo et Lisbonne");
  g_assert_false (apo_reader_view_get_selection (fixture->view, &span));

  apo_history_undo (fixture->history);
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, n_before);
}

/* An event, an actor with all its places, and a note: each is one step. */
static void
test_new_event (Fixture      *fixture,
                gconstpointer data)
{
  ApoItem *made;

  select_words (fixture, "Oslo et Lisbonne ont signé un accord");
  activate (fixture, "reader.new-event");
  made = apo_dossier_lookup (fixture->dossier, apo_focus_get_selected (fixture->focus));
  g_assert_true (APO_IS_EVENT (made));
  apo_history_undo (fixture->history);
  g_assert_false (apo_history_can_undo (fixture->history));
}

static GtkWidget *
get_bar (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->reader), APO_TYPE_READER_BAR);
}

static void
test_new_actor (Fixture      *fixture,
                gconstpointer data)
{
  ApoSpan expected = find_words (fixture, "digue");
  const ApoActorMention *mentions;
  ApoItem *made;
  guint n;

  select_words (fixture, "digue");
  activate (fixture, "reader.new-actor");
  g_signal_emit_by_name (get_bar (fixture), "actor", APO_ACTOR_PLACE, TRUE);
  made = apo_dossier_lookup (fixture->dossier, apo_focus_get_selected (fixture->focus));
  g_assert_true (APO_IS_ACTOR (made));
  g_assert_cmpstr (apo_actor_get_name (APO_ACTOR (made)), ==, "digue");
  g_assert_cmpint (apo_actor_get_kind (APO_ACTOR (made)), ==, APO_ACTOR_PLACE);
  mentions = apo_actor_get_mentions (APO_ACTOR (made), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (apo_span_equal (mentions[0].span, expected));

  apo_history_undo (fixture->history);
  g_assert_false (apo_history_can_undo (fixture->history));
}

static void
test_new_note (Fixture      *fixture,
               gconstpointer data)
{
  GListModel *notes = apo_dossier_get_items (fixture->dossier, APO_ITEM_NOTE);
  GtkWidget *entry = find_widget (get_bar (fixture), GTK_TYPE_ENTRY);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Note on the passage");
  select_words (fixture, "dès mardi");
  activate (fixture, "reader.new-note");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "To be asked");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);

  apo_history_undo (fixture->history);
  g_assert_false (apo_history_can_undo (fixture->history));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy_citation (Fixture      *fixture,
                    gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  g_autofree char *copied = NULL;

  apo_item_set_value (APO_ITEM (article), APO_ARTICLE_FIELD_TITLE, g_variant_new_string ("Le port"));
  apo_item_set_value (APO_ITEM (article), APO_ARTICLE_FIELD_OUTLET, g_variant_new_string ("Amer"));
  apo_item_set_value (APO_ITEM (article), APO_ARTICLE_FIELD_DATE,
                      g_variant_new_int32 (apo_day_from_ymd (2024, 5, 3)));
  select_words (fixture, "la digue aurait cédé");
  activate (fixture, "reader.copy-citation");

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->reader)), NULL,
                                 read_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, "“la digue aurait cédé” — “Le port”, Amer, 3 May 2024");
}

/* The bar opens once words have stayed selected, and closes with the selection. */
static void
test_bar (Fixture      *fixture,
          gconstpointer data)
{
  GtkWidget *bar = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->reader)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (APO_IS_READER_BAR (child))
      bar = child;
  g_assert_nonnull (bar);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What to make of the selection");

  select_words (fixture, "la digue");
  while (!gtk_widget_get_visible (bar))
    g_main_context_iteration (NULL, TRUE);
  select_words (fixture, "");
  g_assert_false (gtk_widget_get_visible (bar));
}

/* Who chooses something elsewhere is done with the words selected here. */
static void
test_let_go (Fixture      *fixture,
             gconstpointer data)
{
  ApoReaderView *view = APO_READER_VIEW (apo_reader_get_view (fixture->reader));
  GListModel *claims = apo_dossier_get_items (fixture->dossier, APO_ITEM_CLAIM);
  g_autoptr (ApoItem) claim = g_list_model_get_item (claims, 0);
  ApoSpan span;

  select_words (fixture, "la digue");
  g_assert_true (apo_reader_view_get_selection (view, &span));
  apo_focus_select (fixture->focus, apo_item_get_id (claim));
  g_assert_false (apo_reader_view_get_selection (view, &span));
}

static void
trim (Fixture *fixture,
      gboolean at_end,
      int      step)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.trim", "(bi)", at_end, step);
}

static void
assert_text (Fixture    *fixture,
             ApoClaim   *claim,
             const char *expected)
{
  g_autofree char *text = apo_dossier_dup_item_text (fixture->dossier, APO_ITEM (claim));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_trim (Fixture      *fixture,
           gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  g_autofree char *before = apo_dossier_dup_item_text (fixture->dossier, APO_ITEM (claim));

  /* not before it is selected */
  trim (fixture, TRUE, -1);
  assert_text (fixture, claim, before);
  g_assert_cmpstr (before, ==, "la digue aurait cédé dès mardi");

  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (claim)));
  trim (fixture, TRUE, -1);
  assert_text (fixture, claim, "la digue aurait cédé dès");
  trim (fixture, FALSE, 1);
  assert_text (fixture, claim, "digue aurait cédé dès");
  trim (fixture, FALSE, -1);
  trim (fixture, TRUE, 1);
  assert_text (fixture, claim, before);
  trim (fixture, TRUE, 1);
  assert_text (fixture, claim, "la digue aurait cédé dès mardi. Le");

  for (guint i = 0; i < 5; i++)
    apo_history_undo (fixture->history);
  assert_text (fixture, claim, before);
  g_assert_false (apo_history_can_undo (fixture->history));
}

/* A claim can't be trimmed away. */
static void
test_trim_to_a_word (Fixture      *fixture,
                     gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);

  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (claim)));
  for (guint i = 0; i < 20; i++)
    trim (fixture, TRUE, -1);
  assert_text (fixture, claim, "la");
  for (guint i = 0; i < 5; i++)
    trim (fixture, FALSE, 1);
  assert_text (fixture, claim, "la");
}

static void
test_card (Fixture      *fixture,
           gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  GtkWidget *card = NULL;

  g_assert_false (apo_reader_view_show_card (fixture->view));
  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (claim)));
  g_assert_true (apo_reader_view_show_card (fixture->view));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      card = child;
  g_assert_nonnull (card);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nobody named");
  gtk_popover_popdown (GTK_POPOVER (card));
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  ApoClaim *claim = get_claim (fixture, 1);
  ApoSpan cue = find_words (fixture, "Selon le syndicat");
  GListModel *times = apo_dossier_get_items (fixture->dossier, APO_ITEM_TIME);
  g_autoptr (ApoItem) time = g_list_model_get_item (times, 0);
  g_autoptr (ApoReaderWords) of_claim = NULL;
  g_autoptr (ApoReaderWords) of_time = NULL;

  apo_item_set_value (APO_ITEM (claim), APO_CLAIM_FIELD_CUE,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &cue, 1, sizeof cue));
  of_claim = apo_reader_words_new (fixture->dossier, APO_ITEM (claim), cue.start);
  g_assert_cmpstr (of_claim->title, ==, "Nobody named");
  g_assert_cmpstr (of_claim->state, ==, "Asserted · Not assessed");
  g_assert_cmpstr (of_claim->grounds, ==, "Cue: “Selon le syndicat”");

  of_time = apo_reader_words_new (fixture->dossier, time, 0);
  g_assert_cmpstr (of_time->title, ==, "“Le 3 mai 2024”");
  g_assert_cmpstr (of_time->state, ==, "3 May 2024");
}

static void
test_date (Fixture      *fixture,
           gconstpointer data)
{
  static const struct {
    const char *text;
    int year, month, day;       /* 0 where it is none */
  } table[] = {
    { "2024-05-31", 2024, 5, 31 }, { " 31/5/2024 ", 2024, 5, 31 }, { "1.12.1999", 1999, 12, 1 },
    { "", 0, 0, 0 }, { "31/2/2024", 0, 0, 0 }, { "31/5/24", 0, 0, 0 }, { "5/2024", 0, 0, 0 },
    { "31/5/2024 noon", 0, 0, 0 }, { "yesterday", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ApoDay day = APO_DAY_NONE;
      gboolean valid = apo_reader_date_parse (table[i].text, &day);

      g_assert_true (valid == (table[i].year != 0));
      if (valid)
        g_assert_cmpint (day, ==,
                         apo_day_from_ymd (table[i].year, table[i].month, table[i].day));
      else
        g_assert_cmpint (day, ==, APO_DAY_NONE);
    }
}

/* What is typed is the date of the article, as one step that can be undone. */
static void
test_gives_date (Fixture      *fixture,
                 gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  GtkWidget *date = find_widget (GTK_WIDGET (fixture->reader), APO_TYPE_READER_DATE);
  GtkWidget *entry = find_widget (date, GTK_TYPE_ENTRY);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Day of publication");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3/5/20");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "3/5/2024");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (apo_article_get_date (article), ==, apo_day_from_ymd (2024, 5, 3));

  apo_history_undo (fixture->history);
  g_assert_cmpint (apo_article_get_date (article), ==, APO_DAY_NONE);
}

static void
test_zoom (Fixture      *fixture,
           gconstpointer data)
{
  int size = g_settings_get_int (fixture->settings, "font-size");

  activate (fixture, "reader.zoom-in");
  activate (fixture, "reader.zoom-in");
  g_assert_cmpint (g_settings_get_int (fixture->settings, "font-size"), ==, size + 2);
  activate (fixture, "reader.zoom-out");
  g_assert_cmpint (g_settings_get_int (fixture->settings, "font-size"), ==, size + 1);
  activate (fixture, "reader.zoom-reset");
  g_assert_cmpint (g_settings_get_int (fixture->settings, "font-size"), ==, size);

  for (guint i = 0; i < 50; i++)
    activate (fixture, "reader.zoom-out");
  g_assert_cmpint (g_settings_get_int (fixture->settings, "font-size"), ==, 8);
}

static void
test_look (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *look = find_widget (GTK_WIDGET (fixture->reader), APO_TYPE_READER_LOOK);
  int before = gtk_text_view_get_right_margin (GTK_TEXT_VIEW (fixture->view));

  gtk_test_accessible_assert_property (look, GTK_ACCESSIBLE_PROPERTY_LABEL, "Look of the text");
  gtk_widget_activate_action (look, "look.color-scheme", "s", "sepia");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->reader), "sepia"));
  gtk_widget_activate_action (look, "look.color-scheme", "s", "dark");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->reader), "sepia"));

  g_settings_set_int (fixture->settings, "reader-measure", 50);
  iterate ();
  g_assert_cmpint (gtk_text_view_get_right_margin (GTK_TEXT_VIEW (fixture->view)), >, before);
  g_settings_reset (fixture->settings, "reader-measure");
}

/* A family with a quote in its name can't break out of the style sheet. */
static void
test_font (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const families[] = { "", "sans", "Cantarell", "O'Font \\ {", NULL };

  for (guint i = 0; families[i] != NULL; i++)
    {
      g_settings_set_string (fixture->settings, "text-font", families[i]);
      apo_preferences_apply_font (fixture->settings);
      iterate ();
    }
  g_settings_reset (fixture->settings, "text-font");
  apo_preferences_apply_font (fixture->settings);
}

/* A time of the text is put right where it stands, and takes the event with it. */
static void
test_time (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoTime) time = g_list_model_get_item (apo_dossier_get_items (fixture->dossier,
                                                                           APO_ITEM_TIME), 0);
  g_autoptr (ApoEvent) event = g_list_model_get_item (apo_dossier_get_items (fixture->dossier,
                                                                             APO_ITEM_EVENT), 0);
  GtkWidget *popover = find_widget (GTK_WIDGET (fixture->reader), APO_TYPE_READER_TIME);
  GtkWidget *entry = find_widget (popover, GTK_TYPE_ENTRY);
  ApoInterval before = apo_event_get_interval (event);

  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.edit-date", NULL);
  g_assert_false (gtk_widget_get_visible (popover));
  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (time)));
  iterate ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.edit-date", NULL);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2024-05-03");
  gtk_editable_set_text (GTK_EDITABLE (entry), "May 2021");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (apo_history_get_undo_name (fixture->history), ==, "Date of “Le 3 mai 2024”");
  g_assert_cmpint (apo_time_get_interval (time).earliest, ==, apo_day_from_ymd (2021, 5, 1));
  g_assert_cmpint (apo_event_get_interval (event).latest, ==, apo_day_from_ymd (2021, 5, 31));
  apo_history_undo (fixture->history);
  g_assert_cmpint (apo_event_get_interval (event).earliest, ==, before.earliest);
  apo_history_redo (fixture->history);
  g_assert_cmpint (apo_event_get_precision (event), ==, APO_PRECISION_MONTH);

  /* what is given up is not taken */
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.edit-date", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1999");
  apo_reader_set_context (fixture->reader, NULL, NULL, NULL);
  g_assert_cmpint (apo_time_get_interval (time).earliest, ==, apo_day_from_ymd (2021, 5, 1));
}

#define ADD(name, func) g_test_add ("/reader/edit/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("new-claim", test_new_claim);
  ADD ("new-event", test_new_event);
  ADD ("new-actor", test_new_actor);
  ADD ("new-note", test_new_note);
  ADD ("copy-citation", test_copy_citation);
  ADD ("bar", test_bar);
  ADD ("let-go", test_let_go);
  ADD ("trim", test_trim);
  ADD ("trim-to-a-word", test_trim_to_a_word);
  ADD ("card", test_card);
  ADD ("words", test_words);
  ADD ("date", test_date);
  ADD ("gives-date", test_gives_date);
  ADD ("time", test_time);
  ADD ("zoom", test_zoom);
  ADD ("look", test_look);
  ADD ("font", test_font);

  return g_test_run ();
}
