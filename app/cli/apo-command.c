/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "apo-import.h"

/* What is read where nothing says otherwise. */
#define DEFAULT_LANGUAGE "fr"

/**
 * apo_command_fail_usage:
 * @message: a translated sentence
 *
 * Returns: %APO_EXIT_USAGE, after saying what is wrong and where help is
 */
int
apo_command_fail_usage (const char *message)
{
  fprintf (stderr, "apostille-cli: %s\n", message);
  fprintf (stderr, "%s\n", _("Try “apostille-cli --help”."));

  return APO_EXIT_USAGE;
}

void
apo_command_print_error (const char   *file,
                         const GError *error)
{
  fprintf (stderr, "apostille-cli: %s: %s\n", file, error->message);
}

/**
 * apo_command_read:
 * @file: a path, a URI, or `-` for the standard input
 *
 * Returns: (transfer full) (nullable): the article
 */
ApoArticle *
apo_command_read (const char  *file,
                  GError     **error)
{
  g_autoptr (GFile) gfile = strcmp (file, "-") == 0 ? g_file_new_for_path ("/dev/stdin")
                                                    : g_file_new_for_commandline_arg (file);

  return apo_import_file (gfile, NULL, error);
}

/**
 * apo_command_get_language:
 * @given: (nullable): from the command line
 *
 * Returns: (transfer none): the language to read the article in
 */
const char *
apo_command_get_language (ApoArticle *article,
                          const char *given)
{
  const char *own = apo_article_get_language (article);

  if (given != NULL)
    return given;

  return own != NULL && own[0] != '\0' ? own : DEFAULT_LANGUAGE;
}
