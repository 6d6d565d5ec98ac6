/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-chain.h"

#include <glib/gi18n.h>

#include "apo-claim-chooser.h"
#include "apo-claim-passage.h"
#include "apo-wrap-layout.h"
#include "apo-edit-claims.h"

#define MAX_CHIP_CHARS 30

struct _ApoClaimChain {
  GtkWidget parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoClaim *claim;
  gboolean showing;             /* the choices are being set, not made */

  GtkWidget *outlet_box;
  GtkLabel *outlet;
  GtkMenuButton *reporter;
  GtkLabel *reporter_label;
  GtkMenuButton *speaker;
  GtkLabel *speaker_label;
  GtkDropDown *type;
  GtkDropDown *certainty;
  ApoClaimChooser *speaker_chooser;
  ApoClaimChooser *reporter_chooser;
};

G_DEFINE_FINAL_TYPE (ApoClaimChain, apo_claim_chain, GTK_TYPE_WIDGET)

/* A claim that is reported by one that is itself reported: all of their speakers, the first first. */
static char *
dup_reporters (ApoClaimChain *self)
{
  ApoItem *reporter = apo_dossier_lookup (self->dossier, apo_claim_get_reported_by (self->claim));
  g_autofree char *names = NULL;

  while (reporter != NULL)
    {
      const char *name = apo_claim_passage_get_speaker (self->dossier, APO_CLAIM (reporter));
      char *longer = names == NULL ? g_strdup (name) : g_strconcat (name, " › ", names, NULL);

      g_free (names);
      names = longer;
      reporter = apo_dossier_lookup (self->dossier,
                                     apo_claim_get_reported_by (APO_CLAIM (reporter)));
    }

  return g_steal_pointer (&names);
}

static void
name_button (GtkMenuButton *button,
             const char    *label)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_chips (ApoClaimChain *self)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  const char *outlet = article != NULL ? apo_article_get_outlet (article) : "";
  const char *speaker = apo_claim_passage_get_speaker (self->dossier, self->claim);
  g_autofree char *reporters = dup_reporters (self);
  /* Translators: %s is a name */
  g_autofree char *reporter_name = g_strdup_printf (_("Reported by: %s"),
                                                    reporters != NULL ? reporters : _("nobody"));
  /* Translators: %s is a name */
  g_autofree char *speaker_name = g_strdup_printf (_("Speaker: %s"), speaker);

  gtk_label_set_label (self->outlet, outlet);
  gtk_widget_set_visible (self->outlet_box, *outlet != '\0');
  /* Translators: on a chip before the speaker: here the reader can say who reports the claim */
  gtk_label_set_label (self->reporter_label, reporters != NULL ? reporters : _("Reported by…"));
  if (reporters != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->reporter_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->reporter_label), "dim-label");
  gtk_label_set_label (self->speaker_label, speaker);
  name_button (self->reporter, reporter_name);
  name_button (self->speaker, speaker_name);
}

static GListModel *
create_list_of_one (ApoClaim *claim)
{
  GListStore *list = g_list_store_new (APO_TYPE_CLAIM);

  g_list_store_append (list, claim);

  return G_LIST_MODEL (list);
}

static void
speaker_chosen_cb (ApoClaimChain *self,
                   ApoItem       *item)
{
  if (self->claim != NULL && self->history != NULL)
    apo_edit_set_speaker (self->history, self->claim, item != NULL ? APO_ACTOR (item) : NULL);
}

static void
speaker_named_cb (ApoClaimChain *self,
                  const char    *name)
{
  g_autoptr (GListModel) claims = NULL;

  if (self->claim == NULL || self->history == NULL)
    return;

  claims = create_list_of_one (self->claim);
  apo_edit_set_new_speaker (self->history, claims, name, APO_ACTOR_PERSON);
}

static void
reporter_chosen_cb (ApoClaimChain *self,
                    ApoItem       *item)
{
  if (self->claim != NULL && self->history != NULL)
    apo_edit_set_reported_by (self->history, self->claim, item != NULL ? APO_CLAIM (item) : NULL);
}

static gboolean
can_report (ApoItem *item,
            gpointer user_data)
{
  ApoClaimChain *self = user_data;

  return apo_edit_can_report (self->dossier, self->claim, APO_CLAIM (item));
}

static void
fill_speakers_cb (ApoClaimChain *self)
{
  if (self->claim != NULL)
    apo_claim_chooser_set_items (self->speaker_chooser, self->dossier, APO_ITEM_ACTOR, NULL, NULL);
}

static void
fill_reporters_cb (ApoClaimChain *self)
{
  if (self->claim != NULL)
    apo_claim_chooser_set_items (self->reporter_chooser, self->dossier, APO_ITEM_CLAIM, can_report,
                                 self);
}

static void
type_cb (ApoClaimChain *self)
{
  if (!self->showing && self->claim != NULL && self->history != NULL)
    apo_edit_set_claim_type (self->history, self->claim, gtk_drop_down_get_selected (self->type));
}

static void
certainty_cb (ApoClaimChain *self)
{
  if (!self->showing && self->claim != NULL && self->history != NULL)
    apo_edit_set_claim_certainty (self->history, self->claim,
                                  gtk_drop_down_get_selected (self->certainty));
}

static void
create_choosers (ApoClaimChain *self)
{
  self->speaker_chooser = APO_CLAIM_CHOOSER (apo_claim_chooser_new (_("Who says it?"),
                                                                    _("Nobody named"), TRUE));
  g_signal_connect_swapped (self->speaker_chooser, "chosen", G_CALLBACK (speaker_chosen_cb), self);
  g_signal_connect_swapped (self->speaker_chooser, "named", G_CALLBACK (speaker_named_cb), self);
  gtk_menu_button_set_popover (self->speaker, GTK_WIDGET (self->speaker_chooser));
  g_signal_connect_swapped (self->speaker_chooser, "show", G_CALLBACK (fill_speakers_cb), self);

  self->reporter_chooser = APO_CLAIM_CHOOSER (apo_claim_chooser_new (
    _("Which claim reports it?"), _("None of them"), FALSE));
  g_signal_connect_swapped (self->reporter_chooser, "chosen", G_CALLBACK (reporter_chosen_cb),
                            self);
  gtk_menu_button_set_popover (self->reporter, GTK_WIDGET (self->reporter_chooser));
  g_signal_connect_swapped (self->reporter_chooser, "show", G_CALLBACK (fill_reporters_cb), self);
}

static void
fill_vocabulary (ApoClaimChain *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) certainties = gtk_string_list_new (NULL);

  for (guint i = 0; i <= APO_CLAIM_OPINION; i++)
    gtk_string_list_append (types, apo_claim_type_get_label (i));
  for (guint i = 0; i <= APO_CERTAINTY_QUESTION; i++)
    gtk_string_list_append (certainties, apo_certainty_get_label (i));

  self->showing = TRUE;
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (types));
  gtk_drop_down_set_model (self->certainty, G_LIST_MODEL (certainties));
  self->showing = FALSE;
}

static void
apo_claim_chain_dispose (GObject *object)
{
  ApoClaimChain *self = APO_CLAIM_CHAIN (object);
  GtkWidget *child;

  g_clear_object (&self->claim);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_chain_parent_class)->dispose (object);
}

static void
apo_claim_chain_class_init (ApoClaimChainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_chain_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-chain.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, outlet_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, outlet);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, reporter);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, reporter_label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, speaker);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, type);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChain, certainty);
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
  gtk_widget_class_bind_template_callback (widget_class, certainty_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, APO_TYPE_WRAP_LAYOUT);
}

static void
apo_claim_chain_init (ApoClaimChain *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_max_width_chars (self->outlet, MAX_CHIP_CHARS);
  gtk_label_set_max_width_chars (self->reporter_label, MAX_CHIP_CHARS);
  gtk_label_set_max_width_chars (self->speaker_label, MAX_CHIP_CHARS);
  create_choosers (self);
  fill_vocabulary (self);
}

/**
 * apo_claim_chain_show:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @claim: (nullable): the claim to show
 */
void
apo_claim_chain_show (ApoClaimChain *chain,
                      ApoDossier    *dossier,
                      ApoHistory    *history,
                      ApoClaim      *claim)
{
  g_return_if_fail (APO_IS_CLAIM_CHAIN (chain));

  g_set_object (&chain->dossier, dossier);
  g_set_object (&chain->history, history);
  g_set_object (&chain->claim, claim);
  gtk_widget_set_sensitive (GTK_WIDGET (chain), history != NULL);
  if (claim == NULL)
    return;

  chain->showing = TRUE;
  show_chips (chain);
  gtk_drop_down_set_selected (chain->type, apo_claim_get_claim_type (claim));
  gtk_drop_down_set_selected (chain->certainty, apo_claim_get_certainty (claim));
  chain->showing = FALSE;
}

/**
 * apo_claim_chain_edit_speaker:
 *
 * Opens the list from which the speaker is chosen.
 */
void
apo_claim_chain_edit_speaker (ApoClaimChain *chain)
{
  gtk_menu_button_popup (chain->speaker);
}
