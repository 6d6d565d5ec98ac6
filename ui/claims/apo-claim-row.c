/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-claim-anchor.h"
#include "apo-claim-certainty.h"
#include "apo-claim-passage.h"
#include "apo-claim-verdicts.h"
#include "apo-edit-dismiss.h"
#include "apo-mark.h"
#include "apo-row-slot.h"
#include "apo-tooltip.h"

#define CALM_LINES 2
#define SELECTED_LINES 4

struct _ApoClaimRow {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoClaim *claim;
  gboolean selected;
  GSignalGroup *claim_signals;
  GSignalGroup *speaker_signals;

  ApoMark *mark;
  GtkLabel *passage;
  GtkLabel *speaker;
  GtkWidget *certainty_box;
  ApoClaimCertainty *certainty_sign;
  GtkLabel *certainty;
  GtkWidget *verdict_box;
  GtkLabel *verdict;
  GtkWidget *open;
  GtkWidget *quick;
  GtkToggleButton *verified;
  GtkToggleButton *disputed;
  ApoClaimAnchor *anchor;
  GtkBox *details;
  GtkWidget *verdicts;          /* (nullable) while selected: ApoClaimVerdicts, or Restore */
};

G_DEFINE_FINAL_TYPE (ApoClaimRow, apo_claim_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_CLAIM,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_verdict (ApoClaimRow *self)
{
  static const char *const classes[][2] = {
    [APO_VERDICT_GROUP_NONE] = { NULL },
    [APO_VERDICT_GROUP_VERIFIED] = { "verdict-word-verified" },
    [APO_VERDICT_GROUP_MIXED] = { "verdict-word-mixed" },
    [APO_VERDICT_GROUP_DISPUTED] = { "verdict-word-disputed" },
    [APO_VERDICT_GROUP_OPEN] = { "verdict-word-open" },
    [APO_VERDICT_GROUP_OUTSIDE] = { "verdict-word-outside" },
  };
  ApoVerdict verdict = apo_claim_get_verdict (self->claim);

  apo_mark_set_verdict (self->mark, verdict);
  gtk_label_set_label (self->verdict, apo_verdict_get_label (verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict),
                              (const char **) classes[apo_verdict_get_group (verdict)]);
  gtk_widget_set_visible (self->verdict_box, verdict != APO_VERDICT_NONE);
  gtk_toggle_button_set_active (self->verified, verdict == APO_VERDICT_VERIFIED);
  gtk_toggle_button_set_active (self->disputed, verdict == APO_VERDICT_DISPUTED);
}

static gboolean
is_said_by_person (ApoClaimRow *self)
{
  ApoItem *speaker = apo_dossier_lookup (self->dossier, apo_claim_get_speaker (self->claim));

  return speaker != NULL && apo_actor_get_kind (APO_ACTOR (speaker)) == APO_ACTOR_PERSON;
}

/* "Anna-Maria van Dijk" → "A.-M. van Dijk" */
static char *
abbreviate (const char *name)
{
  const char *space = strchr (name, ' ');
  g_autoptr (GString) brief = g_string_new (NULL);
  gboolean at_start = TRUE;

  if (space == NULL)
    return g_strdup (name);

  for (const char *p = name; p < space; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-')
        g_string_append_c (brief, '-');
      else if (at_start)
        g_string_append_printf (brief, "%.*s.", (int) (g_utf8_next_char (p) - p), p);
      at_start = c == '-';
    }
  g_string_append (brief, space);

  return g_string_free (g_steal_pointer (&brief), FALSE);
}

static void
update_caption (ApoClaimRow *self)
{
  ApoCertainty certainty = apo_claim_get_certainty (self->claim);
  const char *name = apo_claim_passage_get_speaker (self->dossier, self->claim);
  g_autofree char *brief = is_said_by_person (self) ? abbreviate (name) : g_strdup (name);

  gtk_label_set_label (self->speaker, brief);
  apo_tooltip_set (GTK_WIDGET (self->speaker), name);
  apo_claim_certainty_set (self->certainty_sign, certainty);
  gtk_label_set_label (self->certainty, apo_certainty_get_label (certainty));
  gtk_widget_set_visible (self->certainty_box, certainty != APO_CERTAINTY_ASSERTED);
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update_accessible (ApoClaimRow *self)
{
  GtkWidget *parent = apo_row_slot_get_list_row (GTK_WIDGET (self));
  ApoCertainty certainty;
  ApoAnchor anchor;
  g_autofree char *label = NULL;

  if (parent == NULL || self->claim == NULL)
    return;

  certainty = apo_claim_get_certainty (self->claim);
  anchor = apo_claim_get_anchor (self->claim);
  label = g_strdup_printf ("%s. %s. %s%s%s%s%s",
                           apo_verdict_get_label (apo_claim_get_verdict (self->claim)),
                           gtk_label_get_label (self->passage),
                           apo_claim_passage_get_speaker (self->dossier, self->claim),
                           certainty != APO_CERTAINTY_ASSERTED ? ". " : "",
                           certainty != APO_CERTAINTY_ASSERTED
                             ? apo_certainty_get_label (certainty) : "",
                           anchor != APO_ANCHOR_PLACED ? ". " : "",
                           anchor != APO_ANCHOR_PLACED ? apo_anchor_get_label (anchor) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_light (ApoClaimRow *self)
{
  ApoLight light = APO_LIGHT_CALM;

  if (self->claim != NULL && self->focus != NULL)
    light = apo_focus_get_light (self->focus, apo_item_get_id (APO_ITEM (self->claim)));

  if (light >= APO_LIGHT_HOVER_RELATED && !self->selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
update_anchor (ApoClaimRow *self)
{
  apo_claim_anchor_set (self->anchor, self->dossier, self->history, self->claim, self->selected);
}

static void
update (ApoClaimRow *self)
{
  g_autofree char *passage = NULL;

  if (self->claim == NULL)
    return;

  passage = apo_claim_passage_dup (self->dossier, APO_ITEM (self->claim));
  gtk_label_set_label (self->passage, passage);
  g_signal_group_set_target (self->speaker_signals,
                             apo_dossier_lookup (self->dossier,
                                                 apo_claim_get_speaker (self->claim)));
  update_verdict (self);
  update_caption (self);
  update_anchor (self);
  update_accessible (self);
  update_light (self);
}

/* Of several selected rows none is open: what is done is done to all of them. */
static gboolean
is_open (ApoClaimRow *self)
{
  return self->selected && self->claim != NULL
         && (self->focus == NULL
             || g_strcmp0 (apo_focus_get_selected (self->focus),
                           apo_item_get_id (APO_ITEM (self->claim))) == 0);
}

static void
restore_cb (ApoClaimRow *self)
{
  apo_edit_set_dismissed (self->history, APO_ITEM (self->claim), FALSE);
}

/* The buttons of verdicts, or, of a claim that was dismissed, the one that brings it back. */
static GtkWidget *
create_controls (ApoClaimRow *self)
{
  GtkWidget *restore;

  if (!apo_claim_is_dismissed (self->claim))
    return apo_claim_verdicts_new (self->history);

  restore = gtk_button_new_with_mnemonic (_("_Restore"));
  gtk_widget_set_margin_top (restore, 5);
  gtk_widget_set_sensitive (restore, self->history != NULL);
  g_signal_connect_object (restore, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);

  return restore;
}

static void
update_details (ApoClaimRow *self)
{
  gboolean opened = is_open (self);

  gtk_label_set_lines (self->passage, opened ? SELECTED_LINES : CALM_LINES);
  gtk_widget_set_visible (self->quick, !opened && self->claim != NULL
                                       && !apo_claim_is_dismissed (self->claim));
  gtk_widget_set_visible (self->open, opened);
  update_anchor (self);

  if (opened && self->verdicts == NULL)
    {
      self->verdicts = create_controls (self);
      gtk_box_append (self->details, self->verdicts);
    }
  else if (!opened && self->verdicts != NULL)
    {
      gtk_box_remove (self->details, self->verdicts);
      self->verdicts = NULL;
    }

  if (self->verdicts != NULL && APO_IS_CLAIM_VERDICTS (self->verdicts))
    apo_claim_verdicts_set_claim (APO_CLAIM_VERDICTS (self->verdicts), self->claim);
}

static void
focus_changed_cb (ApoClaimRow *self)
{
  update_light (self);
  if (is_open (self) != (self->verdicts != NULL))
    update_details (self);
}

static void
judge (ApoClaimRow *self,
       ApoVerdict   verdict)
{
  if (self->claim == NULL || self->history == NULL)
    return;

  apo_claim_verdicts_judge (self->history, self->claim, verdict);
  update_verdict (self);
}

static void
verified_clicked_cb (ApoClaimRow *self)
{
  judge (self, APO_VERDICT_VERIFIED);
}

static void
disputed_clicked_cb (ApoClaimRow *self)
{
  judge (self, APO_VERDICT_DISPUTED);
}

static void
enter_cb (ApoClaimRow *self)
{
  if (self->claim != NULL && self->focus != NULL)
    apo_focus_hover (self->focus, apo_item_get_id (APO_ITEM (self->claim)));
}

static void
leave_cb (ApoClaimRow *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

static void
set_claim (ApoClaimRow *self,
           ApoClaim    *claim)
{
  if (!g_set_object (&self->claim, claim))
    return;

  g_signal_group_set_target (self->claim_signals, claim);
  update (self);
  update_details (self);
}

static void
set_selected (ApoClaimRow *self,
              gboolean     selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  update_details (self);
  update_light (self);
}

/* Arrows go from row to row; only Tab, and only from the row itself, goes to its buttons. */
static gboolean
apo_claim_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *parent = apo_row_slot_get_list_row (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (!inside && !gtk_widget_is_focus (parent))
    return FALSE;
  if (!inside && direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (GTK_WIDGET_CLASS (apo_claim_row_parent_class)->focus (widget, direction))
    return TRUE;

  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (parent);
}

static void
apo_claim_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_claim_row_parent_class)->root (widget);

  update_accessible (APO_CLAIM_ROW (widget));
}

static void
apo_claim_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ApoClaimRow *self = APO_CLAIM_ROW (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      g_value_set_object (value, self->claim);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ApoClaimRow *self = APO_CLAIM_ROW (object);

  switch (prop_id)
    {
    case PROP_CLAIM:
      set_claim (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      set_selected (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_row_dispose (GObject *object)
{
  ApoClaimRow *self = APO_CLAIM_ROW (object);

  if (self->claim_signals != NULL)
    g_signal_group_set_target (self->claim_signals, NULL);
  if (self->speaker_signals != NULL)
    g_signal_group_set_target (self->speaker_signals, NULL);
  g_clear_object (&self->claim_signals);
  g_clear_object (&self->speaker_signals);
  g_clear_object (&self->claim);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, passage);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, certainty_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, certainty_sign);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, certainty);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, verdict);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, open);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, quick);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, verified);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, disputed);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, anchor);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimRow, details);
  gtk_widget_class_bind_template_callback (widget_class, verified_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, disputed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
apo_claim_row_class_init (ApoClaimRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_claim_row_get_property;
  object_class->set_property = apo_claim_row_set_property;
  object_class->dispose = apo_claim_row_dispose;
  widget_class->focus = apo_claim_row_focus;
  widget_class->root = apo_claim_row_root;

  props[PROP_CLAIM] =
    g_param_spec_object ("claim", NULL, NULL, APO_TYPE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] =
    g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_MARK);
  g_type_ensure (APO_TYPE_CLAIM_ANCHOR);
  g_type_ensure (APO_TYPE_CLAIM_CERTAINTY);
  bind_template (widget_class);
}

static void
apo_claim_row_init (ApoClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (GTK_WIDGET (self->passage), self->passage);

  apo_tooltip_set (GTK_WIDGET (self->verified), _("Verified (V)"));
  apo_tooltip_set (GTK_WIDGET (self->disputed), _("Disputed (D)"));
  self->claim_signals = g_signal_group_new (APO_TYPE_CLAIM);
  g_signal_group_connect_swapped (self->claim_signals, "changed", G_CALLBACK (update), self);
  self->speaker_signals = g_signal_group_new (APO_TYPE_ACTOR);
  g_signal_group_connect_swapped (self->speaker_signals, "changed::name", G_CALLBACK (update),
                                  self);
}

/**
 * apo_claim_row_new:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is told of the pointer
 *
 * Returns: a row without a claim
 */
GtkWidget *
apo_claim_row_new (ApoDossier *dossier,
                   ApoHistory *history,
                   ApoFocus   *focus)
{
  ApoClaimRow *self = g_object_new (APO_TYPE_CLAIM_ROW, NULL);

  self->dossier = g_object_ref (dossier);
  g_set_object (&self->history, history);
  g_set_object (&self->focus, focus);
  gtk_widget_set_sensitive (self->quick, history != NULL);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (focus_changed_cb), self,
                             G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * apo_claim_row_get_claim:
 *
 * Returns: (transfer none) (nullable): the claim shown
 */
ApoClaim *
apo_claim_row_get_claim (ApoClaimRow *row)
{
  return row->claim;
}
