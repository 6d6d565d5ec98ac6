/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-tray.h"

#include <glib/gi18n.h>

#include "apo-timeline-content.h"
#include "apo-tooltip.h"

#define CHIP_CHARS 26
#define MAX_CHIPS 40            /* the others are in the list */
#define WHEEL_STEP 60.0         /* pixels for each notch */

struct _ApoTimelineTray {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkScrolledWindow *scroller;
  GtkWidget *row;
  GtkButton *more;
  ApoDossier *dossier;
  ApoFocus *focus;
  guint n_events;
  GPtrArray *chips;             /* of GtkToggleButton, each with its event as data */
};

G_DEFINE_FINAL_TYPE (ApoTimelineTray, apo_timeline_tray, GTK_TYPE_WIDGET)

static const char *
get_id (GtkWidget *chip)
{
  return g_object_get_data (G_OBJECT (chip), "apo-event-id");
}

/* The focus says what is pressed, not the button; what is selected already is asked about. */
static void
clicked_cb (ApoTimelineTray *self,
            GtkWidget       *chip)
{
  if (g_strcmp0 (apo_focus_get_selected (self->focus), get_id (chip)) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.edit", "s", get_id (chip));
  else
    apo_focus_select (self->focus, get_id (chip));
  apo_timeline_tray_update_light (self);
}

static void
menu_pressed_cb (ApoTimelineTray *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGesture      *gesture)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_activate_action (GTK_WIDGET (self), "timeline.edit", "s", get_id (chip));
}

static gboolean
edit_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  GtkWidget *chip = gtk_widget_get_focus_child (APO_TIMELINE_TRAY (widget)->row);

  return chip != NULL
         && gtk_widget_activate_action (widget, "timeline.edit", "s", get_id (chip));
}

static void
enter_cb (ApoTimelineTray          *self,
          double                    x,
          double                    y,
          GtkEventController       *controller)
{
  apo_focus_hover (self->focus, get_id (gtk_event_controller_get_widget (controller)));
}

static void
leave_cb (ApoTimelineTray *self)
{
  apo_focus_hover (self->focus, NULL);
}

/* An ordinary wheel moves the row sideways. */
static gboolean
scroll_cb (ApoTimelineTray *self,
           double           dx,
           double           dy)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * WHEEL_STEP);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_chip (ApoTimelineTray *self,
             ApoEvent        *event)
{
  g_autofree char *name = apo_timeline_content_dup_name (self->dossier, event);
  ApoStanding standing = apo_focus_get_standing (self->focus, APO_ITEM (event));
  /* Translators: an event without a date: its name, on what it stands */
  g_autofree char *description = g_strdup_printf (_("%s, no date, %s"), name,
                                                  apo_standing_get_label (standing));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "apo-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  apo_tooltip_set (chip, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_object_set_data_full (G_OBJECT (chip), "apo-event-id",
                          g_strdup (apo_item_get_id (APO_ITEM (event))), g_free);

  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (menu));

  return chip;
}

/* A button that leads to the list, which has all of them. */
static void
show_more (ApoTimelineTray *self)
{
  guint n_more = self->n_events - self->chips->len;
  /* Translators: how many more events without a date there are; leads to the list of them */
  g_autofree char *label = g_strdup_printf (_("+%u"), n_more);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
clear (ApoTimelineTray *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_box_remove (GTK_BOX (self->row), self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);
}

static void
apo_timeline_tray_dispose (GObject *object)
{
  ApoTimelineTray *self = APO_TIMELINE_TRAY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), APO_TYPE_TIMELINE_TRAY);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_timeline_tray_parent_class)->dispose (object);
}

static void
apo_timeline_tray_finalize (GObject *object)
{
  g_ptr_array_unref (APO_TIMELINE_TRAY (object)->chips);

  G_OBJECT_CLASS (apo_timeline_tray_parent_class)->finalize (object);
}

static void
apo_timeline_tray_class_init (ApoTimelineTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_timeline_tray_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_timeline_tray_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-timeline-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineTray, box);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineTray, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineTray, row);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelineTray, more);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, edit_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinetray");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_timeline_tray_init (ApoTimelineTray *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
apo_timeline_tray_new (void)
{
  return g_object_new (APO_TYPE_TIMELINE_TRAY, NULL);
}

/**
 * apo_timeline_tray_set_context:
 * @dossier: (nullable): whose events to show
 * @focus: (nullable): what is selected of it
 */
void
apo_timeline_tray_set_context (ApoTimelineTray *self,
                               ApoDossier      *dossier,
                               ApoFocus        *focus)
{
  clear (self);
  g_set_object (&self->dossier, dossier);
  g_set_object (&self->focus, focus);
  apo_timeline_tray_refresh (self);
}

/**
 * apo_timeline_tray_refresh:
 *
 * Takes over what has changed in the dossier.
 */
void
apo_timeline_tray_refresh (ApoTimelineTray *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (self->row);
  g_autoptr (GPtrArray) events = NULL;
  guint n_dated;
  g_autofree char *focused_id = focused != NULL ? g_strdup (get_id (focused)) : NULL;

  clear (self);
  events = apo_timeline_content_list (self->dossier, self->focus, &n_dated);
  self->n_events = events->len - n_dated;
  for (guint i = 0; i < MIN (self->n_events, MAX_CHIPS); i++)
    g_ptr_array_add (self->chips, create_chip (self, events->pdata[n_dated + i]));

  for (guint i = 0; i < self->chips->len; i++)
    {
      gtk_box_append (GTK_BOX (self->row), self->chips->pdata[i]);
      if (g_strcmp0 (focused_id, get_id (self->chips->pdata[i])) == 0)
        gtk_widget_grab_focus (self->chips->pdata[i]);
    }

  show_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->chips->len > 0);
  apo_timeline_tray_update_light (self);
}

/**
 * apo_timeline_tray_update_light:
 *
 * Takes over a change of the focus.
 */
void
apo_timeline_tray_update_light (ApoTimelineTray *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = self->chips->pdata[i];
      ApoLight light = apo_focus_get_light (self->focus, get_id (chip));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), light == APO_LIGHT_SELECTED);
      if (light == APO_LIGHT_CALM || light == APO_LIGHT_SELECTED)
        gtk_widget_remove_css_class (chip, "lit");
      else
        gtk_widget_add_css_class (chip, "lit");
    }
}

/**
 * apo_timeline_tray_count_events:
 *
 * Returns: the number of events without a date
 */
guint
apo_timeline_tray_count_events (ApoTimelineTray *self)
{
  return self->n_events;
}

/**
 * apo_timeline_tray_find_event:
 * @id: of an event
 *
 * Returns: (transfer none) (nullable): what stands for it, if that is there
 */
GtkWidget *
apo_timeline_tray_find_event (ApoTimelineTray *self,
                              const char      *id)
{
  for (guint i = 0; i < self->chips->len; i++)
    if (g_str_equal (get_id (self->chips->pdata[i]), id))
      return self->chips->pdata[i];

  return NULL;
}
