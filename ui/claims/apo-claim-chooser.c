/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-claim-passage.h"
#include "apo-tooltip.h"

struct _ApoClaimChooser {
  GtkPopover parent_instance;

  ApoDossier *dossier;
  GListStore *items;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *wanted;                 /* folded */
  gboolean allow_new;

  GtkSearchEntry *search;
  GtkWidget *nobody;
  GtkLabel *nobody_label;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *create;
  GtkLabel *create_label;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (ApoClaimChooser, apo_claim_chooser, GTK_TYPE_POPOVER)

enum {
  SIGNAL_CHOSEN,
  SIGNAL_NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What stands in the list: a name, or the number, speaker and words of a claim. */
static char *
dup_label (ApoClaimChooser *self,
           ApoItem         *item)
{
  g_autofree char *passage = NULL;
  guint n_claims;

  if (APO_IS_ACTOR (item))
    return g_strdup (apo_actor_get_name (APO_ACTOR (item)));

  passage = apo_claim_passage_dup (self->dossier, item);

  /* Translators: in a list of claims: its number, who says it, its words */
  return g_strdup_printf (_("%u · %s: %s"),
                          apo_claim_passage_get_number (self->dossier, APO_CLAIM (item), &n_claims),
                          apo_claim_passage_get_speaker (self->dossier, APO_CLAIM (item)), passage);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoClaimChooser *self = user_data;
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (*self->wanted == '\0')
    return TRUE;

  label = dup_label (self, item);
  folded = apo_text_dup_folded (label);

  return strstr (folded, self->wanted) != NULL;
}

static char *
dup_typed (ApoClaimChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static gboolean
is_known_name (ApoClaimChooser *self,
               const char      *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (APO_IS_ACTOR (item) && g_str_equal (apo_actor_get_name (APO_ACTOR (item)), name))
        return TRUE;
    }

  return FALSE;
}

static void
update (ApoClaimChooser *self)
{
  g_autofree char *typed = dup_typed (self);
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  gboolean creates = self->allow_new && *typed != '\0' && !is_known_name (self, typed);
  /* Translators: a button; %s is the name of an actor that is not in the list yet */
  g_autofree char *label = g_strdup_printf (_("New actor: %s"), typed);

  gtk_widget_set_visible (self->scroller, some);
  gtk_widget_set_visible (self->create, creates);
  gtk_label_set_label (self->create_label, label);
  gtk_widget_set_visible (self->nothing, !some && !creates);
}

static void
search_changed_cb (ApoClaimChooser *self)
{
  g_free (self->wanted);
  self->wanted = apo_text_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_strstrip (self->wanted);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  update (self);
}

static void
choose (ApoClaimChooser *self,
        ApoItem         *item)
{
  g_autoptr (ApoItem) owned = item != NULL ? g_object_ref (item) : NULL;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, owned);
}

static void
create_cb (ApoClaimChooser *self)
{
  g_autofree char *typed = dup_typed (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_NAMED], 0, typed);
}

static void
nobody_cb (ApoClaimChooser *self)
{
  choose (self, NULL);
}

static void
activate_row_cb (ApoClaimChooser *self,
                 guint            position)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    choose (self, item);
}

static void
activate_entry_cb (ApoClaimChooser *self)
{
  ApoItem *item;

  /* What was typed last may wait to be searched for still. */
  search_changed_cb (self);
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item != NULL)
    choose (self, item);
  else if (gtk_widget_get_visible (self->create))
    create_cb (self);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              ApoClaimChooser       *self)
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
stop_search_cb (ApoClaimChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  apo_tooltip_set_label (label, GTK_LABEL (label));
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ApoClaimChooser          *self)
{
  g_autofree char *label = dup_label (self, gtk_list_item_get_item (list_item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), label);
}

static void
apo_claim_chooser_map (GtkWidget *widget)
{
  ApoClaimChooser *self = APO_CLAIM_CHOOSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  GTK_WIDGET_CLASS (apo_claim_chooser_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
apo_claim_chooser_dispose (GObject *object)
{
  ApoClaimChooser *self = APO_CLAIM_CHOOSER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->items);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_chooser_parent_class)->dispose (object);
}

static void
apo_claim_chooser_finalize (GObject *object)
{
  g_free (APO_CLAIM_CHOOSER (object)->wanted);

  G_OBJECT_CLASS (apo_claim_chooser_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, search);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, nobody);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, nobody_label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, list);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, create);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, create_label);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChooser, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_entry_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, nobody_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
apo_claim_chooser_class_init (ApoClaimChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_claim_chooser_dispose;
  object_class->finalize = apo_claim_chooser_finalize;
  widget_class->map = apo_claim_chooser_map;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", APO_TYPE_CLAIM_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, APO_TYPE_ITEM);
  signals[SIGNAL_NAMED] =
    g_signal_new ("named", APO_TYPE_CLAIM_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
apo_claim_chooser_init (ApoClaimChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = g_strdup ("");
  self->items = g_list_store_new (APO_TYPE_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                              GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

/**
 * apo_claim_chooser_new:
 * @title: what is chosen, as the name of the search entry
 * @nobody: (nullable): the words of a button that chooses nobody
 * @allow_new: whether the reader may type the name of a new actor
 */
GtkWidget *
apo_claim_chooser_new (const char *title,
                       const char *nobody,
                       gboolean    allow_new)
{
  ApoClaimChooser *self = g_object_new (APO_TYPE_CLAIM_CHOOSER, NULL);

  self->allow_new = allow_new;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_object_set (self->search, "placeholder-text", title, NULL);
  gtk_widget_set_visible (self->nobody, nobody != NULL);
  gtk_label_set_label (self->nobody_label, nobody != NULL ? nobody : "");

  return GTK_WIDGET (self);
}

/**
 * apo_claim_chooser_set_items:
 * @type: actors or claims
 * @test: (nullable) (scope call): what leaves some of them out
 *
 * Fills the list with the items that were not dismissed, in the order of the text.
 */
void
apo_claim_chooser_set_items (ApoClaimChooser    *chooser,
                             ApoDossier         *dossier,
                             ApoItemType         type,
                             ApoClaimChooserTest test,
                             gpointer            user_data)
{
  GListModel *items = apo_dossier_get_items (dossier, type);

  g_set_object (&chooser->dossier, dossier);
  g_list_store_remove_all (chooser->items);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      gboolean dismissed = APO_IS_ACTOR (item) ? apo_actor_is_dismissed (APO_ACTOR (item))
                                               : apo_claim_is_dismissed (APO_CLAIM (item));

      if (!dismissed && (test == NULL || test (item, user_data)))
        g_list_store_append (chooser->items, item);
    }
  update (chooser);
}
