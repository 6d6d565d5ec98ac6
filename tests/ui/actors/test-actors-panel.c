/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-actors-panel.h"
#include "apo-row-slot.h"
#include "apo-tooltip.h"
#include "index-sample.h"

static GtkWidget *
show_panel (IndexSample *sample)
{
  GtkWidget *panel = apo_actors_panel_new ();

  apo_actors_panel_set_context (APO_ACTORS_PANEL (panel), sample->dossier, sample->history,
                                sample->focus);
  index_sample_show (sample, panel, 356);

  return panel;
}

static GtkSelectionModel *
get_model (GtkWidget *panel)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (index_sample_find_child (panel, "list")));
}

/* The only one, or GTK_INVALID_LIST_POSITION. */
static guint
get_selected_row (GtkWidget *panel)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (get_model (panel));

  return gtk_bitset_get_size (selected) == 1 ? gtk_bitset_get_minimum (selected)
                                             : GTK_INVALID_LIST_POSITION;
}

static const char *
get_page (GtkWidget *panel)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (index_sample_find_child (panel, "stack")));
}

static void
search (GtkWidget  *panel,
        const char *text)
{
  GtkWidget *entry = index_sample_find_child (panel, "search");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static const char *
get_text (GtkWidget  *row,
          const char *id)
{
  return gtk_label_get_text (GTK_LABEL (index_sample_find_child (row, id)));
}

/* Those most mentioned first, places last whatever their rank, dismissed ones nowhere. */
static void
test_rows (IndexSample  *sample,
           gconstpointer user_data)
{
  static const struct {
    const char *name;
    const char *caption;
    const char *initials;
    const char *tooltip;        /* NULL where there is no other name */
  } cases[] = {
    { "Mara Linden", "Person · 4\u00a0mentions · 5\u00a0claims\u00a0made", "ML",
      "Mara Linden, also: Linden" },
    { "Norland", "Country · 3\u00a0mentions · 2\u00a0about", "NO", NULL },
    { "Harbour Board", "Organisation · 1\u00a0mention · 1\u00a0claim\u00a0made", "HB", NULL },
    { "Evening Tide", "Media · 1\u00a0mention", "ET", NULL },
    { "Port Vell", "Place · 1\u00a0mention · 1\u00a0about", "PV", NULL },
  };
  GtkWidget *panel = show_panel (sample);

  g_assert_cmpuint (index_sample_count (panel, "ApoActorRow"), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = index_sample_find (panel, "ApoActorRow", i);
      g_autofree char *initials = NULL;
      g_autofree char *label = g_strdup_printf ("%s. %s", cases[i].name, cases[i].caption);

      g_object_get (index_sample_find_child (row, "sign"), "initials", &initials, NULL);
      g_assert_cmpstr (get_text (row, "name"), ==, cases[i].name);
      g_assert_cmpstr (get_text (row, "caption"), ==, cases[i].caption);
      g_assert_cmpstr (initials, ==, cases[i].initials);
      g_assert_cmpstr (apo_tooltip_get (row), ==, cases[i].tooltip);
      g_assert_cmpint (gtk_widget_has_css_class (row, "apo-place"), ==,
                       i == G_N_ELEMENTS (cases) - 1);
      gtk_test_accessible_assert_property (apo_row_slot_get_list_row (row),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, label);
    }
}

static void
test_sign (IndexSample  *sample,
           gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  GtkWidget *sign =
    index_sample_find_child (index_sample_find (panel, "ApoActorRow", 1), "sign");
  int rank;
  int size;

  g_object_get (sign, "rank", &rank, "pixel-size", &size, NULL);
  g_assert_cmpint (rank, ==, 1);
  g_assert_cmpint (size, ==, 28);
  gtk_test_accessible_assert_role (sign, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (sign, GTK_ACCESSIBLE_PROPERTY_LABEL, "Country");
}

static void
test_search (IndexSample  *sample,
             gconstpointer user_data)
{
  static const struct {
    const char *search;
    guint n;
    const char *page;
  } cases[] = {
    { "LINDEN", 1, "list" },
    { "or", 2, "list" },        /* Norland, Port Vell; of Harbour Board neither word has it */
    { "fishermen", 0, "nothing" },
    { "", 5, "list" },
  };
  GtkWidget *panel = show_panel (sample);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].search);
      search (panel, cases[i].search);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==,
                        cases[i].n);
      g_assert_cmpstr (get_page (panel), ==, cases[i].page);
    }

  search (panel, "no such name");
  index_sample_click_label (panel, "Show all");
  g_assert_cmpstr (get_page (panel), ==, "list");
}

static void
test_focus (IndexSample  *sample,
            gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  const char *norland = apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, "Norland")));
  const char *claim = apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 0)));

  gtk_selection_model_select_item (get_model (panel), 1, TRUE);
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, norland);

  apo_focus_select (sample->focus, claim);
  g_assert_cmpuint (get_selected_row (panel), ==, GTK_INVALID_LIST_POSITION);
  g_assert_true (gtk_widget_has_css_class (index_sample_find (panel, "ApoActorRow", 0), "lit"));
  g_assert_false (gtk_widget_has_css_class (index_sample_find (panel, "ApoActorRow", 2), "lit"));

  apo_focus_select (sample->focus, norland);
  g_assert_cmpuint (get_selected_row (panel), ==, 1);
  gtk_widget_activate_action (panel, "actor.close", NULL);
  search (panel, "tide");
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, norland);
  search (panel, "");
  g_assert_cmpuint (get_selected_row (panel), ==, 1);
}

/* A new name, another kind and dismissing show at once, and go again on undo. */
static void
test_changes (IndexSample  *sample,
              gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);
  ApoItem *actor = APO_ITEM (index_sample_get_actor (sample, "Mara Linden"));
  ApoCommand *rename = apo_command_new ("Rename");
  ApoCommand *retype = apo_command_new ("Retype");
  ApoCommand *dismiss = apo_command_new ("Dismiss");

  apo_command_set_field (rename, actor, APO_ACTOR_FIELD_NAME, g_variant_new_string ("M. L."));
  apo_history_execute (sample->history, rename);
  g_assert_nonnull (index_sample_find_label (panel, "M. L."));

  apo_command_set_field (retype, actor, APO_ACTOR_FIELD_KIND,
                         g_variant_new_int32 (APO_ACTOR_PLACE));
  apo_history_execute (sample->history, retype);
  index_sample_settle (sample);
  g_assert_cmpstr (get_text (index_sample_find (panel, "ApoActorRow", 0), "name"), ==, "Norland");

  apo_command_set_field (dismiss, actor, APO_ACTOR_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  apo_history_execute (sample->history, dismiss);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==, 4);

  for (guint i = 0; i < 3; i++)
    apo_history_undo (sample->history);
  index_sample_settle (sample);
  g_assert_cmpstr (get_text (index_sample_find (panel, "ApoActorRow", 0), "name"), ==,
                   "Mara Linden");
}

static void
test_empty (IndexSample  *sample,
            gconstpointer user_data)
{
  GtkWidget *panel = show_panel (sample);

  apo_actors_panel_set_context (APO_ACTORS_PANEL (panel), NULL, NULL, NULL);
  g_assert_cmpstr (get_page (panel), ==, "empty");

  apo_actors_panel_set_context (APO_ACTORS_PANEL (panel), sample->dossier, sample->history,
                                sample->focus);
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
  ADD ("/actors-panel/rows", test_rows);
  ADD ("/actors-panel/sign", test_sign);
  ADD ("/actors-panel/search", test_search);
  ADD ("/actors-panel/focus", test_focus);
  ADD ("/actors-panel/changes", test_changes);
  ADD ("/actors-panel/empty", test_empty);
#undef ADD

  return g_test_run ();
}
