/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-backups.h"
#include "apo-dialogs.h"
#include "apo-dossier-file.h"

/* So that nothing is lost: recovery, files that others change, earlier versions, forgetting. */

static void
copy_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ApoWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) session = apo_session_open_finish (result, &error);

  if (session != NULL)
    apo_window_take_session (apo_window_get_empty (self), session);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    apo_window_show_error (self, error->message);
}

static void
open_copy (ApoWindow *self,
           GFile     *file)
{
  apo_session_open_copy_async (file, NULL, copy_opened_cb, g_object_ref (self));
}

static void
elsewhere_answer_cb (const char *answer,
                     gpointer    user_data)
{
  ApoWindow *self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->elsewhere);

  if (file != NULL && g_str_equal (answer, "copy"))
    open_copy (self, file);
}

/* Two windows that write one file would undo one another's work. */
static void
refuse_elsewhere (ApoWindow  *self,
                  ApoSession *session)
{
  GFile *file = apo_session_get_file (session);
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("“%s” is open in another window already; a copy can be saved under "
                               "another name."), name);
  g_set_object (&self->elsewhere, file);
  if (self->session == NULL)
    gtk_stack_set_visible_child_name (self->stack, "start");
  apo_dialogs_ask_copy (GTK_WINDOW (self), message, elsewhere_answer_cb, self);
}

/**
 * apo_window_take_session:
 * @session: one that was opened or made just now
 *
 * Shows it, and keeps its changes from now on, unless somebody else has it open.
 */
void
apo_window_take_session (ApoWindow  *window,
                         ApoSession *session)
{
  if (window->store != NULL)
    apo_session_keep (session, window->store);

  if (apo_session_is_open_elsewhere (session))
    refuse_elsewhere (window, session);
  else
    apo_window_set_session (window, session);
}

/**
 * apo_window_tell_problem:
 *
 * Says, when it begins, that changes would not survive a crash.
 */
void
apo_window_tell_problem (ApoWindow *window)
{
  const char *problem = apo_session_get_problem (window->session);

  if (problem != NULL)
    apo_window_show_toast (window, problem, NULL, NULL);
}

/* What another program has done to the file, as one sentence. */
static char *
dup_file_state (ApoWindow *self)
{
  g_autofree char *name = apo_dossier_file_dup_name (apo_session_get_file (self->session));

  if (apo_session_get_file_state (self->session) == APO_FILE_STATE_REMOVED)
    return g_strdup_printf (_("“%s” was removed by another program."), name);

  return g_strdup_printf (_("“%s” was changed by another program."), name);
}

/**
 * apo_window_show_file_state:
 *
 * Shows the line that says so while the file is not as it was read or written last.
 */
void
apo_window_show_file_state (ApoWindow *window)
{
  gboolean other = window->session != NULL
                   && apo_session_get_file_state (window->session) != APO_FILE_STATE_SAME;
  g_autofree char *sentence = NULL;

  gtk_revealer_set_reveal_child (window->file_bar, other);
  if (!other)
    return;

  sentence = dup_file_state (window);
  gtk_label_set_text (window->file_label, sentence);
}

static void
theirs_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (ApoWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) theirs = apo_session_open_finish (result, &error);

  if (theirs == NULL)
    {
      apo_window_show_error (self, error->message);
      return;
    }

  /* closed meanwhile */
  if (self->session == NULL)
    return;

  apo_session_discard (self->session);
  apo_window_close_session (self);
  apo_window_take_session (self, theirs);
}

/* Puts the file in the place of what is open here, which stays if the file cannot be opened. */
static void
take_theirs (ApoWindow *self)
{
  apo_session_open_async (apo_session_get_file (self->session), NULL, theirs_opened_cb,
                          g_object_ref (self));
}

static void
conflict_answer_cb (const char *answer,
                    gpointer    user_data)
{
  ApoWindow *self = user_data;

  if (self->session == NULL)
    return;

  if (g_str_equal (answer, "mine"))
    apo_window_save_to (self, apo_session_get_file (self->session), TRUE);
  else if (g_str_equal (answer, "copy"))
    apo_window_save_as (self);
  else
    self->close_after_save = FALSE;

  if (g_str_equal (answer, "theirs"))
    take_theirs (self);
  else if (g_str_equal (answer, "compare"))
    apo_window_merge_file (self, apo_session_get_file (self->session));
}

/**
 * apo_window_settle_file:
 *
 * Asks which version counts, the one here or the one that another program has written.
 */
void
apo_window_settle_file (ApoWindow *window)
{
  gboolean removed;
  g_autofree char *sentence = NULL;
  g_autofree char *message = NULL;

  if (window->session == NULL || apo_session_get_file (window->session) == NULL)
    return;

  removed = apo_session_get_file_state (window->session) == APO_FILE_STATE_REMOVED;
  sentence = dup_file_state (window);
  if (!removed && apo_session_is_changed (window->session))
    message = g_strjoin (" ", sentence, _("To take theirs drops your changes that are not saved."),
                         NULL);
  apo_dialogs_ask_conflict (GTK_WINDOW (window), message != NULL ? message : sentence, removed,
                            conflict_answer_cb, window);
}

static void
version_answer_cb (const char *answer,
                   gpointer    user_data)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (answer, "cancel"))
    return;

  file = g_file_new_for_uri (answer);
  open_copy (user_data, file);
}

/**
 * apo_window_show_versions:
 *
 * Lists the earlier versions that are kept; the one that is chosen is opened as a copy.
 */
void
apo_window_show_versions (ApoWindow *window)
{
  GFile *file = window->session != NULL ? apo_session_get_file (window->session) : NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (file == NULL || window->store == NULL)
    return;

  backups = apo_backups_list (window->store, file);
  name = apo_dossier_file_dup_name (file);
  body = g_strdup_printf (backups->len > 0
                          ? _("What “%s” was. The one you choose is opened as a copy.")
                          : _("No earlier version of “%s” is kept yet."),
                          name);
  apo_dialogs_choose_version (GTK_WINDOW (window), body, backups, version_answer_cb, window);
}

static void
forget_answer_cb (const char *answer,
                  gpointer    user_data)
{
  ApoWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!g_str_equal (answer, "accept") || self->session == NULL)
    return;

  uri = g_file_get_uri (apo_session_get_file (self->session));
  if (!apo_session_forget (self->session, &error))
    {
      apo_window_show_toast (self, error->message, NULL, NULL);
      return;
    }

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  apo_window_close_session (self);
}

/**
 * apo_window_forget_dossier:
 *
 * Asks, and then closes the dossier and removes all that is kept of it beside its file.
 */
void
apo_window_forget_dossier (ApoWindow *window)
{
  GFile *file = window->session != NULL ? apo_session_get_file (window->session) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *body = NULL;

  if (file == NULL || window->n_saves > 0)
    return;

  name = apo_dossier_file_dup_name (file);
  kept = g_strdup_printf (_("Its earlier versions and its journal are removed, and it is closed. "
                            "The file “%s” itself stays."), name);
  body = g_strjoin (" ", kept,
                    apo_session_is_changed (window->session)
                    ? _("Changes that are not saved are lost.") : NULL,
                    NULL);
  apo_dialogs_confirm (GTK_WINDOW (window), _("Forget this dossier?"), body, _("_Forget"),
                       forget_answer_cb, window);
}

/* A window that shows the file without what is recovered, and in which nothing was done. */
static ApoWindow *
find_stale_window (ApoWindow  *self,
                   ApoSession *recovered)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GFile *file = apo_session_get_file (recovered);

  for (GList *l = gtk_application_get_windows (application); file != NULL && l != NULL; l = l->next)
    {
      ApoSession *session = APO_IS_WINDOW (l->data) ? APO_WINDOW (l->data)->session : NULL;

      if (session != NULL && !apo_session_is_changed (session)
          && apo_session_get_file (session) != NULL
          && g_file_equal (apo_session_get_file (session), file))
        return l->data;
    }

  return NULL;
}

static void
recovered_cb (ApoWindow  *self,
              ApoSession *session)
{
  ApoWindow *window = find_stale_window (self, session);

  if (window == NULL)
    window = apo_window_get_empty (self);
  apo_window_set_session (window, session);
  gtk_window_present (GTK_WINDOW (window));
}

static void
recovery_failed_cb (ApoWindow  *self,
                    const char *message)
{
  apo_window_show_toast (self, message, NULL, NULL);
}

/**
 * apo_window_connect_recovery:
 *
 * Takes what the line that offers it has recovered.
 */
void
apo_window_connect_recovery (ApoWindow *window)
{
  g_signal_connect_object (window->recovery_bar, "recovered", G_CALLBACK (recovered_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->recovery_bar, "failed", G_CALLBACK (recovery_failed_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * apo_window_offer_recoveries:
 * @recoveries: (element-type ApoRecovery): what a program that died has left
 *
 * Offers them in a line below the header bar.
 */
void
apo_window_offer_recoveries (ApoWindow *window,
                             GPtrArray *recoveries)
{
  apo_recovery_bar_set_recoveries (window->recovery_bar, recoveries);
}

/**
 * apo_window_attach_memory:
 *
 * Has what is found corrected by what is remembered, or not any more.
 */
void
apo_window_attach_memory (ApoWindow *window)
{
  if (window->memory != NULL && window->session != NULL)
    apo_memory_attach (window->memory, window->session);
}

/* Said in one window, however many there are. */
static void
memory_problem_cb (ApoWindow  *self,
                   const char *message)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL
      || gtk_application_get_active_window (application) == GTK_WINDOW (self))
    apo_window_show_toast (self, message, NULL, NULL);
}

/**
 * apo_window_set_memory:
 * @memory: of the reader's corrections; to be set before anything is opened
 *
 * Without one, nothing is remembered.
 */
void
apo_window_set_memory (ApoWindow *window,
                       ApoMemory *memory)
{
  g_return_if_fail (APO_IS_WINDOW (window) && window->memory == NULL);

  window->memory = g_object_ref (memory);
  g_signal_connect_swapped (memory, "problem", G_CALLBACK (memory_problem_cb), window);
  g_signal_connect_object (window->settings, "changed::remember-corrections",
                           G_CALLBACK (apo_window_attach_memory), window, G_CONNECT_SWAPPED);
  apo_window_attach_memory (window);
}
