/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "apo-edit.h"
#include "apo-graph-canvas-private.h"
#include "apo-graph-node.h"

#define MIN_ZOOM 0.2
#define MAX_ZOOM 4.0

G_DEFINE_FINAL_TYPE (ApoGraphCanvas, apo_graph_canvas, GTK_TYPE_WIDGET)

enum {
  SIGNAL_CONTENT_CHANGED,
  SIGNAL_RELATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_spot (gpointer data)
{
  ApoGraphSpot *spot = data;

  g_clear_object (&spot->name);
}

static void
clear_strand (gpointer data)
{
  ApoGraphStrand *strand = data;

  g_clear_object (&strand->label);
}

static void
style_changed_cb (ApoGraphCanvas *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_queue_draw (APO_GRAPH_SPOT (self, i)->widget);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
apo_graph_canvas_system_setting_changed (GtkWidget       *widget,
                                         GtkSystemSetting setting)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);

  GTK_WIDGET_CLASS (apo_graph_canvas_parent_class)->system_setting_changed (widget, setting);
  for (guint i = 0; i < self->spots->len; i++)
    pango_layout_context_changed (APO_GRAPH_SPOT (self, i)->name);
  for (guint i = 0; i < self->strands->len; i++)
    pango_layout_context_changed (APO_GRAPH_STRAND (self, i)->label);
  gtk_widget_queue_allocate (widget);
}

static void
apo_graph_canvas_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 540 : 400;
}

static void
allocate_node (ApoGraphSpot *spot)
{
  GskTransform *transform;

  gtk_widget_set_child_visible (spot->widget, spot->placed);
  if (!spot->placed)
    return;

  transform =
    gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (spot->x - spot->size / 2.,
                                                         spot->y - spot->size / 2.));

  /* GTK wants to be asked for a size before one is given. */
  gtk_widget_measure (spot->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (spot->widget, spot->size, spot->size, -1, transform);
}

static void
apo_graph_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);
  gboolean resized = width != self->width || height != self->height;

  self->width = width;
  self->height = height;
  if (self->needs_arranging)
    apo_graph_canvas_arrange (self);
  if (self->fitted && resized)
    apo_graph_canvas_fit_view (self);

  apo_graph_canvas_measure_all (self);
  for (guint i = 0; i < self->spots->len; i++)
    allocate_node (APO_GRAPH_SPOT (self, i));

  gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_widget_queue_draw (widget);
}

static void
apo_graph_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                             gtk_widget_get_height (widget));
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  apo_graph_canvas_draw (self, cr);
  cairo_destroy (cr);
  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_snapshot_child (widget, APO_GRAPH_SPOT (self, i)->widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static gboolean
apo_graph_canvas_grab_focus (GtkWidget *widget)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);

  return self->spots->len > 0 && gtk_widget_grab_focus (APO_GRAPH_SPOT (self, 0)->widget);
}

static void
show_relation_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);
  int strand = apo_graph_canvas_find_strand (self, g_variant_get_string (parameter, NULL));

  if (strand >= 0)
    apo_graph_canvas_select_strand (self, strand);
}

static void
release_action_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);

  for (guint i = 0; i < self->spots->len; i++)
    if (g_str_equal (apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, i)->actor)),
                     g_variant_get_string (parameter, NULL)))
      {
        apo_graph_canvas_release_node (self, i);
        break;
      }
}

static void
relate_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);

  for (guint i = 0; i < self->spots->len; i++)
    if (g_str_equal (apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, i)->actor)),
                     g_variant_get_string (parameter, NULL)))
      {
        apo_graph_canvas_relate (self, i, -1);
        break;
      }
}

static void
apo_graph_canvas_dispose (GObject *object)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (object);

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  self->arrange_serial++;
  apo_graph_canvas_stop_dragging (self);
  g_array_set_size (self->spots, 0);
  g_array_set_size (self->strands, 0);
  /* An open popover that loses its parent is never freed. */
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_hash_table_remove_all (self->widgets);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_graph_canvas_parent_class)->dispose (object);
}

static void
apo_graph_canvas_finalize (GObject *object)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (object);

  apo_graph_content_free (self->content);
  g_array_unref (self->spots);
  g_array_unref (self->strands);
  g_hash_table_unref (self->widgets);
  g_hash_table_unref (self->places);

  G_OBJECT_CLASS (apo_graph_canvas_parent_class)->finalize (object);
}

static void
apo_graph_canvas_class_init (ApoGraphCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_graph_canvas_dispose;
  object_class->finalize = apo_graph_canvas_finalize;
  widget_class->measure = apo_graph_canvas_measure;
  widget_class->size_allocate = apo_graph_canvas_size_allocate;
  widget_class->snapshot = apo_graph_canvas_snapshot;
  widget_class->grab_focus = apo_graph_canvas_grab_focus;
  widget_class->system_setting_changed = apo_graph_canvas_system_setting_changed;

  signals[SIGNAL_CONTENT_CHANGED] =
    g_signal_new ("content-changed", APO_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "graph.show-relation", "s", show_relation_cb);
  signals[SIGNAL_RELATE] =
    g_signal_new ("relate", APO_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, GDK_TYPE_RECTANGLE);

  gtk_widget_class_install_action (widget_class, "graph.release", "s", release_action_cb);
  gtk_widget_class_install_action (widget_class, "graph.relate", "s", relate_cb);
  gtk_widget_class_set_css_name (widget_class, "graphcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_graph_canvas_init (ApoGraphCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->content = apo_graph_content_new (NULL, NULL, 0, NULL);
  self->spots = g_array_new (FALSE, FALSE, sizeof (ApoGraphSpot));
  self->strands = g_array_new (FALSE, FALSE, sizeof (ApoGraphStrand));
  g_array_set_clear_func (self->spots, clear_spot);
  g_array_set_clear_func (self->strands, clear_strand);
  self->widgets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) gtk_widget_unparent);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->zoom = 1;
  self->fitted = TRUE;
  self->drag_spot = self->drag_strand = -1;

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed", G_CALLBACK (apo_graph_canvas_queue_rebuild),
                                  self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "changed", G_CALLBACK (apo_graph_canvas_update_lights), self);
  g_signal_group_connect_swapped (self->focus_signals, "basis-changed",
                                  G_CALLBACK (apo_graph_canvas_rebuild), self);
  g_signal_group_connect_swapped (self->focus_signals, "selected", G_CALLBACK (apo_graph_canvas_show_selected),
                                  self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->popover = APO_GRAPH_POPOVER (apo_graph_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  apo_graph_canvas_add_gestures (self);
}

GtkWidget *
apo_graph_canvas_new (void)
{
  return g_object_new (APO_TYPE_GRAPH_CANVAS, NULL);
}

/**
 * apo_graph_canvas_set_context:
 * @dossier: (nullable): what to show
 * @history: (nullable): what changes it; without, nodes can be moved but not pinned
 * @focus: (nullable): what is lit
 */
void
apo_graph_canvas_set_context (ApoGraphCanvas *canvas,
                              ApoDossier     *dossier,
                              ApoHistory     *history,
                              ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_GRAPH_CANVAS (canvas));

  apo_graph_popover_set_context (canvas->popover, dossier, history, focus);
  g_set_object (&canvas->dossier, dossier);
  g_set_object (&canvas->history, history);
  g_set_object (&canvas->focus, focus);
  g_signal_group_set_target (canvas->dossier_signals, dossier);
  g_signal_group_set_target (canvas->focus_signals, focus);

  g_array_set_size (canvas->spots, 0);
  apo_graph_canvas_restore_places (canvas);
  canvas->needs_arranging = TRUE;
  canvas->arrange_serial++;
  apo_graph_canvas_rebuild (canvas);
  if (canvas->fitted && canvas->width > 0)
    apo_graph_canvas_fit_view (canvas);
}

guint
apo_graph_canvas_get_n_nodes (ApoGraphCanvas *canvas)
{
  return canvas->spots->len;
}

guint
apo_graph_canvas_get_n_edges (ApoGraphCanvas *canvas)
{
  return canvas->strands->len;
}

/**
 * apo_graph_canvas_get_alone:
 *
 * Returns: (transfer none) (element-type ApoActor): the actors without relations
 */
GPtrArray *
apo_graph_canvas_get_alone (ApoGraphCanvas *canvas)
{
  return canvas->content->alone;
}

/**
 * apo_graph_canvas_count_actors:
 *
 * Returns: how many actors have relations, also those that are left out
 */
guint
apo_graph_canvas_count_actors (ApoGraphCanvas *canvas)
{
  return canvas->content->n_actors;
}

/**
 * apo_graph_canvas_set_all:
 * @all: whether to draw all actors, not only those that are mentioned most
 */
void
apo_graph_canvas_set_all (ApoGraphCanvas *canvas,
                          gboolean        all)
{
  if (canvas->all == all)
    return;

  canvas->all = all;
  apo_graph_canvas_rebuild (canvas);
}

gboolean
apo_graph_canvas_is_all (ApoGraphCanvas *canvas)
{
  return canvas->all;
}

/**
 * apo_graph_canvas_list_relations:
 *
 * Returns: (transfer full) (element-type ApoRelation): all there are, in the order of the edges, also
 *   those of actors that are left out
 */
GPtrArray *
apo_graph_canvas_list_relations (ApoGraphCanvas *canvas)
{
  return g_ptr_array_ref (canvas->content->relations);
}

/**
 * apo_graph_canvas_get_node:
 * @actor: an id
 *
 * Returns: (transfer none) (nullable): the node of an actor
 */
GtkWidget *
apo_graph_canvas_get_node (ApoGraphCanvas *canvas,
                           const char     *actor)
{
  return g_hash_table_lookup (canvas->widgets, actor);
}

/**
 * apo_graph_canvas_get_position:
 * @actor: an id
 * @x: (out): where it is in the picture, pixels at zoom 1
 *
 * Returns: whether the actor is shown
 */
gboolean
apo_graph_canvas_get_position (ApoGraphCanvas *canvas,
                               const char     *actor,
                               double         *x,
                               double         *y)
{
  for (guint i = 0; i < canvas->spots->len; i++)
    if (g_str_equal (apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (canvas, i)->actor)), actor))
      {
        *x = APO_GRAPH_SPOT (canvas, i)->goal.x;
        *y = APO_GRAPH_SPOT (canvas, i)->goal.y;
        return TRUE;
      }

  return FALSE;
}

/**
 * apo_graph_canvas_get_label_area:
 * @relation: an id
 * @area: (out): of the label of its edge, on the canvas
 *
 * Returns: whether the relation is shown and there was room for its label
 */
gboolean
apo_graph_canvas_get_label_area (ApoGraphCanvas *canvas,
                                 const char     *relation,
                                 GdkRectangle   *area)
{
  int strand = apo_graph_canvas_find_strand (canvas, relation);
  const ApoGraphBox *pill;

  if (strand < 0 || !APO_GRAPH_STRAND (canvas, strand)->pill_shown)
    return FALSE;

  pill = &APO_GRAPH_STRAND (canvas, strand)->pill;
  *area = (GdkRectangle) { pill->x, pill->y, ceil (pill->width), ceil (pill->height) };

  return TRUE;
}

/**
 * apo_graph_canvas_get_standing:
 * @relation: an id
 * @standing: (out): as which its edge is drawn
 *
 * Returns: whether the relation is shown
 */
gboolean
apo_graph_canvas_get_standing (ApoGraphCanvas *canvas,
                               const char     *relation,
                               ApoStanding    *standing)
{
  int strand = apo_graph_canvas_find_strand (canvas, relation);

  if (strand >= 0)
    *standing = APO_GRAPH_TIE (canvas, strand)->standing;

  return strand >= 0;
}

/* Selects the first relation of an edge and shows its passages. */
void
apo_graph_canvas_select_strand (ApoGraphCanvas *self,
                                guint           strand)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, strand);
  const ApoGraphCurve *curve = &APO_GRAPH_STRAND (self, strand)->curve;
  const ApoGraphBox *pill = &APO_GRAPH_STRAND (self, strand)->pill;
  GdkRectangle area = { pill->x, pill->y, ceil (pill->width), ceil (pill->height) };
  g_autoptr (GPtrArray) relations = g_ptr_array_ref (tie->relations);

  if (!APO_GRAPH_STRAND (self, strand)->pill_shown)
    {
      double x, y;

      apo_graph_curve_get_point (curve, (curve->start + curve->end) / 2, &x, &y);
      area = (GdkRectangle) { x, y, 1, 1 };
    }
  if (self->focus != NULL)
    apo_focus_select (self->focus, apo_item_get_id (relations->pdata[0]));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  apo_graph_popover_show (self->popover, relations);
}

/* Asks for a relation from one actor to another, or to one to be chosen where @to is -1. */
void
apo_graph_canvas_relate (ApoGraphCanvas *self,
                         guint           from,
                         int             to)
{
  const ApoGraphBox *sign = &APO_GRAPH_SPOT (self, to >= 0 ? (guint) to : from)->sign;
  GdkRectangle area = { sign->x, sign->y, ceil (sign->width), ceil (sign->height) };

  if (self->history != NULL)
    g_signal_emit (self, signals[SIGNAL_RELATE], 0,
                   apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, from)->actor)),
                   to >= 0 ? apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, to)->actor)) : NULL,
                   &area);
}

/* Multiplies the zoom so that the picture under (@x, @y) stays there. */
void
apo_graph_canvas_zoom_at (ApoGraphCanvas *self,
                          double          factor,
                          double          x,
                          double          y)
{
  double zoom = CLAMP (self->zoom * factor, MIN_ZOOM, MAX_ZOOM);

  factor = zoom / self->zoom;
  x -= self->width / 2.;
  y -= self->height / 2.;
  self->pan_x = x + (self->pan_x - x) * factor;
  self->pan_y = y + (self->pan_y - y) * factor;
  self->zoom = zoom;
  self->fitted = FALSE;
  apo_graph_canvas_store_view (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Frees a node that was put by hand: it stays where it is, but no longer has to. */
void
apo_graph_canvas_release_node (ApoGraphCanvas *self,
                               guint           spot)
{
  g_autoptr (ApoActor) actor = g_object_ref (APO_GRAPH_ACTOR (self, spot)->actor);

  apo_graph_canvas_keep_place (self, spot);
  apo_graph_canvas_store_places (self);
  if (self->history != NULL && (apo_actor_is_pinned (actor)
                                || !apo_item_is_default (APO_ITEM (actor),
                                                         APO_ACTOR_FIELD_POSITION)))
    apo_edit_release_actor (self->history, actor);
}

/**
 * apo_graph_canvas_zoom:
 * @factor: above 1 to see it larger
 *
 * Zooms around the middle.
 */
void
apo_graph_canvas_zoom (ApoGraphCanvas *canvas,
                       double          factor)
{
  apo_graph_canvas_zoom_at (canvas, factor, canvas->width / 2., canvas->height / 2.);
}

/**
 * apo_graph_canvas_fit:
 *
 * Shows the whole picture, and goes on doing so when the size changes.
 */
void
apo_graph_canvas_fit (ApoGraphCanvas *canvas)
{
  canvas->fitted = TRUE;
  apo_graph_canvas_fit_view (canvas);
  apo_graph_canvas_store_view (canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}
