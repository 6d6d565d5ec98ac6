/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-actors-panel.h"
#include "apo-edit-check.h"
#include "apo-edit.h"
#include "index-sample.h"

/* The card of an actor, in the panel that opens it. */

typedef struct {
  GtkWidget *panel;
  GtkWidget *card;
} Shown;

static Shown
show_panel (IndexSample *sample)
{
  Shown shown = { apo_actors_panel_new (), NULL };

  apo_actors_panel_set_context (APO_ACTORS_PANEL (shown.panel), sample->dossier, sample->history,
                                sample->focus);
  index_sample_show (sample, shown.panel, 356);
  shown.card = index_sample_find_child (shown.panel, "card");

  return shown;
}

static Shown
show_card (IndexSample *sample,
           const char  *name)
{
  Shown shown = show_panel (sample);

  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, name))));
  index_sample_settle (sample);

  return shown;
}

static const char *
get_page (Shown *shown)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (index_sample_find_child (shown->panel, "pages")));
}

static const char *
get_text (Shown      *shown,
          const char *id)
{
  return gtk_label_get_text (GTK_LABEL (index_sample_find_child (shown->card, id)));
}

static GtkWidget *
get_mentions (Shown *shown)
{
  return index_sample_find_child (shown->card, "mentions");
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
add_relation (IndexSample    *sample,
              const char     *from,
              const char     *to,
              ApoRelationKind kind)
{
  apo_edit_add_relation (sample->history, index_sample_get_actor (sample, from),
                         index_sample_get_actor (sample, to), kind, APO_SPAN (0, 0));
}

/* Enter in the list and a selection elsewhere open the card; the arrow keys do not. */
static void
test_open (IndexSample  *sample,
           gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  GtkWidget *list = index_sample_find_child (shown.panel, "list");

  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);
  g_assert_cmpstr (get_page (&shown), ==, "list");
  g_signal_emit_by_name (list, "activate", 1);
  index_sample_settle (sample);
  g_assert_cmpstr (get_page (&shown), ==, "card");
  g_assert_cmpstr (get_text (&shown, "name"), ==, "Norland");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (sample->window))
                 == index_sample_find_child (shown.card, "back"));

  gtk_widget_activate_action (shown.panel, "actor.close", NULL);
  index_sample_settle (sample);
  g_assert_cmpstr (get_page (&shown), ==, "list");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (sample->window)), list));

  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_actor (sample, "Port Vell"))));
  index_sample_settle (sample);
  g_assert_cmpstr (get_page (&shown), ==, "card");
  g_assert_cmpstr (get_text (&shown, "name"), ==, "Port Vell");
  apo_focus_select (sample->focus,
                    apo_item_get_id (APO_ITEM (index_sample_get_claim (sample, 0))));
  g_assert_cmpstr (get_page (&shown), ==, "card");
  apo_focus_select (sample->focus, NULL);
  g_assert_cmpstr (get_page (&shown), ==, "list");
}

static void
test_content (IndexSample  *sample,
              gconstpointer user_data)
{
  Shown shown = show_card (sample, "Mara Linden");
  GtkWidget *relations;

  g_assert_cmpstr (get_text (&shown, "caption"), ==, "Person · found by the analysis");
  gtk_test_accessible_assert_role (shown.card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (shown.card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mara Linden");
  gtk_test_accessible_assert_property (index_sample_find_child (shown.card, "mentions_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "4 mentions here");
  gtk_test_accessible_assert_property (index_sample_find_child (shown.card, "made_button"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "5 claims made");
  g_assert_false (
    gtk_widget_get_sensitive (index_sample_find_child (shown.card, "about_button")));
  g_assert_nonnull (index_sample_find_label (get_mentions (&shown), "Mara Linden"));
  g_assert_nonnull (index_sample_find_label (get_mentions (&shown), "Pronouns"));

  add_relation (sample, "Mara Linden", "Norland", APO_RELATION_ACCUSATION);
  add_relation (sample, "Harbour Board", "Mara Linden", APO_RELATION_SUPPORT);
  add_relation (sample, "Mara Linden", "Evening Tide", APO_RELATION_MENTION);
  relations = index_sample_find_child (index_sample_find_child (shown.card, "facts"), "relations");
  g_assert_nonnull (index_sample_find_label (relations, "accuses Norland"));
  g_assert_nonnull (index_sample_find_label (relations, "has the support of Harbour Board"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (relations), 2));
  g_signal_emit_by_name (relations, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (relations), 1));
  g_assert_true (APO_IS_RELATION (apo_dossier_lookup (sample->dossier,
                                                      apo_focus_get_selected (sample->focus))));
  g_assert_cmpstr (get_page (&shown), ==, "card");
}

static void
place_cb (GtkWidget *panel,
          guint      start,
          guint      end,
          guint     *place)
{
  place[0] = start;
  place[1] = end;
}

static void
claims_cb (GtkWidget  *panel,
           const char *id,
           gboolean    about,
           int        *wanted)
{
  *wanted = about;
}

/* From place to place, of one name or of all, and one of them is somebody else's. */
static void
test_mentions (IndexSample  *sample,
               gconstpointer user_data)
{
  Shown shown = show_card (sample, "Mara Linden");
  GtkWidget *mentions = get_mentions (&shown);
  ApoActor *actor = index_sample_get_actor (sample, "Mara Linden");
  guint place[2] = { 99, 99 };
  int wanted = -1;
  ApoEditCheck *check;
  guint n;

  g_signal_connect (shown.panel, "span-activated", G_CALLBACK (place_cb), place);
  g_signal_connect (shown.panel, "claims-wanted", G_CALLBACK (claims_cb), &wanted);
  index_sample_click_label (mentions, "Linden");
  g_assert_cmpuint (place[0], ==, 153);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (index_sample_find_child (mentions, "position"))),
                   ==, "1 of 1");
  click (index_sample_find_child (shown.card, "mentions_button"));
  g_assert_cmpuint (place[0], ==, 0);
  g_assert_cmpuint (place[1], ==, 11);
  gtk_widget_activate_action (shown.panel, "actor.next-mention", NULL);
  gtk_widget_activate_action (shown.panel, "actor.next-mention", NULL);
  g_assert_cmpuint (place[0], ==, 153);
  gtk_widget_activate_action (shown.panel, "actor.previous-mention", NULL);
  g_assert_true (g_str_has_prefix (
    gtk_label_get_text (GTK_LABEL (index_sample_find_child (mentions, "sentence"))), "She adds"));

  check = apo_edit_check_begin (sample->history);
  click (index_sample_find_child (mentions, "remove_mention"));
  apo_edit_check_end (check, "Not a mention of Mara Linden");
  apo_actor_get_mentions (actor, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (index_sample_find_label (mentions, "Pronouns"));

  click (index_sample_find_child (shown.card, "made_button"));
  g_assert_cmpint (wanted, ==, FALSE);
}

static void
test_rename (IndexSample  *sample,
             gconstpointer user_data)
{
  Shown shown = show_card (sample, "Norland");
  GtkWidget *entry = index_sample_find_child (shown.card, "rename_entry");
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  gtk_widget_activate_action (shown.panel, "actor.rename", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (sample->window)), entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Norland");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (shown.card, "rename_hint")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "harbour board");
  g_signal_emit_by_name (entry, "activate");
  apo_edit_check_end (check, "Rename to harbour board");
  g_assert_cmpstr (get_text (&shown, "name"), ==, "harbour board");
  g_assert_true (g_str_has_suffix (get_text (&shown, "caption"), "corrected by you"));
  /* Another one has the name too. */
  g_assert_nonnull (g_strstr_len (get_text (&shown, "rename_hint"), -1, "Harbour Board"));
}

/* With all the places where it stands and that are nobody's. */
static void
test_alias (IndexSample  *sample,
            gconstpointer user_data)
{
  Shown shown = show_card (sample, "Harbour Board");
  GtkWidget *mentions = get_mentions (&shown);
  GtkWidget *alias = index_sample_find_child (mentions, "alias");
  ApoActor *actor = index_sample_get_actor (sample, "Harbour Board");
  ApoEditCheck *check = apo_edit_check_begin (sample->history);
  guint n;

  gtk_editable_set_text (GTK_EDITABLE (alias), "harbour board");
  g_assert_false (gtk_widget_get_sensitive (index_sample_find_child (mentions, "accept")));
  gtk_editable_set_text (GTK_EDITABLE (alias), "harbour");
  g_assert_true (gtk_widget_get_sensitive (index_sample_find_child (mentions, "accept")));
  g_assert_cmpstr (
    gtk_check_button_get_label (GTK_CHECK_BUTTON (index_sample_find_child (mentions,
                                                                           "everywhere"))),
    ==, "Also mark the 1 place where it stands");
  g_signal_emit_by_name (alias, "activate");
  apo_edit_check_end (check, "Other name: harbour");
  apo_actor_get_mentions (actor, &n);
  g_assert_cmpuint (n, ==, 2);

  index_sample_click_label (mentions, "harbour");
  check = apo_edit_check_begin (sample->history);
  click (index_sample_find_child (mentions, "remove_alias"));
  apo_edit_check_end (check, "Remove the name harbour");
  g_assert_false (apo_actor_has_name (actor, "harbour"));
}

static void
test_kind (IndexSample  *sample,
           gconstpointer user_data)
{
  Shown shown = show_card (sample, "Norland");
  GtkDropDown *kind = GTK_DROP_DOWN (index_sample_find_child (shown.card, "kind"));
  GtkDropDown *region = GTK_DROP_DOWN (index_sample_find_child (shown.card, "region"));
  ApoActor *actor = index_sample_get_actor (sample, "Norland");
  GtkStringObject *name = gtk_drop_down_get_selected_item (region);
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  g_assert_cmpstr (gtk_string_object_get_string (name), ==, "Norway");
  gtk_drop_down_set_selected (kind, APO_ACTOR_ORGANISATION);
  apo_edit_check_end (check, "Norland: Organisation");
  check = apo_edit_check_begin (sample->history);
  gtk_drop_down_set_selected (region, 0);
  apo_edit_check_end (check, "Region of Norland");
  g_assert_cmpstr (apo_actor_get_region (actor), ==, "");
  apo_history_undo (sample->history);
  name = gtk_drop_down_get_selected_item (region);
  g_assert_cmpstr (gtk_string_object_get_string (name), ==, "Norway");
}

static void
test_dismiss (IndexSample  *sample,
              gconstpointer user_data)
{
  Shown shown = show_card (sample, "Norland");
  GListModel *rows =
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (index_sample_find_child (shown.panel,
                                                                                   "list"))));
  ApoEditCheck *check = apo_edit_check_begin (sample->history);

  gtk_widget_activate_action (shown.panel, "actor.dismiss", NULL);
  apo_edit_check_end (check, "Dismiss 1 actor");
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (shown.card, "dismissed")));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);

  gtk_widget_activate_action (shown.panel, "actor.close", NULL);
  gtk_widget_activate_action (shown.panel, "actors.not-actors", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_true (gtk_widget_get_visible (index_sample_find_child (shown.panel, "not_actors")));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (rows));
  check = apo_edit_check_begin (sample->history);
  gtk_widget_activate_action (shown.panel, "actor.restore", NULL);
  apo_edit_check_end (check, "Restore 2 actors");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  gtk_widget_activate_action (shown.panel, "actors.reset", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 6);
}

/* The actor of the card is undone: there is nothing to show any more. */
static void
test_gone (IndexSample  *sample,
           gconstpointer user_data)
{
  Shown shown = show_panel (sample);
  ApoActor *actor = apo_edit_add_actor (sample->history, "Skippers", APO_ACTOR_GROUP, NULL, NULL,
                                        0);

  apo_focus_select (sample->focus, apo_item_get_id (APO_ITEM (actor)));
  g_assert_cmpstr (get_page (&shown), ==, "card");
  apo_history_undo (sample->history);
  g_assert_cmpstr (get_page (&shown), ==, "list");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/actor-card/open", test_open);
  ADD ("/actor-card/content", test_content);
  ADD ("/actor-card/mentions", test_mentions);
  ADD ("/actor-card/rename", test_rename);
  ADD ("/actor-card/alias", test_alias);
  ADD ("/actor-card/kind", test_kind);
  ADD ("/actor-card/dismiss", test_dismiss);
  ADD ("/actor-card/gone", test_gone);
#undef ADD

  return g_test_run ();
}
