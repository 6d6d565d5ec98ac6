/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-journal-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>

#define PRIVATE_MODE 0600

/* Of the checksum of what is put aside, in its name. */
#define SUM_LENGTH 16

#define DAY_SECONDS (24 * G_GINT64_CONSTANT (3600))

/**
 * apo_journal_dup_path:
 *
 * Returns: (transfer full): the path of a journal or lock
 */
char *
apo_journal_dup_path (ApoStore   *store,
                      const char *stem,
                      const char *suffix)
{
  g_autofree char *name = g_strconcat (stem, suffix, NULL);

  return g_build_filename (apo_store_get_journals (store), name, NULL);
}

/**
 * apo_journal_open_lock:
 * @path: of a lock
 * @error: of %G_IO_ERROR; %G_IO_ERROR_WOULD_BLOCK if somebody else holds it, or it is gone again
 *
 * Opens and locks a file, which is made where there is none.
 *
 * Returns: what holds the lock until it is closed, or -1
 */
int
apo_journal_open_lock (const ApoFileOps *ops,
                       const char       *path,
                       GError          **error)
{
  int fd = ops->open (ops, path, O_RDWR | O_CREAT | O_CLOEXEC, PRIVATE_MODE);
  GStatBuf held;
  GStatBuf there;

  if (fd < 0)
    {
      apo_file_fail (error, errno);
      return -1;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &held) == 0 && g_stat (path, &there) == 0
      && held.st_ino == there.st_ino && held.st_dev == there.st_dev)
    return fd;

  ops->close (ops, fd);
  apo_file_fail (error, EWOULDBLOCK);

  return -1;
}

/**
 * apo_journal_is_claimed:
 *
 * Returns: whether somebody, in this process or another, writes that journal
 */
gboolean
apo_journal_is_claimed (ApoStore   *store,
                        const char *stem)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autofree char *path = apo_journal_dup_path (store, stem, APO_JOURNAL_LOCK_SUFFIX);
  int fd = ops->open (ops, path, O_RDONLY | O_CLOEXEC, 0);
  gboolean claimed;

  if (fd < 0)
    return FALSE;

  claimed = flock (fd, LOCK_SH | LOCK_NB) != 0;
  ops->close (ops, fd);

  return claimed;
}

/**
 * apo_journal_list_stems:
 * @key: (nullable): of a dossier; %NULL for all
 * @suffix: of journals or locks
 *
 * Returns: (transfer full) (element-type utf8): what their names begin with
 */
GPtrArray *
apo_journal_list_stems (ApoStore   *store,
                        const char *key,
                        const char *suffix)
{
  g_autoptr (GPtrArray) stems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (apo_store_get_journals (store), 0, NULL);
  g_autofree char *prefix = key != NULL ? g_strconcat (key, "-", NULL) : g_strdup ("");
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix))
      g_ptr_array_add (stems, g_strndup (name, strlen (name) - strlen (suffix)));

  return g_steal_pointer (&stems);
}

/**
 * apo_journal_is_open:
 * @key: of a dossier that has a file
 * @own: (nullable): a journal that does not count
 *
 * Returns: whether somebody, in this process or another, has that dossier open
 */
gboolean
apo_journal_is_open (ApoStore   *store,
                     const char *key,
                     const char *own)
{
  g_autoptr (GPtrArray) stems = apo_journal_list_stems (store, key, APO_JOURNAL_LOCK_SUFFIX);

  for (guint i = 0; i < stems->len; i++)
    if (g_strcmp0 (stems->pdata[i], own) != 0 && apo_journal_is_claimed (store, stems->pdata[i]))
      return TRUE;

  return FALSE;
}

/**
 * apo_journal_put_aside:
 * @stem: of the journal
 * @bytes: all of it
 *
 * Keeps a copy of a journal of which not all could be used, before it is written anew: another
 * version of the program, or a patient reader, may make more of it.  The same bytes are kept once.
 *
 * Returns: whether the copy will last through a power cut
 */
gboolean
apo_journal_put_aside (ApoStore   *store,
                       const char *stem,
                       GBytes     *bytes,
                       GError    **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_strdup_printf ("%s-%.*s", stem, SUM_LENGTH, sum);
  g_autofree char *path = apo_journal_dup_path (store, name, APO_JOURNAL_ASIDE_SUFFIX);

  return apo_file_replace (apo_store_get_ops (store), path, bytes, PRIVATE_MODE, NULL, NULL, error);
}

/**
 * apo_journal_move_aside:
 *
 * What was put aside of a journal follows it to its new name, by which it is found again.
 */
gboolean
apo_journal_move_aside (ApoStore   *store,
                        const char *stem,
                        const char *new_stem,
                        GError    **error)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autoptr (GPtrArray) asides = apo_journal_list_stems (store, stem, APO_JOURNAL_ASIDE_SUFFIX);

  for (guint i = 0; i < asides->len; i++)
    {
      g_autofree char *name = g_strconcat (new_stem, (char *) asides->pdata[i] + strlen (stem), NULL);
      g_autofree char *from = apo_journal_dup_path (store, asides->pdata[i],
                                                    APO_JOURNAL_ASIDE_SUFFIX);
      g_autofree char *to = apo_journal_dup_path (store, name, APO_JOURNAL_ASIDE_SUFFIX);

      if (ops->rename (ops, from, to) != 0)
        return apo_file_fail (error, errno);
    }

  return TRUE;
}

/**
 * apo_journal_drop_aside:
 * @key: of a dossier
 *
 * Removes what was put aside of its journals.
 */
gboolean
apo_journal_drop_aside (ApoStore   *store,
                        const char *key,
                        GError    **error)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autoptr (GPtrArray) asides = apo_journal_list_stems (store, key, APO_JOURNAL_ASIDE_SUFFIX);

  for (guint i = 0; i < asides->len; i++)
    {
      g_autofree char *path = apo_journal_dup_path (store, asides->pdata[i],
                                                    APO_JOURNAL_ASIDE_SUFFIX);

      if (ops->unlink (ops, path) != 0 && errno != ENOENT)
        return apo_file_fail (error, errno);
    }

  return TRUE;
}

/* Removes what was put aside longer ago than things are to be kept. */
static void
drop_old_aside (ApoStore *store)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  gint64 n_days = apo_store_get_n_days (store);
  gint64 oldest = g_get_real_time () / G_USEC_PER_SEC - n_days * DAY_SECONDS;
  g_autoptr (GPtrArray) asides = apo_journal_list_stems (store, NULL, APO_JOURNAL_ASIDE_SUFFIX);

  for (guint i = 0; i < asides->len && n_days > 0; i++)
    {
      g_autofree char *path = apo_journal_dup_path (store, asides->pdata[i],
                                                    APO_JOURNAL_ASIDE_SUFFIX);
      GStatBuf info;

      if (g_stat (path, &info) == 0 && info.st_mtime < oldest)
        ops->unlink (ops, path);
    }
}

/**
 * apo_journal_tidy:
 *
 * Removes locks that nobody holds and that lock nothing, what a crash left half written, and what
 * was put aside too long ago.
 */
void
apo_journal_tidy (ApoStore *store)
{
  const ApoFileOps *ops = apo_store_get_ops (store);
  g_autoptr (GPtrArray) stems = apo_journal_list_stems (store, NULL, APO_JOURNAL_LOCK_SUFFIX);
  g_autoptr (GPtrArray) others = NULL;
  gboolean all_dead = TRUE;

  drop_old_aside (store);
  for (guint i = 0; i < stems->len; i++)
    {
      g_autofree char *path = apo_journal_dup_path (store, stems->pdata[i],
                                                    APO_JOURNAL_LOCK_SUFFIX);
      g_autofree char *journal = apo_journal_dup_path (store, stems->pdata[i],
                                                       APO_JOURNAL_SUFFIX);
      int lock = apo_journal_open_lock (ops, path, NULL);

      all_dead = all_dead && lock >= 0;
      if (lock >= 0 && !g_file_test (journal, G_FILE_TEST_EXISTS))
        ops->unlink (ops, path);
      if (lock >= 0)
        ops->close (ops, lock);
    }

  others = apo_journal_list_stems (store, NULL, "");
  for (guint i = 0; i < others->len && all_dead; i++)
    if (g_str_has_prefix (others->pdata[i], APO_FILE_TEMPORARY_PREFIX))
      {
        g_autofree char *path = apo_journal_dup_path (store, others->pdata[i], "");

        ops->unlink (ops, path);
      }
}
