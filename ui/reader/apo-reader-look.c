/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-look.h"

#include <glib/gi18n.h>

struct _ApoReaderLook {
  GtkPopover parent_instance;

  GtkLabel *size;
  GtkWidget *family;
  GtkAdjustment *measure;
  GtkAdjustment *spacing;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ApoReaderLook, apo_reader_look, GTK_TYPE_POPOVER)

static const char *const looks[] = {
  "color-scheme", "text-font", "font-size", "reader-measure", "reader-line-spacing",
};

static void
show_size_cb (ApoReaderLook *self)
{
  int size = g_settings_get_int (self->settings, "font-size");
  /* Translators: the size of a font, in points */
  g_autofree char *text = g_strdup_printf (_("%d pt"), size);

  gtk_label_set_text (self->size, text);
}

/* The button for fonts shows the one chosen there, else what the desktop uses. */
static void
show_family_cb (ApoReaderLook *self)
{
  g_autofree char *family = g_settings_get_string (self->settings, "text-font");
  gboolean own = *family != '\0' && !g_str_equal (family, "sans");

  if (own)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_new ();
      g_autofree char *shown = gtk_font_chooser_get_font (GTK_FONT_CHOOSER (self->family));
      g_autofree char *wanted = NULL;

      pango_font_description_set_family (font, family);
      wanted = pango_font_description_to_string (font);
      if (shown == NULL || !g_str_has_prefix (shown, wanted))
        gtk_font_chooser_set_font_desc (GTK_FONT_CHOOSER (self->family), font);
      gtk_widget_add_css_class (self->family, "apo-chosen");
    }
  else
    {
      g_autofree char *font = NULL;

      /* another word than those of the buttons beside it */
      g_object_get (gtk_widget_get_settings (self->family), "gtk-font-name", &font, NULL);
      gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->family), font);
      gtk_widget_remove_css_class (self->family, "apo-chosen");
    }
}

static void
font_set_cb (ApoReaderLook *self)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (self->family));

  if (family != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "text-font", pango_font_family_get_name (family));
}

static void
reset_cb (ApoReaderLook *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_settings_reset (self->settings, looks[i]);
}

static void
apo_reader_look_dispose (GObject *object)
{
  ApoReaderLook *self = APO_READER_LOOK (object);

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (apo_reader_look_parent_class)->dispose (object);
}

static void
apo_reader_look_class_init (ApoReaderLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reader_look_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader-look.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReaderLook, size);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderLook, family);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderLook, measure);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderLook, spacing);
  gtk_widget_class_bind_template_callback (widget_class, font_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
apo_reader_look_init (ApoReaderLook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_reader_look_bind_settings:
 *
 * Shows what @settings hold, and keeps there what is chosen.
 */
void
apo_reader_look_bind_settings (ApoReaderLook *look,
                               GSettings     *settings)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) scheme = g_settings_create_action (settings, "color-scheme");
  g_autoptr (GAction) font = g_settings_create_action (settings, "text-font");

  look->settings = g_object_ref (settings);
  g_action_map_add_action (G_ACTION_MAP (group), scheme);
  g_action_map_add_action (G_ACTION_MAP (group), font);
  gtk_widget_insert_action_group (GTK_WIDGET (look), "look", G_ACTION_GROUP (group));
  g_settings_bind (settings, "reader-measure", look->measure, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-line-spacing", look->spacing, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (settings, "changed::font-size", G_CALLBACK (show_size_cb), look);
  g_signal_connect_swapped (settings, "changed::text-font", G_CALLBACK (show_family_cb), look);
  show_size_cb (look);
  show_family_cb (look);
}
