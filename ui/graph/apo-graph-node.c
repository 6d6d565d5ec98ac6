/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-node.h"

#include <glib/gi18n.h>
#include <math.h>

#include "apo-mark.h"
#include "apo-palette.h"
#include "apo-tooltip.h"

/* How many initials are made ready in a frame. */
#define MAX_SHAPED 16

#define MARGIN 12               /* around the sign, for halo, focus and pin */
#define HALO 5
#define DIM 0.88

struct _ApoGraphNode {
  GtkWidget parent_instance;

  ApoActor *actor;
  PangoLayout *initials;
  char *label;
  int rank;
  double radius;
  ApoLight light;
  gboolean dim;
};

G_DEFINE_FINAL_TYPE (ApoGraphNode, apo_graph_node, GTK_TYPE_WIDGET)

enum {
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A ring in the shape of the actor: the sign in the colour of the light, covered by itself. */
static void
draw_halo (ApoGraphNode  *self,
           cairo_t       *cr,
           const GdkRGBA *background,
           double         middle)
{
  GdkRGBA accent;

  apo_palette_get_accent (GTK_WIDGET (self), &accent);
  if (self->light == APO_LIGHT_HOVERED || self->light == APO_LIGHT_HOVER_RELATED)
    accent.alpha *= 0.6;
  cairo_push_group (cr);
  apo_mark_draw_actor (cr, apo_actor_get_kind (self->actor), &accent, background, middle, middle,
                       self->radius + HALO);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, self->light == APO_LIGHT_RELATED
                              || self->light == APO_LIGHT_HOVER_RELATED ? 0.45 : 1);
}

static gboolean
queue_draw_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);

  return G_SOURCE_REMOVE;
}

/* Whether there is time for it in the frame that is drawn; else there is in the next. */
static gboolean
may_shape (ApoGraphNode *self)
{
  static gint64 frame = -1;
  static guint n_shaped;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 now = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

  if (now == -1)
    return TRUE;
  if (now != frame)
    n_shaped = 0;
  frame = now;
  if (n_shaped++ < MAX_SHAPED)
    return TRUE;

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, queue_draw_cb, g_object_ref (self), g_object_unref);

  return FALSE;
}

/* The layout is made anew only for another font or size: glyphs are dear where there are many
 * actors. */
static gboolean
shape_initials (ApoGraphNode   *self,
                PangoRectangle *ink)
{
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  const PangoFontDescription *old = pango_layout_get_font_description (self->initials);

  pango_font_description_set_absolute_size (font, MAX (8.5, self->radius * 0.62) * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (old == NULL || !pango_font_description_equal (old, font))
    {
      if (!may_shape (self))
        {
          pango_font_description_free (font);
          return FALSE;
        }
      pango_layout_set_font_description (self->initials, font);
    }
  pango_font_description_free (font);
  pango_layout_get_pixel_extents (self->initials, ink, NULL);

  return TRUE;
}

static void
draw_initials (ApoGraphNode *self,
               cairo_t      *cr,
               double        middle)
{
  PangoRectangle ink;
  GdkRGBA color;

  if (!shape_initials (self, &ink))
    return;

  apo_palette_get_ink (GTK_WIDGET (self), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, middle - ink.width / 2. - ink.x,
                 middle - ink.height / 2. - ink.y
                 - (apo_actor_get_kind (self->actor) == APO_ACTOR_MEDIA ? self->radius * 0.1 : 0));
  pango_cairo_show_layout (cr, self->initials);
}

static void
draw_pin (ApoGraphNode *self,
          cairo_t      *cr,
          double        middle)
{
  GdkRGBA color;

  apo_palette_get_ink (GTK_WIDGET (self), &color);
  cairo_save (cr);
  cairo_translate (cr, middle + self->radius * 0.8, middle - self->radius * 0.8 - 6);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * 0.7);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, 1, 0);
  cairo_line_to (cr, 7, 0);
  cairo_move_to (cr, 2.2, 0);
  cairo_line_to (cr, 2.2, 3.4);
  cairo_line_to (cr, 0.6, 5.6);
  cairo_line_to (cr, 7.4, 5.6);
  cairo_line_to (cr, 5.8, 3.4);
  cairo_line_to (cr, 5.8, 0);
  cairo_move_to (cr, 4, 5.6);
  cairo_line_to (cr, 4, 9);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_focus (ApoGraphNode *self,
            cairo_t      *cr,
            double        middle)
{
  GdkRGBA accent;

  apo_palette_get_accent (GTK_WIDGET (self), &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, middle, middle, self->radius + HALO + 2, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
apo_graph_node_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  ApoGraphNode *self = APO_GRAPH_NODE (widget);
  int size = gtk_widget_get_width (widget);
  double middle = size / 2.;
  GdkRGBA background, color;
  cairo_t *cr;

  apo_palette_get_view (widget, &background);
  apo_palette_get_actor (widget, self->rank, &color);
  if (self->dim && !apo_palette_is_high_contrast (widget))
    gtk_snapshot_push_opacity (snapshot, DIM);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));
  if (self->light != APO_LIGHT_CALM)
    draw_halo (self, cr, &background, middle);
  apo_mark_draw_actor (cr, apo_actor_get_kind (self->actor), &color, &background, middle, middle,
                       self->radius);
  draw_initials (self, cr, middle);
  if (apo_actor_is_pinned (self->actor))
    draw_pin (self, cr, middle);
  if (gtk_widget_has_visible_focus (widget))
    draw_focus (self, cr, middle);
  cairo_destroy (cr);

  if (self->dim && !apo_palette_is_high_contrast (widget))
    gtk_snapshot_pop (snapshot);
}

static gboolean
apo_graph_node_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  ApoGraphNode *self = APO_GRAPH_NODE (widget);
  double middle = gtk_widget_get_width (widget) / 2.;

  return hypot (x - middle, y - middle) <= self->radius + HALO;
}

static void
apo_graph_node_dispose (GObject *object)
{
  ApoGraphNode *self = APO_GRAPH_NODE (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->initials);

  G_OBJECT_CLASS (apo_graph_node_parent_class)->dispose (object);
}

static void
apo_graph_node_finalize (GObject *object)
{
  ApoGraphNode *self = APO_GRAPH_NODE (object);

  g_free (self->label);

  G_OBJECT_CLASS (apo_graph_node_parent_class)->finalize (object);
}

static void
apo_graph_node_class_init (ApoGraphNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_graph_node_dispose;
  object_class->finalize = apo_graph_node_finalize;
  widget_class->snapshot = apo_graph_node_snapshot;
  widget_class->contains = apo_graph_node_contains;

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", APO_TYPE_GRAPH_NODE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);

  gtk_widget_class_set_css_name (widget_class, "graphnode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
apo_graph_node_init (ApoGraphNode *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->rank = -1;
  self->radius = 16;
}

GtkWidget *
apo_graph_node_new (ApoActor *actor)
{
  ApoGraphNode *self = g_object_new (APO_TYPE_GRAPH_NODE, NULL);

  self->actor = g_object_ref (actor);
  self->initials = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  return GTK_WIDGET (self);
}

ApoActor *
apo_graph_node_get_actor (ApoGraphNode *node)
{
  return node->actor;
}

/**
 * apo_graph_node_get_id:
 *
 * Returns: the id of the actor
 */
const char *
apo_graph_node_get_id (ApoGraphNode *node)
{
  return apo_item_get_id (APO_ITEM (node->actor));
}

/**
 * apo_graph_node_get_label:
 *
 * Returns: (nullable): what screen readers say
 */
const char *
apo_graph_node_get_label (ApoGraphNode *node)
{
  return node->label;
}

/**
 * apo_graph_node_describe:
 * @rank: of the actor, for its colour
 * @n_ties: how many edges end at it
 *
 * Takes over what may have changed about the actor.
 */
void
apo_graph_node_describe (ApoGraphNode *node,
                         int           rank,
                         guint         n_ties)
{
  g_autofree char *initials = apo_actor_dup_initials (node->actor);
  g_autofree char *ties = g_strdup_printf (ngettext ("%u relation", "%u relations", n_ties),
                                           n_ties);

  node->rank = rank;
  if (!g_str_equal (pango_layout_get_text (node->initials), initials))
    pango_layout_set_text (node->initials, initials, -1);
  g_free (node->label);
  /* Translators: name, kind and number of relations of an actor, for screen readers */
  node->label = g_strdup_printf (_("%s, %s, %s"), apo_actor_get_name (node->actor),
                                 apo_actor_kind_get_label (apo_actor_get_kind (node->actor)), ties);
  gtk_accessible_update_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  node->label, -1);
  apo_tooltip_set (GTK_WIDGET (node), node->label);
  gtk_widget_queue_draw (GTK_WIDGET (node));
}

/**
 * apo_graph_node_set_radius:
 * @radius: of the sign, pixels
 *
 * Belongs into the allocation of the graph: the node is to be allocated afterwards.
 *
 * Returns: the width and height that it needs
 */
int
apo_graph_node_set_radius (ApoGraphNode *node,
                           double        radius)
{
  if (node->radius != radius)
    {
      node->radius = radius;
      gtk_widget_queue_draw (GTK_WIDGET (node));
    }

  return 2 * (ceil (radius) + MARGIN);
}

/**
 * apo_graph_node_set_light:
 * @dim: whether something else is lit
 */
void
apo_graph_node_set_light (ApoGraphNode *node,
                          ApoLight      light,
                          gboolean      dim)
{
  if (node->light == light && node->dim == dim)
    return;

  node->light = light;
  node->dim = dim;
  gtk_accessible_update_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_PRESSED,
                               light == APO_LIGHT_SELECTED ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                           : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (node));
}
