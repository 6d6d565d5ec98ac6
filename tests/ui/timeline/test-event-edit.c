/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "apo-date-entry.h"
#include "apo-dossier-private.h"
#include "apo-edit-check.h"
#include "apo-fact-list.h"
#include "apo-timeline-actors.h"
#include "apo-timeline-event.h"
#include "apo-timeline-popover.h"
#include "apo-timeline-tray.h"
#include "apo-timeline-view.h"
#include "timeline-sample.h"

/* What a reader changes about events: by entry, by keys, by dragging, in the list. */

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoEvent *bridge;
  ApoEvent *works;
  ApoEvent *mayor;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *popover;
} Fixture;

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
add_actor (ApoDossier *dossier,
           const char *id,
           const char *name)
{
  g_autoptr (ApoItem) actor = apo_item_new (APO_ITEM_ACTOR, id);

  apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (name));
  apo_dossier_insert (dossier, actor,
                      g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ACTOR)));
}

static void
settle (Fixture *fixture)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  ApoDay opening = apo_day_from_ymd (2025, 6, 2);

  fixture->dossier = timeline_sample_new (apo_day_from_ymd (2025, 10, 20));
  add_actor (fixture->dossier, "city", "The city");
  add_actor (fixture->dossier, "mayor", "The mayor");
  fixture->mayor = timeline_sample_add_event (fixture->dossier, "The mayor resigns",
                                              APO_INTERVAL_NONE, APO_PRECISION_NONE, NULL);
  fixture->bridge = timeline_sample_add_event (fixture->dossier, "The bridge opens",
                                               (ApoInterval) { opening, opening },
                                               APO_PRECISION_DAY, NULL);
  fixture->works = timeline_sample_add_event (fixture->dossier, "Works",
                                              apo_interval_of_month (2025, 3),
                                              APO_PRECISION_MONTH, NULL);
  fixture->history = apo_history_new (fixture->dossier);
  fixture->focus = apo_focus_new (fixture->dossier);
  fixture->window = gtk_window_new ();
  fixture->view = apo_timeline_view_new ();
  apo_timeline_view_set_context (APO_TIMELINE_VIEW (fixture->view), fixture->dossier,
                                 fixture->history, fixture->focus);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->popover = find_widget (fixture->view, APO_TYPE_TIMELINE_POPOVER);
  settle (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->history);
  g_assert_finalize_object (fixture->dossier);
}

static GtkWidget *
find_mark (GtkWidget *widget,
           ApoEvent  *event)
{
  if (APO_IS_TIMELINE_EVENT (widget)
      && apo_timeline_event_get_event (APO_TIMELINE_EVENT (widget)) == event)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mark (child, event);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
press (GtkWidget      *widget,
       guint           key,
       GdkModifierType state)
{
  gboolean handled;

  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         key, 0, state, &handled);

  return handled;
}

static void
open_popover (Fixture  *fixture,
              ApoEvent *event)
{
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.edit", "s",
                                             apo_item_get_id (APO_ITEM (event))));
  g_assert_true (gtk_widget_get_visible (fixture->popover));
}

static GtkWidget *
get_date_entry (Fixture *fixture)
{
  return find_widget (find_widget (fixture->popover, APO_TYPE_DATE_ENTRY), GTK_TYPE_ENTRY);
}

static void
type_date (Fixture    *fixture,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_date_entry (fixture)), text);
}

static void
assert_dated (ApoEvent    *event,
              const char  *from,
              const char  *to,
              ApoPrecision precision)
{
  ApoInterval interval = apo_event_get_interval (event);
  g_autofree char *earliest = interval.earliest != APO_DAY_NONE
                              ? apo_day_format (interval.earliest) : NULL;
  g_autofree char *latest = interval.latest != APO_DAY_NONE
                            ? apo_day_format (interval.latest) : NULL;

  g_assert_cmpstr (earliest, ==, from);
  g_assert_cmpstr (latest, ==, to);
  g_assert_cmpint (apo_event_get_precision (event), ==, precision);
}

static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  ApoEditCheck *check;
  GtkWidget *entry = get_date_entry (fixture);

  open_popover (fixture, fixture->works);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2025-03");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Date");
  type_date (fixture, "perhaps");
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  type_date (fixture, "May to July 2024");
  check = apo_edit_check_begin (fixture->history);
  g_signal_emit_by_name (entry, "activate");
  apo_edit_check_end (check, "Date of Works");
  assert_dated (fixture->works, "2024-05-01", "2024-07-31", APO_PRECISION_MONTH);
  g_assert_false (gtk_widget_get_visible (fixture->popover));

  /* what was typed counts when the popover closes, but not by Escape, nor where it is no date */
  open_popover (fixture, fixture->works);
  type_date (fixture, "1999");
  press (fixture->popover, GDK_KEY_Escape, 0);
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  open_popover (fixture, fixture->works);
  type_date (fixture, "sometime");
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  assert_dated (fixture->works, "2024-05-01", "2024-07-31", APO_PRECISION_MONTH);
  open_popover (fixture, fixture->works);
  type_date (fixture, "about 1999");
  check = apo_edit_check_begin (fixture->history);
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  apo_edit_check_end (check, "Date of Works");
  assert_dated (fixture->works, "1999-01-01", "1999-12-31", APO_PRECISION_VAGUE);
}

/* A date takes an event out of the tray, and none puts it there. */
static void
test_tray (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *tray = find_widget (fixture->view, APO_TYPE_TIMELINE_TRAY);
  GtkWidget *chip = find_widget (tray, GTK_TYPE_TOGGLE_BUTTON);
  ApoEditCheck *check;

  /* the first time it is selected, the second time it is asked about */
  g_signal_emit_by_name (chip, "clicked");
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  g_signal_emit_by_name (chip, "clicked");
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  type_date (fixture, "3/7/2025");
  check = apo_edit_check_begin (fixture->history);
  g_signal_emit_by_name (get_date_entry (fixture), "activate");
  apo_edit_check_end (check, "Date of The mayor resigns");
  settle (fixture);
  g_assert_cmpuint (apo_timeline_tray_count_events (APO_TIMELINE_TRAY (tray)), ==, 0);
  g_assert_nonnull (find_mark (fixture->view, fixture->mayor));

  open_popover (fixture, fixture->bridge);
  type_date (fixture, "");
  check = apo_edit_check_begin (fixture->history);
  g_signal_emit_by_name (get_date_entry (fixture), "activate");
  apo_edit_check_end (check, "Date of The bridge opens");
  assert_dated (fixture->bridge, NULL, NULL, APO_PRECISION_NONE);
  settle (fixture);
  g_assert_cmpuint (apo_timeline_tray_count_events (APO_TIMELINE_TRAY (tray)), ==, 1);
}

/* By the unit of what is known: days, months. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  g_assert_true (press (find_mark (fixture->view, fixture->bridge), GDK_KEY_Right, GDK_ALT_MASK));
  apo_edit_check_end (check, "Date of The bridge opens");
  assert_dated (fixture->bridge, "2025-06-03", "2025-06-03", APO_PRECISION_DAY);
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (press (find_mark (fixture->view, fixture->works), GDK_KEY_Left, GDK_ALT_MASK));
  apo_edit_check_end (check, "Date of Works");
  assert_dated (fixture->works, "2025-02-01", "2025-02-28", APO_PRECISION_MONTH);
  g_assert_false (press (find_mark (fixture->view, fixture->works), GDK_KEY_Left, 0));

  g_assert_true (press (find_mark (fixture->view, fixture->works), GDK_KEY_Menu, 0));
  g_assert_true (gtk_widget_get_visible (fixture->popover));
}

/* By its mark it is dragged to another date; back to where it was, nothing has happened. */
static void
test_drag (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *mark = find_mark (fixture->view, fixture->bridge);
  GtkGesture *drag = find_controller (mark, GTK_TYPE_GESTURE_DRAG);
  ApoInterval before = apo_event_get_interval (fixture->bridge);
  ApoInterval after;
  ApoEditCheck *check;
  double x = 0;

  while (!apo_timeline_event_can_drag (APO_TIMELINE_EVENT (mark), x))
    x++;
  g_assert_false (apo_timeline_event_can_drag (APO_TIMELINE_EVENT (mark), x + 60));
  g_signal_emit_by_name (drag, "drag-begin", x + 4, 10.0);
  g_signal_emit_by_name (drag, "drag-update", -40.0, 0.0);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 0.0);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  g_assert_false (apo_history_can_undo (fixture->history));

  g_signal_emit_by_name (drag, "drag-begin", x + 4, 10.0);
  g_signal_emit_by_name (drag, "drag-update", -40.0, 0.0);
  check = apo_edit_check_begin (fixture->history);
  g_signal_emit_by_name (drag, "drag-end", -40.0, 0.0);
  apo_edit_check_end (check, "Date of The bridge opens");
  after = apo_event_get_interval (fixture->bridge);
  g_assert_cmpint (after.earliest, <, before.earliest);
  g_assert_cmpint (after.earliest, ==, after.latest);
}

/* A time of the text is put right, and all that the program had dated by it. */
static void
test_time (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ApoItem) time = apo_item_new (APO_ITEM_TIME, "time");
  ApoEvent *events[] = { fixture->works, fixture->bridge };
  ApoInterval march = apo_interval_of_month (2025, 3);
  GtkWidget *fields;
  GtkWidget *all = NULL;
  ApoEditCheck *check;

  apo_item_set_value (time, APO_TIME_FIELD_SPAN, g_variant_new_parsed ("@a(uu) [(4, 10)]"));
  apo_item_set_value (time, APO_TIME_FIELD_EARLIEST, g_variant_new_int32 (march.earliest));
  apo_item_set_value (time, APO_TIME_FIELD_LATEST, g_variant_new_int32 (march.latest));
  apo_dossier_insert (fixture->dossier, time, 0);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    apo_item_set_value (APO_ITEM (events[i]), APO_EVENT_FIELD_TIME, g_variant_new_string ("time"));

  open_popover (fixture, fixture->works);
  fields = find_widget (fixture->popover, GTK_TYPE_GRID);
  for (GtkWidget *cell = gtk_widget_get_first_child (fields); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    if (GTK_IS_CHECK_BUTTON (cell))
      all = cell;
  gtk_test_accessible_assert_property (all, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "For “bridge”, and the 2 events dated by it");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  type_date (fixture, "2023-12");
  check = apo_edit_check_begin (fixture->history);
  g_signal_emit_by_name (get_date_entry (fixture), "activate");
  apo_edit_check_end (check, "Date of “bridge”");
  assert_dated (fixture->works, "2023-12-01", "2023-12-31", APO_PRECISION_MONTH);
  assert_dated (fixture->bridge, "2023-12-01", "2023-12-31", APO_PRECISION_MONTH);

  /* one that the reader has dated does not go with it any more */
  apo_history_undo (fixture->history);
  press (find_mark (fixture->view, fixture->bridge), GDK_KEY_Right, GDK_ALT_MASK);
  open_popover (fixture, fixture->bridge);
  g_assert_false (gtk_widget_get_visible (all));
}

static void
test_fields (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *actors = find_widget (fixture->popover, APO_TYPE_TIMELINE_ACTORS);
  GtkWidget *button = find_widget (actors, GTK_TYPE_MENU_BUTTON);
  GtkWidget *entry = find_widget (fixture->popover, GTK_TYPE_ENTRY);
  GtkWidget *check_button;
  ApoEditCheck *check;

  open_popover (fixture, fixture->works);
  check = apo_edit_check_begin (fixture->history);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Road works");
  apo_edit_check_end (check, "Words of an event");
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "event.certainty", "s", "hedged");
  apo_edit_check_end (check, "Certainty: Hedged");

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Actors: Nobody");
  settle (fixture);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  check_button = find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                              GTK_TYPE_CHECK_BUTTON);
  check = apo_edit_check_begin (fixture->history);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check_button), TRUE);
  apo_edit_check_end (check, "Actors of an event");
  g_assert_true (apo_item_refers_to (APO_ITEM (fixture->works), APO_EVENT_FIELD_ACTORS, "city"));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Actors: The city");
}

/* What is dismissed leaves the scale and is restored in the list. */
static void
test_dismiss (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *list = find_widget (fixture->view, APO_TYPE_FACT_LIST);
  ApoEditCheck *check;
  gboolean listed;

  open_popover (fixture, fixture->works);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->popover, "event.dismiss", NULL);
  apo_edit_check_end (check, "Dismiss 1 event");
  settle (fixture);
  g_assert_null (find_mark (fixture->view, fixture->works));

  gtk_widget_activate_action (fixture->view, "timeline.dismissed", NULL);
  g_object_get (fixture->view, "list", &listed, NULL);
  g_assert_true (listed);
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (list, "fact.restore", "s",
                              apo_item_get_id (APO_ITEM (fixture->works)));
  apo_edit_check_end (check, "Restore 1 event");
  gtk_widget_activate_action (fixture->view, "timeline.list", NULL);
  settle (fixture);
  g_assert_nonnull (find_mark (fixture->view, fixture->works));
}

static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  ApoEditCheck *check;
  ApoEvent *event;
  g_autofree char *id = NULL;

  gtk_widget_activate_action (fixture->view, "timeline.new-event", NULL);
  g_assert_false (apo_history_can_undo (fixture->history));

  apo_focus_set_words (fixture->focus, APO_SPAN (23, 41));
  check = apo_edit_check_begin (fixture->history);
  gtk_widget_activate_action (fixture->view, "timeline.new-event", NULL);
  g_assert_true (gtk_widget_get_visible (fixture->popover));
  id = g_strdup (apo_focus_get_selected (fixture->focus));
  apo_edit_check_end (check, "New event");
  event = APO_EVENT (apo_dossier_lookup (fixture->dossier, id));
  g_assert_cmpstr (apo_event_get_label (event), ==, "The mayor resigned");
}

#define ADD(path, func) \
  g_test_add ("/event-edit/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("entry", test_entry);
  ADD ("tray", test_tray);
  ADD ("keys", test_keys);
  ADD ("drag", test_drag);
  ADD ("time", test_time);
  ADD ("fields", test_fields);
  ADD ("dismiss", test_dismiss);
  ADD ("new", test_new);

  return g_test_run ();
}
