/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-dialogs.h"

/* Copies of the dossier that others have worked on. */

#define PANE "merge"

/* A comparison that is over by then shows no page that says that it is under way. */
#define WORKING_DELAY_MS 300

static gboolean
show_working_cb (gpointer user_data)
{
  ApoWindow *self = user_data;

  self->merge_source = 0;
  apo_desk_enter_pane (self->desk, PANE);

  return G_SOURCE_REMOVE;
}

static void
close_pane (ApoWindow *self)
{
  g_clear_handle_id (&self->merge_source, g_source_remove);
  if (g_strcmp0 (apo_desk_get_pane (self->desk), PANE) == 0)
    apo_desk_set_pane (self->desk, NULL);
}

/* A review that is renewed while the reader looks at something else does not come forward. */
static void
ready_cb (ApoWindow *self)
{
  if (self->merge_source != 0)
    apo_desk_enter_pane (self->desk, PANE);
  g_clear_handle_id (&self->merge_source, g_source_remove);
}

static void
failed_cb (ApoWindow  *self,
           const char *message)
{
  close_pane (self);
  apo_window_show_error (self, message);
}

static void
done_cb (ApoWindow  *self,
         gboolean    merged,
         const char *name)
{
  g_autofree char *message = NULL;

  close_pane (self);
  /* given up */
  if (name == NULL)
    return;

  if (!merged)
    {
      apo_window_show_toast (self, _("Nothing changed: yours was kept everywhere."), NULL, NULL);
      return;
    }

  message = g_strdup_printf (_("“%s” was merged."), name);
  apo_window_show_toast (self, message, _("_Undo"), "win.undo");
}

static void
show_item_cb (ApoWindow  *self,
              const char *id)
{
  if (apo_dossier_lookup (apo_session_get_dossier (self->session), id) == NULL)
    return;

  apo_focus_select (self->focus, id);
  apo_desk_show_passage (self->desk);
}

/**
 * apo_window_merge_file:
 * @file: another copy of the dossier that is open
 *
 * Shows what merging it would bring, beside the text.
 */
void
apo_window_merge_file (ApoWindow *window,
                       GFile     *file)
{
  if (window->session == NULL)
    return;

  close_pane (window);
  window->merge_source = g_timeout_add (WORKING_DELAY_MS, show_working_cb, window);
  apo_merge_review_take_file (window->merge_review, file);
}

static void
chosen_cb (GFile   *file,
           gpointer user_data)
{
  apo_window_merge_file (user_data, file);
}

/* What waits to be decided comes first. */
static void
merge_copy_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  if (apo_merge_review_is_waiting (self->merge_review))
    apo_desk_enter_pane (self->desk, PANE);
  else
    apo_dialogs_choose_copy (GTK_WINDOW (self), chosen_cb, self);
}

/**
 * apo_window_install_merge_actions:
 *
 * Adds the action `win.merge-copy` to the class of the window.
 */
void
apo_window_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge-copy", NULL, merge_copy_action);
}

/**
 * apo_window_add_merge:
 *
 * Gives the desk the pane in which copies are reviewed.
 */
void
apo_window_add_merge (ApoWindow *window)
{
  window->merge_review = APO_MERGE_REVIEW (apo_merge_review_new ());
  apo_desk_add_pane (window->desk, PANE, GTK_WIDGET (window->merge_review));
  g_signal_connect_object (window->merge_review, "ready", G_CALLBACK (ready_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->merge_review, "failed", G_CALLBACK (failed_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->merge_review, "done", G_CALLBACK (done_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->merge_review, "show-item", G_CALLBACK (show_item_cb), window,
                           G_CONNECT_SWAPPED);
}

/**
 * apo_window_set_merge_session:
 * @session: (nullable): what is open from now on
 */
void
apo_window_set_merge_session (ApoWindow  *window,
                              ApoSession *session)
{
  close_pane (window);
  apo_merge_review_set_session (window->merge_review, session);
}
