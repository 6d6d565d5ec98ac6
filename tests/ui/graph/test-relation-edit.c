/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-dossier-private.h"
#include "apo-edit-check.h"
#include "apo-fact-list.h"
#include "apo-graph-passages.h"
#include "apo-graph-popover.h"
#include "apo-graph-view.h"
#include "apo-relation-maker.h"

/* What a reader changes about relations: in the popover of an edge, in the list, by a new one. */

static const char text[] =
  "Norland trades with Port Vell. Mara Linden accuses Norland of delay. Mara Linden met Norland's "
  "envoys twice, in spring and in autumn.";

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GtkWidget *window;
  ApoGraphView *view;
  GtkWidget *canvas;
  GtkWidget *popover;
} Fixture;

static ApoItem *
add_item (ApoDossier *dossier,
          ApoItemType type,
          const char *id)
{
  g_autoptr (ApoItem) item = apo_item_new (type, id);

  apo_dossier_insert (dossier, item,
                      g_list_model_get_n_items (apo_dossier_get_items (dossier, type)));

  return item;
}

static void
add_actor (ApoDossier *dossier,
           const char *id,
           const char *name)
{
  apo_item_set_value (add_item (dossier, APO_ITEM_ACTOR, id), APO_ACTOR_FIELD_NAME,
                      g_variant_new_string (name));
}

static void
add_relation (ApoDossier     *dossier,
              const char     *id,
              const char     *from,
              const char     *to,
              ApoRelationKind kind,
              const char     *evidence)
{
  ApoItem *relation = add_item (dossier, APO_ITEM_RELATION, id);

  apo_item_set_value (relation, APO_RELATION_FIELD_ARTICLE, g_variant_new_string ("article"));
  apo_item_set_value (relation, APO_RELATION_FIELD_FROM, g_variant_new_string (from));
  apo_item_set_value (relation, APO_RELATION_FIELD_TO, g_variant_new_string (to));
  apo_item_set_value (relation, APO_RELATION_FIELD_KIND, g_variant_new_int32 (kind));
  apo_item_set_value (relation, APO_RELATION_FIELD_DIRECTED,
                      g_variant_new_boolean (apo_relation_kind_is_directed (kind)));
  apo_item_set_value (relation, APO_RELATION_FIELD_EVIDENCE, g_variant_new_parsed (evidence));
}

static ApoDossier *
make_dossier (void)
{
  ApoDossier *dossier = apo_dossier_new ("aaaaa");
  ApoText *normalised = apo_text_new (text, -1);
  ApoArticleInfo info = { .title = "The harbour", .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (normalised, &info);

  apo_text_unref (normalised);
  apo_item_set_id (APO_ITEM (article), "article");
  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  add_actor (dossier, "norland", "Norland");
  add_actor (dossier, "linden", "Mara Linden");
  add_actor (dossier, "vell", "Port Vell");
  add_relation (dossier, "trade", "norland", "vell", APO_RELATION_TRADE, "@a(uu) [(0, 29)]");
  add_relation (dossier, "accusation", "linden", "norland", APO_RELATION_ACCUSATION,
                "@a(uu) [(31, 67)]");
  add_relation (dossier, "meeting-1", "linden", "norland", APO_RELATION_MEETING,
                "@a(uu) [(69, 94)]");
  add_relation (dossier, "meeting-2", "norland", "linden", APO_RELATION_MEETING,
                "@a(uu) [(96, 107)]");

  return dossier;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
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
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GdkRectangle area;

  fixture->dossier = make_dossier ();
  fixture->history = apo_history_new (fixture->dossier);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->view = APO_GRAPH_VIEW (apo_graph_view_new ());
  fixture->canvas = GTK_WIDGET (apo_graph_view_get_canvas (fixture->view));
  fixture->popover = find_widget (fixture->canvas, APO_TYPE_GRAPH_POPOVER);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 520);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  apo_graph_view_set_context (fixture->view, fixture->dossier, fixture->history, fixture->focus);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!apo_graph_canvas_get_label_area (APO_GRAPH_CANVAS (fixture->canvas), "trade", &area)
         || area.width == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->canvas != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->history);
  g_assert_finalize_object (fixture->dossier);
}

static void
iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static ApoRelation *
get_relation (Fixture    *fixture,
              const char *id)
{
  return APO_RELATION (apo_dossier_lookup (fixture->dossier, id));
}

static void
open_popover (Fixture    *fixture,
              const char *relation)
{
  g_assert_true (gtk_widget_activate_action (fixture->canvas, "graph.show-relation", "s",
                                             relation));
  g_assert_true (gtk_widget_get_visible (fixture->popover));
}

static guint
count_passages (Fixture *fixture)
{
  GtkWidget *list = find_widget (find_widget (fixture->popover, APO_TYPE_GRAPH_PASSAGES),
                                 GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), n) != NULL)
    n++;

  return n;
}

static void
assert_kind_label (Fixture    *fixture,
                   const char *label)
{
  GtkWidget *button = find_widget (fixture->popover, GTK_TYPE_MENU_BUTTON);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_change (Fixture      *fixture,
             gconstpointer data)
{
  ApoRelation *relation = get_relation (fixture, "accusation");
  ApoEditCheck *check;

  open_popover (fixture, "accusation");
  assert_kind_label (fixture, "Kind: accusation");
  g_assert_cmpuint (count_passages (fixture), ==, 1);

  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.kind", "s", "pressure");
  apo_edit_check_end (check, "Relation: pressure");
  g_assert_cmpint (apo_relation_get_kind (relation), ==, APO_RELATION_PRESSURE);
  assert_kind_label (fixture, "Kind: pressure");

  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.turn", NULL);
  apo_edit_check_end (check, "Direction of a relation");
  g_assert_cmpstr (apo_relation_get_from (relation), ==, "norland");

  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.directed", NULL);
  apo_edit_check_end (check, "Direction of a relation");
  g_assert_false (apo_relation_is_directed (relation));
  /* what leads both ways can't be turned */
  gtk_widget_activate_action (fixture->popover, "relation.turn", NULL);
  g_assert_cmpstr (apo_relation_get_from (relation), ==, "norland");

  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.certainty", "s", "hedged");
  apo_edit_check_end (check, "Certainty: Hedged");
  g_assert_cmpint (apo_relation_get_origin (relation), ==, APO_ORIGIN_EDITED);
}

/* Both relations of an edge change together. */
static void
test_edge (Fixture      *fixture,
           gconstpointer data)
{
  ApoEditCheck *check;

  open_popover (fixture, "meeting-2");
  g_assert_cmpuint (count_passages (fixture), ==, 2);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.kind", "s", "cooperation");
  apo_edit_check_end (check, "Relation: cooperation");
  g_assert_cmpint (apo_relation_get_kind (get_relation (fixture, "meeting-1")), ==,
                   APO_RELATION_COOPERATION);
  g_assert_cmpint (apo_relation_get_kind (get_relation (fixture, "meeting-2")), ==,
                   APO_RELATION_COOPERATION);
}

/* The other edges between the same two lead from one popover to the next. */
static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *others;
  GtkWidget *chip;

  open_popover (fixture, "accusation");
  others = find_widget (fixture->popover, GTK_TYPE_FLOW_BOX);
  chip = find_widget (others, GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (chip)), ==, "meeting");
  g_signal_emit_by_name (chip, "clicked");
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "meeting-1");
  assert_kind_label (fixture, "Kind: meeting");
  g_assert_cmpuint (count_passages (fixture), ==, 2);
}

static void
test_passage (Fixture      *fixture,
              gconstpointer data)
{
  guint n_done = apo_history_get_n_done (fixture->history);
  ApoEditCheck *check;

  open_popover (fixture, "trade");
  gtk_widget_activate_action (fixture->popover, "relation.add-passage", NULL);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, n_done);

  apo_focus_set_words (fixture->focus, APO_SPAN (51, 67));
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.add-passage", NULL);
  apo_edit_check_end (check, "Passage of a relation");
  g_assert_cmpuint (count_passages (fixture), ==, 2);
  /* it is there already */
  n_done = apo_history_get_n_done (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.add-passage", NULL);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, n_done);
}

static GListModel *
get_listed (Fixture *fixture)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
assert_first_listed (Fixture    *fixture,
                     const char *id)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (get_listed (fixture), 0);

  g_assert_nonnull (item);
  g_assert_cmpstr (apo_item_get_id (item), ==, id);
}

static gpointer
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
press (Fixture        *fixture,
       guint           key,
       GdkModifierType state)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), APO_TYPE_FACT_LIST);
  gboolean handled;

  g_signal_emit_by_name (find_keys (list), "key-pressed", key, 0, state, &handled);

  return handled;
}

/* What is dismissed leaves the picture and the list, and is found and restored in the list. */
static void
test_dismiss (Fixture      *fixture,
              gconstpointer data)
{
  ApoEditCheck *check;
  gboolean dismissed;

  open_popover (fixture, "meeting-1");
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "relation.dismiss", NULL);
  apo_edit_check_end (check, "Dismiss 2 relations");
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  iterate ();
  g_assert_cmpuint (apo_graph_canvas_get_n_edges (APO_GRAPH_CANVAS (fixture->canvas)), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.dismissed", NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpuint (g_list_model_get_n_items (get_listed (fixture)), ==, 2);
  assert_first_listed (fixture, "meeting-1");
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (find_widget (GTK_WIDGET (fixture->view), APO_TYPE_FACT_LIST),
                              "fact.restore", "s", "meeting-1");
  apo_edit_check_end (check, "Restore 1 relation");
  iterate ();
  assert_first_listed (fixture, "meeting-2");

  /* the picture has nothing that is dismissed */
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.list", NULL);
  g_object_get (fixture->view, "dismissed", &dismissed, NULL);
  g_assert_false (dismissed);
}

/* A row has the same popover, by the menu key, and Delete dismisses what is in it. */
static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), APO_TYPE_FACT_LIST);
  GtkWidget *popover = find_widget (list, APO_TYPE_GRAPH_POPOVER);
  g_autoptr (ApoRelation) focused = NULL;
  ApoEditCheck *check;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.list", NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_object_get (gtk_widget_get_first_child (gtk_window_get_focus (GTK_WINDOW (fixture->window))),
                "item", &focused, NULL);
  g_assert_true (press (fixture, GDK_KEY_Menu, 0));
  g_assert_true (gtk_widget_get_visible (popover));
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (popover, "relation.kind", "s", "support");
  apo_edit_check_end (check, "Relation: support");
  g_assert_cmpint (apo_relation_get_kind (focused), ==, APO_RELATION_SUPPORT);
  gtk_popover_popdown (GTK_POPOVER (popover));
  iterate ();

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (press (fixture, GDK_KEY_Delete, 0));
  apo_edit_check_end (check, "Dismiss 1 relation");
  iterate ();
  g_assert_cmpuint (g_list_model_get_n_items (get_listed (fixture)), ==, 3);
}

/* By the menu of a node, or by the key, without touching the pointer; with the words selected. */
static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  GtkWidget *maker = find_widget (GTK_WIDGET (fixture->view), APO_TYPE_RELATION_MAKER);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  ApoEditCheck *check;
  ApoRelation *relation;
  g_autofree char *id = NULL;
  guint n;

  gtk_widget_activate_action (fixture->canvas, "graph.relate", "s", "vell");
  g_assert_true (gtk_widget_get_visible (maker));
  gtk_popover_popdown (GTK_POPOVER (maker));

  apo_focus_select (fixture->focus, "linden");
  apo_focus_set_words (fixture->focus, APO_SPAN (31, 67));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.new-relation", NULL);
  g_assert_true (gtk_widget_get_visible (maker));
  for (GtkWidget *cell = gtk_widget_get_first_child (find_widget (maker, GTK_TYPE_GRID));
       cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (GTK_IS_DROP_DOWN (cell))
      g_ptr_array_add (choices, cell);
  g_assert_cmpuint (choices->len, ==, 3);
  gtk_test_accessible_assert_property (choices->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "From whom");
  gtk_test_accessible_assert_property (choices->pdata[2], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "To whom");

  /* Mara Linden, Norland, Port Vell: by name */
  g_assert_cmpuint (gtk_drop_down_get_selected (choices->pdata[0]), ==, 0);
  gtk_drop_down_set_selected (choices->pdata[2], 0);
  gtk_widget_activate_action (maker, "maker.add", NULL);
  g_assert_false (apo_history_can_undo (fixture->history));
  gtk_drop_down_set_selected (choices->pdata[2], 2);
  gtk_drop_down_set_selected (choices->pdata[1], APO_RELATION_SANCTION);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (maker, "maker.add", NULL);
  id = g_strdup (apo_focus_get_selected (fixture->focus));
  apo_edit_check_end (check, "New relation: Mara Linden – Port Vell");

  relation = get_relation (fixture, id);
  g_assert_cmpstr (apo_relation_get_to (relation), ==, "vell");
  g_assert_cmpint (apo_relation_get_kind (relation), ==, APO_RELATION_SANCTION);
  apo_relation_get_evidence (relation, &n);
  g_assert_cmpuint (n, ==, 1);
}

#define ADD(path, func) \
  g_test_add ("/relation-edit/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("change", test_change);
  ADD ("edge", test_edge);
  ADD ("others", test_others);
  ADD ("passage", test_passage);
  ADD ("dismiss", test_dismiss);
  ADD ("list", test_list);
  ADD ("new", test_new);

  return g_test_run ();
}
