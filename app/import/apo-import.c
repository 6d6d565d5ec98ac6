/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-decode.h"
#include "apo-language-guess.h"

#define CHUNK (256 * 1024)

G_DEFINE_QUARK (apo-import-error-quark, apo_import_error)

static void
set_too_large (GError     **error,
               const char  *name)
{
  g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_TOO_LARGE,
               _("“%s” is too large: at most 32 MB of text can be read."), name);
}

static void
set_from_io (GError       **error,
             const GError  *io,
             const char    *name)
{
  if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (io));
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_NOT_FOUND,
                 _("There is no file “%s”."), name);
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_IS_DIRECTORY,
                 _("“%s” is a folder, not a text."), name);
  else if (g_error_matches (io, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_PERMISSION,
                 _("You may not read “%s”."), name);
  else
    g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_READ,
                 _("“%s” could not be read: %s"), name, io->message);
}

static gboolean
check_info (GFile         *file,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (info == NULL)
    {
      set_from_io (error, local, name);
      return FALSE;
    }

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_IS_DIRECTORY,
                   _("“%s” is a folder, not a text."), name);
      return FALSE;
    }

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
      && g_file_info_get_size (info) > (goffset) APO_IMPORT_MAX_BYTES)
    {
      set_too_large (error, name);
      return FALSE;
    }

  return TRUE;
}

/* Pipes and devices do not say how long they are: read on only while there is room. */
static GBytes *
read_bytes (GFile         *file,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &local);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n = 0;

  while (stream != NULL)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, &local);
      if (n <= 0)
        break;

      if (bytes->len + n > APO_IMPORT_MAX_BYTES)
        {
          set_too_large (error, name);
          return NULL;
        }
      g_byte_array_append (bytes, chunk, n);
    }

  if (stream == NULL || n < 0)
    {
      set_from_io (error, local, name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

static ApoArticle *
import_bytes (GBytes      *bytes,
              const char  *name,
              const char  *uri,
              GError     **error)
{
  g_autofree char *utf8 = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *language = NULL;
  g_autoptr (ApoText) text = NULL;
  ApoArticleInfo info = { 0 };
  const char *data;
  gsize size;

  data = g_bytes_get_data (bytes, &size);
  if (size > APO_IMPORT_MAX_BYTES)
    {
      set_too_large (error, name);
      return NULL;
    }

  if (size > 0)
    {
      utf8 = apo_decode_text (data, size, name, error);
      if (utf8 == NULL)
        return NULL;
    }

  if (utf8 != NULL && strlen (utf8) > APO_IMPORT_MAX_BYTES)
    {
      set_too_large (error, name);
      return NULL;
    }

  text = apo_text_new (utf8 != NULL ? utf8 : "", -1);
  if (is_blank (apo_text_get_string (text)))
    {
      g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_EMPTY, _("“%s” is empty."), name);
      return NULL;
    }

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  language = apo_language_guess (utf8, strlen (utf8));
  info.date = APO_DAY_NONE;
  info.language = language;
  info.name = name;
  info.uri = uri;
  info.original_sha256 = sum;

  return apo_article_new (text, &info);
}

/**
 * apo_import_file:
 * @file: a text file, or anything that can be read as one
 *
 * Reads @file and makes an article of it, with a guess at its language.  Blocks.
 *
 * Returns: (transfer full) (nullable): the article, or an #ApoImportError
 */
ApoArticle *
apo_import_file (GFile         *file,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GBytes) bytes = NULL;

  if (!check_info (file, name, cancellable, error))
    return NULL;

  bytes = read_bytes (file, name, cancellable, error);

  return bytes != NULL ? import_bytes (bytes, name, uri, error) : NULL;
}

/**
 * apo_import_bytes:
 * @bytes: what a file holds
 * @name: what errors and the article call it
 *
 * Returns: (transfer full) (nullable): the article, or an #ApoImportError
 */
ApoArticle *
apo_import_bytes (GBytes      *bytes,
                  const char  *name,
                  GError     **error)
{
  return import_bytes (bytes, name, NULL, error);
}
