/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-row.h"

#include <glib/gi18n.h>

#include "apo-actor-names.h"
#include "apo-actor-sign.h"
#include "apo-row-slot.h"
#include "apo-tooltip.h"

struct _ApoActorRow {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoActorTally *tally;
  ApoFocus *focus;
  ApoActor *actor;
  gboolean selected;

  ApoActorSign *sign;
  GtkLabel *name;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (ApoActorRow, apo_actor_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ACTOR,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Takes @part, whose words stay on one line. */
static void
append_part (GString *caption,
             char    *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);
  g_autofree char *joined = g_strjoinv ("\u00a0", words);

  g_string_append_printf (caption, " · %s", joined);
  g_free (part);
}

static char *
dup_caption (ApoActorRow *self)
{
  GString *caption = g_string_new (apo_actor_kind_get_label (apo_actor_get_kind (self->actor)));
  guint n_mentions;
  guint n_made;
  guint n_about;

  apo_actor_get_mentions (self->actor, &n_mentions);
  apo_actor_tally_count (self->tally, self->actor, &n_made, &n_about);

  if (n_mentions > 0)
    append_part (caption, g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions),
                                           n_mentions));
  if (n_made > 0)
    append_part (caption, g_strdup_printf (ngettext ("%u claim made", "%u claims made", n_made),
                                           n_made));
  /* Translators: how many claims are about an actor; stands after "3 claims made". */
  if (n_about > 0)
    append_part (caption, g_strdup_printf (ngettext ("%u about", "%u about", n_about), n_about));

  return g_string_free (caption, FALSE);
}

static void
update_tooltip (ApoActorRow *self)
{
  g_auto (GStrv) aliases = apo_actor_names_dup_aliases (self->dossier, self->actor);
  g_autofree char *joined = g_strjoinv (", ", aliases);
  g_autofree char *tooltip = NULL;

  if (*joined != '\0')
    /* Translators: a name, then the other names that the text uses for the same actor. */
    tooltip = g_strdup_printf (_("%s, also: %s"), apo_actor_get_name (self->actor), joined);

  apo_tooltip_set (GTK_WIDGET (self), tooltip);
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update_accessible (ApoActorRow *self)
{
  GtkWidget *parent = apo_row_slot_get_list_row (GTK_WIDGET (self));
  g_autofree char *label = NULL;

  if (parent == NULL || self->actor == NULL)
    return;

  label = g_strdup_printf ("%s. %s", gtk_label_get_label (self->name),
                           gtk_label_get_label (self->caption));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_light (ApoActorRow *self)
{
  ApoLight light = APO_LIGHT_CALM;

  if (self->actor != NULL && self->focus != NULL)
    light = apo_focus_get_light (self->focus, apo_item_get_id (APO_ITEM (self->actor)));

  if (light >= APO_LIGHT_HOVER_RELATED && !self->selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
update (ApoActorRow *self)
{
  g_autofree char *caption = NULL;

  if (self->actor == NULL)
    return;

  caption = dup_caption (self);
  apo_actor_sign_set_actor (
    self->sign, self->actor,
    apo_dossier_get_actor_rank (self->dossier, apo_item_get_id (APO_ITEM (self->actor))));
  gtk_label_set_label (self->name, apo_actor_get_name (self->actor));
  gtk_label_set_label (self->caption, caption);
  if (apo_actor_get_kind (self->actor) == APO_ACTOR_PLACE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "apo-place");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "apo-place");

  update_tooltip (self);
  update_accessible (self);
  update_light (self);
}

static void
enter_cb (ApoActorRow *self)
{
  if (self->actor != NULL && self->focus != NULL)
    apo_focus_hover (self->focus, apo_item_get_id (APO_ITEM (self->actor)));
}

static void
leave_cb (ApoActorRow *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

static void
apo_actor_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_actor_row_parent_class)->root (widget);

  update_accessible (APO_ACTOR_ROW (widget));
}

static void
apo_actor_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ApoActorRow *self = APO_ACTOR_ROW (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_actor_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ApoActorRow *self = APO_ACTOR_ROW (object);

  switch (prop_id)
    {
    case PROP_ACTOR:
      if (g_set_object (&self->actor, g_value_get_object (value)))
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
apo_actor_row_dispose (GObject *object)
{
  ApoActorRow *self = APO_ACTOR_ROW (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->focus);
  g_clear_object (&self->tally);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_row_parent_class)->dispose (object);
}

static void
apo_actor_row_class_init (ApoActorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_actor_row_get_property;
  object_class->set_property = apo_actor_row_set_property;
  object_class->dispose = apo_actor_row_dispose;
  widget_class->root = apo_actor_row_root;

  props[PROP_ACTOR] =
    g_param_spec_object ("actor", NULL, NULL, APO_TYPE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] =
    g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_ACTOR_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorRow, sign);
  gtk_widget_class_bind_template_child (widget_class, ApoActorRow, name);
  gtk_widget_class_bind_template_child (widget_class, ApoActorRow, caption);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
apo_actor_row_init (ApoActorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_actor_row_new:
 * @tally: of the same dossier; the row follows its changes
 * @focus: (nullable): what is told of the pointer
 *
 * Returns: a row without an actor
 */
GtkWidget *
apo_actor_row_new (ApoDossier    *dossier,
                   ApoActorTally *tally,
                   ApoFocus      *focus)
{
  ApoActorRow *self = g_object_new (APO_TYPE_ACTOR_ROW, NULL);

  self->dossier = g_object_ref (dossier);
  self->tally = g_object_ref (tally);
  g_set_object (&self->focus, focus);
  g_signal_connect_object (tally, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (update_light), self,
                             G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
