/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-file-ops.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Most files are smaller than what is read at once. */
#define READ_BYTES (1u << 16)
#define WRITE_BYTES (1u << 20)
#define DEFAULT_MODE 0644

/* Names that are tried for a temporary file before giving up. */
#define MAX_NAMES 100

static int
real_open (const ApoFileOps *ops,
           const char       *path,
           int               flags,
           int               mode)
{
  return g_open (path, flags, mode);
}

static int
real_close (const ApoFileOps *ops,
            int               fd)
{
  return close (fd);
}

static gssize
real_read (const ApoFileOps *ops,
           int               fd,
           void             *data,
           gsize             length)
{
  return read (fd, data, length);
}

static gssize
real_write (const ApoFileOps *ops,
            int               fd,
            const void       *data,
            gsize             length)
{
  return write (fd, data, length);
}

static int
real_fsync (const ApoFileOps *ops,
            int               fd)
{
  return fsync (fd);
}

static int
real_fchmod (const ApoFileOps *ops,
             int               fd,
             int               mode)
{
  return fchmod (fd, mode);
}

static int
real_rename (const ApoFileOps *ops,
             const char       *from,
             const char       *to)
{
  return g_rename (from, to);
}

static int
real_unlink (const ApoFileOps *ops,
             const char       *path)
{
  return g_unlink (path);
}

static int
real_mkdir (const ApoFileOps *ops,
            const char       *path,
            int               mode)
{
  return g_mkdir (path, mode);
}

/**
 * apo_file_ops_get_real:
 *
 * Returns: (transfer none): those of the system
 */
const ApoFileOps *
apo_file_ops_get_real (void)
{
  static const ApoFileOps real = {
    real_open, real_close, real_read, real_write, real_fsync, real_fchmod, real_rename, real_unlink,
    real_mkdir,
  };

  return &real;
}

/**
 * apo_file_fail:
 * @code: an `errno`
 *
 * Sets an error of %G_IO_ERROR.
 *
 * Returns: %FALSE
 */
gboolean
apo_file_fail (GError **error,
               int      code)
{
  GIOErrorEnum reason = code == EDQUOT || code == EFBIG ? G_IO_ERROR_NO_SPACE
                                                        : g_io_error_from_errno (code);

  g_set_error_literal (error, G_IO_ERROR, reason, g_strerror (code));

  return FALSE;
}

/**
 * apo_file_write_all:
 *
 * Goes on after short writes and interruptions.
 */
gboolean
apo_file_write_all (const ApoFileOps *ops,
                    int               fd,
                    GBytes           *bytes,
                    GCancellable     *cancellable,
                    GError          **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = ops->write (ops, fd, data, MIN (length, WRITE_BYTES));
      if (n < 0 && errno != EINTR)
        return apo_file_fail (error, errno);
      if (n > 0)
        {
          data += n;
          length -= n;
        }
    }

  return TRUE;
}

static int
sync_again (const ApoFileOps *ops,
            int               fd)
{
  int result;

  do
    result = ops->fsync (ops, fd);
  while (result != 0 && errno == EINTR);

  return result;
}

/**
 * apo_file_sync_folder:
 *
 * Makes the names in a folder last through a power cut.  Some file systems cannot, and some folders
 * may be written but not read, which is no failure: what was written is whole under either name.
 */
gboolean
apo_file_sync_folder (const ApoFileOps *ops,
                      const char       *folder,
                      GError          **error)
{
  int fd = ops->open (ops, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int code = 0;

  if (fd < 0)
    return errno == EACCES ? TRUE : apo_file_fail (error, errno);

  if (sync_again (ops, fd) != 0)
    code = errno;
  ops->close (ops, fd);

  return code == 0 || code == EINVAL || code == ENOTSUP
         ? TRUE : apo_file_fail (error, code);
}

/**
 * apo_file_load:
 * @error: of %G_IO_ERROR; %G_IO_ERROR_NO_SPACE if the file is larger than @max_bytes
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
apo_file_load (const ApoFileOps *ops,
               const char       *path,
               gsize             max_bytes,
               GError          **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int fd = ops->open (ops, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gssize n = 1;
  int code = 0;

  if (fd < 0)
    {
      apo_file_fail (error, errno);
      return NULL;
    }

  while (code == 0 && n > 0)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + READ_BYTES);
      do
        n = ops->read (ops, fd, bytes->data + before, READ_BYTES);
      while (n < 0 && errno == EINTR);
      if (n < 0)
        code = errno;
      else if (before + (gsize) n > max_bytes)
        code = EFBIG;
      g_byte_array_set_size (bytes, before + MAX (n, 0));
    }

  ops->close (ops, fd);
  if (code != 0)
    {
      apo_file_fail (error, code);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Writes and closes a temporary file that is this process's own. */
static gboolean
fill (const ApoFileOps *ops,
      int               fd,
      GBytes           *bytes,
      int               mode,
      GCancellable     *cancellable,
      GError          **error)
{
  gboolean done = apo_file_write_all (ops, fd, bytes, cancellable, error);

  if (done && mode >= 0 && ops->fchmod (ops, fd, mode) != 0)
    done = apo_file_fail (error, errno);
  if (done && sync_again (ops, fd) != 0)
    done = apo_file_fail (error, errno);
  if (ops->close (ops, fd) != 0 && errno != EINTR && done)
    done = apo_file_fail (error, errno);

  return done;
}

/* Opens a new file in @folder; @path is set to its name. */
static int
open_temporary (const ApoFileOps *ops,
                const char       *folder,
                int               mode,
                char            **path)
{
  for (guint i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf (APO_FILE_TEMPORARY_PREFIX "%08x", g_random_int ());
      g_autofree char *candidate = g_build_filename (folder, name, NULL);
      int fd = ops->open (ops, candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

      if (fd >= 0)
        *path = g_steal_pointer (&candidate);
      if (fd >= 0 || (errno != EEXIST && errno != EINTR))
        return fd;
    }

  return -1;
}

/**
 * apo_file_replace:
 * @mode: its permissions, or -1 for those of any new file
 * @replaced: (out) (optional): set to %TRUE as soon as the new file is there, which it is also if
 *   only its name could not be put onto the disk
 * @error: of %G_IO_ERROR
 *
 * Writes a whole file or leaves what was there untouched: the bytes go into a temporary file beside
 * it, onto the disk, and then take its name.
 */
gboolean
apo_file_replace (const ApoFileOps *ops,
                  const char       *path,
                  GBytes           *bytes,
                  int               mode,
                  gboolean         *replaced,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;
  int fd = open_temporary (ops, folder, mode >= 0 ? 0600 : DEFAULT_MODE, &temporary);

  if (fd < 0)
    return apo_file_fail (error, errno);

  if (!fill (ops, fd, bytes, mode, cancellable, error))
    {
      ops->unlink (ops, temporary);
      return FALSE;
    }
  if (ops->rename (ops, temporary, path) != 0)
    {
      apo_file_fail (error, errno);
      ops->unlink (ops, temporary);
      return FALSE;
    }
  if (replaced != NULL)
    *replaced = TRUE;

  return apo_file_sync_folder (ops, folder, error);
}

/**
 * apo_file_make_folder:
 *
 * Makes a folder that only its owner may enter, and those above it that are missing.  One that is
 * there already is closed to others.
 */
gboolean
apo_file_make_folder (const ApoFileOps *ops,
                      const char       *path,
                      GError          **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    {
      if (!S_ISDIR (info.st_mode))
        return apo_file_fail (error, ENOTDIR);
      if ((info.st_mode & 077) != 0 && info.st_uid == geteuid ())
        g_chmod (path, 0700);
      return TRUE;
    }
  if (!g_file_test (parent, G_FILE_TEST_IS_DIR) && !apo_file_make_folder (ops, parent, error))
    return FALSE;
  if (ops->mkdir (ops, path, 0700) != 0 && errno != EEXIST)
    return apo_file_fail (error, errno);

  return apo_file_sync_folder (ops, parent, error);
}
