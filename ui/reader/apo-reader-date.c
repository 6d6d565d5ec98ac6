/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-date.h"

#include <stdio.h>

#include "apo-calendar.h"
#include "apo-edit.h"

struct _ApoReaderDate {
  GtkPopover parent_instance;

  GtkEntry *entry;
  GtkCalendar *calendar;
  GtkWidget *set;
  GtkWidget *forget;

  ApoHistory *history;
  gboolean showing;             /* fields are being filled by us */
};

G_DEFINE_FINAL_TYPE (ApoReaderDate, apo_reader_date, GTK_TYPE_POPOVER)

static ApoArticle *
get_article (ApoReaderDate *self)
{
  return self->history != NULL ? apo_dossier_get_article (apo_history_get_dossier (self->history))
                               : NULL;
}

static void
show_in_calendar (ApoReaderDate *self,
                  ApoDay         day)
{
  int year;
  int month;
  int day_of_month;
  g_autoptr (GDateTime) date = NULL;

  apo_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  if (date != NULL)
    {
      self->showing = TRUE;
      gtk_calendar_select_day (self->calendar, date);
      self->showing = FALSE;
    }
}

static void
entry_changed_cb (ApoReaderDate *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  ApoDay day;
  gboolean valid = apo_reader_date_parse (text, &day);

  gtk_widget_set_sensitive (self->set, valid);
  if (valid || *text == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid || *text == '\0' ? GTK_ACCESSIBLE_INVALID_FALSE
                                                      : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (valid && !self->showing)
    show_in_calendar (self, day);
}

static void
day_selected_cb (ApoReaderDate *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (self->showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  text = g_date_time_format (date, "%Y-%m-%d");
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
}

static void
give_date (ApoReaderDate *self,
           ApoDay         day)
{
  ApoArticle *article = get_article (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (article == NULL || apo_article_get_date (article) == day)
    return;

  /* a window reads the times anew; without one the date changes alone */
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.set-date", "i", (int) day))
    apo_edit_set_date (self->history, article, day);
}

static void
set_cb (ApoReaderDate *self)
{
  ApoDay day;

  if (apo_reader_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &day))
    give_date (self, day);
}

static void
forget_cb (ApoReaderDate *self)
{
  give_date (self, APO_DAY_NONE);
}

static void
show_cb (ApoReaderDate *self)
{
  ApoArticle *article = get_article (self);
  ApoDay day = article != NULL ? apo_article_get_date (article) : APO_DAY_NONE;
  g_autofree char *text = day != APO_DAY_NONE ? apo_day_format (day) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  entry_changed_cb (self);
  gtk_widget_set_visible (self->forget, day != APO_DAY_NONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
apo_reader_date_dispose (GObject *object)
{
  ApoReaderDate *self = APO_READER_DATE (object);

  g_clear_object (&self->history);

  G_OBJECT_CLASS (apo_reader_date_parent_class)->dispose (object);
}

static void
apo_reader_date_class_init (ApoReaderDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reader_date_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader-date.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReaderDate, entry);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderDate, calendar);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderDate, set);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderDate, forget);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
apo_reader_date_init (ApoReaderDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_calendar_name_buttons (self->calendar);
}

/**
 * apo_reader_date_set_context:
 * @history: (nullable): what changes the dossier whose first article it is about
 */
void
apo_reader_date_set_context (ApoReaderDate *date,
                             ApoHistory    *history)
{
  g_set_object (&date->history, history);
}

/**
 * apo_reader_date_parse:
 * @text: a day with the year first, as in 2024-05-31, or last, as in 31/5/2024 or 31.5.2024
 * @day: (out): the day
 *
 * Returns: whether it is one; else @day is untouched
 */
gboolean
apo_reader_date_parse (const char *text,
                       ApoDay     *day)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int year;
  int month;
  int day_of_month;
  int length = 0;
  g_autofree char *iso = NULL;

  if (apo_day_parse (stripped, day))
    return TRUE;

  if (sscanf (stripped, "%2d%*1[/. -]%2d%*1[/. -]%4d%n", &day_of_month, &month, &year, &length) != 3
      || stripped[length] != '\0' || year < 1000)
    return FALSE;

  iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);

  return apo_day_parse (iso, day);
}
