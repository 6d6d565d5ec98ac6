/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "apo-dossier-file.h"
#include "apo-dossier-private.h"
#include "apo-import.h"
#include "apo-merge.h"

/* What is read where nothing says otherwise. */
#define DEFAULT_LANGUAGE "fr"

/**
 * apo_cli_fail_usage:
 * @message: a translated sentence
 *
 * Returns: %APO_EXIT_USAGE, after saying what is wrong and where help is
 */
int
apo_cli_fail_usage (const char *message)
{
  fprintf (stderr, "apostille-cli: %s\n", message);
  fprintf (stderr, "%s\n", _("Try “apostille-cli --help”."));

  return APO_EXIT_USAGE;
}

/**
 * apo_cli_parse:
 * @argc: arguments without the name of the command
 *
 * Returns: whether the arguments are those of @entries
 */
gboolean
apo_cli_parse (const GOptionEntry  *entries,
               int                  argc,
               char               **argv,
               GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) all = g_new0 (char *, argc + 2);

  /* the parser wants the name of a program in front */
  all[0] = g_strdup ("apostille-cli");
  for (int i = 0; i < argc; i++)
    all[i + 1] = g_strdup (argv[i]);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse_strv (context, &all, error);
}

/**
 * apo_cli_parse_date:
 * @date: (nullable): from the command line
 * @day: (out): the day, %APO_DAY_NONE for no date
 *
 * Returns: whether @date is one, or none
 */
gboolean
apo_cli_parse_date (const char *date,
                    ApoDay     *day)
{
  *day = APO_DAY_NONE;

  return date == NULL || apo_day_parse (date, day);
}

void
apo_cli_print_error (const char   *file,
                         const GError *error)
{
  fprintf (stderr, "apostille-cli: %s: %s\n", file, error->message);
}

/**
 * apo_cli_read:
 * @file: a path, a URI, or `-` for the standard input
 *
 * Returns: (transfer full) (nullable): the article
 */
ApoArticle *
apo_cli_read (const char  *file,
                  GError     **error)
{
  g_autoptr (GFile) gfile = strcmp (file, "-") == 0 ? g_file_new_for_path ("/dev/stdin")
                                                    : g_file_new_for_commandline_arg (file);

  return apo_import_file (gfile, NULL, error);
}

/**
 * apo_cli_read_dossier:
 * @file: a path or a URI
 *
 * Returns: (transfer full) (nullable): the dossier, if nothing in it is damaged
 */
ApoDossier *
apo_cli_read_dossier (const char  *file,
                      GError     **error)
{
  g_autoptr (GFile) gfile = g_file_new_for_commandline_arg (file);
  g_autofree char *name = apo_dossier_file_dup_name (gfile);
  g_autoptr (GBytes) bytes = apo_dossier_file_load (gfile, NULL, NULL, error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = NULL;

  if (bytes != NULL)
    dossier = apo_dossier_file_parse (bytes, name, &problems, error);
  if (dossier == NULL || problems->len == 0)
    return g_steal_pointer (&dossier);

  g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED, _("“%s” is damaged: %s."), name,
               (const char *) problems->pdata[0]);

  return NULL;
}

/**
 * apo_cli_write_dossier:
 * @was: the hash of the file that it was read from
 * @file: a path or a URI, which is written over
 *
 * Writes the dossier; if it has changed, it says what it was before.
 */
gboolean
apo_cli_write_dossier (ApoDossier *dossier,
                       const char *was,
                       const char *file,
                       GError    **error)
{
  g_autoptr (GFile) gfile = g_file_new_for_commandline_arg (file);
  g_autofree char *is = apo_merge_dup_hash (dossier);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (was, is))
    apo_dossier_add_ancestor (dossier, was);
  bytes = apo_dossier_file_serialize (dossier);

  return apo_dossier_file_save (apo_file_ops_get_real (), bytes, gfile, NULL, NULL, NULL, error);
}

/**
 * apo_cli_print_row:
 * @cells: ends with %NULL
 *
 * Prints the cells on one line, parted by tabs; white space in them becomes spaces.
 */
void
apo_cli_print_row (const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (cells[i]), "\t\r\n", ' ');

      printf ("%s%s", i > 0 ? "\t" : "", cell);
    }
  putchar ('\n');
}

/**
 * apo_cli_get_language:
 * @given: (nullable): from the command line
 *
 * Returns: (transfer none): the language to read the article in
 */
const char *
apo_cli_get_language (ApoArticle *article,
                          const char *given)
{
  const char *own = apo_article_get_language (article);

  if (given != NULL)
    return given;

  return own != NULL && own[0] != '\0' ? own : DEFAULT_LANGUAGE;
}
