/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-claim-row.h"
#include "apo-claims-panel.h"
#include "apo-edit-check.h"
#include "apo-edit.h"
#include "apo-meter.h"
#include "apo-row-slot.h"
#include "index-sample.h"

static ApoClaimsPanel *
show_panel (IndexSample *sample)
{
  GtkWidget *panel = apo_claims_panel_new ();

  apo_claims_panel_set_context (APO_CLAIMS_PANEL (panel), sample->dossier, sample->history,
                                sample->focus);
  index_sample_show (sample, panel, 356);

  return APO_CLAIMS_PANEL (panel);
}

static GtkWidget *
get_child (ApoClaimsPanel *panel,
           const char     *id)
{
  return index_sample_find_child (GTK_WIDGET (panel), id);
}

static const char *
get_text (ApoClaimsPanel *panel,
          const char     *id)
{
  return gtk_label_get_text (GTK_LABEL (get_child (panel, id)));
}

static const char *
get_page (ApoClaimsPanel *panel)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (panel, "stack")));
}

static GtkSelectionModel *
get_model (ApoClaimsPanel *panel)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (get_child (panel, "list")));
}

static guint
count_rows (ApoClaimsPanel *panel)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (panel)));
}

static guint
get_selected_row (ApoClaimsPanel *panel)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_model (panel));

  return gtk_bitset_get_size (selected) == 1 ? gtk_bitset_get_minimum (selected)
                                             : GTK_INVALID_LIST_POSITION;
}

static const char *
get_id (IndexSample *sample,
        guint        number)
{
  return apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, number)));
}

static void
search (ApoClaimsPanel *panel,
        const char     *text)
{
  GtkWidget *entry = get_child (panel, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_rows (IndexSample  *sample,
           gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *list = get_child (panel, "list");
  GtkWidget *row = index_sample_find (list, "ApoClaimRow", 0);

  g_assert_cmpuint (count_rows (panel), ==, 7);
  g_assert_cmpuint (index_sample_count (list, "ApoClaimRow"), ==, 7);
  g_assert_true (apo_claim_row_get_claim (APO_CLAIM_ROW (row))
                 == index_sample_get_claim (sample, 0));
  g_assert_cmpuint (get_selected_row (panel), ==, GTK_INVALID_LIST_POSITION);

  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Claims");
  gtk_test_accessible_assert_property (
    apo_row_slot_get_list_row (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Not assessed. the harbour was closed for three weeks. Mara Linden");
  row = index_sample_find (list, "ApoClaimRow", 2);
  gtk_test_accessible_assert_property (
    apo_row_slot_get_list_row (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Not assessed. no ship was turned away. Harbour Board. Denied");
}

/* The row of an item that was just dismissed goes, and comes back on undo. */
static void
test_dismissed (IndexSample  *sample,
                gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  ApoCommand *command = apo_command_new ("Dismiss");

  apo_command_set_field (command, APO_ITEM (index_sample_get_claim (sample, 1)),
                         APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  apo_history_execute (sample->history, command);
  g_assert_cmpuint (count_rows (panel), ==, 6);
  apo_history_undo (sample->history);
  g_assert_cmpuint (count_rows (panel), ==, 7);
}

static void
test_progress (IndexSample  *sample,
               gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  ApoMeter *meter = APO_METER (get_child (panel, "progress"));
  const ApoMeterSegment *segments;
  guint n_segments;

  g_assert_cmpstr (get_text (panel, "reviewed"), ==, "0 reviewed");
  g_assert_cmpstr (get_text (panel, "to_check"), ==, "7 to check");
  gtk_test_accessible_assert_role (meter, GTK_ACCESSIBLE_ROLE_METER);

  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_VERIFIED,
                        "");
  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 1), APO_VERDICT_REFUTED,
                        "");
  g_assert_cmpstr (get_text (panel, "reviewed"), ==, "2 reviewed");
  g_assert_cmpstr (get_text (panel, "to_check"), ==, "5 to check");
  segments = apo_meter_get_segments (meter, &n_segments);
  g_assert_cmpuint (n_segments, ==, 2);
  g_assert_cmpint (segments[0].index, ==, APO_VERDICT_GROUP_VERIFIED);
  g_assert_cmpint (segments[1].index, ==, APO_VERDICT_GROUP_DISPUTED);
  gtk_test_accessible_assert_property (meter, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2 of 7 reviewed · Verified 1 · Disputed 1");
  gtk_test_accessible_assert_property (meter, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 2.);

  apo_history_undo (sample->history);
  g_assert_cmpstr (get_text (panel, "reviewed"), ==, "1 reviewed");
}

static void
test_sources (IndexSample  *sample,
              gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *card = get_child (panel, "sources");
  ApoCommand *command = apo_command_new ("Nobody");

  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (index_sample_find_label (card, "5 of 7 come from Mara Linden"));
  g_assert_nonnull (index_sample_find_label (card, "Single source: 71 %"));
  g_assert_nonnull (index_sample_find_label (card, "Harbour Board 1"));

  apo_command_set_field (command, APO_ITEM (index_sample_get_claim (sample, 0)),
                         APO_CLAIM_FIELD_SPEAKER, g_variant_new_string (""));
  apo_command_set_field (command, APO_ITEM (index_sample_get_claim (sample, 1)),
                         APO_CLAIM_FIELD_SPEAKER, g_variant_new_string (""));
  apo_history_execute (sample->history, command);
  g_assert_false (gtk_widget_get_visible (card));
  apo_history_undo (sample->history);
  g_assert_true (gtk_widget_get_visible (card));
}

static void
activate (ApoClaimsPanel *panel,
          const char     *action,
          const char     *target)
{
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (panel), action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (panel), action, NULL));
}

/* What narrows the list stands above it as chips, each of which takes itself away. */
static void
test_filter (IndexSample  *sample,
             gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *button = get_child (panel, "filter_button");
  GtkWidget *chips = get_child (panel, "chips");
  ApoActor *mara = index_sample_get_actor (sample, "Mara Linden");

  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_VERIFIED,
                        "");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter");
  g_assert_false (gtk_widget_get_visible (chips));

  activate (panel, "filter.verdict-0", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 6);
  g_assert_true (gtk_widget_has_css_class (button, "apo-narrow"));
  activate (panel, "filter.speaker", apo_item_get_id (APO_ITEM (mara)));
  g_assert_cmpuint (count_rows (panel), ==, 4);
  activate (panel, "filter.certainty-3", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 1);
  g_assert_nonnull (index_sample_find_label (chips, "by Mara Linden"));

  index_sample_click_label (chips, "by Mara Linden");
  g_assert_null (index_sample_find_label (chips, "by Mara Linden"));
  g_assert_cmpuint (count_rows (panel), ==, 2);
  index_sample_click_label (chips, "To check");
  activate (panel, "filter.reset", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 7);
  g_assert_false (gtk_widget_has_css_class (button, "apo-narrow"));
  g_assert_false (gtk_widget_get_visible (chips));

  /* The meter counts all claims, whatever is listed. */
  activate (panel, "filter.verdict-1", NULL);
  g_assert_nonnull (index_sample_find_label (get_child (panel, "sources"),
                                             "5 of 7 come from Mara Linden"));
}

static void
test_views (IndexSample  *sample,
            gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *chips = get_child (panel, "chips");
  GtkWidget *name = index_sample_find_child (chips, "name");
  ApoEditCheck *check = apo_edit_check_begin (sample->history);
  GListModel *views = apo_dossier_get_items (sample->dossier, APO_ITEM_VIEW);
  g_autoptr (ApoItem) view = NULL;

  activate (panel, "filter.certainty-3", NULL);
  search (panel, "tolls");
  gtk_editable_set_text (GTK_EDITABLE (name), "Later");
  g_signal_emit_by_name (name, "activate");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 1);
  view = g_list_model_get_item (views, 0);
  g_assert_nonnull (index_sample_find_label (chips, "View: Later"));

  activate (panel, "filter.reset", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 7);
  activate (panel, "filter.view", apo_item_get_id (view));
  g_assert_cmpuint (count_rows (panel), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (panel, "search"))), ==,
                   "tolls");

  check = apo_edit_check_begin (sample->history);
  gtk_editable_set_text (GTK_EDITABLE (name), "Spring");
  g_signal_emit_by_name (name, "activate");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_nonnull (index_sample_find_label (chips, "View: Spring"));

  check = apo_edit_check_begin (sample->history);
  g_signal_emit_by_name (index_sample_find_child (chips, "remove"), "clicked");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpuint (g_list_model_get_n_items (views), ==, 0);
}

/* Several rows: the focus lets go, and what is done is done to all of them, in one step. */
static void
test_bulk (IndexSample  *sample,
           gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *bulk = get_child (panel, "bulk");
  GtkWidget *bar = index_sample_find_child (bulk, "bar");
  ApoEditCheck *check;

  apo_focus_select (sample->focus, get_id (sample, 0));
  g_assert_false (gtk_widget_get_visible (bar));
  gtk_selection_model_select_item (get_model (panel), 2, FALSE);
  gtk_selection_model_select_item (get_model (panel), 3, FALSE);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (index_sample_find_label (bar, "3 selected"));
  g_assert_null (apo_focus_get_selected (sample->focus));

  check = apo_edit_check_begin (sample->history);
  g_assert_true (apo_claims_panel_judge (panel, APO_VERDICT_MIXED));
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpint (apo_claim_get_verdict (index_sample_get_claim (sample, 2)), ==,
                   APO_VERDICT_MIXED);
  g_assert_cmpint (apo_claim_get_verdict (index_sample_get_claim (sample, 1)), ==,
                   APO_VERDICT_NONE);

  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (bulk, "bulk.status", "s", "in-progress");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));

  check = apo_edit_check_begin (sample->history);
  g_signal_emit_by_name (gtk_menu_button_get_popover (
                           GTK_MENU_BUTTON (index_sample_find_child (bulk, "speaker"))),
                         "named", "Ada Quill");
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));

  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (bulk, "bulk.dismiss", NULL);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpuint (count_rows (panel), ==, 4);
  g_assert_false (gtk_widget_get_visible (bar));

  /* Where the dismissed ones are, they can be restored, all at once. */
  activate (panel, "filter.dismissed", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 4);
  gtk_selection_model_select_all (get_model (panel));
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (bulk, "bulk.restore", NULL);
  apo_edit_check_end (check, apo_history_get_undo_name (sample->history));
  g_assert_cmpstr (get_page (panel), ==, "nothing");
  activate (panel, "filter.reset", NULL);
  g_assert_cmpuint (count_rows (panel), ==, 8);
}

static void
test_search (IndexSample  *sample,
             gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);

  search (panel, "Dredging");
  g_assert_cmpuint (count_rows (panel), ==, 1);
  g_assert_cmpstr (get_page (panel), ==, "list");

  search (panel, "nothing of the kind");
  g_assert_cmpstr (get_page (panel), ==, "nothing");

  activate (panel, "filter.verdict-4", NULL);
  index_sample_click_label (GTK_WIDGET (panel), "Show all");
  g_assert_cmpstr (get_page (panel), ==, "list");
  g_assert_cmpuint (count_rows (panel), ==, 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (panel, "search"))), ==, "");
}

static void
test_focus (IndexSample  *sample,
            gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  ApoActor *actor = index_sample_get_actor (sample, "Norland");

  gtk_selection_model_select_item (get_model (panel), 2, TRUE);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, get_id (sample, 2));

  apo_focus_select (sample->focus, get_id (sample, 7));
  g_assert_cmpuint (get_selected_row (panel), ==, 6);

  apo_focus_select (sample->focus, apo_item_get_id (APO_ITEM (actor)));
  g_assert_cmpuint (get_selected_row (panel), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, apo_item_get_id (APO_ITEM (actor)));

  apo_focus_select (sample->focus, get_id (sample, 0));
  gtk_selection_model_unselect_item (get_model (panel), 0);
  g_assert_null (apo_focus_get_selected (sample->focus));
}

static void
count_cb (ApoFocus   *focus,
          const char *id,
          guint      *n)
{
  (*n)++;
}

/* Enter and double click say again what is selected, so that the reader goes there. */
static void
test_activate (IndexSample  *sample,
               gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  guint n = 0;

  apo_focus_select (sample->focus, get_id (sample, 1));
  g_signal_connect (sample->focus, "selected", G_CALLBACK (count_cb), &n);
  g_signal_emit_by_name (get_child (panel, "list"), "activate", 1);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, get_id (sample, 1));
}

/* A claim that a verdict takes out of the list stays selected, and judging goes on from there. */
static void
test_triage (IndexSample  *sample,
             gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);

  g_assert_false (apo_claims_panel_judge (panel, APO_VERDICT_VERIFIED));
  activate (panel, "filter.verdict-0", NULL);
  g_assert_true (apo_claims_panel_select_next (panel, 1));
  g_assert_true (apo_claims_panel_select_next (panel, 1));
  g_assert_true (apo_claims_panel_get_selected (panel) == index_sample_get_claim (sample, 1));

  g_assert_true (apo_claims_panel_judge (panel, APO_VERDICT_VERIFIED));
  g_assert_cmpuint (count_rows (panel), ==, 6);
  g_assert_cmpuint (get_selected_row (panel), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (apo_claims_panel_get_selected (panel) == index_sample_get_claim (sample, 1));

  g_assert_true (apo_claims_panel_select_next (panel, 1));
  g_assert_true (apo_claims_panel_get_selected (panel) == index_sample_get_claim (sample, 2));
  g_assert_true (apo_claims_panel_select_next (panel, -1));
  g_assert_true (apo_claims_panel_get_selected (panel) == index_sample_get_claim (sample, 0));
  g_assert_false (apo_claims_panel_select_next (panel, -1));

  apo_focus_select (sample->focus, get_id (sample, 1));
  g_assert_true (apo_claims_panel_judge (panel, APO_VERDICT_VERIFIED));
  g_assert_cmpint (apo_claim_get_verdict (index_sample_get_claim (sample, 1)), ==,
                   APO_VERDICT_NONE);
  g_assert_cmpuint (get_selected_row (panel), ==, 1);
}

/* Tab goes from a row to its buttons; arrows only from row to row. */
static void
test_keys (IndexSample  *sample,
           gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  GtkWidget *list = get_child (panel, "list");
  GtkWidget *row = index_sample_find (list, "ApoClaimRow", 0);
  GtkRoot *root = gtk_widget_get_root (list);

  gtk_root_set_focus (root, NULL);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == apo_row_slot_get_list_row (row));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == index_sample_find_child (row, "verified"));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == index_sample_find_child (row, "disputed"));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (root) == apo_row_slot_get_list_row (row));

  apo_claims_panel_grab_search (panel);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), get_child (panel, "search")));
}

static void
test_empty (IndexSample  *sample,
            gconstpointer user_data)
{
  ApoClaimsPanel *panel = show_panel (sample);
  g_autoptr (ApoDossier) dossier = apo_dossier_new (NULL);

  apo_claims_panel_set_context (panel, dossier, NULL, NULL);
  g_assert_cmpstr (get_page (panel), ==, "empty");
  g_assert_false (gtk_widget_get_visible (get_child (panel, "progress_box")));
  g_assert_false (gtk_widget_get_visible (get_child (panel, "sources")));

  apo_claims_panel_set_context (panel, NULL, NULL, NULL);
  g_assert_cmpstr (get_page (panel), ==, "empty");
  g_assert_null (apo_claims_panel_get_selected (panel));
  g_assert_false (apo_claims_panel_select_next (panel, 1));

  apo_claims_panel_set_context (panel, sample->dossier, sample->history, sample->focus);
  g_assert_cmpstr (get_page (panel), ==, "list");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/claims-panel/rows", test_rows);
  ADD ("/claims-panel/dismissed", test_dismissed);
  ADD ("/claims-panel/progress", test_progress);
  ADD ("/claims-panel/sources", test_sources);
  ADD ("/claims-panel/filter", test_filter);
  ADD ("/claims-panel/views", test_views);
  ADD ("/claims-panel/bulk", test_bulk);
  ADD ("/claims-panel/search", test_search);
  ADD ("/claims-panel/focus", test_focus);
  ADD ("/claims-panel/activate", test_activate);
  ADD ("/claims-panel/triage", test_triage);
  ADD ("/claims-panel/keys", test_keys);
  ADD ("/claims-panel/empty", test_empty);
#undef ADD

  return g_test_run ();
}
