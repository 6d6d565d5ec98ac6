/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-sample.h"

#include "apo-graph-line.h"
#include "apo-palette.h"

#define WIDTH 28
#define HEIGHT 14

struct _ApoGraphSample {
  GtkWidget parent_instance;

  ApoStanding standing;
};

G_DEFINE_FINAL_TYPE (ApoGraphSample, apo_graph_sample, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_STANDING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apo_graph_sample_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
apo_graph_sample_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ApoGraphSample *self = APO_GRAPH_SAMPLE (widget);
  int width = gtk_widget_get_width (widget);
  double middle = gtk_widget_get_height (widget) / 2.;
  ApoGraphCurve curve = { 1, middle, width / 2., middle, width - 1, middle, 0, 1 };
  /* A mention has no marks at its ends. */
  ApoGraphLine line = { APO_RELATION_MENTION, self->standing, .width = 1.7,
                        .strike = 0.5 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width,
                                                                          2 * middle));

  apo_palette_get_ink (widget, &line.color);
  apo_palette_get_view (widget, &line.background);
  apo_palette_get_verdict (widget, APO_VERDICT_GROUP_DISPUTED, &line.disputed);
  apo_graph_line_draw (cr, &line, &curve);
  cairo_destroy (cr);
}

static void
apo_graph_sample_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ApoGraphSample *self = APO_GRAPH_SAMPLE (object);

  switch (prop_id)
    {
    case PROP_STANDING:
      g_value_set_enum (value, self->standing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_sample_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ApoGraphSample *self = APO_GRAPH_SAMPLE (object);

  switch (prop_id)
    {
    case PROP_STANDING:
      self->standing = g_value_get_enum (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_sample_class_init (ApoGraphSampleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_graph_sample_get_property;
  object_class->set_property = apo_graph_sample_set_property;
  widget_class->measure = apo_graph_sample_measure;
  widget_class->snapshot = apo_graph_sample_snapshot;

  props[PROP_STANDING] =
    g_param_spec_enum ("standing", NULL, NULL, APO_TYPE_STANDING, APO_STANDING_SOLID,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
apo_graph_sample_init (ApoGraphSample *self)
{
}
