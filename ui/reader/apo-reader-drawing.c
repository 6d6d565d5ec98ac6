/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-drawing.h"

#include <math.h>

#include "apo-palette.h"
#include "apo-reader-buffer.h"

#define DOT_STEP 4.0

/* How much of the words under a veil is hidden; what is left is legible. */
#define VEIL .5

typedef struct {
  GtkTextView *view;
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  ApoDossier *dossier;
  ApoFocus *focus;
  ApoSpan visible;
  int leading;                  /* pixels between the lines of a paragraph */
  double ascent;                /* the share of a line's height that is above its baseline */
  gboolean high_contrast;
  ApoItemType type;             /* what this pass draws */
  double bottom;                /* of the line drawn last, of this span */
} Drawing;

/* Called for the part of a span on one line. */
typedef void (* LineFunc) (Drawing            *drawing,
                           const GdkRectangle *line,
                           ApoItem            *item);

/* The box from one character of a display line to another; the last one's own width counts where it
 * is not the space that a line ends with. */
static GdkRectangle
get_line_box (GtkTextView       *view,
              const GtkTextIter *first,
              const GtkTextIter *last,
              gboolean           with_last)
{
  GdkRectangle box;
  GdkRectangle end;

  gtk_text_view_get_iter_location (view, first, &box);
  gtk_text_view_get_iter_location (view, last, &end);
  if (with_last && !g_unichar_isspace (gtk_text_iter_get_char (last)))
    end.x += end.width;

  box.width = ABS (end.x - box.x);
  box.x = MIN (end.x, box.x);

  return box;
}

/* Calls @func for each line that @span stands on, within what is visible. */
static void
foreach_line (Drawing *drawing,
              ApoSpan  span,
              ApoItem *item,
              LineFunc func)
{
  ApoReaderBuffer *buffer = APO_READER_BUFFER (gtk_text_view_get_buffer (drawing->view));
  GtkTextIter iter;
  GtkTextIter end;
  gboolean done = FALSE;

  apo_reader_buffer_get_bounds (buffer, &iter, &end,
                                APO_SPAN (MAX (span.start, drawing->visible.start),
                                          MIN (span.end, drawing->visible.end)));

  while (!done)
    {
      GtkTextIter last = iter;
      GtkTextIter next;
      GdkRectangle box;

      gtk_text_view_forward_display_line_end (drawing->view, &last);
      done = gtk_text_iter_compare (&last, &end) >= 0;
      if (done)
        last = end;

      box = get_line_box (drawing->view, &iter, &last, !done);
      if (box.width > 0)
        func (drawing, &box, item);

      next = last;
      done = done || !gtk_text_view_forward_display_line (drawing->view, &next)
             || gtk_text_iter_compare (&next, &last) <= 0
             || gtk_text_iter_compare (&next, &end) >= 0;
      iter = next;
    }
}

static gboolean
is_dark (Drawing *drawing)
{
  GdkRGBA view;

  apo_palette_get_view (drawing->widget, &view);

  return view.red + view.green + view.blue < 1.5;
}

static double
get_tint (Drawing  *drawing,
          ApoClaim *claim,
          ApoLight  light)
{
  gboolean dark = is_dark (drawing);
  double tint;

  if (light == APO_LIGHT_SELECTED)
    tint = dark ? .27 : .16;
  else if (light == APO_LIGHT_HOVERED)
    tint = dark ? .18 : .11;
  else if (apo_claim_get_verdict (claim) == APO_VERDICT_NONE)
    tint = dark ? .10 : .07;
  else
    tint = dark ? .16 : .09;

  return drawing->high_contrast ? 2 * tint : tint;
}

/* Lines are placed on whole pixels: without a seam or an overlap to be seen between two. */
static void
append_tint (Drawing            *drawing,
             const GdkRectangle *line,
             const GdkRGBA      *color)
{
  double top = line->y - drawing->leading / 2.;
  double bottom = top + line->height + drawing->leading;

  if (ABS (top - drawing->bottom) < 2)
    top = drawing->bottom;
  drawing->bottom = bottom;

  gtk_snapshot_append_color (drawing->snapshot, color,
                             &GRAPHENE_RECT_INIT (line->x, top, line->width, bottom - top));
}

static void
draw_tint (Drawing            *drawing,
           const GdkRectangle *line,
           ApoItem            *item)
{
  ApoLight light = apo_focus_get_light (drawing->focus, apo_item_get_id (item));
  GdkRGBA color;

  if (light == APO_LIGHT_SELECTED || light == APO_LIGHT_HOVERED)
    apo_palette_get_accent (drawing->widget, &color);
  else
    apo_palette_get_verdict (drawing->widget,
                             apo_verdict_get_group (apo_claim_get_verdict (APO_CLAIM (item))),
                             &color);

  color.alpha = get_tint (drawing, APO_CLAIM (item), light);
  append_tint (drawing, line, &color);
}

static void
draw_underline (Drawing            *drawing,
                const GdkRectangle *line,
                ApoItem            *item)
{
  const char *id = apo_item_get_id (item);
  ApoLight light = apo_focus_get_light (drawing->focus, id);
  double width = light > APO_LIGHT_HOVER_RELATED ? 2.5 : 1.5;
  GdkRGBA color;

  if (apo_actor_get_kind (APO_ACTOR (item)) == APO_ACTOR_PLACE && light == APO_LIGHT_CALM)
    width = 1;
  if (drawing->high_contrast)
    width += .5;

  apo_palette_get_actor (drawing->widget, apo_dossier_get_actor_rank (drawing->dossier, id),
                         &color);
  if (light == APO_LIGHT_CALM && !drawing->high_contrast)
    color.alpha *= .72;
  gtk_snapshot_append_color (drawing->snapshot, &color,
                             &GRAPHENE_RECT_INIT (line->x,
                                                  line->y + drawing->ascent * line->height + 4.5
                                                  - width / 2,
                                                  line->width, width));
}

static void
draw_dots (Drawing            *drawing,
           const GdkRectangle *line,
           ApoItem            *item)
{
  ApoLight light = apo_focus_get_light (drawing->focus, apo_item_get_id (item));
  double radius = light > APO_LIGHT_HOVER_RELATED ? 1.5 : 1;
  double y = line->y + drawing->ascent * line->height + 5;
  GdkRGBA color;
  cairo_t *cr;

  if (line->width <= 0)
    return;

  cr = gtk_snapshot_append_cairo (drawing->snapshot,
                                  &GRAPHENE_RECT_INIT (line->x, y - 3, line->width, 6));
  apo_palette_get_ink (drawing->widget, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  for (double x = line->x + radius; x < line->x + line->width; x += DOT_STEP)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_mark_cb (const ApoReaderMark *mark,
              gpointer             user_data)
{
  Drawing *drawing = user_data;

  if (apo_item_get_item_type (mark->item) != drawing->type)
    return;

  drawing->bottom = -G_MAXDOUBLE;
  if (drawing->type == APO_ITEM_CLAIM)
    foreach_line (drawing, mark->span, mark->item, draw_tint);
  else if (drawing->type == APO_ITEM_ACTOR)
    foreach_line (drawing, mark->span, mark->item, draw_underline);
  else
    foreach_line (drawing, mark->span, mark->item, draw_dots);
}

static void
draw_passage (Drawing            *drawing,
              const GdkRectangle *line,
              ApoItem            *item)
{
  gboolean dark = is_dark (drawing);
  GdkRGBA color;

  apo_palette_get_accent (drawing->widget, &color);
  color.alpha = (dark ? .27 : .16) * (drawing->high_contrast ? 2 : 1);
  append_tint (drawing, line, &color);
}

/* A relation or an event has no mark of its own in the text: its passage is lit when it is
 * selected. */
static void
draw_selected_passage (Drawing *drawing)
{
  ApoItem *item = apo_dossier_lookup (drawing->dossier, apo_focus_get_selected (drawing->focus));
  ApoSpan span;

  if ((!APO_IS_RELATION (item) && !APO_IS_EVENT (item))
      || !apo_dossier_get_item_span (drawing->dossier, item, &span)
      || span.end <= drawing->visible.start || span.start >= drawing->visible.end)
    return;

  drawing->bottom = -G_MAXDOUBLE;
  foreach_line (drawing, span, item, draw_passage);
}

/* The share of the height of a line, large or small, that is above its baseline. */
static double
measure_ascent (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double ascent = pango_font_metrics_get_ascent (metrics);
  double descent = pango_font_metrics_get_descent (metrics);

  pango_font_metrics_unref (metrics);

  return ascent + descent > 0 ? ascent / (ascent + descent) : .8;
}

/**
 * apo_reader_draw_marks:
 * @visible: the part of the text that is on screen
 * @leading: pixels between the lines of a paragraph
 *
 * Draws the tints of the claims and of the passage that is selected, then the lines under actors
 * and the dots under times.
 */
void
apo_reader_draw_marks (GtkTextView    *view,
                       GtkSnapshot    *snapshot,
                       ApoReaderMarks *marks,
                       ApoDossier     *dossier,
                       ApoFocus       *focus,
                       ApoSpan         visible,
                       int             leading)
{
  static const ApoItemType passes[] = { APO_ITEM_CLAIM, APO_ITEM_ACTOR, APO_ITEM_TIME };
  Drawing drawing = {
    .view = view,
    .widget = GTK_WIDGET (view),
    .snapshot = snapshot,
    .dossier = dossier,
    .focus = focus,
    .visible = visible,
    .leading = leading,
    .ascent = measure_ascent (GTK_WIDGET (view)),
    .high_contrast = apo_palette_is_high_contrast (GTK_WIDGET (view)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      drawing.type = passes[i];
      apo_reader_marks_foreach (marks, visible, draw_mark_cb, &drawing);
      if (passes[i] == APO_ITEM_CLAIM)
        draw_selected_passage (&drawing);
    }
}

/**
 * apo_reader_draw_passage:
 * @span: what to light up
 * @visible: the part of the text that is on screen
 * @leading: pixels between the lines of a paragraph
 *
 * Draws the tint of what is selected behind a passage.
 */
void
apo_reader_draw_passage (GtkTextView *view,
                         GtkSnapshot *snapshot,
                         ApoSpan      span,
                         ApoSpan      visible,
                         int          leading)
{
  Drawing drawing = {
    .view = view,
    .widget = GTK_WIDGET (view),
    .snapshot = snapshot,
    .visible = visible,
    .leading = leading,
    .high_contrast = apo_palette_is_high_contrast (GTK_WIDGET (view)),
    .bottom = -G_MAXDOUBLE,
  };

  if (apo_span_overlaps (span, visible))
    foreach_line (&drawing, span, NULL, draw_passage);
}

static void
draw_found (Drawing            *drawing,
            const GdkRectangle *line,
            ApoItem            *item)
{
  GdkRGBA color;

  apo_palette_get_found (drawing->widget, &color);
  append_tint (drawing, line, &color);
}

/* A frame around the one that is looked at: the colour alone would not tell it from the others. */
static void
draw_current_found (Drawing            *drawing,
                    const GdkRectangle *line,
                    ApoItem            *item)
{
  GskRoundedRect frame;
  GdkRGBA color;

  draw_found (drawing, line, item);
  apo_palette_get_ink (drawing->widget, &color);
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT (line->x - 2, line->y - 1, line->width + 4,
                                                        line->height + 2), 3);
  gtk_snapshot_append_border (drawing->snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { color, color, color, color });
}

/* The first of @found that ends after @offset. */
static guint
find_first (GArray *found,
            guint   offset)
{
  guint low = 0;
  guint high = found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (found, ApoSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
draw_veil (Drawing            *drawing,
           const GdkRectangle *line,
           ApoItem            *item)
{
  GdkRGBA color;

  apo_palette_get_view (drawing->widget, &color);
  color.alpha = drawing->high_contrast ? .35 : VEIL;
  append_tint (drawing, line, &color);
}

/**
 * apo_reader_draw_veil:
 * @visible: the part of the text that is on screen
 * @leading: pixels between the lines of a paragraph
 *
 * Draws a veil over the words that do not belong to the basis of what is shown.
 */
void
apo_reader_draw_veil (GtkTextView *view,
                      GtkSnapshot *snapshot,
                      ApoFocus    *focus,
                      ApoSpan      visible,
                      int          leading)
{
  const GArray *passages = apo_focus_get_passages (focus);
  Drawing drawing = {
    .view = view,
    .widget = GTK_WIDGET (view),
    .snapshot = snapshot,
    .focus = focus,
    .visible = visible,
    .leading = leading,
    .high_contrast = apo_palette_is_high_contrast (GTK_WIDGET (view)),
  };
  guint position = visible.start;

  if (passages == NULL)
    return;

  for (guint i = 0; i <= passages->len && position < visible.end; i++)
    {
      ApoSpan passage = i < passages->len ? g_array_index (passages, ApoSpan, i)
                                          : APO_SPAN (visible.end, visible.end);

      if (passage.end <= visible.start && i < passages->len)
        continue;
      drawing.bottom = -G_MAXDOUBLE;
      if (passage.start > position)
        foreach_line (&drawing, APO_SPAN (position, passage.start), NULL, draw_veil);
      position = MAX (position, passage.end);
    }
}

/**
 * apo_reader_draw_found:
 * @found: (element-type ApoSpan): in the order of the text, none overlapping another
 * @current: the index of the one to be set off
 * @visible: the part of the text that is on screen
 * @leading: pixels between the lines of a paragraph
 *
 * Draws a light behind what was looked for, however much of it there is elsewhere.
 */
void
apo_reader_draw_found (GtkTextView *view,
                       GtkSnapshot *snapshot,
                       GArray      *found,
                       guint        current,
                       ApoSpan      visible,
                       int          leading)
{
  Drawing drawing = {
    .view = view,
    .widget = GTK_WIDGET (view),
    .snapshot = snapshot,
    .visible = visible,
    .leading = leading,
  };

  for (guint i = find_first (found, visible.start);
       i < found->len && g_array_index (found, ApoSpan, i).start < visible.end; i++)
    {
      drawing.bottom = -G_MAXDOUBLE;
      foreach_line (&drawing, g_array_index (found, ApoSpan, i), NULL,
                    i == current ? draw_current_found : draw_found);
    }
}
