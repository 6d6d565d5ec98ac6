/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-actor-names.h"
#include "apo-actor-sign.h"
#include "apo-pick-row.h"

struct _ApoActorChooser {
  GtkPopover parent_instance;

  ApoDossier *dossier;
  char *name;                   /* of the actor to merge with */
  GListStore *picks;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *wanted;                 /* folded */

  GtkSearchEntry *search;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing;
  GtkLabel *names;
  GtkWidget *accept;
  GtkLabel *accept_label;
};

G_DEFINE_FINAL_TYPE (ApoActorChooser, apo_actor_chooser, GTK_TYPE_POPOVER)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoActorChooser *self = user_data;
  g_autofree char *names = NULL;

  if (*self->wanted == '\0')
    return TRUE;

  names = apo_actor_names_dup_folded (self->dossier, apo_pick_get_object (item));

  return strstr (names, self->wanted) != NULL;
}

static GListModel *
list_chosen (ApoActorChooser *self)
{
  GListStore *chosen = g_list_store_new (APO_TYPE_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->picks)); i++)
    {
      g_autoptr (ApoPick) pick = g_list_model_get_item (G_LIST_MODEL (self->picks), i);

      if (apo_pick_is_chosen (pick))
        g_list_store_append (chosen, apo_pick_get_object (pick));
    }

  return G_LIST_MODEL (chosen);
}

/* What is ticked stays said while the search hides it. */
static void
update (ApoActorChooser *self)
{
  g_autoptr (GListModel) chosen = list_chosen (self);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = g_list_model_get_n_items (chosen);
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  /* Translators: a button; %s is the name of the actor that others become part of */
  g_autofree char *label = g_strdup_printf (_("Merge into %s"), self->name);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (chosen, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", apo_actor_get_name (actor));
    }

  gtk_label_set_label (self->names, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self->names), n > 0);
  gtk_label_set_label (self->accept_label, label);
  gtk_widget_set_sensitive (self->accept, n > 0);
  gtk_widget_set_visible (self->scroller, some);
  gtk_widget_set_visible (self->nothing, !some);
}

static void
search_changed_cb (ApoActorChooser *self)
{
  g_free (self->wanted);
  self->wanted = apo_text_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_strstrip (self->wanted);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
  update (self);
}

static void
accept_cb (ApoActorChooser *self)
{
  g_autoptr (GListModel) chosen = list_chosen (self);

  if (g_list_model_get_n_items (chosen) == 0)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static void
toggle (ApoActorChooser *self,
        guint            position)
{
  g_autoptr (ApoPick) pick = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (pick != NULL)
    apo_pick_set_chosen (pick, !apo_pick_is_chosen (pick));
  update (self);
}

static void
activate_row_cb (ApoActorChooser *self,
                 guint            position)
{
  toggle (self, position);
}

/* What was found is ticked and the next name can be typed; with nothing typed it is done. */
static void
activate_entry_cb (ApoActorChooser *self)
{
  /* What was typed last may wait to be searched for still. */
  search_changed_cb (self);
  if (*self->wanted == '\0' && gtk_widget_get_sensitive (self->accept))
    {
      accept_cb (self);
      return;
    }

  toggle (self, gtk_single_selection_get_selected (self->selection));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              ApoActorChooser       *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (position == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_STOP;

  position = keyval == GDK_KEY_Down ? position + 1 : MAX (position, 1) - 1;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    {
      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
    }

  return GDK_EVENT_STOP;
}

static void
stop_search_cb (ApoActorChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *sign = apo_actor_sign_new ();

  g_object_set (sign, "pixel-size", 22, NULL);
  gtk_list_item_set_child (list_item, apo_pick_row_new (sign));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ApoActorChooser          *self)
{
  ApoPick *pick = gtk_list_item_get_item (list_item);
  ApoActor *actor = apo_pick_get_object (pick);
  ApoPickRow *row = APO_PICK_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *markup = g_markup_escape_text (apo_actor_get_name (actor), -1);

  apo_actor_sign_set_actor (
    APO_ACTOR_SIGN (apo_pick_row_get_sign (row)), actor,
    apo_dossier_get_actor_rank (self->dossier, apo_item_get_id (APO_ITEM (actor))));
  apo_pick_row_set_pick (row, pick);
  apo_pick_row_set_markup (row, markup);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  apo_pick_row_set_pick (APO_PICK_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
apo_actor_chooser_map (GtkWidget *widget)
{
  ApoActorChooser *self = APO_ACTOR_CHOOSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  GTK_WIDGET_CLASS (apo_actor_chooser_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
apo_actor_chooser_dispose (GObject *object)
{
  ApoActorChooser *self = APO_ACTOR_CHOOSER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->picks);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_chooser_parent_class)->dispose (object);
}

static void
apo_actor_chooser_finalize (GObject *object)
{
  g_free (APO_ACTOR_CHOOSER (object)->wanted);
  g_free (APO_ACTOR_CHOOSER (object)->name);

  G_OBJECT_CLASS (apo_actor_chooser_parent_class)->finalize (object);
}

static void
apo_actor_chooser_class_init (ApoActorChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actor_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_actor_chooser_finalize;
  widget_class->map = apo_actor_chooser_map;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", APO_TYPE_ACTOR_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, search);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, nothing);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, names);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, accept);
  gtk_widget_class_bind_template_child (widget_class, ApoActorChooser, accept_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
apo_actor_chooser_init (ApoActorChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = g_strdup ("");
  self->name = g_strdup ("");
  self->picks = g_list_store_new (APO_TYPE_PICK);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->picks)),
                                              GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
apo_actor_chooser_new (void)
{
  return g_object_new (APO_TYPE_ACTOR_CHOOSER, NULL);
}

/**
 * apo_actor_chooser_fill:
 * @actor: the one that the others are to become part of
 *
 * Fills the list with the other actors that were not dismissed, none of them ticked.
 */
void
apo_actor_chooser_fill (ApoActorChooser *chooser,
                        ApoDossier      *dossier,
                        ApoActor        *actor)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (APO_IS_ACTOR_CHOOSER (chooser));

  g_set_object (&chooser->dossier, dossier);
  g_free (chooser->name);
  chooser->name = g_strdup (apo_actor_get_name (actor));
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) other = g_list_model_get_item (actors, i);

      if (other != actor && !apo_actor_is_dismissed (other))
        g_ptr_array_add (picks, apo_pick_new (other, 0));
    }
  g_list_store_splice (chooser->picks, 0, g_list_model_get_n_items (G_LIST_MODEL (chooser->picks)),
                       picks->pdata, picks->len);
  update (chooser);
}
