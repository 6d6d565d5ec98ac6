/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-crossfade.h"

#include <adwaita.h>

#define DURATION_MS 220

struct _ApoCrossfade {
  GtkWidget parent_instance;

  GtkWidget *child;             /* (nullable) */
  GdkPaintable *before;         /* (nullable) what fades away */
  AdwAnimation *animation;
  double progress;
};

G_DEFINE_FINAL_TYPE (ApoCrossfade, apo_crossfade, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
step_cb (double   progress,
         gpointer user_data)
{
  ApoCrossfade *self = user_data;

  self->progress = progress;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
done_cb (ApoCrossfade *self)
{
  g_clear_object (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
apo_crossfade_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  ApoCrossfade *self = APO_CROSSFADE (widget);

  if (self->child != NULL)
    gtk_widget_snapshot_child (widget, self->child, snapshot);

  if (self->before == NULL)
    return;

  gtk_snapshot_push_opacity (snapshot, 1 - self->progress);
  gdk_paintable_snapshot (self->before, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  gtk_snapshot_pop (snapshot);
}

/* A picture of another size would stretch. */
static void
apo_crossfade_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ApoCrossfade *self = APO_CROSSFADE (widget);

  if (self->before != NULL && (gdk_paintable_get_intrinsic_width (self->before) != width
                               || gdk_paintable_get_intrinsic_height (self->before) != height))
    adw_animation_skip (self->animation);
  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
apo_crossfade_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  ApoCrossfade *self = APO_CROSSFADE (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
}

static GtkSizeRequestMode
apo_crossfade_get_request_mode (GtkWidget *widget)
{
  ApoCrossfade *self = APO_CROSSFADE (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child)
                             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
set_child (ApoCrossfade *self,
           GtkWidget    *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
apo_crossfade_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, APO_CROSSFADE (object)->child);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
apo_crossfade_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (APO_CROSSFADE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
apo_crossfade_dispose (GObject *object)
{
  ApoCrossfade *self = APO_CROSSFADE (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_object (&self->before);
  set_child (self, NULL);

  G_OBJECT_CLASS (apo_crossfade_parent_class)->dispose (object);
}

static void
apo_crossfade_class_init (ApoCrossfadeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_crossfade_get_property;
  object_class->set_property = apo_crossfade_set_property;
  object_class->dispose = apo_crossfade_dispose;
  widget_class->snapshot = apo_crossfade_snapshot;
  widget_class->size_allocate = apo_crossfade_size_allocate;
  widget_class->measure = apo_crossfade_measure;
  widget_class->get_request_mode = apo_crossfade_get_request_mode;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
apo_crossfade_init (ApoCrossfade *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (step_cb, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION_MS, target);
  g_signal_connect_swapped (self->animation, "done", G_CALLBACK (done_cb), self);
}

/**
 * apo_crossfade_start:
 *
 * To be called before the child changes its look.  Without animations, as the desktop's settings
 * may have it, nothing fades.
 */
void
apo_crossfade_start (ApoCrossfade *crossfade)
{
  g_autoptr (GdkPaintable) live = NULL;

  g_return_if_fail (APO_IS_CROSSFADE (crossfade));

  if (crossfade->child == NULL || !gtk_widget_get_mapped (crossfade->child)
      || !adw_get_enable_animations (GTK_WIDGET (crossfade)))
    return;

  live = gtk_widget_paintable_new (crossfade->child);
  g_clear_object (&crossfade->before);
  crossfade->before = gdk_paintable_get_current_image (live);
  crossfade->progress = 0;
  adw_animation_play (crossfade->animation);
}

gboolean
apo_crossfade_is_running (ApoCrossfade *crossfade)
{
  g_return_val_if_fail (APO_IS_CROSSFADE (crossfade), FALSE);

  return crossfade->before != NULL;
}
