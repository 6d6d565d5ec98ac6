/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-cluster.h"

#include <glib/gi18n.h>

#include "apo-palette.h"
#include "apo-timeline-drawing.h"
#include "apo-tooltip.h"

#define LABEL_SCALE 0.8
#define HEIGHT 22.0

struct _ApoTimelineCluster {
  GtkWidget parent_instance;

  guint count;
};

G_DEFINE_FINAL_TYPE (ApoTimelineCluster, apo_timeline_cluster, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (ApoTimelineCluster *self)
{
  g_autofree char *text = g_strdup_printf ("%u", self->count);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
apo_timeline_cluster_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = create_layout (APO_TIMELINE_CLUSTER (widget));
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  gboolean lit = gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA ink;
  GdkRGBA accent;
  int text_width;
  int text_height;

  apo_palette_get_ink (widget, &ink);
  apo_palette_get_accent (widget, &accent);
  apo_timeline_draw_halo (cr, &ink, lit ? 0.2 : 0.12, 0, (height - HEIGHT) / 2, width, HEIGHT);
  if (gtk_widget_has_visible_focus (widget))
    {
      gdk_cairo_set_source_rgba (cr, &accent);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, 1, 2, width - 2, height - 4);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - text_width) / 2,
                                                          (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
released_cb (ApoTimelineCluster *self,
             int                 n_press,
             double              x,
             double              y,
             GtkGesture         *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
apo_timeline_cluster_class_init (ApoTimelineClusterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint activate;

  widget_class->snapshot = apo_timeline_cluster_snapshot;

  activate = g_signal_new ("activate", APO_TYPE_TIMELINE_CLUSTER,
                           G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL,
                           G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "timelinecluster");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
apo_timeline_cluster_init (ApoTimelineCluster *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
apo_timeline_cluster_new (void)
{
  return g_object_new (APO_TYPE_TIMELINE_CLUSTER, NULL);
}

void
apo_timeline_cluster_set_count (ApoTimelineCluster *self,
                                guint               count)
{
  g_autofree char *label = NULL;

  if (self->count == count)
    return;

  self->count = count;
  label = g_strdup_printf (ngettext ("%u event close together", "%u events close together", count),
                           count);
  apo_tooltip_set (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
