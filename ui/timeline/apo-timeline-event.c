/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-event.h"

#include <glib/gi18n.h>
#include <math.h>

#include "apo-dating.h"
#include "apo-mark.h"
#include "apo-palette.h"
#include "apo-timeline-content.h"
#include "apo-timeline-dates.h"
#include "apo-timeline-drawing.h"
#include "apo-timeline-move.h"
#include "apo-tooltip.h"

#define LABEL_SCALE 0.86
#define LABEL_CHARS 32
#define LABEL_GAP 6.0
#define INSIDE_PADDING 8.0
#define ARROW_ROOM 12.0
#define SIGN_SIZE 14.0
#define BAR_HEIGHT 14.0
#define BAR_HEIGHT_INSIDE 18.0
#define SOFTEST 24.0
#define HALO 5.0
#define CALM_OPACITY 0.82
#define GROUND_OPACITY 0.65
#define DRAG_SHARE 0.5          /* of what is in sight: a longer bar is only moved once it is selected */

struct _ApoTimelineEvent {
  GtkWidget parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoEvent *event;

  PangoLayout *layout;
  double text_width;            /* in bold, so that a selection moves nothing */
  double full_width;            /* the same before it is ellipsized */
  char *description;
  ApoStanding standing;
  ApoVerdict verdict;
  int rank;
  ApoTimelineGeometry geometry;
  gboolean dragging;
  double drag_x;                /* how far it was dragged, in pixels */
  int drag_steps;               /* and what that makes in steps of its precision */
};

G_DEFINE_FINAL_TYPE (ApoTimelineEvent, apo_timeline_event, GTK_TYPE_WIDGET)

static ApoLight
get_light (ApoTimelineEvent *self)
{
  return apo_focus_get_light (self->focus, apo_item_get_id (APO_ITEM (self->event)));
}

/* The date that it would have where it was dragged to. */
static char *
dup_dragged_date (ApoTimelineEvent *self)
{
  ApoPrecision precision = apo_event_get_precision (self->event);

  return apo_timeline_format_interval (apo_dating_step (apo_event_get_interval (self->event),
                                                        precision, self->drag_steps), precision);
}

static PangoLayout *
ensure_layout (ApoTimelineEvent *self)
{
  g_autofree char *name = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoFontMetrics *metrics;
  int width;
  int full_width;

  if (self->layout != NULL)
    return self->layout;

  if (self->dragging)
    name = dup_dragged_date (self);
  else
    name = apo_timeline_content_dup_name (self->dossier, self->event);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                       NULL, NULL);
  width = pango_font_metrics_get_approximate_char_width (metrics) * LABEL_SCALE * LABEL_CHARS;
  pango_font_metrics_unref (metrics);

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (self->layout, &full_width, NULL);
  pango_layout_set_width (self->layout, width);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  self->text_width = width + 1;
  self->full_width = full_width + 1;

  return self->layout;
}

static void
get_ink (ApoTimelineEvent *self,
         ApoTimelineInk   *ink)
{
  GtkWidget *widget = GTK_WIDGET (self);

  apo_palette_get_actor (widget, self->rank, &ink->color);
  apo_palette_get_view (widget, &ink->ground);
  apo_palette_get_verdict (widget, APO_VERDICT_GROUP_DISPUTED, &ink->disputed);
  ink->standing = self->standing;
  ink->extra = apo_palette_is_high_contrast (widget) ? 0.5 : 0;
}

/* Beyond the border, or for ever. */
static gboolean
goes_on_before (ApoTimelineEvent *self)
{
  return self->geometry.mark_start < self->geometry.visible_start
         && self->geometry.mark_end > self->geometry.visible_start + ARROW_ROOM;
}

static gboolean
goes_on_after (ApoTimelineEvent *self)
{
  return self->geometry.mark_end > self->geometry.visible_end
         && self->geometry.mark_start < self->geometry.visible_end - ARROW_ROOM;
}

static void
get_bar (ApoTimelineEvent *self,
         ApoTimelineBar   *bar)
{
  const ApoTimelineGeometry *geometry = &self->geometry;
  ApoInterval interval = apo_event_get_interval (self->event);
  double width = geometry->mark_end - geometry->mark_start;
  double soft = apo_event_get_precision (self->event) == APO_PRECISION_DAY
                  ? 0 : MIN (SOFTEST, width * 0.35);

  bar->start = geometry->mark_start;
  bar->end = geometry->mark_end;
  bar->height = geometry->side == APO_LABEL_INSIDE ? BAR_HEIGHT_INSIDE : BAR_HEIGHT;
  bar->soft_start = soft;
  bar->soft_end = soft;
  bar->open_start = NAN;
  bar->open_end = NAN;

  if (interval.earliest == APO_DAY_NONE)
    bar->soft_start = SOFTEST;
  if (interval.latest == APO_DAY_NONE)
    bar->soft_end = SOFTEST;
  if (goes_on_before (self))
    bar->open_start = geometry->visible_start + INSIDE_PADDING;
  if (goes_on_after (self))
    bar->open_end = geometry->visible_end - INSIDE_PADDING;
  if (bar->soft_start + bar->soft_end > width)
    bar->soft_start = bar->soft_end = width / 2;
}

/* Where text and sign go; no room gives no width. */
static void
place_text (ApoTimelineEvent *self,
            double           *x,
            double           *width)
{
  const ApoTimelineGeometry *geometry = &self->geometry;
  double sign = self->verdict != APO_VERDICT_NONE ? SIGN_SIZE + LABEL_GAP : 0;
  double end;

  *width = self->text_width;

  switch (geometry->side)
    {
    case APO_LABEL_LEFT:
      *x = geometry->mark_start - LABEL_GAP - self->text_width;
      break;

    case APO_LABEL_INSIDE:
      *x = MAX (geometry->mark_start, geometry->visible_start) + INSIDE_PADDING;
      if (goes_on_before (self))
        *x += ARROW_ROOM;
      end = MIN (geometry->mark_end, geometry->visible_end) - INSIDE_PADDING - sign;
      if (goes_on_after (self))
        end -= ARROW_ROOM;
      *width = MAX (MIN (self->full_width, end - *x), 0);
      break;

    case APO_LABEL_RIGHT:
    default:
      *x = geometry->mark_end + LABEL_GAP;
      break;
    }
}

/* So that the lines of the scale do not run through the words. */
static void
snapshot_ground (ApoTimelineEvent *self,
                 GtkSnapshot      *snapshot,
                 double            x,
                 double            width,
                 double            height)
{
  GdkRGBA ground;
  GskRoundedRect outline;

  apo_palette_get_view (GTK_WIDGET (self), &ground);
  ground.alpha *= GROUND_OPACITY;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (x - 2,
                                                        (gtk_widget_get_height (GTK_WIDGET (self))
                                                         - height) / 2,
                                                        width + 4, height),
                                   height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_label (ApoTimelineEvent *self,
                GtkSnapshot      *snapshot,
                ApoLight          light)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (ensure_layout (self));
  gboolean bold = light >= APO_LIGHT_HOVERED;
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  GdkRGBA ink;
  double x;
  double width;
  double sign_x;
  int text_width;
  int text_height;
  PangoRectangle logical;

  if (!bold)
    pango_attr_list_change (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  place_text (self, &x, &width);
  if (width < SIGN_SIZE)
    return;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (self->geometry.side == APO_LABEL_LEFT)
    x += width - text_width;
  sign_x = self->geometry.side == APO_LABEL_LEFT ? x - SIGN_SIZE - 4 : x + text_width + 5;

  if (self->geometry.side != APO_LABEL_INSIDE)
    snapshot_ground (self, snapshot, x, text_width, text_height);
  apo_palette_get_ink (GTK_WIDGET (self), &ink);
  gtk_snapshot_save (snapshot);
  /* Where the desktop is written from right to left, text keeps to the right of its room. */
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x - logical.x,
                                                (gtk_widget_get_height (GTK_WIDGET (self))
                                                 - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);

  if (self->verdict != APO_VERDICT_NONE)
    apo_mark_snapshot_verdict (snapshot, GTK_WIDGET (self), self->verdict, sign_x,
                               (gtk_widget_get_height (GTK_WIDGET (self)) - SIGN_SIZE) / 2,
                               SIGN_SIZE);
}

static void
draw_light (ApoTimelineEvent *self,
            cairo_t          *cr,
            ApoLight          light,
            double            y)
{
  static const double opacities[] = {
    [APO_LIGHT_CALM] = 0,
    [APO_LIGHT_HOVER_RELATED] = 0.09,
    [APO_LIGHT_RELATED] = 0.14,
    [APO_LIGHT_HOVERED] = 0.16,
    [APO_LIGHT_SELECTED] = 0.26,
  };
  GdkRGBA accent;
  double height = apo_timeline_event_is_point (self) ? 2 * APO_TIMELINE_POINT_RADIUS
                                                     : BAR_HEIGHT_INSIDE;

  if (light == APO_LIGHT_CALM)
    return;

  apo_palette_get_accent (GTK_WIDGET (self), &accent);
  apo_timeline_draw_halo (cr, &accent,
                          opacities[light] * (apo_palette_is_high_contrast (GTK_WIDGET (self))
                                              ? 2 : 1),
                          self->geometry.mark_start - HALO, y - height / 2 - HALO,
                          self->geometry.mark_end - self->geometry.mark_start + 2 * HALO,
                          height + 2 * HALO);
}

static void
draw_focus_ring (ApoTimelineEvent *self,
                 cairo_t          *cr)
{
  GdkRGBA accent;

  apo_palette_get_accent (GTK_WIDGET (self), &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_rectangle (cr, 1, 2, gtk_widget_get_width (GTK_WIDGET (self)) - 2,
                   gtk_widget_get_height (GTK_WIDGET (self)) - 4);
  cairo_stroke (cr);
}

static void
apo_timeline_event_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ApoTimelineEvent *self = APO_TIMELINE_EVENT (widget);
  ApoLight light = get_light (self);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double y = height / 2;
  gboolean steps_back = light == APO_LIGHT_CALM && apo_focus_get_selected (self->focus) != NULL
                        && !apo_palette_is_high_contrast (widget);
  ApoTimelineInk ink;
  cairo_t *cr;

  gtk_snapshot_save (snapshot);
  if (self->dragging)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->drag_x, 0));
  gtk_snapshot_push_opacity (snapshot, steps_back ? CALM_OPACITY : 1);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  get_ink (self, &ink);
  draw_light (self, cr, light, y);

  if (apo_timeline_event_is_point (self))
    {
      apo_timeline_draw_point (cr, &ink, (self->geometry.mark_start + self->geometry.mark_end) / 2,
                               y);
    }
  else
    {
      ApoTimelineBar bar;

      get_bar (self, &bar);
      apo_timeline_draw_bar (cr, &ink, &bar, y);
    }

  if (gtk_widget_has_visible_focus (widget))
    draw_focus_ring (self, cr);
  cairo_destroy (cr);

  snapshot_label (self, snapshot, light);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
apo_timeline_event_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (apo_timeline_event_parent_class)->css_changed (widget, change);

  g_clear_object (&APO_TIMELINE_EVENT (widget)->layout);
  gtk_widget_queue_draw (widget);
}

/* What is selected already is asked about. */
static void
activate_cb (ApoTimelineEvent *self)
{
  const char *id = apo_item_get_id (APO_ITEM (self->event));

  if (g_strcmp0 (apo_focus_get_selected (self->focus), id) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.edit", "s", id);
  else
    apo_focus_select (self->focus, id);
}

static void
released_cb (ApoTimelineEvent *self,
             int               n_press,
             double            x,
             double            y,
             GtkGesture       *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
enter_cb (ApoTimelineEvent *self)
{
  apo_focus_hover (self->focus, apo_item_get_id (APO_ITEM (self->event)));
}

static void
leave_cb (ApoTimelineEvent *self)
{
  apo_focus_hover (self->focus, NULL);
}

static void
apo_timeline_event_dispose (GObject *object)
{
  ApoTimelineEvent *self = APO_TIMELINE_EVENT (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
  g_clear_object (&self->event);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (apo_timeline_event_parent_class)->dispose (object);
}

static void
apo_timeline_event_class_init (ApoTimelineEventClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint activate;

  G_OBJECT_CLASS (klass)->dispose = apo_timeline_event_dispose;

  widget_class->snapshot = apo_timeline_event_snapshot;
  widget_class->css_changed = apo_timeline_event_css_changed;

  activate = g_signal_new_class_handler ("activate", APO_TYPE_TIMELINE_EVENT,
                                         G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                         G_CALLBACK (activate_cb), NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "timelineevent");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
apo_timeline_event_init (ApoTimelineEvent *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  apo_timeline_move_attach (self);
}

GtkWidget *
apo_timeline_event_new (ApoDossier *dossier,
                        ApoFocus   *focus,
                        ApoEvent   *event)
{
  ApoTimelineEvent *self = g_object_new (APO_TYPE_TIMELINE_EVENT, NULL);

  self->dossier = g_object_ref (dossier);
  self->focus = g_object_ref (focus);
  self->event = g_object_ref (event);
  apo_timeline_event_refresh (self);

  return GTK_WIDGET (self);
}

ApoEvent *
apo_timeline_event_get_event (ApoTimelineEvent *self)
{
  return self->event;
}

/**
 * apo_timeline_event_update_light:
 *
 * Takes over a change of the focus.
 */
void
apo_timeline_event_update_light (ApoTimelineEvent *self)
{
  gboolean selected = get_light (self) == APO_LIGHT_SELECTED;

  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * apo_timeline_event_refresh:
 *
 * Takes over what has changed of the event or of what it stands on.
 */
void
apo_timeline_event_refresh (ApoTimelineEvent *self)
{
  g_autofree char *name = apo_timeline_content_dup_name (self->dossier, self->event);
  g_autofree char *when = apo_timeline_format_interval (apo_event_get_interval (self->event),
                                                        apo_event_get_precision (self->event));
  g_autofree char *description = NULL;

  self->standing = apo_focus_get_standing (self->focus, APO_ITEM (self->event));
  self->verdict = apo_timeline_content_verdict (self->dossier, self->event);
  self->rank = apo_timeline_event_find_rank (self->dossier, self->event);

  /* Translators: an event: its name, its date, on what it stands */
  description = g_strdup_printf (_("%s, %s, %s"), name, when,
                                 apo_standing_get_label (self->standing));
  if (g_strcmp0 (description, self->description) != 0)
    {
      g_free (self->description);
      self->description = g_steal_pointer (&description);
      g_clear_object (&self->layout);
      apo_tooltip_set (GTK_WIDGET (self), self->description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, self->description, -1);
    }

  apo_timeline_event_update_light (self);
}

void
apo_timeline_event_set_geometry (ApoTimelineEvent          *self,
                                 const ApoTimelineGeometry *geometry)
{
  self->geometry = *geometry;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * apo_timeline_event_get_label_width:
 *
 * Returns: the room in pixels that name and sign take beside the mark
 */
double
apo_timeline_event_get_label_width (ApoTimelineEvent *self)
{
  ensure_layout (self);

  return LABEL_GAP + self->text_width + 4
         + (self->verdict != APO_VERDICT_NONE ? SIGN_SIZE + LABEL_GAP : 0);
}

/**
 * apo_timeline_event_is_point:
 *
 * Returns: whether it is one known day
 */
gboolean
apo_timeline_event_is_point (ApoTimelineEvent *self)
{
  ApoInterval interval = apo_event_get_interval (self->event);

  return apo_event_get_precision (self->event) == APO_PRECISION_DAY
         && interval.earliest != APO_DAY_NONE && interval.earliest == interval.latest;
}

/**
 * apo_timeline_event_get_description:
 *
 * Returns: its name, date and standing in words
 */
const char *
apo_timeline_event_get_description (ApoTimelineEvent *self)
{
  return self->description;
}

/**
 * apo_timeline_event_find_rank:
 *
 * Returns: the rank of the most important actor of @event, or -1
 */
int
apo_timeline_event_find_rank (ApoDossier *dossier,
                              ApoEvent   *event)
{
  g_auto (GStrv) actors = apo_item_dup_refs (APO_ITEM (event), APO_EVENT_FIELD_ACTORS);
  int best = -1;

  for (guint i = 0; actors[i] != NULL; i++)
    {
      int rank = apo_dossier_get_actor_rank (dossier, actors[i]);

      if (rank >= 0 && (best < 0 || rank < best))
        best = rank;
    }

  return best;
}

/**
 * apo_timeline_event_can_drag:
 * @x: pixels of the widget
 *
 * Returns: whether it can be taken hold of there: by its mark, and not by its name; a long bar is
 *   rather taken hold of to move what is in sight, unless it is selected
 */
gboolean
apo_timeline_event_can_drag (ApoTimelineEvent *self,
                             double            x)
{
  const ApoTimelineGeometry *geometry = &self->geometry;
  ApoInterval interval = apo_event_get_interval (self->event);
  double visible = geometry->visible_end - geometry->visible_start;

  return interval.earliest != APO_DAY_NONE && interval.latest != APO_DAY_NONE
         && x >= geometry->mark_start - HALO && x <= geometry->mark_end + HALO
         && (get_light (self) == APO_LIGHT_SELECTED
             || geometry->mark_end - geometry->mark_start < visible * DRAG_SHARE);
}

/**
 * apo_timeline_event_set_dragged:
 * @dragging: whether it is shown elsewhere than where it is, with the date of there
 * @x: how far away, in pixels
 * @steps: how far away, as of apo_dating_step()
 */
void
apo_timeline_event_set_dragged (ApoTimelineEvent *self,
                                gboolean          dragging,
                                double            x,
                                int               steps)
{
  self->dragging = dragging;
  self->drag_x = x;
  self->drag_steps = steps;
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
