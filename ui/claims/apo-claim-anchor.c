/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-anchor.h"

#include <glib/gi18n.h>

#include "apo-compare.h"
#include "apo-reanchor-edit.h"

struct _ApoClaimAnchor {
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  ApoCompare *compare;
  GtkWidget *buttons;
  GtkWidget *confirm;
  GtkWidget *older;

  ApoHistory *history;          /* (nullable) */
  ApoClaim *claim;              /* (nullable) */
};

G_DEFINE_FINAL_TYPE (ApoClaimAnchor, apo_claim_anchor, GTK_TYPE_BOX)

static void
confirm_cb (ApoClaimAnchor *self)
{
  if (self->history != NULL && self->claim != NULL)
    apo_reanchor_confirm (self->history, APO_ITEM (self->claim));
}

static void
apo_claim_anchor_dispose (GObject *object)
{
  ApoClaimAnchor *self = APO_CLAIM_ANCHOR (object);

  g_clear_object (&self->history);
  g_clear_object (&self->claim);

  G_OBJECT_CLASS (apo_claim_anchor_parent_class)->dispose (object);
}

static void
apo_claim_anchor_class_init (ApoClaimAnchorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_anchor_dispose;

  g_type_ensure (APO_TYPE_COMPARE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-anchor.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, icon);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, compare);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, buttons);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, confirm);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimAnchor, older);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
apo_claim_anchor_init (ApoClaimAnchor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the claim said before, if it says something else now. */
static void
show_wordings (ApoClaimAnchor *self,
               ApoDossier     *dossier,
               gboolean        opened)
{
  g_autofree char *was = g_strdelimit (apo_reanchor_dup_old_text (dossier, APO_ITEM (self->claim)),
                                       "\n", ' ');
  g_autofree char *is = g_strdelimit (apo_dossier_dup_item_text (dossier, APO_ITEM (self->claim)),
                                      "\n", ' ');
  g_autofree char *tooltip = NULL;

  /* Translators: the words that stood there before the text was replaced follow */
  tooltip = *was != '\0' ? g_strdup_printf (_("Before: %s"), was) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->compare),
                          opened && *was != '\0' && !g_str_equal (was, is));
  if (opened)
    apo_compare_set_words (self->compare, was, is);
}

/**
 * apo_claim_anchor_set:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @claim: (nullable): a claim of @dossier
 * @opened: whether to show more than a word
 */
void
apo_claim_anchor_set (ApoClaimAnchor *anchor,
                      ApoDossier     *dossier,
                      ApoHistory     *history,
                      ApoClaim       *claim,
                      gboolean        opened)
{
  ApoAnchor state = claim != NULL ? apo_claim_get_anchor (claim) : APO_ANCHOR_PLACED;

  g_set_object (&anchor->history, history);
  g_set_object (&anchor->claim, claim);
  gtk_widget_set_visible (GTK_WIDGET (anchor), state != APO_ANCHOR_PLACED);
  if (state == APO_ANCHOR_PLACED)
    return;

  gtk_image_set_from_icon_name (anchor->icon,
                                state == APO_ANCHOR_CHANGED ? "document-edit-symbolic"
                                : state == APO_ANCHOR_ASK ? "dialog-question-symbolic"
                                : "edit-clear-symbolic");
  gtk_label_set_text (anchor->label, apo_anchor_get_label (state));
  gtk_widget_set_visible (anchor->buttons, opened && history != NULL);
  gtk_widget_set_visible (anchor->confirm, state == APO_ANCHOR_CHANGED);
  gtk_widget_set_visible (anchor->older, state != APO_ANCHOR_CHANGED);
  show_wordings (anchor, dossier, opened && state == APO_ANCHOR_CHANGED);
}
