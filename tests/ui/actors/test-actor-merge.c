/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-actors-panel.h"
#include "apo-edit-check.h"
#include "apo-edit.h"
#include "index-sample.h"

/* Several actors made one, one made two, and what else can be done to several. */

typedef struct {
  GtkWidget *panel;
  GtkWidget *card;
  GtkWidget *bulk;
  GtkSelectionModel *rows;
} Shown;

static Shown
show_panel (IndexSample *sample)
{
  Shown shown = { apo_actors_panel_new (), NULL, NULL, NULL };

  apo_actors_panel_set_context (APO_ACTORS_PANEL (shown.panel), sample->dossier, sample->history,
                                sample->focus);
  index_sample_show (sample, shown.panel, 356);
  shown.card = index_sample_find_child (shown.panel, "card");
  shown.bulk = index_sample_find_child (shown.panel, "bulk");
  shown.rows = gtk_list_view_get_model (
    GTK_LIST_VIEW (index_sample_find_child (shown.panel, "list")));

  return shown;
}

static void
open_card (IndexSample *sample,
           const char  *name)
{
  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, name))));
  index_sample_settle (sample);
}

static void
select_rows (Shown *shown,
             guint  first,
             guint  n)
{
  for (guint i = 0; i < n; i++)
    gtk_selection_model_select_item (shown->rows, first + i, i == 0);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_shown (GtkWidget  *template_widget,
          const char *id)
{
  return gtk_widget_get_visible (index_sample_find_child (template_widget, id));
}

static GtkWidget *
get_name_choice (Shown *shown,
                 guint  n)
{
  GtkWidget *choice =
    gtk_widget_get_first_child (index_sample_find_child (shown->bulk, "names"));

  for (guint i = 0; i < n; i++)
    choice = gtk_widget_get_next_sibling (choice);

  return choice;
}

/* Three rows are selected; the name that stands in the text most often is offered first. */
static void
test_merge_three (IndexSample  *sample,
                  gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  ApoEditCheck *check;
  ApoActor *merged;

  g_assert_false (is_shown (shown.bulk, "bar"));
  select_rows (&shown, 0, 3);
  g_assert_true (is_shown (shown.bulk, "bar"));
  gtk_test_accessible_assert_role (index_sample_find_child (shown.bulk, "bar"),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_null (apo_focus_get_selected (sample->focus));

  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (shown.panel, "actor.merge", NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_name_choice (&shown, 0))));
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (get_name_choice (&shown, 0))), ==,
                   "Mara Linden · 4 mentions");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_name_choice (&shown, 1)), TRUE);
  click (index_sample_find_child (shown.bulk, "accept"));
  apo_edit_check_end (check, "Merge 3 actors");

  merged = index_sample_get_actor (sample, "Norland");
  g_assert_true (apo_actor_has_name (merged, "mara linden"));
  g_assert_true (apo_actor_has_name (merged, "harbour board"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown.rows)), ==, 3);
}

/* From the card, any number of others that were looked for. */
static void
test_merge_chosen (IndexSample  *sample,
                   gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  GtkWidget *chooser;
  GtkWidget *search;
  ApoEditCheck *check;

  open_card (sample, "Evening Tide");
  gtk_widget_activate_action (shown.panel, "actor.merge", NULL);
  chooser = GTK_WIDGET (gtk_menu_button_get_popover (
    GTK_MENU_BUTTON (index_sample_find_child (shown.card, "merge"))));
  search = index_sample_find_child (chooser, "search");
  g_assert_false (gtk_widget_get_sensitive (index_sample_find_child (chooser, "accept")));

  check = apo_edit_check_begin (sample->history);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such name");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (is_shown (chooser, "nothing"));
  gtk_editable_set_text (GTK_EDITABLE (search), "board");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "vell");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (chooser, "names"))), ==,
                   "Port Vell, Harbour Board");
  g_signal_emit_by_name (search, "activate");
  apo_edit_check_end (check, "Merge 3 actors");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (shown.card, "name"))),
                   ==, "Evening Tide");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown.rows)), ==, 3);
}

/* One after the other, without holding a key down. */
static void
test_select_several (IndexSample  *sample,
                     gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  GtkWidget *list = index_sample_find_child (shown.panel, "list");
  GtkWidget *pages = index_sample_find_child (shown.panel, "pages");

  gtk_widget_activate_action (shown.panel, "actor.select-several", NULL);
  g_assert_true (is_shown (shown.bulk, "bar"));
  g_assert_false (gtk_widget_get_sensitive (index_sample_find_child (shown.bulk, "merge")));
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (list, "activate", i);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "list");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (shown.bulk, "count"))),
                   ==, "2 actors selected");
  g_assert_true (gtk_widget_get_sensitive (index_sample_find_child (shown.bulk, "merge")));

  gtk_widget_activate_action (shown.panel, "actor.select-several", NULL);
  gtk_selection_model_unselect_all (shown.rows);
  g_assert_false (is_shown (shown.bulk, "bar"));
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "card");
}

/* Several get a kind, are none, and are restored, each at once. */
static void
test_several (IndexSample  *sample,
              gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  select_rows (&shown, 0, 2);
  gtk_widget_activate_action (shown.panel, "actor.kind", "s", "group");
  apo_edit_check_end (check, "2 actors: Group");
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (shown.panel, "actor.dismiss", NULL);
  apo_edit_check_end (check, "Dismiss 2 actors");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown.rows)), ==, 3);

  gtk_widget_activate_action (shown.panel, "actors.not-actors", NULL);
  gtk_selection_model_select_all (shown.rows);
  g_assert_true (is_shown (shown.bulk, "restore"));
  g_assert_false (is_shown (shown.bulk, "merge"));
  check = apo_edit_check_begin (sample->history);
  click (index_sample_find_child (shown.bulk, "restore"));
  apo_edit_check_end (check, "Restore 3 actors");
}

/* All places of one name at a click, one more by its row; the rest stays. */
static void
test_split (IndexSample  *sample,
            gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  GtkWidget *split;
  GtkWidget *accept;
  GtkWidget *list;
  ApoEditCheck *check;
  ApoActor *part;
  guint n;

  open_card (sample, "Mara Linden");
  gtk_widget_activate_action (shown.panel, "actor.split", NULL);
  index_sample_settle (sample);
  split = index_sample_find_child (shown.card, "split");
  accept = index_sample_find_child (split, "accept");
  list = index_sample_find_child (split, "list");
  g_assert_cmpuint (index_sample_count (list, "ApoPickRow"), ==, 4);
  g_assert_false (gtk_widget_get_sensitive (accept));

  index_sample_click_label (split, "Mara Linden  2");
  g_assert_true (gtk_widget_get_sensitive (accept));
  gtk_test_accessible_assert_property (
    gtk_widget_get_parent (index_sample_find (list, "ApoPickRow", 0)),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "ticked");
  for (guint i = 1; i < 3; i++)
    g_signal_emit_by_name (list, "activate", i);
  g_assert_false (gtk_widget_get_sensitive (accept));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (split, "hint"))), ==,
                   "At least one place must stay with Mara Linden.");
  g_signal_emit_by_name (list, "activate", 1);

  check = apo_edit_check_begin (sample->history);
  gtk_editable_set_text (GTK_EDITABLE (index_sample_find_child (split, "name")), "M. Linden");
  click (accept);
  part = index_sample_get_actor (sample, "M. Linden");
  g_assert_cmpstr (apo_focus_get_selected (sample->focus), ==, apo_item_get_id (APO_ITEM (part)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (shown.card, "name"))),
                   ==, "M. Linden");
  apo_actor_get_mentions (part, &n);
  g_assert_cmpuint (n, ==, 3);
  apo_edit_check_end (check, "Split Mara Linden");
}

/* Who is mentioned once cannot be two; going back does nothing. */
static void
test_no_split (IndexSample  *sample,
               gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  GtkWidget *pages;

  open_card (sample, "Harbour Board");
  pages = index_sample_find_child (shown.card, "pages");
  gtk_widget_activate_action (shown.panel, "actor.split", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "card");

  open_card (sample, "Norland");
  gtk_widget_activate_action (shown.panel, "actor.split", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "split");
  apo_edit_rename_actor (sample->history, index_sample_get_actor (sample, "Norland"), "Nordland");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "card");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/actor-merge/three", test_merge_three);
  ADD ("/actor-merge/chosen", test_merge_chosen);
  ADD ("/actor-merge/select-several", test_select_several);
  ADD ("/actor-merge/several", test_several);
  ADD ("/actor-merge/split", test_split);
  ADD ("/actor-merge/no-split", test_no_split);
#undef ADD

  return g_test_run ();
}
