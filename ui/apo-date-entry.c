/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-date-entry.h"

#include <glib/gi18n.h>

#include "apo-timeline-dates.h"

struct _ApoDateEntry {
  GtkBox parent_instance;

  GtkEntry *entry;
  GtkCheckButton *about;
  GtkLabel *meaning;
  gboolean showing;             /* fields are being filled by us */
};

G_DEFINE_FINAL_TYPE (ApoDateEntry, apo_date_entry, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_meaning (ApoDateEntry *self)
{
  ApoInterval interval;
  ApoPrecision precision;
  gboolean valid = apo_date_entry_get_date (self, &interval, &precision);
  g_autofree char *words = NULL;
  g_autofree char *meaning = NULL;

  if (valid)
    {
      words = apo_timeline_format_interval (interval, precision);
      meaning = apo_interval_is_known (interval)
                  /* Translators: a date, and how exactly it is known, such as "to the month" */
                  ? g_strdup_printf (_("%s (%s)"), words, apo_precision_get_label (precision))
                  : g_steal_pointer (&words);
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    }
  else
    {
      meaning = g_strdup (_("Such as 2024, May 2024, 3/5/2024, 1999–2003, since 2022, or nothing"));
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    }
  gtk_label_set_text (self->meaning, meaning);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
changed_cb (ApoDateEntry *self)
{
  if (self->showing)
    return;

  show_meaning (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (ApoDateEntry *self)
{
  ApoInterval interval;
  ApoPrecision precision;

  if (apo_date_entry_get_date (self, &interval, &precision))
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static gboolean
apo_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (APO_DATE_ENTRY (widget)->entry));
}

static void
apo_date_entry_class_init (ApoDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = apo_date_entry_grab_focus;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", APO_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, ApoDateEntry, about);
  gtk_widget_class_bind_template_child (widget_class, ApoDateEntry, meaning);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
apo_date_entry_init (ApoDateEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_meaning (self);
}

GtkWidget *
apo_date_entry_new (void)
{
  return g_object_new (APO_TYPE_DATE_ENTRY, NULL);
}

/**
 * apo_date_entry_set_date:
 *
 * Puts a date into the entry, of which no signal tells.
 */
void
apo_date_entry_set_date (ApoDateEntry *entry,
                         ApoInterval   interval,
                         ApoPrecision  precision)
{
  g_autofree char *text = apo_dating_dup_entry (interval, precision);

  entry->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (entry->entry), text);
  gtk_check_button_set_active (entry->about, precision == APO_PRECISION_VAGUE);
  entry->showing = FALSE;
  show_meaning (entry);
}

/**
 * apo_date_entry_get_date:
 * @interval: (out): the days that it stands for
 * @precision: (out): how exactly it is known
 *
 * Returns: whether there is a date in it, or nothing; if not, the others are untouched
 */
gboolean
apo_date_entry_get_date (ApoDateEntry *entry,
                         ApoInterval  *interval,
                         ApoPrecision *precision)
{
  if (!apo_dating_parse (gtk_editable_get_text (GTK_EDITABLE (entry->entry)), interval, precision))
    return FALSE;

  if (gtk_check_button_get_active (entry->about) && apo_interval_is_known (*interval))
    *precision = APO_PRECISION_VAGUE;

  return TRUE;
}
