/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-private.h"

#include <glib/gi18n-lib.h>

#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-recovery.h"

/* A session and the journal of its changes. */

/**
 * apo_session_dup_name:
 *
 * Returns: (transfer full): the name of the dossier, for people
 */
char *
apo_session_dup_name (ApoSession *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  const char *title = article != NULL ? apo_article_get_title (article) : NULL;

  if (self->file != NULL)
    return apo_dossier_file_dup_name (self->file);

  return g_strdup (title != NULL && *title != '\0' ? title : _("New dossier"));
}

/* Whether the changes build on the bytes of the file. */
static gboolean
builds_on_file (ApoSession *self)
{
  return self->file != NULL && self->sha256 != NULL && !self->read_only && !self->detached
         && self->opening_revision == self->saved_revision;
}

static void
drop_snapshot (ApoSession *self)
{
  g_clear_pointer (&self->snapshot, g_bytes_unref);
  g_clear_handle_id (&self->snapshot_idle, g_source_remove);
}

/* Takes the opening state before it is needed, so that the first change need not wait for it. */
static gboolean
take_snapshot_cb (gpointer data)
{
  ApoSession *self = data;

  self->snapshot_idle = 0;
  self->snapshot = apo_dossier_file_serialize (self->dossier);

  return G_SOURCE_REMOVE;
}

/**
 * apo_session_journal_opened:
 *
 * The opening state is another one.
 */
void
apo_session_journal_opened (ApoSession *self)
{
  if (self->journal == NULL)
    return;

  drop_snapshot (self);
  self->based = FALSE;
  if (!builds_on_file (self))
    self->snapshot_idle = g_idle_add_full (G_PRIORITY_LOW, take_snapshot_cb, self, NULL);
}

static void
keep_base_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  ApoJournalBase *base = task_data;
  g_autoptr (GError) error = NULL;

  if (!apo_backups_keep (APO_STORE (source), base->file, base->sha256, TRUE, cancellable, &error))
    g_debug ("No backup: %s", error->message);
}

static void
base_free (ApoJournalBase *base)
{
  apo_journal_base_clear (base);
  g_free (base);
}

/* Keeps the version that changes begin to build on: the journal is worth nothing without it. */
static void
keep_base (ApoSession *self)
{
  g_autoptr (GTask) task = g_task_new (self->store, self->keeping, NULL, NULL);
  ApoJournalBase *base = g_new0 (ApoJournalBase, 1);

  base->file = g_object_ref (self->file);
  base->sha256 = g_strdup (self->sha256);
  g_task_set_task_data (task, base, (GDestroyNotify) base_free);
  g_task_run_in_thread (task, keep_base_in_thread);
}

/* Tells the journal what the next steps build on. */
static void
set_base (ApoSession *self,
          guint64     number,
          guint64     position)
{
  g_autofree char *name = apo_session_dup_name (self);
  ApoJournalBase base = { .name = name, .position = position };

  if (!self->read_only && !self->detached)
    {
      base.file = self->file;
      base.sha256 = self->sha256;
    }
  if (!builds_on_file (self))
    {
      if (self->snapshot == NULL)
        self->snapshot = apo_dossier_file_serialize (self->dossier);
      base.snapshot = self->snapshot;
    }

  apo_journal_set_base (self->journal, &base, number);
  drop_snapshot (self);
  self->based = TRUE;
  self->base_kept = FALSE;
}

static void
before_step (gpointer data)
{
  ApoSession *self = data;

  if (!self->based)
    {
      set_base (self, apo_journal_get_number (self->journal),
                apo_history_get_position (self->history));
      g_clear_pointer (&self->views, g_variant_unref);
      self->views = apo_dossier_get_view_states (self->dossier);
    }
  if (!self->base_kept && builds_on_file (self))
    keep_base (self);
  self->base_kept = TRUE;
}

static void
after_step (ApoHistoryStep step,
            ApoCommand    *command,
            gpointer       data)
{
  ApoSession *self = data;
  g_autoptr (GVariant) views = apo_dossier_get_view_states (self->dossier);
  gboolean moved = self->views == NULL || !g_variant_equal (views, self->views);

  apo_journal_add (self->journal, step, apo_history_get_position (self->history),
                   apo_dossier_get_counter (self->dossier), moved ? views : NULL,
                   apo_command_to_variant (command));
  if (moved)
    {
      g_clear_pointer (&self->views, g_variant_unref);
      self->views = g_steal_pointer (&views);
    }
}

static void
start (ApoSession *self,
       ApoStore   *store,
       ApoJournal *journal)
{
  ApoHistoryRecorder recorder = { before_step, after_step, self };

  self->store = g_object_ref (store);
  self->journal = g_object_ref (journal);
  self->keeping = g_cancellable_new ();
  g_signal_connect_object (journal, "notify::problem", G_CALLBACK (apo_session_notify_problem),
                           self, G_CONNECT_SWAPPED);
  apo_history_set_recorder (self->history, &recorder);
}

/**
 * apo_session_keep:
 * @store: where to
 *
 * Writes every change from now on down, so that it outlives a crash.  To be called once, before the
 * first change.
 */
void
apo_session_keep (ApoSession *session,
                  ApoStore   *store)
{
  g_autofree char *name = apo_session_dup_name (session);
  g_autoptr (ApoJournal) journal = NULL;

  g_return_if_fail (session->journal == NULL);

  journal = apo_journal_new (store, session->file, name);
  start (session, store, journal);
  session->open_elsewhere = apo_journal_is_open_elsewhere (journal);
  apo_session_journal_opened (session);
  if (apo_journal_get_problem (journal) != NULL)
    apo_session_notify_problem (session);
}

/**
 * apo_session_journal_go_on:
 * @journal: one that knows what its steps build on
 *
 * Goes on with what somebody else has left.
 */
void
apo_session_journal_go_on (ApoSession *self,
                           ApoStore   *store,
                           ApoJournal *journal)
{
  start (self, store, journal);
  self->open_elsewhere = apo_journal_is_open_elsewhere (journal);
  self->based = TRUE;
}

/**
 * apo_session_journal_saved:
 * @number: of the last step that is in the file
 * @position: of the history, there
 *
 * Lets go of what is in the file now; what was done since stays in the journal.
 */
void
apo_session_journal_saved (ApoSession *self,
                           guint64     number,
                           guint64     position)
{
  if (self->journal == NULL)
    return;

  if (builds_on_file (self))
    set_base (self, number, position);
  else
    apo_session_journal_opened (self);
}

/**
 * apo_session_journal_stop:
 *
 * Removes the journal if all is saved; else it stays for a recovery.
 */
void
apo_session_journal_stop (ApoSession *self)
{
  if (self->journal != NULL && !self->changed)
    apo_journal_remove (self->journal);

  apo_history_set_recorder (self->history, NULL);
  drop_snapshot (self);
  g_clear_pointer (&self->views, g_variant_unref);
  g_clear_object (&self->journal);
  g_clear_object (&self->keeping);
  g_clear_object (&self->store);
}

/**
 * apo_session_is_open_elsewhere:
 *
 * Returns: whether the same file was open already, in another window or program, when this session
 *   began to be kept
 */
gboolean
apo_session_is_open_elsewhere (ApoSession *session)
{
  return session->open_elsewhere;
}

/**
 * apo_session_get_problem:
 *
 * Returns: (transfer none) (nullable): a sentence that says why changes would not survive a crash
 */
const char *
apo_session_get_problem (ApoSession *session)
{
  return session->journal != NULL ? apo_journal_get_problem (session->journal) : NULL;
}

/**
 * apo_session_flush:
 *
 * Waits until all changes are in the journal, as before the computer goes to sleep.
 *
 * Returns: whether they are
 */
gboolean
apo_session_flush (ApoSession *session)
{
  return session->journal != NULL && apo_journal_flush (session->journal);
}

/**
 * apo_session_discard:
 *
 * The reader does not want what has not been saved: there will be nothing to recover.  Later changes
 * are not kept.
 */
void
apo_session_discard (ApoSession *session)
{
  if (session->journal != NULL)
    apo_journal_remove (session->journal);
  g_clear_object (&session->journal);
  apo_session_journal_stop (session);
}

/**
 * apo_session_forget:
 * @error: of %APO_DOSSIER_ERROR
 *
 * Removes all that is kept of the dossier beside its file: journals, locks and backups, but for
 * those of other windows.  Later changes are not kept.  To be called while nothing is being saved.
 */
gboolean
apo_session_forget (ApoSession *session,
                    GError    **error)
{
  g_autoptr (ApoStore) store = session->store != NULL ? g_object_ref (session->store) : NULL;

  if (session->keeping != NULL)
    g_cancellable_cancel (session->keeping);
  apo_session_discard (session);

  return store == NULL || session->file == NULL
         || apo_recovery_forget (store, session->file, error);
}
