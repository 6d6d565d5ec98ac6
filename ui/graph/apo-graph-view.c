/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-view.h"

#include <glib/gi18n.h>

#include "apo-graph-sample.h"
#include "apo-maximize-button.h"

#define ZOOM_STEP 1.25

struct _ApoGraphView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  ApoGraphCanvas *canvas;
  GtkMenuButton *shelf_button;
  GtkFlowBox *shelf;

  ApoFocus *focus;
};

G_DEFINE_FINAL_TYPE (ApoGraphView, apo_graph_view, GTK_TYPE_WIDGET)

static void
chip_clicked_cb (ApoGraphView *self,
                 GtkButton    *chip)
{
  if (self->focus != NULL)
    apo_focus_select (self->focus, g_object_get_data (G_OBJECT (chip), "actor"));
  gtk_menu_button_popdown (self->shelf_button);
}

static void
add_chip (ApoGraphView *self,
          ApoActor     *actor)
{
  GtkWidget *chip = gtk_button_new_with_label (apo_actor_get_name (actor));

  gtk_widget_add_css_class (chip, "apo-chip");
  g_object_set_data_full (G_OBJECT (chip), "actor",
                          g_strdup (apo_item_get_id (APO_ITEM (actor))), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->shelf, chip);
}

static void
content_changed_cb (ApoGraphView *self)
{
  GPtrArray *alone = apo_graph_canvas_get_alone (self->canvas);
  gboolean empty = apo_graph_canvas_get_n_nodes (self->canvas) == 0;
  GtkFlowBoxChild *child;
  g_autofree char *label = NULL;

  while ((child = gtk_flow_box_get_child_at_index (self->shelf, 0)) != NULL)
    gtk_flow_box_remove (self->shelf, GTK_WIDGET (child));
  for (guint i = 0; i < alone->len; i++)
    add_chip (self, alone->pdata[i]);

  label = g_strdup_printf (ngettext ("%u without relations", "%u without relations", alone->len),
                           alone->len);
  gtk_menu_button_set_label (self->shelf_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_button), alone->len > 0);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "graph");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.zoom-in", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.zoom-out", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.fit", !empty);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  apo_graph_canvas_zoom (APO_GRAPH_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  apo_graph_canvas_zoom (APO_GRAPH_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  apo_graph_canvas_fit (APO_GRAPH_VIEW (widget)->canvas);
}

static gboolean
apo_graph_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (APO_GRAPH_VIEW (widget)->canvas));
}

static void
apo_graph_view_dispose (GObject *object)
{
  ApoGraphView *self = APO_GRAPH_VIEW (object);

  g_clear_object (&self->focus);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_graph_view_parent_class)->dispose (object);
}

static void
apo_graph_view_class_init (ApoGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_graph_view_dispose;
  widget_class->grab_focus = apo_graph_view_grab_focus;

  g_type_ensure (APO_TYPE_GRAPH_CANVAS);
  g_type_ensure (APO_TYPE_GRAPH_SAMPLE);
  g_type_ensure (APO_TYPE_MAXIMIZE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, box);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf_button);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf);
  gtk_widget_class_bind_template_callback (widget_class, content_changed_cb);

  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, fit_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "graphview");
}

static void
apo_graph_view_init (ApoGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  content_changed_cb (self);
}

GtkWidget *
apo_graph_view_new (void)
{
  return g_object_new (APO_TYPE_GRAPH_VIEW, NULL);
}

/**
 * apo_graph_view_set_context:
 * @dossier: (nullable): what to show, or %NULL for nothing
 * @history: (nullable): the history of @dossier
 * @focus: (nullable): the focus of all views on @dossier
 */
void
apo_graph_view_set_context (ApoGraphView *view,
                            ApoDossier   *dossier,
                            ApoHistory   *history,
                            ApoFocus     *focus)
{
  g_return_if_fail (APO_IS_GRAPH_VIEW (view));

  g_set_object (&view->focus, focus);
  apo_graph_canvas_set_context (view->canvas, dossier, history, focus);
}

/**
 * apo_graph_view_get_canvas:
 *
 * Returns: (transfer none): the picture
 */
ApoGraphCanvas *
apo_graph_view_get_canvas (ApoGraphView *view)
{
  return view->canvas;
}
