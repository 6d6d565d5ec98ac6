/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-bulk.h"

#include <glib/gi18n.h>

#include "apo-edit-actors.h"
#include "apo-wrap-layout.h"

/* The names of more actors than these are not offered: the first of them can stay. */
#define MAX_NAMES 100

struct _ApoActorBulk {
  GtkWidget parent_instance;

  ApoHistory *history;
  GtkSelectionModel *selection;
  ApoActor *into;               /* (nullable) whose name is to stay */
  gboolean open;                /* also with less than two */

  GtkWidget *bar;
  GtkLabel *count;
  GtkMenuButton *merge;
  GtkWidget *names;
  GtkWidget *accept;
  GtkMenuButton *kind;
  GtkWidget *dismiss;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (ApoActorBulk, apo_actor_bulk, GTK_TYPE_WIDGET)

enum {
  SIGNAL_MERGED,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The selected actors as of now: what is done to them may take them out of the list. */
static GListModel *
list_selected (ApoActorBulk *self)
{
  GListStore *actors = g_list_store_new (APO_TYPE_ACTOR);
  g_autoptr (GtkBitset) selected = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return G_LIST_MODEL (actors);

  selected = gtk_selection_model_get_selection (self->selection);
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selected, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (actor != NULL)
        g_list_store_append (actors, actor);
    }

  return G_LIST_MODEL (actors);
}

static guint
count_selected (ApoActorBulk *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->selection == NULL)
    return 0;

  selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected);
}

/* Those that are none are restored before anything else can be done to them. */
static gboolean
has_dismissed (GListModel *actors)
{
  g_autoptr (ApoActor) first = g_list_model_get_item (actors, 0);

  return first != NULL && apo_actor_is_dismissed (first);
}

static void
update (ApoActorBulk *self)
{
  guint n = count_selected (self);
  gboolean shown = self->history != NULL && (n > 1 || self->open);
  g_autofree char *count = g_strdup_printf (ngettext ("%u actor selected", "%u actors selected", n),
                                            n);
  g_autoptr (GListModel) actors = NULL;
  gboolean dismissed;

  gtk_widget_set_visible (self->bar, shown);
  if (!shown)
    return;

  actors = list_selected (self);
  dismissed = has_dismissed (actors);
  gtk_label_set_label (self->count, n > 0 ? count : _("Click what to select"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), n > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->merge), !dismissed);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), !dismissed);
  gtk_widget_set_visible (self->dismiss, !dismissed);
  gtk_widget_set_visible (self->restore, dismissed);
}

static void
name_toggled_cb (ApoActorBulk   *self,
                 GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    g_set_object (&self->into, g_object_get_data (G_OBJECT (button), "actor"));
}

static GtkWidget *
append_name (ApoActorBulk *self,
             ApoActor     *actor,
             GtkWidget    *group)
{
  guint n;
  g_autofree char *mentions = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  apo_actor_get_mentions (actor, &n);
  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
  label = g_strdup_printf ("%s · %s", apo_actor_get_name (actor), mentions);
  button = gtk_check_button_new_with_label (label);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  g_object_set_data_full (G_OBJECT (button), "actor", g_object_ref (actor), g_object_unref);
  g_signal_connect_object (button, "toggled", G_CALLBACK (name_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->names), button);

  return button;
}

static GtkWidget *
fill_names (ApoActorBulk *self,
            GListModel   *actors)
{
  GtkWidget *most = NULL;
  GtkWidget *group = NULL;
  GtkWidget *child;
  guint n_most = 0;

  while ((child = gtk_widget_get_first_child (self->names)) != NULL)
    gtk_box_remove (GTK_BOX (self->names), child);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (actors), MAX_NAMES); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      GtkWidget *button = append_name (self, actor, group);
      guint n;

      apo_actor_get_mentions (actor, &n);
      if (most == NULL || n > n_most)
        {
          most = button;
          n_most = n;
        }
      group = button;
    }

  return most;
}

static void
show_names_cb (ApoActorBulk *self)
{
  g_autoptr (GListModel) actors = list_selected (self);
  guint n = g_list_model_get_n_items (actors);
  g_autofree char *label = g_strdup_printf (ngettext ("Merge %u Actor", "Merge %u Actors", n), n);
  GtkWidget *most = fill_names (self, actors);

  gtk_button_set_label (GTK_BUTTON (self->accept), label);
  if (most != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (most), TRUE);
  gtk_widget_grab_focus (self->accept);
}

static void
merge_cb (ApoActorBulk *self)
{
  g_autoptr (GListModel) actors = list_selected (self);
  g_autoptr (ApoActor) into = g_steal_pointer (&self->into);
  ApoActor *merged;

  gtk_menu_button_popdown (self->merge);
  merged = apo_edit_merge_actors (self->history, actors, into);
  if (merged != NULL)
    g_signal_emit (self, signals[SIGNAL_MERGED], 0, merged);
}

static void
clear_cb (ApoActorBulk *self)
{
  gtk_selection_model_unselect_all (self->selection);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/**
 * apo_actor_bulk_create_kinds:
 *
 * Returns: (transfer full): a menu of all kinds, each of which is the action `actor.kind`
 */
GMenuModel *
apo_actor_bulk_create_kinds (void)
{
  GMenu *kinds = g_menu_new ();

  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (apo_actor_kind_get_label (i), NULL);

      g_menu_item_set_action_and_target (item, "actor.kind", "s",
                                         apo_enum_to_nick (APO_TYPE_ACTOR_KIND, i));
      g_menu_append_item (kinds, item);
    }

  return G_MENU_MODEL (kinds);
}

static void
forget_context (ApoActorBulk *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->history);
  g_clear_object (&self->into);
}

static void
apo_actor_bulk_dispose (GObject *object)
{
  forget_context (APO_ACTOR_BULK (object));
  g_clear_pointer (&APO_ACTOR_BULK (object)->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_actor_bulk_parent_class)->dispose (object);
}

static void
apo_actor_bulk_class_init (ApoActorBulkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actor_bulk_dispose;

  signals[SIGNAL_MERGED] =
    g_signal_new ("merged", APO_TYPE_ACTOR_BULK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, APO_TYPE_ACTOR);
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", APO_TYPE_ACTOR_BULK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, bar);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, count);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, merge);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, names);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, accept);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, dismiss);
  gtk_widget_class_bind_template_child (widget_class, ApoActorBulk, restore);
  gtk_widget_class_bind_template_callback (widget_class, show_names_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_actor_bulk_init (ApoActorBulk *self)
{
  g_autoptr (GMenuModel) kinds = apo_actor_bulk_create_kinds ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->kind, kinds);
}

/**
 * apo_actor_bulk_set_context:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @selection: (nullable): of #ApoActor
 */
void
apo_actor_bulk_set_context (ApoActorBulk      *bulk,
                            ApoHistory        *history,
                            GtkSelectionModel *selection)
{
  g_return_if_fail (APO_IS_ACTOR_BULK (bulk));

  forget_context (bulk);
  g_set_object (&bulk->history, history);
  g_set_object (&bulk->selection, selection);
  if (selection != NULL)
    {
      g_signal_connect_swapped (selection, "selection-changed", G_CALLBACK (update), bulk);
      g_signal_connect_swapped (selection, "items-changed", G_CALLBACK (update), bulk);
    }
  update (bulk);
}

/**
 * apo_actor_bulk_set_open:
 * @open: whether to show the bar also while less than two are selected
 */
void
apo_actor_bulk_set_open (ApoActorBulk *bulk,
                         gboolean      open)
{
  g_return_if_fail (APO_IS_ACTOR_BULK (bulk));

  bulk->open = open;
  update (bulk);
}

/**
 * apo_actor_bulk_ask_merge:
 *
 * Asks which name is to stay, if several actors are selected.
 */
void
apo_actor_bulk_ask_merge (ApoActorBulk *bulk)
{
  if (bulk->history != NULL && count_selected (bulk) > 1
      && gtk_widget_get_visible (GTK_WIDGET (bulk->merge)))
    gtk_menu_button_popup (bulk->merge);
}
