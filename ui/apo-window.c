/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-window-private.h"

#include <glib/gi18n.h>

#include "apo-notice-layout.h"
#include "apo-tooltip.h"
#include "apo-popover-focus.h"

/* An analysis that is over by then shows no bar at all. */
#define ANALYSIS_BAR_DELAY_MS 300

G_DEFINE_FINAL_TYPE (ApoWindow, apo_window, ADW_TYPE_APPLICATION_WINDOW)

static char *
dup_reviewed (ApoWindow *self)
{
  guint n_reviewed;
  guint n_claims;

  apo_dossier_count_reviewed (apo_session_get_dossier (self->session), &n_reviewed, &n_claims);
  if (n_claims == 0)
    return NULL;

  /* Translators: how many of the claims bear a verdict */
  return g_strdup_printf (ngettext ("%u of %u reviewed", "%u of %u reviewed", n_reviewed),
                          n_reviewed, n_claims);
}

static char *
dup_name (ApoWindow *self)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (self->session));
  GFile *file = apo_session_get_file (self->session);

  if (file != NULL)
    return g_file_get_basename (file);

  return g_strdup (apo_article_get_name (article));
}

/**
 * apo_window_update_title:
 *
 * Shows what is open, whether it was changed, and how much of it is reviewed.
 */
void
apo_window_update_title (ApoWindow *window)
{
  ApoArticle *article;
  g_autofree char *name = NULL;
  g_autofree char *reviewed = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  gboolean has_title;

  if (window->session == NULL)
    {
      adw_window_title_set_title (window->title, _("Apostille"));
      adw_window_title_set_subtitle (window->title, "");
      gtk_window_set_title (GTK_WINDOW (window), _("Apostille"));
      return;
    }

  article = apo_dossier_get_article (apo_session_get_dossier (window->session));
  name = dup_name (window);
  reviewed = dup_reviewed (window);
  has_title = *apo_article_get_title (article) != '\0';
  title = g_strdup_printf ("%s%s", apo_session_is_changed (window->session) ? "• " : "",
                           has_title ? apo_article_get_title (article) : name);
  subtitle = g_strjoin (" · ", has_title ? name : reviewed, has_title ? reviewed : NULL, NULL);

  adw_window_title_set_title (window->title, title);
  adw_window_title_set_subtitle (window->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (window), title);
}

/* Shows what a step would do on its button and in the menu. */
static void
name_step (ApoWindow  *self,
           GtkWidget  *button,
           int         position,
           const char *label,
           const char *action)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *without_mnemonic = g_strjoinv ("__", parts);
  g_autofree char *shown = NULL;

  apo_tooltip_set (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  g_menu_model_get_item_attribute (G_MENU_MODEL (self->history_menu), position,
                                   G_MENU_ATTRIBUTE_LABEL, "s", &shown);
  if (g_strcmp0 (shown, without_mnemonic) == 0)
    return;
  g_menu_remove (self->history_menu, position);
  g_menu_insert (self->history_menu, position, without_mnemonic, action);
}

static void
name_steps (ApoWindow  *self,
            ApoHistory *history)
{
  const char *undo = history != NULL ? apo_history_get_undo_name (history) : NULL;
  const char *redo = history != NULL ? apo_history_get_redo_name (history) : NULL;
  /* Translators: the name of what is undone follows */
  g_autofree char *undo_label = g_strdup_printf (undo != NULL ? _("Undo: %s") : "%s",
                                                 undo != NULL ? undo : _("Undo"));
  /* Translators: the name of what is done again follows */
  g_autofree char *redo_label = g_strdup_printf (redo != NULL ? _("Redo: %s") : "%s",
                                                 redo != NULL ? redo : _("Redo"));

  name_step (self, self->undo_button, 0, undo_label, "win.undo");
  name_step (self, self->redo_button, 1, redo_label, "win.redo");
}

/**
 * apo_window_update_actions:
 *
 * Enables what can be done now.
 */
void
apo_window_update_actions (ApoWindow *window)
{
  static const char *const with_session[] = {
    "win.save", "win.save-as", "win.find", "win.next-claim", "win.previous-claim", "win.verdict",
    "win.show-claim", "win.edit-reason", "win.add-source", "win.add-note", "win.edit-actor",
    "win.show-passage", "win.show-index", "win.search", "win.analyse", "win.show-history", "win.next-panel",
    "win.previous-panel", "win.next-border", "win.show-basis", "win.set-date",
  };
  GtkWidget *widget = GTK_WIDGET (window);
  gboolean open = window->session != NULL;
  gboolean narrow = apo_desk_get_mode (window->desk) == APO_DESK_NARROW;
  ApoHistory *history = open ? apo_session_get_history (window->session) : NULL;
  GFile *file = open ? apo_session_get_file (window->session) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_session); i++)
    gtk_widget_action_set_enabled (widget, with_session[i], open);
  gtk_widget_action_set_enabled (widget, "win.toggle-maximized", open && !narrow);
  gtk_widget_action_set_enabled (widget, "win.undo", open && apo_history_can_undo (history));
  gtk_widget_action_set_enabled (widget, "win.redo", open && apo_history_can_redo (history));
  gtk_widget_action_set_enabled (widget, "win.show-versions",
                                 file != NULL && window->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.forget-dossier",
                                 file != NULL && window->store != NULL);
  name_steps (window, history);
  gtk_widget_set_visible (window->undo_button, open);
  /* where there is little room, the menu has them */
  gtk_widget_set_visible (window->redo_button, open && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (window->history_button), open && !narrow);
  gtk_widget_set_visible (window->find_button, open && !narrow);
  gtk_widget_set_visible (window->open_button, open && !narrow);
  apo_basis_button_set_compact (window->basis_button,
                                apo_desk_get_mode (window->desk) != APO_DESK_WIDE);
}

/* What is damaged stays said until it is saved elsewhere: a sentence, and below it each part. */
static void
show_damage (ApoWindow *self)
{
  const char *warning = self->session != NULL ? apo_session_get_warning (self->session) : NULL;
  g_auto (GStrv) parts = g_strsplit (warning != NULL ? warning : "", "\n", 2);

  gtk_revealer_set_reveal_child (self->damage_bar, warning != NULL);
  if (warning == NULL)
    return;

  gtk_label_set_text (self->damage_label, parts[0]);
  gtk_label_set_text (self->damage_details, parts[1] != NULL ? parts[1] : "");
  gtk_widget_set_visible (self->damage_button, parts[1] != NULL);
}

static void
session_changed_cb (ApoWindow *self)
{
  show_damage (self);
  apo_window_show_file_state (self);
  apo_window_update_title (self);
  apo_window_update_actions (self);
  apo_window_update_replace (self);
}

static gboolean
show_analysis_bar_cb (gpointer user_data)
{
  ApoWindow *self = user_data;

  self->analysis_source = 0;
  gtk_revealer_set_reveal_child (self->analysis_bar, TRUE);

  return G_SOURCE_REMOVE;
}

static void
analysis_running_cb (ApoWindow *self)
{
  g_clear_handle_id (&self->analysis_source, g_source_remove);

  if (apo_analysis_is_running (self->analysis))
    self->analysis_source = g_timeout_add (ANALYSIS_BAR_DELAY_MS, show_analysis_bar_cb, self);
  else
    {
      gtk_revealer_set_reveal_child (self->analysis_bar, FALSE);
      if (self->memory != NULL && self->session != NULL)
        apo_memory_note_found (self->memory, self->session);
    }
}

static void
analysis_progress_cb (ApoWindow *self)
{
  double progress;

  g_object_get (self->analysis, "progress", &progress, NULL);
  gtk_progress_bar_set_fraction (self->analysis_progress, progress);
}

static void
analysis_failed_cb (ApoWindow  *self,
                    const char *message)
{
  apo_window_show_toast (self, message, _("_Try Again"), "win.analyse");
}

static void
forget_session (ApoWindow *self)
{
  g_clear_handle_id (&self->analysis_source, g_source_remove);
  if (self->analysis != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->analysis, self);
      apo_analysis_cancel (self->analysis);
    }
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (apo_session_get_dossier (self->session), self);
      g_signal_handlers_disconnect_by_data (apo_session_get_history (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      apo_window_set_merge_session (self, NULL);
      apo_window_set_renewal_session (self, NULL);
    }
  gtk_revealer_set_reveal_child (self->analysis_bar, FALSE);
  apo_history_popover_set_history (self->history_popover, NULL);
  apo_window_set_replace_session (self, NULL);
  apo_basis_button_set_context (self->basis_button, NULL, NULL);
  apo_desk_set_analysis (self->desk, NULL);
  g_clear_object (&self->analysis);
  g_clear_object (&self->focus);
  g_clear_object (&self->session);
}

/* What is signed is signed with the name that the preferences give. */
static void
sign (ApoWindow *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  if (self->session != NULL)
    apo_history_set_author (apo_session_get_history (self->session), author);
}

static void
connect_session (ApoWindow *self)
{
  ApoDossier *dossier = apo_session_get_dossier (self->session);

  g_signal_connect_swapped (dossier, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (apo_session_get_history (self->session), "changed",
                            G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::problem", G_CALLBACK (apo_window_tell_problem),
                            self);
  g_signal_connect_swapped (self->analysis, "notify::running", G_CALLBACK (analysis_running_cb),
                            self);
  g_signal_connect_swapped (self->analysis, "notify::progress", G_CALLBACK (analysis_progress_cb),
                            self);
  g_signal_connect_swapped (self->analysis, "failed", G_CALLBACK (analysis_failed_cb), self);
}

/**
 * apo_window_set_session:
 * @session: what to show from now on
 *
 * The text is readable at once; what is found in it comes when it is found.
 */
void
apo_window_set_session (ApoWindow  *window,
                        ApoSession *session)
{
  forget_session (window);
  window->session = g_object_ref (session);
  window->focus = apo_focus_new (apo_session_get_dossier (session));
  window->analysis = apo_analysis_new (session);
  apo_window_attach_memory (window);
  connect_session (window);
  sign (window);

  /* first of all who listen: the old look is taken before it changes */
  g_signal_connect_object (window->focus, "basis-changed", G_CALLBACK (apo_crossfade_start),
                           window->crossfade, G_CONNECT_SWAPPED);
  apo_desk_set_context (window->desk, session, window->focus);
  apo_desk_set_analysis (window->desk, window->analysis);
  apo_basis_button_set_context (window->basis_button, apo_session_get_dossier (session),
                                window->focus);
  apo_history_popover_set_history (window->history_popover, apo_session_get_history (session));
  apo_window_set_replace_session (window, session);
  apo_window_set_merge_session (window, session);
  apo_window_set_renewal_session (window, session);
  gtk_stack_set_visible_child_name (window->stack, "desk");
  apo_desk_take_keyboard (window->desk);
  session_changed_cb (window);
  apo_window_tell_problem (window);

  if (apo_session_needs_analysis (session))
    apo_analysis_start (window->analysis);
}

/**
 * apo_window_close_session:
 *
 * Goes back to the first page; what was not saved is not asked about.
 */
void
apo_window_close_session (ApoWindow *window)
{
  if (window->session == NULL)
    return;

  apo_desk_set_context (window->desk, NULL, NULL);
  forget_session (window);
  apo_start_page_refresh (window->start_page);
  gtk_stack_set_visible_child_name (window->stack, "start");
  session_changed_cb (window);
}

/**
 * apo_window_get_empty:
 *
 * Returns: (transfer none): a window for something new: this one while it is empty, else another
 */
ApoWindow *
apo_window_get_empty (ApoWindow *window)
{
  ApoWindow *empty = window;

  if (!apo_window_is_empty (window))
    empty = apo_window_new (gtk_window_get_application (GTK_WINDOW (window)), window->settings,
                            window->store);
  if (empty != window && window->memory != NULL)
    apo_window_set_memory (empty, window->memory);
  gtk_window_present (GTK_WINDOW (empty));

  return empty;
}

/* Network folders tell nobody what happens in them. */
static void
active_cb (ApoWindow *self)
{
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    apo_session_check_file (self->session);
}

static gboolean
dropped_cb (ApoWindow    *self,
            const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
      g_autoptr (GPtrArray) all = g_ptr_array_new ();

      for (GSList *l = files; l != NULL; l = l->next)
        g_ptr_array_add (all, l->data);
      if (all->len > 0)
        g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                            (GFile **) all->pdata, all->len, "");
      return all->len > 0;
    }

  return FALSE;
}

static void
add_drop_target (ApoWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
apo_window_close_request_vfunc (GtkWindow *window)
{
  ApoWindow *self = APO_WINDOW (window);

  if (apo_window_close_request (self))
    return TRUE;

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      int width;
      int height;

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }

  return GTK_WINDOW_CLASS (apo_window_parent_class)->close_request (window);
}

static void
apo_window_dispose (GObject *object)
{
  ApoWindow *self = APO_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->session != NULL)
    apo_desk_set_context (self->desk, NULL, NULL);
  forget_session (self);
  g_clear_object (&self->elsewhere);
  if (self->memory != NULL)
    g_signal_handlers_disconnect_by_data (self->memory, self);
  g_clear_object (&self->memory);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (apo_window_parent_class)->dispose (object);
}

static void
apo_window_class_init (ApoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = apo_window_close_request_vfunc;

  apo_popover_focus_install ();
  g_type_ensure (APO_TYPE_BASIS_BUTTON);
  g_type_ensure (APO_TYPE_CROSSFADE);
  g_type_ensure (APO_TYPE_DESK);
  g_type_ensure (APO_TYPE_HISTORY_POPOVER);
  g_type_ensure (APO_TYPE_NOTICE);
  g_type_ensure (APO_TYPE_NOTICE_LAYOUT);
  g_type_ensure (APO_TYPE_RECOVERY_BAR);
  g_type_ensure (APO_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, basis_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, crossfade);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, history_popover);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, history_menu);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, recovery_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, older_notice);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, damage_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, damage_label);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, damage_button);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, damage_details);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, analysis_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoWindow, analysis_progress);
  apo_window_install_actions (widget_class);
  apo_window_install_replace_actions (widget_class);
  apo_window_install_merge_actions (widget_class);
}

static void
apo_window_init (ApoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->desk, "notify::mode", G_CALLBACK (apo_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_popover, "closed", G_CALLBACK (apo_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  apo_window_connect_recovery (self);
  apo_window_add_replace (self);
  apo_window_add_merge (self);
  apo_window_add_renewal (self);
  apo_window_add_keys (self);
  add_drop_target (self);
  apo_start_page_refresh (self->start_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->start_page));
  session_changed_cb (self);
}

/**
 * apo_window_new:
 * @store: (nullable): where changes are kept; %NULL for nowhere
 *
 * Returns: (transfer none): a window with nothing in it, of the size the last one had
 */
ApoWindow *
apo_window_new (GtkApplication *application,
                GSettings      *settings,
                ApoStore       *store)
{
  ApoWindow *self = g_object_new (APO_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  /* A dialog of one window leaves the others alone. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  self->settings = g_object_ref (settings);
  g_set_object (&self->store, store);
  g_signal_connect_object (settings, "changed::author", G_CALLBACK (sign), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  apo_desk_bind_settings (self->desk, settings);

  return self;
}

/**
 * apo_window_get_session:
 *
 * Returns: (transfer none) (nullable): what is open
 */
ApoSession *
apo_window_get_session (ApoWindow *window)
{
  return window->session;
}

/**
 * apo_window_is_empty:
 *
 * Returns: whether nothing is open here nor being opened
 */
gboolean
apo_window_is_empty (ApoWindow *window)
{
  return window->session == NULL && window->opening == NULL;
}
