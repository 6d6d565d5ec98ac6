/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-settings.h"

#define SCHEMA_ID "org.apostille.Apostille"

/**
 * apo_settings_new:
 *
 * The settings of the program, by the installed schema, else by the one of the build tree.
 *
 * Returns: (transfer full): the settings
 */
GSettings *
apo_settings_new (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, SCHEMA_ID, TRUE);
  if (schema != NULL)
    return g_settings_new_full (schema, NULL, NULL);

  built = g_settings_schema_source_new_from_directory (APO_SCHEMA_DIR, installed, TRUE, NULL);
  if (built != NULL)
    schema = g_settings_schema_source_lookup (built, SCHEMA_ID, FALSE);
  if (schema == NULL)
    g_error ("The settings schema %s is not installed", SCHEMA_ID);

  return g_settings_new_full (schema, NULL, NULL);
}
