/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * apo_cli_text:
 *
 * `text FILE`: prints the normalised text that all offsets refer to.
 */
int
apo_cli_text (int    argc,
                  char **argv)
{
  g_autoptr (ApoArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  ApoText *text;

  if (argc != 1 || (argv[0][0] == '-' && argv[0][1] != '\0'))
    return apo_cli_fail_usage (_("“text” takes one file."));

  article = apo_cli_read (argv[0], &error);
  if (article == NULL)
    {
      apo_cli_print_error (argv[0], error);
      return APO_EXIT_FAILED;
    }

  text = apo_article_get_text (article);
  if (fwrite (apo_text_get_string (text), 1, apo_text_get_n_bytes (text), stdout)
        != apo_text_get_n_bytes (text) || fflush (stdout) != 0)
    return APO_EXIT_FAILED;

  return APO_EXIT_OK;
}
