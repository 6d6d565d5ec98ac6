/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-trim.h"

#include "apo-edit.h"
#include "apo-palette.h"
#include "apo-reader-buffer.h"

#define KNOB_RADIUS 5
#define STEM_WIDTH 2
#define REACH 12                /* pixels from a knob that still are on it */

struct _ApoReaderTrim {
  GtkTextView *view;            /* (unowned): it owns this */
  ApoReaderBuffer *buffer;      /* (unowned): of the view */
  ApoDossier *dossier;          /* (nullable) */
  ApoHistory *history;          /* (nullable) */
  ApoFocus *focus;              /* (nullable) */

  gboolean taken;               /* the last press was on a handle */
  gboolean dragging;
  gboolean at_end;              /* which handle */
  ApoSpan preview;              /* of the piece that is being dragged */
  graphene_point_t grip;        /* where it was taken, from the middle of its line */
};

/* The selected claim, if it stands in the text that is shown. */
static ApoClaim *
get_claim (ApoReaderTrim *self)
{
  ApoItem *item;
  ApoSpan span;

  if (self->focus == NULL || self->history == NULL)
    return NULL;

  item = apo_dossier_lookup (self->dossier, apo_focus_get_selected (self->focus));

  return APO_IS_CLAIM (item) && apo_dossier_get_item_span (self->dossier, item, &span)
         ? APO_CLAIM (item) : NULL;
}

/* The first piece of the claim, or its last one. */
static ApoSpan
get_piece (ApoClaim *claim,
           gboolean  at_end,
           guint    *index)
{
  guint n_spans;
  const ApoSpan *spans = apo_claim_get_content (claim, &n_spans);

  *index = at_end ? n_spans - 1 : 0;

  return spans[*index];
}

static ApoSpan
get_shown_piece (ApoReaderTrim *self,
                 ApoClaim      *claim,
                 gboolean       at_end)
{
  guint index;

  return self->dragging && self->at_end == at_end ? self->preview
                                                   : get_piece (claim, at_end, &index);
}

/* Where the edge of the claim is, in pixels of the buffer: a line without width. */
static void
get_edge (ApoReaderTrim *self,
          ApoSpan        piece,
          gboolean       at_end,
          GdkRectangle  *edge)
{
  GtkTextIter start;
  GtkTextIter end;

  apo_reader_buffer_get_bounds (self->buffer, &start, &end, piece);
  if (at_end)
    gtk_text_iter_backward_char (&end);
  gtk_text_view_get_iter_location (self->view, at_end ? &end : &start, edge);
  if (at_end)
    edge->x += edge->width;
  edge->width = 0;
}

static gboolean
is_near (ApoReaderTrim *self,
         ApoClaim      *claim,
         gboolean       at_end,
         double         x,
         double         y)
{
  GdkRectangle edge;

  get_edge (self, get_shown_piece (self, claim, at_end), at_end, &edge);

  return ABS (x - edge.x) <= REACH && y >= edge.y - (at_end ? 0 : REACH)
         && y <= edge.y + edge.height + (at_end ? REACH : 0);
}

/* Which handle is at a point of the widget; FALSE if none is. */
static gboolean
find_handle (ApoReaderTrim *self,
             double         x,
             double         y,
             gboolean      *at_end)
{
  ApoClaim *claim = get_claim (self);
  int buffer_x;
  int buffer_y;

  if (claim == NULL)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  *at_end = is_near (self, claim, TRUE, buffer_x, buffer_y);

  return *at_end || is_near (self, claim, FALSE, buffer_x, buffer_y);
}

static gboolean
is_space_before (const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  return gtk_text_iter_backward_char (&before)
         && g_unichar_isspace (gtk_text_iter_get_char (&before));
}

/* Out of the middle of a word, and off the white space around it. */
static void
snap (GtkTextIter *iter,
      gboolean     at_end)
{
  if (gtk_text_iter_inside_word (iter) && !gtk_text_iter_starts_word (iter))
    {
      if (at_end)
        gtk_text_iter_forward_word_end (iter);
      else
        gtk_text_iter_backward_word_start (iter);
    }

  if (at_end)
    while (is_space_before (iter))
      gtk_text_iter_backward_char (iter);
  else
    while (g_unichar_isspace (gtk_text_iter_get_char (iter)) && gtk_text_iter_forward_char (iter))
      ;
}

/* @piece with one of its ends at @iter, if words are left of it. */
static gboolean
move_end (ApoReaderTrim     *self,
          ApoSpan           *piece,
          gboolean           at_end,
          const GtkTextIter *iter)
{
  guint offset = apo_reader_buffer_get_offset (self->buffer, iter);

  if (at_end ? offset <= piece->start : offset >= piece->end)
    return FALSE;

  if (at_end)
    piece->end = offset;
  else
    piece->start = offset;

  return TRUE;
}

static void
drag_begin_cb (ApoReaderTrim  *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  ApoClaim *claim = get_claim (self);
  GdkRectangle edge;
  guint index;
  int buffer_x;
  int buffer_y;

  self->taken = find_handle (self, x, y, &self->at_end);
  if (!self->taken)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->preview = get_piece (claim, self->at_end, &index);
  self->dragging = TRUE;
  get_edge (self, self->preview, self->at_end, &edge);
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x,
                                         &buffer_y);
  self->grip = GRAPHENE_POINT_INIT (edge.x - buffer_x, edge.y + edge.height / 2 - buffer_y);
}

static void
drag_update_cb (ApoReaderTrim  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  GtkTextIter iter;
  double x;
  double y;
  int buffer_x;
  int buffer_y;

  if (!self->dragging)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, x + dx, y + dy,
                                         &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_position (self->view, &iter, NULL, buffer_x + self->grip.x,
                                      buffer_y + self->grip.y);
  snap (&iter, self->at_end);
  if (move_end (self, &self->preview, self->at_end, &iter))
    gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
drag_end_cb (ApoReaderTrim *self)
{
  ApoClaim *claim = get_claim (self);
  guint index;

  if (!self->dragging)
    return;

  self->dragging = FALSE;
  if (claim != NULL)
    {
      get_piece (claim, self->at_end, &index);
      apo_edit_trim_claim (self->history, claim, index, self->preview);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* Something else took the pointer: the claim stays as it was. */
static void
drag_cancel_cb (ApoReaderTrim *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/**
 * apo_reader_trim_new:
 * @view: a text in an #ApoReaderBuffer, which outlives it
 *
 * Returns: (transfer full): handles for no claim
 */
ApoReaderTrim *
apo_reader_trim_new (GtkTextView *view)
{
  ApoReaderTrim *self = g_new0 (ApoReaderTrim, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->view = view;
  self->buffer = APO_READER_BUFFER (gtk_text_view_get_buffer (view));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));

  return self;
}

/**
 * apo_reader_trim_free:
 *
 * To be called when the view is disposed of.
 */
void
apo_reader_trim_free (ApoReaderTrim *trim)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (trim->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, trim);
    }
  apo_reader_trim_set_context (trim, NULL, NULL, NULL);
  g_free (trim);
}

/**
 * apo_reader_trim_set_context:
 * @dossier: (nullable): what is shown
 * @history: (nullable): what changes it; without it there are no handles
 * @focus: (nullable): which claim is selected
 */
void
apo_reader_trim_set_context (ApoReaderTrim *trim,
                             ApoDossier    *dossier,
                             ApoHistory    *history,
                             ApoFocus      *focus)
{
  trim->dragging = FALSE;
  g_set_object (&trim->dossier, dossier);
  g_set_object (&trim->history, history);
  g_set_object (&trim->focus, focus);
}

static void
draw_handle (ApoReaderTrim *self,
             GtkSnapshot   *snapshot,
             ApoClaim      *claim,
             gboolean       at_end)
{
  GdkRectangle edge;
  GskRoundedRect knob;
  GdkRGBA color;
  double y;

  get_edge (self, get_shown_piece (self, claim, at_end), at_end, &edge);
  apo_palette_get_accent (GTK_WIDGET (self->view), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (edge.x - STEM_WIDTH / 2., edge.y, STEM_WIDTH,
                                                  edge.height));

  y = at_end ? edge.y + edge.height : edge.y - 2 * KNOB_RADIUS;
  gsk_rounded_rect_init_from_rect (&knob,
                                   &GRAPHENE_RECT_INIT (edge.x - KNOB_RADIUS, y, 2 * KNOB_RADIUS,
                                                        2 * KNOB_RADIUS), KNOB_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, &color, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

/**
 * apo_reader_trim_snapshot:
 * @snapshot: in pixels of the buffer
 *
 * Draws the handles of the selected claim.
 */
void
apo_reader_trim_snapshot (ApoReaderTrim *trim,
                          GtkSnapshot   *snapshot)
{
  ApoClaim *claim = get_claim (trim);

  if (claim == NULL)
    return;

  draw_handle (trim, snapshot, claim, FALSE);
  draw_handle (trim, snapshot, claim, TRUE);
}

/**
 * apo_reader_trim_is_at:
 *
 * Returns: whether there is a handle at a point of the view
 */
gboolean
apo_reader_trim_is_at (ApoReaderTrim *trim,
                       double         x,
                       double         y)
{
  gboolean at_end;

  return trim->dragging || find_handle (trim, x, y, &at_end);
}

/**
 * apo_reader_trim_has_taken:
 *
 * Returns: whether the pointer was last pressed on a handle: that is no click on the text
 */
gboolean
apo_reader_trim_has_taken (ApoReaderTrim *trim)
{
  return trim->taken;
}

/**
 * apo_reader_trim_get_preview:
 * @span: (out): what the piece of the claim that is being dragged would be
 *
 * Returns: whether one is; else @span is untouched
 */
gboolean
apo_reader_trim_get_preview (ApoReaderTrim *trim,
                             ApoSpan       *span)
{
  if (trim->dragging)
    *span = trim->preview;

  return trim->dragging;
}

/**
 * apo_reader_trim_step:
 * @at_end: whether the end of the claim is to be moved, or its start
 * @step: 1 to move it a word towards the end of the text, -1 towards the start
 *
 * The same as dragging a handle.
 *
 * Returns: whether a claim is selected, and could be trimmed so
 */
gboolean
apo_reader_trim_step (ApoReaderTrim *trim,
                      gboolean       at_end,
                      int            step)
{
  ApoClaim *claim = get_claim (trim);
  ApoSpan piece;
  GtkTextIter start;
  GtkTextIter iter;
  guint index;

  if (claim == NULL)
    return FALSE;

  piece = get_piece (claim, at_end, &index);
  apo_reader_buffer_get_bounds (trim->buffer, &start, &iter, piece);
  if (!at_end)
    iter = start;

  if (at_end && step > 0)
    gtk_text_iter_forward_word_end (&iter);
  else if (step < 0)
    gtk_text_iter_backward_word_start (&iter);
  else if (gtk_text_iter_forward_word_end (&iter))
    while (!g_unichar_isspace (gtk_text_iter_get_char (&iter))
           && !gtk_text_iter_starts_word (&iter) && gtk_text_iter_forward_char (&iter))
      ;
  snap (&iter, at_end);

  return move_end (trim, &piece, at_end, &iter)
         && apo_edit_trim_claim (trim->history, claim, index, piece);
}
