/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-place.h"

#include <glib/gstdio.h>

#include "apo-dossier-file.h"
#include "apo-edit.h"

ApoPlace *
apo_place_new (const ApoFileOps *ops)
{
  ApoPlace *place = g_new0 (ApoPlace, 1);

  place->root = g_dir_make_tmp ("apostille-place-XXXXXX", NULL);
  g_assert_nonnull (place->root);
  place->state = g_build_filename (place->root, "state", NULL);
  place->data = g_build_filename (place->root, "data", NULL);
  place->store = apo_store_new (place->state, place->data, ops);
  place->file = g_file_new_build_filename (place->root, "port.apostille", NULL);

  return place;
}

void
apo_place_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        apo_place_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
apo_place_free (ApoPlace *place)
{
  apo_place_remove_folder (place->root);
  g_object_unref (place->store);
  g_object_unref (place->file);
  g_free (place->root);
  g_free (place->state);
  g_free (place->data);
  g_free (place);
}

char *
apo_place_dup_path (ApoPlace   *place,
                    const char *name)
{
  return g_build_filename (place->root, name, NULL);
}

/* What another program finds if this one dies now: the journals, with nobody who holds them. */
ApoStore *
apo_place_crash (ApoPlace *place)
{
  g_autofree char *name = g_strdup_printf ("crashed-%u", place->n_crashes++);
  g_autofree char *folder = g_build_filename (place->root, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (place->state, 0, NULL);
  const char *entry;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (place->state, entry, NULL);
      g_autofree char *to = g_build_filename (folder, entry, NULL);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &content, &length, NULL));
      g_assert_true (g_file_set_contents (to, content, length, NULL));
    }

  return apo_store_new (folder, place->data, NULL);
}

/* Counts the files whose names end so, also in folders below. */
guint
apo_place_count (const char *folder,
                 const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += apo_place_count (path, suffix);
      n += !g_file_test (path, G_FILE_TEST_IS_DIR) && g_str_has_suffix (name, suffix);
    }

  return n;
}

/* Whether a file there, also in folders below, has those words anywhere. */
gboolean
apo_place_contains (const char *folder,
                    const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (dir != NULL && !found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = apo_place_contains (path, words);
      else if (g_file_get_contents (path, &content, &length, NULL))
        found = g_strstr_len (content, length, words) != NULL;
    }

  return found;
}

/* A new dossier with the findings of the sample article. */
ApoSession *
apo_place_session_new (void)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  ApoSession *session = apo_session_new (article);

  apo_session_adopt_findings (session, findings);

  return session;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

ApoSession *
apo_place_open (GFile    *file,
                gboolean  copy,
                GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (copy)
    apo_session_open_copy_async (file, NULL, take_result_cb, &result);
  else
    apo_session_open_async (file, NULL, take_result_cb, &result);
  wait_for (&result);

  return apo_session_open_finish (result, error);
}

gboolean
apo_place_save (ApoSession *session,
                GFile      *file,
                gboolean    overwrite,
                GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  apo_session_save_async (session, file, overwrite, NULL, take_result_cb, &result);
  wait_for (&result);

  return apo_session_save_finish (session, result, error);
}

/* Recovers the latest of what can be recovered; NULL without an error where there is nothing. */
ApoSession *
apo_place_recover (ApoStore *store,
                   GError  **error)
{
  g_autoptr (GPtrArray) list = apo_recovery_list (store);
  g_autoptr (GAsyncResult) result = NULL;

  if (list->len == 0)
    return NULL;

  apo_recovery_recover_async (list->pdata[0], NULL, take_result_cb, &result);
  wait_for (&result);

  return apo_recovery_recover_finish (result, error);
}

void
apo_place_judge (ApoSession *session,
                 guint       i,
                 ApoVerdict  verdict)
{
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (session), APO_ITEM_CLAIM);
  g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

  apo_edit_set_verdict (apo_session_get_history (session), claim, verdict, "Ana");
}

GBytes *
apo_place_serialize (ApoSession *session)
{
  return apo_dossier_file_serialize (apo_session_get_dossier (session));
}
