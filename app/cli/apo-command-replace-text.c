/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "apo-dossier-file.h"
#include "apo-merge.h"
#include "apo-reanchor.h"

typedef struct {
  char *output;
  char **files;
} Options;

static void
options_clear (Options *options)
{
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
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!apo_cli_parse (entries, argc, argv, &error))
    return apo_cli_fail_usage (error->message);
  if (options->files == NULL || g_strv_length (options->files) != 2 || options->output == NULL)
    return apo_cli_fail_usage (_("“replace-text” takes a dossier and a text, and “-o” with a dossier "
                                 "to write."));

  return APO_EXIT_OK;
}

/* Prints what is no longer where it was, and how many there are of each. */
static void
print_targets (ApoReanchor *reanchor)
{
  static const char *const words[] = { "found", "moved", "ask", "lost" };

  for (guint i = 0; i < apo_reanchor_get_n_targets (reanchor); i++)
    {
      const ApoReanchorTarget *target = apo_reanchor_get_target (reanchor, i);
      g_autofree char *was = apo_reanchor_dup_old_words (reanchor, i);
      g_autofree char *is = apo_reanchor_dup_new_words (reanchor, i);
      g_autofree char *score = g_strdup_printf ("%.2f", target->place.score);
      const char *const cells[] = {
        target->place.state == APO_PLACE_MOVED && target->place.changed
          ? "changed" : words[target->place.state],
        target->id, score, was, is, NULL,
      };

      if (target->place.state != APO_PLACE_FOUND)
        apo_cli_print_row (cells);
    }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    printf ("%s: %u\n", words[i], apo_reanchor_count (reanchor, i));
}

/* Returns the number of passages that the reader must be asked about, or -1. */
static int
replace_text (const Options *options,
              GError       **error)
{
  g_autoptr (ApoDossier) dossier = apo_cli_read_dossier (options->files[0], error);
  g_autoptr (ApoArticle) newer = NULL;
  g_autoptr (ApoReanchor) reanchor = NULL;
  g_autoptr (ApoHistory) history = NULL;
  g_autofree char *was = NULL;

  if (dossier == NULL || (newer = apo_cli_read (options->files[1], error)) == NULL)
    return -1;

  was = apo_merge_dup_hash (dossier);
  reanchor = apo_reanchor_new (dossier, newer);
  apo_reanchor_run (reanchor, NULL);
  print_targets (reanchor);
  history = apo_history_new (dossier);
  apo_history_execute (history, apo_reanchor_apply (reanchor));
  if (!apo_cli_write_dossier (dossier, was, options->output, error))
    return -1;

  return apo_reanchor_count (reanchor, APO_PLACE_ASK);
}

/**
 * apo_cli_replace_text:
 *
 * `replace-text DOSSIER TEXT -o OUT`: writes the dossier with another version of its text.  Prints
 * the passages that moved, changed, are lost or may be in one of several places, a line each, its
 * cells parted by tabs.  If there are some of the last kind, the exit status is 1; the dossier is
 * written.
 */
int
apo_cli_replace_text (int    argc,
                      char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = parse_options (&options, argc, argv);
  int n_asked;

  if (status != APO_EXIT_OK)
    return status;

  n_asked = replace_text (&options, &error);
  if (n_asked > 0)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 ngettext ("For %d passage you must say where it is now.",
                           "For %d passages you must say where they are now.", n_asked),
                 n_asked);
  if (error == NULL)
    return APO_EXIT_OK;

  apo_cli_print_error (options.files[0], error);

  return APO_EXIT_FAILED;
}
