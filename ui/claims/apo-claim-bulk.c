/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-bulk.h"

#include <glib/gi18n.h>

#include "apo-claim-chooser.h"
#include "apo-wrap-layout.h"
#include "apo-edit-claims.h"
#include "apo-edit-dismiss.h"

struct _ApoClaimBulk {
  GtkWidget parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  GtkSelectionModel *selection;

  GtkWidget *bar;
  GtkLabel *count;
  GtkMenuButton *verdict;
  GtkMenuButton *speaker;
  GtkMenuButton *status;
  ApoClaimChooser *chooser;
};

G_DEFINE_FINAL_TYPE (ApoClaimBulk, apo_claim_bulk, GTK_TYPE_WIDGET)

/* The selected claims as of now: what is done to them may take them out of the list. */
static GListModel *
list_selected (ApoClaimBulk *self)
{
  GListStore *claims = g_list_store_new (APO_TYPE_CLAIM);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;
  gboolean valid;

  if (self->selection == NULL)
    return G_LIST_MODEL (claims);

  selected = gtk_selection_model_get_selection (self->selection);
  for (valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (claim != NULL)
        g_list_store_append (claims, claim);
    }

  return G_LIST_MODEL (claims);
}

static gboolean
has_dismissed (GListModel *claims,
               gboolean    dismissed)
{
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      if (!apo_claim_is_dismissed (claim) == !dismissed)
        return TRUE;
    }

  return FALSE;
}

static void
update (ApoClaimBulk *self)
{
  g_autoptr (GListModel) claims = list_selected (self);
  guint n_claims = g_list_model_get_n_items (claims);
  gboolean can_edit = self->history != NULL && n_claims > 1;
  g_autofree char *count = g_strdup_printf (ngettext ("%u selected", "%u selected", n_claims),
                                            n_claims);

  gtk_widget_set_visible (self->bar, can_edit);
  if (!can_edit)
    return;

  gtk_label_set_label (self->count, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.dismiss", has_dismissed (claims, FALSE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.restore", has_dismissed (claims, TRUE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.join",
                                 apo_edit_can_join_claims (self->dossier, claims));
}

static void
verdict_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  int verdict;

  if (apo_enum_from_nick (APO_TYPE_VERDICT, g_variant_get_string (parameter, NULL), &verdict))
    apo_claim_bulk_judge (APO_CLAIM_BULK (widget), verdict);
}

static void
status_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ApoClaimBulk *self = APO_CLAIM_BULK (widget);
  g_autoptr (GListModel) claims = list_selected (self);
  int status;

  if (apo_enum_from_nick (APO_TYPE_WORK_STATUS, g_variant_get_string (parameter, NULL), &status))
    apo_edit_set_statuses (self->history, claims, status, APO_DAY_NONE);
  update (self);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoClaimBulk *self = APO_CLAIM_BULK (widget);
  g_autoptr (GListModel) claims = list_selected (self);

  apo_edit_set_all_dismissed (self->history, claims, g_str_equal (action, "bulk.dismiss"));
  update (self);
}

static void
join_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoClaimBulk *self = APO_CLAIM_BULK (widget);
  g_autoptr (GListModel) claims = list_selected (self);

  apo_edit_join_claims (self->history, claims);
  update (self);
}

static void
speaker_chosen_cb (ApoClaimBulk *self,
                   ApoItem      *item)
{
  g_autoptr (GListModel) claims = list_selected (self);

  apo_edit_set_speakers (self->history, claims, item != NULL ? APO_ACTOR (item) : NULL);
}

static void
speaker_named_cb (ApoClaimBulk *self,
                  const char   *name)
{
  g_autoptr (GListModel) claims = list_selected (self);

  apo_edit_set_new_speaker (self->history, claims, name, APO_ACTOR_PERSON);
}

static void
fill_speakers_cb (ApoClaimBulk *self)
{
  apo_claim_chooser_set_items (self->chooser, self->dossier, APO_ITEM_ACTOR, NULL, NULL);
}

static void
clear_cb (ApoClaimBulk *self)
{
  gtk_selection_model_unselect_all (self->selection);
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *nick)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", nick);
  g_menu_append_item (menu, item);
}

static void
create_menus (ApoClaimBulk *self)
{
  g_autoptr (GMenu) verdicts = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();

  for (guint i = APO_VERDICT_VERIFIED; i < APO_N_VERDICTS; i++)
    append_choice (verdicts, apo_verdict_get_label (i), "bulk.verdict",
                   apo_enum_to_nick (APO_TYPE_VERDICT, i));
  append_choice (verdicts, apo_verdict_get_label (APO_VERDICT_NONE), "bulk.verdict",
                 apo_enum_to_nick (APO_TYPE_VERDICT, APO_VERDICT_NONE));
  gtk_menu_button_set_menu_model (self->verdict, G_MENU_MODEL (verdicts));

  for (guint i = 0; i <= APO_STATUS_WITHDRAWN; i++)
    append_choice (statuses, apo_work_status_get_label (i), "bulk.status",
                   apo_enum_to_nick (APO_TYPE_WORK_STATUS, i));
  gtk_menu_button_set_menu_model (self->status, G_MENU_MODEL (statuses));

  self->chooser = APO_CLAIM_CHOOSER (apo_claim_chooser_new (_("Who says it?"), _("Nobody named"),
                                                            TRUE));
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (speaker_chosen_cb), self);
  g_signal_connect_swapped (self->chooser, "named", G_CALLBACK (speaker_named_cb), self);
  g_signal_connect_swapped (self->chooser, "show", G_CALLBACK (fill_speakers_cb), self);
  gtk_menu_button_set_popover (self->speaker, GTK_WIDGET (self->chooser));
}

static void
forget_context (ApoClaimBulk *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
}

static void
apo_claim_bulk_dispose (GObject *object)
{
  GtkWidget *child;

  forget_context (APO_CLAIM_BULK (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_bulk_parent_class)->dispose (object);
}

static void
apo_claim_bulk_class_init (ApoClaimBulkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_bulk_dispose;

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBulk, bar);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBulk, count);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBulk, verdict);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBulk, speaker);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBulk, status);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_install_action (widget_class, "bulk.verdict", "s", verdict_action);
  gtk_widget_class_install_action (widget_class, "bulk.status", "s", status_action);
  gtk_widget_class_install_action (widget_class, "bulk.dismiss", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "bulk.restore", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "bulk.join", NULL, join_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_claim_bulk_init (ApoClaimBulk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_menus (self);
}

/**
 * apo_claim_bulk_set_context:
 * @dossier: (nullable): whose claims are selected
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @selection: (nullable): of #ApoClaim
 */
void
apo_claim_bulk_set_context (ApoClaimBulk      *bulk,
                            ApoDossier        *dossier,
                            ApoHistory        *history,
                            GtkSelectionModel *selection)
{
  g_return_if_fail (APO_IS_CLAIM_BULK (bulk));

  forget_context (bulk);
  g_set_object (&bulk->dossier, dossier);
  g_set_object (&bulk->history, history);
  g_set_object (&bulk->selection, selection);
  if (selection != NULL)
    {
      g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (update), bulk);
      g_signal_connect_swapped (selection, "items-changed", G_CALLBACK (update), bulk);
    }
  update (bulk);
}

/**
 * apo_claim_bulk_judge:
 *
 * Gives all selected claims the verdict.
 *
 * Returns: whether several are selected
 */
gboolean
apo_claim_bulk_judge (ApoClaimBulk *bulk,
                      ApoVerdict    verdict)
{
  g_autoptr (GListModel) claims = list_selected (bulk);

  if (bulk->history == NULL || g_list_model_get_n_items (claims) < 2)
    return FALSE;

  apo_edit_set_verdicts (bulk->history, claims, verdict, NULL);
  update (bulk);

  return TRUE;
}
