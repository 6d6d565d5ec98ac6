/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "apo-palette.h"
#include "apo-timeline-axis.h"
#include "apo-timeline-cluster.h"
#include "apo-timeline-content.h"
#include "apo-timeline-drawing.h"
#include "apo-timeline-event.h"
#include "apo-timeline-gestures.h"
#include "apo-timeline-placement.h"

#define FIT_MARGIN 28.0
#define FEWEST_DAYS 28.0
#define REVEAL_MARGIN 60.0
#define ANIMATION_MS 250
#define N_CLUSTERS_AT_FIRST 16
#define MAX_EVENTS 80           /* unless the reader asks for all */

struct _ApoTimelineCanvas {
  GtkWidget parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;

  ApoTimeScale scale;
  gboolean follows;
  AdwAnimation *animation;
  ApoTimeScale animation_from;
  ApoTimeScale animation_to;

  ApoTimelinePlacement *placement;
  guint n_events;               /* also those that are left out */
  gboolean all;                 /* none is left out */
  guint grow_source;
};

G_DEFINE_FINAL_TYPE (ApoTimelineCanvas, apo_timeline_canvas, GTK_TYPE_WIDGET)

enum {
  SIGNAL_RANGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ApoInterval
get_interval (ApoTimelineCanvas *self,
              guint              index)
{
  ApoTimelineEvent *event = self->placement->events->pdata[index];

  return apo_event_get_interval (apo_timeline_event_get_event (event));
}

static double
get_density (ApoTimelineCanvas *self)
{
  return self->scale.width / (self->scale.end - self->scale.start);
}

static ApoDay
get_article_day (ApoTimelineCanvas *self)
{
  ApoArticle *article = self->dossier != NULL ? apo_dossier_get_article (self->dossier) : NULL;

  return article != NULL ? apo_article_get_date (article) : APO_DAY_NONE;
}

static void
take_range (ApoTimelineCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_RANGE_CHANGED], 0);
}

static void
animate_cb (double   progress,
            gpointer user_data)
{
  ApoTimelineCanvas *self = user_data;

  apo_time_scale_mix (&self->scale, &self->animation_from, &self->animation_to, progress);
  take_range (self);
}

/* Takes place at once where the desktop wants no animations. */
static void
animate_to (ApoTimelineCanvas  *self,
            const ApoTimeScale *scale)
{
  adw_animation_pause (self->animation);
  self->animation_from = self->scale;
  self->animation_to = *scale;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/* What the reader does by hand goes on from where an animation was going to. */
static void
finish_animation (ApoTimelineCanvas *self)
{
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->animation);
}

/* What is open at one end may be far away from everything else, and be seen all the same. */
static GArray *
list_content (ApoTimelineCanvas *self)
{
  GArray *closed = g_array_new (FALSE, FALSE, sizeof (ApoInterval));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (ApoInterval));
  ApoDay article_day = get_article_day (self);
  ApoInterval article = { article_day, article_day };

  for (guint i = 0; i < self->placement->events->len; i++)
    {
      ApoInterval interval = get_interval (self, i);

      if (interval.earliest != APO_DAY_NONE && interval.latest != APO_DAY_NONE)
        g_array_append_val (closed, interval);
      else
        g_array_append_val (open, interval);
    }

  if (closed->len == 0)
    g_array_append_vals (closed, open->data, open->len);
  g_array_append_val (closed, article);

  return closed;
}

static gboolean
fit_scale (ApoTimelineCanvas *self,
           ApoTimeScale      *scale)
{
  g_autoptr (GArray) content = list_content (self);
  double middle;

  if (!apo_time_scale_fit (scale, (ApoInterval *) content->data, content->len, FIT_MARGIN))
    return FALSE;

  /* A day as wide as the window shows nothing of its place in time. */
  middle = (scale->start + scale->end) / 2;
  if (scale->end - scale->start < FEWEST_DAYS)
    apo_time_scale_set_range (scale, middle - FEWEST_DAYS / 2, middle + FEWEST_DAYS / 2);

  return TRUE;
}

static void
cluster_activate_cb (ApoTimelineCanvas  *self,
                     ApoTimelineCluster *cluster)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (ApoInterval));
  ApoTimeScale closer = self->scale;
  double span = (self->scale.end - self->scale.start) / 2;
  guint index;

  if (!g_ptr_array_find (self->placement->clusters, cluster, &index))
    return;

  for (guint i = 0; i < self->placement->pack->n_places; i++)
    if (self->placement->pack->places[i].cluster == (int) index)
      {
        ApoInterval interval = get_interval (self, i);

        if (interval.earliest != APO_DAY_NONE)
          interval.latest = interval.earliest;
        g_array_append_val (members, interval);
      }

  apo_time_scale_fit (&closer, (ApoInterval *) members->data, members->len, self->scale.width / 4);
  if (closer.end - closer.start > span)
    apo_time_scale_set_range (&closer, (closer.start + closer.end - span) / 2,
                              (closer.start + closer.end + span) / 2);
  self->follows = FALSE;
  animate_to (self, &closer);
}

static void
add_clusters (ApoTimelineCanvas *self,
              guint              n_clusters)
{
  while (self->placement->clusters->len < n_clusters)
    {
      GtkWidget *cluster = apo_timeline_cluster_new ();

      gtk_widget_set_child_visible (cluster, FALSE);
      gtk_widget_set_parent (cluster, GTK_WIDGET (self));
      g_signal_connect_object (cluster, "activate", G_CALLBACK (cluster_activate_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->placement->clusters, cluster);
    }
}

/* Children can't be made in the middle of an allocation. */
static gboolean
grow_cb (gpointer user_data)
{
  ApoTimelineCanvas *self = user_data;

  self->grow_source = 0;
  if (self->placement->pack != NULL)
    {
      add_clusters (self, self->placement->pack->n_clusters);
      apo_timeline_placement_collect (self->placement);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }

  return G_SOURCE_REMOVE;
}

static void
apo_timeline_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  ApoTimelineCanvas *self = APO_TIMELINE_CANVAS (widget);
  gboolean resized = self->scale.width != MAX (width, 1);
  ApoTimeScale all;

  apo_time_scale_set_width (&self->scale, width);
  if (self->follows && adw_animation_get_state (self->animation) != ADW_ANIMATION_PLAYING)
    fit_scale (self, &self->scale);
  if (resized)
    g_signal_emit (self, signals[SIGNAL_RANGE_CHANGED], 0);

  all = self->scale;
  fit_scale (self, &all);
  apo_timeline_placement_update (self->placement, &self->scale, &all, height);
  apo_timeline_placement_allocate (self->placement, &self->scale);

  if (self->placement->pack->n_clusters > self->placement->clusters->len && self->grow_source == 0)
    self->grow_source = g_idle_add (grow_cb, self);
}

static void
apo_timeline_canvas_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 160;
      *natural = 480;
    }
  else
    {
      *minimum = APO_TIMELINE_ROWS_TOP + APO_TIMELINE_FOOT_HEIGHT + APO_TIMELINE_ROW_HEIGHT;
      *natural = APO_TIMELINE_ROWS_TOP + APO_TIMELINE_FOOT_HEIGHT + 5 * APO_TIMELINE_ROW_HEIGHT;
    }
}

/* Returns: whether it is known when the event was spoken of, and when it was */
static gboolean
find_thread (ApoTimelineCanvas *self,
             ApoEvent          *event,
             double            *from_x,
             double            *to_x)
{
  ApoItem *said = apo_dossier_lookup (self->dossier, apo_event_get_statement_time (event));
  ApoInterval when = apo_event_get_interval (event);
  ApoInterval then;
  ApoDay day = when.earliest != APO_DAY_NONE ? when.earliest : when.latest;

  if (said == NULL || !APO_IS_TIME (said) || day == APO_DAY_NONE)
    return FALSE;

  then = apo_time_get_interval (APO_TIME (said));
  if (then.earliest == APO_DAY_NONE || then.latest == APO_DAY_NONE)
    return FALSE;

  *from_x = apo_time_scale_get_x (&self->scale, (then.earliest + then.latest + 1) / 2.0);
  *to_x = apo_time_scale_get_x (&self->scale, day + 0.5);

  return TRUE;
}

/* Of the selected event only, or the scale would be full of them. */
static void
snapshot_thread (ApoTimelineCanvas *self,
                 GtkSnapshot       *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  const char *selected = apo_focus_get_selected (self->focus);

  for (guint i = 0; i < self->placement->events->len; i++)
    {
      GtkWidget *widget = self->placement->events->pdata[i];
      ApoEvent *event = apo_timeline_event_get_event (APO_TIMELINE_EVENT (widget));
      GdkRGBA accent;
      cairo_t *cr;
      double from_x;
      double to_x;

      if (g_strcmp0 (selected, apo_item_get_id (APO_ITEM (event))) != 0
          || !gtk_widget_get_child_visible (widget)
          || !find_thread (self, event, &from_x, &to_x))
        continue;

      apo_palette_get_accent (GTK_WIDGET (self), &accent);
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      apo_timeline_draw_thread (cr, &accent, from_x, height - APO_TIMELINE_FOOT_HEIGHT, to_x,
                                apo_timeline_placement_get_y (self->placement, i)
                                + APO_TIMELINE_POINT_RADIUS + 3);
      cairo_destroy (cr);
    }
}

static void
apo_timeline_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ApoTimelineCanvas *self = APO_TIMELINE_CANVAS (widget);
  ApoDay article_day = get_article_day (self);

  if (article_day != APO_DAY_NONE)
    apo_timeline_axis_snapshot_future (widget, snapshot, &self->scale, article_day);
  apo_timeline_axis_snapshot_scale (widget, snapshot, &self->scale);
  if (article_day != APO_DAY_NONE)
    apo_timeline_axis_snapshot_now (widget, snapshot, &self->scale, article_day);
  if (self->dossier != NULL)
    snapshot_thread (self, snapshot);

  GTK_WIDGET_CLASS (apo_timeline_canvas_parent_class)->snapshot (widget, snapshot);
}

static void
apo_timeline_canvas_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  ApoTimelineCanvas *self = APO_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (apo_timeline_canvas_parent_class)->css_changed (widget, change);

  apo_timeline_placement_invalidate (self->placement);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

static double
find_zoom_x (ApoTimelineCanvas *self)
{
  int focused = apo_timeline_placement_find_slot (self->placement,
                                                  gtk_widget_get_focus_child (GTK_WIDGET (self)));
  double x;

  if (focused < 0)
    return self->scale.width / 2;

  x = g_array_index (self->placement->slots, ApoTimelineSlot, focused).x
      - self->scale.start * get_density (self);

  return x >= 0 && x <= self->scale.width ? x : self->scale.width / 2;
}

static void
reveal (ApoTimelineCanvas     *self,
        const ApoTimelineSlot *slot)
{
  double x = slot->x - self->scale.start * get_density (self);
  double margin = MIN (REVEAL_MARGIN, self->scale.width / 4);

  if (isinf (slot->x) || (x >= 0 && x <= self->scale.width - margin))
    return;

  apo_timeline_canvas_pan (self, x < 0 ? margin - x : self->scale.width / 2 - x);
}

/* In the order of time, not of rows; what is out of sight comes into sight. */
static gboolean
apo_timeline_canvas_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  ApoTimelineCanvas *self = APO_TIMELINE_CANVAS (widget);
  int focused = apo_timeline_placement_find_slot (self->placement,
                                                  gtk_widget_get_focus_child (widget));
  gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_RIGHT;
  int next;
  const ApoTimelineSlot *slot;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN || self->placement->slots->len == 0)
    return FALSE;

  if (focused >= 0)
    next = forward ? focused + 1 : focused - 1;
  else
    next = forward ? apo_timeline_placement_find_after (self->placement, self->scale.start)
                   : (int) self->placement->slots->len - 1;

  if (next < 0 || next >= (int) self->placement->slots->len)
    return focused >= 0 && (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT);

  slot = &g_array_index (self->placement->slots, ApoTimelineSlot, next);
  reveal (self, slot);
  gtk_widget_set_child_visible (slot->widget, TRUE);

  return gtk_widget_grab_focus (slot->widget);
}

static void
clear_events (ApoTimelineCanvas *self)
{
  for (guint i = 0; i < self->placement->events->len; i++)
    gtk_widget_unparent (self->placement->events->pdata[i]);
  g_ptr_array_set_size (self->placement->events, 0);
  apo_timeline_placement_invalidate (self->placement);
}

static void
apo_timeline_canvas_dispose (GObject *object)
{
  ApoTimelineCanvas *self = APO_TIMELINE_CANVAS (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  clear_events (self);
  for (guint i = 0; i < self->placement->clusters->len; i++)
    gtk_widget_unparent (self->placement->clusters->pdata[i]);
  g_ptr_array_set_size (self->placement->clusters, 0);
  g_clear_object (&self->animation);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_timeline_canvas_parent_class)->dispose (object);
}

static void
apo_timeline_canvas_finalize (GObject *object)
{
  apo_timeline_placement_free (APO_TIMELINE_CANVAS (object)->placement);

  G_OBJECT_CLASS (apo_timeline_canvas_parent_class)->finalize (object);
}

static void
apo_timeline_canvas_class_init (ApoTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_timeline_canvas_dispose;
  object_class->finalize = apo_timeline_canvas_finalize;

  widget_class->measure = apo_timeline_canvas_measure;
  widget_class->size_allocate = apo_timeline_canvas_size_allocate;
  widget_class->snapshot = apo_timeline_canvas_snapshot;
  widget_class->css_changed = apo_timeline_canvas_css_changed;
  widget_class->focus = apo_timeline_canvas_focus;

  signals[SIGNAL_RANGE_CHANGED] =
    g_signal_new ("range-changed", APO_TYPE_TIMELINE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_timeline_canvas_init (ApoTimelineCanvas *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animate_cb, self, NULL);

  self->placement = apo_timeline_placement_new ();
  self->follows = TRUE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION_MS, target);

  apo_time_scale_set_width (&self->scale, 1);
  apo_time_scale_set_range (&self->scale, 0, 365);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events in time"), -1);
  add_clusters (self, N_CLUSTERS_AT_FIRST);
  apo_timeline_gestures_attach (self);
}

/**
 * apo_timeline_canvas_set_context:
 * @dossier: (nullable): whose events to show
 * @focus: (nullable): what is selected of it
 */
void
apo_timeline_canvas_set_context (ApoTimelineCanvas *self,
                                 ApoDossier        *dossier,
                                 ApoFocus          *focus)
{
  clear_events (self);
  g_set_object (&self->dossier, dossier);
  g_set_object (&self->focus, focus);
  self->follows = TRUE;
  apo_timeline_canvas_refresh (self);
}

/**
 * apo_timeline_canvas_refresh:
 *
 * Takes over what has changed in the dossier; the widgets of events that are still there stay.
 */
void
apo_timeline_canvas_refresh (ApoTimelineCanvas *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->placement->events);
  g_autoptr (GHashTable) widgets = g_hash_table_new (NULL, NULL);
  guint n_dated;
  g_autoptr (GPtrArray) events = apo_timeline_content_list (self->dossier, self->focus, &n_dated);

  self->n_events = n_dated;
  if (!self->all)
    apo_timeline_content_leave_out (events, &n_dated, MAX_EVENTS, self->dossier,
                                    self->focus != NULL ? apo_focus_get_selected (self->focus)
                                                        : NULL);
  for (guint i = 0; i < old->len; i++)
    g_hash_table_insert (widgets, apo_timeline_event_get_event (old->pdata[i]), old->pdata[i]);
  self->placement->events = g_ptr_array_new ();

  for (guint i = 0; i < n_dated; i++)
    {
      GtkWidget *widget = g_hash_table_lookup (widgets, events->pdata[i]);

      if (widget != NULL)
        apo_timeline_event_refresh (APO_TIMELINE_EVENT (widget));
      else
        widget = apo_timeline_event_new (self->dossier, self->focus, events->pdata[i]);
      g_hash_table_remove (widgets, events->pdata[i]);
      g_ptr_array_add (self->placement->events, widget);
      gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
    }

  apo_timeline_placement_invalidate (self->placement);
  for (guint i = 0; i < old->len; i++)
    if (g_hash_table_contains (widgets, apo_timeline_event_get_event (old->pdata[i])))
      gtk_widget_unparent (old->pdata[i]);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * apo_timeline_canvas_update_light:
 *
 * Takes over a change of the focus.
 */
void
apo_timeline_canvas_update_light (ApoTimelineCanvas *self)
{
  for (guint i = 0; i < self->placement->events->len; i++)
    apo_timeline_event_update_light (self->placement->events->pdata[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const ApoTimeScale *
apo_timeline_canvas_get_scale (ApoTimelineCanvas *self)
{
  return &self->scale;
}

/**
 * apo_timeline_canvas_is_following:
 *
 * Returns: whether it shows all there is, also when there comes more
 */
gboolean
apo_timeline_canvas_is_following (ApoTimelineCanvas *self)
{
  return self->follows;
}

void
apo_timeline_canvas_set_range (ApoTimelineCanvas *self,
                               double             start,
                               double             end)
{
  finish_animation (self);
  self->follows = FALSE;
  apo_time_scale_set_range (&self->scale, start, end);
  take_range (self);
}

/**
 * apo_timeline_canvas_zoom:
 * @factor: greater than 1 to see less, and that larger
 * @x: pixels, what is to stay where it is
 */
void
apo_timeline_canvas_zoom (ApoTimelineCanvas *self,
                          double             factor,
                          double             x)
{
  finish_animation (self);
  self->follows = FALSE;
  apo_time_scale_zoom (&self->scale, factor, x);
  take_range (self);
}

/**
 * apo_timeline_canvas_zoom_middle:
 * @factor: greater than 1 to see less, and that larger
 *
 * Zooms smoothly, to where the keyboard is, else to the middle.
 */
void
apo_timeline_canvas_zoom_middle (ApoTimelineCanvas *self,
                                 double             factor)
{
  ApoTimeScale closer;

  finish_animation (self);
  self->follows = FALSE;
  closer = self->scale;
  apo_time_scale_zoom (&closer, factor, find_zoom_x (self));
  animate_to (self, &closer);
}

/**
 * apo_timeline_canvas_pan:
 * @pixels: how far what is in sight moves, to the right
 */
void
apo_timeline_canvas_pan (ApoTimelineCanvas *self,
                         double             pixels)
{
  finish_animation (self);
  self->follows = FALSE;
  apo_time_scale_pan (&self->scale, pixels);
  take_range (self);
}

/**
 * apo_timeline_canvas_fit:
 *
 * Smoothly goes back to showing all there is.
 */
void
apo_timeline_canvas_fit (ApoTimelineCanvas *self)
{
  ApoTimeScale all;

  finish_animation (self);
  self->follows = TRUE;
  all = self->scale;
  if (fit_scale (self, &all))
    animate_to (self, &all);
}

/**
 * apo_timeline_canvas_set_all:
 * @all: whether to show all events, not only the most important ones
 */
void
apo_timeline_canvas_set_all (ApoTimelineCanvas *self,
                             gboolean           all)
{
  if (self->all == all)
    return;

  self->all = all;
  apo_timeline_canvas_refresh (self);
}

gboolean
apo_timeline_canvas_is_all (ApoTimelineCanvas *self)
{
  return self->all;
}

/**
 * apo_timeline_canvas_count_shown:
 *
 * Returns: the number of events that are shown
 */
guint
apo_timeline_canvas_count_shown (ApoTimelineCanvas *self)
{
  return self->placement->events->len;
}

/**
 * apo_timeline_canvas_count_events:
 *
 * Returns: the number of events with a date, also of those that are left out
 */
guint
apo_timeline_canvas_count_events (ApoTimelineCanvas *self)
{
  return self->n_events;
}
