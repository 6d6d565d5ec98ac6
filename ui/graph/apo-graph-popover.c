/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-popover.h"

#include <glib/gi18n.h>

#include "apo-actor-sign.h"
#include "apo-edit.h"
#include "apo-fact-dismiss.h"
#include "apo-graph-content.h"
#include "apo-graph-passages.h"
#include "apo-popover-height.h"
#include "apo-wrap-layout.h"

struct _ApoGraphPopover {
  GtkPopover parent_instance;

  ApoActorSign *from_sign;
  GtkLabel *from;
  GtkMenuButton *kind;
  GtkLabel *arrow;
  ApoActorSign *to_sign;
  GtkLabel *to;
  GtkLabel *standing;
  GtkMenuButton *certainty;
  GtkWidget *scroller;
  ApoGraphPassages *passages;
  GtkWidget *others_box;
  GtkFlowBox *others;
  GtkWidget *add;
  GtkWidget *dismiss;
  GtkWidget *restore;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  GSignalGroup *focus_signals;
  GListStore *relations;        /* ApoRelation, all of the same kind between the same two */
};

G_DEFINE_FINAL_TYPE (ApoGraphPopover, apo_graph_popover, GTK_TYPE_POPOVER)

enum {
  PROP_0,
  PROP_KIND,
  PROP_DIRECTED,
  PROP_CERTAINTY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The first of the relations, which speaks for all of them.  Borrowed from the dossier. */
static ApoRelation *
get_first (ApoGraphPopover *self)
{
  g_autoptr (ApoRelation) first = g_list_model_get_item (G_LIST_MODEL (self->relations), 0);

  return first;
}

static void
show_actor (ApoGraphPopover *self,
            ApoActorSign    *sign,
            GtkLabel        *name,
            const char      *id)
{
  ApoItem *actor = apo_dossier_lookup (self->dossier, id);

  if (!APO_IS_ACTOR (actor))
    return;

  apo_actor_sign_set_actor (sign, APO_ACTOR (actor),
                            apo_dossier_get_actor_rank (self->dossier, id));
  gtk_label_set_text (name, apo_actor_get_name (APO_ACTOR (actor)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (name), apo_actor_get_name (APO_ACTOR (actor)));
}

/* A bare mention says nothing that a reader would draw. */
static void
fill_kinds (ApoGraphPopover *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  for (int kind = APO_RELATION_MEETING; kind < APO_RELATION_MENTION; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (apo_relation_kind_get_label (kind), NULL);

      g_menu_item_set_action_and_target (item, "relation.kind", "s",
                                         apo_enum_to_nick (APO_TYPE_RELATION_KIND, kind));
      g_menu_append_item (kinds, item);
    }
  g_menu_append (direction, _("_One-Way"), "relation.directed");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  gtk_menu_button_set_menu_model (self->kind, G_MENU_MODEL (menu));
}

static void
fill_certainties (ApoGraphPopover *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int certainty = APO_CERTAINTY_ASSERTED; certainty <= APO_CERTAINTY_QUESTION; certainty++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (apo_certainty_get_label (certainty), NULL);

      g_menu_item_set_action_and_target (item, "relation.certainty", "s",
                                         apo_enum_to_nick (APO_TYPE_CERTAINTY, certainty));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->certainty, G_MENU_MODEL (menu));
}

static void
name_button (GtkMenuButton *button,
             const char    *what,
             const char    *value)
{
  /* Translators: a control and what it is set to, such as “Kind: support” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), what, value);

  gtk_menu_button_set_label (button, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
}

/* Whether another relation between the same two is part of the same edge. */
static gboolean
is_like (ApoRelation *relation,
         ApoRelation *other)
{
  gboolean same_way = g_str_equal (apo_relation_get_from (relation), apo_relation_get_from (other));

  return apo_relation_get_kind (relation) == apo_relation_get_kind (other)
         && apo_relation_is_directed (relation) == apo_relation_is_directed (other)
         && (same_way || !apo_relation_is_directed (relation));
}

static gboolean
is_between (ApoRelation *relation,
            const char  *one,
            const char  *another)
{
  const char *from = apo_relation_get_from (relation);
  const char *to = apo_relation_get_to (relation);

  return (g_str_equal (from, one) && g_str_equal (to, another))
         || (g_str_equal (from, another) && g_str_equal (to, one));
}

/* What else is drawn between the two, edge by edge. */
static GPtrArray *
collect_others (ApoGraphPopover *self)
{
  GPtrArray *edges = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GListModel *relations = apo_dossier_get_items (self->dossier, APO_ITEM_RELATION);
  ApoRelation *first = get_first (self);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);
      GPtrArray *edge = NULL;

      if (apo_relation_is_dismissed (relation) || relation == first
          || apo_relation_get_kind (relation) == APO_RELATION_MENTION
          || !is_between (relation, apo_relation_get_from (first), apo_relation_get_to (first))
          || (is_like (relation, first) && !apo_relation_is_dismissed (first)))
        continue;
      for (guint j = 0; j < edges->len && edge == NULL; j++)
        if (is_like (relation, ((GPtrArray *) edges->pdata[j])->pdata[0]))
          edge = edges->pdata[j];
      if (edge == NULL)
        {
          edge = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (edges, edge);
        }
      g_ptr_array_add (edge, g_steal_pointer (&relation));
    }

  return edges;
}

static void
other_clicked_cb (ApoGraphPopover *self,
                  GtkWidget       *chip)
{
  GPtrArray *edge = g_object_get_data (G_OBJECT (chip), "edge");
  g_autoptr (GPtrArray) owned = g_ptr_array_ref (edge);

  if (self->focus != NULL)
    apo_focus_select (self->focus, apo_item_get_id (owned->pdata[0]));
  apo_graph_popover_show (self, owned);
}

static void
add_other (ApoGraphPopover *self,
           GPtrArray       *edge)
{
  ApoRelation *relation = edge->pdata[0];
  const char *kind = apo_relation_kind_get_label (apo_relation_get_kind (relation));
  GtkWidget *chip = gtk_button_new_with_label (kind);
  ApoFact fact = { NULL, NULL, NULL, APO_VERDICT_NONE };

  apo_graph_content_describe (self->dossier, APO_ITEM (relation), &fact);
  gtk_widget_add_css_class (chip, "apo-chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, fact.title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fact.sentence, -1);
  g_object_set_data_full (G_OBJECT (chip), "edge", g_ptr_array_ref (edge),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (other_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->others, chip);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
  g_free (fact.title);
  g_free (fact.caption);
  g_free (fact.sentence);
}

static void
show_others (ApoGraphPopover *self)
{
  g_autoptr (GPtrArray) edges = collect_others (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    gtk_flow_box_remove (self->others, child);
  for (guint i = 0; i < edges->len; i++)
    add_other (self, edges->pdata[i]);
  gtk_widget_set_visible (self->others_box, edges->len > 0);
}

static void
show_adding (ApoGraphPopover *self)
{
  ApoRelation *first = get_first (self);
  ApoSpan words;
  gboolean selected = self->focus != NULL && apo_focus_get_words (self->focus, &words);
  gboolean possible = self->history != NULL && selected
                      && first != NULL && !apo_relation_is_dismissed (first);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relation.add-passage", possible);
  gtk_widget_set_tooltip_text (self->add, selected
                               ? _("The words that are selected in the text say so too")
                               : _("Select the words that say so in the text first"));
}

static void
show_actions (ApoGraphPopover *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ApoRelation *first = get_first (self);
  gboolean dismissed = apo_relation_is_dismissed (first);
  gboolean possible = self->history != NULL && !dismissed;

  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), possible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->certainty), possible);
  gtk_widget_action_set_enabled (widget, "relation.turn",
                                 possible && apo_relation_is_directed (first));
  gtk_widget_action_set_enabled (widget, "relation.dismiss", possible);
  gtk_widget_action_set_enabled (widget, "relation.restore", self->history != NULL && dismissed);
  gtk_widget_set_visible (self->dismiss, !dismissed);
  gtk_widget_set_visible (self->restore, dismissed);
  show_adding (self);
}

static void
show_head (ApoGraphPopover *self)
{
  ApoRelation *first = get_first (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  show_actor (self, self->from_sign, self->from, apo_relation_get_from (first));
  show_actor (self, self->to_sign, self->to, apo_relation_get_to (first));
  name_button (self->kind, C_("relation", "Kind"),
               apo_relation_kind_get_label (apo_relation_get_kind (first)));
  name_button (self->certainty, C_("relation", "Certainty"),
               apo_certainty_get_label (apo_relation_get_certainty (first)));
  gtk_label_set_text (self->arrow, !apo_relation_is_directed (first) ? "–" : rtl ? "←" : "→");
  gtk_label_set_text (self->standing, apo_standing_get_label (
                                        apo_dossier_get_standing (self->dossier,
                                                                  APO_ITEM (first))));
}

/* Shows the relations as they are now; those that are gone go. */
static void
update (ApoGraphPopover *self)
{
  guint n_passages;

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->relations)); i > 0; i--)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (self->relations), i - 1);

      if (apo_dossier_lookup (self->dossier, apo_item_get_id (item)) != item)
        g_list_store_remove (self->relations, i - 1);
    }
  if (get_first (self) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  show_head (self);
  n_passages = apo_graph_passages_show (self->passages, self->dossier,
                                        G_LIST_MODEL (self->relations));
  gtk_widget_set_visible (self->scroller, n_passages > 0);
  show_others (self);
  show_actions (self);
  for (guint i = PROP_KIND; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
changed_cb (ApoGraphPopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
chosen_cb (ApoGraphPopover *self,
           const char      *id)
{
  g_autofree char *owned = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->focus != NULL)
    apo_focus_select (self->focus, owned);
}

static void
turn_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (widget);

  apo_edit_turn_relation (self->history, G_LIST_MODEL (self->relations));
}

static void
add_passage_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (widget);
  ApoSpan words;

  if (self->focus != NULL && apo_focus_get_words (self->focus, &words))
    apo_edit_add_evidence (self->history, get_first (self), words);
}

static void
set_dismissed_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (g_str_equal (action, "relation.dismiss"))
    apo_fact_dismiss (widget, self->dossier, self->history, G_LIST_MODEL (self->relations),
                      apo_graph_content_describe);
  else
    apo_edit_set_all_dismissed (self->history, G_LIST_MODEL (self->relations), FALSE);
}

static void
apo_graph_popover_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ApoRelation *first = get_first (APO_GRAPH_POPOVER (object));

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, first != NULL ? apo_relation_get_kind (first)
                                             : APO_RELATION_MEETING);
      break;
    case PROP_DIRECTED:
      g_value_set_boolean (value, first != NULL && apo_relation_is_directed (first));
      break;
    case PROP_CERTAINTY:
      g_value_set_enum (value, first != NULL ? apo_relation_get_certainty (first)
                                             : APO_CERTAINTY_ASSERTED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_popover_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (object);
  GListModel *relations = G_LIST_MODEL (self->relations);

  if (self->history == NULL)
    return;

  switch (prop_id)
    {
    case PROP_KIND:
      apo_edit_set_relation_kind (self->history, relations, g_value_get_enum (value));
      break;
    case PROP_DIRECTED:
      apo_edit_set_relation_directed (self->history, relations, g_value_get_boolean (value));
      break;
    case PROP_CERTAINTY:
      apo_edit_set_relation_certainty (self->history, relations, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_popover_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (apo_graph_popover_parent_class);

  for_size = apo_popover_height_get_width (widget, orientation, for_size);
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                         natural_baseline);
}

static void
apo_graph_popover_dispose (GObject *object)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (object);

  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->relations);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_graph_popover_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (APO_TYPE_ACTOR_SIGN);
  g_type_ensure (APO_TYPE_GRAPH_PASSAGES);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-graph-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, from_sign);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, from);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, arrow);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, to_sign);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, to);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, standing);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, certainty);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, passages);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, others_box);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, others);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, add);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, dismiss);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, restore);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
apo_graph_popover_class_init (ApoGraphPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_graph_popover_get_property;
  object_class->set_property = apo_graph_popover_set_property;
  object_class->dispose = apo_graph_popover_dispose;
  widget_class->measure = apo_graph_popover_measure;

  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, APO_TYPE_RELATION_KIND, APO_RELATION_MEETING,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_DIRECTED] =
    g_param_spec_boolean ("directed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_CERTAINTY] =
    g_param_spec_enum ("certainty", NULL, NULL, APO_TYPE_CERTAINTY, APO_CERTAINTY_ASSERTED,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "relation.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "relation.directed", "directed");
  gtk_widget_class_install_property_action (widget_class, "relation.certainty", "certainty");
  gtk_widget_class_install_action (widget_class, "relation.turn", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "relation.add-passage", NULL, add_passage_action);
  gtk_widget_class_install_action (widget_class, "relation.dismiss", NULL, set_dismissed_action);
  gtk_widget_class_install_action (widget_class, "relation.restore", NULL, set_dismissed_action);
}

static void
apo_graph_popover_init (ApoGraphPopover *self)
{
  self->relations = g_list_store_new (APO_TYPE_RELATION);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  fill_certainties (self);

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed", G_CALLBACK (changed_cb), self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "words-changed", G_CALLBACK (show_adding),
                                  self);
}

GtkWidget *
apo_graph_popover_new (void)
{
  return g_object_new (APO_TYPE_GRAPH_POPOVER, NULL);
}

/**
 * apo_graph_popover_set_context:
 * @dossier: (nullable): whose relations are shown, none of them yet
 * @history: (nullable): what changes them; %NULL where nothing may be changed
 * @focus: (nullable): what is told of the passage that the reader chooses
 */
void
apo_graph_popover_set_context (ApoGraphPopover *popover,
                               ApoDossier      *dossier,
                               ApoHistory      *history,
                               ApoFocus        *focus)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_list_store_remove_all (popover->relations);
  g_set_object (&popover->dossier, dossier);
  g_set_object (&popover->history, history);
  g_set_object (&popover->focus, focus);
  g_signal_group_set_target (popover->dossier_signals, dossier);
  g_signal_group_set_target (popover->focus_signals, focus);
}

/**
 * apo_graph_popover_show:
 * @relations: (element-type ApoRelation): those of one edge, at least one
 *
 * Fills the popover and opens it.
 */
void
apo_graph_popover_show (ApoGraphPopover *popover,
                        GPtrArray       *relations)
{
  g_return_if_fail (relations->len > 0);

  g_list_store_splice (popover->relations, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (popover->relations)),
                       relations->pdata, relations->len);
  update (popover);
  gtk_popover_popup (GTK_POPOVER (popover));
}
