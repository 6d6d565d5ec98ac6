/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-mark.h"

#include <math.h>

#include "apo-palette.h"

#define DEFAULT_SIZE 18

struct _ApoMark {
  GtkWidget parent_instance;

  ApoVerdict verdict;
  int pixel_size;
};

G_DEFINE_FINAL_TYPE (ApoMark, apo_mark, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_VERDICT,
  PROP_PIXEL_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* All shapes are drawn in a square of 16 units. */

static void
path_disc (cairo_t *cr,
           double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 8, 8, radius, 0, 2 * G_PI);
}

static void
path_box (cairo_t *cr,
          double   x,
          double   y,
          double   width,
          double   height,
          double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
path_polygon (cairo_t *cr,
              double   x,
              double   y,
              double   radius,
              int      corners)
{
  for (int i = 0; i < corners; i++)
    {
      double angle = 2 * G_PI * i / corners - G_PI / 2;

      if (i == 0)
        cairo_move_to (cr, x + radius * cos (angle), y + radius * sin (angle));
      else
        cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
path_tick (cairo_t *cr)
{
  cairo_move_to (cr, 4.9, 8.3);
  cairo_line_to (cr, 7.1, 10.5);
  cairo_line_to (cr, 11.2, 5.8);
}

static void
path_not_equal (cairo_t *cr)
{
  cairo_move_to (cr, 4.8, 6.6);
  cairo_line_to (cr, 11.2, 6.6);
  cairo_move_to (cr, 4.8, 9.4);
  cairo_line_to (cr, 11.2, 9.4);
  cairo_move_to (cr, 9.9, 4.2);
  cairo_line_to (cr, 6.1, 11.8);
}

static void
path_cross (cairo_t *cr)
{
  cairo_move_to (cr, 5.3, 5.3);
  cairo_line_to (cr, 10.7, 10.7);
  cairo_move_to (cr, 10.7, 5.3);
  cairo_line_to (cr, 5.3, 10.7);
}

static void
path_question (cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 8, 6.4, 1.9, G_PI, 2.3 * G_PI);
  cairo_curve_to (cr, 8.6, 8.2, 8, 8.4, 8, 9.5);
  cairo_move_to (cr, 8, 11.4);
  cairo_line_to (cr, 8, 11.5);
}

static void
path_clock (cairo_t *cr)
{
  cairo_move_to (cr, 8, 4.8);
  cairo_line_to (cr, 8, 8.2);
  cairo_line_to (cr, 10.4, 9.7);
}

/* Fills the outline and strokes the sign on it in @ink, or strokes both in @color. */
static void
paint_outline (cairo_t       *cr,
               const GdkRGBA *color,
               gboolean       filled)
{
  gdk_cairo_set_source_rgba (cr, color);
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
paint_diamond (cairo_t *cr)
{
  path_polygon (cr, 8, 8, 6.8, 4);
  cairo_stroke (cr);
  cairo_move_to (cr, 8, 1.2);
  cairo_line_to (cr, 8, 14.8);
  cairo_line_to (cr, 1.2, 8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
paint_pill (cairo_t *cr)
{
  path_box (cr, 1.2, 4.6, 13.6, 6.8, 3.4);
  cairo_stroke (cr);
  cairo_move_to (cr, 5, 8);
  cairo_line_to (cr, 11, 8);
  cairo_stroke (cr);
}

/* The outline of a verdict whose sign lies within one, and whether it is filled. */
static gboolean
path_outline (cairo_t   *cr,
              ApoVerdict verdict)
{
  switch (verdict)
    {
    case APO_VERDICT_VERIFIED:
      path_disc (cr, 7);
      return TRUE;
    case APO_VERDICT_MISLEADING:
      path_box (cr, 1.8, 1.8, 12.4, 12.4, 2.5);
      return FALSE;
    case APO_VERDICT_DISPUTED:
    case APO_VERDICT_REFUTED:
      path_box (cr, 1, 1, 14, 14, 3);
      return TRUE;
    case APO_VERDICT_UNPROVEN:
    case APO_VERDICT_OUTDATED:
      path_polygon (cr, 8, 8, 7.1, 6);
      return FALSE;
    case APO_VERDICT_NONE:
    case APO_VERDICT_MOSTLY_VERIFIED:
    case APO_VERDICT_MIXED:
    case APO_VERDICT_NOT_CHECKABLE:
    default:
      path_disc (cr, verdict == APO_VERDICT_NONE ? 5.2 : 6.3);
      return FALSE;
    }
}

static void
path_sign (cairo_t   *cr,
           ApoVerdict verdict)
{
  switch (verdict)
    {
    case APO_VERDICT_VERIFIED:
    case APO_VERDICT_MOSTLY_VERIFIED:
      path_tick (cr);
      break;
    case APO_VERDICT_MISLEADING:
    case APO_VERDICT_DISPUTED:
      path_not_equal (cr);
      break;
    case APO_VERDICT_REFUTED:
      path_cross (cr);
      break;
    case APO_VERDICT_UNPROVEN:
      path_question (cr);
      break;
    case APO_VERDICT_OUTDATED:
      path_clock (cr);
      break;
    case APO_VERDICT_NONE:
    case APO_VERDICT_MIXED:
    case APO_VERDICT_NOT_CHECKABLE:
    default:
      break;
    }
}

/**
 * apo_mark_draw_verdict:
 * @color: of the group of the verdict
 * @ink: what is drawn on that colour
 * @x: left edge, pixels
 * @y: top edge, pixels
 * @size: side of the square that holds the sign, pixels
 */
void
apo_mark_draw_verdict (cairo_t       *cr,
                       ApoVerdict     verdict,
                       const GdkRGBA *color,
                       const GdkRGBA *ink,
                       double         x,
                       double         y,
                       double         size)
{
  gboolean filled;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 16, size / 16);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, color);

  if (verdict == APO_VERDICT_MIXED)
    paint_diamond (cr);
  else if (verdict == APO_VERDICT_NOT_CHECKABLE)
    paint_pill (cr);
  else
    {
      filled = path_outline (cr, verdict);
      paint_outline (cr, color, filled);
      cairo_set_line_width (cr, filled ? 1.8 : 1.5);
      path_sign (cr, verdict);
      paint_outline (cr, filled ? ink : color, FALSE);
    }

  cairo_restore (cr);
}

/**
 * apo_mark_snapshot_verdict:
 * @widget: whose style gives the colours
 * @x: left edge, pixels
 * @y: top edge, pixels
 * @size: side of the square that holds the sign, pixels
 */
void
apo_mark_snapshot_verdict (GtkSnapshot *snapshot,
                           GtkWidget   *widget,
                           ApoVerdict   verdict,
                           double       x,
                           double       y,
                           double       size)
{
  GdkRGBA color;
  GdkRGBA ink;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 1, y - 1, size + 2,
                                                                          size + 2));

  apo_palette_get_verdict (widget, apo_verdict_get_group (verdict), &color);
  apo_palette_get_view (widget, &ink);
  apo_mark_draw_verdict (cr, verdict, &color, &ink, x, y, size);
  cairo_destroy (cr);
}

static void
path_wave (cairo_t *cr,
           double   width,
           double   middle,
           double   height)
{
  cairo_move_to (cr, 0, middle);
  cairo_curve_to (cr, width * .12, middle - height, width * .22, middle - height, width * .34,
                  middle);
  cairo_curve_to (cr, width * .46, middle + height, width * .54, middle + height, width * .66,
                  middle);
  cairo_curve_to (cr, width * .78, middle - height, width * .88, middle - height, width, middle);
}

static void
draw_certainty (cairo_t     *cr,
                ApoCertainty certainty,
                double       width,
                double       height)
{
  static const double dots[] = { 0, 3 };
  double middle = height / 2;

  switch (certainty)
    {
    case APO_CERTAINTY_HEDGED:
      path_wave (cr, width, middle, height * .4);
      break;
    case APO_CERTAINTY_DENIED:
      cairo_move_to (cr, 0, middle);
      cairo_line_to (cr, width, middle);
      cairo_move_to (cr, width * .65, 0);
      cairo_line_to (cr, width * .35, height);
      break;
    case APO_CERTAINTY_PREDICTION:
      cairo_move_to (cr, width - 4, 1);
      cairo_line_to (cr, width, middle);
      cairo_line_to (cr, width - 4, height - 1);
      cairo_stroke (cr);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_move_to (cr, 0, middle);
      cairo_line_to (cr, width - 4, middle);
      break;
    case APO_CERTAINTY_QUESTION:
      cairo_move_to (cr, 0, middle);
      cairo_line_to (cr, width * .4, middle);
      cairo_stroke (cr);
      cairo_translate (cr, width - height * .95, 0);
      cairo_scale (cr, height / 11, height / 11);
      cairo_translate (cr, -4, -3);
      path_question (cr);
      break;
    case APO_CERTAINTY_ASSERTED:
    default:
      break;
    }

  cairo_stroke (cr);
}

/**
 * apo_mark_snapshot_certainty:
 * @x: left edge, pixels
 * @y: top edge, pixels
 *
 * Draws nothing for what is plainly asserted.
 */
void
apo_mark_snapshot_certainty (GtkSnapshot *snapshot,
                             GtkWidget   *widget,
                             ApoCertainty certainty,
                             double       x,
                             double       y,
                             double       width,
                             double       height)
{
  GdkRGBA ink;
  cairo_t *cr;

  if (certainty == APO_CERTAINTY_ASSERTED)
    return;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (x - 2, y - 2, width + 4, height + 4));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_translate (cr, x, y);
  draw_certainty (cr, certainty, width, height);
  cairo_destroy (cr);
}

static void
path_speech_card (cairo_t *cr,
                  double   x,
                  double   y,
                  double   radius)
{
  double top = y - radius * .8;
  double bottom = y + radius * .65;

  cairo_new_sub_path (cr);
  cairo_move_to (cr, x - radius, top);
  cairo_line_to (cr, x + radius, top);
  cairo_line_to (cr, x + radius, bottom);
  cairo_line_to (cr, x - radius * .2, bottom);
  cairo_line_to (cr, x - radius * .55, y + radius * 1.1);
  cairo_line_to (cr, x - radius * .55, bottom);
  cairo_line_to (cr, x - radius, bottom);
  cairo_close_path (cr);
}

static void
path_actor (cairo_t     *cr,
            ApoActorKind kind,
            double       x,
            double       y,
            double       radius)
{
  switch (kind)
    {
    case APO_ACTOR_COUNTRY:
      path_box (cr, x - radius, y - radius * .8, 2 * radius, 1.6 * radius, radius * .25);
      break;
    case APO_ACTOR_ORGANISATION:
      path_polygon (cr, x, y, radius * 1.08, 6);
      break;
    case APO_ACTOR_MEDIA:
      path_speech_card (cr, x, y, radius);
      break;
    case APO_ACTOR_PLACE:
      path_polygon (cr, x, y, radius * 1.15, 4);
      break;
    case APO_ACTOR_GROUP:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, MAX (radius - 3, 1), 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    case APO_ACTOR_PERSON:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    }
}

/**
 * apo_mark_draw_actor:
 * @color: of the actor
 * @background: what it stands on
 * @x: its middle, pixels
 * @y: its middle, pixels
 * @radius: half its width, pixels
 *
 * Draws the shape that tells the kind, opaque, with a ring in @color.
 */
void
apo_mark_draw_actor (cairo_t       *cr,
                     ApoActorKind   kind,
                     const GdkRGBA *color,
                     const GdkRGBA *background,
                     double         x,
                     double         y,
                     double         radius)
{
  cairo_save (cr);
  cairo_set_line_width (cr, radius < 12 ? 1.5 : 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  path_actor (cr, kind, x, y, radius);
  gdk_cairo_set_source_rgba (cr, background);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * .12);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
apo_mark_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  ApoMark *self = APO_MARK (widget);

  *minimum = *natural = self->pixel_size;
}

static void
apo_mark_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  ApoMark *self = APO_MARK (widget);
  double x = (gtk_widget_get_width (widget) - self->pixel_size) / 2.;
  double y = (gtk_widget_get_height (widget) - self->pixel_size) / 2.;

  apo_mark_snapshot_verdict (snapshot, widget, self->verdict, x, y, self->pixel_size);
}

static void
apo_mark_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  ApoMark *self = APO_MARK (object);

  switch (prop_id)
    {
    case PROP_VERDICT:
      g_value_set_enum (value, self->verdict);
      break;
    case PROP_PIXEL_SIZE:
      g_value_set_int (value, self->pixel_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_mark_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  ApoMark *self = APO_MARK (object);

  switch (prop_id)
    {
    case PROP_VERDICT:
      apo_mark_set_verdict (self, g_value_get_enum (value));
      break;
    case PROP_PIXEL_SIZE:
      self->pixel_size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_mark_class_init (ApoMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_mark_get_property;
  object_class->set_property = apo_mark_set_property;
  widget_class->measure = apo_mark_measure;
  widget_class->snapshot = apo_mark_snapshot;

  props[PROP_VERDICT] =
    g_param_spec_enum ("verdict", NULL, NULL, APO_TYPE_VERDICT, APO_VERDICT_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_PIXEL_SIZE] =
    g_param_spec_int ("pixel-size", NULL, NULL, 8, 128, DEFAULT_SIZE,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
apo_mark_init (ApoMark *self)
{
  self->pixel_size = DEFAULT_SIZE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  apo_verdict_get_label (self->verdict), -1);
}

GtkWidget *
apo_mark_new (void)
{
  return g_object_new (APO_TYPE_MARK, NULL);
}

/**
 * apo_mark_set_verdict:
 *
 * Shows the sign of @verdict and tells its word to screen readers.
 */
void
apo_mark_set_verdict (ApoMark   *mark,
                      ApoVerdict verdict)
{
  g_return_if_fail (APO_IS_MARK (mark));

  if (mark->verdict == verdict)
    return;

  mark->verdict = verdict;
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  apo_verdict_get_label (verdict), -1);
  gtk_widget_queue_draw (GTK_WIDGET (mark));
  g_object_notify_by_pspec (G_OBJECT (mark), props[PROP_VERDICT]);
}
