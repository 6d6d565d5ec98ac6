/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-treebank.h"

#include <string.h>

#include "apo-conllu.h"

ApoTreebank *
apo_treebank_new (void)
{
  ApoTreebank *self = g_new0 (ApoTreebank, 1);

  self->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) apo_tree_free);

  return self;
}

void
apo_treebank_free (ApoTreebank *treebank)
{
  g_ptr_array_unref (treebank->trees);
  g_free (treebank);
}

/**
 * apo_treebank_read:
 * @path: a file of CoNLL-U
 *
 * Appends the sentences of a file.
 */
gboolean
apo_treebank_read (ApoTreebank  *treebank,
                   const char   *path,
                   GError      **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) blocks = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;

  blocks = g_strsplit (content, "\n\n", -1);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      ApoTree *tree;

      if (g_strstrip (blocks[i])[0] == '\0')
        continue;

      tree = apo_conllu_parse (blocks[i], error);
      if (tree == NULL)
        {
          g_prefix_error (error, "%s: ", path);
          return FALSE;
        }
      g_ptr_array_add (treebank->trees, tree);
      treebank->n_words += tree->n;
    }

  return TRUE;
}

/**
 * apo_treebank_load:
 * @paths: (array zero-terminated=1): files of CoNLL-U
 *
 * Returns: (transfer full) (nullable): their sentences
 */
ApoTreebank *
apo_treebank_load (const char * const  *paths,
                   GError             **error)
{
  g_autoptr (ApoTreebank) self = apo_treebank_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!apo_treebank_read (self, paths[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * apo_treebank_write:
 *
 * Writes all sentences into one file, with the tags that their words have.
 */
gboolean
apo_treebank_write (const ApoTreebank  *treebank,
                    const char         *path,
                    GError            **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < treebank->trees->len; i++)
    apo_conllu_print (apo_treebank_get (treebank, i), out);

  return g_file_set_contents (path, out->str, out->len, error);
}
