/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-recovery.h"

#include <glib/gi18n-lib.h>

#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-replay.h"
#include "apo-session-private.h"

/* What the thread that recovers hands over. */
typedef struct {
  ApoReplayed *replayed;
  ApoJournalWriter *writer;
} Recovered;

static void
recovered_free (Recovered *recovered)
{
  g_clear_pointer (&recovered->replayed, apo_replayed_free);
  g_clear_pointer (&recovered->writer, apo_journal_writer_free);
  g_free (recovered);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recovered, recovered_free)

void
apo_recovery_free (ApoRecovery *recovery)
{
  g_free (recovery->name);
  g_clear_object (&recovery->file);
  g_strfreev (recovery->changes);
  g_free (recovery->problem);
  g_object_unref (recovery->store);
  g_free (recovery->stem);
  g_free (recovery);
}

static GBytes *
load (ApoStore   *store,
      const char *stem,
      GError    **error)
{
  g_autofree char *path = apo_journal_dup_path (store, stem, APO_JOURNAL_SUFFIX);

  return apo_file_load (apo_store_get_ops (store), path, APO_JOURNAL_MAX_BYTES, error);
}

/* The sentence about what cannot be used of a journal; NULL if all of it can. */
static char *
build_problem (const ApoJournalContent *content)
{
  if (content->base.version > APO_JOURNAL_VERSION)
    return g_strdup_printf (_("The changes of “%s” were made by a newer version of Apostille; those "
                              "that this one understands can be recovered."),
                            content->base.name);
  if (content->damaged)
    return g_strdup_printf (_("The end of the journal of “%s” is damaged; the changes before it can "
                              "be recovered."),
                            content->base.name);

  return NULL;
}

static ApoRecovery *
recovery_new (ApoStore                *store,
              const char              *stem,
              const ApoJournalContent *content,
              guint                    first)
{
  ApoRecovery *recovery = g_new0 (ApoRecovery, 1);
  const ApoJournalStep *last = content->steps->pdata[content->steps->len - 1];

  recovery->store = g_object_ref (store);
  recovery->stem = g_strdup (stem);
  recovery->name = g_strdup (content->base.name);
  if (content->base.file != NULL)
    recovery->file = g_object_ref (content->base.file);
  recovery->time = last->time;
  recovery->changes = apo_replay_dup_names (content, first);
  recovery->n_changes = g_strv_length (recovery->changes);
  recovery->problem = build_problem (content);

  return recovery;
}

/* A journal whose beginning cannot be read: it can be thrown away, no more. */
static ApoRecovery *
recovery_new_unreadable (ApoStore   *store,
                         const char *stem,
                         const char *problem)
{
  ApoRecovery *recovery = g_new0 (ApoRecovery, 1);

  recovery->store = g_object_ref (store);
  recovery->stem = g_strdup (stem);
  recovery->name = g_strdup (stem);
  recovery->changes = g_new0 (char *, 1);
  recovery->problem = g_strdup (problem);

  return recovery;
}

/* Removes a journal that nobody writes, and its lock. */
static gboolean
remove_dead (ApoStore   *store,
             const char *stem,
             GError    **error)
{
  g_autoptr (ApoJournalWriter) writer = apo_journal_writer_new (store);

  return apo_journal_writer_take_over (writer, stem, error)
         && apo_journal_writer_remove (writer, error);
}

/* What a journal has to offer, or NULL if all of it is in the file; then it goes, or it would seem to
 * offer something as soon as the file is another. */
static ApoRecovery *
look_into (ApoStore   *store,
           const char *stem)
{
  g_autofree char *name = g_strconcat (stem, APO_JOURNAL_SUFFIX, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (store, stem, &error);
  g_autoptr (ApoJournalContent) content = NULL;
  g_autofree char *problem = NULL;
  guint first;

  if (bytes == NULL)
    return NULL;

  content = apo_journal_decode (bytes, name, &error);
  if (content == NULL)
    return recovery_new_unreadable (store, stem, error->message);

  first = apo_replay_find_first (content);
  if (first < content->steps->len)
    return recovery_new (store, stem, content, first);

  problem = build_problem (content);
  if (problem != NULL)
    return recovery_new_unreadable (store, stem, problem);

  remove_dead (store, stem, NULL);

  return NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ApoRecovery *x = *(const ApoRecovery *const *) a;
  const ApoRecovery *y = *(const ApoRecovery *const *) b;

  return x->time > y->time ? -1 : x->time < y->time;
}

/**
 * apo_recovery_list:
 *
 * Looks for journals whose writers are dead, and tidies up what they left of no use.  Reads all of
 * them, and the files that they build on; for any thread.
 *
 * Returns: (transfer full) (element-type ApoRecovery): what can be recovered, the latest first
 */
GPtrArray *
apo_recovery_list (ApoStore *store)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) apo_recovery_free);
  g_autoptr (GPtrArray) stems = NULL;

  apo_journal_tidy (store);
  stems = apo_journal_list_stems (store, NULL, APO_JOURNAL_SUFFIX);
  for (guint i = 0; i < stems->len; i++)
    if (!apo_journal_is_claimed (store, stems->pdata[i]))
      {
        ApoRecovery *recovery = look_into (store, stems->pdata[i]);

        if (recovery != NULL)
          g_ptr_array_add (list, recovery);
      }
  g_ptr_array_sort (list, compare_times);

  return g_steal_pointer (&list);
}

static gboolean
take_over (ApoRecovery      *recovery,
           ApoJournalWriter *writer,
           GError          **error)
{
  g_autoptr (GError) cause = NULL;

  if (apo_journal_writer_take_over (writer, recovery->stem, &cause))
    return TRUE;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                 _("“%s” is being recovered in another window."), recovery->name);
  else
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                 _("The journal of “%s” could not be read: %s."), recovery->name, cause->message);

  return FALSE;
}

/* Keeps a journal of which not all is used as it was found. */
static gboolean
keep_rest (ApoRecovery             *recovery,
           const ApoJournalContent *content,
           ApoReplayed             *replayed,
           GBytes                  *bytes,
           GError                 **error)
{
  g_autoptr (GError) cause = NULL;

  if ((!content->damaged && content->base.version <= APO_JOURNAL_VERSION
       && replayed->warning == NULL)
      || apo_journal_put_aside (recovery->store, recovery->stem, bytes, &cause))
    return TRUE;

  g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE,
               _("Nothing of “%s” was recovered yet, because what cannot be read of its journal "
                 "could not be kept: %s."),
               recovery->name, cause->message);

  return FALSE;
}

/* Gives the writer the journal as the new session knows it. */
static void
hand_over (ApoJournalWriter *writer,
           ApoReplayed      *replayed)
{
  g_autoptr (GBytes) base = apo_journal_encode_base (&replayed->base);

  apo_journal_writer_set_base (writer, base, 0);
  for (guint i = 0; i < replayed->steps->len; i++)
    {
      const ApoJournalStep *step = replayed->steps->pdata[i];
      g_autoptr (GBytes) bytes = apo_journal_encode_step (step);

      apo_journal_writer_add (writer, bytes, step->number);
    }

  /* where that fails, the journal stays as it was found */
  if (replayed->steps->len > 0)
    apo_journal_writer_sync (writer, NULL);
}

static void
recover_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  ApoRecovery *recovery = task_data;
  g_autoptr (Recovered) recovered = g_new0 (Recovered, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoJournalContent) content = NULL;
  GError *error = NULL;

  recovered->writer = apo_journal_writer_new (recovery->store);
  if (take_over (recovery, recovered->writer, &error))
    bytes = load (recovery->store, recovery->stem, &error);
  if (bytes != NULL)
    content = apo_journal_decode (bytes, recovery->name, &error);
  if (content != NULL)
    recovered->replayed = apo_replay (recovery->store, content, &error);

  if (recovered->replayed == NULL
      || !keep_rest (recovery, content, recovered->replayed, bytes, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  hand_over (recovered->writer, recovered->replayed);
  g_task_return_pointer (task, g_steal_pointer (&recovered), (GDestroyNotify) recovered_free);
}

/* A copy of its own for the thread: the list may go. */
static ApoRecovery *
recovery_copy (ApoRecovery *recovery)
{
  ApoRecovery *copy = g_new0 (ApoRecovery, 1);

  copy->store = g_object_ref (recovery->store);
  copy->stem = g_strdup (recovery->stem);
  copy->name = g_strdup (recovery->name);

  return copy;
}

/**
 * apo_recovery_recover_async:
 *
 * Replays a journal in a thread of its own.
 */
void
apo_recovery_recover_async (ApoRecovery        *recovery,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, apo_recovery_recover_async);
  g_task_set_task_data (task, recovery_copy (recovery), (GDestroyNotify) apo_recovery_free);
  g_task_run_in_thread (task, recover_in_thread);
}

/**
 * apo_recovery_recover_finish:
 * @error: of %APO_DOSSIER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a session as it was when its program died, with what can be
 *   undone since the last save; it is changed, goes on with the journal, and must not be given to
 *   apo_session_keep().  Its warning says what could not be recovered.
 */
ApoSession *
apo_recovery_recover_finish (GAsyncResult *result,
                             GError      **error)
{
  g_autoptr (Recovered) recovered = NULL;
  g_autoptr (ApoJournal) journal = NULL;
  ApoReplayed *replayed;
  ApoRecovery *recovery;
  ApoSession *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  recovered = g_task_propagate_pointer (G_TASK (result), error);
  if (recovered == NULL)
    return NULL;

  recovery = g_task_get_task_data (G_TASK (result));
  replayed = recovered->replayed;
  self = apo_session_new_for (replayed->dossier, replayed->history);
  self->stamp = g_steal_pointer (&replayed->stamp);
  self->sha256 = g_strdup (replayed->base.sha256);
  self->warning = g_steal_pointer (&replayed->warning);
  self->detached = replayed->base.file == NULL;
  if (replayed->base.snapshot != NULL)
    self->opening_revision = self->saved_revision + 1;
  journal = apo_journal_new_from_writer (recovery->store, g_steal_pointer (&recovered->writer),
                                         replayed->base.file, recovery->name, replayed->number);
  apo_session_journal_go_on (self, recovery->store, journal);
  if (replayed->base.file != NULL)
    {
      self->file = g_object_ref (replayed->base.file);
      apo_session_watch (self);
      apo_session_check_file (self);
    }
  apo_session_update_changed (self);

  return self;
}

/**
 * apo_recovery_discard:
 * @error: of %APO_DOSSIER_ERROR
 *
 * The reader does not want it back.
 */
gboolean
apo_recovery_discard (ApoRecovery *recovery,
                      GError     **error)
{
  g_autoptr (GError) cause = NULL;

  if (remove_dead (recovery->store, recovery->stem, &cause))
    return TRUE;

  g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE,
               _("The journal of “%s” could not be removed: %s."), recovery->name, cause->message);

  return FALSE;
}

/**
 * apo_recovery_forget:
 * @file: of a dossier; it need not be there any more
 * @error: of %APO_DOSSIER_ERROR
 *
 * Removes its backups, and its journals and locks but for those that a window writes, with what was
 * put aside of them.
 */
gboolean
apo_recovery_forget (ApoStore *store,
                     GFile    *file,
                     GError  **error)
{
  g_autofree char *key = apo_store_dup_key (file);
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autoptr (GPtrArray) stems = apo_journal_list_stems (store, key, APO_JOURNAL_SUFFIX);
  g_autoptr (GError) cause = NULL;
  gboolean done = TRUE;

  for (guint i = 0; i < stems->len && done; i++)
    {
      g_clear_error (&cause);
      done = remove_dead (store, stems->pdata[i], &cause)
             || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
    }
  if (done)
    {
      g_clear_error (&cause);
      done = apo_journal_drop_aside (store, key, &cause)
             && apo_backups_forget (store, file, &cause);
    }
  apo_journal_tidy (store);
  if (!done)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE,
                 _("Not all copies of “%s” could be removed: %s."), name, cause->message);

  return done;
}
