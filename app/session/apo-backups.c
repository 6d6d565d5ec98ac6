/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-backups.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "apo-dossier-file.h"

#define SUFFIX ".apostille"
#define PRIVATE_MODE 0600

#define DAY_MICROSECONDS (24 * G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

void
apo_backup_free (ApoBackup *backup)
{
  g_object_unref (backup->file);
  g_free (backup->sha256);
  g_free (backup);
}

/* Reads a name such as “1790000000000000-0123….apostille”; NULL if it is none of ours. */
static ApoBackup *
parse_name (const char *folder,
            const char *name)
{
  ApoBackup *backup;
  char *end;
  gint64 time = g_ascii_strtoll (name, &end, 10);
  GStatBuf info;
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (end == name || *end != '-' || !g_str_has_suffix (name, SUFFIX)
      || strlen (end + 1) != APO_BACKUP_SUM_LENGTH + strlen (SUFFIX)
      || g_stat (path, &info) != 0)
    return NULL;

  backup = g_new0 (ApoBackup, 1);
  backup->file = g_file_new_for_path (path);
  backup->time = time;
  backup->size = info.st_size;
  backup->sha256 = g_strndup (end + 1, APO_BACKUP_SUM_LENGTH);

  return backup;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ApoBackup *x = *(const ApoBackup *const *) a;
  const ApoBackup *y = *(const ApoBackup *const *) b;

  return x->time > y->time ? -1 : x->time < y->time;
}

static GPtrArray *
list_folder (const char *folder)
{
  g_autoptr (GPtrArray) backups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) apo_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      ApoBackup *backup = parse_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_times);

  return g_steal_pointer (&backups);
}

/**
 * apo_backups_list:
 * @file: the file of a dossier, which need not be there any more
 *
 * Returns: (transfer full) (element-type ApoBackup): its backups, the latest first
 */
GPtrArray *
apo_backups_list (ApoStore *store,
                  GFile    *file)
{
  g_autofree char *folder = apo_store_dup_backups (store, file);

  return list_folder (folder);
}

static ApoBackup *
find_backup (GPtrArray  *backups,
             const char *sha256)
{
  for (guint i = 0; i < backups->len; i++)
    {
      ApoBackup *backup = backups->pdata[i];

      if (strncmp (backup->sha256, sha256, APO_BACKUP_SUM_LENGTH) == 0)
        return backup;
    }

  return NULL;
}

/**
 * apo_backups_find:
 * @sha256: the whole checksum of a version
 *
 * Returns: (transfer full) (nullable): the bytes of that version, if they are kept and whole
 */
GBytes *
apo_backups_find (ApoStore   *store,
                  GFile      *file,
                  const char *sha256)
{
  g_autoptr (GPtrArray) backups = apo_backups_list (store, file);
  ApoBackup *backup = find_backup (backups, sha256);
  g_autofree char *path = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (backup == NULL)
    return NULL;

  path = g_file_get_path (backup->file);
  bytes = apo_file_load (apo_store_get_ops (store), path, APO_DOSSIER_MAX_BYTES, NULL);
  if (bytes == NULL)
    return NULL;

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (sum, sha256) ? g_steal_pointer (&bytes) : NULL;
}

/* Removes what is beyond the limits. */
static void
prune (ApoStore   *store,
       const char *folder)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);
  guint n_days = apo_store_get_n_days (store);
  gint64 oldest = n_days > 0 ? g_get_real_time () - n_days * DAY_MICROSECONDS : 0;

  for (guint i = 0; i < backups->len; i++)
    {
      ApoBackup *backup = backups->pdata[i];
      g_autofree char *path = g_file_get_path (backup->file);

      if (i >= apo_store_get_n_backups (store) || backup->time < oldest)
        apo_store_get_ops (store)->unlink (apo_store_get_ops (store), path);
    }
}

static gboolean
add (ApoStore   *store,
     GFile      *file,
     GBytes     *bytes,
     const char *sum,
     GError    **error)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autofree char *folder = apo_store_dup_backups (store, file);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) backups = list_folder (folder);

  if (find_backup (backups, sum) != NULL)
    return TRUE;

  name = g_strdup_printf ("%" G_GINT64_FORMAT "-%.*s" SUFFIX, g_get_real_time (),
                          APO_BACKUP_SUM_LENGTH, sum);
  path = g_build_filename (folder, name, NULL);
  if (!apo_file_make_folder (ops, parent, error) || !apo_file_make_folder (ops, folder, error)
      || !apo_file_replace (ops, path, bytes, PRIVATE_MODE, NULL, NULL, error))
    return FALSE;

  prune (store, folder);

  return TRUE;
}

static gboolean
keep (ApoStore   *store,
      GFile      *file,
      const char *path,
      const char *sha256,
      gboolean    only,
      GError    **error)
{
  g_autoptr (GPtrArray) backups = apo_backups_list (store, file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *sum = NULL;

  if (sha256 != NULL && find_backup (backups, sha256) != NULL)
    return TRUE;

  bytes = apo_file_load (apo_store_get_ops (store), path, APO_DOSSIER_MAX_BYTES, &cause);
  if (bytes == NULL && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (only && g_strcmp0 (sum, sha256) != 0)
    return TRUE;

  return add (store, file, bytes, sum, error);
}

/**
 * apo_backups_keep:
 * @sha256: (nullable): the checksum of what is thought to be in the file
 * @only: whether to keep that version alone, and none that came in its place
 *
 * Keeps a copy of a file that is about to be replaced, or on which changes begin to build, unless
 * there is one, and removes the oldest if there are too many.  A file that is not there is no
 * failure, and to be cancelled before it begins is none.  Blocks; for any thread.
 */
gboolean
apo_backups_keep (ApoStore     *store,
                  GFile        *file,
                  const char   *sha256,
                  gboolean      only,
                  GCancellable *cancellable,
                  GError      **error)
{
  g_autofree char *path = g_file_get_path (file);
  gboolean kept;

  if (path == NULL || apo_store_get_n_backups (store) == 0)
    return TRUE;

  apo_store_lock_backups (store);
  kept = g_cancellable_is_cancelled (cancellable)
         || keep (store, file, path, sha256, only, error);
  apo_store_unlock_backups (store);

  return kept;
}

/**
 * apo_backups_forget:
 *
 * Removes all backups of a dossier, and what a crash may have left beside them.
 */
gboolean
apo_backups_forget (ApoStore *store,
                    GFile    *file,
                    GError  **error)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autofree char *folder = apo_store_dup_backups (store, file);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int code = 0;

  apo_store_lock_backups (store);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && code == 0 && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (ops->unlink (ops, path) != 0)
        code = errno;
    }
  g_rmdir (folder);
  apo_store_unlock_backups (store);

  return code == 0 ? TRUE : apo_file_fail (error, code);
}
