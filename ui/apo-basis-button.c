/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-basis-button.h"

#include <glib/gi18n.h>

#include "apo-tooltip.h"

/* More speakers than this make no menu; whoever says little is found in the list of actors. */
#define MAX_SPEAKERS 12

/* Under which the dossier keeps it. */
#define VIEW_KEY "basis"

struct _ApoBasisButton {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;

  ApoDossier *dossier;          /* (nullable) */
  ApoFocus *focus;              /* (nullable) */
  GSimpleAction *action;        /* basis.set */
};

G_DEFINE_FINAL_TYPE (ApoBasisButton, apo_basis_button, GTK_TYPE_WIDGET)

static char *
dup_label (ApoBasisButton *self,
           const ApoBasis *basis)
{
  ApoItem *actor;

  switch (apo_basis_get_kind (basis))
    {
    case APO_BASIS_STATED:
      return g_strdup (_("Stated by the article"));

    case APO_BASIS_VERIFIED:
      return g_strdup (_("Verified only"));

    case APO_BASIS_ACCORDING:
      actor = apo_dossier_lookup (self->dossier, apo_basis_get_actor (basis));
      if (actor == NULL || !APO_IS_ACTOR (actor))
        return g_strdup (_("Nobody"));
      /* Translators: %s is the name of an actor */
      return g_strdup_printf (_("According to %s"), apo_actor_get_name (APO_ACTOR (actor)));

    case APO_BASIS_EVERYTHING:
    default:
      return g_strdup (_("Everything"));
    }
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "basis.set", "s", name);
  g_menu_append_item (menu, item);
}

static GMenu *
make_speakers (ApoBasisButton *self)
{
  g_autoptr (GArray) voices = apo_dossier_collect_voices (self->dossier);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < MIN (voices->len, MAX_SPEAKERS); i++)
    {
      const ApoVoice *voice = &g_array_index (voices, ApoVoice, i);
      g_autoptr (ApoBasis) basis =
        apo_basis_new (APO_BASIS_ACCORDING, apo_item_get_id (APO_ITEM (voice->actor)));
      g_autofree char *name = apo_basis_to_string (basis);
      /* Translators: the name of an actor and the number of claims it makes */
      g_autofree char *label = g_strdup_printf (_("%s (%u)"), apo_actor_get_name (voice->actor),
                                                voice->n_claims);

      append_choice (menu, label, name);
    }

  return menu;
}

/* Before it opens: the speakers are those of now. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  ApoBasisButton *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) speakers = NULL;

  append_choice (kinds, _("_Everything"), "everything");
  append_choice (kinds, _("_Stated by the Article"), "stated");
  append_choice (kinds, _("_Verified Only"), "verified");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));

  if (self->dossier != NULL)
    {
      speakers = make_speakers (self);
      if (g_menu_model_get_n_items (G_MENU_MODEL (speakers)) > 0)
        g_menu_append_section (menu, _("According to"), G_MENU_MODEL (speakers));
    }

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_basis (ApoBasisButton *self)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  gboolean narrowed;

  if (self->focus == NULL)
    return;

  label = dup_label (self, apo_focus_get_basis (self->focus));
  name = apo_basis_to_string (apo_focus_get_basis (self->focus));
  narrowed = apo_basis_get_kind (apo_focus_get_basis (self->focus)) != APO_BASIS_EVERYTHING;
  gtk_label_set_label (self->label, label);
  apo_tooltip_set (GTK_WIDGET (self->button), label);
  if (narrowed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrowed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrowed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Basis of what is shown"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
  g_simple_action_set_state (self->action, g_variant_new_string (name));
}

static void
basis_changed_cb (ApoBasisButton *self)
{
  g_autofree char *name = apo_basis_to_string (apo_focus_get_basis (self->focus));

  apo_dossier_set_view_state (self->dossier, VIEW_KEY, g_variant_new_string (name));
  show_basis (self);
}

/* As the dossier was looked at last. */
static void
restore_basis (ApoBasisButton *self)
{
  g_autoptr (GVariant) state = apo_dossier_get_view_state (self->dossier, VIEW_KEY);
  g_autoptr (ApoBasis) basis = NULL;

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    return;

  basis = apo_basis_new_from_string (g_variant_get_string (state, NULL));
  apo_focus_set_basis (self->focus, basis);
}

static void
set_basis_cb (GSimpleAction *action,
              GVariant      *target,
              gpointer       user_data)
{
  ApoBasisButton *self = user_data;
  g_autoptr (ApoBasis) basis = apo_basis_new_from_string (g_variant_get_string (target, NULL));

  if (self->focus != NULL)
    apo_focus_set_basis (self->focus, basis);
}

static void
forget_context (ApoBasisButton *self)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
}

static void
apo_basis_button_dispose (GObject *object)
{
  ApoBasisButton *self = APO_BASIS_BUTTON (object);

  forget_context (self);
  g_clear_object (&self->action);
  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->button)));

  G_OBJECT_CLASS (apo_basis_button_parent_class)->dispose (object);
}

static void
apo_basis_button_class_init (ApoBasisButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_basis_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "basis");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-basis-button.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoBasisButton, button);
  gtk_widget_class_bind_template_child (widget_class, ApoBasisButton, label);
}

static void
apo_basis_button_init (ApoBasisButton *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->action = g_simple_action_new_stateful ("set", G_VARIANT_TYPE_STRING,
                                               g_variant_new_string ("everything"));
  g_signal_connect (self->action, "activate", G_CALLBACK (set_basis_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "basis", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (self->button, make_menu_cb, self, NULL);
}

/**
 * apo_basis_button_set_context:
 * @dossier: (nullable): whose actors there are to choose from
 * @focus: (nullable): given with @dossier
 */
void
apo_basis_button_set_context (ApoBasisButton *button,
                              ApoDossier     *dossier,
                              ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_BASIS_BUTTON (button));

  forget_context (button);
  g_set_object (&button->dossier, dossier);
  g_set_object (&button->focus, focus);
  gtk_widget_set_visible (GTK_WIDGET (button), focus != NULL);
  if (focus == NULL)
    return;

  g_signal_connect_swapped (dossier, "changed", G_CALLBACK (show_basis), button);
  g_signal_connect_swapped (focus, "basis-changed", G_CALLBACK (basis_changed_cb), button);
  restore_basis (button);
  show_basis (button);
}

/**
 * apo_basis_button_set_compact:
 * @compact: whether there is room for no more than the sign
 */
void
apo_basis_button_set_compact (ApoBasisButton *button,
                              gboolean        compact)
{
  g_return_if_fail (APO_IS_BASIS_BUTTON (button));

  gtk_widget_set_visible (GTK_WIDGET (button->label), !compact);
}

void
apo_basis_button_open (ApoBasisButton *button)
{
  g_return_if_fail (APO_IS_BASIS_BUTTON (button));

  gtk_menu_button_popup (button->button);
}
