/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "apo-fact-row.h"
#include "apo-edit.h"
#include "apo-timeline-canvas.h"
#include "apo-timeline-cluster.h"
#include "apo-timeline-event.h"
#include "apo-timeline-tray.h"
#include "apo-timeline-view.h"
#include "timeline-sample.h"

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoClaim *claim;
  ApoEvent *bridge;
  ApoEvent *works;
  ApoEvent *mayor;
  GtkWidget *window;
  GtkWidget *view;
  ApoTimelineCanvas *canvas;
} Fixture;

static void
find_all (GtkWidget *widget,
          GType      type,
          gboolean   visible_only,
          GPtrArray *found)
{
  if (visible_only && !gtk_widget_get_child_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, visible_only, found);
}

static GPtrArray *
list_widgets (Fixture *fixture,
              GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  find_all (fixture->view, type, TRUE, found);

  return found;
}

static GtkWidget *
find_event (Fixture  *fixture,
            ApoEvent *event)
{
  g_autoptr (GPtrArray) found = list_widgets (fixture, APO_TYPE_TIMELINE_EVENT);

  for (guint i = 0; i < found->len; i++)
    if (apo_timeline_event_get_event (found->pdata[i]) == event)
      return found->pdata[i];

  return NULL;
}

static void
settle (Fixture *fixture)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (GPtrArray) canvases = NULL;

  fixture->history = apo_history_new (fixture->dossier);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->window = gtk_window_new ();
  fixture->view = apo_timeline_view_new ();
  apo_timeline_view_set_context (APO_TIMELINE_VIEW (fixture->view), fixture->dossier,
                                 fixture->history, fixture->focus);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 584, 413);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));

  canvases = g_ptr_array_new ();
  find_all (fixture->view, APO_TYPE_TIMELINE_CANVAS, FALSE, canvases);
  g_assert_cmpuint (canvases->len, ==, 1);
  fixture->canvas = canvases->pdata[0];
  settle (fixture);
}

static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->dossier = timeline_sample_new (apo_day_from_ymd (2025, 10, 20));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ApoDay opening = apo_day_from_ymd (2025, 6, 2);

  set_up_empty (fixture, data);
  fixture->claim = timeline_sample_add_claim (fixture->dossier);
  fixture->mayor = timeline_sample_add_event (fixture->dossier, "The mayor resigns",
                                              APO_INTERVAL_NONE, APO_PRECISION_NONE, NULL);
  fixture->bridge = timeline_sample_add_event (fixture->dossier, "The bridge opens",
                                               (ApoInterval) { opening, opening },
                                               APO_PRECISION_DAY, fixture->claim);
  fixture->works = timeline_sample_add_event (fixture->dossier, "Works",
                                              apo_interval_of_month (2025, 3),
                                              APO_PRECISION_MONTH, NULL);
  open_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->dossier);
}

static void
test_events_are_placed (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) trays = list_widgets (fixture, APO_TYPE_TIMELINE_TRAY);
  GtkWidget *bridge = find_event (fixture, fixture->bridge);
  GtkWidget *works = find_event (fixture, fixture->works);
  graphene_rect_t bridge_bounds;
  graphene_rect_t works_bounds;

  g_assert_nonnull (bridge);
  g_assert_nonnull (works);
  g_assert_null (find_event (fixture, fixture->mayor));
  g_assert_cmpuint (apo_timeline_tray_count_events (trays->pdata[0]), ==, 1);

  g_assert_true (gtk_widget_compute_bounds (bridge, GTK_WIDGET (fixture->canvas),
                                            &bridge_bounds));
  g_assert_true (gtk_widget_compute_bounds (works, GTK_WIDGET (fixture->canvas), &works_bounds));
  g_assert_cmpfloat (works_bounds.origin.x, <, bridge_bounds.origin.x);
  g_assert_cmpfloat (works_bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bridge_bounds.origin.x + bridge_bounds.size.width, <=,
                     gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
}

static void
test_roles_and_labels (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *bridge = find_event (fixture, fixture->bridge);
  g_autoptr (GPtrArray) buttons = list_widgets (fixture, GTK_TYPE_BUTTON);
  const char *description = apo_timeline_event_get_description (APO_TIMELINE_EVENT (bridge));
  guint n_buttons = 0;

  gtk_test_accessible_assert_role (bridge, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (bridge, GTK_ACCESSIBLE_PROPERTY_LABEL, description);
  g_assert_nonnull (strstr (description, "The bridge opens"));
  g_assert_nonnull (strstr (description, "2 June 2025"));
  g_assert_nonnull (strstr (description, apo_standing_get_label (APO_STANDING_DASHED)));
  g_assert_nonnull (strstr (apo_timeline_event_get_description (
                              APO_TIMELINE_EVENT (find_event (fixture, fixture->works))),
                            "March 2025"));

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *outer = gtk_widget_get_ancestor (buttons->pdata[i], GTK_TYPE_MENU_BUTTON);
      GtkWidget *named = outer != NULL ? outer : buttons->pdata[i];

      if (gtk_widget_get_ancestor (named, GTK_TYPE_POPOVER) != NULL
          || !gtk_widget_get_visible (named))
        continue;
      n_buttons++;
      g_assert_true (gtk_widget_get_has_tooltip (named));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (named),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  g_assert_cmpuint (n_buttons, ==, 6);
}

/* As the pointer does. */
static void
click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, 5., 5.);
    }
}

static void
test_click_selects (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *bridge = find_event (fixture, fixture->bridge);
  g_autoptr (GPtrArray) trays = list_widgets (fixture, APO_TYPE_TIMELINE_TRAY);
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();

  find_all (trays->pdata[0], GTK_TYPE_TOGGLE_BUTTON, TRUE, chips);
  click (bridge);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==,
                   apo_item_get_id (APO_ITEM (fixture->bridge)));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (bridge)) == bridge);
  gtk_test_accessible_assert_state (bridge, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);

  g_signal_emit_by_name (chips->pdata[0], "clicked");
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==,
                   apo_item_get_id (APO_ITEM (fixture->mayor)));
  g_assert_true (gtk_toggle_button_get_active (chips->pdata[0]));
  gtk_test_accessible_assert_state (bridge, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  apo_focus_select (fixture->focus, NULL);
  g_assert_false (gtk_toggle_button_get_active (chips->pdata[0]));
}

/* Of many events the most important are shown, until the reader wants all or selects another. */
static void
test_extent (Fixture       *fixture,
             gconstpointer  data)
{
  ApoDay day = apo_day_from_ymd (2025, 1, 1);
  ApoEvent *last = NULL;

  for (guint i = 0; i < 200; i++)
    last = timeline_sample_add_event (fixture->dossier, "Another", (ApoInterval) { day + i, day + i },
                                      APO_PRECISION_DAY, NULL);
  g_signal_emit_by_name (fixture->dossier, "changed");
  settle (fixture);
  g_assert_cmpuint (apo_timeline_canvas_count_events (fixture->canvas), ==, 202);
  g_assert_cmpuint (apo_timeline_canvas_count_shown (fixture->canvas), ==, 80);
  g_assert_null (find_event (fixture, last));

  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (last)));
  settle (fixture);
  g_assert_cmpuint (apo_timeline_canvas_count_shown (fixture->canvas), ==, 80);
  g_assert_cmpuint (apo_timeline_canvas_count_events (fixture->canvas), ==, 202);

  gtk_widget_activate_action (fixture->view, "timeline.all", NULL);
  g_assert_cmpuint (apo_timeline_canvas_count_shown (fixture->canvas), ==, 202);
}

/* The list has what the picture has, in the order of time, and what has no date at its end. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const sentences[] = {
    "March 2025 (to the month): Works. somebody says so. Not assessed.",
    "2 June 2025 (to the day): The bridge opens. somebody says so. Not assessed.",
    "no date: The mayor resigns. somebody says so. Not assessed.",
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (GVariant) state = NULL;
  GtkSelectionModel *model;

  gtk_widget_activate_action (fixture->view, "timeline.list", NULL);
  settle (fixture);
  views = list_widgets (fixture, GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_get_mapped (views->pdata[0]));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  gtk_test_accessible_assert_role (views->pdata[0], GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (views->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Events");
  find_all (views->pdata[0], APO_TYPE_FACT_ROW, TRUE, rows);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < rows->len; i++)
    gtk_test_accessible_assert_property (gtk_widget_get_parent (rows->pdata[i]),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, sentences[i]);

  model = gtk_list_view_get_model (views->pdata[0]);
  apo_focus_select (fixture->focus, apo_item_get_id (APO_ITEM (fixture->bridge)));
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_cmpstr (apo_focus_get_selected (fixture->focus), ==,
                   apo_item_get_id (APO_ITEM (fixture->mayor)));

  state = apo_dossier_get_view_state (fixture->dossier, "timeline-list");
  g_assert_true (g_variant_get_boolean (state));
  gtk_widget_activate_action (fixture->view, "timeline.list", NULL);
  settle (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
}

static void
test_zoom_keeps_place (Fixture       *fixture,
                       gconstpointer  data)
{
  const ApoTimeScale *scale = apo_timeline_canvas_get_scale (fixture->canvas);
  double day = apo_event_get_interval (fixture->bridge).earliest + 0.5;
  double x = apo_time_scale_get_x (scale, day);
  double span = scale->end - scale->start;
  graphene_rect_t before;
  graphene_rect_t after;

  g_assert_true (gtk_widget_compute_bounds (find_event (fixture, fixture->bridge),
                                            GTK_WIDGET (fixture->canvas), &before));
  for (guint i = 0; i < 6; i++)
    apo_timeline_canvas_zoom (fixture->canvas, 1.2, x);
  settle (fixture);

  g_assert_cmpfloat (scale->end - scale->start, <, span / 2);
  g_assert_cmpfloat_with_epsilon (apo_time_scale_get_x (scale, day), x, 1e-6);
  g_assert_true (gtk_widget_compute_bounds (find_event (fixture, fixture->bridge),
                                            GTK_WIDGET (fixture->canvas), &after));
  g_assert_cmpfloat_with_epsilon (before.origin.x, after.origin.x, 1.01);

  gtk_widget_activate_action (fixture->view, "timeline.fit", NULL);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (scale->end - scale->start, span, 1e-6);
}

static void
test_view_state (Fixture       *fixture,
                 gconstpointer  data)
{
  const ApoTimeScale *scale = apo_timeline_canvas_get_scale (fixture->canvas);
  g_autoptr (GVariant) none = apo_dossier_get_view_state (fixture->dossier, "timeline-range");
  g_autoptr (GVariant) some = NULL;
  double start;
  double end;

  g_assert_null (none);
  gtk_widget_activate_action (fixture->view, "timeline.zoom-in", NULL);
  apo_timeline_canvas_pan (fixture->canvas, 30);
  start = scale->start;
  end = scale->end;
  some = apo_dossier_get_view_state (fixture->dossier, "timeline-range");
  g_assert_nonnull (some);

  apo_timeline_view_set_context (APO_TIMELINE_VIEW (fixture->view), NULL, NULL, NULL);
  settle (fixture);
  apo_timeline_view_set_context (APO_TIMELINE_VIEW (fixture->view), fixture->dossier,
                                 fixture->history, fixture->focus);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (scale->start, start, 1e-6);
  g_assert_cmpfloat_with_epsilon (scale->end, end, 1e-6);
}

static void
test_verdict_changes_standing (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *bridge = find_event (fixture, fixture->bridge);
  const char *struck = apo_standing_get_label (APO_STANDING_STRUCK);
  const char *solid = apo_standing_get_label (APO_STANDING_SOLID);

  apo_edit_set_verdict (fixture->history, fixture->claim, APO_VERDICT_DISPUTED, NULL);
  settle (fixture);
  g_assert_true (find_event (fixture, fixture->bridge) == bridge);
  g_assert_nonnull (strstr (apo_timeline_event_get_description (APO_TIMELINE_EVENT (bridge)),
                            struck));

  apo_edit_set_verdict (fixture->history, fixture->claim, APO_VERDICT_VERIFIED, NULL);
  settle (fixture);
  g_assert_nonnull (strstr (apo_timeline_event_get_description (APO_TIMELINE_EVENT (bridge)),
                            solid));

  apo_history_undo (fixture->history);
  settle (fixture);
  g_assert_nonnull (strstr (apo_timeline_event_get_description (APO_TIMELINE_EVENT (bridge)),
                            struck));
}

static void
test_keys_follow_time (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_get_focus_child (canvas) == find_event (fixture, fixture->works));
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_get_focus_child (canvas) == find_event (fixture, fixture->bridge));
  g_assert_true (gtk_widget_child_focus (canvas, GTK_DIR_LEFT));
  g_assert_true (gtk_widget_get_focus_child (canvas) == find_event (fixture, fixture->works));
  g_assert_false (gtk_widget_child_focus (canvas, GTK_DIR_TAB_BACKWARD));
}

/* What is out of sight comes into sight when the keys reach it. */
static void
test_keys_reveal (Fixture       *fixture,
                  gconstpointer  data)
{
  const ApoTimeScale *scale = apo_timeline_canvas_get_scale (fixture->canvas);
  ApoDay march = apo_day_from_ymd (2025, 3, 1);
  double day = apo_event_get_interval (fixture->bridge).earliest + 0.5;

  apo_timeline_canvas_set_range (fixture->canvas, march - 5, march + 40);
  settle (fixture);
  g_assert_null (find_event (fixture, fixture->bridge));

  gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_RIGHT);
  settle (fixture);
  g_assert_nonnull (find_event (fixture, fixture->bridge));
  g_assert_cmpfloat (apo_time_scale_get_x (scale, day), >, 0);
  g_assert_cmpfloat (apo_time_scale_get_x (scale, day), <, scale->width);
}

static void
test_crowd (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) clusters = NULL;
  const ApoTimeScale *scale;
  double span;

  for (int i = 0; i < 200; i++)
    {
      ApoDay day = apo_day_from_ymd (2020, 1, 1) + i * 9;

      timeline_sample_add_event (fixture->dossier, "Something happens", (ApoInterval) { day, day },
                                 APO_PRECISION_DAY, NULL);
    }
  open_window (fixture);

  clusters = list_widgets (fixture, APO_TYPE_TIMELINE_CLUSTER);
  scale = apo_timeline_canvas_get_scale (fixture->canvas);
  span = scale->end - scale->start;
  g_assert_cmpuint (clusters->len, >, 0);
  gtk_test_accessible_assert_role (clusters->pdata[0], GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (gtk_test_accessible_has_property (clusters->pdata[0],
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));

  g_assert_true (gtk_widget_activate (clusters->pdata[0]));
  settle (fixture);
  g_assert_cmpfloat (scale->end - scale->start, <=, span / 2 + 1e-6);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *stack;
  ApoDay day = apo_day_from_ymd (2025, 1, 1);

  open_window (fixture);
  stack = gtk_widget_get_ancestor (GTK_WIDGET (fixture->canvas), GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");

  timeline_sample_add_event (fixture->dossier, "Later", (ApoInterval) { day, APO_DAY_NONE },
                             APO_PRECISION_VAGUE, NULL);
  settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "canvas");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*set_up) (Fixture       *fixture,
                    gconstpointer  data);
    void (*test) (Fixture       *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/ui/timeline/events-are-placed", set_up, test_events_are_placed },
    { "/ui/timeline/roles-and-labels", set_up, test_roles_and_labels },
    { "/ui/timeline/click-selects", set_up, test_click_selects },
    { "/ui/timeline/list", set_up, test_list },
    { "/ui/timeline/extent", set_up, test_extent },
    { "/ui/timeline/zoom-keeps-place", set_up, test_zoom_keeps_place },
    { "/ui/timeline/view-state", set_up, test_view_state },
    { "/ui/timeline/verdict-changes-standing", set_up, test_verdict_changes_standing },
    { "/ui/timeline/keys-follow-time", set_up, test_keys_follow_time },
    { "/ui/timeline/keys-reveal", set_up, test_keys_reveal },
    { "/ui/timeline/crowd", set_up_empty, test_crowd },
    { "/ui/timeline/empty", set_up_empty, test_empty },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, tests[i].set_up, tests[i].test, tear_down);

  return g_test_run ();
}
