/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-merge-private.h"

/**
 * apo_merge_dup_hash:
 *
 * Returns: (transfer full): the hash of the state of a dossier, that of the file it is saved as
 */
char *
apo_merge_dup_hash (ApoDossier *dossier)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * apo_merge_has_state:
 *
 * Returns: whether a state with that hash is in the dossier: it was that once, or it came in
 */
gboolean
apo_merge_has_state (ApoDossier *dossier,
           const char *hash)
{
  return g_strv_contains (apo_dossier_get_ancestors (dossier), hash)
         || apo_item_refers_to (APO_ITEM (apo_dossier_get_article (dossier)),
                                APO_ARTICLE_FIELD_MERGED, hash);
}

/**
 * apo_merge_find_bases:
 * @mine: as it is saved, or would be
 * @theirs: the same
 *
 * Returns: (transfer full) (array zero-terminated=1): the hashes of the states of @theirs that
 *   @mine knows, the newest first, to look for among the files that are kept
 */
char **
apo_merge_find_bases (ApoDossier *mine,
                      ApoDossier *theirs)
{
  g_autofree char *my_hash = apo_merge_dup_hash (mine);
  g_autofree char *their_hash = apo_merge_dup_hash (theirs);
  const char *const *ancestors = apo_dossier_get_ancestors (theirs);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (g_str_equal (my_hash, their_hash) || apo_merge_has_state (mine, their_hash))
    g_strv_builder_add (builder, their_hash);
  for (guint i = g_strv_length ((char **) ancestors); i > 0; i--)
    if (g_str_equal (ancestors[i - 1], my_hash) || apo_merge_has_state (mine, ancestors[i - 1]))
      g_strv_builder_add (builder, ancestors[i - 1]);

  return g_strv_builder_end (builder);
}
