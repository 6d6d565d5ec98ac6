/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-pane.h"

#include <glib/gi18n.h>

#include "apo-claim-chain.h"
#include "apo-claim-context.h"
#include "apo-claim-cut.h"
#include "apo-claim-judgement.h"
#include "apo-claim-links.h"
#include "apo-claim-passage.h"
#include "apo-edit-claims.h"
#include "apo-edit-dismiss.h"
#include "apo-source-list.h"

struct _ApoClaimPane {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  char *id;                     /* (nullable) of the claim shown */

  GtkLabel *title;
  GtkScrolledWindow *scroller;
  GtkWidget *passage_box;
  GtkWidget *passage_button;
  GtkLabel *passage;
  ApoClaimCut *cut;
  GtkWidget *dismissed;
  ApoClaimChain *chain;
  ApoClaimJudgement *judgement;
  ApoSourceList *sources;
  ApoClaimLinks *links;
  ApoClaimContext *context;
};

G_DEFINE_FINAL_TYPE (ApoClaimPane, apo_claim_pane, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_passage (ApoClaimPane *self,
              ApoClaim     *claim)
{
  g_autofree char *passage = apo_claim_passage_dup (self->dossier, APO_ITEM (claim));
  const char *classes[] = { "apo-passage", apo_claim_passage_get_class (claim), NULL };

  gtk_label_set_label (self->passage, passage);
  gtk_widget_set_css_classes (self->passage_box, classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passage_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, passage, -1);
}

static void
show_title (ApoClaimPane *self,
            ApoClaim     *claim)
{
  guint n_claims;
  guint number = apo_claim_passage_get_number (self->dossier, claim, &n_claims);
  g_autofree char *title = NULL;

  if (number == 0)
    title = g_strdup (_("Dismissed claim"));
  else
    /* Translators: which of the claims, of how many */
    title = g_strdup_printf (_("Claim %u of %u"), number, n_claims);
  gtk_label_set_label (self->title, title);
}

/* The claim and the one after it in the text, both not dismissed. */
static GListModel *
list_with_next (ApoClaimPane *self,
                ApoClaim     *claim)
{
  GListModel *claims = apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM);
  GListStore *both = g_list_store_new (APO_TYPE_CLAIM);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) other = g_list_model_get_item (claims, i);

      if (apo_claim_is_dismissed (other) || (!found && other != claim))
        continue;
      g_list_store_append (both, other);
      if (found)
        break;
      found = TRUE;
    }

  return G_LIST_MODEL (both);
}

static gboolean
can_join (ApoClaimPane *self,
          ApoClaim     *claim)
{
  g_autoptr (GListModel) both = list_with_next (self, claim);

  return g_list_model_get_n_items (both) == 2 && apo_edit_can_join_claims (self->dossier, both);
}

static void
show_cut (ApoClaimPane *self,
          gboolean      cutting)
{
  gtk_widget_set_visible (GTK_WIDGET (self->cut), cutting);
  gtk_widget_set_visible (self->passage_box, !cutting);
}

static void
cut_done_cb (ApoClaimPane *self)
{
  show_cut (self, FALSE);
  gtk_widget_grab_focus (self->passage_button);
}

static void
update_actions (ApoClaimPane *self,
                ApoClaim     *claim)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_edit = claim != NULL && self->history != NULL;
  gboolean dismissed = claim != NULL && apo_claim_is_dismissed (claim);

  gtk_widget_action_set_enabled (widget, "claim.edit-speaker", can_edit);
  gtk_widget_action_set_enabled (widget, "claim.cut", can_edit);
  gtk_widget_action_set_enabled (widget, "claim.join-next", can_edit && can_join (self, claim));
  gtk_widget_action_set_enabled (widget, "claim.dismiss", can_edit && !dismissed);
  gtk_widget_action_set_enabled (widget, "claim.restore", can_edit && dismissed);
  gtk_widget_set_visible (self->dismissed, dismissed);
}

static void
update (ApoClaimPane *self)
{
  ApoClaim *claim = apo_claim_pane_get_claim (self);

  update_actions (self, claim);
  if (claim != NULL)
    {
      show_title (self, claim);
      show_passage (self, claim);
    }
  apo_claim_chain_show (self->chain, self->dossier, self->history, claim);
  apo_claim_judgement_show (self->judgement, self->dossier, self->history, claim);
  apo_source_list_show (self->sources, self->dossier, self->history, claim);
  apo_claim_links_show (self->links, self->dossier, self->history, self->focus, claim);
  apo_claim_context_show (self->context, self->dossier, self->focus, claim);
}

static void
focus_selected_cb (ApoClaimPane *self,
                   const char   *id)
{
  ApoItem *item = apo_dossier_lookup (self->dossier, id);

  if (item == NULL || !APO_IS_CLAIM (item))
    return;

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
      show_cut (self, FALSE);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  update (self);
}

static void
passage_clicked_cb (ApoClaimPane *self)
{
  if (self->focus != NULL && self->id != NULL)
    apo_focus_select (self->focus, self->id);
}

static void
span_activated_cb (ApoClaimPane *self,
                   guint         start,
                   guint         end)
{
  g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, start, end);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoClaimPane *self = APO_CLAIM_PANE (widget);
  ApoClaim *claim = apo_claim_pane_get_claim (self);

  apo_edit_set_dismissed (self->history, APO_ITEM (claim), g_str_equal (action, "claim.dismiss"));
}

static void
edit_speaker_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  apo_claim_chain_edit_speaker (APO_CLAIM_PANE (widget)->chain);
}

static void
cut_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ApoClaimPane *self = APO_CLAIM_PANE (widget);

  show_cut (self, TRUE);
  apo_claim_cut_start (self->cut, self->history, apo_claim_pane_get_claim (self));
}

static void
join_next_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ApoClaimPane *self = APO_CLAIM_PANE (widget);
  g_autoptr (GListModel) both = list_with_next (self, apo_claim_pane_get_claim (self));
  ApoClaim *joined = apo_edit_join_claims (self->history, both);

  if (joined != NULL)
    apo_focus_select (self->focus, apo_item_get_id (APO_ITEM (joined)));
}

/* From a field that wants letters, Escape goes to the passage, where the keys of triage work. */
static gboolean
leave_field_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  ApoClaimPane *self = APO_CLAIM_PANE (widget);
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!GTK_IS_TEXT_VIEW (focused) && !GTK_IS_EDITABLE (focused))
    return FALSE;

  show_cut (self, FALSE);

  return gtk_widget_grab_focus (self->passage_button);
}

static void
forget_context (ApoClaimPane *self)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->id, g_free);
}

static void
apo_claim_pane_dispose (GObject *object)
{
  forget_context (APO_CLAIM_PANE (object));

  G_OBJECT_CLASS (apo_claim_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (APO_TYPE_CLAIM_CHAIN);
  g_type_ensure (APO_TYPE_CLAIM_CONTEXT);
  g_type_ensure (APO_TYPE_CLAIM_CUT);
  g_type_ensure (APO_TYPE_CLAIM_JUDGEMENT);
  g_type_ensure (APO_TYPE_CLAIM_LINKS);
  g_type_ensure (APO_TYPE_SOURCE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, title);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, passage_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, passage_button);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, passage);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, cut);
  gtk_widget_class_bind_template_callback (widget_class, cut_done_cb);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, dismissed);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, chain);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, judgement);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, sources);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, links);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimPane, context);
  gtk_widget_class_bind_template_callback (widget_class, passage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_activated_cb);
}

static void
apo_claim_pane_class_init (ApoClaimPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_pane_dispose;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_CLAIM_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "claim.dismiss", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "claim.restore", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "claim.edit-speaker", NULL, edit_speaker_action);
  gtk_widget_class_install_action (widget_class, "claim.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "claim.join-next", NULL, join_next_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_field_cb, NULL);
}

static void
apo_claim_pane_init (ApoClaimPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
apo_claim_pane_new (void)
{
  return g_object_new (APO_TYPE_CLAIM_PANE, NULL);
}

/**
 * apo_claim_pane_set_context:
 * @dossier: (nullable): whose claims to show, %NULL for none
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is selected
 */
void
apo_claim_pane_set_context (ApoClaimPane *pane,
                            ApoDossier   *dossier,
                            ApoHistory   *history,
                            ApoFocus     *focus)
{
  g_return_if_fail (APO_IS_CLAIM_PANE (pane));

  forget_context (pane);
  g_set_object (&pane->dossier, dossier);
  g_set_object (&pane->history, history);
  g_set_object (&pane->focus, focus);
  if (dossier != NULL)
    {
      g_signal_connect_swapped (dossier, "changed", G_CALLBACK (update), pane);
      g_signal_connect_swapped (focus, "selected", G_CALLBACK (focus_selected_cb), pane);
      focus_selected_cb (pane, apo_focus_get_selected (focus));
    }
  update (pane);
}

/**
 * apo_claim_pane_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim that is shown
 */
ApoClaim *
apo_claim_pane_get_claim (ApoClaimPane *pane)
{
  ApoItem *item = pane->dossier != NULL ? apo_dossier_lookup (pane->dossier, pane->id) : NULL;

  return item != NULL ? APO_CLAIM (item) : NULL;
}

/**
 * apo_claim_pane_edit_reason:
 *
 * Puts the keyboard focus into the reason.
 */
void
apo_claim_pane_edit_reason (ApoClaimPane *pane)
{
  apo_claim_judgement_edit_reason (pane->judgement);
}

/**
 * apo_claim_pane_add_source:
 *
 * Adds a source to the claim and puts the keyboard focus into its title.
 */
void
apo_claim_pane_add_source (ApoClaimPane *pane)
{
  apo_source_list_add (pane->sources);
}
