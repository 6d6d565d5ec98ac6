/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-dialogs.h"
#include "apo-dossier-file.h"
#include "apo-import.h"
#include "apo-opener.h"

/* Opening, saving and closing. */

/**
 * apo_window_show_error:
 * @message: one sentence that says what happened
 *
 * On a page of its own where nothing is open, else as a toast.
 */
void
apo_window_show_error (ApoWindow  *window,
                       const char *message)
{
  if (window->session != NULL)
    {
      apo_window_show_toast (window, message, NULL, NULL);
      return;
    }

  {
    g_autofree char *escaped = g_markup_escape_text (message, -1);

    adw_status_page_set_description (window->error_page, escaped);
    gtk_stack_set_visible_child_name (window->stack, "error");
  }
}

/* The file of a session, or that of its article if it is not saved yet. */
static GFile *
dup_file (ApoSession *session)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (session));
  const char *uri = apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_URI);
  GFile *file = apo_session_get_file (session);

  if (file != NULL)
    return g_object_ref (file);

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/* Lists it among those open lately. */
static void
remember_session (ApoSession *session)
{
  g_autoptr (GFile) file = dup_file (session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

struct _ApoOpening {
  ApoWindow *window;            /* (nullable): before it is there */
  GCancellable *cancellable;
};

static void
opening_free (ApoOpening *opening)
{
  g_clear_object (&opening->window);
  g_object_unref (opening->cancellable);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoOpening, opening_free)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ApoOpening) opening = user_data;
  ApoWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) session = apo_opener_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->opening);
  if (session != NULL)
    {
      remember_session (session);
      apo_window_take_session (self, session);
    }
  else
    apo_window_show_error (self, error->message);
}

/**
 * apo_opening_new:
 *
 * Begins to read @file in a worker.
 *
 * Returns: (transfer full): to be handed to apo_window_take_opening() before the main loop goes on
 */
ApoOpening *
apo_opening_new (GFile *file)
{
  ApoOpening *self = g_new0 (ApoOpening, 1);

  self->cancellable = g_cancellable_new ();
  apo_opener_open_async (file, self->cancellable, opened_cb, self);

  return self;
}

/**
 * apo_window_take_opening:
 * @opening: (transfer full): what is being read
 *
 * Opens it here; the window must be empty.
 */
void
apo_window_take_opening (ApoWindow  *window,
                         ApoOpening *opening)
{
  if (window->opening != NULL)
    g_cancellable_cancel (window->opening);
  opening->window = g_object_ref (window);
  g_set_object (&window->opening, opening->cancellable);
  gtk_stack_set_visible_child_name (window->stack, "loading");
}

/**
 * apo_window_open_file:
 *
 * Opens @file here; the window must be empty.
 */
void
apo_window_open_file (ApoWindow *window,
                      GFile     *file)
{
  apo_window_take_opening (window, apo_opening_new (file));
}

/**
 * apo_window_open_sample:
 *
 * Opens the article that comes with the program.
 */
void
apo_window_open_sample (ApoWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) session = apo_opener_open_sample (&error);

  if (session != NULL)
    apo_window_take_session (window, session);
  else
    apo_window_show_error (window, error->message);
}

/**
 * apo_window_open_text:
 *
 * Opens a text that comes from no file.
 */
void
apo_window_open_text (ApoWindow  *window,
                      const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) article = apo_import_bytes (bytes, _("Pasted text"), &error);

  if (article != NULL)
    {
      g_autoptr (ApoSession) session = apo_session_new (article);

      apo_window_take_session (window, session);
    }
  else
    apo_window_show_error (window, error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ApoWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean close = self->close_after_save;

  self->n_saves--;
  self->close_after_save = FALSE;
  if (apo_session_save_finish (APO_SESSION (source), result, &error))
    {
      remember_session (APO_SESSION (source));
      if (self->memory != NULL)
        apo_memory_learn (self->memory, APO_SESSION (source));
      apo_window_update_title (self);
      if (close)
        gtk_window_close (GTK_WINDOW (self));
      else
        apo_window_show_toast (self, _("Saved"), NULL, NULL);
    }
  else if (g_error_matches (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_CHANGED_ON_DISK))
    {
      self->close_after_save = close;
      apo_window_settle_file (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    apo_window_show_toast (self, error->message, _("Save _As…"), "win.save-as");
}

/**
 * apo_window_save_to:
 * @overwrite: whether to replace what another program has written
 */
void
apo_window_save_to (ApoWindow *window,
                    GFile     *file,
                    gboolean   overwrite)
{
  window->n_saves++;
  apo_desk_save_view (window->desk);
  apo_session_save_async (window->session, file, overwrite, NULL, saved_cb, g_object_ref (window));
}

static void
save_chosen_cb (GFile   *file,
                gpointer user_data)
{
  apo_window_save_to (user_data, file, TRUE);
}

static char *
dup_suggested_name (ApoWindow *self)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (self->session));
  const char *title = apo_article_get_title (article);
  const char *name = apo_article_get_name (article);
  char *dot;
  char *suggested;

  if (*title != '\0')
    return g_strdup (title);

  suggested = g_strdup (*name != '\0' ? name : _("Dossier"));
  dot = strchr (suggested, '.');
  if (dot != NULL && dot != suggested)
    *dot = '\0';

  return suggested;
}

/**
 * apo_window_dup_folder:
 *
 * Returns: (transfer full) (nullable): the folder of the file that is open, on this computer; that
 *   of its article if it is not saved yet
 */
GFile *
apo_window_dup_folder (ApoWindow *window)
{
  g_autoptr (GFile) file = window->session != NULL ? dup_file (window->session) : NULL;

  return file != NULL && g_file_is_native (file) ? g_file_get_parent (file) : NULL;
}

/**
 * apo_window_save_as:
 *
 * Asks for a file and saves to it.
 */
void
apo_window_save_as (ApoWindow *window)
{
  g_autoptr (GFile) folder = apo_window_dup_folder (window);
  g_autofree char *name = NULL;

  if (window->session == NULL)
    return;

  name = dup_suggested_name (window);
  apo_dialogs_save_dossier (GTK_WINDOW (window), name, folder, save_chosen_cb, window);
}

/**
 * apo_window_save:
 *
 * Saves to the file of the dossier, or asks for one where it has none or can't be written back.
 */
void
apo_window_save (ApoWindow *window)
{
  if (window->session == NULL)
    return;

  if (apo_session_get_file (window->session) == NULL || apo_session_is_read_only (window->session))
    apo_window_save_as (window);
  else if (apo_session_get_file_state (window->session) != APO_FILE_STATE_SAME)
    apo_window_settle_file (window);
  else
    apo_window_save_to (window, apo_session_get_file (window->session), FALSE);
}

static void
unsaved_answer_cb (const char *answer,
                   gpointer    user_data)
{
  ApoWindow *self = user_data;

  if (g_str_equal (answer, "discard"))
    {
      apo_session_discard (self->session);
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (answer, "save"))
    {
      self->close_after_save = TRUE;
      apo_window_save (self);
    }
}

/**
 * apo_window_close_request:
 *
 * Returns: whether the window must stay open, because there is something to ask first
 */
gboolean
apo_window_close_request (ApoWindow *window)
{
  ApoArticle *article;
  g_autofree char *name = NULL;

  if (window->closing || window->session == NULL || !apo_session_is_changed (window->session))
    return FALSE;

  article = apo_dossier_get_article (apo_session_get_dossier (window->session));
  name = dup_suggested_name (window);
  apo_dialogs_ask_unsaved (GTK_WINDOW (window),
                           *apo_article_get_title (article) != '\0'
                           ? apo_article_get_title (article) : name,
                           unsaved_answer_cb, window);

  return TRUE;
}
