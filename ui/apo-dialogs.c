/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dialogs.h"

#include <glib/gi18n.h>

#include "apo-moment.h"
#include "apo-tooltip.h"

#define DOSSIER_SUFFIX ".apostille"

/* Of a list in a dialog, in pixels. */
#define LIST_HEIGHT 320
#define LIST_MARGIN 12

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

/* A folder that is not there any more is no reason to say anything. */
static void
go_to_folder (GtkFileChooserNative *chooser,
              GFile                *folder)
{
  if (folder != NULL && g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL)
                          == G_FILE_TYPE_DIRECTORY)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
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
 * @folder: (nullable): where to look first
 *
 * Asks for an article or a dossier to open.
 */
void
apo_dialogs_open_file (GtkWindow  *parent,
                       GFile      *folder,
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
  go_to_folder (chooser, folder);
  show_chooser (chooser, func, user_data);
}

static void
attach_response_cb (GObject         *owner,
                    int              response,
                    GtkNativeDialog *dialog)
{
  ApoFileFunc func = (ApoFileFunc) g_object_get_data (G_OBJECT (dialog), "func");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    func (file, owner);
  gtk_native_dialog_destroy (dialog);
}

/**
 * apo_dialogs_attach_file:
 * @owner: what @func gets as its data; once it is gone, nothing is called
 *
 * Asks for a file of any kind.
 */
void
apo_dialogs_attach_file (GtkWindow   *parent,
                         ApoFileFunc  func,
                         GObject     *owner)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Attach a File"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Attach"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "func", (gpointer) func);
  g_signal_connect_object (chooser, "response", G_CALLBACK (attach_response_cb), owner,
                           G_CONNECT_SWAPPED);
  /* The dialog goes with its owner, if it was not closed before. */
  g_object_set_data_full (owner, "apo-attach-dialog", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * apo_dialogs_choose_text:
 *
 * Asks for an article whose text to take.
 */
void
apo_dialogs_choose_text (GtkWindow  *parent,
                         ApoFileFunc func,
                         gpointer    user_data)
{
  static const char *const text_mime[] = { "text/plain", NULL };
  static const char *const text_suffixes[] = { "txt", NULL };
  static const char *const all_mime[] = { "application/octet-stream", NULL };
  static const char *const all_suffixes[] = { NULL };
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose the Newer Text"), parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Choose"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (chooser), _("Articles"), text_mime, text_suffixes);
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all_mime, all_suffixes);
  show_chooser (chooser, func, user_data);
}

/**
 * apo_dialogs_choose_copy:
 *
 * Asks for another copy of the dossier that is open.
 */
void
apo_dialogs_choose_copy (GtkWindow  *parent,
                         ApoFileFunc func,
                         gpointer    user_data)
{
  static const char *const mime[] = { NULL };
  static const char *const suffixes[] = { "apostille", NULL };
  static const char *const all_mime[] = { "application/octet-stream", NULL };
  static const char *const all_suffixes[] = { NULL };
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose a Copy of This Dossier"), parent,
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"), _("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (chooser), _("Dossiers"), mime, suffixes);
  add_filter (GTK_FILE_CHOOSER (chooser), _("All files"), all_mime, all_suffixes);
  show_chooser (chooser, func, user_data);
}

/**
 * apo_dialogs_save_dossier:
 * @suggested_name: a name without its ending
 * @folder: (nullable): where it would be looked for
 *
 * Asks where to save a dossier; the desktop's own dialog asks before a file is replaced.
 */
void
apo_dialogs_save_dossier (GtkWindow  *parent,
                          const char *suggested_name,
                          GFile      *folder,
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
  go_to_folder (chooser, folder);
  add_filter (GTK_FILE_CHOOSER (chooser), _("Dossiers"), mime, suffixes);
  show_chooser (chooser, func, user_data);
}

static void
answer_cb (AdwMessageDialog *dialog,
           const char       *answer,
           Request          *request)
{
  gboolean wanted = request_is_wanted (request);

  /* the answer may close the parent, which the dialog would look for when it goes */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (wanted)
    request->answer_func (answer, request->user_data);
  request_free (request);
}

static void
ask (AdwMessageDialog *dialog,
     ApoAnswerFunc     func,
     gpointer          user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  Request *request = request_new (parent, user_data);

  request->answer_func = func;
  /* it waits for an answer about its own window only */
  gtk_window_group_add_window (gtk_window_get_group (parent), GTK_WINDOW (dialog));
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
 * apo_dialogs_ask_conflict:
 * @message: what another program did to the file, as one sentence
 * @removed: whether it is not there any more
 *
 * Asks which version counts: "mine", "theirs" or "compare" (not asked where it was removed), "copy"
 * for both, or "cancel".
 */
void
apo_dialogs_ask_conflict (GtkWindow    *parent,
                          const char   *message,
                          gboolean      removed,
                          ApoAnswerFunc func,
                          gpointer      user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent,
                                                removed ? _("Save the file again?")
                                                        : _("Which version counts?"),
                                                message));

  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (!removed)
    {
      adw_message_dialog_add_response (dialog, "theirs", _("Take _Theirs"));
      adw_message_dialog_set_response_appearance (dialog, "theirs", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_responses (dialog, "mine", removed ? _("_Save Again") : _("Keep _Mine"),
                                    "copy", _("Save Mine _As…"), NULL);
  if (!removed)
    {
      adw_message_dialog_add_response (dialog, "compare", _("Com_pare and Merge"));
      adw_message_dialog_set_response_appearance (dialog, "compare", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (dialog, removed ? "copy" : "compare");
  ask (dialog, func, user_data);
}

/**
 * apo_dialogs_ask_copy:
 * @message: why the dossier itself is not opened, as one sentence
 *
 * Asks whether to open a "copy", or "cancel".
 */
void
apo_dialogs_ask_copy (GtkWindow    *parent,
                      const char   *message,
                      ApoAnswerFunc func,
                      gpointer      user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Open a copy?"), message));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "copy", _("Open a _Copy"),
                                    NULL);
  adw_message_dialog_set_default_response (dialog, "copy");
  ask (dialog, func, user_data);
}

/**
 * apo_dialogs_confirm:
 * @accept: what the button says that cannot be taken back
 *
 * Asks before something is gone for good: "accept" or "cancel".
 */
void
apo_dialogs_confirm (GtkWindow    *parent,
                     const char   *heading,
                     const char   *body,
                     const char   *accept,
                     ApoAnswerFunc func,
                     gpointer      user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
  ask (dialog, func, user_data);
}

/* Puts a list into a dialog, as high as it needs but not higher than the window. */
static void
add_list (AdwMessageDialog *dialog,
          GtkWidget        *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_message_dialog_set_extra_child (dialog, scroller);
}

static void
setup_change_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  apo_tooltip_set_label (label, GTK_LABEL (label));
  gtk_widget_set_margin_start (label, LIST_MARGIN);
  gtk_widget_set_margin_end (label, LIST_MARGIN);
  gtk_widget_set_margin_top (label, LIST_MARGIN / 2);
  gtk_widget_set_margin_bottom (label, LIST_MARGIN / 2);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_change_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), name);
  /* the row has no words of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * apo_dialogs_show_changes:
 * @sentence: what they are
 * @changes: their names, the oldest first; there may be many
 *
 * Shows what would come back: "recover" or "cancel".
 */
void
apo_dialogs_show_changes (GtkWindow         *parent,
                          const char        *sentence,
                          const char *const *changes,
                          ApoAnswerFunc      func,
                          gpointer           user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("What can be recovered"), sentence));
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (changes));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_change_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_change_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);
  gtk_widget_add_css_class (list, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Changes, the oldest first"), -1);
  add_list (dialog, list);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Close"), "recover", _("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");
  ask (dialog, func, user_data);
}

static void
version_activated_cb (AdwMessageDialog *dialog,
                      GtkListBoxRow    *row)
{
  adw_message_dialog_response (dialog, g_object_get_data (G_OBJECT (row), "apo-uri"));
  /* to close it would be one more answer */
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
version_row_new (const ApoBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = apo_moment_dup_label (backup->time, g_get_real_time ());
  g_autofree char *size = g_format_size (backup->size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, moment, -1);
  g_object_set_data_full (G_OBJECT (row), "apo-uri", g_file_get_uri (backup->file), g_free);

  return row;
}

/**
 * apo_dialogs_choose_version:
 * @backups: (element-type ApoBackup): what there is, the latest first
 *
 * Asks for an earlier version: the answer is the URI of a backup, or "cancel".
 */
void
apo_dialogs_choose_version (GtkWindow    *parent,
                            const char   *body,
                            GPtrArray    *backups,
                            ApoAnswerFunc func,
                            gpointer      user_data)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Earlier versions"), body));
  GtkWidget *list = gtk_list_box_new ();

  add_list (dialog, list);
  gtk_widget_set_visible (list, backups->len > 0);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), version_row_new (backups->pdata[i]));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Earlier versions, the latest first"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (version_activated_cb), dialog);
  adw_message_dialog_add_response (dialog, "cancel", _("_Close"));
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
