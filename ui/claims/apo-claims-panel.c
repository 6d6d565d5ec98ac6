/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claims-panel.h"

#include <glib/gi18n.h>

#include "apo-claim-bulk.h"
#include "apo-claim-chips.h"
#include "apo-claim-choice.h"
#include "apo-claim-hints.h"
#include "apo-claim-row.h"
#include "apo-claim-sources.h"
#include "apo-claim-verdicts.h"
#include "apo-list-focus.h"
#include "apo-meter.h"
#include "apo-reading-page.h"
#include "apo-row-filler.h"

struct _ApoClaimsPanel {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;

  ApoClaimFilter *filter;
  ApoClaimChoice *choice;
  GtkFilterListModel *filtered;
  ApoListFocus *list_focus;
  ApoRowFiller *filler;
  guint scroll_tick;
  guint n_frames;               /* since the selection changed */

  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  ApoClaimChips *chips;
  ApoClaimSources *sources;
  GtkWidget *progress_box;
  ApoMeter *progress;
  GtkLabel *reviewed;
  GtkLabel *to_check;
  GtkStack *stack;
  ApoReadingPage *reading;
  GtkListView *list;
  ApoClaimBulk *bulk;
  ApoClaimHints *hints;
};

G_DEFINE_FINAL_TYPE (ApoClaimsPanel, apo_claims_panel, GTK_TYPE_BOX)

static void
update_page (ApoClaimsPanel *self)
{
  guint n_reviewed;
  guint n_claims = 0;

  if (self->dossier != NULL)
    apo_dossier_count_reviewed (self->dossier, &n_reviewed, &n_claims);

  if (n_claims == 0 && apo_claim_query_is_all (apo_claim_filter_get_query (self->filter)))
    gtk_stack_set_visible_child_name (self->stack, apo_reading_page_is_reading (self->reading)
                                                   ? "reading" : "empty");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

/* Counts the claims by group of verdicts. */
static void
count_groups (ApoClaimsPanel  *self,
              ApoMeterSegment *segments)
{
  GListModel *claims = apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM);

  for (guint i = 0; i < APO_N_VERDICT_GROUPS; i++)
    segments[i] = (ApoMeterSegment) { i, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      if (!apo_claim_is_dismissed (claim))
        segments[apo_verdict_get_group (apo_claim_get_verdict (claim))].weight++;
    }
}

static char *
dup_progress_label (const ApoMeterSegment *segments,
                    guint                  n_reviewed,
                    guint                  n_claims)
{
  GString *label = g_string_new (NULL);

  g_string_printf (label, ngettext ("%u of %u reviewed", "%u of %u reviewed", n_reviewed),
                   n_reviewed, n_claims);
  for (guint i = APO_VERDICT_GROUP_VERIFIED; i < APO_N_VERDICT_GROUPS; i++)
    if (segments[i].weight > 0)
      g_string_append_printf (label, " · %s %u", apo_verdict_group_get_label (i),
                              segments[i].weight);

  return g_string_free (label, FALSE);
}

static void
update_progress (ApoClaimsPanel *self)
{
  ApoMeterSegment segments[APO_N_VERDICT_GROUPS];
  guint n_reviewed = 0;
  guint n_claims = 0;
  g_autofree char *reviewed = NULL;
  g_autofree char *to_check = NULL;
  g_autofree char *label = NULL;

  if (self->dossier != NULL)
    apo_dossier_count_reviewed (self->dossier, &n_reviewed, &n_claims);
  gtk_widget_set_visible (self->progress_box, n_claims > 0);
  if (n_claims == 0)
    return;

  count_groups (self, segments);
  apo_meter_set_segments (self->progress, APO_METER_VERDICTS, segments + APO_VERDICT_GROUP_VERIFIED,
                          APO_N_VERDICT_GROUPS - APO_VERDICT_GROUP_VERIFIED, n_claims);
  label = dup_progress_label (segments, n_reviewed, n_claims);
  apo_meter_set_label (self->progress, label);

  reviewed = g_strdup_printf (ngettext ("%u reviewed", "%u reviewed", n_reviewed), n_reviewed);
  to_check = g_strdup_printf (ngettext ("%u to check", "%u to check", n_claims - n_reviewed),
                              n_claims - n_reviewed);
  gtk_label_set_label (self->reviewed, reviewed);
  gtk_label_set_label (self->to_check, to_check);
}

static void
update_numbers (ApoClaimsPanel *self)
{
  apo_claim_sources_update (self->sources, self->dossier);
  apo_claim_chips_update (self->chips);
  update_progress (self);
  update_page (self);
}

/* The search entry is a part of what is chosen; a saved view may bring words of its own. */
static void
filter_changed_cb (ApoClaimsPanel *self)
{
  const ApoClaimQuery *query = apo_claim_filter_get_query (self->filter);
  const char *text = query->text != NULL ? query->text : "";
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (!g_str_equal (text, typed))
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  if (apo_claim_query_is_all (query))
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "apo-narrow");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "apo-narrow");
  apo_claim_chips_update (self->chips);
  update_page (self);
}

static void
create_filter_menu_cb (GtkMenuButton  *button,
                       gpointer        user_data)
{
  ApoClaimsPanel *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->dossier == NULL)
    return;

  menu = apo_claim_choice_create_menu (self->choice);
  gtk_menu_button_set_menu_model (button, menu);
}

static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  ApoClaimsPanel *self = APO_CLAIMS_PANEL (widget);

  self->n_frames++;
  if (self->n_frames < 2)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  apo_list_focus_scroll (self->list_focus, self->list);

  return G_SOURCE_REMOVE;
}

/* A row grows when it is selected, in the next frame: what it grew by must be in sight too. */
static void
followed_cb (ApoClaimsPanel *self)
{
  apo_list_focus_scroll (self->list_focus, self->list);
  self->n_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL,
                                                      NULL);
}

static void
activate_cb (ApoClaimsPanel *self,
             guint           position)
{
  apo_list_focus_activate (self->list_focus, position);
}

static void
search_changed_cb (ApoClaimsPanel *self)
{
  apo_claim_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (ApoClaimsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
reset_clicked_cb (ApoClaimsPanel *self)
{
  g_autoptr (ApoBasis) everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);

  g_action_group_activate_action (apo_claim_choice_get_actions (self->choice), "reset", NULL);
  if (self->focus != NULL)
    apo_focus_set_basis (self->focus, everything);
}

static GtkWidget *
create_row (gpointer user_data)
{
  ApoClaimsPanel *self = user_data;

  return apo_claim_row_new (self->dossier, self->history, self->focus);
}

/* What was selected while the list was not seen is not in sight yet. */
static void
list_shown_cb (ApoClaimsPanel *self)
{
  if (self->list_focus != NULL && gtk_list_view_get_model (self->list) != NULL)
    apo_list_focus_scroll (self->list_focus, self->list);
}

static void
apo_claims_panel_dispose (GObject *object)
{
  ApoClaimsPanel *self = APO_CLAIMS_PANEL (object);

  if (self->list_focus != NULL)
    g_signal_handlers_disconnect_by_data (self->list_focus, self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->dossier_signals != NULL)
    g_signal_group_set_target (self->dossier_signals, NULL);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->filler);
  g_clear_object (&self->list_focus);
  g_clear_object (&self->filtered);
  g_clear_object (&self->choice);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claims_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (APO_TYPE_READING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claims-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, search);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, chips);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, sources);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, progress_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, reviewed);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, to_check);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, reading);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, bulk);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimsPanel, hints);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
apo_claims_panel_class_init (ApoClaimsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_claims_panel_dispose;

  g_type_ensure (APO_TYPE_CLAIM_BULK);
  g_type_ensure (APO_TYPE_CLAIM_CHIPS);
  g_type_ensure (APO_TYPE_CLAIM_HINTS);
  g_type_ensure (APO_TYPE_METER);
  g_type_ensure (APO_TYPE_CLAIM_SOURCES);
  bind_template (widget_class);
}

static void
apo_claims_panel_init (ApoClaimsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (update_page), self);

  self->filter = apo_claim_filter_new ();
  self->choice = apo_claim_choice_new (self->filter);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter",
                                  apo_claim_choice_get_actions (self->choice));
  gtk_menu_button_set_create_popup_func (self->filter_button, create_filter_menu_cb, self, NULL);
  apo_claim_chips_set_context (self->chips, self->filter, NULL, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->list_focus = apo_list_focus_new_multiple (G_LIST_MODEL (self->filtered));
  self->filler = apo_row_filler_new (self->list, "claim", create_row, self);
  g_signal_connect_swapped (self->list, "notify::model", G_CALLBACK (list_shown_cb), self);
  g_signal_connect_swapped (self->list_focus, "followed", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (self->filtered, "items-changed", G_CALLBACK (update_page), self);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed", G_CALLBACK (update_numbers),
                                  self);

  update_numbers (self);
}

GtkWidget *
apo_claims_panel_new (void)
{
  return g_object_new (APO_TYPE_CLAIMS_PANEL, NULL);
}

static void
rebuild_list (ApoClaimsPanel *self)
{
  apo_row_filler_set_model (self->filler, NULL);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  apo_claim_filter_set_dossier (self->filter, self->dossier);
  if (self->dossier == NULL)
    return;

  gtk_filter_list_model_set_model (self->filtered,
                                   apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM));
  apo_row_filler_set_model (self->filler, apo_list_focus_get_model (self->list_focus));
}

/**
 * apo_claims_panel_set_context:
 * @dossier: (nullable): whose claims to list, %NULL for none
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is selected and pointed at
 */
void
apo_claims_panel_set_context (ApoClaimsPanel *panel,
                              ApoDossier     *dossier,
                              ApoHistory     *history,
                              ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_CLAIMS_PANEL (panel));

  apo_list_focus_set_focus (panel->list_focus, NULL);
  g_signal_group_set_target (panel->dossier_signals, NULL);
  g_set_object (&panel->dossier, dossier);
  g_set_object (&panel->history, history);
  g_set_object (&panel->focus, focus);
  apo_claim_filter_set_focus (panel->filter, focus);
  rebuild_list (panel);
  apo_claim_chips_set_context (panel->chips, panel->filter, dossier, history);
  apo_claim_bulk_set_context (panel->bulk, dossier, history,
                              dossier != NULL ? apo_list_focus_get_model (panel->list_focus)
                                              : NULL);
  g_signal_group_set_target (panel->dossier_signals, dossier);
  update_numbers (panel);
  apo_list_focus_set_focus (panel->list_focus, focus);
}

/**
 * apo_claims_panel_bind_settings:
 *
 * Shows the keys of triage below the list, or not, as @settings say, and keeps it there.
 */
void
apo_claims_panel_bind_settings (ApoClaimsPanel *panel,
                                GSettings      *settings)
{
  g_settings_bind (settings, "key-hints", panel->hints, "shown", G_SETTINGS_BIND_DEFAULT);
}

/**
 * apo_claims_panel_grab_search:
 *
 * Puts the keyboard focus into the search entry.
 */
void
apo_claims_panel_grab_search (ApoClaimsPanel *panel)
{
  g_return_if_fail (APO_IS_CLAIMS_PANEL (panel));

  gtk_widget_grab_focus (GTK_WIDGET (panel->search));
}

/**
 * apo_claims_panel_show_actor:
 * @id: of an actor
 * @about: whether to list the claims about the actor, not those that it makes
 *
 * Lists these claims and no others.
 */
void
apo_claims_panel_show_actor (ApoClaimsPanel *panel,
                             const char     *id,
                             gboolean        about)
{
  ApoClaimQuery query = { 0 };

  g_return_if_fail (APO_IS_CLAIMS_PANEL (panel));

  *(about ? &query.about : &query.speaker) = (char *) id;
  apo_claim_filter_set_query (panel->filter, &query);
}

/* How many of the rows shown stand before the claim, and whether it is one of them itself. */
static int
count_rows_before (ApoClaimsPanel *self,
                   ApoClaim       *claim,
                   gboolean       *is_row)
{
  GListModel *claims = apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM);
  int n_before = 0;

  *is_row = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) other = g_list_model_get_item (claims, i);
      gboolean shown = gtk_filter_match (GTK_FILTER (self->filter), other);

      if (other == claim)
        {
          *is_row = shown;
          break;
        }
      n_before += shown;
    }

  return n_before;
}

/**
 * apo_claims_panel_select_next:
 * @step: 1 for the next row, -1 for the previous one
 *
 * Selects another of the rows shown, counted from the claim selected, even if that one is not shown
 * itself; with none selected, the first or the last row.
 *
 * Returns: whether there was one
 */
gboolean
apo_claims_panel_select_next (ApoClaimsPanel *panel,
                              int             step)
{
  ApoClaim *claim;
  gboolean is_row;
  int n_rows;
  int position;
  g_autoptr (ApoItem) next = NULL;

  g_return_val_if_fail (APO_IS_CLAIMS_PANEL (panel), FALSE);

  if (panel->focus == NULL || step == 0)
    return FALSE;

  claim = apo_claims_panel_get_selected (panel);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (panel->filtered));
  if (claim == NULL)
    position = step > 0 ? step - 1 : n_rows + step;
  else
    {
      position = count_rows_before (panel, claim, &is_row) + step;
      if (!is_row && step > 0)
        position--;
    }

  if (position < 0 || position >= n_rows)
    return FALSE;

  next = g_list_model_get_item (G_LIST_MODEL (panel->filtered), position);
  apo_focus_select (panel->focus, apo_item_get_id (next));

  return TRUE;
}

/**
 * apo_claims_panel_get_selected:
 *
 * Returns: (transfer none) (nullable): the claim that the focus has selected, also if a filter
 *   leaves it out of the list
 */
ApoClaim *
apo_claims_panel_get_selected (ApoClaimsPanel *panel)
{
  ApoItem *item;

  g_return_val_if_fail (APO_IS_CLAIMS_PANEL (panel), NULL);

  if (panel->focus == NULL)
    return NULL;

  item = apo_dossier_lookup (panel->dossier, apo_focus_get_selected (panel->focus));

  return item != NULL && APO_IS_CLAIM (item) ? APO_CLAIM (item) : NULL;
}

/**
 * apo_claims_panel_judge:
 *
 * Gives the selected claim the verdict, or takes it away if it is the one that it has; gives it to
 * all claims if several are selected.
 *
 * Returns: whether there was a claim to judge
 */
gboolean
apo_claims_panel_judge (ApoClaimsPanel *panel,
                        ApoVerdict      verdict)
{
  ApoClaim *claim = apo_claims_panel_get_selected (panel);

  if (apo_claim_bulk_judge (panel->bulk, verdict))
    return TRUE;
  if (claim == NULL || panel->history == NULL || apo_claim_is_dismissed (claim))
    return FALSE;

  apo_claim_verdicts_judge (panel->history, claim, verdict);

  return TRUE;
}

/**
 * apo_claims_panel_set_analysis:
 * @analysis: (nullable): what may still be looking for what is to be shown
 */
void
apo_claims_panel_set_analysis (ApoClaimsPanel *panel,
                               ApoAnalysis    *analysis)
{
  apo_reading_page_set_analysis (panel->reading, analysis);
}
