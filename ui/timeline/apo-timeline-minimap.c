/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-minimap.h"

#include <glib/gi18n.h>
#include <math.h>

#include "apo-palette.h"
#include "apo-timeline-dates.h"
#include "apo-timeline-drawing.h"
#include "apo-timeline-event.h"
#include "apo-timeline-pack.h"

#define HEIGHT 26
#define MARGIN 10.0
#define LABEL_SCALE 0.65
#define LABEL_SPACE 14.0
#define MARKS_TOP 15.0
#define N_ROWS 3
#define ROW_HEIGHT 3.5
#define MARK_HEIGHT 2.5
#define GRIP 7.0
#define NARROWEST 10.0

typedef enum {
  PART_NONE,
  PART_START,
  PART_END,
  PART_MIDDLE,
} Part;

typedef struct {
  ApoInterval interval;
  int rank;
} Mark;

struct _ApoTimelineMinimap {
  GtkWidget parent_instance;

  GArray *marks;                /* of Mark */
  ApoDay article_day;
  ApoTimeScale scale;
  double start;                 /* of the range, days */
  double end;

  Part dragged;
  double drag_start;
  double drag_end;
};

G_DEFINE_FINAL_TYPE (ApoTimelineMinimap, apo_timeline_minimap, GTK_TYPE_WIDGET)

enum {
  SIGNAL_RANGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fit (ApoTimelineMinimap *self)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (ApoInterval));
  ApoInterval article = { self->article_day, self->article_day };

  for (guint i = 0; i < self->marks->len; i++)
    g_array_append_val (intervals, g_array_index (self->marks, Mark, i).interval);
  g_array_append_val (intervals, article);

  apo_time_scale_set_width (&self->scale, gtk_widget_get_width (GTK_WIDGET (self)));
  apo_time_scale_fit (&self->scale, (ApoInterval *) intervals->data, intervals->len, MARGIN);
}

static void
get_handle (ApoTimelineMinimap *self,
            double             *start,
            double             *end)
{
  double lack;

  *start = CLAMP (apo_time_scale_get_x (&self->scale, self->start), 1, self->scale.width - 1);
  *end = CLAMP (apo_time_scale_get_x (&self->scale, self->end), 1, self->scale.width - 1);
  lack = NARROWEST - (*end - *start);
  if (lack > 0)
    {
      *start = CLAMP (*start - lack / 2, 1, MAX (self->scale.width - 1 - NARROWEST, 1));
      *end = *start + NARROWEST;
    }
}

static Part
find_part (ApoTimelineMinimap *self,
           double              x)
{
  double start;
  double end;
  double grip;

  get_handle (self, &start, &end);
  grip = MIN (GRIP, (end - start) / 3);

  if (fabs (x - start) <= grip)
    return PART_START;
  if (fabs (x - end) <= grip)
    return PART_END;

  return x > start && x < end ? PART_MIDDLE : PART_NONE;
}

static PangoLayout *
create_layout (GtkWidget    *widget,
               ApoTickLevel  level,
               gboolean      major,
               ApoDay        day)
{
  g_autofree char *text = apo_timeline_format_tick (level, major, day);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static double
measure_cb (ApoTickLevel level,
            gboolean     major,
            ApoDay       day,
            gpointer     user_data)
{
  g_autoptr (PangoLayout) layout = create_layout (user_data, level, major, day);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + LABEL_SPACE;
}

/* The row that says most: years as soon as there are any. */
static void
snapshot_ticks (ApoTimelineMinimap *self,
                GtkSnapshot        *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GArray) ticks = apo_time_scale_list_ticks (&self->scale, measure_cb, widget);
  gboolean major = g_array_index (ticks, ApoTick, 0).level < APO_TICK_YEAR;
  GdkRGBA ink;
  GdkRGBA line;

  apo_palette_get_ink (widget, &ink);
  line = ink;
  line.alpha *= 0.16;
  ink.alpha *= 0.66;

  for (guint i = 0; i < ticks->len; i++)
    {
      const ApoTick *tick = &g_array_index (ticks, ApoTick, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (tick->major != major)
        continue;
      if (tick->x >= 0)
        gtk_snapshot_append_color (snapshot, &line,
                                   &GRAPHENE_RECT_INIT (floor (tick->x), 4, 1, HEIGHT - 8));
      if (!tick->labelled)
        continue;

      layout = create_layout (widget, tick->level, tick->major, tick->day);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (tick->label_x + 4, 1));
      gtk_snapshot_append_layout (snapshot, layout, &ink);
      gtk_snapshot_restore (snapshot);
    }
}

static void
snapshot_marks (ApoTimelineMinimap *self,
                GtkSnapshot        *snapshot)
{
  guint n_marks = self->marks->len;
  g_autofree double *starts = g_new (double, n_marks);
  g_autofree double *ends = g_new (double, n_marks);
  g_autofree guint *rows = g_new (guint, n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      ApoInterval interval = g_array_index (self->marks, Mark, i).interval;

      starts[i] = interval.earliest != APO_DAY_NONE
                    ? apo_time_scale_get_x (&self->scale, interval.earliest) : 0;
      ends[i] = interval.latest != APO_DAY_NONE
                  ? apo_time_scale_get_x (&self->scale, interval.latest + 1) : self->scale.width;
      ends[i] = MAX (ends[i], starts[i] + MARK_HEIGHT + 1);
    }

  apo_timeline_pack_rows (starts, ends, n_marks, 1, rows);
  for (guint i = 0; i < n_marks; i++)
    {
      GdkRGBA color;

      apo_palette_get_actor (GTK_WIDGET (self), g_array_index (self->marks, Mark, i).rank, &color);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (starts[i],
                                                      MARKS_TOP + rows[i] % N_ROWS * ROW_HEIGHT,
                                                      ends[i] - starts[i], MARK_HEIGHT));
    }
}

static void
snapshot_handle (ApoTimelineMinimap *self,
                 GtkSnapshot        *snapshot)
{
  GskRoundedRect outline;
  GdkRGBA accent;
  GdkRGBA fill;
  double start;
  double end;

  get_handle (self, &start, &end);
  apo_palette_get_accent (GTK_WIDGET (self), &accent);
  fill = accent;
  fill.alpha *= 0.13;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (start, 1, end - start, HEIGHT - 2), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.5, 1.5, 1.5, 1.5 },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (start, 9, 3, 8));
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (end - 3, 9, 3, 8));
}

static void
apo_timeline_minimap_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ApoTimelineMinimap *self = APO_TIMELINE_MINIMAP (widget);
  GdkRGBA ground;

  apo_palette_get_ink (widget, &ground);
  ground.alpha *= 0.04;
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), HEIGHT));

  fit (self);
  snapshot_ticks (self, snapshot);
  snapshot_marks (self, snapshot);
  snapshot_handle (self, snapshot);
}

static void
apo_timeline_minimap_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 60;
}

static void
choose (ApoTimelineMinimap *self,
        double              start,
        double              end)
{
  g_signal_emit (self, signals[SIGNAL_RANGE_CHOSEN], 0, start, end);
}

static void
drag_begin_cb (ApoTimelineMinimap *self,
               double              x)
{
  double half = (self->end - self->start) / 2;
  double day = apo_time_scale_get_day (&self->scale, x);

  self->dragged = find_part (self, x);
  if (self->dragged == PART_NONE)
    {
      choose (self, day - half, day + half);
      self->dragged = PART_MIDDLE;
    }

  self->drag_start = self->start;
  self->drag_end = self->end;
}

static void
drag_update_cb (ApoTimelineMinimap *self,
                double              x)
{
  double days = x * (self->scale.end - self->scale.start) / self->scale.width;
  double start = self->drag_start;
  double end = self->drag_end;

  if (self->dragged != PART_END)
    start += days;
  if (self->dragged != PART_START)
    end += days;

  /* An end that meets the other one stops there. */
  if (self->dragged == PART_START)
    start = MIN (start, end - 1);
  else if (self->dragged == PART_END)
    end = MAX (end, start + 1);

  choose (self, start, end);
}

static void
motion_cb (ApoTimelineMinimap *self,
           double              x)
{
  Part part = find_part (self, x);
  const char *names[] = {
    [PART_NONE] = "default", [PART_START] = "ew-resize", [PART_END] = "ew-resize",
    [PART_MIDDLE] = "grab",
  };

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), names[part]);
}

static void
apo_timeline_minimap_finalize (GObject *object)
{
  g_array_unref (APO_TIMELINE_MINIMAP (object)->marks);

  G_OBJECT_CLASS (apo_timeline_minimap_parent_class)->finalize (object);
}

static void
apo_timeline_minimap_class_init (ApoTimelineMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_timeline_minimap_finalize;

  widget_class->snapshot = apo_timeline_minimap_snapshot;
  widget_class->measure = apo_timeline_minimap_measure;

  signals[SIGNAL_RANGE_CHOSEN] =
    g_signal_new ("range-chosen", APO_TYPE_TIMELINE_MINIMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "timelineminimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
apo_timeline_minimap_init (ApoTimelineMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->article_day = APO_DAY_NONE;
  apo_time_scale_set_width (&self->scale, 1);
  apo_time_scale_set_range (&self->scale, 0, 365);
  self->start = self->scale.start;
  self->end = self->scale.end;

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The whole period, with the part in sight"), -1);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
apo_timeline_minimap_new (void)
{
  return g_object_new (APO_TYPE_TIMELINE_MINIMAP, NULL);
}

/**
 * apo_timeline_minimap_set_context:
 * @dossier: (nullable): whose events to show
 * @focus: (nullable): whose basis says which of them, with @dossier
 */
void
apo_timeline_minimap_set_context (ApoTimelineMinimap *self,
                                  ApoDossier         *dossier,
                                  ApoFocus           *focus)
{
  GListModel *model = dossier != NULL ? apo_dossier_get_items (dossier, APO_ITEM_EVENT) : NULL;
  ApoArticle *article = dossier != NULL ? apo_dossier_get_article (dossier) : NULL;

  g_array_set_size (self->marks, 0);
  self->article_day = article != NULL ? apo_article_get_date (article) : APO_DAY_NONE;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (model, i);
      Mark mark = { apo_event_get_interval (event), apo_timeline_event_find_rank (dossier, event) };

      if (apo_focus_has_item (focus, APO_ITEM (event)) && apo_interval_is_known (mark.interval))
        g_array_append_val (self->marks, mark);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * apo_timeline_minimap_set_range:
 * @start: days
 * @end: days
 *
 * Shows what is in sight elsewhere.
 */
void
apo_timeline_minimap_set_range (ApoTimelineMinimap *self,
                                double              start,
                                double              end)
{
  self->start = start;
  self->end = end;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
