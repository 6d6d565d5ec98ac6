/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-train.h"

#include <string.h>

/**
 * apo_train_parse:
 * @entries: (nullable): the options of a command
 * @n_files: how many files must follow at least
 *
 * Reads the options of a command; what is left in @argv are its name and its files.
 */
gboolean
apo_train_parse (const GOptionEntry   *entries,
                 int                  *argc,
                 char               ***argv,
                 int                   n_files,
                 GError              **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (*argc - 1 < n_files)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s” needs %d files.",
                   (*argv)[0], n_files);
      return FALSE;
    }

  return TRUE;
}

/**
 * apo_train_shuffle:
 *
 * Puts @order, which holds @n numbers, into an order that depends on @random alone.
 */
void
apo_train_shuffle (guint *order,
                   guint  n,
                   GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i), kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
}

/**
 * apo_train_surface:
 *
 * `surface OUT FILE…`: what the models are trained on, as one file.
 */
gboolean
apo_train_surface (int      argc,
                   char   **argv,
                   GError **error)
{
  g_autoptr (ApoTreebank) treebank = NULL;

  if (!apo_train_parse (NULL, &argc, &argv, 2, error))
    return FALSE;

  treebank = apo_treebank_load ((const char * const *) argv + 2, error);

  return treebank != NULL && apo_treebank_write (treebank, argv[1], error);
}
