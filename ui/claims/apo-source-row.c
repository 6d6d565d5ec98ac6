/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-source-row.h"

#include <glib/gi18n.h>

#include "apo-attachment.h"
#include "apo-claim-day.h"
#include "apo-claim-passage.h"
#include "apo-dialogs.h"
#include "apo-edit-sources.h"

struct _ApoSourceRow {
  AdwExpanderRow parent_instance;

  ApoHistory *history;
  ApoSource *source;
  GCancellable *reading;        /* (nullable) of the file that is being attached */
  gboolean showing;             /* the fields are being set, not typed in */

  GtkLabel *sign;
  AdwComboRow *stance;
  AdwEntryRow *title;
  AdwEntryRow *url;
  AdwEntryRow *publisher;
  AdwEntryRow *quotation;
  ApoClaimDay *consulted;
  AdwActionRow *file;
  GtkWidget *detach;
};

G_DEFINE_FINAL_TYPE (ApoSourceRow, apo_source_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
can_edit (ApoSourceRow *self)
{
  return !self->showing && self->history != NULL;
}

static void
show_sign (ApoSourceRow *self)
{
  static const char *const signs[] = { "+", "−", "=" };
  static const char *const classes[] = { "apo-supports", "apo-contradicts", "apo-context" };
  ApoSourceStance stance = apo_source_get_stance (self->source);
  const char *css[] = { "apo-stance", classes[stance], NULL };
  const char *label = apo_source_stance_get_label (stance);

  gtk_label_set_label (self->sign, signs[stance]);
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), css);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign), label);
}

/* The publisher, the day on which it was seen, and what it says. */
static char *
dup_subtitle (ApoSourceRow *self)
{
  const char *quotation = apo_source_get_quotation (self->source);
  ApoDay consulted = apo_source_get_consulted (self->source);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (*apo_source_get_publisher (self->source) != '\0')
    g_ptr_array_add (parts, g_strdup (apo_source_get_publisher (self->source)));
  if (consulted != APO_DAY_NONE)
    {
      g_autofree char *day = apo_claim_day_dup_label (consulted);

      /* Translators: of a source: the day on which the reader saw it */
      g_ptr_array_add (parts, g_strdup_printf (_("consulted %s"), day));
    }
  if (*quotation != '\0')
    g_ptr_array_add (parts, apo_claim_passage_bind (quotation));
  if (*apo_source_get_file (self->source) != '\0')
    g_ptr_array_add (parts, g_strdup (apo_source_get_file (self->source)));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
get_name (ApoSourceRow *self)
{
  if (*apo_source_get_title (self->source) != '\0')
    return apo_source_get_title (self->source);
  if (*apo_source_get_url (self->source) != '\0')
    return apo_source_get_url (self->source);

  return _("New source");
}

static void
show_file (ApoSourceRow *self)
{
  const char *name = apo_source_get_file (self->source);
  g_autofree char *size = g_format_size (MAX (apo_source_get_file_size (self->source), 0));
  g_autofree char *details = NULL;

  if (*name == '\0')
    details = g_strdup (_("None"));
  else
    details = g_strdup_printf ("%s · %s\nSHA-256 %s", name, size,
                               apo_source_get_file_sha256 (self->source));
  adw_action_row_set_subtitle (self->file, details);
  gtk_widget_set_visible (self->detach, *name != '\0');
}

/* What is typed is in the dossier already; anything else would move the cursor. */
static void
show_entry (AdwEntryRow *entry,
            const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
set_string (ApoSourceRow *self,
            guint         field,
            AdwEntryRow  *entry)
{
  if (can_edit (self))
    apo_edit_set_source_string (self->history, self->source, field,
                                gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
typed_cb (ApoSourceRow *self,
          AdwEntryRow  *entry)
{
  set_string (self,
              entry == self->title ? APO_SOURCE_FIELD_TITLE
              : entry == self->url ? APO_SOURCE_FIELD_URL
              : entry == self->publisher ? APO_SOURCE_FIELD_PUBLISHER
                                         : APO_SOURCE_FIELD_QUOTATION,
              entry);
}

static void
stance_cb (ApoSourceRow *self)
{
  if (can_edit (self))
    apo_edit_set_source_stance (self->history, self->source,
                                adw_combo_row_get_selected (self->stance));
}

static void
consulted_cb (ApoSourceRow *self,
              int           day)
{
  if (can_edit (self))
    apo_edit_set_source_day (self->history, self->source, day);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ApoSourceRow) self = user_data;
  g_autofree char *name = NULL;
  g_autofree char *sha256 = NULL;
  gint64 size = 0;
  g_autoptr (GError) error = NULL;

  if (apo_attachment_read_finish (result, &name, &sha256, &size, &error))
    {
      if (self->history != NULL)
        apo_edit_set_source_file (self->history, self->source, name, sha256, size);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_action_row_set_subtitle (self->file, error->message);
}

static void
attach_chosen_cb (GFile   *file,
                  gpointer user_data)
{
  ApoSourceRow *self = user_data;

  if (self->history == NULL)
    return;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  adw_action_row_set_subtitle (self->file, _("Reading the file…"));
  apo_attachment_read_async (file, self->reading, read_cb, g_object_ref (self));
}

static void
attach_cb (ApoSourceRow *self)
{
  apo_dialogs_attach_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), attach_chosen_cb,
                           G_OBJECT (self));
}

static void
detach_cb (ApoSourceRow *self)
{
  apo_edit_set_source_file (self->history, self->source, NULL, NULL, 0);
}

static void
remove_cb (ApoSourceRow *self)
{
  apo_edit_remove_source (self->history, self->source);
}

static void
apo_source_row_dispose (GObject *object)
{
  ApoSourceRow *self = APO_SOURCE_ROW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->source);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (apo_source_row_parent_class)->dispose (object);
}

static void
apo_source_row_class_init (ApoSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_source_row_dispose;

  g_type_ensure (APO_TYPE_CLAIM_DAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, sign);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, stance);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, url);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, publisher);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, quotation);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, consulted);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, file);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceRow, detach);
  gtk_widget_class_bind_template_child_full (widget_class, "remove", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stance_cb);
  gtk_widget_class_bind_template_callback (widget_class, consulted_cb);
  gtk_widget_class_bind_template_callback (widget_class, attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, detach_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
apo_source_row_init (ApoSourceRow *self)
{
  g_autoptr (GtkStringList) stances = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < APO_N_SOURCE_STANCES; i++)
    gtk_string_list_append (stances, apo_source_stance_get_label (i));
  adw_combo_row_set_model (self->stance, G_LIST_MODEL (stances));
  self->showing = FALSE;
}

/**
 * apo_source_row_new:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 */
GtkWidget *
apo_source_row_new (ApoHistory *history,
                    ApoSource  *source)
{
  ApoSourceRow *self = g_object_new (APO_TYPE_SOURCE_ROW, NULL);

  g_set_object (&self->history, history);
  self->source = g_object_ref (source);
  gtk_widget_set_sensitive (GTK_WIDGET (self), history != NULL);
  apo_source_row_update (self);

  return GTK_WIDGET (self);
}

ApoSource *
apo_source_row_get_source (ApoSourceRow *row)
{
  return row->source;
}

/**
 * apo_source_row_update:
 *
 * Shows what the source is now.
 */
void
apo_source_row_update (ApoSourceRow *row)
{
  g_autofree char *subtitle = dup_subtitle (row);

  row->showing = TRUE;
  show_sign (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (row));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_combo_row_set_selected (row->stance, apo_source_get_stance (row->source));
  show_entry (row->title, apo_source_get_title (row->source));
  show_entry (row->url, apo_source_get_url (row->source));
  show_entry (row->publisher, apo_source_get_publisher (row->source));
  show_entry (row->quotation, apo_source_get_quotation (row->source));
  apo_claim_day_set (row->consulted, apo_source_get_consulted (row->source));
  show_file (row);
  row->showing = FALSE;
}

/**
 * apo_source_row_edit:
 *
 * Opens the row and puts the keyboard focus into its title.
 */
void
apo_source_row_edit (ApoSourceRow *row)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row->title));
}
