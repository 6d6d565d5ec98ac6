/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-bar.h"

#include <glib/gi18n.h>

#include "apo-edit.h"
#include "apo-mark.h"

struct _ApoClaimBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  ApoMark *mark;
  GtkLabel *place;
  GtkLabel *speaker;
  GtkToggleButton *verified;
  GtkToggleButton *disputed;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  gboolean revealed;
  gboolean showing;             /* the buttons are being set, not pressed */
};

G_DEFINE_FINAL_TYPE (ApoClaimBar, apo_claim_bar, GTK_TYPE_WIDGET)

static ApoClaim *
get_claim (ApoClaimBar *self)
{
  ApoItem *item = NULL;

  if (self->dossier != NULL)
    item = apo_dossier_lookup (self->dossier, apo_focus_get_selected (self->focus));

  return APO_IS_CLAIM (item) ? APO_CLAIM (item) : NULL;
}

/* Which of the claims that were not dismissed it is, from 1. */
static guint
get_number (ApoClaimBar *self,
            ApoClaim    *claim)
{
  GListModel *claims = apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM);
  guint number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) other = g_list_model_get_item (claims, i);

      number += !apo_claim_is_dismissed (other);
      if (other == claim)
        break;
    }

  return number;
}

static void
show_claim (ApoClaimBar *self)
{
  ApoClaim *claim = get_claim (self);
  ApoItem *speaker;
  ApoVerdict verdict;
  g_autofree char *place = NULL;
  guint n_reviewed;
  guint n_claims;

  gtk_revealer_set_reveal_child (self->revealer, self->revealed && claim != NULL);
  if (claim == NULL)
    return;

  apo_dossier_count_reviewed (self->dossier, &n_reviewed, &n_claims);
  verdict = apo_claim_get_verdict (claim);
  speaker = apo_dossier_lookup (self->dossier, apo_claim_get_speaker (claim));
  /* Translators: which of the claims, of how many */
  place = g_strdup_printf (_("%u of %u"), get_number (self, claim), n_claims);

  self->showing = TRUE;
  apo_mark_set_verdict (self->mark, verdict);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->speaker, speaker != NULL ? apo_actor_get_name (APO_ACTOR (speaker))
                                                     : _("Nobody named"));
  gtk_toggle_button_set_active (self->verified, verdict == APO_VERDICT_VERIFIED);
  gtk_toggle_button_set_active (self->disputed, verdict == APO_VERDICT_DISPUTED);
  self->showing = FALSE;
}

static void
judge (ApoClaimBar     *self,
       GtkToggleButton *button,
       ApoVerdict       verdict)
{
  ApoClaim *claim = get_claim (self);

  if (self->showing || claim == NULL)
    return;

  apo_edit_set_verdict (self->history, claim,
                        gtk_toggle_button_get_active (button) ? verdict : APO_VERDICT_NONE, NULL);
}

static void
verified_cb (ApoClaimBar *self)
{
  judge (self, self->verified, APO_VERDICT_VERIFIED);
}

static void
disputed_cb (ApoClaimBar *self)
{
  judge (self, self->disputed, APO_VERDICT_DISPUTED);
}

static void
forget_context (ApoClaimBar *self)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);
}

static void
apo_claim_bar_dispose (GObject *object)
{
  ApoClaimBar *self = APO_CLAIM_BAR (object);
  GtkWidget *child;

  forget_context (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_bar_parent_class)->dispose (object);
}

static void
apo_claim_bar_class_init (ApoClaimBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_bar_dispose;

  g_type_ensure (APO_TYPE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, mark);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, place);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, speaker);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, verified);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimBar, disputed);
  gtk_widget_class_bind_template_callback (widget_class, verified_cb);
  gtk_widget_class_bind_template_callback (widget_class, disputed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claimbar");
}

static void
apo_claim_bar_init (ApoClaimBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_claim_bar_set_context:
 *
 * What to show, or %NULL three times.
 */
void
apo_claim_bar_set_context (ApoClaimBar *bar,
                           ApoDossier  *dossier,
                           ApoHistory  *history,
                           ApoFocus    *focus)
{
  forget_context (bar);
  g_set_object (&bar->dossier, dossier);
  g_set_object (&bar->history, history);
  g_set_object (&bar->focus, focus);

  if (dossier != NULL)
    {
      g_signal_connect_swapped (dossier, "changed", G_CALLBACK (show_claim), bar);
      g_signal_connect_swapped (focus, "selected", G_CALLBACK (show_claim), bar);
    }
  show_claim (bar);
}

/**
 * apo_claim_bar_set_revealed:
 *
 * Whether to show at all; it hides by itself while no claim is selected.
 */
void
apo_claim_bar_set_revealed (ApoClaimBar *bar,
                            gboolean     revealed)
{
  bar->revealed = revealed;
  show_claim (bar);
}
