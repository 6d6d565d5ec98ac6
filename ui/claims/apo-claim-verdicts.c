/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-verdicts.h"

#include <glib/gi18n.h>

#include "apo-claim-key-layout.h"
#include "apo-edit.h"
#include "apo-mark.h"

struct _ApoClaimVerdicts {
  GtkBox parent_instance;

  ApoHistory *history;
  ApoClaim *claim;
  GSignalGroup *claim_signals;

  GtkToggleButton *verified;
  GtkToggleButton *disputed;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (ApoClaimVerdicts, apo_claim_verdicts, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_VERDICT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ApoVerdict
get_verdict (ApoClaimVerdicts *self)
{
  return self->claim != NULL ? apo_claim_get_verdict (self->claim) : APO_VERDICT_NONE;
}

static void
update (ApoClaimVerdicts *self)
{
  ApoVerdict verdict = get_verdict (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self), self->history != NULL && self->claim != NULL);
  gtk_toggle_button_set_active (self->verified, verdict == APO_VERDICT_VERIFIED);
  gtk_toggle_button_set_active (self->disputed, verdict == APO_VERDICT_DISPUTED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "verdicts.judge", self->history != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERDICT]);
}

static void
judge (ApoClaimVerdicts *self,
       ApoVerdict        verdict)
{
  if (self->claim != NULL && self->history != NULL)
    apo_claim_verdicts_judge (self->history, self->claim, verdict);
  update (self);
}

static void
verified_clicked_cb (ApoClaimVerdicts *self)
{
  judge (self, APO_VERDICT_VERIFIED);
}

static void
disputed_clicked_cb (ApoClaimVerdicts *self)
{
  judge (self, APO_VERDICT_DISPUTED);
}

/* The key of a verdict is its place in the vocabulary, 1 to 9. */
static GtkWidget *
create_choice (ApoVerdict verdict)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *mark = apo_mark_new ();
  GtkWidget *label = gtk_label_new (apo_verdict_get_label (verdict));
  g_autofree char *digit = g_strdup_printf ("%d", verdict);
  GtkWidget *key = gtk_label_new (digit);

  apo_mark_set_verdict (APO_MARK (mark), verdict);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (key, "apo-key");
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), key);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  apo_verdict_get_label (verdict), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "verdicts.judge");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    apo_enum_to_nick (APO_TYPE_VERDICT, verdict));

  return button;
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = APO_VERDICT_VERIFIED; i < APO_N_VERDICTS; i++)
    if (i != APO_VERDICT_VERIFIED && i != APO_VERDICT_DISPUTED)
      gtk_box_append (GTK_BOX (box), create_choice (i));

  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_add_css_class (popover, "apo-verdict-menu");
  gtk_menu_button_set_popover (button, popover);
}

static void
apo_claim_verdicts_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VERDICT:
      g_value_set_enum (value, get_verdict (APO_CLAIM_VERDICTS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_verdicts_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ApoClaimVerdicts *self = APO_CLAIM_VERDICTS (object);

  switch (prop_id)
    {
    case PROP_VERDICT:
      gtk_menu_button_popdown (self->more);
      judge (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_verdicts_dispose (GObject *object)
{
  ApoClaimVerdicts *self = APO_CLAIM_VERDICTS (object);

  if (self->claim_signals != NULL)
    g_signal_group_set_target (self->claim_signals, NULL);
  g_clear_object (&self->claim_signals);
  g_clear_object (&self->claim);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (apo_claim_verdicts_parent_class)->dispose (object);
}

static void
apo_claim_verdicts_class_init (ApoClaimVerdictsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_claim_verdicts_get_property;
  object_class->set_property = apo_claim_verdicts_set_property;
  object_class->dispose = apo_claim_verdicts_dispose;

  props[PROP_VERDICT] =
    g_param_spec_enum ("verdict", NULL, NULL, APO_TYPE_VERDICT, APO_VERDICT_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_CLAIM_KEY_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-claim-verdicts.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimVerdicts, verified);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimVerdicts, disputed);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimVerdicts, more);
  gtk_widget_class_bind_template_callback (widget_class, verified_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, disputed_clicked_cb);
  gtk_widget_class_install_property_action (widget_class, "verdicts.judge", "verdict");
}

static void
apo_claim_verdicts_init (ApoClaimVerdicts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, create_popup_cb, NULL, NULL);

  self->claim_signals = g_signal_group_new (APO_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->claim_signals, "changed::verdict", G_CALLBACK (update),
                                  self);
}

/**
 * apo_claim_verdicts_new:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 */
GtkWidget *
apo_claim_verdicts_new (ApoHistory *history)
{
  ApoClaimVerdicts *self = g_object_new (APO_TYPE_CLAIM_VERDICTS, NULL);

  g_set_object (&self->history, history);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * apo_claim_verdicts_set_claim:
 * @claim: (nullable): the claim to judge
 */
void
apo_claim_verdicts_set_claim (ApoClaimVerdicts *verdicts,
                              ApoClaim         *claim)
{
  g_return_if_fail (APO_IS_CLAIM_VERDICTS (verdicts));

  g_set_object (&verdicts->claim, claim);
  g_signal_group_set_target (verdicts->claim_signals, claim);
  update (verdicts);
}

/**
 * apo_claim_verdicts_judge:
 *
 * Gives @claim the verdict, as one command; takes it away if it is the one that the claim has.
 */
void
apo_claim_verdicts_judge (ApoHistory *history,
                          ApoClaim   *claim,
                          ApoVerdict  verdict)
{
  if (apo_claim_get_verdict (claim) == verdict)
    verdict = APO_VERDICT_NONE;

  apo_edit_set_verdict (history, claim, verdict, NULL);
}
