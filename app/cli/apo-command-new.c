/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>

#include "apo-analyzer.h"
#include "apo-datadir.h"
#include "apo-dossier-file.h"
#include "apo-session.h"

typedef struct {
  char *date;
  char *language;
  char *output;
  char **files;
  ApoDay day;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->date);
  g_free (options->language);
  g_free (options->output);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
parse_options (Options  *options,
               int       argc,
               char    **argv)
{
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!apo_cli_parse (entries, argc, argv, &error))
    return apo_cli_fail_usage (error->message);
  if (!apo_cli_parse_date (options->date, &options->day))
    return apo_cli_fail_usage (_("“--date” takes a date such as 2024-03-15."));
  if (options->files == NULL || options->files[1] != NULL || options->output == NULL)
    return apo_cli_fail_usage (_("“new” takes one file, and “-o” with a dossier to write."));

  return APO_EXIT_OK;
}

static gboolean
write_dossier (const Options  *options,
               GError        **error)
{
  g_autofree char *data_dir = apo_datadir_dup_path ();
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (data_dir);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  g_autoptr (ApoArticle) article = apo_cli_read (options->files[0], error);
  g_autoptr (ApoFindings) findings = NULL;
  g_autoptr (ApoSession) session = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (article == NULL)
    return FALSE;

  findings = apo_analyzer_analyze (analyzer, apo_article_get_text (article),
                                   apo_cli_get_language (article, options->language),
                                   options->day, NULL, NULL, error);
  if (findings == NULL)
    return FALSE;

  session = apo_session_new (article);
  apo_session_adopt_findings (session, findings);
  bytes = apo_dossier_file_serialize (apo_session_get_dossier (session));

  return apo_dossier_file_save (apo_file_ops_get_real (), bytes, file, NULL, NULL, NULL, error);
}

/**
 * apo_cli_new:
 *
 * `new [--date YYYY-MM-DD] [--language CODE] FILE -o DOSSIER`: analyses a text and writes a dossier
 * that opens as the window would leave it.
 */
int
apo_cli_new (int    argc,
             char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = parse_options (&options, argc, argv);

  if (status != APO_EXIT_OK)
    return status;

  if (!write_dossier (&options, &error))
    {
      apo_cli_print_error (options.files[0], error);
      return APO_EXIT_FAILED;
    }

  return APO_EXIT_OK;
}
