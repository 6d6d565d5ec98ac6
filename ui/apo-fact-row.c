/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fact-row.h"

#include "apo-mark.h"

struct _ApoFactRow {
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *caption;
  ApoMark *mark;
  GtkWidget *edit;
  GtkWidget *restore;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoFactFunc describe;
  ApoItem *item;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (ApoFactRow, apo_fact_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ITEM,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_light (ApoFactRow *self)
{
  ApoLight light = APO_LIGHT_CALM;

  if (self->item != NULL && self->focus != NULL)
    light = apo_focus_get_light (self->focus, apo_item_get_id (self->item));

  if (light >= APO_LIGHT_HOVER_RELATED && !self->selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
update_dismissed (ApoFactRow *self)
{
  const char *id = apo_item_get_id (self->item);
  gboolean dismissed = apo_item_is_dismissed (self->item);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "s", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore), "s", id);
  gtk_widget_set_visible (self->edit, !dismissed);
  gtk_widget_set_visible (self->restore, dismissed);
  if (dismissed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dismissed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dismissed");
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update (ApoFactRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  ApoFact fact = { NULL, NULL, NULL, APO_VERDICT_NONE };

  if (self->item == NULL)
    return;

  self->describe (self->dossier, self->item, &fact);
  gtk_label_set_label (self->title, fact.title);
  gtk_label_set_label (self->caption, fact.caption);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), fact.verdict != APO_VERDICT_NONE);
  apo_mark_set_verdict (self->mark, fact.verdict);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    fact.sentence, -1);
  update_dismissed (self);
  update_light (self);

  g_free (fact.title);
  g_free (fact.caption);
  g_free (fact.sentence);
}

static void
enter_cb (ApoFactRow *self)
{
  if (self->item != NULL && self->focus != NULL)
    apo_focus_hover (self->focus, apo_item_get_id (self->item));
}

static void
leave_cb (ApoFactRow *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

static void
apo_fact_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_fact_row_parent_class)->root (widget);

  update (APO_FACT_ROW (widget));
}

static void
apo_fact_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ApoFactRow *self = APO_FACT_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_fact_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ApoFactRow *self = APO_FACT_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        update (self);
      break;
    case PROP_SELECTED:
      self->selected = g_value_get_boolean (value);
      update_light (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_fact_row_dispose (GObject *object)
{
  ApoFactRow *self = APO_FACT_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_fact_row_parent_class)->dispose (object);
}

static void
apo_fact_row_class_init (ApoFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_fact_row_get_property;
  object_class->set_property = apo_fact_row_set_property;
  object_class->dispose = apo_fact_row_dispose;
  widget_class->root = apo_fact_row_root;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, APO_TYPE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoFactRow, caption);
  gtk_widget_class_bind_template_child (widget_class, ApoFactRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ApoFactRow, edit);
  gtk_widget_class_bind_template_child (widget_class, ApoFactRow, restore);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
apo_fact_row_init (ApoFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_fact_row_new:
 * @focus: (nullable): what is told of the pointer
 * @describe: puts the item into words, again after each change of @dossier
 *
 * Returns: a row without an item
 */
GtkWidget *
apo_fact_row_new (ApoDossier *dossier,
                  ApoFocus   *focus,
                  ApoFactFunc describe)
{
  ApoFactRow *self = g_object_new (APO_TYPE_FACT_ROW, NULL);

  self->dossier = g_object_ref (dossier);
  self->describe = describe;
  g_set_object (&self->focus, focus);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (update_light), self,
                             G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
