/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-split.h"

#include <glib/gi18n.h>

#include "apo-actor-forms.h"
#include "apo-edit-actors.h"
#include "apo-pick-row.h"
#include "apo-wrap-layout.h"

struct _ApoActorSplit {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoActor *actor;
  GPtrArray *forms;             /* (nullable) ApoActorForm */
  GListStore *picks;            /* ApoPick: the numbers of the mentions */
  gboolean updating;

  GtkLabel *title;
  GtkWidget *chips;
  GtkListView *list;
  GtkLabel *hint;
  GtkEntry *name;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (ApoActorSplit, apo_actor_split, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  SIGNAL_SPLIT,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GArray *
list_chosen (ApoActorSplit *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->picks)); i++)
    {
      g_autoptr (ApoPick) pick = g_list_model_get_item (G_LIST_MODEL (self->picks), i);
      guint number = apo_pick_get_number (pick);

      if (apo_pick_is_chosen (pick))
        g_array_append_val (chosen, number);
    }

  return chosen;
}

static ApoSpan
get_span (ApoActorSplit *self,
          guint          mention)
{
  guint n;

  return apo_actor_get_mentions (self->actor, &n)[mention].span;
}

/* For each mention of the actor, whether its number is one of these. */
static gboolean *
dup_flags (ApoActorSplit *self,
           GArray        *numbers)
{
  guint n;
  gboolean *flags;

  apo_actor_get_mentions (self->actor, &n);
  flags = g_new0 (gboolean, n);
  for (guint i = 0; i < numbers->len; i++)
    flags[g_array_index (numbers, guint, i)] = TRUE;

  return flags;
}

/* A chip is down if all places of its name are ticked. */
static void
update_chips (ApoActorSplit *self,
              GArray        *chosen)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips);
  g_autofree gboolean *flags = dup_flags (self, chosen);

  for (guint i = 0; i < self->forms->len; i++)
    {
      ApoActorForm *form = self->forms->pdata[i];
      gboolean all = form->mentions->len > 0;

      if (form->mentions->len == 0)
        continue;
      for (guint j = 0; all && j < form->mentions->len; j++)
        all = flags[g_array_index (form->mentions, guint, j)];
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), all);
      chip = gtk_widget_get_next_sibling (chip);
    }
}

static char *
dup_hint (ApoActorSplit *self,
          guint          n_chosen,
          guint          n)
{
  if (n_chosen == 0)
    return g_strdup (_("No place is ticked yet."));
  if (n_chosen == n)
    /* Translators: %s is the name of an actor */
    return g_strdup_printf (_("At least one place must stay with %s."),
                            apo_actor_get_name (self->actor));

  /* Translators: how many of how many places */
  return g_strdup_printf (ngettext ("%u of %u places goes to the new actor.",
                                    "%u of %u places go to the new actor.", n_chosen),
                          n_chosen, n);
}

static void
update (ApoActorSplit *self)
{
  g_autoptr (GArray) chosen = list_chosen (self);
  guint n_mentions;
  g_autofree char *hint = NULL;
  g_autofree char *first = NULL;

  apo_actor_get_mentions (self->actor, &n_mentions);
  hint = dup_hint (self, chosen->len, n_mentions);
  if (chosen->len > 0)
    first = g_strdelimit (apo_text_dup_slice (
                            apo_article_get_text (apo_dossier_get_article (self->dossier)),
                            get_span (self, g_array_index (chosen, guint, 0))), "\n", ' ');
  gtk_label_set_label (self->hint, hint);
  gtk_entry_set_placeholder_text (self->name, first != NULL ? first : _("Name of the new actor"));
  gtk_widget_set_sensitive (self->accept, chosen->len > 0 && chosen->len < n_mentions);
  self->updating = TRUE;
  update_chips (self, chosen);
  self->updating = FALSE;
}

static void
chip_toggled_cb (ApoActorSplit   *self,
                 GtkToggleButton *chip)
{
  ApoActorForm *form = g_object_get_data (G_OBJECT (chip), "form");
  g_autofree gboolean *flags = NULL;

  if (self->updating)
    return;

  flags = dup_flags (self, form->mentions);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->picks)); i++)
    {
      g_autoptr (ApoPick) pick = g_list_model_get_item (G_LIST_MODEL (self->picks), i);

      if (flags[apo_pick_get_number (pick)])
        apo_pick_set_chosen (pick, gtk_toggle_button_get_active (chip));
    }
  update (self);
}

static void
fill_chips (ApoActorSplit *self)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      ApoActorForm *form = self->forms->pdata[i];
      /* Translators: a name of an actor, and in how many places of the text it stands */
      g_autofree char *label = g_strdup_printf (ngettext ("%s, %u place", "%s, %u places",
                                                          form->mentions->len),
                                                form->label, form->mentions->len);
      g_autofree char *shown = g_strdup_printf ("%s  %u", form->label, form->mentions->len);
      GtkWidget *chip;

      if (form->mentions->len == 0)
        continue;
      chip = gtk_toggle_button_new_with_label (shown);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip))),
                               PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (chip, "apo-chip");
      gtk_widget_set_tooltip_text (chip, _("Tick all its places, or none"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_object_set_data (G_OBJECT (chip), "form", form);
      g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
}

static void
activate_row_cb (ApoActorSplit *self,
                 guint          position)
{
  g_autoptr (ApoPick) pick = g_list_model_get_item (G_LIST_MODEL (self->picks), position);
  ApoSpan span;

  if (pick == NULL)
    return;

  apo_pick_set_chosen (pick, !apo_pick_is_chosen (pick));
  update (self);
  span = get_span (self, apo_pick_get_number (pick));
  g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, span.start, span.end);
}

static void
close_cb (ApoActorSplit *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
accept_cb (ApoActorSplit *self)
{
  g_autoptr (GArray) chosen = list_chosen (self);
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  ApoActor *part;

  if (!gtk_widget_get_sensitive (self->accept))
    return;

  part = apo_edit_split_actor (self->history, self->actor, (const guint *) chosen->data,
                               chosen->len, *name != '\0' ? name : NULL);
  if (part != NULL)
    g_signal_emit (self, signals[SIGNAL_SPLIT], 0, part);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = apo_pick_row_new (NULL);

  gtk_widget_add_css_class (row, "apo-row");
  gtk_widget_add_css_class (row, "apo-sentence");
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ApoActorSplit            *self)
{
  ApoPick *pick = gtk_list_item_get_item (list_item);
  ApoPickRow *row = APO_PICK_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *markup =
    apo_actor_forms_dup_markup (self->dossier, get_span (self, apo_pick_get_number (pick)));

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
apo_actor_split_dispose (GObject *object)
{
  ApoActorSplit *self = APO_ACTOR_SPLIT (object);

  g_clear_object (&self->picks);
  g_clear_object (&self->actor);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_split_parent_class)->dispose (object);
}

static void
apo_actor_split_finalize (GObject *object)
{
  g_clear_pointer (&APO_ACTOR_SPLIT (object)->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (apo_actor_split_parent_class)->finalize (object);
}

static void
apo_actor_split_class_init (ApoActorSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actor_split_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_actor_split_finalize;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_ACTOR_SPLIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_SPLIT] =
    g_signal_new ("split", APO_TYPE_ACTOR_SPLIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, APO_TYPE_ACTOR);
  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", APO_TYPE_ACTOR_SPLIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-split.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, title);
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, chips);
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, list);
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, hint);
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, name);
  gtk_widget_class_bind_template_child (widget_class, ApoActorSplit, accept);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
apo_actor_split_init (ApoActorSplit *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->picks = g_list_store_new (APO_TYPE_PICK);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * apo_actor_split_start:
 * @actor: one that is mentioned in the current text
 *
 * Lists where @actor is mentioned as of now, nothing ticked, and puts the keyboard there.
 */
void
apo_actor_split_start (ApoActorSplit *split,
                       ApoDossier    *dossier,
                       ApoHistory    *history,
                       ApoActor      *actor)
{
  g_autoptr (GArray) mentions = apo_actor_forms_list_mentions (dossier, actor);
  /* Translators: a title; %s is the name of an actor */
  g_autofree char *title = g_strdup_printf (_("Split %s"), apo_actor_get_name (actor));
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (APO_IS_ACTOR_SPLIT (split));

  apo_actor_split_stop (split);
  g_set_object (&split->dossier, dossier);
  g_set_object (&split->history, history);
  g_set_object (&split->actor, actor);
  split->forms = apo_actor_forms_collect (dossier, actor);
  for (guint i = 0; i < mentions->len; i++)
    g_ptr_array_add (picks, apo_pick_new (NULL, g_array_index (mentions, guint, i)));
  g_list_store_splice (split->picks, 0, 0, picks->pdata, picks->len);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (split->picks)));
  gtk_list_view_set_model (split->list, GTK_SELECTION_MODEL (selection));

  gtk_label_set_label (split->title, title);
  gtk_editable_set_text (GTK_EDITABLE (split->name), "");
  fill_chips (split);
  update (split);
  gtk_widget_child_focus (split->chips, GTK_DIR_TAB_FORWARD);
}

/**
 * apo_actor_split_stop:
 *
 * Forgets what was ticked.
 */
void
apo_actor_split_stop (ApoActorSplit *split)
{
  GtkWidget *chip;

  g_return_if_fail (APO_IS_ACTOR_SPLIT (split));

  while ((chip = gtk_widget_get_first_child (split->chips)) != NULL)
    gtk_box_remove (GTK_BOX (split->chips), chip);
  gtk_list_view_set_model (split->list, NULL);
  g_list_store_remove_all (split->picks);
  g_clear_pointer (&split->forms, g_ptr_array_unref);
}
