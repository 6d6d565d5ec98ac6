/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-day.h"

#include <glib/gi18n.h>

#include "apo-calendar.h"

struct _ApoClaimDay {
  GtkWidget parent_instance;

  char *title;
  ApoDay value;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkCalendar *calendar;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (ApoClaimDay, apo_claim_day, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum {
  SIGNAL_PICKED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * apo_claim_day_dup_label:
 *
 * Returns: (transfer full): the day as it is written in a text
 */
char *
apo_claim_day_dup_label (ApoDay value)
{
  int year;
  int month;
  int day;
  g_autoptr (GDateTime) date = NULL;

  if (value == APO_DAY_NONE)
    return g_strdup (_("No date"));

  apo_day_to_ymd (value, &year, &month, &day);
  date = g_date_time_new_utc (year, month, day, 0, 0, 0);

  /* Translators: a day, in the form of g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%-d %B %Y")) : apo_day_format (value);
}

static void
update (ApoClaimDay *self)
{
  g_autofree char *day = apo_claim_day_dup_label (self->value);
  /* Translators: what day it is, such as “Consulted”, and the day */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), self->title != NULL ? self->title : "",
                                           day);

  gtk_label_set_label (self->label, day);
  gtk_widget_set_sensitive (self->none, self->value != APO_DAY_NONE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* The calendar opens on the day, or on today. */
static void
show_cb (ApoClaimDay *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->value == APO_DAY_NONE)
    date = g_date_time_new_now_local ();
  else
    {
      int year;
      int month;
      int day;

      apo_day_to_ymd (self->value, &year, &month, &day);
      date = g_date_time_new_local (year, month, day, 0, 0, 0);
    }
  if (date == NULL)
    return;

  gtk_calendar_select_day (self->calendar, date);
}

static void
pick_cb (ApoClaimDay *self)
{
  g_autoptr (GDateTime) date = NULL;

  date = gtk_calendar_get_date (self->calendar);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0,
                 apo_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                   g_date_time_get_day_of_month (date)));
}

static void
none_cb (ApoClaimDay *self)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, APO_DAY_NONE);
}

static void
apo_claim_day_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, APO_CLAIM_DAY (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_day_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ApoClaimDay *self = APO_CLAIM_DAY (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_day_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_day_parent_class)->dispose (object);
}

static void
apo_claim_day_finalize (GObject *object)
{
  g_free (APO_CLAIM_DAY (object)->title);

  G_OBJECT_CLASS (apo_claim_day_parent_class)->finalize (object);
}

static void
apo_claim_day_class_init (ApoClaimDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_claim_day_get_property;
  object_class->set_property = apo_claim_day_set_property;
  object_class->dispose = apo_claim_day_dispose;
  object_class->finalize = apo_claim_day_finalize;

  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_PICKED] =
    g_signal_new ("picked", APO_TYPE_CLAIM_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-day.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimDay, button);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimDay, label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimDay, calendar);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimDay, none);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_claim_day_init (ApoClaimDay *self)
{
  self->value = APO_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_calendar_name_buttons (self->calendar);
  update (self);
}

/**
 * apo_claim_day_set:
 * @value: the day to show, or %APO_DAY_NONE
 */
void
apo_claim_day_set (ApoClaimDay *day,
                   ApoDay       value)
{
  day->value = value;
  update (day);
}
