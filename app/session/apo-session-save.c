/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-private.h"

#include <glib/gi18n-lib.h>

#include "apo-backups.h"
#include "apo-dossier-file.h"

/* What one save needs and finds out. */
typedef struct {
  GFile *file;
  gboolean overwrite;
  char *new_key;                /* (nullable) of the file, if it is not the session's own */
  GBytes *bytes;
  char *expected_stamp;
  char *expected_sha256;        /* (nullable) of the version that is replaced, if it is known */
  char *ancestor;               /* (nullable) of the version that the dossier was last */
  char **ancestors;             /* with that one */
  char *stamp;                  /* (nullable) of what is there now, if it is ours */
  char *sha256;                 /* of the bytes */
  ApoStore *store;              /* (nullable) */
  ApoJournal *journal;          /* (nullable) */
  guint64 number;               /* of the last step in them */
  guint64 position;
  guint revision;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save->new_key);
  g_free (save->expected_stamp);
  g_free (save->expected_sha256);
  g_free (save->ancestor);
  g_strfreev (save->ancestors);
  g_free (save->stamp);
  g_free (save->sha256);
  g_clear_object (&save->store);
  g_clear_object (&save->journal);
  g_free (save);
}

/* Keeps what is about to be replaced.  A backup that cannot be made does not hold the save up: the
 * reader's work comes first. */
static void
keep_backup (Save *save)
{
  g_autoptr (GError) error = NULL;

  if (save->store != NULL
      && !apo_backups_keep (save->store, save->file, save->expected_sha256, FALSE, NULL,
                            &error))
    g_debug ("No backup: %s", error->message);
}

/* A dossier that is no more what it was in the file says what that was.  It is written so; the open
 * dossier says it when the writing has succeeded. */
static void
add_ancestor (Save *save)
{
  g_autoptr (GBytes) bytes = g_steal_pointer (&save->bytes);

  save->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (save->ancestor == NULL || g_str_equal (save->ancestor, save->sha256))
    {
      g_clear_pointer (&save->ancestor, g_free);
      save->bytes = g_steal_pointer (&bytes);
      return;
    }

  save->bytes = apo_dossier_file_set_ancestors (bytes, (const char *const *) save->ancestors);
  g_free (save->sha256);
  save->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, save->bytes);
}

/* Two windows that write one file would undo one another's work. */
static gboolean
check_not_open (Save    *save,
                GError **error)
{
  g_autofree char *name = apo_dossier_file_dup_name (save->file);

  if (save->store == NULL || save->new_key == NULL
      || !apo_journal_is_open (save->store, save->new_key, NULL))
    return TRUE;

  g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_OPEN_ELSEWHERE,
               _("“%s” is open in another window; close it there, or choose another name."), name);

  return FALSE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Save *save = task_data;
  const ApoFileOps *ops = save->store != NULL ? apo_store_get_ops (save->store)
                                              : apo_file_ops_get_real ();
  GError *error = NULL;

  if (!check_not_open (save, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  add_ancestor (save);
  if (save->number > 0)
    apo_journal_mark (save->journal, save->sha256, save->number, save->position);
  keep_backup (save);

  if (apo_dossier_file_save (ops, save->bytes, save->file, save->expected_stamp, &save->stamp,
                             cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_version (ApoSession *self,
              Save       *save)
{
  g_free (self->stamp);
  self->stamp = g_strdup (save->stamp);
  g_free (self->sha256);
  self->sha256 = g_strdup (save->sha256);
  g_clear_pointer (&self->replaced_sha256, g_free);
  if (save->ancestor != NULL)
    apo_dossier_add_ancestor (self->dossier, save->ancestor);
  apo_session_set_file_state (self, APO_FILE_STATE_SAME);
}

static void
note_saved (ApoSession *self,
            Save       *save)
{
  apo_session_set_file (self, save->file);
  take_version (self, save);
  self->detached = FALSE;
  g_clear_pointer (&self->warning, g_free);
  self->protected = FALSE;
  apo_session_set_read_only (self, FALSE);
  apo_history_set_saved_position (self->history, save->position);
  self->saved_revision = save->revision;
  apo_session_journal_saved (self, save->number, save->position);
  apo_session_watch (self);
  apo_session_update_changed (self);
}

static gboolean
is_own_file (ApoSession *self,
             GFile      *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
}

/* Also by another way to it, such as a link. */
static char *
dup_new_key (ApoSession *self,
             GFile      *file)
{
  g_autofree char *key = apo_store_dup_key (file);
  g_autofree char *own_key = apo_store_dup_key (self->file);

  return g_str_equal (key, own_key) ? NULL : g_steal_pointer (&key);
}

/* Starts the first save of the queue with the dossier as it is now. */
static void
start_save (ApoSession         *self,
            GAsyncReadyCallback written_cb)
{
  GTask *task = g_queue_peek_head (&self->saves);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GTask) inner = NULL;

  save->bytes = apo_dossier_file_serialize (self->dossier);
  save->ancestor = g_strdup (self->sha256);
  save->ancestors = apo_dossier_dup_ancestors_with (self->dossier, self->sha256);
  save->position = apo_history_get_position (self->history);
  save->revision = self->opening_revision;
  save->new_key = dup_new_key (self, save->file);
  if (self->store != NULL)
    save->store = g_object_ref (self->store);
  if (self->journal != NULL)
    {
      save->journal = g_object_ref (self->journal);
      save->number = apo_journal_get_number (self->journal);
    }
  if (is_own_file (self, save->file) && !save->overwrite)
    {
      save->expected_stamp = g_strdup (self->stamp);
      save->expected_sha256 = g_strdup (self->replaced_sha256 != NULL ? self->replaced_sha256
                                                                      : self->sha256);
    }

  /* The thread holds no reference to the session, which must go in the main thread; the outer task
   * does.  A file that was written is written, whatever was cancelled since. */
  inner = g_task_new (NULL, g_task_get_cancellable (task), written_cb, self);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, save, NULL);
  g_task_run_in_thread (inner, save_in_thread);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  ApoSession *self = user_data;
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      note_saved (self, save);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      /* ours in spite of the error, which says that it may not last: not another program's */
      if (save->stamp != NULL && is_own_file (self, save->file))
        take_version (self, save);
      g_task_return_error (task, error);
    }

  if (!g_queue_is_empty (&self->saves))
    start_save (self, written_cb);
}

/**
 * apo_session_save_async:
 * @file: (nullable): where to, %NULL for the session's own file
 * @overwrite: whether to replace the session's file even if another program has changed it
 *
 * Writes the dossier in a thread and then goes on with @file.  Saves that overlap are done one after
 * the other, each with the dossier as it is when its turn comes.
 */
void
apo_session_save_async (ApoSession         *session,
                        GFile              *file,
                        gboolean            overwrite,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Save *save;

  g_return_if_fail (file != NULL || session->file != NULL);

  g_task_set_source_tag (task, apo_session_save_async);
  g_task_set_check_cancellable (task, FALSE);
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file != NULL ? file : session->file);
  save->overwrite = overwrite;
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);

  if (session->read_only && is_own_file (session, save->file))
    {
      g_autofree char *name = apo_dossier_file_dup_name (save->file);

      if (session->protected)
        g_task_return_new_error (task, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_PERMISSION,
                                 _("“%s” can only be read: save the dossier under another name."),
                                 name);
      else
        g_task_return_new_error (task, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                                 _("“%s” is damaged: save the repaired dossier under another "
                                   "name."),
                               name);
      return;
    }

  g_queue_push_tail (&session->saves, g_steal_pointer (&task));
  if (g_queue_get_length (&session->saves) == 1)
    start_save (session, written_cb);
}

/**
 * apo_session_save_finish:
 * @error: of %APO_DOSSIER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file was written
 */
gboolean
apo_session_save_finish (ApoSession   *session,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
