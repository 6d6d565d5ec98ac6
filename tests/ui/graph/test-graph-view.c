/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "apo-dossier-private.h"
#include "apo-edit.h"
#include "apo-fact-row.h"
#include "apo-graph-node.h"
#include "apo-graph-popover.h"
#include "apo-graph-view.h"

static const char text[] =
  "Norland trades with Port Vell. Mara Linden accuses Norland of delay. Mara Linden met Norland's "
  "envoys twice, in spring and in autumn.";

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GtkWidget *window;
  ApoGraphView *view;
  ApoGraphCanvas *canvas;
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
add_actor (ApoDossier  *dossier,
           const char  *id,
           const char  *name,
           ApoActorKind kind)
{
  ApoItem *actor = add_item (dossier, APO_ITEM_ACTOR, id);

  apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (name));
  apo_item_set_value (actor, APO_ACTOR_FIELD_KIND, g_variant_new_int32 (kind));
}

static ApoItem *
add_relation (ApoDossier     *dossier,
              const char     *id,
              const char     *from,
              const char     *to,
              ApoRelationKind kind,
              const char     *claim)
{
  ApoItem *relation = add_item (dossier, APO_ITEM_RELATION, id);

  apo_item_set_value (relation, APO_RELATION_FIELD_FROM, g_variant_new_string (from));
  apo_item_set_value (relation, APO_RELATION_FIELD_TO, g_variant_new_string (to));
  apo_item_set_value (relation, APO_RELATION_FIELD_KIND, g_variant_new_int32 (kind));
  apo_item_set_value (relation, APO_RELATION_FIELD_DIRECTED,
                      g_variant_new_boolean (apo_relation_kind_is_directed (kind)));
  apo_item_set_value (relation, APO_RELATION_FIELD_EVIDENCE,
                      g_variant_new_parsed ("@a(uu) [(40, 60)]"));
  if (claim != NULL)
    apo_item_set_value (relation, APO_RELATION_FIELD_CLAIMS, g_variant_new_strv (&claim, 1));

  return relation;
}

static ApoDossier *
make_dossier (void)
{
  ApoDossier *dossier = apo_dossier_new ("aa");
  ApoText *normalised = apo_text_new (text, -1);
  ApoArticleInfo info = { .title = "The harbour", .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (normalised, &info);
  ApoItem *item;

  apo_text_unref (normalised);
  apo_item_set_id (APO_ITEM (article), "article");
  apo_dossier_insert (dossier, APO_ITEM (article), 0);

  add_actor (dossier, "norland", "Norland", APO_ACTOR_COUNTRY);
  add_actor (dossier, "linden", "Mara Linden", APO_ACTOR_PERSON);
  add_actor (dossier, "vell", "Port Vell", APO_ACTOR_PLACE);
  add_actor (dossier, "tide", "Evening Tide", APO_ACTOR_MEDIA);

  item = add_item (dossier, APO_ITEM_CLAIM, "claim");
  apo_item_set_value (item, APO_CLAIM_FIELD_CONTENT, g_variant_new_parsed ("@a(uu) [(31, 68)]"));
  apo_item_set_value (item, APO_CLAIM_FIELD_SPEAKER, g_variant_new_string ("linden"));

  add_relation (dossier, "accusation", "linden", "norland", APO_RELATION_ACCUSATION, "claim");
  add_relation (dossier, "trade", "norland", "vell", APO_RELATION_TRADE, NULL);
  add_relation (dossier, "meeting-1", "linden", "norland", APO_RELATION_MEETING, NULL);
  add_relation (dossier, "meeting-2", "norland", "linden", APO_RELATION_MEETING, NULL);
  add_relation (dossier, "mention", "linden", "vell", APO_RELATION_MENTION, NULL);
  item = add_relation (dossier, "dismissed", "vell", "tide", APO_RELATION_SUPPORT, NULL);
  apo_item_set_value (item, APO_RELATION_FIELD_DISMISSED, g_variant_new_boolean (TRUE));

  return dossier;
}

static void
iterate (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Runs the main loop until the picture has been laid out. */
static void
wait_for_layout (Fixture *fixture)
{
  GdkRectangle area;

  while (!apo_graph_canvas_get_label_area (fixture->canvas, "trade", &area)
         || area.width == 0
         || gtk_widget_get_width (apo_graph_canvas_get_node (fixture->canvas, "vell")) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_view (Fixture *fixture)
{
  fixture->history = apo_history_new (fixture->dossier);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->view = APO_GRAPH_VIEW (apo_graph_view_new ());
  fixture->canvas = apo_graph_view_get_canvas (fixture->view);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 520);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  apo_graph_view_set_context (fixture->view, fixture->dossier, fixture->history, fixture->focus);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_layout (fixture);
}

/* A layout that is under way keeps the canvas until it is done. */
static void
close_view (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (fixture->canvas != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->history);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = make_dossier ();
  open_view (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_view (fixture);
  g_assert_finalize_object (fixture->dossier);
}

static gpointer
find_controller (Fixture *fixture,
                 GType    type)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

/* Presses at a point of the canvas, moves by (dx, dy) and lets go. */
static void
drag (Fixture *fixture,
      double   x,
      double   y,
      double   dx,
      double   dy)
{
  GtkGesture *gesture = find_controller (fixture, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  for (guint i = 1; i <= 10 && (dx != 0 || dy != 0); i++)
    g_signal_emit_by_name (gesture, "drag-update", dx * i / 10, dy * i / 10);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

static void
drag_node (Fixture    *fixture,
           const char *actor,
           double      dx,
           double      dy)
{
  graphene_rect_t bounds;
  GtkWidget *node = apo_graph_canvas_get_node (fixture->canvas, actor);

  g_assert_true (gtk_widget_compute_bounds (node, GTK_WIDGET (fixture->canvas), &bounds));
  drag (fixture, bounds.origin.x + bounds.size.width / 2,
        bounds.origin.y + bounds.size.height / 2, dx, dy);
}

static ApoActor *
get_actor (Fixture    *fixture,
           const char *id)
{
  return APO_ACTOR (apo_dossier_lookup (fixture->dossier, id));
}

static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *node = apo_graph_canvas_get_node (fixture->canvas, "norland");
  ApoStanding standing;

  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), ==, 3);
  g_assert_cmpuint (apo_graph_canvas_get_n_edges (fixture->canvas), ==, 3);
  g_assert_cmpuint (apo_graph_canvas_get_alone (fixture->canvas)->len, ==, 1);
  g_assert_false (apo_graph_canvas_get_standing (fixture->canvas, "mention", &standing));
  g_assert_false (apo_graph_canvas_get_standing (fixture->canvas, "dismissed", &standing));
  g_assert_true (apo_graph_canvas_get_standing (fixture->canvas, "meeting-2", &standing));
  g_assert_null (apo_graph_canvas_get_node (fixture->canvas, "tide"));

  gtk_test_accessible_assert_role (node, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (node, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       apo_graph_node_get_label (APO_GRAPH_NODE (node)));
  g_assert_nonnull (strstr (apo_graph_node_get_label (APO_GRAPH_NODE (node)), "Norland"));
  g_assert_nonnull (strstr (apo_graph_node_get_label (APO_GRAPH_NODE (node)), "3 relations"));
  g_assert_true (gtk_widget_get_focusable (node));
  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
test_nodes_apart (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const ids[] = { "norland", "linden", "vell" };
  graphene_rect_t bounds[G_N_ELEMENTS (ids)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (apo_graph_canvas_get_node (fixture->canvas, ids[i]),
                                                GTK_WIDGET (fixture->canvas), &bounds[i]));
      g_assert_cmpfloat (bounds[i].origin.x, >=, 0);
      g_assert_cmpfloat (bounds[i].origin.y, >=, 0);
      for (guint j = 0; j < i; j++)
        g_assert_false (graphene_rect_intersection (&bounds[i], &bounds[j], NULL));
    }
}

static void
test_select_node (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *node = apo_graph_canvas_get_node (fixture->canvas, "linden");

  drag_node (fixture, "linden", 0, 0);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "linden");
  gtk_test_accessible_assert_state (node, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_false (apo_history_can_undo (fixture->history));

  drag (fixture, 2, 2, 0, 0);
  g_assert_null (apo_focus_get_selected (fixture->focus));

  gtk_widget_activate (apo_graph_canvas_get_node (fixture->canvas, "vell"));
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "vell");
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
test_select_edge (Fixture       *fixture,
                  gconstpointer  data)
{
  GdkRectangle area;
  GtkWidget *popover, *list, *row;

  g_assert_true (apo_graph_canvas_get_label_area (fixture->canvas, "accusation", &area));
  drag (fixture, area.x + area.width / 2., area.y + area.height / 2., 0, 0);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "accusation");

  popover = find_widget (GTK_WIDGET (fixture->canvas), APO_TYPE_GRAPH_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  list = find_widget (popover, GTK_TYPE_LIST_BOX);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (row);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "claim");
}

/* What the menu of a node does: the relations of an edge are reached without a pointer. */
static void
test_show_relation (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *popover = find_widget (GTK_WIDGET (fixture->canvas), APO_TYPE_GRAPH_POPOVER);
  GtkWidget *list = find_widget (popover, GTK_TYPE_LIST_BOX);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "graph.show-relation",
                                             "s", "meeting-2"));
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "meeting-1");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
}

static void
test_drag_is_a_command (Fixture       *fixture,
                        gconstpointer  data)
{
  guint64 start = apo_history_get_position (fixture->history);
  double x, y, dragged_x, dragged_y;
  double other_x, other_y, after_x, after_y;

  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &x, &y));
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "linden", &other_x, &other_y));
  drag_node (fixture, "vell", 60, 45);
  g_assert_true (apo_history_can_undo (fixture->history));
  g_assert_true (apo_actor_is_pinned (get_actor (fixture, "vell")));
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &dragged_x, &dragged_y));
  g_assert_cmpfloat (hypot (dragged_x - x, dragged_y - y), >, 30);

  apo_history_undo (fixture->history);
  iterate ();
  g_assert_cmpuint (apo_history_get_position (fixture->history), ==, start);
  g_assert_false (apo_history_can_undo (fixture->history));
  g_assert_false (apo_actor_is_pinned (get_actor (fixture, "vell")));
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &dragged_x, &dragged_y));
  g_assert_cmpfloat (hypot (dragged_x - x, dragged_y - y), <, 1.5);
  /* The neighbours that followed come back too. */
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "linden", &after_x, &after_y));
  g_assert_cmpfloat (hypot (after_x - other_x, after_y - other_y), <, 1.5);

  apo_history_redo (fixture->history);
  iterate ();
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &dragged_x, &dragged_y));
  g_assert_cmpfloat (hypot (dragged_x - x, dragged_y - y), >, 30);
}

static void
test_release (Fixture       *fixture,
              gconstpointer  data)
{
  double x, y, released_x, released_y;

  drag_node (fixture, "vell", 60, 45);
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &x, &y));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "graph.release", "s",
                                             "vell"));
  g_assert_false (apo_actor_is_pinned (get_actor (fixture, "vell")));
  g_assert_true (apo_graph_canvas_get_position (fixture->canvas, "vell", &released_x,
                                                &released_y));
  g_assert_cmpfloat (hypot (released_x - x, released_y - y), <, 1.5);
}

static void
test_verdict (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct {
    ApoVerdict verdict;
    ApoStanding standing;
  } cases[] = {
    { APO_VERDICT_NONE, APO_STANDING_DASHED },
    { APO_VERDICT_VERIFIED, APO_STANDING_SOLID },
    { APO_VERDICT_DISPUTED, APO_STANDING_STRUCK },
    { APO_VERDICT_MIXED, APO_STANDING_DASHED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoClaim *claim = APO_CLAIM (apo_dossier_lookup (fixture->dossier, "claim"));
      ApoStanding standing;

      if (cases[i].verdict != APO_VERDICT_NONE)
        apo_edit_set_verdict (fixture->history, claim, cases[i].verdict, "");
      iterate ();
      g_assert_true (apo_graph_canvas_get_standing (fixture->canvas, "accusation", &standing));
      g_assert_cmpint (standing, ==, cases[i].standing);
    }
}

static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const ids[] = { "norland", "linden", "vell" };
  double before[G_N_ELEMENTS (ids)][2];

  drag_node (fixture, "vell", -50, 40);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    apo_graph_canvas_get_position (fixture->canvas, ids[i], &before[i][0], &before[i][1]);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.zoom-in", NULL));

  close_view (fixture);
  open_view (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double x, y;

      g_assert_true (apo_graph_canvas_get_position (fixture->canvas, ids[i], &x, &y));
      g_assert_cmpfloat (hypot (x - before[i][0], y - before[i][1]), <, 1.5);
    }
}

static void
get_middle (Fixture          *fixture,
            const char       *actor,
            graphene_point_t *middle)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (apo_graph_canvas_get_node (fixture->canvas, actor),
                                            GTK_WIDGET (fixture->canvas), &bounds));
  graphene_rect_get_center (&bounds, middle);
}

/* Runs the main loop until a node is elsewhere than at @middle. */
static void
wait_for_move (Fixture                *fixture,
               const char             *actor,
               const graphene_point_t *middle)
{
  graphene_point_t now;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      get_middle (fixture, actor, &now);
    }
  while (graphene_point_near (&now, middle, 1));
}

/* What is under the pointer stays there; everything else goes away from it. */
static void
test_zoom_at_pointer (Fixture       *fixture,
                      gconstpointer  data)
{
  gpointer motion = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  gpointer scroll = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  graphene_point_t still, other, still_after;
  gboolean handled;

  get_middle (fixture, "vell", &still);
  get_middle (fixture, "linden", &other);
  g_signal_emit_by_name (motion, "motion", (double) still.x, (double) still.y);
  g_signal_emit_by_name (scroll, "scroll", 0., -2., &handled);
  g_assert_true (handled);
  wait_for_move (fixture, "linden", &other);
  get_middle (fixture, "vell", &still_after);
  g_assert_true (graphene_point_near (&still, &still_after, 1.5));
}

/* Arrows go from node to node, and never out of the graph. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer keys = find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  static const guint arrows[] = { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Right, GDK_KEY_Down };
  gboolean handled;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  for (guint i = 0; i < 24; i++)
    {
      GtkWidget *focused;

      g_signal_emit_by_name (keys, "key-pressed", arrows[i / 3 % 4], 0, 0, &handled);
      g_assert_true (handled);
      focused = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (APO_IS_GRAPH_NODE (focused));
      g_hash_table_add (visited, focused);
    }
  g_assert_cmpuint (g_hash_table_size (visited), ==, 3);

  apo_focus_select (fixture->focus, "linden");
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Escape, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_null (apo_focus_get_selected (fixture->focus));
}

static gboolean
has_place (Fixture    *fixture,
           const char *actor)
{
  GtkWidget *node = apo_graph_canvas_get_node (fixture->canvas, actor);

  return node != NULL && gtk_widget_get_mapped (node) && gtk_widget_get_width (node) > 0;
}

/* Places are found in a thread; a node that comes later joins the others where they are. */
static void
test_joining (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const actors[] = { "norland", "linden", "vell" };
  double x[G_N_ELEMENTS (actors)], y[G_N_ELEMENTS (actors)];

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    g_assert_true (apo_graph_canvas_get_position (fixture->canvas, actors[i], &x[i], &y[i]));
  add_relation (fixture->dossier, "statement", "vell", "tide", APO_RELATION_STATEMENT, NULL);
  g_signal_emit_by_name (fixture->dossier, "changed");
  while (!has_place (fixture, "tide"))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      double now_x, now_y;

      g_assert_true (apo_graph_canvas_get_position (fixture->canvas, actors[i], &now_x, &now_y));
      g_assert_cmpfloat (hypot (now_x - x[i], now_y - y[i]), <, 2);
    }
}

#define N_CROWD 150

/* A crowd around one actor, each mentioned less often than the one before. */
static void
add_crowd (Fixture *fixture)
{
  for (guint i = 0; i < N_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("crowd-%u", i);
      g_autofree char *relation = g_strdup_printf ("with-%u", i);

      add_actor (fixture->dossier, id, id, APO_ACTOR_PERSON);
      add_relation (fixture->dossier, relation, id, "norland", APO_RELATION_SUPPORT, NULL);
    }
  g_signal_emit_by_name (fixture->dossier, "changed");
  iterate ();
}

/* Only the most important are drawn, until the reader wants all or selects another. */
static void
test_crowd (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *last = g_strdup_printf ("crowd-%u", N_CROWD - 1);
  g_autoptr (GPtrArray) relations = NULL;

  add_crowd (fixture);
  g_assert_cmpuint (apo_graph_canvas_count_actors (fixture->canvas), ==, N_CROWD + 3);
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), <, 42);
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), >, 30);
  g_assert_null (apo_graph_canvas_get_node (fixture->canvas, last));
  relations = apo_graph_canvas_list_relations (fixture->canvas);
  g_assert_cmpuint (relations->len, ==, N_CROWD + 4);

  apo_focus_select (fixture->focus, last);
  while (!has_place (fixture, last))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), <, 42);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.all", NULL);
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), ==, N_CROWD + 3);
  while (!has_place (fixture, "crowd-100"))
    g_main_context_iteration (NULL, TRUE);
}

/* What a thread finds for a graph that is no longer shown is dropped. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  add_crowd (fixture);
  apo_graph_view_set_context (fixture->view, NULL, NULL, NULL);
  iterate ();
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), ==, 0);
  apo_graph_view_set_context (fixture->view, fixture->dossier, fixture->history, fixture->focus);
  while (!has_place (fixture, "norland"))
    g_main_context_iteration (NULL, TRUE);
}

static void
find_all (GtkWidget *widget,
          GType      type,
          GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

/* The list has the relations of the edges, in the order of the edges, as whole sentences. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const sentences[] = {
    "accusation, from Mara Linden to Norland. somebody says so, asserted. Not assessed. 1 passage.",
    "trade, between Norland and Port Vell. stated by the article or verified, asserted. "
    "Not assessed. 1 passage.",
    "meeting, between Mara Linden and Norland. stated by the article or verified, asserted. "
    "Not assessed. 1 passage.",
    "meeting, between Norland and Mara Linden. stated by the article or verified, asserted. "
    "Not assessed. 1 passage.",
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  GtkSelectionModel *model;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.list", NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  find_all (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW, lists);
  g_assert_true (gtk_widget_get_mapped (lists->pdata[0]));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         lists->pdata[0]));

  find_all (lists->pdata[0], APO_TYPE_FACT_ROW, rows);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < rows->len; i++)
    gtk_test_accessible_assert_property (gtk_widget_get_parent (rows->pdata[i]),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, sentences[i]);

  model = gtk_list_view_get_model (lists->pdata[0]);
  apo_focus_select (fixture->focus, "meeting-2");
  g_assert_true (gtk_selection_model_is_selected (model, 3));
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==, "trade");

  /* What the reader judges is said at once. */
  apo_edit_set_verdict (fixture->history, APO_CLAIM (apo_dossier_lookup (fixture->dossier,
                                                                         "claim")),
                        APO_VERDICT_DISPUTED, "");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (rows->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "accusation, from Mara Linden to Norland. disputed, "
                                       "asserted. Disputed. 1 passage.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "graph.list", NULL);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
}

static void
test_cleared (Fixture       *fixture,
              gconstpointer  data)
{
  apo_graph_view_set_context (fixture->view, NULL, NULL, NULL);
  g_assert_cmpuint (apo_graph_canvas_get_n_nodes (fixture->canvas), ==, 0);
  g_assert_null (apo_graph_canvas_get_node (fixture->canvas, "vell"));
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/graph-view/content", test_content);
  add_test ("/graph-view/nodes-apart", test_nodes_apart);
  add_test ("/graph-view/select-node", test_select_node);
  add_test ("/graph-view/select-edge", test_select_edge);
  add_test ("/graph-view/show-relation", test_show_relation);
  add_test ("/graph-view/drag-is-a-command", test_drag_is_a_command);
  add_test ("/graph-view/release", test_release);
  add_test ("/graph-view/verdict", test_verdict);
  add_test ("/graph-view/restored", test_restored);
  add_test ("/graph-view/zoom-at-pointer", test_zoom_at_pointer);
  add_test ("/graph-view/keys", test_keys);
  add_test ("/graph-view/joining", test_joining);
  add_test ("/graph-view/crowd", test_crowd);
  add_test ("/graph-view/stale", test_stale);
  add_test ("/graph-view/list", test_list);
  add_test ("/graph-view/cleared", test_cleared);

  return g_test_run ();
}
