/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-meter.h"

#include "apo-palette.h"
#include "apo-tooltip.h"

#define HEIGHT 6
#define GAP 1.5

struct _ApoMeter {
  GtkWidget parent_instance;

  ApoMeterColors colors;
  GArray *segments;             /* ApoMeterSegment */
  guint total;
};

G_DEFINE_FINAL_TYPE (ApoMeter, apo_meter, GTK_TYPE_WIDGET)

static void
apo_meter_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 4 * HEIGHT;
}

static void
append_box (GtkWidget     *widget,
            GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            double         x,
            double         width)
{
  int full = gtk_widget_get_width (widget);
  double y = (gtk_widget_get_height (widget) - HEIGHT) / 2.;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = full - x - width;
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, HEIGHT));
}

static void
get_segment_color (ApoMeter              *self,
                   const ApoMeterSegment *segment,
                   GdkRGBA               *color)
{
  if (self->colors == APO_METER_VERDICTS)
    apo_palette_get_verdict (GTK_WIDGET (self), segment->index, color);
  else
    apo_palette_get_actor (GTK_WIDGET (self), segment->index, color);
}

static void
apo_meter_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  ApoMeter *self = APO_METER (widget);
  int width = gtk_widget_get_width (widget);
  GskRoundedRect clip;
  GdkRGBA color;
  double x = 0;

  gsk_rounded_rect_init_from_rect (&clip,
                                   &GRAPHENE_RECT_INIT (0, (gtk_widget_get_height (widget)
                                                            - HEIGHT) / 2., width, HEIGHT),
                                   HEIGHT / 2.);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const ApoMeterSegment *segment = &g_array_index (self->segments, ApoMeterSegment, i);
      double part = (double) width * segment->weight / self->total;

      get_segment_color (self, segment, &color);
      append_box (widget, snapshot, &color, x, MAX (part - GAP, 1));
      x += part;
    }

  if (x < width)
    {
      apo_palette_get_ink (widget, &color);
      color.alpha *= apo_palette_is_high_contrast (widget) ? .35 : .12;
      append_box (widget, snapshot, &color, x, width - x);
    }
  gtk_snapshot_pop (snapshot);
}

static void
apo_meter_finalize (GObject *object)
{
  g_array_unref (APO_METER (object)->segments);

  G_OBJECT_CLASS (apo_meter_parent_class)->finalize (object);
}

static void
apo_meter_class_init (ApoMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_meter_finalize;
  widget_class->measure = apo_meter_measure;
  widget_class->snapshot = apo_meter_snapshot;

  gtk_widget_class_set_css_name (widget_class, "apometer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
apo_meter_init (ApoMeter *self)
{
  self->segments = g_array_new (FALSE, FALSE, sizeof (ApoMeterSegment));
  self->total = 1;
}

GtkWidget *
apo_meter_new (void)
{
  return g_object_new (APO_TYPE_METER, NULL);
}

/**
 * apo_meter_set_segments:
 * @segments: (array length=n_segments): from the start of the bar; what has no weight is left out
 * @total: the weight of the whole bar; what the segments do not fill stays pale
 */
void
apo_meter_set_segments (ApoMeter              *meter,
                        ApoMeterColors         colors,
                        const ApoMeterSegment *segments,
                        guint                  n_segments,
                        guint                  total)
{
  guint filled = 0;

  g_return_if_fail (APO_IS_METER (meter));

  g_array_set_size (meter->segments, 0);
  for (guint i = 0; i < n_segments; i++)
    if (segments[i].weight > 0)
      {
        g_array_append_val (meter->segments, segments[i]);
        filled += segments[i].weight;
      }
  meter->colors = colors;
  meter->total = MAX (MAX (total, filled), 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (meter),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) meter->total,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) filled,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (meter));
}

/**
 * apo_meter_set_label:
 * @label: what the bar shows, in words
 *
 * Sets what screen readers say and what the tooltip shows.
 */
void
apo_meter_set_label (ApoMeter   *meter,
                     const char *label)
{
  g_return_if_fail (APO_IS_METER (meter));

  gtk_accessible_update_property (GTK_ACCESSIBLE (meter), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  apo_tooltip_set (GTK_WIDGET (meter), label);
}

/**
 * apo_meter_get_segments:
 * @n_segments: (out): their number
 *
 * Returns: (transfer none) (array length=n_segments): what is drawn, from the start
 */
const ApoMeterSegment *
apo_meter_get_segments (ApoMeter *meter,
                        guint    *n_segments)
{
  *n_segments = meter->segments->len;

  return (const ApoMeterSegment *) (void *) meter->segments->data;
}
