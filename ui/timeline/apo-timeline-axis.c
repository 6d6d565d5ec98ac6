/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-axis.h"

#include <glib/gi18n.h>
#include <math.h>

#include "apo-palette.h"
#include "apo-timeline-dates.h"

#define MAJOR_SCALE 0.86
#define MINOR_SCALE 0.79
#define LABEL_OFFSET 5.0
#define LABEL_SPACE 12.0
#define MAJOR_TOP 2.0
#define MINOR_TOP 19.0
#define DIM 0.66
#define PILL_PADDING 8.0
#define PILL_HEIGHT 20.0
#define FUTURE_OPACITY 0.06

static PangoLayout *
create_layout (GtkWidget  *widget,
               const char *text,
               double      scale,
               gboolean    bold)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static PangoLayout *
create_tick_layout (GtkWidget    *widget,
                    ApoTickLevel  level,
                    gboolean      major,
                    ApoDay        day)
{
  g_autofree char *text = apo_timeline_format_tick (level, major, day);

  return create_layout (widget, text, major ? MAJOR_SCALE : MINOR_SCALE, major);
}

static double
measure_cb (ApoTickLevel level,
            gboolean     major,
            ApoDay       day,
            gpointer     user_data)
{
  g_autoptr (PangoLayout) layout = create_tick_layout (user_data, level, major, day);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + LABEL_SPACE;
}

static void
append_layout (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               const GdkRGBA *color,
               double         x,
               double         y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_tick (GtkWidget     *widget,
               GtkSnapshot   *snapshot,
               const ApoTick *tick,
               const GdkRGBA *ink)
{
  gboolean strong = apo_palette_is_high_contrast (widget);
  double top = tick->major ? 4 : APO_TIMELINE_AXIS_HEIGHT - 16;
  double bottom = gtk_widget_get_height (widget);
  GdkRGBA line = *ink;
  GdkRGBA text = *ink;

  line.alpha *= (tick->major ? 0.16 : 0.08) * (strong ? 2.5 : 1);
  text.alpha *= tick->major || strong ? 0.9 : DIM;

  if (tick->x >= 0)
    gtk_snapshot_append_color (snapshot, &line,
                               &GRAPHENE_RECT_INIT (floor (tick->x), top, 1, bottom - top));
  if (tick->labelled)
    {
      g_autoptr (PangoLayout) layout = create_tick_layout (widget, tick->level, tick->major,
                                                           tick->day);

      append_layout (snapshot, layout, &text, tick->label_x + LABEL_OFFSET,
                     tick->major ? MAJOR_TOP : MINOR_TOP);
    }
}

/* Returns: where the pill ends */
static double
snapshot_pill (GtkWidget   *widget,
               GtkSnapshot *snapshot,
               ApoDay       day,
               double       x)
{
  g_autofree char *text = apo_timeline_format_day (day);
  g_autoptr (PangoLayout) layout = create_layout (widget, text, MINOR_SCALE, TRUE);
  double width = gtk_widget_get_width (widget);
  double top = gtk_widget_get_height (widget) - PILL_HEIGHT - 4;
  float border_width[4] = { 1, 1, 1, 1 };
  GdkRGBA border_color[4];
  GskRoundedRect outline;
  GdkRGBA ink;
  GdkRGBA ground;
  int text_width;
  int text_height;
  double start;

  apo_palette_get_ink (widget, &ink);
  apo_palette_get_view (widget, &ground);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  start = CLAMP (x - text_width / 2.0 - PILL_PADDING, 4,
                 MAX (width - text_width - 2 * PILL_PADDING - 4, 4));
  start = floor (start);

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (start, top, text_width + 2 * PILL_PADDING,
                                                        PILL_HEIGHT),
                                   PILL_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (border_color); i++)
    {
      border_color[i] = ink;
      border_color[i].alpha *= DIM;
    }
  gtk_snapshot_append_border (snapshot, &outline, border_width, border_color);
  append_layout (snapshot, layout, &ink, start + PILL_PADDING,
                 top + (PILL_HEIGHT - text_height) / 2);

  return start + text_width + 2 * PILL_PADDING;
}

static void
snapshot_caption (GtkWidget   *widget,
                  GtkSnapshot *snapshot,
                  double       x)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, _("to come at the time of the article"),
                                                  MINOR_SCALE, FALSE);
  GdkRGBA ink;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (x + LABEL_SPACE + width > gtk_widget_get_width (widget))
    return;

  apo_palette_get_ink (widget, &ink);
  ink.alpha *= DIM;
  append_layout (snapshot, layout, &ink, x + LABEL_OFFSET + 1,
                 gtk_widget_get_height (widget) - 4 - (PILL_HEIGHT + height) / 2);
}

/**
 * apo_timeline_axis_snapshot_scale:
 *
 * Draws the two rows of the scale and its lines over the whole of @widget.
 */
void
apo_timeline_axis_snapshot_scale (GtkWidget          *widget,
                                  GtkSnapshot        *snapshot,
                                  const ApoTimeScale *scale)
{
  g_autoptr (GArray) ticks = apo_time_scale_list_ticks (scale, measure_cb, widget);
  GdkRGBA ink;
  GdkRGBA line;

  apo_palette_get_ink (widget, &ink);
  for (guint i = 0; i < ticks->len; i++)
    snapshot_tick (widget, snapshot, &g_array_index (ticks, ApoTick, i), &ink);

  line = ink;
  line.alpha *= 0.14;
  gtk_snapshot_append_color (snapshot, &line,
                             &GRAPHENE_RECT_INIT (0, APO_TIMELINE_AXIS_HEIGHT - 1,
                                                  gtk_widget_get_width (widget), 1));
}

/**
 * apo_timeline_axis_snapshot_future:
 *
 * Tints what was still to come when the article appeared.
 */
void
apo_timeline_axis_snapshot_future (GtkWidget          *widget,
                                   GtkSnapshot        *snapshot,
                                   const ApoTimeScale *scale,
                                   ApoDay              article_day)
{
  double x = MAX (apo_time_scale_get_x (scale, article_day + 0.5), 0);
  GdkRGBA color;

  if (x >= scale->width)
    return;

  apo_palette_get_family (widget, APO_FAMILY_SPEECH, &color);
  color.alpha *= FUTURE_OPACITY;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (x, APO_TIMELINE_AXIS_HEIGHT, scale->width - x,
                                                  gtk_widget_get_height (widget)
                                                  - APO_TIMELINE_AXIS_HEIGHT));
}

/**
 * apo_timeline_axis_snapshot_now:
 *
 * Draws the moment of the article, with its date.
 */
void
apo_timeline_axis_snapshot_now (GtkWidget          *widget,
                                GtkSnapshot        *snapshot,
                                const ApoTimeScale *scale,
                                ApoDay              article_day)
{
  double x = apo_time_scale_get_x (scale, article_day + 0.5);
  double height = gtk_widget_get_height (widget);
  GdkRGBA ink;

  if (x < 0 || x > scale->width)
    return;

  apo_palette_get_ink (widget, &ink);
  ink.alpha *= DIM;
  gtk_snapshot_append_color (snapshot, &ink,
                             &GRAPHENE_RECT_INIT (floor (x), APO_TIMELINE_AXIS_HEIGHT, 1,
                                                  height - APO_TIMELINE_AXIS_HEIGHT));
  snapshot_caption (widget, snapshot, snapshot_pill (widget, snapshot, article_day, x));
}
