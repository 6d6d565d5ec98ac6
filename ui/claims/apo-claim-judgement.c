/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-judgement.h"

#include <glib/gi18n.h>

#include "apo-claim-day.h"
#include "apo-claim-verdicts.h"
#include "apo-wrap-layout.h"
#include "apo-edit-claims.h"
#include "apo-edit-sources.h"

struct _ApoClaimJudgement {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoClaim *claim;
  gboolean showing;             /* the controls are being set, not used */

  GtkWidget *wrap;
  ApoClaimVerdicts *verdicts;   /* made with the history */
  GtkWidget *confidence_box;
  GtkToggleButton *low;
  GtkToggleButton *medium;
  GtkToggleButton *high;
  GtkRevealer *reminder;
  GtkLabel *reminder_label;
  GtkWidget *work_box;
  GtkDropDown *status;
  ApoClaimDay *review;
  GtkWidget *due_box;
  ApoClaimDay *due;
  GtkTextView *reason;
  GtkWidget *reason_hint;
};

G_DEFINE_FINAL_TYPE (ApoClaimJudgement, apo_claim_judgement, GTK_TYPE_BOX)

static gboolean
can_edit (ApoClaimJudgement *self)
{
  return !self->showing && self->claim != NULL && self->history != NULL;
}

static GtkTextBuffer *
get_buffer (ApoClaimJudgement *self)
{
  return gtk_text_view_get_buffer (self->reason);
}

static char *
dup_reason (ApoClaimJudgement *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

/* What is typed is in the dossier already: only what comes from elsewhere is put into the view. */
static void
show_reason (ApoClaimJudgement *self)
{
  const char *reason = apo_claim_get_reason (self->claim);
  g_autofree char *shown = dup_reason (self);

  if (!g_str_equal (reason, shown))
    gtk_text_buffer_set_text (get_buffer (self), reason, -1);
  gtk_widget_set_visible (self->reason_hint, *reason == '\0');
}

static gboolean
has_sources (ApoClaimJudgement *self)
{
  g_autoptr (GListModel) sources = apo_dossier_list_sources (self->dossier, self->claim);

  return g_list_model_get_n_items (sources) > 0;
}

static void
show_reminder (ApoClaimJudgement *self)
{
  ApoVerdict verdict = apo_claim_get_verdict (self->claim);
  gboolean bare = verdict != APO_VERDICT_NONE && *apo_claim_get_reason (self->claim) == '\0'
                  && !has_sources (self);

  if (verdict == APO_VERDICT_UNPROVEN)
    gtk_label_set_label (self->reminder_label, _("Why is it unproven? A reason helps (R)."));
  else
    gtk_label_set_label (self->reminder_label, _("Add a reason or a source? (R, S)"));
  gtk_revealer_set_reveal_child (self->reminder, bare);
}

static void
show_work (ApoClaimJudgement *self)
{
  ApoWorkStatus status = apo_claim_get_status (self->claim);

  gtk_drop_down_set_selected (self->status, status);
  apo_claim_day_set (self->review, apo_claim_get_review_day (self->claim));
  gtk_widget_set_visible (GTK_WIDGET (self->review), status == APO_STATUS_REVIEW_AGAIN);
  apo_claim_day_set (self->due, apo_claim_get_due_day (self->claim));
  gtk_widget_set_visible (self->due_box,
                          apo_claim_get_claim_type (self->claim) == APO_CLAIM_PREDICTION
                          || apo_claim_get_due_day (self->claim) != APO_DAY_NONE);
}

static void
show_confidence (ApoClaimJudgement *self)
{
  ApoConfidence confidence = apo_claim_get_confidence (self->claim);

  gtk_toggle_button_set_active (self->low, confidence == APO_CONFIDENCE_LOW);
  gtk_toggle_button_set_active (self->medium, confidence == APO_CONFIDENCE_MEDIUM);
  gtk_toggle_button_set_active (self->high, confidence == APO_CONFIDENCE_HIGH);
}

/* Pressing the one that is set takes it away. */
static void
confidence_cb (ApoClaimJudgement *self,
               GtkToggleButton   *button)
{
  ApoConfidence confidence = button == self->low ? APO_CONFIDENCE_LOW
                             : button == self->medium ? APO_CONFIDENCE_MEDIUM
                                                      : APO_CONFIDENCE_HIGH;

  if (!can_edit (self))
    return;

  if (apo_claim_get_confidence (self->claim) == confidence)
    confidence = APO_CONFIDENCE_NONE;
  apo_edit_set_confidence (self->history, self->claim, confidence);
}

static void
status_cb (ApoClaimJudgement *self)
{
  ApoWorkStatus status = gtk_drop_down_get_selected (self->status);

  if (can_edit (self))
    apo_edit_set_status (self->history, self->claim, status,
                         status == APO_STATUS_REVIEW_AGAIN ? apo_claim_get_review_day (self->claim)
                                                           : APO_DAY_NONE);
}

static void
review_cb (ApoClaimJudgement *self,
           int                day)
{
  if (can_edit (self))
    apo_edit_set_status (self->history, self->claim, APO_STATUS_REVIEW_AGAIN, day);
}

static void
due_cb (ApoClaimJudgement *self,
        int                day)
{
  if (can_edit (self))
    apo_edit_set_due_day (self->history, self->claim, day);
}

static void
reason_changed_cb (ApoClaimJudgement *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_visible (self->reason_hint, *reason == '\0');
  if (can_edit (self))
    apo_edit_set_reason (self->history, self->claim, reason);
}

static void
apo_claim_judgement_dispose (GObject *object)
{
  ApoClaimJudgement *self = APO_CLAIM_JUDGEMENT (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_judgement_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-claim-judgement.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, wrap);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, confidence_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, low);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, medium);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, high);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, reminder);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, reminder_label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, work_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, status);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, review);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, due_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, due);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, reason);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimJudgement, reason_hint);
  gtk_widget_class_bind_template_callback (widget_class, confidence_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_cb);
}

static void
apo_claim_judgement_class_init (ApoClaimJudgementClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_claim_judgement_dispose;

  g_type_ensure (APO_TYPE_CLAIM_DAY);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
apo_claim_judgement_init (ApoClaimJudgement *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (GTK_BUTTON (self->low), apo_confidence_get_label (APO_CONFIDENCE_LOW));
  gtk_button_set_label (GTK_BUTTON (self->medium),
                        apo_confidence_get_label (APO_CONFIDENCE_MEDIUM));
  gtk_button_set_label (GTK_BUTTON (self->high), apo_confidence_get_label (APO_CONFIDENCE_HIGH));

  for (guint i = 0; i <= APO_STATUS_WITHDRAWN; i++)
    gtk_string_list_append (statuses, apo_work_status_get_label (i));
  self->showing = TRUE;
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (statuses));
  self->showing = FALSE;

  /* The history undoes what is typed. */
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (reason_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
take_history (ApoClaimJudgement *self,
              ApoHistory        *history)
{
  if (self->verdicts != NULL && self->history == history)
    return;

  g_set_object (&self->history, history);
  if (self->verdicts != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->verdicts));
  self->verdicts = APO_CLAIM_VERDICTS (apo_claim_verdicts_new (history));
  gtk_widget_set_hexpand (GTK_WIDGET (self->verdicts), TRUE);
  gtk_widget_insert_before (GTK_WIDGET (self->verdicts), self->wrap, self->confidence_box);
  gtk_widget_set_sensitive (self->confidence_box, history != NULL);
  gtk_widget_set_sensitive (self->work_box, history != NULL);
  gtk_text_view_set_editable (self->reason, history != NULL);
}

/**
 * apo_claim_judgement_show:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @claim: (nullable): the claim to show
 */
void
apo_claim_judgement_show (ApoClaimJudgement *judgement,
                          ApoDossier        *dossier,
                          ApoHistory        *history,
                          ApoClaim          *claim)
{
  g_return_if_fail (APO_IS_CLAIM_JUDGEMENT (judgement));

  g_set_object (&judgement->dossier, dossier);
  take_history (judgement, history);
  g_set_object (&judgement->claim, claim);
  apo_claim_verdicts_set_claim (judgement->verdicts, claim);
  if (claim == NULL)
    return;

  judgement->showing = TRUE;
  show_confidence (judgement);
  show_work (judgement);
  show_reason (judgement);
  show_reminder (judgement);
  judgement->showing = FALSE;
}

/**
 * apo_claim_judgement_edit_reason:
 *
 * Puts the keyboard focus into the reason.
 */
void
apo_claim_judgement_edit_reason (ApoClaimJudgement *judgement)
{
  gtk_widget_grab_focus (GTK_WIDGET (judgement->reason));
}
