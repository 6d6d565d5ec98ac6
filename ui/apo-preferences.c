/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-preferences.h"

#include <glib/gi18n.h>

#include "apo-corrections.h"

#define MIN_FONT_SIZE 8
#define MAX_FONT_SIZE 32

static const char *const schemes[] = { "system", "light", "sepia", "dark" };

static gboolean
scheme_to_index (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
index_to_scheme (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  guint index = g_value_get_uint (value);

  return index < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[index]) : NULL;
}

static void
corrections_cb (GtkWidget *row,
                ApoMemory *memory)
{
  GtkWindow *preferences = GTK_WINDOW (gtk_widget_get_root (row));
  GtkWidget *corrections = apo_corrections_new (preferences, memory);

  gtk_window_group_add_window (gtk_window_get_group (preferences), GTK_WINDOW (corrections));
  gtk_window_present (GTK_WINDOW (corrections));
}

static void
bind_names (GtkBuilder *builder,
            GSettings  *settings,
            ApoMemory  *memory)
{
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "corrections"));

  g_settings_bind (settings, "remember-corrections", gtk_builder_get_object (builder, "remember"),
                   "active", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_sensitive (row, memory != NULL);
  if (memory != NULL)
    g_signal_connect_object (row, "activated", G_CALLBACK (corrections_cb), memory, 0);
}

/**
 * apo_preferences_present:
 * @memory: (nullable): of corrections, to be looked at from there
 *
 * Opens the window of preferences; everything in it takes effect at once.
 */
void
apo_preferences_present (GtkWindow *parent,
                         GSettings *settings,
                         ApoMemory *memory)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/apostille/Apostille/ui/apo-preferences.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  g_settings_bind (settings, "font-size", gtk_builder_get_object (builder, "font_size"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-line-spacing",
                   gtk_builder_get_object (builder, "line_spacing"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "key-hints", gtk_builder_get_object (builder, "key_hints"), "active",
                   G_SETTINGS_BIND_DEFAULT);
  bind_names (builder, settings, memory);
  g_settings_bind (settings, "backups", gtk_builder_get_object (builder, "backups"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backup-days", gtk_builder_get_object (builder, "backup_days"),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "color-scheme",
                                gtk_builder_get_object (builder, "color_scheme"), "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_index, index_to_scheme, NULL,
                                NULL);
  gtk_window_set_transient_for (window, parent);
  gtk_window_group_add_window (gtk_window_get_group (parent), window);
  gtk_window_present (window);
}

/**
 * apo_preferences_apply_theme:
 *
 * Light, dark, or as the desktop has it.
 */
void
apo_preferences_apply_theme (GSettings *settings)
{
  static const AdwColorScheme values[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], scheme))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), values[i]);
}

/* The family as CSS has it: a word that is not quoted, or a string. */
static char *
dup_family_css (GSettings *settings)
{
  g_autofree char *family = g_settings_get_string (settings, "text-font");
  g_autoptr (GString) css = NULL;

  if (*family == '\0')
    return g_strdup ("'Noto Serif', serif");
  if (g_str_equal (family, "sans"))
    return g_strdup ("sans-serif");

  css = g_string_new (family);
  g_string_replace (css, "\\", "\\\\", 0);
  g_string_replace (css, "'", "\\'", 0);
  g_string_prepend_c (css, '\'');
  g_string_append (css, "', serif");

  return g_string_free (g_steal_pointer (&css), FALSE);
}

/**
 * apo_preferences_apply_keeping:
 *
 * Sets how many earlier versions of a dossier are kept, and for how long.
 */
void
apo_preferences_apply_keeping (GSettings *settings,
                               ApoStore  *store)
{
  apo_store_set_limits (store, g_settings_get_int (settings, "backups"),
                        g_settings_get_int (settings, "backup-days"));
}

/**
 * apo_preferences_apply_font:
 *
 * Sets the font of the text of articles.
 */
void
apo_preferences_apply_font (GSettings *settings)
{
  static GtkCssProvider *provider;
  int size = CLAMP (g_settings_get_int (settings, "font-size"), MIN_FONT_SIZE, MAX_FONT_SIZE);
  g_autofree char *family = dup_family_css (settings);
  g_autofree char *css =
    g_strdup_printf ("reader textview { font-family: %s; font-size: %dpt; }", family, size);

  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  gtk_css_provider_load_from_data (provider, css, -1);
}
