/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-view-private.h"

#include <glib/gi18n.h>

#include "apo-reader-drawing.h"

/* What Pango takes for an average character is a little less than one of French or English is. */
#define MEASURE_FACTOR 1.07

/* Going to a passage takes so long, wherever it is. */
#define SCROLL_MS 250

/* What stands around the column of text, in pixels. */
#define GUTTER_WIDTH 56
#define RIGHT_MARGIN 28

G_DEFINE_FINAL_TYPE (ApoReaderView, apo_reader_view, GTK_TYPE_TEXT_VIEW)

enum {
  PROP_0,
  PROP_LINE_SPACING,
  PROP_MEASURE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
redraw (ApoReaderView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

static void
rebuild_marks (ApoReaderView *self)
{
  g_autoptr (ApoReaderMarks) old = g_steal_pointer (&self->marks);
  g_autoptr (ApoReaderTies) old_ties = g_steal_pointer (&self->ties);

  if (self->dossier != NULL)
    {
      self->marks = apo_reader_marks_new (self->dossier);
      self->ties = apo_reader_ties_new (self->dossier);
    }
  apo_reader_gutter_set_marks (self->gutter, self->marks, self->ties, self->focus);
  redraw (self);
}

/* The paragraphs, or pieces of one, of which something is seen.  GTK 4.8 may abort where it is asked
 * for the character at the end of a piece, whose break is not seen, but not where it is asked for a
 * line. */
static ApoSpan
get_visible_span (ApoReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle rect;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_line_at_y (view, &start, rect.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, rect.y + rect.height, NULL);
  gtk_text_iter_forward_to_line_end (&end);

  return APO_SPAN (apo_reader_buffer_get_offset (self->buffer, &start),
                   apo_reader_buffer_get_offset (self->buffer, &end) + 1);
}

static void
apo_reader_view_snapshot_layer (GtkTextView     *view,
                                GtkTextViewLayer layer,
                                GtkSnapshot     *snapshot)
{
  ApoReaderView *self = APO_READER_VIEW (view);

  ApoSpan visible;
  ApoSpan preview;

  if (self->marks == NULL || self->focus == NULL)
    return;

  visible = get_visible_span (self);
  if (layer == GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    {
      apo_reader_draw_veil (view, snapshot, self->focus, visible, self->leading);
      apo_reader_trim_snapshot (self->trim, snapshot);
      return;
    }

  apo_reader_draw_marks (view, snapshot, self->marks, self->dossier, self->focus, visible,
                         self->leading);
  if (self->found != NULL)
    apo_reader_draw_found (view, snapshot, self->found, self->current_found, visible,
                           self->leading);
  if (apo_reader_trim_get_preview (self->trim, &preview))
    apo_reader_draw_passage (view, snapshot, preview, visible, self->leading);
}

static gboolean
release_top_cb (gpointer user_data)
{
  ApoReaderView *self = user_data;

  self->release_source = 0;
  self->held_top = G_MAXUINT;

  return G_SOURCE_REMOVE;
}

/* Keeps a line at the top while widths and fonts settle, which is done before low priorities run. */
static void
hold_top (ApoReaderView *self,
          guint          offset)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "apo-top");
  GtkTextIter iter;

  apo_reader_buffer_get_iter (self->buffer, &iter, offset);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "apo-top", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, 0);

  self->held_top = offset;
  if (self->release_source == 0)
    self->release_source = g_idle_add_full (G_PRIORITY_LOW, release_top_cb, self, NULL);
}

/* Margins grow where the window is wider than the column; leading follows the font, and paragraphs
 * are half a line apart. */
static gboolean
set_margins_cb (gpointer user_data)
{
  ApoReaderView *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));
  int column = PANGO_PIXELS (self->measure * MEASURE_FACTOR
                             * pango_font_metrics_get_approximate_char_width (metrics));
  int spare = gtk_widget_get_width (GTK_WIDGET (self)) - column - GUTTER_WIDTH - RIGHT_MARGIN;
  double size = PANGO_PIXELS (pango_font_description_get_size (font));

  self->margins_source = 0;
  pango_font_metrics_unref (metrics);
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  self->leading = MAX ((int) (size * self->line_spacing + .5) - height, 0);

  apo_reader_gutter_set_width (self->gutter, GUTTER_WIDTH + MAX (spare / 2, 0));
  gtk_text_view_set_right_margin (view, RIGHT_MARGIN + MAX (spare / 2, 0));
  gtk_text_view_set_pixels_inside_wrap (view, self->leading);
  apo_reader_buffer_set_leading (self->buffer, self->leading);
  gtk_text_view_set_pixels_below_lines (view, (height + self->leading) / 2);
  if (self->held_top != G_MAXUINT)
    hold_top (self, self->held_top);

  return G_SOURCE_REMOVE;
}

/* Not at once: changing margins while sizes are handed out would ask for them again. */
static void
queue_margins (ApoReaderView *self)
{
  if (self->margins_source == 0)
    self->margins_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, set_margins_cb, self, NULL);
}

static void
apo_reader_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GTK_WIDGET_CLASS (apo_reader_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (APO_READER_VIEW (widget)->card));
  queue_margins (APO_READER_VIEW (widget));
}

static void
apo_reader_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (apo_reader_view_parent_class)->css_changed (widget, change);
  queue_margins (APO_READER_VIEW (widget));
}

static void
focus_selected_cb (ApoReaderView *self,
                   const char    *id)
{
  ApoItem *item = apo_dossier_lookup (self->dossier, id);
  ApoSpan span;

  if (item == NULL || !apo_dossier_get_item_span (self->dossier, item, &span))
    return;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    apo_reader_view_unselect (self);
  apo_reader_view_show_span (self, span);
}

static void
forget_context (ApoReaderView *self)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  apo_reader_view_hide_card (self);
  apo_reader_trim_set_context (self->trim, NULL, NULL, NULL);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
}

static void
apo_reader_view_dispose (GObject *object)
{
  ApoReaderView *self = APO_READER_VIEW (object);

  g_clear_handle_id (&self->margins_source, g_source_remove);
  g_clear_handle_id (&self->release_source, g_source_remove);
  if (self->scrolling != NULL)
    adw_animation_skip (self->scrolling);
  g_clear_object (&self->scrolling);
  if (self->trim != NULL)
    forget_context (self);
  g_clear_pointer (&self->trim, apo_reader_trim_free);
  g_clear_pointer ((GtkWidget **) &self->card, gtk_widget_unparent);
  if (self->gutter != NULL)
    apo_reader_gutter_set_marks (self->gutter, NULL, NULL, NULL);
  self->gutter = NULL;
  g_clear_pointer (&self->marks, apo_reader_marks_free);
  g_clear_pointer (&self->ties, apo_reader_ties_free);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (apo_reader_view_parent_class)->dispose (object);
}

static void
apo_reader_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE_SPACING:
      g_value_set_double (value, APO_READER_VIEW (object)->line_spacing);
      break;
    case PROP_MEASURE:
      g_value_set_int (value, APO_READER_VIEW (object)->measure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_reader_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ApoReaderView *self = APO_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_double (value);
      queue_margins (self);
      break;
    case PROP_MEASURE:
      self->measure = g_value_get_int (value);
      queue_margins (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_reader_view_class_init (ApoReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_reader_view_dispose;
  object_class->get_property = apo_reader_view_get_property;
  object_class->set_property = apo_reader_view_set_property;
  widget_class->size_allocate = apo_reader_view_size_allocate;
  widget_class->css_changed = apo_reader_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = apo_reader_view_snapshot_layer;

  /* Height of a line in font sizes; the space between paragraphs is apart. */
  props[PROP_LINE_SPACING] =
    g_param_spec_double ("line-spacing", NULL, NULL, 1, 3, 1.62,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Characters in a line, where there is room for them. */
  props[PROP_MEASURE] =
    g_param_spec_int ("measure", NULL, NULL, 50, 100, 70,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_reader_view_init (ApoReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->measure = 70;
  self->line_spacing = 1.62;
  self->last_click = G_MAXUINT;
  self->held_top = G_MAXUINT;
  self->buffer = apo_reader_buffer_new ();
  gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (self->buffer));
  g_object_unref (self->buffer);
  self->gutter = APO_READER_GUTTER (apo_reader_gutter_new (view));
  apo_reader_gutter_set_width (self->gutter, GUTTER_WIDTH);
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self->gutter));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_right_margin (view, RIGHT_MARGIN);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Article"), -1);
  apo_reader_view_add_pointing (self);
  self->trim = apo_reader_trim_new (view);
}

GtkWidget *
apo_reader_view_new (void)
{
  return g_object_new (APO_TYPE_READER_VIEW, NULL);
}

/**
 * apo_reader_view_select_span:
 *
 * Selects words as if the reader had.
 */
void
apo_reader_view_select_span (ApoReaderView *view,
                             ApoSpan        span)
{
  GtkTextIter start;
  GtkTextIter end;

  apo_reader_buffer_get_iter (view->buffer, &start, span.start);
  apo_reader_buffer_get_iter (view->buffer, &end, span.end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (view->buffer), &start, &end);
}

/**
 * apo_reader_view_get_top:
 *
 * Returns: the first character of the first line that is wholly on screen, in code points
 */
guint
apo_reader_view_get_top (ApoReaderView *view)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  GdkRectangle visible;
  GdkRectangle line;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (text_view, &visible);
  gtk_text_view_get_iter_at_location (text_view, &iter, visible.x, visible.y);
  gtk_text_view_get_iter_location (text_view, &iter, &line);
  if (line.y < visible.y)
    gtk_text_view_forward_display_line (text_view, &iter);

  return apo_reader_buffer_get_offset (view->buffer, &iter);
}

/* Another version of the text may be the first article now. */
static void
dossier_changed_cb (ApoReaderView *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);

  if (article != NULL
      && apo_article_get_text (article) != apo_reader_buffer_get_article (self->buffer))
    {
      guint top = apo_reader_view_get_top (self);

      apo_reader_buffer_set_article (self->buffer, apo_article_get_text (article));
      if (top > 0)
        hold_top (self, MIN (top, apo_text_get_length (apo_article_get_text (article))));
    }
  rebuild_marks (self);
}

/**
 * apo_reader_view_set_context:
 * @dossier: (nullable): whose first article to show
 * @history: (nullable): what changes it, if it may be changed
 * @focus: (nullable): given with @dossier
 */
void
apo_reader_view_set_context (ApoReaderView *view,
                             ApoDossier    *dossier,
                             ApoHistory    *history,
                             ApoFocus      *focus)
{
  ApoArticle *article = dossier != NULL ? apo_dossier_get_article (dossier) : NULL;

  forget_context (view);
  g_set_object (&view->dossier, dossier);
  g_set_object (&view->focus, focus);

  apo_reader_buffer_set_article (view->buffer,
                                 article != NULL ? apo_article_get_text (article) : NULL);
  if (article != NULL)
    {
      g_signal_connect_swapped (dossier, "changed", G_CALLBACK (dossier_changed_cb), view);
      g_signal_connect_swapped (focus, "changed", G_CALLBACK (redraw), view);
      g_signal_connect_swapped (focus, "basis-changed", G_CALLBACK (redraw), view);
      g_signal_connect_swapped (focus, "selected", G_CALLBACK (focus_selected_cb), view);
      apo_reader_trim_set_context (view->trim, dossier, history, focus);
    }

  rebuild_marks (view);
}

/**
 * apo_reader_view_set_found:
 * @found: (nullable) (element-type ApoSpan): what was looked for, in the order of the text
 * @current: the index of the one that is being looked at
 */
void
apo_reader_view_set_found (ApoReaderView *view,
                           GArray        *found,
                           guint          current)
{
  g_clear_pointer (&view->found, g_array_unref);
  if (found != NULL)
    view->found = g_array_ref (found);
  view->current_found = current;
  gtk_widget_queue_draw (GTK_WIDGET (view));
}

static void
scroll_cb (double   value,
           gpointer user_data)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (user_data)), value);
}

/* Glides to where the text stands now from where it was, at most a page away. */
static void
glide_from (ApoReaderView *self,
            double         before)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double page = gtk_adjustment_get_page_size (adjustment);
  double now = gtk_adjustment_get_value (adjustment);
  AdwAnimationTarget *target;

  g_clear_object (&self->scrolling);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || ABS (now - before) < 1)
    return;

  target = adw_callback_animation_target_new (scroll_cb, self, NULL);
  self->scrolling = adw_timed_animation_new (GTK_WIDGET (self), CLAMP (before, now - page,
                                                                       now + page),
                                             now, SCROLL_MS, target);
  adw_animation_play (self->scrolling);
}

/**
 * apo_reader_view_show_span:
 *
 * Scrolls the first line of @span to a third of the height if it is out of sight.
 */
void
apo_reader_view_show_span (ApoReaderView *view,
                           ApoSpan        span)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double before = gtk_adjustment_get_value (adjustment);
  GdkRectangle visible;
  GdkRectangle line;
  GtkTextIter iter;

  if (view->scrolling != NULL)
    adw_animation_skip (view->scrolling);
  apo_reader_buffer_get_iter (view->buffer, &iter, span.start);
  gtk_text_view_get_iter_location (text_view, &iter, &line);
  gtk_text_view_get_visible_rect (text_view, &visible);
  if (line.y >= visible.y && line.y + line.height <= visible.y + visible.height)
    return;

  gtk_text_view_scroll_to_iter (text_view, &iter, 0, TRUE, 0, 1. / 3);
  glide_from (view, before);
}

/**
 * apo_reader_view_scroll_to_top:
 *
 * Puts the line of the character at @offset at the top, as soon as the text is laid out.
 */
void
apo_reader_view_scroll_to_top (ApoReaderView *view,
                               guint          offset)
{
  hold_top (view, offset);
}

/**
 * apo_reader_view_unselect:
 *
 * Lets go of the words that are selected.
 */
void
apo_reader_view_unselect (ApoReaderView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/**
 * apo_reader_view_get_selection:
 * @span: (out): the words selected, without the white space around them
 *
 * Returns: whether there are any; else @span is untouched
 */
gboolean
apo_reader_view_get_selection (ApoReaderView *view,
                               ApoSpan       *span)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (view->buffer);
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return FALSE;

  while (gtk_text_iter_compare (&start, &end) < 0
         && g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }
  if (gtk_text_iter_equal (&start, &end))
    return FALSE;

  *span = APO_SPAN (apo_reader_buffer_get_offset (view->buffer, &start),
                    apo_reader_buffer_get_offset (view->buffer, &end));

  return TRUE;
}

/**
 * apo_reader_view_get_place:
 * @place: (out): the line that a character stands on, from where the character begins, in pixels of
 *   the view
 *
 * Returns: whether it is in sight
 */
gboolean
apo_reader_view_get_place (ApoReaderView *view,
                           guint          offset,
                           GdkRectangle  *place)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (view);
  GtkTextIter iter;

  apo_reader_buffer_get_iter (view->buffer, &iter, offset);
  gtk_text_view_get_iter_location (text_view, &iter, place);
  gtk_text_view_buffer_to_window_coords (text_view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y,
                                         &place->x, &place->y);
  place->width = 1;

  return place->y + place->height > 0 && place->y < gtk_widget_get_height (GTK_WIDGET (view));
}

/**
 * apo_reader_view_trim:
 * @at_end: whether the end of the selected claim is to be moved, or its start
 * @step: 1 to move it a word towards the end of the text, -1 towards the start
 *
 * Returns: whether a claim is selected, and could be trimmed so
 */
gboolean
apo_reader_view_trim (ApoReaderView *view,
                      gboolean       at_end,
                      int            step)
{
  return apo_reader_trim_step (view->trim, at_end, step);
}
