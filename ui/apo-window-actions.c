/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-dialogs.h"
#include "apo-preferences.h"

/* What menus, buttons and keys do. */

/* Files go to the application, which finds an empty window or makes one. */
static void
open_through_application (ApoWindow *self,
                          GFile     *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_application_open (G_APPLICATION (application), &file, 1, "");
}

static void
open_chosen_cb (GFile   *file,
                gpointer user_data)
{
  open_through_application (user_data, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autoptr (GFile) folder = apo_window_dup_folder (APO_WINDOW (widget));

  apo_dialogs_open_file (GTK_WINDOW (widget), folder, open_chosen_cb, widget);
}

static void
open_uri_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_through_application (APO_WINDOW (widget), file);
}

static void
open_sample_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  apo_window_open_sample (apo_window_get_empty (APO_WINDOW (widget)));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ApoWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *text == '\0')
    apo_window_show_toast (self, _("There is no text to paste; copy one first."), NULL, NULL);
  else
    apo_window_open_text (apo_window_get_empty (self), text);
}

static void
paste_text_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  APO_WINDOW (widget)->close_after_save = FALSE;
  apo_window_save (APO_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  APO_WINDOW (widget)->close_after_save = FALSE;
  apo_window_save_as (APO_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  apo_history_undo (apo_session_get_history (APO_WINDOW (widget)->session));
}

static void
redo_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  apo_history_redo (apo_session_get_history (APO_WINDOW (widget)->session));
}

static void
show_history_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  /* where there is little room, only as long as its popover hangs on it */
  gtk_widget_set_visible (GTK_WIDGET (self->history_button), TRUE);
  gtk_menu_button_popup (self->history_button);
}

static void
set_date_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  apo_analysis_set_date (APO_WINDOW (widget)->analysis, g_variant_get_int32 (parameter));
}

/* What a view has to say. */
static void
tell_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  apo_window_show_toast (APO_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL, NULL);
}

/* What a view has done, with the way back. */
static void
tell_done_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  apo_window_show_toast (APO_WINDOW (widget), g_variant_get_string (parameter, NULL), _("_Undo"),
                         "win.undo");
}

static void
show_basis_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  apo_basis_button_open (APO_WINDOW (widget)->basis_button);
}

static void
settle_file_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  apo_window_settle_file (APO_WINDOW (widget));
}

static void
show_versions_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  apo_window_show_versions (APO_WINDOW (widget));
}

static void
forget_dossier_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  apo_window_forget_dossier (APO_WINDOW (widget));
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  apo_desk_reveal_panel (self->desk, APO_PANEL_READER);
  apo_reader_start_find (apo_desk_get_reader (self->desk));
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ApoDesk *desk = APO_WINDOW (widget)->desk;

  apo_desk_start_search (desk, apo_reader_get_find_words (apo_desk_get_reader (desk)));
}

static void
next_claim_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  apo_desk_step_claim (APO_WINDOW (widget)->desk, 1);
}

static void
previous_claim_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  apo_desk_step_claim (APO_WINDOW (widget)->desk, -1);
}

/* For what is done to the selected claim, where none is. */
static void
ask_for_claim (ApoWindow *self)
{
  apo_window_show_toast (self, _("Choose a claim first, in the list or in the text."), NULL, NULL);
}

static void
verdict_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);
  int verdict;

  if (!apo_enum_from_nick (APO_TYPE_VERDICT, g_variant_get_string (parameter, NULL), &verdict))
    return;

  if (!apo_desk_judge (self->desk, verdict))
    ask_for_claim (self);
}

static void
show_claim_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  if (!apo_desk_show_claim (APO_WINDOW (widget)->desk))
    ask_for_claim (APO_WINDOW (widget));
}

static void
edit_reason_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  if (!apo_desk_edit_reason (APO_WINDOW (widget)->desk))
    ask_for_claim (APO_WINDOW (widget));
}

static void
add_source_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  if (!apo_desk_add_source (APO_WINDOW (widget)->desk))
    ask_for_claim (APO_WINDOW (widget));
}

static void
show_passage_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  apo_desk_show_passage (APO_WINDOW (widget)->desk);
}

static void
show_index_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  apo_desk_show_index (APO_WINDOW (widget)->desk, g_variant_get_string (parameter, NULL));
}

static void
add_note_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  apo_desk_add_note (APO_WINDOW (widget)->desk);
}

static void
edit_actor_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  const char *selected = apo_focus_get_selected (self->focus);
  ApoItem *item = apo_dossier_lookup (apo_session_get_dossier (self->session), selected);

  if (apo_desk_edit_actor (self->desk, name))
    return;

  if (APO_IS_ACTOR (item) && g_str_equal (name, "actor.split"))
    apo_window_show_toast (self, _("This actor is mentioned only once, so it cannot be split."),
                           NULL, NULL);
  else if (!APO_IS_ACTOR (item))
    apo_window_show_toast (self, _("Choose an actor first, in the list, the text or the graph."),
                           NULL, NULL);
}

static void
toggle_maximized_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  apo_desk_toggle_maximized (APO_WINDOW (widget)->desk);
}

static void
next_panel_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  apo_desk_step_panel (APO_WINDOW (widget)->desk, 1);
}

static void
previous_panel_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  apo_desk_step_panel (APO_WINDOW (widget)->desk, -1);
}

static void
next_border_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  apo_desk_step_border (APO_WINDOW (widget)->desk);
}

/* What Escape does: first a maximised panel goes back to its place. */
static void
clear_selection_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  if (apo_desk_leave_maximized (self->desk))
    return;

  if (apo_desk_get_pane (self->desk) != NULL)
    apo_desk_set_pane (self->desk, NULL);
  else if (self->focus != NULL)
    apo_focus_select (self->focus, NULL);
}

static void
analyse_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  apo_window_analyse (APO_WINDOW (widget));
}

static void
cancel_analysis_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  if (self->analysis == NULL || !apo_analysis_is_running (self->analysis))
    return;

  apo_analysis_cancel (self->analysis);
  apo_window_show_toast (self, _("The analysis was stopped."), _("_Analyse Again"), "win.analyse");
}

static void
preferences_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  apo_preferences_present (GTK_WINDOW (widget), APO_WINDOW (widget)->settings,
                           APO_WINDOW (widget)->memory);
}

/* The list of keys is made at the first need: by its usual name it would be made with each window. */
static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/org/apostille/Apostille/ui/apo-help-overlay.ui");

      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
about_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  apo_dialogs_show_about (GTK_WINDOW (widget));
}

static void
back_to_start_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoWindow *self = APO_WINDOW (widget);

  apo_start_page_refresh (self->start_page);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/**
 * apo_window_install_actions:
 *
 * Adds the actions `win.…` to the class of the window.
 */
void
apo_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *parameter_type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open", NULL, open_action },
    { "win.open-uri", "s", open_uri_action },
    { "win.open-sample", NULL, open_sample_action },
    { "win.paste-text", NULL, paste_text_action },
    { "win.save", NULL, save_action },
    { "win.save-as", NULL, save_as_action },
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, redo_action },
    { "win.show-history", NULL, show_history_action },
    { "win.set-date", "i", set_date_action },
    { "win.tell", "s", tell_action },
    { "win.tell-done", "s", tell_done_action },
    { "win.show-basis", NULL, show_basis_action },
    { "win.settle-file", NULL, settle_file_action },
    { "win.show-versions", NULL, show_versions_action },
    { "win.forget-dossier", NULL, forget_dossier_action },
    { "win.find", NULL, find_action },
    { "win.search", NULL, search_action },
    { "win.next-claim", NULL, next_claim_action },
    { "win.previous-claim", NULL, previous_claim_action },
    { "win.verdict", "s", verdict_action },
    { "win.show-claim", NULL, show_claim_action },
    { "win.edit-reason", NULL, edit_reason_action },
    { "win.add-source", NULL, add_source_action },
    { "win.show-passage", NULL, show_passage_action },
    { "win.show-index", "s", show_index_action },
    { "win.add-note", NULL, add_note_action },
    { "win.edit-actor", "s", edit_actor_action },
    { "win.toggle-maximized", NULL, toggle_maximized_action },
    { "win.next-panel", NULL, next_panel_action },
    { "win.previous-panel", NULL, previous_panel_action },
    { "win.next-border", NULL, next_border_action },
    { "win.clear-selection", NULL, clear_selection_action },
    { "win.analyse", NULL, analyse_action },
    { "win.cancel-analysis", NULL, cancel_analysis_action },
    { "win.preferences", NULL, preferences_action },
    { "win.show-help-overlay", NULL, show_help_overlay_action },
    { "win.about", NULL, about_action },
    { "win.back-to-start", NULL, back_to_start_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
}

static void
add_key (GtkEventController *controller,
         const char         *trigger,
         const char         *detailed_action)
{
  g_autofree char *action = NULL;
  GtkShortcut *shortcut;
  g_autoptr (GVariant) target = NULL;

  g_action_parse_detailed_name (detailed_action, &action, &target, NULL);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                               gtk_named_action_new (action));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * apo_window_add_keys:
 *
 * Adds the keys for triage, which are plain letters and therefore wait until no entry wants them.
 */
void
apo_window_add_keys (ApoWindow *window)
{
  static const struct {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "j", "win.next-claim" },
    { "k", "win.previous-claim" },
    { "v", "win.verdict::verified" },
    { "d", "win.verdict::disputed" },
    { "u", "win.verdict::none" },
    { "1", "win.verdict::verified" },
    { "2", "win.verdict::mostly-verified" },
    { "3", "win.verdict::mixed" },
    { "4", "win.verdict::misleading" },
    { "5", "win.verdict::disputed" },
    { "6", "win.verdict::refuted" },
    { "7", "win.verdict::unproven" },
    { "8", "win.verdict::outdated" },
    { "9", "win.verdict::not-checkable" },
    { "o", "win.show-claim" },
    { "r", "win.edit-reason" },
    { "n", "win.add-note" },
    { "s", "win.add-source" },
    { "F2", "win.edit-actor::actor.rename" },
    { "<Control>m", "win.edit-actor::actor.merge" },
    { "<Control><Shift>m", "win.edit-actor::actor.split" },
    { "Escape", "win.clear-selection" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (controller, keys[i].trigger, keys[i].action);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
