/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dialogs.h"

#include <glib/gi18n.h>

#define DOSSIER_SUFFIX ".apostille"

typedef struct {
  GWeakRef parent;              /* a window that was closed meanwhile wants no answer */
  ApoFileFunc file_func;
  ApoAnswerFunc answer_func;
  gpointer user_data;
} Request;

static Request *
request_new (GtkWindow *parent,
             gpointer   user_data)
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->parent, parent);
  request->user_data = user_data;

  return request;
}

static gboolean
request_is_wanted (Request *request)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&request->parent);

  return parent != NULL && gtk_window_get_application (parent) != NULL;
}

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->parent);
  g_free (request);
}

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     Request         *request)
{
  if (response == GTK_RESPONSE_ACCEPT && request_is_wanted (request))
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        request->file_func (file, request->user_data);
    }

  request_free (request);
  g_object_unref (dialog);
}

static void
show_chooser (GtkFileChooserNative *chooser,
              ApoFileFunc           func,
              gpointer              user_data)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));
  Request *request = request_new (parent, user_data);

  request->file_func = func;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chooser_response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *mime_types,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; mime_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, mime_types[i]);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

/**
 * apo_dialogs_open_file:
 *
 * Asks for an article or a dossier to open.
 */
void
apo_dialogs_open_file (GtkWindow  *parent,
                       ApoFileFunc func,
                       gpointer    user_data)
{
  static const char *const readable_mime[] = { "text/plain", NULL };
  static const char *const readable_suffixes[] = { "txt", "apostille", NULL };
  static const char *const dossier_mime[] = { NULL };
  static const char *const dossier_suffixes[] = { "apostille", NULL };
  static const char *const all_mime[] = { "application/octet-stream", NULL };
  static const char *const all_suffixes[] = { NULL };
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Open an Article or a Dossier"), parent,
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (chooser), _("Articles and dossiers"), readable_mime,
              readable_suffixes);
  add_filter (GTK_FILE_CHOOSER (chooser), _("Dossiers"), dossier_mime, dossier_suffixes);
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all_mime, all_suffixes);
  show_chooser (chooser, func, user_data);
}

/**
 * apo_dialogs_save_dossier:
 * @suggested_name: a name without its ending
 *
 * Asks where to save a dossier; the desktop's own dialog asks before a file is replaced.
 */
void
apo_dialogs_save_dossier (GtkWindow  *parent,
                          const char *suggested_name,
                          ApoFileFunc func,
                          gpointer    user_data)
{
  static const char *const mime[] = { NULL };
  static const char *const suffixes[] = { "apostille", NULL };
  g_autofree char *name = g_strconcat (suggested_name, DOSSIER_SUFFIX, NULL);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Save the Dossier"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Save"), _("_Cancel"));

  g_strdelimit (name, "/\n", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (GTK_FILE_CHOOSER (chooser), _("Dossiers"), mime, suffixes);
  show_chooser (chooser, func, user_data);
}

static void
answer_cb (AdwMessageDialog *dialog,
           const char       *answer,
           Request          *request)
{
  if (request_is_wanted (request))
    request->answer_func (answer, request->user_data);
  request_free (request);
}

static void
ask (AdwMessageDialog *dialog,
     ApoAnswerFunc     func,
     gpointer          user_data)
{
  Request *request = request_new (gtk_window_get_transient_for (GTK_WINDOW (dialog)), user_data);

  request->answer_func = func;
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * apo_dialogs_ask_unsaved:
 * @title: of the dossier
 *
 * Asks what to do with changes that were not saved: "save", "discard" or "cancel".
 */
void
apo_dialogs_ask_unsaved (GtkWindow    *parent,
                         const char   *title,
                         ApoAnswerFunc func,
                         gpointer      user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Save the changes?"), NULL));

  adw_message_dialog_format_body (dialog, _("“%s” has changes that are not saved. "
                                            "They are lost if you discard them."), title);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  ask (dialog, func, user_data);
}

/**
 * apo_dialogs_ask_overwrite:
 * @message: what is in the way, as one sentence
 *
 * Asks whether to save over a file that somebody else changed: "overwrite", "save-as" or "cancel".
 */
void
apo_dialogs_ask_overwrite (GtkWindow    *parent,
                           const char   *message,
                           ApoAnswerFunc func,
                           gpointer      user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Replace the file?"), message));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "overwrite", _("_Replace"),
                                    "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "save-as");
  ask (dialog, func, user_data);
}

/**
 * apo_dialogs_show_about:
 *
 * Says what the program is and under which licence.
 */
void
apo_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", _("Apostille"),
                         "application-icon", "org.apostille.Apostille",
                         "developer-name", _("The Apostille developers"),
                         "version", APO_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Read closely: who acts, who says what, when, and what is "
                                       "established."),
                         /* Translators: your name and address, one translator on each line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
