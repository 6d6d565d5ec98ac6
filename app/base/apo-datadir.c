/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-datadir.h"

#include <string.h>

/* Whether this program stands in the tree it was built in, from where it is run uninstalled. */
static gboolean
is_in_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  gsize length = strlen (APO_BUILD_ROOT);

  return program != NULL && strncmp (program, APO_BUILD_ROOT, length) == 0
         && program[length] == '/';
}

/**
 * apo_datadir_dup_path:
 *
 * Where the data of the program lies (`lang/`, `sample/` …): `$APOSTILLE_DATADIR`, else beside the
 * sources for a program that is run from the tree it was built in, else the installed place.
 *
 * Returns: (transfer full): the path
 */
char *
apo_datadir_dup_path (void)
{
  const char *set = g_getenv ("APOSTILLE_DATADIR");

  if (set != NULL && *set != '\0')
    return g_strdup (set);
  if (is_in_build_tree ())
    return g_build_filename (APO_SOURCE_ROOT, "resources", NULL);

  return g_strdup (APO_PKGDATADIR);
}

/**
 * apo_datadir_dup_locale:
 *
 * Returns: (transfer full): where the translations lie
 */
char *
apo_datadir_dup_locale (void)
{
  if (is_in_build_tree ())
    return g_build_filename (APO_BUILD_ROOT, "po", NULL);

  return g_strdup (APO_LOCALEDIR);
}
