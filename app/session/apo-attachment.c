/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-attachment.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-file.h"

#define BLOCK (256 * 1024)

/* What is kept of a file that is attached. */
typedef struct {
  char *sha256;
  gint64 size;
} Digest;

static void
digest_free (Digest *digest)
{
  g_free (digest->sha256);
  g_free (digest);
}

/* Goes over all bytes of a stream; returns NULL and sets @error if they cannot be read. */
static Digest *
digest_stream (GInputStream *stream,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK);
  Digest *digest;
  gint64 size = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, block, BLOCK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, block, n);
      size += n;
    }
  if (n < 0)
    return NULL;

  digest = g_new0 (Digest, 1);
  digest->sha256 = g_strdup (g_checksum_get_string (checksum));
  digest->size = size;

  return digest;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GFile *file = G_FILE (data);
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &error);
  Digest *digest = stream != NULL ? digest_stream (G_INPUT_STREAM (stream), cancellable, &error)
                                  : NULL;

  if (digest != NULL)
    g_task_return_pointer (task, digest, (GDestroyNotify) digest_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                             _("“%s” could not be read: %s."), name, error->message);
}

/**
 * apo_attachment_read_async:
 *
 * Reads a file that a source is to point to, in a thread: nothing of it is kept but what says later
 * whether a file is the same.
 */
void
apo_attachment_read_async (GFile              *file,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, apo_attachment_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * apo_attachment_read_finish:
 * @name: (out): of the file, for people
 * @sha256: (out): of its bytes, in hexadecimal
 * @size: (out): in bytes
 *
 * Returns: whether it could be read; else nothing is set but @error, one sentence
 */
gboolean
apo_attachment_read_finish (GAsyncResult *result,
                            char        **name,
                            char        **sha256,
                            gint64       *size,
                            GError      **error)
{
  Digest *digest = g_task_propagate_pointer (G_TASK (result), error);

  if (digest == NULL)
    return FALSE;

  *name = apo_dossier_file_dup_name (G_FILE (g_task_get_task_data (G_TASK (result))));
  *sha256 = g_steal_pointer (&digest->sha256);
  *size = digest->size;
  digest_free (digest);

  return TRUE;
}
