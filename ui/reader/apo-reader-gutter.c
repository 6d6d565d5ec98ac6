/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-gutter.h"

#include "apo-mark.h"
#include "apo-palette.h"
#include "apo-reader-buffer.h"

#define SIGN_SIZE 16
#define SIGN_RIGHT 26           /* from the right edge to the left of the sign */
#define SIGN_STEP 20            /* to the next sign on the same line */
#define TIES_RIGHT 29
#define BAR_RIGHT 6
#define BAR_WIDTH 3

struct _ApoReaderGutter {
  GtkWidget parent_instance;

  GtkTextView *view;            /* (unowned): it owns the gutter */
  ApoReaderMarks *marks;        /* (unowned) */
  ApoReaderTies *ties;          /* (unowned) */
  ApoFocus *focus;              /* (unowned) */
  int width;
  GArray *signs;                /* Sign, of the last drawing: what a click may hit */
  ApoClaim *selected;           /* (unowned) (nullable): the selected claim, if it is on screen */
};

typedef struct {
  ApoItem *item;
  graphene_rect_t box;
} Sign;

G_DEFINE_FINAL_TYPE (ApoReaderGutter, apo_reader_gutter, GTK_TYPE_WIDGET)

static ApoSpan
get_visible_span (GtkTextView *view)
{
  ApoReaderBuffer *buffer = APO_READER_BUFFER (gtk_text_view_get_buffer (view));
  GdkRectangle rect;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_view_get_visible_rect (view, &rect);
  gtk_text_view_get_line_at_y (view, &start, rect.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, rect.y + rect.height, NULL);
  gtk_text_iter_forward_line (&end);

  return APO_SPAN (apo_reader_buffer_get_offset (buffer, &start),
                   apo_reader_buffer_get_offset (buffer, &end));
}

/* Top and bottom of a character's line, in the coordinates of the gutter. */
static void
get_line_extent (ApoReaderGutter *self,
                 guint            offset,
                 int             *top,
                 int             *bottom)
{
  GtkTextIter iter;
  GdkRectangle rect;

  apo_reader_buffer_get_iter (APO_READER_BUFFER (gtk_text_view_get_buffer (self->view)), &iter,
                              offset);
  gtk_text_view_get_iter_location (self->view, &iter, &rect);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0, rect.y, NULL, top);
  *bottom = *top + rect.height;
}

/* Signs on one line stand side by side, the first nearest to the text. */
static void
add_sign (ApoReaderGutter *self,
          ApoItem         *item,
          int              top,
          int              bottom)
{
  Sign sign = { item, GRAPHENE_RECT_INIT (self->width - SIGN_RIGHT,
                                          (top + bottom - SIGN_SIZE) / 2, SIGN_SIZE, SIGN_SIZE) };

  for (guint i = 0; i < self->signs->len; i++)
    if (graphene_rect_intersection (&g_array_index (self->signs, Sign, i).box, &sign.box, NULL))
      sign.box.origin.x = g_array_index (self->signs, Sign, i).box.origin.x - SIGN_STEP;

  g_array_append_val (self->signs, sign);
}

static void
place_sign_cb (const ApoReaderMark *mark,
               gpointer             user_data)
{
  ApoReaderGutter *self = user_data;
  int top;
  int bottom;

  if (!APO_IS_CLAIM (mark->item))
    return;
  if (apo_focus_get_light (self->focus, apo_item_get_id (mark->item)) == APO_LIGHT_SELECTED)
    self->selected = APO_CLAIM (mark->item);
  if (!mark->first)
    return;

  get_line_extent (self, mark->span.start, &top, &bottom);
  add_sign (self, mark->item, top, bottom);
}

static void
draw_bar (ApoReaderGutter *self,
          GtkSnapshot     *snapshot)
{
  guint n_spans;
  const ApoSpan *spans = apo_claim_get_content (self->selected, &n_spans);
  GdkRGBA color;
  int top;
  int bottom;
  int unused;

  get_line_extent (self, spans[0].start, &top, &unused);
  get_line_extent (self, MAX (spans[n_spans - 1].end, 1) - 1, &unused, &bottom);
  apo_palette_get_accent (GTK_WIDGET (self), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (self->width - BAR_RIGHT, top, BAR_WIDTH,
                                                  bottom - top));
}

static double
get_middle (guint    offset,
            gpointer user_data)
{
  int top;
  int bottom;

  get_line_extent (user_data, offset, &top, &bottom);

  return (top + bottom) / 2.;
}

static void
apo_reader_gutter_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ApoReaderGutter *self = APO_READER_GUTTER (widget);
  ApoSpan visible;

  g_array_set_size (self->signs, 0);
  self->selected = NULL;
  if (self->marks == NULL)
    return;

  visible = get_visible_span (self->view);
  apo_reader_marks_foreach (self->marks, visible, place_sign_cb, self);
  apo_reader_ties_snapshot (self->ties, widget, snapshot, self->focus, visible,
                            self->width - TIES_RIGHT, get_middle, self);

  for (guint i = 0; i < self->signs->len; i++)
    {
      Sign *sign = &g_array_index (self->signs, Sign, i);

      apo_mark_snapshot_verdict (snapshot, widget,
                                 apo_claim_get_verdict (APO_CLAIM (sign->item)),
                                 sign->box.origin.x, sign->box.origin.y, SIGN_SIZE);
    }
  if (self->selected != NULL)
    draw_bar (self, snapshot);
}

static void
apo_reader_gutter_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  ApoReaderGutter *self = APO_READER_GUTTER (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : 0;
}

static ApoItem *
find_sign (ApoReaderGutter *self,
           double           x,
           double           y)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      graphene_rect_t box = g_array_index (self->signs, Sign, i).box;

      graphene_rect_inset (&box, -3, -4);
      if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT (x, y)))
        return g_array_index (self->signs, Sign, i).item;
    }

  return NULL;
}

static ApoClaimLink *
find_link (ApoReaderGutter *self,
           double           x,
           double           y)
{
  return self->ties != NULL ? apo_reader_ties_at (self->ties, x, y) : NULL;
}

static void
pressed_cb (ApoReaderGutter *self,
            int              n_press,
            double           x,
            double           y)
{
  ApoItem *item = find_sign (self, x, y);
  ApoClaimLink *link = item == NULL ? find_link (self, x, y) : NULL;

  if (link != NULL)
    item = APO_ITEM (apo_reader_ties_get_other (self->ties, link, self->focus));
  if (item != NULL)
    apo_focus_select (self->focus, apo_item_get_id (item));
}

static void
motion_cb (ApoReaderGutter *self,
           double           x,
           double           y)
{
  ApoItem *item = find_sign (self, x, y);

  if (self->focus != NULL)
    apo_focus_hover (self->focus, item != NULL ? apo_item_get_id (item) : NULL);
}

static void
leave_cb (ApoReaderGutter *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

static gboolean
query_tooltip_cb (ApoReaderGutter *self,
                  int              x,
                  int              y,
                  gboolean         keyboard,
                  GtkTooltip      *tooltip)
{
  ApoItem *item = find_sign (self, x, y);
  ApoClaimLink *link = item == NULL ? find_link (self, x, y) : NULL;

  if (link != NULL)
    {
      g_autofree char *words = apo_reader_ties_dup_words (self->ties, link, self->focus);

      gtk_tooltip_set_text (tooltip, words);
      return TRUE;
    }
  if (item == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip,
                        apo_verdict_get_label (apo_claim_get_verdict (APO_CLAIM (item))));

  return TRUE;
}

static void
apo_reader_gutter_finalize (GObject *object)
{
  ApoReaderGutter *self = APO_READER_GUTTER (object);

  g_array_unref (self->signs);

  G_OBJECT_CLASS (apo_reader_gutter_parent_class)->finalize (object);
}

static void
apo_reader_gutter_class_init (ApoReaderGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_reader_gutter_finalize;
  widget_class->measure = apo_reader_gutter_measure;
  widget_class->snapshot = apo_reader_gutter_snapshot;

  gtk_widget_class_set_css_name (widget_class, "gutter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
apo_reader_gutter_init (ApoReaderGutter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * apo_reader_gutter_new:
 * @view: the text beside it, which must outlive it
 */
GtkWidget *
apo_reader_gutter_new (GtkTextView *view)
{
  ApoReaderGutter *self = g_object_new (APO_TYPE_READER_GUTTER, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}

/**
 * apo_reader_gutter_set_marks:
 * @marks: (nullable): what to draw, which must live until the next call
 * @ties: (nullable): the links between claims, likewise; there if @marks is
 * @focus: (nullable): what is selected, likewise
 */
void
apo_reader_gutter_set_marks (ApoReaderGutter *gutter,
                             ApoReaderMarks  *marks,
                             ApoReaderTies   *ties,
                             ApoFocus        *focus)
{
  gutter->marks = marks;
  gutter->ties = ties;
  gutter->focus = focus;
  g_array_set_size (gutter->signs, 0);
  gtk_widget_queue_draw (GTK_WIDGET (gutter));
}

/**
 * apo_reader_gutter_set_width:
 * @width: pixels; the signs keep to its right edge
 */
void
apo_reader_gutter_set_width (ApoReaderGutter *gutter,
                             int              width)
{
  if (gutter->width == width)
    return;

  gutter->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (gutter));
}
