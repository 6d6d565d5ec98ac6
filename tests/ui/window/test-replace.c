/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-sample.h"

#include <glib/gstdio.h>
#include <string.h>

#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-session-place.h"
#include "apo-settings.h"

typedef struct {
  GSettings *settings;
  ApoPlace *place;
  ApoWindow *window;
} Fixture;

/* The sample with other words in its first claim, set otherwise, and without its last sentence. */
static const char newer_text[] =
  "Le port rouvre après la tempête\n"
  "\n"
  "La maire, Odile Carrère, assure que les quais \"tiendront dix ans\". Selon le syndicat des "
  "pêcheurs, la digue aurait cédé dès\u00A0mardi. Le 3 mai 2024, Oslo et Lisbonne ont signé un "
  "accord.\n\U0001F41F\n";

/* With words in the place of a claim that may be it or not. */
static const char doubtful_text[] =
  "Le port rouvre après la tempête\n"
  "\n"
  "La maire, Odile Carrère, assure que les quais « tiendront cent ans ». Selon le syndicat des "
  "pêcheurs, la digue aurait pu se rompre mercredi. Le 3 mai 2024, Oslo et Lisbonne ont signé un "
  "accord.\n« Nous n’avons rien promis », a répondu Odile Carrère. \U0001F41F\n";

static ApoDossier *
get_dossier (Fixture *fixture)
{
  return apo_session_get_dossier (fixture->window->session);
}

static ApoClaim *
get_claim (Fixture *fixture,
           guint    i)
{
  g_autoptr (ApoClaim) claim =
    g_list_model_get_item (apo_dossier_get_items (get_dossier (fixture), APO_ITEM_CLAIM), i);

  return claim;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoSession) session = apo_place_session_new ();

  fixture->place = apo_place_new (NULL);
  fixture->settings = apo_settings_new ();
  g_assert_true (apo_place_save (session, fixture->place->file, TRUE, NULL));
  fixture->window = window_sample_new (fixture->settings, fixture->place->store);
  window_sample_open (fixture->window, fixture->place->file);
  window_sample_iterate ();
  apo_edit_set_verdict (apo_session_get_history (fixture->window->session),
                        get_claim (fixture, 0), APO_VERDICT_VERIFIED, "Ada");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  apo_session_discard (fixture->window->session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  window_sample_iterate ();
  g_clear_object (&fixture->settings);
  apo_place_free (fixture->place);
}

/* The dossier without the counter, which only grows, and without how it looks. */
static GBytes *
take_dossier (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  g_autoptr (GVariant) states = apo_dossier_get_view_states (dossier);
  GVariantIter iter;
  const char *key;
  GBytes *bytes;

  g_variant_iter_init (&iter, states);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    apo_dossier_set_view_state (dossier, key, NULL);
  apo_dossier_set_counter (dossier, 0);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static GBytes *
take_state (Fixture *fixture)
{
  return take_dossier (get_dossier (fixture));
}

static void
assert_state (Fixture *fixture,
              GBytes  *expected)
{
  g_autoptr (GBytes) state = take_state (fixture);

  g_assert_true (g_bytes_equal (state, expected));
}

/* Whether a widget below @widget that is shown says @text, or a button is named so. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);

  return found;
}

static void
click (GtkWidget  *below,
       const char *text)
{
  GtkWidget *label = find_text (below, text);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_sample_iterate ();
}

static GtkWidget *
get_review (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window->replace_review);
}

static void
wait_for_list (Fixture *fixture)
{
  while (!apo_replace_review_is_waiting (fixture->window->replace_review))
    g_main_context_iteration (NULL, TRUE);
  window_sample_iterate ();
}

static void
review (Fixture    *fixture,
        const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace-text", NULL);
  g_assert_cmpstr (apo_desk_get_pane (fixture->window->desk), ==, "replace");
  apo_replace_review_take_text (fixture->window->replace_review, text);
  wait_for_list (fixture);
}

static guint
count_listed (Fixture    *fixture,
              const char *state)
{
  g_object_set (fixture->window->replace_review, "show", state, NULL);

  return g_list_model_get_n_items (apo_replace_review_get_listed (fixture->window
                                                                  ->replace_review));
}

static void
apply (Fixture *fixture)
{
  gtk_widget_activate_action (get_review (fixture), "replace.apply", NULL);
  window_sample_iterate ();
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  GtkTextView *view =
    GTK_TEXT_VIEW (apo_reader_get_view (apo_desk_get_reader (fixture->window->desk)));
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &shown, NULL);
  g_assert_true (g_str_has_prefix (shown, expected));
}

/* Each passage is listed with what became of it, and nothing happens before the reader says so. */
static void
test_review (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GBytes) before = take_state (fixture);
  guint n_listed;

  review (fixture, newer_text);
  n_listed = count_listed (fixture, "found") + count_listed (fixture, "ask");
  g_assert_cmpuint (count_listed (fixture, "moved"), >, 0);
  g_assert_cmpuint (n_listed, >, 0);
  window_sample_iterate ();
  g_assert_nonnull (find_text (get_review (fixture), "In other words"));
  g_assert_nonnull (find_text (get_review (fixture), "tiendront cent ans"));
  g_assert_nonnull (find_text (get_review (fixture), "tiendront dix ans"));
  g_assert_nonnull (find_text (get_review (fixture), "Claim by Odile Carrère"));
  g_assert_cmpuint (count_listed (fixture, "lost"), >, 0);
  window_sample_iterate ();
  g_assert_nonnull (find_text (get_review (fixture), "Nous n’avons rien promis"));
  g_assert_null (find_text (get_review (fixture), "tiendront dix ans"));
  assert_state (fixture, before);

  /* it can wait, and be given up */
  apo_desk_set_pane (fixture->window->desk, NULL);
  g_assert_cmpstr (apo_notice_get_sentence (fixture->window->older_notice), ==,
                   "The newer text was not taken yet.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace-text", NULL);
  g_assert_null (apo_notice_get_sentence (fixture->window->older_notice));
  gtk_widget_activate_action (get_review (fixture), "replace.give-up", NULL);
  g_assert_null (apo_desk_get_pane (fixture->window->desk));
  g_assert_null (apo_notice_get_sentence (fixture->window->older_notice));
  assert_state (fixture, before);
}

/* All views follow the command, and follow it back; so does what is left of the older text. */
static void
test_apply (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) before = take_state (fixture);
  g_autoptr (GBytes) after = NULL;
  ApoHistory *history = apo_session_get_history (fixture->window->session);
  guint n_done = apo_history_get_n_done (history);

  review (fixture, newer_text);
  apply (fixture);
  after = take_state (fixture);
  g_assert_cmpuint (apo_history_get_n_done (history), ==, n_done + 1);
  g_assert_null (apo_desk_get_pane (fixture->window->desk));
  assert_shown (fixture, "Le port rouvre après la tempête\n\nLa maire, Odile Carrère, assure que "
                         "les quais \"tiendront dix ans\"");
  g_assert_cmpint (apo_claim_get_verdict (get_claim (fixture, 0)), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 0)), ==, APO_ANCHOR_CHANGED);
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 2)), ==, APO_ANCHOR_LOST);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->window->desk), "Words changed since"));
  g_assert_true (g_str_has_prefix (apo_notice_get_sentence (fixture->window->older_notice),
                                   "Only in the older text: 1 claim"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  window_sample_iterate ();
  assert_state (fixture, before);
  assert_shown (fixture, "Le port rouvre après la tempête\n\nLa maire, Odile Carrère, assure que "
                         "les quais « tiendront cent ans »");
  g_assert_null (apo_notice_get_sentence (fixture->window->older_notice));
  g_assert_null (find_text (GTK_WIDGET (fixture->window->desk), "Words changed since"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  window_sample_iterate ();
  assert_state (fixture, after);
  assert_shown (fixture, "Le port rouvre après la tempête\n\nLa maire, Odile Carrère, assure que "
                         "les quais \"tiendront dix ans\"");
  g_assert_nonnull (apo_notice_get_sentence (fixture->window->older_notice));
}

static void
select_words (Fixture *fixture,
              guint    start,
              guint    end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (
    apo_reader_get_view (apo_desk_get_reader (fixture->window->desk))));
  GtkTextIter first;
  GtkTextIter last;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);
  gtk_text_buffer_select_range (buffer, &first, &last);
  window_sample_iterate ();
}

/* One click attaches what was lost to what is selected; the new words are confirmed in the list. */
static void
test_attach (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->window->older_pane);
  GListModel *unplaced = apo_older_pane_get_unplaced (fixture->window->older_pane);
  g_autoptr (GBytes) before = NULL;
  g_autofree char *text = NULL;
  GtkWidget *attach;
  guint n;

  review (fixture, newer_text);
  apply (fixture);
  before = take_state (fixture);
  n = g_list_model_get_n_items (unplaced);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-older-text", NULL);
  window_sample_iterate ();
  g_assert_cmpstr (apo_desk_get_pane (fixture->window->desk), ==, "older");
  g_assert_null (apo_notice_get_sentence (fixture->window->older_notice));
  g_assert_nonnull (find_text (pane, "Nous n’avons rien promis"));
  attach = gtk_widget_get_ancestor (find_text (pane, "Attach to the Selection"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (attach));

  select_words (fixture, 0, 15);
  g_assert_true (gtk_widget_get_sensitive (attach));
  click (pane, "Attach to the Selection");
  g_assert_cmpuint (g_list_model_get_n_items (unplaced), ==, n - 1);
  text = apo_dossier_dup_item_text (get_dossier (fixture), APO_ITEM (get_claim (fixture, 2)));
  g_assert_cmpstr (text, ==, "Le port rouvre");
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 2)), ==, APO_ANCHOR_CHANGED);
  g_assert_cmpstr (apo_focus_get_selected (fixture->window->focus), ==,
                   apo_item_get_id (APO_ITEM (get_claim (fixture, 2))));

  click (GTK_WIDGET (fixture->window->desk), "Confirm the New Words");
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 2)), ==, APO_ANCHOR_PLACED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  window_sample_iterate ();
  assert_state (fixture, before);
  g_assert_cmpuint (g_list_model_get_n_items (unplaced), ==, n);
}

/* The older text can be looked at, at the place of the passage. */
static void
test_older_text (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (fixture->window->older_pane);
  GtkTextView *view = GTK_TEXT_VIEW (gtk_widget_get_template_child (pane, APO_TYPE_OLDER_PANE,
                                                                    "text_view"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "passage");
  g_autofree char *shown = NULL;
  g_autofree char *marked = NULL;
  GtkTextIter start;
  GtkTextIter end;

  review (fixture, newer_text);
  apply (fixture);
  gtk_widget_activate_action (pane, "older.show", "(su)",
                              apo_item_get_id (APO_ITEM (get_claim (fixture, 2))), 0);
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_nonnull (strstr (shown, "tiendront cent ans"));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, tag));
  end = start;
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&end, tag));
  marked = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (marked, ==, "Nous n’avons rien promis");
}

/* What is put away stays away, until the text is replaced again. */
static void
test_put_away (Fixture      *fixture,
               gconstpointer data)
{
  review (fixture, newer_text);
  apply (fixture);
  g_assert_nonnull (apo_notice_get_sentence (fixture->window->older_notice));
  g_signal_emit_by_name (fixture->window->older_notice, "closed");
  apo_edit_set_verdict (apo_session_get_history (fixture->window->session),
                        get_claim (fixture, 1), APO_VERDICT_MIXED, "");
  window_sample_iterate ();
  g_assert_null (apo_notice_get_sentence (fixture->window->older_notice));
}

/* The reader answers; where nothing was answered, it stays a question. */
static void
test_answers (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *here;

  review (fixture, doubtful_text);
  g_assert_cmpuint (count_listed (fixture, "ask"), >, 0);
  window_sample_iterate ();
  g_assert_nonnull (find_text (get_review (fixture), "left to settle"));
  click (get_review (fixture), "It Is Here");
  g_assert_nonnull (find_text (get_review (fixture), "Here, you say"));

  /* the dossier has other passages meanwhile: looked for anew, the answer stays */
  {
    ApoCommand *command = apo_command_new ("Trim");
    ApoSpan span = { 0, 7 };

    apo_command_set_field (command, APO_ITEM (get_claim (fixture, 2)), APO_CLAIM_FIELD_CONTENT,
                           g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1,
                                                      sizeof span));
    apo_history_execute (apo_session_get_history (fixture->window->session), command);
  }
  apply (fixture);
  wait_for_list (fixture);
  g_assert_cmpuint (count_listed (fixture, "ask"), >, 0);
  window_sample_iterate ();
  here = find_text (get_review (fixture), "Here, you say");
  g_assert_nonnull (here);
  apply (fixture);
  g_assert_false (apo_replace_review_is_waiting (fixture->window->replace_review));
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 1)), ==, APO_ANCHOR_CHANGED);
}

static void
test_open_questions (Fixture      *fixture,
                     gconstpointer data)
{
  review (fixture, doubtful_text);
  apply (fixture);
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 1)), ==, APO_ANCHOR_ASK);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->window->desk), "To be placed"));
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  review (fixture, doubtful_text);
  g_assert_cmpuint (count_listed (fixture, "ask"), >, 0);
  window_sample_iterate ();
  click (get_review (fixture), "It Is Gone");
  apply (fixture);
  g_assert_cmpint (apo_claim_get_anchor (get_claim (fixture, 1)), ==, APO_ANCHOR_LOST);
}

static void
assert_refused (Fixture    *fixture,
                GBytes     *state,
                const char *sentence)
{
  window_sample_iterate ();
  g_assert_false (apo_replace_review_is_waiting (fixture->window->replace_review));
  g_assert_nonnull (find_text (get_review (fixture), sentence));
  assert_state (fixture, state);
}

static void
take_bytes (Fixture    *fixture,
            const char *name,
            const char *bytes,
            gssize      length,
            const char *sentence)
{
  g_autoptr (GBytes) before = take_state (fixture);
  g_autofree char *path = apo_place_dup_path (fixture->place, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (bytes != NULL)
    g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  apo_replace_review_take_file (fixture->window->replace_review, file);
  while (find_text (get_review (fixture), sentence) == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_refused (fixture, before, sentence);
}

/* What is no newer text is refused in one sentence, and nothing changes. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) before = take_state (fixture);
  g_autofree char *same =
    g_strdup (apo_text_get_string (apo_article_get_text (apo_dossier_get_article
                                                         (get_dossier (fixture)))));
  g_autoptr (GBytes) dossier = apo_place_serialize (fixture->window->session);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace-text", NULL);
  apo_replace_review_take_text (fixture->window->replace_review, same);
  assert_refused (fixture, before, "word for word, the text that is here already");
  apo_replace_review_take_text (fixture->window->replace_review, " \n ");
  assert_refused (fixture, before, "Pasted text");

  take_bytes (fixture, "none.txt", NULL, 0, "none.txt");
  take_bytes (fixture, "binary.txt", "\0\1\2\3\0\0\0\377", 8, "binary.txt");
  take_bytes (fixture, "other.apostille", g_bytes_get_data (dossier, NULL),
              g_bytes_get_size (dossier), "is a dossier");
}

/* A file is read as an article that is opened. */
static void
test_file (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = apo_place_dup_path (fixture->place, "newer.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, newer_text, -1, NULL));
  apo_replace_review_take_file (fixture->window->replace_review, file);
  wait_for_list (fixture);
  apply (fixture);
  g_assert_cmpstr (apo_article_get_name (apo_dossier_get_article (get_dossier (fixture))), ==,
                   "newer.txt");
}

/* A program that dies after that loses nothing of it. */
static void
test_recovery (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ApoStore) crashed = NULL;
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GBytes) live = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;

  review (fixture, newer_text);
  apply (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-older-text", NULL);
  select_words (fixture, 0, 14);
  click (GTK_WIDGET (fixture->window->older_pane), "Attach to the Selection");
  g_assert_true (apo_session_flush (fixture->window->session));
  live = take_state (fixture);
  crashed = apo_place_crash (fixture->place);

  recovered = apo_place_recover (crashed, &error);
  g_assert_no_error (error);
  again = take_dossier (apo_session_get_dossier (recovered));
  g_assert_true (g_bytes_equal (live, again));
  apo_session_discard (recovered);
}

#define ADD(name, func) \
  g_test_add ("/replace/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  window_sample_init (&argc, &argv);

  ADD ("review", test_review);
  ADD ("apply", test_apply);
  ADD ("attach", test_attach);
  ADD ("older-text", test_older_text);
  ADD ("put-away", test_put_away);
  ADD ("answers", test_answers);
  ADD ("open-questions", test_open_questions);
  ADD ("gone", test_gone);
  ADD ("refused", test_refused);
  ADD ("file", test_file);
  ADD ("recovery", test_recovery);

  return window_sample_run ();
}
