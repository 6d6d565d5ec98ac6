/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-opener.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-dossier-file.h"
#include "apo-import.h"

#define SAMPLE_PATH "/org/apostille/Apostille/sample/"
#define SNIFF_BYTES 4096

/* By its name, so that a damaged dossier is not read as an article; else by how it begins. */
static gboolean
is_dossier (GFile        *file,
            GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;
  char start[SNIFF_BYTES];
  gsize n_read = 0;

  if (g_str_has_suffix (name, ".apostille"))
    return TRUE;

  stream = g_file_read (file, cancellable, NULL);
  if (stream != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &n_read, cancellable,
                             NULL);

  return apo_dossier_file_looks_like (start, n_read);
}

static void
read_article_thread (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  GFile *file = data;
  GError *error = NULL;
  ApoArticle *article;

  if (is_dossier (file, cancellable))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  article = apo_import_file (file, cancellable, &error);
  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
opened_dossier_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  ApoSession *session = apo_session_open_finish (result, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_article_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (ApoArticle) article = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (article != NULL)
    g_task_return_pointer (task, apo_session_new (article), g_object_unref);
  else
    apo_session_open_async (g_task_get_task_data (task), g_task_get_cancellable (task),
                            opened_dossier_cb, g_object_ref (task));
}

/**
 * apo_opener_open_async:
 * @file: an article or a dossier, told apart by what is in it
 *
 * Reads the file in a worker.
 */
void
apo_opener_open_async (GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, read_article_cb, task);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_task_data (reading, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (reading, read_article_thread);
}

/**
 * apo_opener_open_finish:
 *
 * Returns: (transfer full) (nullable): the session; the error is of the domain of the importer or
 *   of dossier files
 */
ApoSession *
apo_opener_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_only_article_thread (GTask        *task,
                          gpointer      source,
                          gpointer      data,
                          GCancellable *cancellable)
{
  g_autofree char *name = apo_dossier_file_dup_name (data);
  ApoArticle *article;
  GError *error = NULL;

  if (is_dossier (data, cancellable))
    {
      g_task_return_new_error (task, APO_IMPORT_ERROR, APO_IMPORT_ERROR_BINARY,
                               _("“%s” is a dossier; choose the text of the article instead."),
                               name);
      return;
    }

  article = apo_import_file (data, cancellable, &error);
  if (article != NULL)
    g_task_return_pointer (task, article, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * apo_opener_read_article_async:
 * @file: an article; a dossier is refused
 *
 * Reads the file in a worker.
 */
void
apo_opener_read_article_async (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_only_article_thread);
}

/**
 * apo_opener_read_article_finish:
 *
 * Returns: (transfer full) (nullable): the article; the error is of the domain of the importer
 */
ApoArticle *
apo_opener_read_article_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * apo_opener_open_sample:
 *
 * Returns: (transfer full) (nullable): a session of the article that comes with the program, in the
 *   reader's language where there is one
 */
ApoSession *
apo_opener_open_sample (GError **error)
{
  const char *const *languages = g_get_language_names ();
  const char *name = "sample.en.txt";
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoArticle) article = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    if (strncmp (languages[i], "fr", 2) == 0)
      name = "sample.fr.txt";

  path = g_strconcat (SAMPLE_PATH, name, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  article = apo_import_bytes (bytes, name, error);

  return article != NULL ? apo_session_new (article) : NULL;
}
