/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-reader-view.h"

/* Another analysis of the same text: what it would change is shown before it does. */

#define PANE "renewal"

static gboolean
is_open (ApoWindow *self)
{
  return g_strcmp0 (apo_desk_get_pane (self->desk), PANE) == 0;
}

static void
done_cb (ApoWindow *self,
         guint      n_changes)
{
  g_autofree char *message = NULL;

  if (is_open (self))
    apo_desk_set_pane (self->desk, NULL);
  if (n_changes == 0)
    return;

  message = g_strdup_printf (ngettext ("%u change was made.", "%u changes were made.", n_changes),
                             n_changes);
  apo_window_show_toast (self, message, _("_Undo"), "win.undo");
}

/* What is in the dossier is selected; of the rest, the words are. */
static void
span_activated_cb (ApoWindow  *self,
                   const char *id,
                   guint       start,
                   guint       end)
{
  ApoReaderView *reader =
    APO_READER_VIEW (apo_reader_get_view (apo_desk_get_reader (self->desk)));

  if (apo_desk_get_mode (self->desk) == APO_DESK_NARROW)
    apo_desk_set_panel (self->desk, APO_PANEL_READER);
  if (apo_dossier_lookup (apo_session_get_dossier (self->session), id) != NULL)
    apo_focus_select (self->focus, id);
  if (start == end)
    return;

  apo_reader_view_show_span (reader, APO_SPAN (start, end));
  apo_reader_view_select_span (reader, APO_SPAN (start, end));
}

static void
renewed_cb (ApoWindow   *self,
            ApoFindings *findings)
{
  self->renewal_asked = TRUE;
  apo_renewal_review_take_findings (self->renewal_review, findings);
}

/* A list that is made anew while the reader looks at something else does not come forward. */
static void
ready_cb (ApoWindow *self,
          guint      n_changes)
{
  g_autofree char *kept = NULL;
  g_autofree char *message = NULL;
  gboolean asked = self->renewal_asked;

  self->renewal_asked = FALSE;
  if (n_changes > 0 && asked)
    apo_desk_set_pane (self->desk, PANE);
  if (n_changes > 0)
    return;

  if (is_open (self))
    apo_desk_set_pane (self->desk, NULL);
  if (!asked)
    return;

  kept = apo_renewal_review_dup_kept (self->renewal_review);
  message = g_strstrip (g_strdup_printf ("%s %s", _("The analysis would change nothing."), kept));
  apo_window_show_toast (self, message, NULL, NULL);
}

/**
 * apo_window_analyse:
 *
 * Reads the text, where that was not done yet, or shows what reading it again would change; what
 * waits to be chosen from comes first.
 */
void
apo_window_analyse (ApoWindow *window)
{
  if (apo_session_needs_analysis (window->session))
    apo_analysis_start (window->analysis);
  else if (apo_renewal_review_is_waiting (window->renewal_review) && !is_open (window))
    apo_desk_enter_pane (window->desk, PANE);
  else
    apo_analysis_renew (window->analysis);
}

/**
 * apo_window_add_renewal:
 *
 * Gives the desk the pane in which another analysis is reviewed.
 */
void
apo_window_add_renewal (ApoWindow *window)
{
  window->renewal_review = APO_RENEWAL_REVIEW (apo_renewal_review_new ());
  apo_desk_add_pane (window->desk, PANE, GTK_WIDGET (window->renewal_review));
  g_signal_connect_object (window->renewal_review, "ready", G_CALLBACK (ready_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->renewal_review, "done", G_CALLBACK (done_cb), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->renewal_review, "span-activated",
                           G_CALLBACK (span_activated_cb), window, G_CONNECT_SWAPPED);
}

/**
 * apo_window_set_renewal_session:
 * @session: (nullable): what is open from now on, with its analysis
 */
void
apo_window_set_renewal_session (ApoWindow  *window,
                                ApoSession *session)
{
  if (is_open (window))
    apo_desk_set_pane (window->desk, NULL);
  apo_renewal_review_set_session (window->renewal_review, session);
  if (session != NULL)
    g_signal_connect_swapped (window->analysis, "renewed", G_CALLBACK (renewed_cb), window);
}
