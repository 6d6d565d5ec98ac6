/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-time.h"

#include <glib/gi18n.h>

#include "apo-date-entry.h"
#include "apo-edit-events.h"
#include "apo-item-words.h"
#include "apo-popover-height.h"
#include "apo-timeline-dates.h"
#include "apo-timex.h"

struct _ApoReaderTime {
  GtkPopover parent_instance;

  GtkLabel *words;
  ApoDateEntry *date;
  GtkLabel *events;

  ApoHistory *history;          /* (nullable) */
  ApoTime *time;                /* (nullable) what is put right */
};

G_DEFINE_FINAL_TYPE (ApoReaderTime, apo_reader_time, GTK_TYPE_POPOVER)

static void
take_date (ApoReaderTime *self)
{
  ApoInterval own = apo_time_get_interval (self->time);
  g_autofree char *words = NULL;
  g_autofree char *date = NULL;
  g_autofree char *message = NULL;
  ApoInterval interval;
  ApoPrecision precision;

  if (!apo_date_entry_get_date (self->date, &interval, &precision)
      || (own.earliest == interval.earliest && own.latest == interval.latest))
    return;

  apo_edit_set_time (self->history, self->time, interval, precision);
  words = apo_dossier_dup_item_text (apo_history_get_dossier (self->history),
                                     APO_ITEM (self->time));
  date = apo_timeline_format_interval (interval, precision);
  /* Translators: words of the text, such as “last winter”, and the date that they have got */
  message = g_strdup_printf (_("“%s”: %s"), words, date);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-done", "s", message);
}

static void
closed_cb (ApoReaderTime *self)
{
  if (self->time != NULL)
    take_date (self);
  g_clear_object (&self->time);
}

static void
activate_cb (ApoReaderTime *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_cb (ApoReaderTime *self,
        guint          key)
{
  if (key == GDK_KEY_Escape)
    g_clear_object (&self->time);

  return GDK_EVENT_PROPAGATE;
}

static void
apo_reader_time_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (apo_reader_time_parent_class);

  for_size = apo_popover_height_get_width (widget, orientation, for_size);
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                         natural_baseline);
}

static void
apo_reader_time_dispose (GObject *object)
{
  ApoReaderTime *self = APO_READER_TIME (object);

  g_clear_object (&self->time);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (apo_reader_time_parent_class)->dispose (object);
}

static void
apo_reader_time_class_init (ApoReaderTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reader_time_dispose;
  widget_class->measure = apo_reader_time_measure;

  g_type_ensure (APO_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader-time.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReaderTime, words);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderTime, date);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderTime, events);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
apo_reader_time_init (ApoReaderTime *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_reader_time_new:
 * @parent: what it is shown over, which presents and unparents it
 *
 * Returns: (transfer none): a popover that is not shown yet
 */
ApoReaderTime *
apo_reader_time_new (GtkWidget *parent)
{
  ApoReaderTime *self = g_object_new (APO_TYPE_READER_TIME, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);

  return self;
}

/* How many events go with the time. */
static guint
count_events (ApoReaderTime *self)
{
  GListModel *events = apo_dossier_get_items (apo_history_get_dossier (self->history),
                                              APO_ITEM_EVENT);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      n += g_str_equal (apo_event_get_time (event), apo_item_get_id (APO_ITEM (self->time)))
           && apo_event_get_origin (event) == APO_ORIGIN_AUTO;
    }

  return n;
}

/**
 * apo_reader_time_present:
 * @time: of the dossier of @history
 * @place: where its words are, in pixels of the parent
 *
 * Asks which days the words stand for.
 */
void
apo_reader_time_present (ApoReaderTime      *popover,
                         ApoHistory         *history,
                         ApoTime            *time,
                         const GdkRectangle *place)
{
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *events = NULL;
  guint n;

  apo_reader_time_give_up (popover);
  g_set_object (&popover->history, history);
  g_set_object (&popover->time, time);
  text = apo_item_words_dup_title (apo_history_get_dossier (history), APO_ITEM (time));
  quoted = g_strdup_printf (_("“%s”"), text);
  n = count_events (popover);
  events = g_strdup_printf (ngettext ("%u event is dated by it", "%u events are dated by it", n),
                            n);
  gtk_label_set_text (popover->words, quoted);
  gtk_label_set_text (popover->events, events);
  gtk_widget_set_visible (GTK_WIDGET (popover->events), n > 0);
  apo_date_entry_set_date (popover->date, apo_time_get_interval (time),
                           apo_timex_get_precision (apo_time_get_value (time)));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (GTK_WIDGET (popover->date));
}

/**
 * apo_reader_time_give_up:
 *
 * Closes the popover; what was typed is not taken.
 */
void
apo_reader_time_give_up (ApoReaderTime *popover)
{
  g_clear_object (&popover->time);
  gtk_popover_popdown (GTK_POPOVER (popover));
}
