/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-popover.h"

#include <glib/gi18n.h>

#include "apo-date-entry.h"
#include "apo-edit.h"
#include "apo-fact-dismiss.h"
#include "apo-popover-height.h"
#include "apo-timeline-actors.h"
#include "apo-timeline-content.h"
#include "apo-timeline-dates.h"
#include "apo-wrap-layout.h"

struct _ApoTimelinePopover {
  GtkPopover parent_instance;

  GtkEditable *label;
  ApoDateEntry *date;
  GtkCheckButton *all;
  GtkLabel *all_label;
  GtkMenuButton *certainty;
  ApoTimelineActors *actors;
  GtkLabel *standing;
  GtkWidget *fields;
  GtkWidget *dismiss;
  GtkWidget *restore;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  ApoEvent *event;              /* (nullable): what is shown */
  gboolean showing;             /* fields are being filled by us */
  gboolean cancelled;           /* by Escape: the date is not taken */
};

G_DEFINE_FINAL_TYPE (ApoTimelinePopover, apo_timeline_popover, GTK_TYPE_POPOVER)

enum {
  PROP_0,
  PROP_CERTAINTY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
fill_certainties (ApoTimelinePopover *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int certainty = APO_CERTAINTY_ASSERTED; certainty <= APO_CERTAINTY_QUESTION; certainty++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (apo_certainty_get_label (certainty), NULL);

      g_menu_item_set_action_and_target (item, "event.certainty", "s",
                                         apo_enum_to_nick (APO_TYPE_CERTAINTY, certainty));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->certainty, G_MENU_MODEL (menu));
}

/* The time of the text that the event was dated by, as long as it still is; else NULL. */
static ApoTime *
get_time (ApoTimelinePopover *self)
{
  ApoItem *time = apo_dossier_lookup (self->dossier, apo_event_get_time (self->event));

  return APO_IS_TIME (time) && apo_event_get_origin (self->event) == APO_ORIGIN_AUTO
           ? APO_TIME (time) : NULL;
}

/* How many events go with the time. */
static guint
count_dated (ApoTimelinePopover *self,
             ApoTime            *time)
{
  GListModel *events = apo_dossier_get_items (self->dossier, APO_ITEM_EVENT);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      n += g_str_equal (apo_event_get_time (event), apo_item_get_id (APO_ITEM (time)))
           && apo_event_get_origin (event) == APO_ORIGIN_AUTO;
    }

  return n;
}

static void
show_time (ApoTimelinePopover *self)
{
  ApoTime *time = get_time (self);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  guint n;

  gtk_widget_set_visible (GTK_WIDGET (self->all), time != NULL);
  if (time == NULL)
    return;

  n = count_dated (self, time);
  words = apo_dossier_dup_item_text (self->dossier, APO_ITEM (time));
  /* Translators: what a new date is for: words of the text such as “last winter”, and all events
   * that were dated by them */
  label = g_strdup_printf (ngettext ("For “%s”, and the %u event dated by it",
                                     "For “%s”, and the %u events dated by it", n), words, n);
  gtk_label_set_text (self->all_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_certainty (ApoTimelinePopover *self)
{
  const char *value = apo_certainty_get_label (apo_event_get_certainty (self->event));
  g_autofree char *name = g_strdup_printf (_("%s: %s"), C_("event", "Certainty"), value);

  gtk_menu_button_set_label (self->certainty, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->certainty), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CERTAINTY]);
}

/* The fields that the reader is not typing into follow the event. */
static void
update (ApoTimelinePopover *self)
{
  gboolean dismissed = apo_item_is_dismissed (APO_ITEM (self->event));
  const char *label = apo_event_get_label (self->event);

  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (self->label), label))
    gtk_editable_set_text (self->label, label);
  self->showing = FALSE;
  gtk_label_set_text (self->standing, apo_standing_get_label (
                                        apo_dossier_get_standing (self->dossier,
                                                                  APO_ITEM (self->event))));
  show_certainty (self);
  show_time (self);
  apo_timeline_actors_show (self->actors, self->history, self->event);
  gtk_widget_set_sensitive (self->fields, !dismissed);
  gtk_widget_set_visible (self->dismiss, !dismissed);
  gtk_widget_set_visible (self->restore, dismissed);
}

static void
changed_cb (ApoTimelinePopover *self)
{
  if (self->event == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (apo_dossier_lookup (self->dossier, apo_item_get_id (APO_ITEM (self->event)))
      == APO_ITEM (self->event))
    update (self);
  else
    {
      g_clear_object (&self->event);
      gtk_popover_popdown (GTK_POPOVER (self));
    }
}

static void
label_changed_cb (ApoTimelinePopover *self)
{
  const char *text = gtk_editable_get_text (self->label);

  if (!self->showing && self->event != NULL && *text != '\0')
    apo_edit_set_event_label (self->history, self->event, text);
}

/* Gives the event the date that was typed, if it is another one. */
static void
take_date (ApoTimelinePopover *self)
{
  ApoInterval own = apo_event_get_interval (self->event);
  g_autofree char *words = NULL;
  g_autofree char *message = NULL;
  ApoInterval interval;
  ApoPrecision precision;
  ApoTime *time = get_time (self);

  if (!apo_date_entry_get_date (self->date, &interval, &precision)
      || (own.earliest == interval.earliest && own.latest == interval.latest
          && apo_event_get_precision (self->event) == precision))
    return;

  if (time != NULL && gtk_check_button_get_active (self->all))
    apo_edit_set_time (self->history, time, interval, precision);
  else
    apo_edit_set_event_date (self->history, self->event, interval, precision);
  words = apo_timeline_format_interval (interval, precision);
  /* Translators: an event has got a date: the date, the event */
  message = g_strdup_printf (_("%s: %s"), words, apo_event_get_label (self->event));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-done", "s", message);
}

static void
date_activate_cb (ApoTimelinePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (ApoTimelinePopover *self)
{
  if (self->event != NULL && !self->cancelled)
    take_date (self);
  g_clear_object (&self->event);
}

static gboolean
key_cb (ApoTimelinePopover *self,
        guint               key)
{
  self->cancelled = key == GDK_KEY_Escape;

  return GDK_EVENT_PROPAGATE;
}

static void
show_passage_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ApoTimelinePopover *self = APO_TIMELINE_POPOVER (widget);
  g_autofree char *id = g_strdup (apo_item_get_id (APO_ITEM (self->event)));

  gtk_popover_popdown (GTK_POPOVER (self));
  apo_focus_select (self->focus, id);
  gtk_widget_activate_action (widget, "win.show-passage", NULL);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoTimelinePopover *self = APO_TIMELINE_POPOVER (widget);
  g_autoptr (GListStore) one = g_list_store_new (APO_TYPE_EVENT);

  g_list_store_append (one, self->event);
  self->cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_str_equal (action, "event.dismiss"))
    apo_fact_dismiss (widget, self->dossier, self->history, G_LIST_MODEL (one),
                      apo_timeline_content_describe);
  else
    apo_edit_set_all_dismissed (self->history, G_LIST_MODEL (one), FALSE);
}

static void
apo_timeline_popover_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ApoTimelinePopover *self = APO_TIMELINE_POPOVER (object);

  switch (prop_id)
    {
    case PROP_CERTAINTY:
      g_value_set_enum (value, self->event != NULL ? apo_event_get_certainty (self->event)
                                                   : APO_CERTAINTY_ASSERTED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_timeline_popover_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ApoTimelinePopover *self = APO_TIMELINE_POPOVER (object);

  switch (prop_id)
    {
    case PROP_CERTAINTY:
      if (self->event != NULL)
        apo_edit_set_event_certainty (self->history, self->event, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_timeline_popover_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (apo_timeline_popover_parent_class);

  for_size = apo_popover_height_get_width (widget, orientation, for_size);
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                         natural_baseline);
}

static void
apo_timeline_popover_dispose (GObject *object)
{
  ApoTimelinePopover *self = APO_TIMELINE_POPOVER (object);

  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->event);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_timeline_popover_parent_class)->dispose (object);
}

static void
apo_timeline_popover_class_init (ApoTimelinePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_timeline_popover_get_property;
  object_class->set_property = apo_timeline_popover_set_property;
  object_class->dispose = apo_timeline_popover_dispose;
  widget_class->measure = apo_timeline_popover_measure;

  props[PROP_CERTAINTY] =
    g_param_spec_enum ("certainty", NULL, NULL, APO_TYPE_CERTAINTY, APO_CERTAINTY_ASSERTED,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_DATE_ENTRY);
  g_type_ensure (APO_TYPE_TIMELINE_ACTORS);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-timeline-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, label);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, date);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, all);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, all_label);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, certainty);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, actors);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, standing);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, fields);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, dismiss);
  gtk_widget_class_bind_template_child (widget_class, ApoTimelinePopover, restore);
  gtk_widget_class_bind_template_callback (widget_class, label_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);

  gtk_widget_class_install_property_action (widget_class, "event.certainty", "certainty");
  gtk_widget_class_install_action (widget_class, "event.show-passage", NULL, show_passage_action);
  gtk_widget_class_install_action (widget_class, "event.dismiss", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "event.restore", NULL, set_dismissed_action);
}

static void
apo_timeline_popover_init (ApoTimelinePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_certainties (self);
  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
apo_timeline_popover_new (void)
{
  return g_object_new (APO_TYPE_TIMELINE_POPOVER, NULL);
}

/**
 * apo_timeline_popover_set_context:
 * @dossier: (nullable): whose events are shown, none of them yet
 * @history: (nullable): what changes them, with @dossier
 * @focus: (nullable): what is told of the passage that the reader goes to, with @dossier
 */
void
apo_timeline_popover_set_context (ApoTimelinePopover *popover,
                                  ApoDossier         *dossier,
                                  ApoHistory         *history,
                                  ApoFocus           *focus)
{
  /* what was typed was for the dossier that goes */
  popover->cancelled = TRUE;
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_clear_object (&popover->event);
  g_set_object (&popover->dossier, dossier);
  g_set_object (&popover->history, history);
  g_set_object (&popover->focus, focus);
  g_signal_group_set_target (popover->dossier_signals, dossier);
}

/**
 * apo_timeline_popover_show:
 *
 * Fills the popover and opens it, with the keyboard in the date.
 */
void
apo_timeline_popover_show (ApoTimelinePopover *popover,
                           ApoEvent           *event)
{
  g_return_if_fail (popover->history != NULL);

  g_set_object (&popover->event, event);
  popover->cancelled = FALSE;
  gtk_check_button_set_active (popover->all, FALSE);
  apo_date_entry_set_date (popover->date, apo_event_get_interval (event),
                           apo_event_get_precision (event));
  update (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (popover->date));
  gtk_editable_set_position (popover->label, 0);
}
