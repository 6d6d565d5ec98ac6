/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-ties.h"

#include "apo-item-words.h"
#include "apo-palette.h"

/* Brackets that overlap stand side by side, as far as there is room. */
#define MAX_LANES 3
#define LANE_STEP 6.5
#define RADIUS 4
#define ARROW 4
#define SIGN 4                  /* half the size of ≠ */
#define HIT 4                   /* how far from a line a click may be */

typedef struct {
  ApoClaimLink *link;
  ApoClaim *from;
  ApoClaim *to;
  guint start;                  /* where they begin, the earlier first */
  guint end;
  gboolean downwards;           /* from the earlier to the later */
  guint lane;                   /* 0 is next to the text */
  graphene_rect_t box;          /* of its long line in the last drawing, empty if it was not drawn */
} Tie;

struct _ApoReaderTies {
  ApoDossier *dossier;
  GArray *ties;                 /* Tie, the short ones first */
};

static void
tie_clear (gpointer data)
{
  Tie *tie = data;

  g_object_unref (tie->link);
  g_object_unref (tie->from);
  g_object_unref (tie->to);
}

/* Where a claim that is shown begins; FALSE for others. */
static gboolean
get_start (ApoDossier *dossier,
           const char *id,
           ApoClaim  **claim,
           guint      *start)
{
  ApoItem *item = apo_dossier_lookup (dossier, id);
  ApoSpan span;

  if (!APO_IS_CLAIM (item) || apo_item_is_dismissed (item)
      || apo_dossier_get_item_article (dossier, item) != apo_dossier_get_article (dossier)
      || !apo_dossier_get_item_span (dossier, item, &span))
    return FALSE;

  *claim = APO_CLAIM (item);
  *start = span.start;

  return TRUE;
}

static void
add_tie (ApoReaderTies *self,
         ApoClaimLink  *link)
{
  Tie tie = { link, NULL, NULL, 0, 0, TRUE, 0, GRAPHENE_RECT_INIT (0, 0, 0, 0) };

  if (!get_start (self->dossier, apo_claim_link_get_from (link), &tie.from, &tie.start)
      || !get_start (self->dossier, apo_claim_link_get_to (link), &tie.to, &tie.end))
    return;

  tie.downwards = tie.start <= tie.end;
  if (!tie.downwards)
    {
      guint start = tie.end;

      tie.end = tie.start;
      tie.start = start;
    }
  g_object_ref (tie.link);
  g_object_ref (tie.from);
  g_object_ref (tie.to);
  g_array_append_val (self->ties, tie);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Tie *first = a;
  const Tie *second = b;
  guint first_length = first->end - first->start;
  guint second_length = second->end - second->start;

  if (first_length != second_length)
    return first_length < second_length ? -1 : 1;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The first lane in which no shorter one is in the way. */
static void
choose_lane (ApoReaderTies *self,
             guint          index)
{
  Tie *tie = &g_array_index (self->ties, Tie, index);
  guint taken = 0;

  for (guint i = 0; i < index && taken != (1 << MAX_LANES) - 1; i++)
    {
      Tie *other = &g_array_index (self->ties, Tie, i);

      if (other->start <= tie->end && tie->start <= other->end)
        taken |= 1 << other->lane;
    }

  while (tie->lane < MAX_LANES - 1 && (taken & 1 << tie->lane) != 0)
    tie->lane++;
}

static gboolean
is_lit (const Tie *tie,
        ApoFocus  *focus)
{
  return apo_focus_get_light (focus, apo_item_get_id (APO_ITEM (tie->from))) >= APO_LIGHT_HOVERED
         || apo_focus_get_light (focus, apo_item_get_id (APO_ITEM (tie->to))) >= APO_LIGHT_HOVERED;
}

static void
get_color (const Tie *tie,
           GtkWidget *widget,
           gboolean   lit,
           GdkRGBA   *color)
{
  if (apo_claim_link_get_kind (tie->link) == APO_LINK_CONTRADICTS)
    apo_palette_get_verdict (widget, APO_VERDICT_GROUP_DISPUTED, color);
  else
    apo_palette_get_ink (widget, color);
  if (!lit && !apo_palette_is_high_contrast (widget))
    color->alpha *= .6;
}

/* From the upper end to the lower one; an end that is out of sight has no corner there. */
static void
trace (cairo_t *cr,
       double   x,
       double   right,
       double   top,
       double   bottom,
       gboolean has_start,
       gboolean has_end)
{
  double radius = MIN (RADIUS, MAX (bottom - top, 0) / 2);

  if (has_start)
    {
      cairo_move_to (cr, right, top);
      cairo_line_to (cr, x + radius, top);
      cairo_arc_negative (cr, x + radius, top + radius, radius, -G_PI / 2, -G_PI);
    }
  else
    {
      cairo_move_to (cr, x, top);
    }

  if (has_end)
    {
      cairo_arc_negative (cr, x + radius, bottom - radius, radius, G_PI, G_PI / 2);
      cairo_line_to (cr, right, bottom);
    }
  else
    {
      cairo_line_to (cr, x, bottom);
    }
}

static void
draw_arrow (cairo_t *cr,
            double   x,
            double   y)
{
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x - ARROW, y - ARROW);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - ARROW, y + ARROW);
  cairo_stroke (cr);
}

/* ≠ on a patch of the ground, in the middle of the line. */
static void
draw_unequal (cairo_t       *cr,
              const GdkRGBA *color,
              const GdkRGBA *ground,
              double         x,
              double         y)
{
  cairo_set_dash (cr, NULL, 0, 0);
  gdk_cairo_set_source_rgba (cr, ground);
  cairo_arc (cr, x, y, SIGN + 2, 0, 2 * G_PI);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x - SIGN, y - 1.75);
  cairo_line_to (cr, x + SIGN, y - 1.75);
  cairo_move_to (cr, x - SIGN, y + 1.75);
  cairo_line_to (cr, x + SIGN, y + 1.75);
  cairo_move_to (cr, x + 2.5, y - SIGN);
  cairo_line_to (cr, x - 2.5, y + SIGN);
  cairo_stroke (cr);
}

typedef struct {
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  ApoFocus *focus;
  ApoSpan visible;
  double right;
  ApoReaderTieFunc func;
  gpointer user_data;
} Drawing;

static void
draw_line (const Tie *tie,
           cairo_t   *cr,
           double     right,
           gboolean   has_start,
           gboolean   has_end)
{
  static const double dash[] = { 4, 3 };
  gboolean same = apo_claim_link_get_kind (tie->link) == APO_LINK_SAME_AS;
  double x = tie->box.origin.x + HIT;
  double top = tie->box.origin.y;
  double bottom = top + tie->box.size.height;

  if (apo_claim_link_get_kind (tie->link) == APO_LINK_CONTRADICTS)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  trace (cr, x, right, top, bottom, has_start, has_end);
  cairo_stroke (cr);
  if (same && bottom - top > 6)
    {
      trace (cr, x + 3, right, top + (has_start ? 3 : 0), bottom - (has_end ? 3 : 0), has_start,
             has_end);
      cairo_stroke (cr);
    }
}

static void
draw_tie (Tie     *tie,
          Drawing *drawing)
{
  gboolean has_start = tie->start >= drawing->visible.start && tie->start < drawing->visible.end;
  gboolean has_end = tie->end >= drawing->visible.start && tie->end < drawing->visible.end;
  gboolean lit = is_lit (tie, drawing->focus);
  ApoLinkKind kind = apo_claim_link_get_kind (tie->link);
  int height = gtk_widget_get_height (drawing->widget);
  double top = has_start ? drawing->func (tie->start, drawing->user_data) : 0;
  double bottom = has_end ? drawing->func (tie->end, drawing->user_data) : height;
  double x = drawing->right - LANE_STEP * (tie->lane + 1) + .5;
  GdkRGBA ground;
  GdkRGBA color;
  cairo_t *cr;

  tie->box = GRAPHENE_RECT_INIT (x - HIT, top, 2 * HIT, bottom - top);
  cr = gtk_snapshot_append_cairo (drawing->snapshot,
                                  &GRAPHENE_RECT_INIT (x - 8, top - 8, drawing->right - x + 10,
                                                       bottom - top + 16));
  get_color (tie, drawing->widget, lit, &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, lit ? 2 : 1.25);
  draw_line (tie, cr, drawing->right, has_start, has_end);
  if (kind == APO_LINK_DEPENDS_ON && (tie->downwards ? has_end : has_start))
    draw_arrow (cr, drawing->right, tie->downwards ? bottom : top);
  else if (kind == APO_LINK_CONTRADICTS && bottom - top > 4 * SIGN)
    {
      apo_palette_get_view (drawing->widget, &ground);
      draw_unequal (cr, &color, &ground, x,
                    CLAMP ((top + bottom) / 2, top + 2 * SIGN, bottom - 2 * SIGN));
    }
  cairo_destroy (cr);
}

static Tie *
find (ApoReaderTies *self,
      ApoClaimLink  *link)
{
  for (guint i = 0; i < self->ties->len; i++)
    if (g_array_index (self->ties, Tie, i).link == link)
      return &g_array_index (self->ties, Tie, i);

  return NULL;
}

/**
 * apo_reader_ties_new:
 *
 * Returns: (transfer full): the links of the first article's claims as they are now
 */
ApoReaderTies *
apo_reader_ties_new (ApoDossier *dossier)
{
  ApoReaderTies *self = g_new0 (ApoReaderTies, 1);
  GListModel *links = apo_dossier_get_items (dossier, APO_ITEM_LINK);

  self->dossier = g_object_ref (dossier);
  self->ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  g_array_set_clear_func (self->ties, tie_clear);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (ApoClaimLink) link = g_list_model_get_item (links, i);

      add_tie (self, link);
    }
  g_array_sort (self->ties, compare);
  for (guint i = 0; i < self->ties->len; i++)
    choose_lane (self, i);

  return self;
}

void
apo_reader_ties_free (ApoReaderTies *ties)
{
  g_array_unref (ties->ties);
  g_object_unref (ties->dossier);
  g_free (ties);
}

/**
 * apo_reader_ties_snapshot:
 * @visible: the part of the text that is on screen
 * @right: where the brackets end, in pixels of @widget; they are drawn to the left of it
 * @func: called for what is on screen only
 *
 * Draws the brackets that are, or pass, on screen; strong those of what is selected or pointed at.
 */
void
apo_reader_ties_snapshot (ApoReaderTies   *ties,
                          GtkWidget       *widget,
                          GtkSnapshot     *snapshot,
                          ApoFocus        *focus,
                          ApoSpan          visible,
                          double           right,
                          ApoReaderTieFunc func,
                          gpointer         user_data)
{
  Drawing drawing = { widget, snapshot, focus, visible, right, func, user_data };

  for (guint i = 0; i < ties->ties->len; i++)
    {
      Tie *tie = &g_array_index (ties->ties, Tie, i);

      if (tie->start < visible.end && tie->end >= visible.start)
        draw_tie (tie, &drawing);
      else
        tie->box = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
}

/**
 * apo_reader_ties_at:
 *
 * Returns: (transfer none) (nullable): the link whose line was drawn last at a point
 */
ApoClaimLink *
apo_reader_ties_at (ApoReaderTies *ties,
                    double         x,
                    double         y)
{
  for (guint i = 0; i < ties->ties->len; i++)
    {
      Tie *tie = &g_array_index (ties->ties, Tie, i);

      if (tie->box.size.width > 0
          && graphene_rect_contains_point (&tie->box, &GRAPHENE_POINT_INIT (x, y)))
        return tie->link;
    }

  return NULL;
}

/**
 * apo_reader_ties_get_other:
 *
 * Returns: (transfer none): the end of a link that is not selected; where it leads if neither is
 */
ApoClaim *
apo_reader_ties_get_other (ApoReaderTies *ties,
                           ApoClaimLink  *link,
                           ApoFocus      *focus)
{
  Tie *tie = find (ties, link);
  const char *selected = apo_focus_get_selected (focus);

  g_return_val_if_fail (tie != NULL, NULL);

  return g_strcmp0 (selected, apo_item_get_id (APO_ITEM (tie->to))) == 0 ? tie->from : tie->to;
}

/**
 * apo_reader_ties_dup_words:
 *
 * Returns: (transfer full): what a link says, and the words of the claim that a click leads to
 */
char *
apo_reader_ties_dup_words (ApoReaderTies *ties,
                           ApoClaimLink  *link,
                           ApoFocus      *focus)
{
  ApoClaim *other = apo_reader_ties_get_other (ties, link, focus);
  g_autofree char *text = apo_dossier_dup_item_text (ties->dossier, APO_ITEM (other));
  gboolean leads_here = g_str_equal (apo_claim_link_get_from (link),
                                     apo_item_get_id (APO_ITEM (other)));

  return g_strdup_printf ("%s · %s", apo_item_words_get_link (link, leads_here),
                          text);
}
