/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-claim-chooser.h"
#include "apo-claim-pane.h"
#include "apo-edit-check.h"
#include "apo-edit.h"
#include "index-sample.h"

static GtkWidget *
show_pane (IndexSample *sample,
           guint        number)
{
  GtkWidget *pane = apo_claim_pane_new ();

  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, number))));
  apo_claim_pane_set_context (APO_CLAIM_PANE (pane), sample->dossier, sample->history,
                              sample->focus);
  index_sample_show (sample, pane, 480);

  return pane;
}

static GtkWidget *
get_part (GtkWidget  *pane,
          const char *part,
          const char *id)
{
  return index_sample_find_child (index_sample_find_child (pane, part), id);
}

static const char *
get_title (GtkWidget *pane)
{
  return gtk_label_get_text (GTK_LABEL (index_sample_find_child (pane, "title")));
}

static void
test_shows (IndexSample  *sample,
            gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *passage = index_sample_find_child (pane, "passage_button");
  GtkWidget *box = index_sample_find_child (pane, "passage_box");

  g_assert_cmpstr (get_title (pane), ==, "Claim 1 of 7");
  gtk_test_accessible_assert_role (passage, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (passage, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "the harbour was closed for three weeks");
  gtk_test_accessible_assert_property (get_part (pane, "chain", "speaker"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Speaker: Mara Linden");
  gtk_test_accessible_assert_property (get_part (pane, "chain", "reporter"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Reported by: nobody");
  gtk_test_accessible_assert_property (get_part (pane, "judgement", "reason"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Reason");
  gtk_test_accessible_assert_role (get_part (pane, "judgement", "reason"),
                                   GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  g_assert_true (gtk_widget_has_css_class (box, "verdict-edge-none"));

  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_REFUTED,
                        "");
  g_assert_true (gtk_widget_has_css_class (box, "verdict-edge-disputed"));

  /* The last claim stays until there is another. */
  apo_focus_select (sample->focus, NULL);
  g_assert_cmpstr (get_title (pane), ==, "Claim 1 of 7");
  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 7))));
  g_assert_cmpstr (get_title (pane), ==, "Claim 7 of 7");
}

static void
type_letters (GtkWidget  *view,
              const char *letters)
{
  for (const char *p = letters; *p != '\0'; p++)
    {
      char letter[] = { *p, '\0' };

      gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), letter,
                                        -1);
    }
}

static void
test_reason (IndexSample  *sample,
             gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *view = get_part (pane, "judgement", "reason");
  GtkWidget *reminder = get_part (pane, "judgement", "reminder");
  ApoClaim *claim = index_sample_get_claim (sample, 0);
  ApoEditCheck *check;

  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (reminder)));
  apo_edit_set_verdict (sample->history, claim, APO_VERDICT_DISPUTED, "");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (reminder)));

  /* All that is typed is one step. */
  type_letters (view, "The log of the port says two weeks.");
  g_assert_cmpstr (apo_claim_get_reason (claim), ==, "The log of the port says two weeks.");
  g_assert_cmpuint (apo_history_get_n_done (sample->history), ==, 2);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (reminder)));

  apo_history_undo (sample->history);
  g_assert_cmpint (gtk_text_buffer_get_char_count (
                     gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 0);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (reminder)));
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_DISPUTED);

  check = apo_edit_check_begin (sample->history);
  type_letters (view, "x");
  apo_edit_check_end (check, "Reason of a verdict");
  g_assert_cmpint (gtk_text_buffer_get_char_count (
                     gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 1);
}

static void
test_confidence_and_work (IndexSample  *sample,
                          gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *high = get_part (pane, "judgement", "high");
  GtkWidget *status = get_part (pane, "judgement", "status");
  GtkWidget *review = get_part (pane, "judgement", "review");
  ApoClaim *claim = index_sample_get_claim (sample, 0);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  g_signal_emit_by_name (high, "clicked");
  apo_edit_check_end (check, "Confidence: High");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (high)));
  g_signal_emit_by_name (high, "clicked");
  g_assert_cmpint (apo_claim_get_confidence (claim), ==, APO_CONFIDENCE_NONE);

  g_assert_false (gtk_widget_get_visible (review));
  check = apo_edit_check_begin (sample->history);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (status), APO_STATUS_REVIEW_AGAIN);
  apo_edit_check_end (check, "Status: Review again");
  g_assert_true (gtk_widget_get_visible (review));
  g_signal_emit_by_name (review, "picked", apo_day_from_ymd (2026, 3, 1));
  g_assert_cmpint (apo_claim_get_review_day (claim), ==, apo_day_from_ymd (2026, 3, 1));
  g_assert_nonnull (index_sample_find_label (review, "1 March 2026"));
}

static void
test_due (IndexSample  *sample,
          gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *due = get_part (pane, "judgement", "due");
  GtkWidget *type = get_part (pane, "chain", "type");
  ApoClaim *claim = index_sample_get_claim (sample, 0);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  g_assert_false (gtk_widget_get_visible (get_part (pane, "judgement", "due_box")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (type), APO_CLAIM_PREDICTION);
  apo_edit_check_end (check, "Type: Prediction");
  g_assert_true (gtk_widget_get_visible (get_part (pane, "judgement", "due_box")));

  g_signal_emit_by_name (due, "picked", apo_day_from_ymd (2026, 4, 30));
  g_assert_cmpint (apo_claim_get_due_day (claim), ==, apo_day_from_ymd (2026, 4, 30));
  g_signal_emit_by_name (due, "picked", APO_DAY_NONE);
  g_assert_cmpint (apo_claim_get_due_day (claim), ==, APO_DAY_NONE);

  check = apo_edit_check_begin (sample->history);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (pane, "chain", "certainty")),
                              APO_CERTAINTY_HEDGED);
  apo_edit_check_end (check, "Certainty: Hedged");
}

/* What is typed in the list narrows it, and Enter takes the first, or makes a new actor. */
static void
test_speaker (IndexSample  *sample,
              gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *button = get_part (pane, "chain", "speaker");
  GtkWidget *chooser;
  GtkWidget *search;
  ApoClaim *claim = index_sample_get_claim (sample, 0);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  gtk_widget_activate_action (pane, "claim.edit-speaker", NULL);
  index_sample_settle (sample);
  chooser = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  search = index_sample_find_child (chooser, "search");
  gtk_test_accessible_assert_property (search, GTK_ACCESSIBLE_PROPERTY_LABEL, "Who says it?");
  gtk_editable_set_text (GTK_EDITABLE (search), "tide");
  g_signal_emit_by_name (search, "activate");
  apo_edit_check_end (check, "Speaker: Evening Tide");
  g_assert_nonnull (index_sample_find_label (button, "Evening Tide"));

  check = apo_edit_check_begin (sample->history);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  index_sample_settle (sample);
  gtk_editable_set_text (GTK_EDITABLE (search), "Ada Quill");
  g_signal_emit_by_name (search, "activate");
  apo_edit_check_end (check, "Speaker: Ada Quill");
  g_assert_nonnull (index_sample_find_label (button, "Ada Quill"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  index_sample_settle (sample);
  g_signal_emit_by_name (index_sample_find_child (chooser, "nobody"), "clicked");
  g_assert_cmpstr (apo_claim_get_speaker (claim), ==, "");
}

static void
test_reporter (IndexSample  *sample,
               gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *button = get_part (pane, "chain", "reporter");
  GtkWidget *chooser = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  GtkWidget *search = index_sample_find_child (chooser, "search");
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  index_sample_settle (sample);
  gtk_editable_set_text (GTK_EDITABLE (search), "turned away");
  g_signal_emit_by_name (search, "activate");
  apo_edit_check_end (check, "Who reports a claim");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reported by: Harbour Board");

  /* What it reports can't report it: that would be a circle. */
  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 2))));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  index_sample_settle (sample);
  gtk_editable_set_text (GTK_EDITABLE (search), "three weeks");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_false (gtk_widget_get_visible (index_sample_find_child (chooser, "scroller")));
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (chooser, "nothing")));
  g_signal_emit_by_name (search, "stop-search");
  index_sample_settle (sample);
}

static void
test_dismiss (IndexSample  *sample,
              gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 1);
  ApoClaim *claim = index_sample_get_claim (sample, 1);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  gtk_widget_activate_action (pane, "claim.dismiss", NULL);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_true (apo_claim_is_dismissed (claim));
  g_assert_cmpstr (get_title (pane), ==, "Dismissed claim");
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (pane, "dismissed")));
  gtk_widget_activate_action (pane, "claim.restore", NULL);
  g_assert_false (apo_claim_is_dismissed (claim));
  g_assert_cmpstr (get_title (pane), ==, "Claim 2 of 7");
}

static void
select_in (GtkWidget *view,
           int        start,
           int        end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &to, &from);
}

/* A claim is trimmed, split and joined from its menu. */
static void
test_cut (IndexSample  *sample,
          gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *cut = index_sample_find_child (pane, "cut");
  GtkWidget *view = index_sample_find_child (cut, "view");
  GtkWidget *passage = index_sample_find_child (pane, "passage");
  GListModel *claims = apo_dossier_get_items (sample->dossier, APO_ITEM_CLAIM);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);
  guint n_claims = g_list_model_get_n_items (claims);

  g_assert_false (gtk_widget_get_visible (cut));
  g_assert_true (gtk_widget_activate_action (pane, "claim.cut", NULL));
  g_assert_true (gtk_widget_get_visible (cut));
  /* "Mara Linden says that the harbour was closed for three weeks." */
  select_in (view, 22, 44);
  g_signal_emit_by_name (index_sample_find_child (cut, "keep"), "clicked");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (passage)), ==, "the harbour was closed");
  g_assert_false (gtk_widget_get_visible (cut));

  check = apo_edit_check_begin (sample->history);
  g_assert_true (gtk_widget_activate_action (pane, "claim.cut", NULL));
  select_in (view, 34, 34);
  g_assert_false (gtk_widget_get_sensitive (index_sample_find_child (cut, "keep")));
  g_signal_emit_by_name (index_sample_find_child (cut, "split"), "clicked");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, n_claims + 1);

  check = apo_edit_check_begin (sample->history);
  g_assert_true (gtk_widget_activate_action (pane, "claim.join-next", NULL));
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_nonnull (apo_claim_pane_get_claim (APO_CLAIM_PANE (pane)));
}

/* A source is added, filled in, and removed where it stands. */
static void
test_sources (IndexSample  *sample,
              gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *list = index_sample_find_child (pane, "sources");
  ApoEditCheck *check = apo_edit_check_begin (sample->history);
  GtkWidget *row;

  apo_claim_pane_add_source (APO_CLAIM_PANE (pane));
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  index_sample_settle (sample);
  row = index_sample_find (list, "ApoSourceRow", 0);
  g_assert_nonnull (row);
  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_VERIFIED,
                        "");
  g_assert_false (gtk_revealer_get_reveal_child (
    GTK_REVEALER (get_part (pane, "judgement", "reminder"))));

  check = apo_edit_check_begin (sample->history);
  gtk_editable_set_text (GTK_EDITABLE (index_sample_find_child (row, "title")), "Port log");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Port log");
  check = apo_edit_check_begin (sample->history);
  adw_combo_row_set_selected (ADW_COMBO_ROW (index_sample_find_child (row, "stance")),
                              APO_SOURCE_CONTRADICTS);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (row, "sign"))), ==,
                   "−");
  check = apo_edit_check_begin (sample->history);
  g_signal_emit_by_name (index_sample_find_child (row, "consulted"), "picked",
                         apo_day_from_ymd (2026, 5, 3));
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "consulted 3 May 2026");

  check = apo_edit_check_begin (sample->history);
  g_signal_emit_by_name (index_sample_find_child (row, "remove"), "clicked");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_false (gtk_widget_get_visible (index_sample_find_child (list, "list")));
}

static void
test_links (IndexSample  *sample,
            gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *links = index_sample_find_child (pane, "links");
  GtkWidget *list = index_sample_find_child (links, "list");
  GtkWidget *chooser = GTK_WIDGET (gtk_menu_button_get_popover (
    GTK_MENU_BUTTON (index_sample_find_child (links, "add"))));
  ApoEditCheck *check = apo_edit_check_begin (sample->history);
  GListModel *links_model;
  g_autoptr (ApoClaimLink) link = NULL;
  const char *id;
  GtkWidget *row;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (index_sample_find_child (links, "kind")),
                              APO_LINK_DEPENDS_ON);
  g_signal_emit_by_name (chooser, "chosen", index_sample_get_claim (sample, 2));
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  row = index_sample_find (list, "GtkListBoxRow", 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Depends on: no ship was turned away");

  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==,
                   apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 2))));
  row = index_sample_find (list, "GtkListBoxRow", 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Carries: the harbour was closed for three weeks");

  /* what it is can be changed in place, and which way it leads */
  links_model = apo_dossier_get_items (sample->dossier, APO_ITEM_LINK);
  link = g_list_model_get_item (links_model, 0);
  id = apo_item_get_id (APO_ITEM (link));
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (links, "links.turn", "s", id);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  row = index_sample_find (list, "GtkListBoxRow", 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Depends on: the harbour was closed for three weeks");
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (links, "links.kind", "(su)", id, APO_LINK_CONTRADICTS);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpint (apo_claim_link_get_kind (link), ==, APO_LINK_CONTRADICTS);
  row = index_sample_find (list, "GtkListBoxRow", 0);
  gtk_test_accessible_assert_property (index_sample_find (row, "GtkMenuButton", 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Link: Contradicts");

  check = apo_edit_check_begin (sample->history);
  g_signal_emit_by_name (index_sample_find (row, "GtkButton", 0), "clicked");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_false (gtk_widget_get_visible (list));
}

static void
test_log (IndexSample  *sample,
          gconstpointer user_data)
{
  GtkWidget *pane = show_pane (sample, 0);
  GtkWidget *box = get_part (pane, "context", "log_box");
  ApoClaim *claim = index_sample_get_claim (sample, 0);

  g_assert_false (gtk_widget_get_visible (box));
  apo_edit_set_verdict (sample->history, claim, APO_VERDICT_VERIFIED, "Ada");
  apo_edit_set_verdict (sample->history, claim, APO_VERDICT_MIXED, "Ada");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_cmpuint (index_sample_count (box, "GtkListBoxRow"), ==, 2);
  g_assert_nonnull (index_sample_find_label (box, "Mixed"));
  apo_history_undo (sample->history);
  g_assert_cmpuint (index_sample_count (box, "GtkListBoxRow"), ==, 1);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/claim-pane/" name, IndexSample, NULL, index_sample_set_up, func,                   \
              index_sample_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("shows", test_shows);
  ADD ("reason", test_reason);
  ADD ("confidence-and-work", test_confidence_and_work);
  ADD ("due", test_due);
  ADD ("speaker", test_speaker);
  ADD ("reporter", test_reporter);
  ADD ("dismiss", test_dismiss);
  ADD ("cut", test_cut);
  ADD ("sources", test_sources);
  ADD ("links", test_links);
  ADD ("log", test_log);

  return g_test_run ();
}
