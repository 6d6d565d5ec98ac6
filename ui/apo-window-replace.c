/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-dialogs.h"

/* Replacing the text of the article by a newer version, and what is left of the older one. */

/* For which version of the text the reader has put the line away. */
#define SEEN_KEY "older-text-seen"

static gboolean
is_open (ApoWindow  *self,
         const char *pane)
{
  return g_strcmp0 (apo_desk_get_pane (self->desk), pane) == 0;
}

static gboolean
was_put_away (ApoWindow *self)
{
  ApoDossier *dossier = apo_session_get_dossier (self->session);
  g_autoptr (GVariant) seen = apo_dossier_get_view_state (dossier, SEEN_KEY);

  return seen != NULL && g_variant_is_of_type (seen, G_VARIANT_TYPE_STRING)
         && g_str_equal (g_variant_get_string (seen, NULL),
                         apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier))));
}

static char *
dup_part (ApoItemType type,
          guint       n)
{
  switch (type)
    {
    case APO_ITEM_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case APO_ITEM_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case APO_ITEM_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    case APO_ITEM_TIME:
      return g_strdup_printf (ngettext ("%u date", "%u dates", n), n);
    case APO_ITEM_ACTOR:
      return g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
    case APO_ITEM_ARTICLE:
    default:
      return g_strdup ("");
    }
}

/* What is left in the older text, as one sentence; NULL if nothing is. */
static char *
dup_unplaced (ApoWindow *self)
{
  static const ApoItemType order[] = {
    APO_ITEM_CLAIM, APO_ITEM_EVENT, APO_ITEM_RELATION, APO_ITEM_TIME, APO_ITEM_ACTOR,
  };
  GListModel *unplaced = apo_older_pane_get_unplaced (self->older_pane);
  g_autoptr (GString) parts = g_string_new (NULL);
  guint n[APO_N_ITEM_TYPES] = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (unplaced); i++)
    {
      g_autoptr (ApoOlderItem) item = g_list_model_get_item (unplaced, i);

      n[apo_item_get_item_type (apo_older_item_get_unplaced (item)->item)]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (n[order[i]] > 0)
      {
        g_autofree char *part = dup_part (order[i], n[order[i]]);

        g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", part);
      }

  /* Translators: a list such as "2 claims, 1 event" follows */
  return parts->len > 0 ? g_strdup_printf (_("Only in the older text: %s."), parts->str) : NULL;
}

/**
 * apo_window_update_replace:
 *
 * Says what waits: a newer text that was not taken yet, or passages of the older one.
 */
void
apo_window_update_replace (ApoWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  gboolean waiting = apo_replace_review_is_waiting (window->replace_review);
  g_autofree char *unplaced = window->session != NULL ? dup_unplaced (window) : NULL;

  gtk_widget_action_set_enabled (widget, "win.replace-text", window->session != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-older-text",
                                 apo_older_pane_has_versions (window->older_pane));

  if (waiting && !is_open (window, "replace"))
    apo_notice_show (window->older_notice, _("The newer text was not taken yet."), _("_Continue"),
                     "win.replace-text", FALSE);
  else if (!waiting && unplaced != NULL && !is_open (window, "older") && !was_put_away (window))
    apo_notice_show (window->older_notice, unplaced, _("_Show"), "win.show-older-text", TRUE);
  else
    apo_notice_hide (window->older_notice);
}

static void
put_away_cb (ApoWindow *self)
{
  ApoDossier *dossier = apo_session_get_dossier (self->session);
  const char *id = apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)));

  apo_dossier_set_view_state (dossier, SEEN_KEY, g_variant_new_string (id));
}

/* What was found in the older text is not to be taken for the newer one. */
static void
done_cb (ApoWindow *self,
         gboolean   replaced)
{
  if (is_open (self, "replace"))
    apo_desk_set_pane (self->desk, NULL);
  if (!replaced)
    return;

  apo_analysis_cancel (self->analysis);
  apo_window_show_toast (self, _("The text was replaced."), _("_Analyse Again"), "win.analyse");
}

/**
 * apo_window_add_replace:
 *
 * Puts the panes for replacing the text and for older texts into the desk.
 */
void
apo_window_add_replace (ApoWindow *window)
{
  ApoReaderView *reader =
    APO_READER_VIEW (apo_reader_get_view (apo_desk_get_reader (window->desk)));

  window->replace_review = APO_REPLACE_REVIEW (apo_replace_review_new ());
  window->older_pane = APO_OLDER_PANE (apo_older_pane_new (reader));
  apo_desk_add_pane (window->desk, "replace", GTK_WIDGET (window->replace_review));
  apo_desk_add_pane (window->desk, "older", GTK_WIDGET (window->older_pane));
  g_signal_connect_object (window->replace_review, "done", G_CALLBACK (done_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->replace_review, "notify::waiting",
                           G_CALLBACK (apo_window_update_replace), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->older_pane, "notify::n-unplaced",
                           G_CALLBACK (apo_window_update_replace), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->desk, "notify::pane", G_CALLBACK (apo_window_update_replace),
                           window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->older_notice, "closed", G_CALLBACK (put_away_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * apo_window_set_replace_session:
 * @session: (nullable): what is open from now on
 */
void
apo_window_set_replace_session (ApoWindow  *window,
                                ApoSession *session)
{
  ApoHistory *history = session != NULL ? apo_session_get_history (session) : NULL;

  if (is_open (window, "replace") || is_open (window, "older"))
    apo_desk_set_pane (window->desk, NULL);
  apo_replace_review_set_history (window->replace_review, history);
  apo_older_pane_set_context (window->older_pane, history, window->focus);
}

static void
replace_text_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  apo_desk_enter_pane (APO_WINDOW (widget)->desk, "replace");
}

static void
show_older_text_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  apo_desk_enter_pane (APO_WINDOW (widget)->desk, "older");
}

static void
file_chosen_cb (GFile   *file,
                gpointer user_data)
{
  ApoWindow *self = user_data;

  if (self->session != NULL)
    apo_replace_review_take_file (self->replace_review, file);
}

static void
replace_from_file_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  apo_dialogs_choose_text (GTK_WINDOW (widget), file_chosen_cb, widget);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ApoWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->session == NULL)
    return;

  if (text == NULL || *text == '\0')
    apo_replace_review_tell (self->replace_review,
                             _("There is no text to paste; copy one first."));
  else
    apo_replace_review_take_text (self->replace_review, text);
}

static void
replace_from_clipboard_action (GtkWidget  *widget,
                               const char *action,
                               GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

/**
 * apo_window_install_replace_actions:
 *
 * Adds what menus and panes do about it to the class of the window.
 */
void
apo_window_install_replace_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.replace-text", NULL, replace_text_action);
  gtk_widget_class_install_action (widget_class, "win.replace-from-file", NULL,
                                   replace_from_file_action);
  gtk_widget_class_install_action (widget_class, "win.replace-from-clipboard", NULL,
                                   replace_from_clipboard_action);
  gtk_widget_class_install_action (widget_class, "win.show-older-text", NULL,
                                   show_older_text_action);
}
