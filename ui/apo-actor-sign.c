/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-sign.h"

#include "apo-mark.h"
#include "apo-palette.h"

#define DEFAULT_SIZE 28

/* The widest shape is a little wider than its radius says, and has a ring around it. */
#define SHAPE_SCALE 1.15
#define RING 1.

#define TEXT_SCALE .34

struct _ApoActorSign {
  GtkWidget parent_instance;

  ApoActorKind kind;
  int rank;
  char *initials;
  int pixel_size;
  PangoLayout *layout;          /* (nullable) of the initials, made at need */
};

G_DEFINE_FINAL_TYPE (ApoActorSign, apo_actor_sign, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_KIND,
  PROP_RANK,
  PROP_INITIALS,
  PROP_PIXEL_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
drop_layout (ApoActorSign *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ensure_layout (ApoActorSign *self)
{
  PangoFontDescription *font;

  if (self->layout != NULL)
    return;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->initials);
  font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (self->layout)));
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, TEXT_SCALE * self->pixel_size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static void
snapshot_initials (ApoActorSign *self,
                   GtkSnapshot  *snapshot,
                   double        x,
                   double        y)
{
  PangoRectangle extents;
  GdkRGBA ink;

  ensure_layout (self);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  apo_palette_get_ink (GTK_WIDGET (self), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - extents.width / 2.,
                                                          y - extents.height / 2.));
  gtk_snapshot_append_layout (snapshot, self->layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
apo_actor_sign_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  ApoActorSign *self = APO_ACTOR_SIGN (widget);
  double x = gtk_widget_get_width (widget) / 2.;
  double y = gtk_widget_get_height (widget) / 2.;
  double half = self->pixel_size / 2.;
  GdkRGBA color;
  GdkRGBA view;
  cairo_t *cr;

  apo_palette_get_actor (widget, self->rank, &color);
  apo_palette_get_view (widget, &view);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - half - 1, y - half - 1,
                                                                 self->pixel_size + 2,
                                                                 self->pixel_size + 2));
  apo_mark_draw_actor (cr, self->kind, &color, &view, x, y, half / SHAPE_SCALE - RING);
  cairo_destroy (cr);
  snapshot_initials (self, snapshot, x, y);
}

static void
apo_actor_sign_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = APO_ACTOR_SIGN (widget)->pixel_size;
}

static void
apo_actor_sign_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (apo_actor_sign_parent_class)->css_changed (widget, change);

  drop_layout (APO_ACTOR_SIGN (widget));
}

static void
set_kind (ApoActorSign *self,
          ApoActorKind  kind)
{
  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  apo_actor_kind_get_label (kind), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
apo_actor_sign_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ApoActorSign *self = APO_ACTOR_SIGN (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_RANK:
      g_value_set_int (value, self->rank);
      break;
    case PROP_INITIALS:
      g_value_set_string (value, self->initials);
      break;
    case PROP_PIXEL_SIZE:
      g_value_set_int (value, self->pixel_size);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_actor_sign_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ApoActorSign *self = APO_ACTOR_SIGN (object);

  switch (prop_id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_enum (value));
      break;
    case PROP_RANK:
      self->rank = g_value_get_int (value);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case PROP_INITIALS:
      g_free (self->initials);
      self->initials = g_value_dup_string (value);
      drop_layout (self);
      break;
    case PROP_PIXEL_SIZE:
      self->pixel_size = g_value_get_int (value);
      drop_layout (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_actor_sign_finalize (GObject *object)
{
  ApoActorSign *self = APO_ACTOR_SIGN (object);

  g_clear_object (&self->layout);
  g_free (self->initials);

  G_OBJECT_CLASS (apo_actor_sign_parent_class)->finalize (object);
}

static void
apo_actor_sign_class_init (ApoActorSignClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_actor_sign_get_property;
  object_class->set_property = apo_actor_sign_set_property;
  object_class->finalize = apo_actor_sign_finalize;
  widget_class->measure = apo_actor_sign_measure;
  widget_class->snapshot = apo_actor_sign_snapshot;
  widget_class->css_changed = apo_actor_sign_css_changed;

  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, APO_TYPE_ACTOR_KIND, APO_ACTOR_PERSON,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_RANK] =
    g_param_spec_int ("rank", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_INITIALS] =
    g_param_spec_string ("initials", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PIXEL_SIZE] =
    g_param_spec_int ("pixel-size", NULL, NULL, 12, 128, DEFAULT_SIZE,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "actorsign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
apo_actor_sign_init (ApoActorSign *self)
{
  self->pixel_size = DEFAULT_SIZE;
  self->rank = -1;
  set_kind (self, APO_ACTOR_PERSON);
}

GtkWidget *
apo_actor_sign_new (void)
{
  return g_object_new (APO_TYPE_ACTOR_SIGN, NULL);
}

/**
 * apo_actor_sign_set_actor:
 * @rank: as of apo_dossier_get_actor_rank()
 *
 * Takes kind and initials from @actor as they are now.
 */
void
apo_actor_sign_set_actor (ApoActorSign *sign,
                          ApoActor     *actor,
                          int           rank)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (APO_IS_ACTOR_SIGN (sign));

  initials = apo_actor_dup_initials (actor);
  g_object_set (sign, "kind", apo_actor_get_kind (actor), "rank", rank, "initials", initials,
                NULL);
}
