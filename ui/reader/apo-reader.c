/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-edit.h"
#include "apo-reader-bar.h"
#include "apo-reader-buffer.h"
#include "apo-reader-date.h"
#include "apo-reader-look.h"
#include "apo-reader-view.h"
#include "apo-reader-words.h"
#include "apo-reader-zoom.h"
#include "apo-text-find.h"
#include "apo-tooltip.h"
#include "apo-wrap-layout.h"

/* The longest passage that is taken for something to look for, in code points. */
#define MAX_FIND_WORDS 80

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

      self->found = apo_text_find_folded (apo_text_get_string (apo_article_get_text (article)),
                                          query);
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
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self), "finding");
  clear_found (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* A text that does not say when it appeared is asked, in a quiet line; else a small button is
 * enough. */
static void
show_date_button (ApoReader *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  gboolean known = apo_article_get_date (article) != APO_DAY_NONE;

  gtk_widget_set_visible (GTK_WIDGET (self->date_button), self->history != NULL);
  if (known)
    gtk_menu_button_set_icon_name (self->date_button, "x-office-calendar-symbolic");
  else
    gtk_menu_button_set_label (self->date_button, _("When did it appear?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  known ? _("Change the day of publication")
                                        : _("When did it appear?"), -1);
}

static void
show_about (ApoReader *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  const char *parts[] = { apo_article_get_byline (article), apo_article_get_outlet (article) };
  g_autofree char *date = apo_reader_words_dup_day (apo_article_get_date (article));
  g_autoptr (GString) about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (about, "%s · ", parts[i]);
  g_string_append_printf (about, "%s · ", date);
  g_string_append_printf (about, ngettext ("%u word", "%u words", self->n_words),
                          self->n_words);

  gtk_label_set_text (self->about, about->str);
  show_date_button (self);
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

/* The line that is at the top stays there when its size changes. */
static void
look_changed_cb (ApoReader *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");

  if (g_str_equal (scheme, "sepia"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "sepia");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sepia");
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    apo_reader_view_scroll_to_top (self->view, apo_reader_view_get_top (self->view));
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);

  if (self->settings == NULL)
    return;

  if (g_str_has_suffix (action, "reset"))
    apo_reader_zoom_step (self->settings, 0);
  else
    apo_reader_zoom_step (self->settings, g_str_has_suffix (action, "in") ? 1 : -1);
}

/* Of the time that is selected, where it stands. */
static void
edit_date_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  ApoItem *item = NULL;
  GdkRectangle place;
  ApoSpan span;
  double x;
  double y;

  if (self->focus != NULL && self->history != NULL)
    item = apo_dossier_lookup (self->dossier, apo_focus_get_selected (self->focus));
  if (!APO_IS_TIME (item) || !apo_dossier_get_item_span (self->dossier, item, &span))
    {
      gtk_widget_activate_action (widget, "win.tell", "s", _("Click a date in the text first."));
      return;
    }

  apo_reader_view_show_span (self->view, span);
  if (!apo_reader_view_get_place (self->view, span.start, &place)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->view), widget, place.x, place.y, &x,
                                            &y))
    return;

  place.x = x;
  place.y = y;
  apo_reader_time_present (self->time, self->history, APO_TIME (item), &place);
}

static void
show_card_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  apo_reader_view_show_card (APO_READER (widget)->view);
}

static void
trim_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gboolean at_end;
  int step;

  g_variant_get (parameter, "(bi)", &at_end, &step);
  apo_reader_view_trim (APO_READER (widget)->view, at_end, step);
}

/* Keys that trim the selected claim.  They come before the text's own, which select words; not
 * where words are being selected. */
static gboolean
trim_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ApoReader *self = user_data;
  gboolean at_end;
  ApoSpan span;
  int step;

  if (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->view))
      || apo_reader_view_get_selection (self->view, &span))
    return FALSE;

  g_variant_get (arguments, "(bi)", &at_end, &step);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;

  return apo_reader_view_trim (self->view, at_end, step);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  ApoReader *self = user_data;

  if (!gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))))
    return FALSE;

  apo_reader_view_unselect (self->view);

  return TRUE;
}

static void
add_trim_keys (ApoReader             *self,
               GtkShortcutController *shortcuts)
{
  static const struct {
    const char *trigger;
    gboolean at_end;
    int step;
  } keys[] = {
    { "<Control><Shift>Right", TRUE, 1 },
    { "<Control><Shift>Left", TRUE, -1 },
    { "<Alt><Shift>Right", FALSE, 1 },
    { "<Alt><Shift>Left", FALSE, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (trim_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new ("(bi)", keys[i].at_end, keys[i].step));
      gtk_shortcut_controller_add_shortcut (shortcuts, shortcut);
    }
}

/* Keys that the text has of its own, and that are ours first. */
static void
add_text_keys (ApoReader *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_trim_keys (self, shortcuts);
  gtk_shortcut_controller_add_shortcut (
    shortcuts, gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                                 gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

/* Keys that hold in the whole window, unless what has the focus wants them. */
static void
add_keys (ApoReader *self)
{
  static const struct {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Control>plus|<Control>equal|<Control>KP_Add", "reader.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "reader.zoom-out" },
    { "<Control>0|<Control>KP_0", "reader.zoom-reset" },
    { "<Control>i", "reader.show-card" },
    { "<Control><Shift>m", "reader.new-claim" },
    { "<Control><Shift>e", "reader.new-event" },
    { "<Control><Shift>p", "reader.new-actor" },
    { "<Control><Shift>k", "reader.new-note" },
    { "<Control><Shift>c", "reader.copy-citation" },
    { "<Control><Shift>t", "reader.edit-date" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                        gtk_named_action_new (keys[i].action)));
  add_trim_keys (self, GTK_SHORTCUT_CONTROLLER (controller));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
apo_reader_dispose (GObject *object)
{
  ApoReader *self = APO_READER (object);

  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  apo_reader_remove_selection (self);
  if (self->time != NULL)
    apo_reader_time_give_up (self->time);
  g_clear_pointer ((GtkWidget **) &self->time, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_reader_parent_class)->dispose (object);
}

static void
apo_reader_class_init (ApoReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reader_dispose;

  g_type_ensure (APO_TYPE_READER_DATE);
  g_type_ensure (APO_TYPE_READER_LOOK);
  g_type_ensure (APO_TYPE_READER_VIEW);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReader, box);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_count);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_previous);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, search_next);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, about);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, date_button);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, date);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, look);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoReader, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_install_action (widget_class, "reader.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "reader.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "reader.zoom-reset", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "reader.show-card", NULL, show_card_action);
  gtk_widget_class_install_action (widget_class, "reader.trim", "(bi)", trim_action);
  gtk_widget_class_install_action (widget_class, "reader.edit-date", NULL, edit_date_action);
  apo_reader_install_selection (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reader");
}

static void
apo_reader_init (ApoReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (GTK_WIDGET (self->about), self->about);
  apo_reader_add_selection (self);
  self->time = apo_reader_time_new (GTK_WIDGET (self));
  add_keys (self);
  add_text_keys (self);
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
 * @history: (nullable): what changes it; without it there is nothing to change
 * @focus: (nullable): given with @dossier
 */
void
apo_reader_set_context (ApoReader  *reader,
                        ApoDossier *dossier,
                        ApoHistory *history,
                        ApoFocus   *focus)
{
  g_autoptr (GVariant) position = NULL;

  if (reader->dossier != NULL)
    g_signal_handlers_disconnect_by_data (reader->dossier, reader);
  gtk_search_bar_set_search_mode (reader->search_bar, FALSE);
  clear_found (reader);
  g_set_object (&reader->dossier, dossier);
  g_set_object (&reader->history, history);
  g_set_object (&reader->focus, focus);
  apo_reader_view_set_context (reader->view, dossier, history, focus);
  apo_reader_date_set_context (reader->date, history);
  apo_reader_time_give_up (reader->time);

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
 * apo_reader_bind_settings:
 *
 * Takes the look of the text from @settings, and keeps there what the reader chooses.
 */
void
apo_reader_bind_settings (ApoReader *reader,
                          GSettings *settings)
{
  static const char *const looks[] = {
    "changed::color-scheme", "changed::text-font", "changed::font-size",
    "changed::reader-measure", "changed::reader-line-spacing",
  };

  reader->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect_swapped (settings, looks[i], G_CALLBACK (look_changed_cb), reader);
  look_changed_cb (reader);
  g_settings_bind (settings, "reader-measure", reader->view, "measure", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "reader-line-spacing", reader->view, "line-spacing",
                   G_SETTINGS_BIND_GET);
  apo_reader_look_bind_settings (reader->look, settings);
  apo_reader_zoom_attach (GTK_WIDGET (reader->view), settings);
}

/* Words on one line, as somebody would type them. */
static char *
dup_selected_words (ApoReader *self)
{
  ApoArticle *article = self->dossier != NULL ? apo_dossier_get_article (self->dossier) : NULL;
  g_autofree char *words = NULL;
  ApoSpan span;

  if (article == NULL || !apo_reader_view_get_selection (self->view, &span)
      || apo_span_get_length (span) > MAX_FIND_WORDS)
    return NULL;

  words = apo_text_dup_slice (apo_article_get_text (article), span);

  return strchr (words, '\n') == NULL ? g_steal_pointer (&words) : NULL;
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
 * apo_reader_start_find:
 *
 * Opens the bar that finds words in the text, with those that are selected if they are few.
 */
void
apo_reader_start_find (ApoReader *reader)
{
  g_autofree char *selected = dup_selected_words (reader);

  gtk_search_bar_set_search_mode (reader->search_bar, TRUE);
  if (selected != NULL)
    gtk_editable_set_text (GTK_EDITABLE (reader->search_entry), selected);
  gtk_widget_grab_focus (GTK_WIDGET (reader->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (reader->search_entry), 0, -1);
}

/**
 * apo_reader_get_find_words:
 *
 * Returns: (nullable) (transfer none): what is being looked for in the text, if anything is
 */
const char *
apo_reader_get_find_words (ApoReader *reader)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (reader->search_entry));

  return apo_reader_is_finding (reader) && *words != '\0' ? words : NULL;
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
