/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-claim-row.h"
#include "apo-claim-verdicts.h"
#include "apo-edit.h"
#include "apo-mark.h"
#include "apo-tooltip.h"
#include "index-sample.h"

static GtkWidget *
create_row (IndexSample *sample,
            guint        number)
{
  GtkWidget *row =
    g_object_ref_sink (apo_claim_row_new (sample->dossier, sample->history, sample->focus));

  g_object_set (row, "claim", index_sample_get_claim (sample, number), NULL);

  return row;
}

static const char *
get_text (GtkWidget  *row,
          const char *id)
{
  return gtk_label_get_text (GTK_LABEL (index_sample_find_child (row, id)));
}

static void
click (GtkWidget  *widget,
       const char *id)
{
  g_signal_emit_by_name (index_sample_find_child (widget, id), "clicked");
}

static void
test_texts (IndexSample  *sample,
            gconstpointer user_data)
{
  static const struct {
    guint number;
    const char *passage;
    const char *speaker;
    const char *certainty;      /* NULL where it is not shown */
  } cases[] = {
    { 0, "the harbour was closed for three weeks", "M. Linden", NULL },
    { 2, "no ship was turned away", "Harbour Board", "Denied" },
    { 3, "the dredging will last until spring", "M. Linden", "Prediction" },
    { 4, "the fishermen might be paid", "M. Linden", "Hedged" },
    { 6, "the tolls will rise", "Nobody named", "Prediction" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkWidget) row = create_row (sample, cases[i].number);
      GtkWidget *certainty = index_sample_find_child (row, "certainty_box");

      g_assert_cmpstr (get_text (row, "passage"), ==, cases[i].passage);
      g_assert_cmpstr (get_text (row, "speaker"), ==, cases[i].speaker);
      g_assert_cmpint (gtk_widget_get_visible (certainty), ==, cases[i].certainty != NULL);
      if (cases[i].certainty != NULL)
        g_assert_cmpstr (get_text (row, "certainty"), ==, cases[i].certainty);
      g_assert_false (gtk_widget_get_visible (index_sample_find_child (row, "verdict_box")));
      g_assert_true (gtk_widget_get_has_tooltip (index_sample_find_child (row, "passage")));
    }
}

static void
test_names (IndexSample  *sample,
            gconstpointer user_data)
{
  static const struct {
    const char *name;
    const char *brief;
  } cases[] = {
    { "Cassius", "Cassius" },
    { "Anna-Maria van Dijk", "A.-M. van Dijk" },
    { "Élodie Prat", "É. Prat" },
  };
  g_autoptr (GtkWidget) row = create_row (sample, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoCommand *command = apo_command_new ("Rename");
      ApoItem *speaker =
        apo_dossier_lookup (sample->dossier,
                            apo_claim_get_speaker (index_sample_get_claim (sample, 0)));

      apo_command_set_field (command, speaker, APO_ACTOR_FIELD_NAME,
                             g_variant_new_string (cases[i].name));
      apo_history_execute (sample->history, command);
      g_assert_cmpstr (get_text (row, "speaker"), ==, cases[i].brief);
    }
}

static void
test_accessible (IndexSample  *sample,
                 gconstpointer user_data)
{
  g_autoptr (GtkWidget) row = create_row (sample, 0);
  GtkWidget *verified = index_sample_find_child (row, "verified");
  GtkWidget *disputed = index_sample_find_child (row, "disputed");

  gtk_test_accessible_assert_property (verified, GTK_ACCESSIBLE_PROPERTY_LABEL, "Verified");
  gtk_test_accessible_assert_property (disputed, GTK_ACCESSIBLE_PROPERTY_LABEL, "Disputed");
  g_assert_cmpstr (apo_tooltip_get (verified), ==, "Verified (V)");
  g_assert_cmpstr (apo_tooltip_get (disputed), ==, "Disputed (D)");
}

/* One press, one command; the same press again takes the verdict away; undo gives it back. */
static void
test_press (IndexSample  *sample,
            gconstpointer user_data)
{
  g_autoptr (GtkWidget) row = create_row (sample, 0);
  ApoClaim *claim = index_sample_get_claim (sample, 0);
  GtkToggleButton *verified = GTK_TOGGLE_BUTTON (index_sample_find_child (row, "verified"));
  GtkToggleButton *disputed = GTK_TOGGLE_BUTTON (index_sample_find_child (row, "disputed"));

  click (row, "verified");
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_VERIFIED);
  g_assert_true (gtk_toggle_button_get_active (verified));
  g_assert_cmpstr (get_text (row, "verdict"), ==, "Verified");
  g_assert_true (gtk_widget_has_css_class (index_sample_find_child (row, "verdict"),
                                           "verdict-word-verified"));

  click (row, "disputed");
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_DISPUTED);
  g_assert_false (gtk_toggle_button_get_active (verified));
  g_assert_true (gtk_toggle_button_get_active (disputed));

  click (row, "disputed");
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_NONE);
  g_assert_false (gtk_toggle_button_get_active (disputed));
  g_assert_false (gtk_widget_get_visible (index_sample_find_child (row, "verdict_box")));

  apo_history_undo (sample->history);
  g_assert_true (gtk_toggle_button_get_active (disputed));
  apo_history_undo (sample->history);
  g_assert_true (gtk_toggle_button_get_active (verified));
  apo_history_undo (sample->history);
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_NONE);
  g_assert_false (apo_history_can_undo (sample->history));
}

/* The selected row has big buttons and a menu in place of the small buttons. */
static void
test_selected (IndexSample  *sample,
               gconstpointer user_data)
{
  g_autoptr (GtkWidget) row = create_row (sample, 3);
  ApoClaim *claim = index_sample_get_claim (sample, 3);
  GtkWidget *bar;

  g_assert_null (index_sample_find (row, "ApoClaimVerdicts", 0));
  apo_focus_select (sample->focus, apo_item_get_id (APO_ITEM (claim)));
  g_object_set (row, "selected", TRUE, NULL);
  bar = index_sample_find (row, "ApoClaimVerdicts", 0);
  g_assert_nonnull (bar);
  g_assert_false (gtk_widget_get_visible (index_sample_find_child (row, "quick")));
  g_assert_cmpint (gtk_label_get_lines (GTK_LABEL (index_sample_find_child (row, "passage"))), ==,
                   4);

  click (bar, "verified");
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_VERIFIED);
  g_assert_true (gtk_widget_activate_action (bar, "verdicts.judge", "s", "outdated"));
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_OUTDATED);
  g_assert_cmpstr (get_text (row, "verdict"), ==, "Outdated");
  g_assert_true (gtk_widget_activate_action (bar, "verdicts.judge", "s", "outdated"));
  g_assert_cmpint (apo_claim_get_verdict (claim), ==, APO_VERDICT_NONE);

  g_object_set (row, "selected", FALSE, NULL);
  g_assert_null (index_sample_find (row, "ApoClaimVerdicts", 0));
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (row, "quick")));
}

/* Everything that the big buttons do not set is in the menu, with its sign, word and key. */
static void
test_menu (IndexSample  *sample,
           gconstpointer user_data)
{
  GtkWidget *bar = apo_claim_verdicts_new (sample->history);
  GtkMenuButton *more = GTK_MENU_BUTTON (index_sample_find_child (bar, "more"));
  GtkWidget *box;
  ApoVerdict verdict = APO_VERDICT_MOSTLY_VERIFIED;

  apo_claim_verdicts_set_claim (APO_CLAIM_VERDICTS (bar), index_sample_get_claim (sample, 0));
  apo_edit_set_verdict (sample->history, index_sample_get_claim (sample, 0), APO_VERDICT_MIXED, "");
  index_sample_show (sample, bar, 300);
  gtk_menu_button_popup (more);
  box = gtk_popover_get_child (gtk_menu_button_get_popover (more));

  for (GtkWidget *item = gtk_widget_get_first_child (box); item != NULL;
       item = gtk_widget_get_next_sibling (item), verdict++)
    {
      if (verdict == APO_VERDICT_DISPUTED)
        verdict++;
      gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           apo_verdict_get_label (verdict));
      g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (item)), ==,
                       verdict == APO_VERDICT_MIXED);
    }
  g_assert_cmpint (verdict, ==, APO_N_VERDICTS);
  gtk_menu_button_popdown (more);
}

static void
test_read_only (IndexSample  *sample,
                gconstpointer user_data)
{
  g_autoptr (GtkWidget) row =
    g_object_ref_sink (apo_claim_row_new (sample->dossier, NULL, sample->focus));

  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 0))));
  g_object_set (row, "claim", index_sample_get_claim (sample, 0), "selected", TRUE, NULL);
  g_assert_false (gtk_widget_is_sensitive (index_sample_find_child (row, "verified")));
  g_assert_false (gtk_widget_is_sensitive (index_sample_find (row, "ApoClaimVerdicts", 0)));
}

static void
test_light (IndexSample  *sample,
            gconstpointer user_data)
{
  g_autoptr (GtkWidget) said = create_row (sample, 0);
  g_autoptr (GtkWidget) other = create_row (sample, 2);

  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, "Mara Linden"))));
  g_assert_true (gtk_widget_has_css_class (said, "lit"));
  g_assert_false (gtk_widget_has_css_class (other, "lit"));

  apo_focus_select (sample->focus, NULL);
  g_assert_false (gtk_widget_has_css_class (said, "lit"));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/claim-row/texts", test_texts);
  ADD ("/claim-row/names", test_names);
  ADD ("/claim-row/accessible", test_accessible);
  ADD ("/claim-row/press", test_press);
  ADD ("/claim-row/selected", test_selected);
  ADD ("/claim-row/menu", test_menu);
  ADD ("/claim-row/read-only", test_read_only);
  ADD ("/claim-row/light", test_light);
#undef ADD

  return g_test_run ();
}
