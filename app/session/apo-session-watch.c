/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-private.h"

#include "apo-dossier-file.h"
#include "apo-file-writer.h"

/* What other programs do to the file of a session. */

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);
  g_autofree char *stamp = info != NULL ? apo_file_stamp_new (info) : NULL;
  ApoSession *self = user_data;

  /* the session is gone, or goes on with another file */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* what this session does itself is known when it is done */
  if (!g_queue_is_empty (&self->saves))
    return;

  if (stamp != NULL)
    apo_session_set_file_state (self, g_strcmp0 (stamp, self->stamp) == 0 ? APO_FILE_STATE_SAME
                                                                          : APO_FILE_STATE_CHANGED);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    apo_session_set_file_state (self, APO_FILE_STATE_REMOVED);
}

/**
 * apo_session_check_file:
 *
 * Looks whether another program has changed or removed the file, which `file-state` will say; to be
 * called when the reader comes back to the window.  Changes of local files are noticed without.
 */
void
apo_session_check_file (ApoSession *session)
{
  if (session->file == NULL || session->checks == NULL)
    return;

  g_file_query_info_async (session->file, APO_FILE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, session->checks, checked_cb, session);
}

/**
 * apo_session_unwatch:
 *
 * Stops looking after the file.
 */
void
apo_session_unwatch (ApoSession *self)
{
  if (self->checks != NULL)
    g_cancellable_cancel (self->checks);
  g_clear_object (&self->checks);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

/**
 * apo_session_watch:
 *
 * Looks after the session's file from now on.
 */
void
apo_session_watch (ApoSession *self)
{
  apo_session_unwatch (self);
  self->checks = g_cancellable_new ();
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (apo_session_check_file), self);
}
