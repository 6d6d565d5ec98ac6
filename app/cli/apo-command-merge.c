/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "apo-dossier-file.h"
#include "apo-merge.h"

typedef struct {
  char *base;
  char *settle;
  char *output;
  char **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->base);
  g_free (options->settle);
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
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &options->base, NULL, NULL },
    { "settle", 0, 0, G_OPTION_ARG_STRING, &options->settle, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!apo_cli_parse (entries, argc, argv, &error))
    return apo_cli_fail_usage (error->message);
  if (options->settle != NULL && !g_str_equal (options->settle, "mine")
      && !g_str_equal (options->settle, "theirs"))
    return apo_cli_fail_usage (_("“--settle” takes “mine” or “theirs”."));
  if (options->files == NULL || g_strv_length (options->files) != 2 || options->output == NULL)
    return apo_cli_fail_usage (_("“merge” takes two dossiers, and “-o” with a dossier to write."));

  return APO_EXIT_OK;
}

static void
print_changes (ApoMerge *merge)
{
  static const char *const words[] = { "added", "changed", "removed" };

  for (guint i = 0; i < apo_merge_get_n_changes (merge); i++)
    {
      const ApoMergeChange *change = apo_merge_get_change (merge, i);
      const char *const cells[] = {
        words[change->kind], change->id, change->key != NULL ? change->key : "", change->label,
        change->value != NULL ? change->value : "", NULL,
      };

      apo_cli_print_row (cells);
    }
  for (guint i = 0; i < apo_merge_get_n_conflicts (merge); i++)
    {
      const ApoMergeConflict *conflict = apo_merge_get_conflict (merge, i);
      const char *const cells[] = {
        "conflict", conflict->id, conflict->key, conflict->label, conflict->mine, conflict->theirs,
        conflict->base != NULL ? conflict->base : "", NULL,
      };

      apo_cli_print_row (cells);
    }
}

static void
settle_all (const Options *options,
            ApoMerge      *merge)
{
  if (options->settle == NULL)
    return;

  for (guint i = 0; i < apo_merge_get_n_conflicts (merge); i++)
    apo_merge_settle (merge, i, g_str_equal (options->settle, "mine") ? APO_MERGE_MINE
                                                                      : APO_MERGE_THEIRS);
}

static gboolean
merge_files (const Options *options,
             GError       **error)
{
  g_autoptr (ApoDossier) mine = apo_cli_read_dossier (options->files[0], error);
  g_autoptr (ApoDossier) theirs = NULL;
  g_autoptr (ApoDossier) base = NULL;
  g_autoptr (ApoMerge) merge = NULL;
  g_autoptr (ApoHistory) history = NULL;
  g_autofree char *was = NULL;
  g_autofree char *name = g_filename_display_basename (options->files[1]);
  guint n_open;

  if (mine == NULL || (theirs = apo_cli_read_dossier (options->files[1], error)) == NULL)
    return FALSE;
  if (options->base != NULL && (base = apo_cli_read_dossier (options->base, error)) == NULL)
    return FALSE;

  was = apo_merge_dup_hash (mine);
  merge = apo_merge_prepare (mine, theirs, base, name, error);
  if (merge == NULL)
    return FALSE;

  print_changes (merge);
  settle_all (options, merge);
  n_open = apo_merge_get_n_unsettled (merge);
  if (n_open > 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   ngettext ("%u conflict must be settled; “--settle mine” or “--settle theirs” does "
                             "it.  Nothing was written.",
                             "%u conflicts must be settled; “--settle mine” or “--settle theirs” "
                             "does it.  Nothing was written.", n_open),
                   n_open);
      return FALSE;
    }

  history = apo_history_new (mine);
  apo_history_execute (history, apo_merge_apply (merge));

  return apo_cli_write_dossier (mine, was, options->output, error);
}

/**
 * apo_cli_merge:
 *
 * `merge [--base DOSSIER] [--settle mine|theirs] MINE THEIRS -o OUT`: writes the first dossier with
 * all that is in the second.  Prints what comes in and what both have changed, a line each, its
 * cells parted by tabs.  With conflicts that are not settled nothing is written, and the exit
 * status is 1.
 */
int
apo_cli_merge (int    argc,
               char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  int status = parse_options (&options, argc, argv);

  if (status != APO_EXIT_OK)
    return status;

  if (!merge_files (&options, &error))
    {
      apo_cli_print_error (options.files[1], error);
      return APO_EXIT_FAILED;
    }

  return APO_EXIT_OK;
}
