/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-file-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40

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

  apo_file_fail (error, ELOOP);

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
    return errno == ENOENT ? TRUE : apo_file_fail (error, errno);
  if (S_ISDIR (info.st_mode))
    return apo_file_fail (error, EISDIR);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, g_strerror (EINVAL));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    return apo_file_fail (error, errno);

  *mode = info.st_mode & 07777;

  return TRUE;
}

static gboolean
write_local (const ApoFileOps *ops,
             const char       *path,
             GBytes           *bytes,
             gboolean         *replaced,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autofree char *target = resolve_links (path, error);
  int mode = -1;

  if (target == NULL || !check_old_file (target, &mode, error))
    return FALSE;

  return apo_file_replace (ops, target, bytes, mode, replaced, cancellable, error);
}

/**
 * apo_file_write:
 * @ops: how local files are written
 * @replaced: (out): whether the new file is there, which it may be in spite of an error: then it is
 *   whole, but may not last through a power cut
 *
 * Writes a whole file or leaves what was there untouched; see apo_file_replace().  Symbolic links
 * are followed; the permissions of an old file are kept.  Files that are not local are replaced as
 * their file system does it.  Blocks; for any thread.
 *
 * @error: of %G_IO_ERROR
 */
gboolean
apo_file_write (const ApoFileOps *ops,
                GFile            *file,
                GBytes           *bytes,
                gboolean         *replaced,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autofree char *path = g_file_get_path (file);

  *replaced = FALSE;
  if (path != NULL)
    return write_local (ops, path, bytes, replaced, cancellable, error);

  *replaced = g_file_replace_contents (file, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE,
                                       NULL, cancellable, error);

  return *replaced;
}
