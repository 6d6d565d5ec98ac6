/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-sample.h"

#include "apo-graph-line.h"
#include "apo-palette.h"

#define WIDTH 28
#define WIDTH_WITH_MARKS 44
#define HEIGHT 14

struct _ApoGraphSample {
  GtkWidget parent_instance;

  ApoRelationKind kind;
  ApoStanding standing;
  gboolean incoming;
};

G_DEFINE_FINAL_TYPE (ApoGraphSample, apo_graph_sample, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_KIND,
  PROP_STANDING,
  PROP_INCOMING,
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
  gboolean marks = APO_GRAPH_SAMPLE (widget)->kind != APO_RELATION_MENTION;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = marks ? WIDTH_WITH_MARKS : WIDTH;
  else
    *minimum = *natural = HEIGHT;
}

/* From one end of the line to the other; the marks of the kind are at its ends. */
static void
init_curve (ApoGraphSample *self,
            ApoGraphCurve  *curve,
            double          width,
            double          middle)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double margin = self->kind == APO_RELATION_MENTION ? 1 : 4;
  double from = margin;
  double to = width - margin;

  if (!self->incoming != !mirrored)
    {
      from = to;
      to = margin;
    }
  *curve = (ApoGraphCurve) { from, middle, width / 2., middle, to, middle, 0, 1 };
}

static void
apo_graph_sample_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ApoGraphSample *self = APO_GRAPH_SAMPLE (widget);
  int width = gtk_widget_get_width (widget);
  double middle = gtk_widget_get_height (widget) / 2.;
  ApoGraphCurve curve;
  ApoGraphLine line = { self->kind, self->standing, .width = 1.7, .strike = 0.5 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width,
                                                                          2 * middle));

  if (self->kind == APO_RELATION_MENTION)
    apo_palette_get_ink (widget, &line.color);
  else
    apo_palette_get_family (widget, apo_relation_kind_get_family (self->kind), &line.color);
  apo_palette_get_view (widget, &line.background);
  apo_palette_get_verdict (widget, APO_VERDICT_GROUP_DISPUTED, &line.disputed);
  init_curve (self, &curve, width, middle);
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
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_STANDING:
      g_value_set_enum (value, self->standing);
      break;
    case PROP_INCOMING:
      g_value_set_boolean (value, self->incoming);
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
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_STANDING:
      self->standing = g_value_get_enum (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case PROP_INCOMING:
      self->incoming = g_value_get_boolean (value);
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

  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, APO_TYPE_RELATION_KIND, APO_RELATION_MENTION,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_STANDING] =
    g_param_spec_enum ("standing", NULL, NULL, APO_TYPE_STANDING, APO_STANDING_SOLID,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_INCOMING] =
    g_param_spec_boolean ("incoming", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
apo_graph_sample_init (ApoGraphSample *self)
{
  self->kind = APO_RELATION_MENTION;
}

GtkWidget *
apo_graph_sample_new (ApoRelationKind kind,
                      ApoStanding     standing,
                      gboolean        incoming)
{
  return g_object_new (APO_TYPE_GRAPH_SAMPLE, "kind", kind, "standing", standing, "incoming",
                       incoming, NULL);
}
