/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-view.h"

#include <glib/gi18n.h>

#include "apo-dating.h"
#include "apo-edit-events.h"
#include "apo-fact-list.h"
#include "apo-maximize-button.h"
#include "apo-reading-page.h"
#include "apo-timeline-canvas.h"
#include "apo-timeline-content.h"
#include "apo-timeline-dates.h"
#include "apo-timeline-event.h"
#include "apo-timeline-minimap.h"
#include "apo-timeline-popover.h"
#include "apo-timeline-tray.h"

#define RANGE_KEY "timeline-range"
#define ZOOM_STEP 1.6
#define LIST_KEY "timeline-list"

struct _ApoTimelineView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  ApoReadingPage *reading;
  GtkLabel *empty_label;
  ApoTimelineCanvas *canvas;
  ApoFactList *list;
  GtkWidget *zoom_box;
  GtkToggleButton *all_button;
  GtkButton *dismissed_button;
  GtkMenuButton *menu_button;
  ApoTimelinePopover *popover;
  GtkWidget *tray_line;
  ApoTimelineTray *tray;
  ApoTimelineMinimap *minimap;

  ApoDossier *dossier;
  ApoHistory *history;
  GSignalGroup *dossier_signals;
  GSignalGroup *events_signals;
  ApoFocus *focus;
  GSignalGroup *focus_signals;
  guint refresh_source;
  gboolean listed;              /* the list is shown, not the picture */
  gboolean dismissed;           /* what was dismissed is listed, not the rest */
};

G_DEFINE_FINAL_TYPE (ApoTimelineView, apo_timeline_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_LIST,
  PROP_ALL,
  PROP_DISMISSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_extent (ApoTimelineView *self)
{
  guint n_events = apo_timeline_canvas_count_events (self->canvas);
  guint n_shown = apo_timeline_canvas_count_shown (self->canvas);
  gboolean all = apo_timeline_canvas_is_all (self->canvas);
  /* Translators: how many of the events the timeline shows */
  g_autofree char *label = g_strdup_printf (ngettext ("%u of %u event", "%u of %u events",
                                                      n_events), n_shown, n_events);

  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button),
                          !self->listed && (all || n_shown < n_events));
}

/* The list is only filled while it is seen.  Returns how many events are dismissed, as far as that is
 * of interest then. */
static guint
fill_list (ApoTimelineView *self,
           gboolean         some)
{
  g_autoptr (GPtrArray) dismissed = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *label = NULL;
  guint n_dated;

  gtk_widget_set_visible (GTK_WIDGET (self->dismissed_button), FALSE);
  if (!self->listed || self->dossier == NULL)
    return 0;

  dismissed = apo_timeline_content_list_dismissed (self->dossier);
  if (!self->dismissed && some)
    events = apo_timeline_content_list (self->dossier, self->focus, &n_dated);
  if (self->dismissed || some)
    apo_fact_list_set_items (self->list, self->dismissed ? dismissed : events);
  label = g_strdup_printf (ngettext ("%u put aside", "%u put aside", dismissed->len),
                           dismissed->len);
  gtk_button_set_label (self->dismissed_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->dismissed_button),
                          dismissed->len > 0 || self->dismissed);

  return dismissed->len;
}

/* Shows the list or the picture. */
static void
show_page (ApoTimelineView *self)
{
  gboolean has_events = apo_timeline_canvas_count_events (self->canvas) > 0;
  gboolean has_undated = apo_timeline_tray_count_events (self->tray) > 0;
  gboolean only_dismissed = self->listed && self->dismissed;
  guint n_dismissed = fill_list (self, has_events || has_undated);
  gboolean listed = self->listed && (only_dismissed ? n_dismissed > 0 : has_events || has_undated);

  gtk_stack_set_visible_child_name (self->stack, listed ? "list"
                                    : only_dismissed ? "empty"
                                    : has_events ? "canvas"
                                    : apo_reading_page_is_reading (self->reading) ? "reading"
                                    : "empty");
  gtk_widget_set_visible (self->zoom_box, !self->listed);
  gtk_widget_set_visible (self->tray_line, !self->listed && has_undated);
  gtk_widget_set_visible (GTK_WIDGET (self->tray), !self->listed && has_undated);
  gtk_widget_set_visible (GTK_WIDGET (self->minimap), !self->listed && has_events);
  show_extent (self);
}

static gboolean
is_narrowed (ApoTimelineView *self)
{
  return self->focus != NULL
         && apo_basis_get_kind (apo_focus_get_basis (self->focus)) != APO_BASIS_EVERYTHING;
}

static void
show_emptiness (ApoTimelineView *self)
{
  gboolean has_events = apo_timeline_canvas_count_events (self->canvas) > 0;
  gboolean has_undated = apo_timeline_tray_count_events (self->tray) > 0;

  gtk_label_set_label (self->empty_label,
                       self->listed && self->dismissed ? _("No event is dismissed.")
                       : has_undated ? _("None of the events has a date.")
                       : is_narrowed (self) ? _("No event rests on the chosen basis.")
                                            : _("No events were found."));
  show_page (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-in", has_events);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.zoom-out", has_events);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.fit", has_events);
}

static void
refresh (ApoTimelineView *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);

  apo_timeline_canvas_refresh (self->canvas);
  apo_timeline_tray_refresh (self->tray);
  apo_timeline_minimap_set_context (self->minimap, self->dossier, self->focus);
  show_emptiness (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  ApoTimelineView *self = user_data;

  self->refresh_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Many things change at once when an analysis comes in: the lists and the graph take one frame, this
 * the next. */
static void
queue_refresh (ApoTimelineView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, refresh_cb, self, NULL);
}

/* What was found last is not said to be nothing before it is shown. */
static void
reading_changed_cb (ApoTimelineView *self)
{
  if (self->refresh_source == 0)
    show_emptiness (self);
}

static void
focus_changed_cb (ApoTimelineView *self)
{
  apo_timeline_canvas_update_light (self->canvas);
  apo_timeline_tray_update_light (self->tray);
}

/* What is selected is not left out. */
static void
focus_selected_cb (ApoTimelineView *self,
                   const char      *id)
{
  if (id != NULL && apo_timeline_canvas_count_shown (self->canvas)
                    < apo_timeline_canvas_count_events (self->canvas)
      && APO_IS_EVENT (apo_dossier_lookup (self->dossier, id)))
    queue_refresh (self);
}

static void
range_changed_cb (ApoTimelineView *self)
{
  const ApoTimeScale *scale = apo_timeline_canvas_get_scale (self->canvas);

  apo_timeline_minimap_set_range (self->minimap, scale->start, scale->end);
  if (self->dossier != NULL)
    apo_dossier_set_view_state (self->dossier, RANGE_KEY,
                                apo_timeline_canvas_is_following (self->canvas)
                                  ? NULL
                                  : g_variant_new ("(dd)", scale->start, scale->end));
}

static void
range_chosen_cb (ApoTimelineView *self,
                 double           start,
                 double           end)
{
  apo_timeline_canvas_set_range (self->canvas, start, end);
}

static void
restore_range (ApoTimelineView *self)
{
  g_autoptr (GVariant) range = apo_dossier_get_view_state (self->dossier, RANGE_KEY);
  double start;
  double end;

  if (range == NULL || !g_variant_is_of_type (range, G_VARIANT_TYPE ("(dd)")))
    return;

  g_variant_get (range, "(dd)", &start, &end);
  apo_timeline_canvas_set_range (self->canvas, start, end);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  apo_timeline_canvas_zoom_middle (APO_TIMELINE_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  apo_timeline_canvas_zoom_middle (APO_TIMELINE_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  apo_timeline_canvas_fit (APO_TIMELINE_VIEW (widget)->canvas);
}

static void
set_listed (ApoTimelineView *self,
            gboolean      listed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  if (self->listed == listed)
    return;

  self->listed = listed;
  if (!listed && self->dismissed)
    {
      self->dismissed = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISMISSED]);
    }
  if (self->dossier != NULL)
    apo_dossier_set_view_state (self->dossier, LIST_KEY,
                                listed ? g_variant_new_boolean (TRUE) : NULL);
  show_emptiness (self);
  /* The keyboard stays where the content is. */
  if (focused)
    gtk_widget_grab_focus (listed ? GTK_WIDGET (self->list) : GTK_WIDGET (self->canvas));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

/* What was dismissed is only in the list. */
static void
set_dismissed (ApoTimelineView *self,
               gboolean         dismissed)
{
  if (self->dismissed == dismissed)
    return;

  self->dismissed = dismissed;
  if (dismissed && !self->listed)
    set_listed (self, TRUE);
  else
    show_emptiness (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISMISSED]);
}

static ApoEvent *
find_event (ApoTimelineView *self,
            const char      *id)
{
  ApoItem *item = self->dossier != NULL ? apo_dossier_lookup (self->dossier, id) : NULL;

  return APO_IS_EVENT (item) && self->history != NULL ? APO_EVENT (item) : NULL;
}

static void
edit_at (ApoTimelineView    *self,
         ApoEvent           *event,
         GtkWidget          *place,
         const GdkRectangle *area)
{
  GdkRectangle own = *area;
  double x;
  double y;

  if (!gtk_widget_translate_coordinates (place, GTK_WIDGET (self), area->x, area->y, &x, &y))
    return;

  own.x = x;
  own.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &own);
  apo_timeline_popover_show (self->popover, event);
}

/* The mark of the event @id, if that is in sight. */
static GtkWidget *
find_mark (ApoTimelineView *self,
           const char      *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (APO_IS_TIMELINE_EVENT (child) && gtk_widget_get_mapped (child))
      {
        ApoEvent *event = apo_timeline_event_get_event (APO_TIMELINE_EVENT (child));

        if (g_str_equal (apo_item_get_id (APO_ITEM (event)), id))
          return child;
      }

  return NULL;
}

/* Where the event is in sight, or else at the menu. */
static void
edit (ApoTimelineView *self,
      ApoEvent        *event)
{
  const char *id = apo_item_get_id (APO_ITEM (event));
  GtkWidget *place = find_mark (self, id);
  GdkRectangle area = { 0 };

  if (place == NULL)
    place = apo_timeline_tray_find_event (self->tray, id);
  if (place == NULL || !gtk_widget_get_mapped (place))
    place = GTK_WIDGET (self->menu_button);
  area.width = gtk_widget_get_width (place);
  area.height = gtk_widget_get_height (place);
  edit_at (self, event, place, &area);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ApoTimelineView *self = APO_TIMELINE_VIEW (widget);
  ApoEvent *event = find_event (self, g_variant_get_string (parameter, NULL));

  if (event != NULL)
    edit (self, event);
}

static void
edit_row_cb (ApoTimelineView *self,
             ApoEvent        *event,
             GdkRectangle    *area)
{
  edit_at (self, event, GTK_WIDGET (self->list), area);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ApoTimelineView *self = APO_TIMELINE_VIEW (widget);
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;
  ApoInterval interval;
  ApoPrecision precision;
  ApoEvent *event;
  const char *id;
  int steps;

  g_variant_get (parameter, "(&si)", &id, &steps);
  event = find_event (self, id);
  if (event == NULL)
    return;

  precision = apo_event_get_precision (event);
  interval = apo_dating_step (apo_event_get_interval (event), precision, steps);
  apo_edit_set_event_date (self->history, event, interval, precision);
  words = apo_timeline_format_interval (interval, precision);
  message = g_strdup_printf (_("%s: %s"), words, apo_event_get_label (event));
  gtk_widget_activate_action (widget, "win.tell-done", "s", message);
}

/* Of the words that are selected in the text; its date can be given at once. */
static void
new_event_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ApoTimelineView *self = APO_TIMELINE_VIEW (widget);
  ApoEvent *event;
  ApoSpan words;

  if (self->history == NULL)
    return;
  if (!apo_focus_get_words (self->focus, &words))
    {
      gtk_widget_activate_action (widget, "win.tell", "s",
                                  _("Select the words that tell of the event in the text first."));
      return;
    }

  event = apo_edit_add_event (self->history, words, NULL);
  if (event == NULL)
    return;
  apo_focus_select (self->focus, apo_item_get_id (APO_ITEM (event)));
  refresh (self);
  edit (self, event);
}

static void
restore_listed (ApoTimelineView *self)
{
  g_autoptr (GVariant) state = NULL;
  gboolean listed;

  if (self->dossier != NULL)
    state = apo_dossier_get_view_state (self->dossier, LIST_KEY);
  listed = state != NULL && g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN)
           && g_variant_get_boolean (state);
  if (self->listed == listed)
    return;

  self->listed = listed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

static void
apo_timeline_view_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_boolean (value, APO_TIMELINE_VIEW (object)->listed);
      break;
    case PROP_ALL:
      g_value_set_boolean (value, apo_timeline_canvas_is_all (APO_TIMELINE_VIEW (object)->canvas));
      break;
    case PROP_DISMISSED:
      g_value_set_boolean (value, APO_TIMELINE_VIEW (object)->dismissed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_timeline_view_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      set_listed (APO_TIMELINE_VIEW (object), g_value_get_boolean (value));
      break;
    case PROP_ALL:
      apo_timeline_canvas_set_all (APO_TIMELINE_VIEW (object)->canvas,
                                   g_value_get_boolean (value));
      show_extent (APO_TIMELINE_VIEW (object));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DISMISSED:
      set_dismissed (APO_TIMELINE_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_timeline_view_dispose (GObject *object)
{
  ApoTimelineView *self = APO_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  /* An open popover that loses its parent is never freed. */
  if (self->popover != NULL)
    apo_timeline_popover_set_context (self->popover, NULL, NULL, NULL);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->events_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  gtk_widget_dispose_template (GTK_WIDGET (self), APO_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_timeline_view_parent_class)->dispose (object);
}

static void
apo_timeline_view_class_init (ApoTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = apo_timeline_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = apo_timeline_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = apo_timeline_view_dispose;

  props[PROP_LIST] =
    g_param_spec_boolean ("list", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ALL] =
    g_param_spec_boolean ("all", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_DISMISSED] =
    g_param_spec_boolean ("dismissed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  g_type_ensure (APO_TYPE_FACT_LIST);
  g_type_ensure (APO_TYPE_MAXIMIZE_BUTTON);
  g_type_ensure (APO_TYPE_TIMELINE_CANVAS);
  g_type_ensure (APO_TYPE_TIMELINE_TRAY);
  g_type_ensure (APO_TYPE_TIMELINE_MINIMAP);

  g_type_ensure (APO_TYPE_READING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, box);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, reading);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, empty_label);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, list);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, all_button);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, dismissed_button);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_row_cb);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, tray);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, tray_line);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineView, minimap);
  gtk_widget_class_bind_template_callback (widget_class, range_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_chosen_cb);

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "timeline.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "timeline.step", "(si)", step_action);
  gtk_widget_class_install_action (widget_class, "timeline.new-event", NULL, new_event_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.dismissed", "dismissed");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "timeline.new-event", NULL);
  gtk_widget_class_install_property_action (widget_class, "timeline.list", "list");
  gtk_widget_class_install_property_action (widget_class, "timeline.all", "all");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "timeline.list", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_timeline_view_init (ApoTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (reading_changed_cb), self);
  apo_fact_list_set_describe (self->list, _("Events"), apo_timeline_content_describe);
  self->popover = APO_TIMELINE_POPOVER (apo_timeline_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed", G_CALLBACK (queue_refresh),
                                  self);
  self->events_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->events_signals, "items-changed",
                                  G_CALLBACK (queue_refresh), self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "basis-changed", G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->focus_signals, "changed", G_CALLBACK (focus_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->focus_signals, "selected", G_CALLBACK (focus_selected_cb),
                                  self);
  show_emptiness (self);
}

/**
 * apo_timeline_view_new:
 *
 * Returns: (transfer floating): a timeline of nothing
 */
GtkWidget *
apo_timeline_view_new (void)
{
  return g_object_new (APO_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * apo_timeline_view_set_context:
 * @dossier: (nullable): whose events to show
 * @history: (nullable): the history of @dossier; %NULL where nothing may be changed
 * @focus: (nullable): what is selected and pointed at, with @dossier
 *
 * Shows another dossier, at the part of time where it was left.
 */
void
apo_timeline_view_set_context (ApoTimelineView *view,
                               ApoDossier      *dossier,
                               ApoHistory      *history,
                               ApoFocus        *focus)
{
  g_return_if_fail (APO_IS_TIMELINE_VIEW (view));
  g_return_if_fail ((dossier == NULL) == (focus == NULL));

  /* The old dossier is not to get the range of the new one. */
  g_clear_object (&view->dossier);
  apo_timeline_popover_set_context (view->popover, dossier, history, focus);
  g_set_object (&view->history, history);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "timeline.new-event", history != NULL);
  apo_timeline_canvas_set_context (view->canvas, dossier, focus);
  apo_timeline_tray_set_context (view->tray, dossier, focus);
  apo_fact_list_set_context (view->list, dossier, history, focus);
  g_set_object (&view->dossier, dossier);
  g_set_object (&view->focus, focus);
  restore_listed (view);
  set_dismissed (view, FALSE);

  g_signal_group_set_target (view->dossier_signals, dossier);
  g_signal_group_set_target (view->events_signals,
                             dossier != NULL ? apo_dossier_get_items (dossier, APO_ITEM_EVENT)
                                             : NULL);
  g_signal_group_set_target (view->focus_signals, focus);

  if (dossier != NULL)
    restore_range (view);
  refresh (view);
}

/**
 * apo_timeline_view_set_analysis:
 * @analysis: (nullable): what may still be looking for what is to be shown
 */
void
apo_timeline_view_set_analysis (ApoTimelineView *view,
                                ApoAnalysis     *analysis)
{
  apo_reading_page_set_analysis (view->reading, analysis);
}
