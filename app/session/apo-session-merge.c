/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-merge.h"

#include <glib/gi18n-lib.h>

#include "apo-backups.h"
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-merge-private.h"
#include "apo-session-private.h"

/* A copy of the dossier is held against it in a thread, which has the open dossier as it would be
 * saved; what comes of it is a command, which the open dossier can execute. */

/* A position that no history comes to. */
#define NOWHERE G_MAXUINT64

typedef struct {
  GFile *file;                  /* of the other copy */
  GBytes *theirs;               /* (nullable) if it was read before */
  GFile *own_file;              /* (nullable) */
  GBytes *mine;
  char *sha256;                 /* (nullable) of the version that the dossier was last */
  char **ancestors;             /* with that one */
  ApoStore *store;              /* (nullable) */
  char *stamp;                  /* (nullable) of what was read of the own file */
} Plan;

static void
plan_free (Plan *plan)
{
  g_object_unref (plan->file);
  g_clear_pointer (&plan->theirs, g_bytes_unref);
  g_clear_object (&plan->own_file);
  g_bytes_unref (plan->mine);
  g_free (plan->sha256);
  g_strfreev (plan->ancestors);
  g_clear_object (&plan->store);
  g_free (plan->stamp);
  g_free (plan);
}

/* Whether the bytes are the version of that checksum. */
static gboolean
is_version (GBytes     *bytes,
            const char *sha256)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strcmp0 (sum, sha256) == 0;
}

/* The dossier as it would be saved: one that is no more what it was says what that was. */
static ApoDossier *
parse_mine (Plan    *plan,
            GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (plan->sha256 == NULL || is_version (plan->mine, plan->sha256))
    bytes = g_bytes_ref (plan->mine);
  else
    bytes = apo_dossier_file_set_ancestors (plan->mine, (const char *const *) plan->ancestors);

  return apo_dossier_file_parse (bytes, "", &problems, error);
}

static ApoDossier *
parse_theirs (Plan       *plan,
              const char *name,
              GError    **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = NULL;

  dossier = apo_dossier_file_parse (plan->theirs, name, &problems, error);
  if (dossier == NULL || problems->len == 0)
    return g_steal_pointer (&dossier);

  g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
               _("“%s” is damaged: open it and save a repaired copy, which can be merged."), name);

  return NULL;
}

/* A version that is kept somewhere: in the files of the two copies, or in what was kept of them. */
static GBytes *
find_version (Plan       *plan,
              const char *sha256)
{
  GBytes *bytes = NULL;

  if (is_version (plan->theirs, sha256))
    return g_bytes_ref (plan->theirs);
  if (plan->store != NULL && plan->own_file != NULL)
    bytes = apo_backups_find (plan->store, plan->own_file, sha256);
  if (bytes == NULL && plan->store != NULL)
    bytes = apo_backups_find (plan->store, plan->file, sha256);
  if (bytes == NULL && plan->own_file != NULL)
    bytes = apo_dossier_file_load (plan->own_file, NULL, NULL, NULL);
  if (bytes != NULL && !is_version (bytes, sha256))
    g_clear_pointer (&bytes, g_bytes_unref);

  return bytes;
}

/* The newest version that both come from and that is kept. */
static ApoDossier *
find_base (Plan       *plan,
           ApoDossier *mine,
           ApoDossier *theirs)
{
  g_auto (GStrv) hashes = apo_merge_find_bases (mine, theirs);

  for (guint i = 0; hashes[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = find_version (plan, hashes[i]);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (ApoDossier) base = NULL;

      if (bytes != NULL)
        base = apo_dossier_file_parse (bytes, "", &problems, NULL);
      if (base != NULL && problems->len == 0)
        return g_steal_pointer (&base);
    }

  return NULL;
}

static ApoMerge *
prepare (Plan         *plan,
         GCancellable *cancellable,
         GError      **error)
{
  g_autofree char *name = apo_dossier_file_dup_name (plan->file);
  g_autoptr (ApoDossier) mine = NULL;
  g_autoptr (ApoDossier) theirs = NULL;
  g_autoptr (ApoDossier) base = NULL;
  ApoMerge *merge;
  gboolean own = plan->own_file != NULL && g_file_equal (plan->file, plan->own_file);

  if (plan->theirs == NULL)
    plan->theirs = apo_dossier_file_load (plan->file, &plan->stamp, cancellable, error);
  if (plan->theirs == NULL)
    return NULL;
  if (own && is_version (plan->theirs, plan->sha256))
    {
      g_set_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_SAME_FILE,
                   _("“%s” is the dossier that is open here: choose another copy of it."), name);
      return NULL;
    }

  theirs = parse_theirs (plan, name, error);
  mine = theirs != NULL ? parse_mine (plan, error) : NULL;
  if (mine == NULL)
    return NULL;

  base = find_base (plan, mine, theirs);
  merge = apo_merge_prepare (mine, theirs, base, name, error);
  if (merge != NULL)
    {
      merge->file = g_object_ref (plan->file);
      merge->bytes = g_bytes_ref (plan->theirs);
      merge->stamp = own ? g_strdup (plan->stamp) : NULL;
    }

  return merge;
}

static void
plan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  ApoMerge *merge = prepare (task_data, cancellable, &error);

  if (merge != NULL)
    g_task_return_pointer (task, merge, (GDestroyNotify) apo_merge_free);
  else
    g_task_return_error (task, error);
}

/* The thread holds no reference to the session, which must go in the main thread. */
static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  ApoMerge *merge = g_task_propagate_pointer (G_TASK (result), &error);

  if (merge != NULL)
    g_task_return_pointer (task, merge, (GDestroyNotify) apo_merge_free);
  else
    g_task_return_error (task, error);
}

static void
plan_async (ApoSession *session,
            GFile      *file,
            ApoMerge   *earlier,
            GTask      *task)
{
  Plan *plan = g_new0 (Plan, 1);
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), planned_cb,
                                        g_object_ref (task));

  plan->file = g_object_ref (file);
  plan->theirs = earlier != NULL ? g_bytes_ref (earlier->bytes) : NULL;
  plan->stamp = earlier != NULL ? g_strdup (earlier->stamp) : NULL;
  g_set_object (&plan->own_file, session->file);
  plan->mine = apo_dossier_file_serialize (session->dossier);
  plan->sha256 = g_strdup (session->sha256);
  plan->ancestors = apo_dossier_dup_ancestors_with (session->dossier, session->sha256);
  g_set_object (&plan->store, session->store);
  g_task_set_task_data (inner, plan, (GDestroyNotify) plan_free);
  g_task_run_in_thread (inner, plan_in_thread);
}

/**
 * apo_session_plan_merge_async:
 * @file: another copy of the dossier; it may be the session's own if another program has changed it
 *
 * Reads the copy and finds out, in a thread, what merging it would do to the dossier as it is now.
 * What both come from is looked for among the files and the earlier versions that are kept.
 */
void
apo_session_plan_merge_async (ApoSession         *session,
                              GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);

  plan_async (session, file, NULL, task);
}

/**
 * apo_session_renew_merge_async:
 * @merge: of apo_session_plan_merge_async()
 *
 * Does the same again, with the copy as it was read, for a dossier that was changed meanwhile.
 */
void
apo_session_renew_merge_async (ApoSession         *session,
                               ApoMerge           *merge,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);

  plan_async (session, merge->file, merge, task);
}

/**
 * apo_session_plan_merge_finish:
 * @error: of %APO_DOSSIER_ERROR or %APO_MERGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the plan, for apo_session_merge(); its conflicts are not
 *   settled yet
 */
ApoMerge *
apo_session_plan_merge_finish (ApoSession   *session,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What another program has written into the session's own file is in the dossier now: saving takes
 * nothing away, and what is replaced is that version.  No step of the history is what is there. */
static void
take_in_file (ApoSession *self,
              ApoMerge   *merge)
{
  if (merge->stamp == NULL || self->file == NULL || !g_file_equal (self->file, merge->file))
    return;

  g_free (self->stamp);
  self->stamp = g_strdup (merge->stamp);
  g_free (self->replaced_sha256);
  self->replaced_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, merge->bytes);
  apo_history_set_saved_position (self->history, NOWHERE);
  apo_session_update_changed (self);
  apo_session_set_file_state (self, APO_FILE_STATE_SAME);
}

/**
 * apo_session_merge:
 * @merge: one without unsettled conflicts, for the dossier as it is; it is used up
 *
 * Does what was planned, as one command of the history.
 *
 * Returns: whether anything changed
 */
gboolean
apo_session_merge (ApoSession *session,
                   ApoMerge   *merge)
{
  ApoDossier *planned = merge->map->mine;
  g_autoptr (ApoCommand) command = apo_merge_apply (merge);
  g_autoptr (GVariant) variant = NULL;
  gint64 counter = apo_dossier_get_counter (session->dossier);

  if (!apo_command_execute (command, planned))
    return FALSE;

  /* the ids that came in were counted there */
  variant = g_variant_ref_sink (apo_command_to_variant (command));
  apo_dossier_set_counter (session->dossier, MAX (counter, apo_dossier_get_counter (planned)));
  if (!apo_history_execute (session->history, apo_command_new_from_variant (variant)))
    {
      apo_dossier_set_counter (session->dossier, counter);
      return FALSE;
    }
  take_in_file (session, merge);

  return TRUE;
}
