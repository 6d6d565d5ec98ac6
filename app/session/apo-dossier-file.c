/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "apo-file-writer.h"

/* Most files are smaller than what is read at once. */
#define CHUNK_BYTES (1u << 16)

G_DEFINE_QUARK (apo-dossier-error-quark, apo_dossier_error)

static const char *
skip_space (const char *p,
            const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;

  return p;
}

/**
 * apo_dossier_file_looks_like:
 * @data: (nullable): the first bytes of a file, a hundred are plenty
 *
 * Returns: whether they are how Apostille begins a dossier
 */
gboolean
apo_dossier_file_looks_like (const char *data,
                             gsize       length)
{
  static const char *const tokens[] = { "{", "\"format\"", ":", "\"" APO_DOSSIER_FORMAT "\"" };
  const char *p = data != NULL ? data : "";
  const char *end = p + length;

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      gsize n = strlen (tokens[i]);

      p = skip_space (p, end);
      if ((gsize) (end - p) < n || memcmp (p, tokens[i], n) != 0)
        return FALSE;
      p += n;
    }

  return TRUE;
}

/**
 * apo_dossier_file_dup_name:
 *
 * Returns: (transfer full): the name of the file, for sentences
 */
char *
apo_dossier_file_dup_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return basename != NULL ? g_filename_display_name (basename) : g_file_get_parse_name (file);
}

/* Sets an error of the domain whose sentence is about the file. */
static void
set_read_error (GError     **error,
                GFile       *file,
                const GError *cause)
{
  g_autofree char *name = apo_dossier_file_dup_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND,
                 _("“%s” does not exist."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION,
                 _("You have no permission to read “%s”."), name);
  else
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                 _("“%s” could not be read: %s."), name, cause->message);
}

static gboolean
check_info (GFileInfo *info,
            GFile     *file,
            GError   **error)
{
  g_autofree char *name = apo_dossier_file_dup_name (file);
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder."), name);
  else if (type != G_FILE_TYPE_REGULAR)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                 _("“%s” is not an ordinary file."), name);
  else if (g_file_info_get_size (info) > APO_DOSSIER_MAX_BYTES)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_TOO_LARGE,
                 _("“%s” is too large for a dossier."), name);
  else
    return TRUE;

  return FALSE;
}

/* Reads to the end, but never more than one byte above the cap. */
static GBytes *
read_stream (GInputStream *stream,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read = 1;

  while (n_read > 0 && bytes->len <= APO_DOSSIER_MAX_BYTES)
    {
      guint before = bytes->len;

      g_byte_array_set_size (bytes, before + CHUNK_BYTES);
      if (!g_input_stream_read_all (stream, bytes->data + before, CHUNK_BYTES, &n_read,
                                    cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, before + n_read);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * apo_dossier_file_load:
 * @stamp: (out) (optional): what tells this version of the file from others, for
 *   apo_dossier_file_save()
 *
 * Reads a file that may be a dossier.  Blocks; for any thread.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
apo_dossier_file_load (GFile        *file,
                       char        **stamp,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *read_stamp = NULL;

  info = g_file_query_info (file, APO_FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info != NULL && !check_info (info, file, error))
    return NULL;

  read_stamp = info != NULL ? apo_file_stamp_new (info) : NULL;
  if (info != NULL)
    stream = g_file_read (file, cancellable, &cause);
  if (stream != NULL)
    bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &cause);
  if (bytes == NULL)
    {
      set_read_error (error, file, cause);
      return NULL;
    }

  if (g_bytes_get_size (bytes) > APO_DOSSIER_MAX_BYTES)
    {
      g_file_info_set_size (info, g_bytes_get_size (bytes));
      check_info (info, file, error);
      return NULL;
    }

  if (stamp != NULL)
    *stamp = g_steal_pointer (&read_stamp);

  return g_steal_pointer (&bytes);
}

static void
set_write_error (GError      **error,
                 GFile        *file,
                 const GError *cause)
{
  g_autofree char *name = apo_dossier_file_dup_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND,
                 _("The folder of “%s” does not exist."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
           || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION,
                 _("You have no permission to write “%s”."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NO_SPACE,
                 _("There is no room left to write “%s”."), name);
  else
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE,
                 _("“%s” could not be written: %s."), name, cause->message);
}

/**
 * apo_dossier_file_query_stamp:
 *
 * Returns: (transfer full) (nullable): the stamp of the file as it is now; %NULL where there is none
 */
char *
apo_dossier_file_query_stamp (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, APO_FILE_ATTRIBUTES,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? apo_file_stamp_new (info) : NULL;
}

/**
 * apo_dossier_file_is_protected:
 *
 * Returns: whether the file is there and cannot be replaced: it, or its folder behind all links, may
 *   only be read
 */
gboolean
apo_dossier_file_is_protected (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autofree char *folder = real != NULL ? g_path_get_dirname (real) : NULL;
  gboolean protected = real != NULL && (g_access (real, W_OK) != 0 || g_access (folder, W_OK) != 0);

  free (real);

  return protected;
}

/**
 * apo_dossier_file_save:
 * @ops: how local files are written
 * @bytes: a serialised dossier
 * @expected_stamp: (nullable): fail with %APO_DOSSIER_ERROR_CHANGED_ON_DISK if the file is there and
 *   has another stamp; %NULL to replace whatever is there
 * @stamp: (out) (optional): of the file as it was written; it is set in spite of an error if the
 *   file was replaced, but may not last through a power cut
 *
 * Writes all of it or nothing; see apo_file_write().  Blocks; for any thread.
 */
gboolean
apo_dossier_file_save (const ApoFileOps *ops,
                       GBytes           *bytes,
                       GFile            *file,
                       const char       *expected_stamp,
                       char            **stamp,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autofree char *present = apo_dossier_file_query_stamp (file);
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autoptr (GError) cause = NULL;
  gboolean replaced;
  gboolean written;

  if (g_bytes_get_size (bytes) > APO_DOSSIER_MAX_BYTES)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_TOO_LARGE,
                   _("“%s” would be too large to be opened again."), name);
      return FALSE;
    }
  if (expected_stamp != NULL && present != NULL && !g_str_equal (expected_stamp, present))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK,
                   _("“%s” was changed by another program."), name);
      return FALSE;
    }

  written = apo_file_write (ops, file, bytes, &replaced, cancellable, &cause);
  if (!written)
    set_write_error (error, file, cause);
  if (stamp != NULL && replaced)
    *stamp = apo_dossier_file_query_stamp (file);

  return written;
}
