/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES (1u << 20)
#define MAX_LINKS 40
#define DEFAULT_MODE 0644

static gboolean
fail (GError **error,
      int      code)
{
  GIOErrorEnum reason = code == EDQUOT || code == EFBIG ? G_IO_ERROR_NO_SPACE
                                                        : g_io_error_from_errno (code);

  g_set_error_literal (error, G_IO_ERROR, reason, g_strerror (code));

  return FALSE;
}

/**
 * apo_file_stamp_new:
 * @info: with %APO_FILE_ATTRIBUTES
 *
 * Returns: (transfer full): what tells this version of a file from others: its tag, which for local
 *   files is the time of the last change, and its size
 */
char *
apo_file_stamp_new (GFileInfo *info)
{
  const char *etag = g_file_info_get_etag (info);

  return g_strdup_printf ("%s/%" G_GOFFSET_FORMAT, etag != NULL ? etag : "",
                          g_file_info_get_size (info));
}

/* Follows symbolic links to the file they stand for, which need not exist. */
static char *
resolve_links (const char *path,
               GError    **error)
{
  g_autofree char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *folder = NULL;
      GStatBuf info;

      if (g_lstat (resolved, &info) != 0 || !S_ISLNK (info.st_mode))
        return g_steal_pointer (&resolved);

      target = g_file_read_link (resolved, error);
      if (target == NULL)
        return NULL;
      folder = g_path_get_dirname (resolved);
      g_free (resolved);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (folder, target, NULL);
    }

  fail (error, ELOOP);

  return NULL;
}

/* Whether what stands at @path may be replaced; @mode is untouched where nothing does. */
static gboolean
check_old_file (const char *path,
                int        *mode,
                GError    **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return errno == ENOENT ? TRUE : fail (error, errno);
  if (S_ISDIR (info.st_mode))
    return fail (error, EISDIR);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, g_strerror (EINVAL));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    return fail (error, errno);

  *mode = info.st_mode & 07777;

  return TRUE;
}

static gboolean
write_all (int           fd,
           GBytes       *bytes,
           GCancellable *cancellable,
           GError      **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data, MIN (length, CHUNK_BYTES));
      if (n < 0 && errno != EINTR)
        return fail (error, errno);
      if (n > 0)
        {
          data += n;
          length -= n;
        }
    }

  return TRUE;
}

/* Writes and closes a temporary file that is this process's own. */
static gboolean
fill (int           fd,
      GBytes       *bytes,
      int           mode,
      GCancellable *cancellable,
      GError      **error)
{
  gboolean done = write_all (fd, bytes, cancellable, error);

  if (done && mode >= 0 && fchmod (fd, mode) != 0)
    done = fail (error, errno);
  if (done && fsync (fd) != 0)
    done = fail (error, errno);
  if (close (fd) != 0 && done)
    done = fail (error, errno);

  return done;
}

/* Makes the new name last through a power cut.  Some file systems cannot, which is no failure: the
 * file is whole under either name. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static gboolean
write_local (const char   *path,
             GBytes       *bytes,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *target = resolve_links (path, error);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  int mode = -1;
  int fd;

  if (target == NULL || !check_old_file (target, &mode, error))
    return FALSE;

  folder = g_path_get_dirname (target);
  temporary = g_build_filename (folder, ".apostille-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, mode >= 0 ? 0600 : DEFAULT_MODE);
  if (fd < 0)
    return fail (error, errno);

  if (!fill (fd, bytes, mode, cancellable, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, target) != 0)
    {
      fail (error, errno);
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);

  return TRUE;
}

/**
 * apo_file_write:
 *
 * Writes a whole file or leaves what was there untouched: the bytes go into a temporary file beside
 * it, onto the disk, and then take its name.  Symbolic links are followed; the permissions of an
 * old file are kept.  Files that are not local are replaced as their file system does it.  Blocks;
 * for any thread.
 *
 * @error: of %G_IO_ERROR
 */
gboolean
apo_file_write (GFile        *file,
                GBytes       *bytes,
                GCancellable *cancellable,
                GError      **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return write_local (path, bytes, cancellable, error);

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}
