/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-reader-buffer.h"
#include "apo-reader-find.h"
#include "apo-reader-view.h"

struct _ApoReader {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  GtkWidget *search_previous;
  GtkWidget *search_next;
  GtkLabel *about;
  GtkScrolledWindow *scroller;
  ApoReaderView *view;

  ApoDossier *dossier;
  ApoText *text;                /* (nullable) (unowned): of the article shown */
  guint n_words;                /* of it */
  GArray *found;                /* (nullable) ApoSpan, what the bar found */
  guint current;
};

G_DEFINE_FINAL_TYPE (ApoReader, apo_reader, GTK_TYPE_WIDGET)

static void
clear_found (ApoReader *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  apo_reader_view_set_found (self->view, NULL, 0);
}

static void
show_count (ApoReader *self)
{
  gboolean any = self->found != NULL && self->found->len > 0;
  g_autofree char *count = NULL;

  if (any)
    /* Translators: which of the places found, of how many */
    count = g_strdup_printf (_("%u of %u"), self->current + 1, self->found->len);
  else if (self->found != NULL)
    count = g_strdup (_("Not found"));

  gtk_label_set_text (self->search_count, count != NULL ? count : "");
  gtk_widget_set_sensitive (self->search_previous, any);
  gtk_widget_set_sensitive (self->search_next, any);
}

static void
show_current (ApoReader *self)
{
  apo_reader_view_set_found (self->view, self->found, self->current);
  if (self->found != NULL && self->found->len > 0)
    apo_reader_view_show_span (self->view, g_array_index (self->found, ApoSpan, self->current));
  show_count (self);
}

static void
step_found (ApoReader *self,
            int        step)
{
  if (self->found == NULL || self->found->len == 0)
    return;

  self->current = (self->current + self->found->len + step) % self->found->len;
  show_current (self);
}

static void
search_changed_cb (ApoReader *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  ApoArticle *article = self->dossier != NULL ? apo_dossier_get_article (self->dossier) : NULL;

  clear_found (self);
  if (*query != '\0' && article != NULL)
    {
      guint top = apo_reader_view_get_top (self->view);

      self->found = apo_reader_find (apo_article_get_text (article), query);
      self->current = 0;
      while (self->current < self->found->len
             && g_array_index (self->found, ApoSpan, self->current).start < top)
        self->current++;
      if (self->current == self->found->len)
        self->current = 0;
    }
  show_current (self);
}

static void
search_next_cb (ApoReader *self)
{
  step_found (self, 1);
}

static void
search_previous_cb (ApoReader *self)
{
  step_found (self, -1);
}

static void
search_mode_cb (ApoReader *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;

  clear_found (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static char *
format_date (ApoDay day)
{
  int year;
  int month;
  int day_of_month;
  g_autoptr (GDateTime) date = NULL;

  if (day == APO_DAY_NONE)
    return g_strdup (_("undated"));

  apo_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  /* Translators: how the date of an article is written, as for g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%-d %B %Y")) : apo_day_format (day);
}

static void
show_about (ApoReader *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  const char *parts[] = { apo_article_get_byline (article), apo_article_get_outlet (article) };
  g_autofree char *date = format_date (apo_article_get_date (article));
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (about, "%s · ", parts[i]);
  g_string_append_printf (about, "%s · ", date);
  g_string_append_printf (about, ngettext ("%u word", "%u words", self->n_words),
                          self->n_words);

  gtk_label_set_text (self->about, about->str);
}

/* A title that the text itself begins with is set as one. */
static void
style_title (ApoReader *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  const char *title = apo_article_get_title (article);
  const char *text = apo_text_get_string (apo_article_get_text (article));
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  guint skipped = 0;

  while (g_ascii_isspace (text[skipped]))
    skipped++;

  if (*title != '\0' && g_str_has_prefix (text + skipped, title))
    {
      glong length = g_utf8_strlen (title, -1);

      apo_reader_buffer_set_title (APO_READER_BUFFER (gtk_text_view_get_buffer (view)),
                                   APO_SPAN (skipped, skipped + length));
    }
}

static void
dossier_changed_cb (ApoReader *self)
{
  ApoText *text = apo_article_get_text (apo_dossier_get_article (self->dossier));

  /* what was found was found in another version of it */
  if (text != self->text)
    {
      self->n_words = apo_text_count_words (text);
      if (self->found != NULL)
        search_changed_cb (self);
    }
  self->text = text;
  show_about (self);
  style_title (self);
}

static void
apo_reader_dispose (GObject *object)
{
  ApoReader *self = APO_READER (object);

  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_reader_parent_class)->dispose (object);
}

static void
apo_reader_class_init (ApoReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reader_dispose;

  g_type_ensure (APO_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReader, box);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_count);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_previous);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_next);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, about);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reader");
}

static void
apo_reader_init (ApoReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

GtkWidget *
apo_reader_new (void)
{
  return g_object_new (APO_TYPE_READER, NULL);
}

/**
 * apo_reader_set_context:
 * @dossier: (nullable): whose first article to show, where it was left
 * @focus: (nullable): given with @dossier
 */
void
apo_reader_set_context (ApoReader  *reader,
                        ApoDossier *dossier,
                        ApoFocus   *focus)
{
  g_autoptr (GVariant) position = NULL;

  if (reader->dossier != NULL)
    g_signal_handlers_disconnect_by_data (reader->dossier, reader);
  gtk_search_bar_set_search_mode (reader->search_bar, FALSE);
  clear_found (reader);
  g_set_object (&reader->dossier, dossier);
  apo_reader_view_set_context (reader->view, dossier, focus);

  if (dossier == NULL || apo_dossier_get_article (dossier) == NULL)
    return;

  g_signal_connect_swapped (dossier, "changed", G_CALLBACK (dossier_changed_cb), reader);
  reader->text = NULL;
  dossier_changed_cb (reader);
  position = apo_dossier_get_view_state (dossier, "reader-position");
  if (position != NULL && g_variant_is_of_type (position, G_VARIANT_TYPE_INT64))
    apo_reader_view_scroll_to_top (reader->view, MAX (g_variant_get_int64 (position), 0));
}

/**
 * apo_reader_start_find:
 *
 * Opens the bar that finds words in the text.
 */
void
apo_reader_start_find (ApoReader *reader)
{
  gtk_search_bar_set_search_mode (reader->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (reader->search_entry));
}

/**
 * apo_reader_is_finding:
 *
 * Returns: whether the bar is open
 */
gboolean
apo_reader_is_finding (ApoReader *reader)
{
  return gtk_search_bar_get_search_mode (reader->search_bar);
}

/**
 * apo_reader_save_position:
 *
 * Keeps the reading position in the view state of the dossier.
 */
void
apo_reader_save_position (ApoReader *reader)
{
  if (reader->dossier != NULL && gtk_widget_get_mapped (GTK_WIDGET (reader->view)))
    apo_dossier_set_view_state (reader->dossier, "reader-position",
                                g_variant_new_int64 (apo_reader_view_get_top (reader->view)));
}

/**
 * apo_reader_get_view:
 *
 * Returns: (transfer none): the #ApoReaderView
 */
GtkWidget *
apo_reader_get_view (ApoReader *reader)
{
  return GTK_WIDGET (reader->view);
}
