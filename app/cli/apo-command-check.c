/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "apo-dossier-file.h"

/**
 * apo_cli_check:
 *
 * `check DOSSIER`: reads a dossier and says what is damaged, a line each.
 */
int
apo_cli_check (int    argc,
               char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoDossier) dossier = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (argc != 1 || argv[0][0] == '-')
    return apo_cli_fail_usage (_("“check” takes one dossier."));

  file = g_file_new_for_commandline_arg (argv[0]);
  name = apo_dossier_file_dup_name (file);
  bytes = apo_dossier_file_load (file, NULL, NULL, &error);
  if (bytes != NULL)
    dossier = apo_dossier_file_parse (bytes, name, &problems, &error);
  if (dossier == NULL)
    {
      apo_cli_print_error (argv[0], error);
      return APO_EXIT_FAILED;
    }

  for (guint i = 0; i < problems->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (problems, i));

  return problems->len > 0 ? APO_EXIT_FAILED : APO_EXIT_OK;
}
