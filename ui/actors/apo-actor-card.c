/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-card.h"

#include <glib/gi18n.h>

#include "apo-actor-chooser.h"
#include "apo-actor-facts.h"
#include "apo-actor-forms.h"
#include "apo-actor-mentions.h"
#include "apo-actor-sign.h"
#include "apo-actor-split.h"
#include "apo-edit-actors.h"
#include "apo-region-names.h"
#include "apo-wrap-layout.h"

struct _ApoActorCard {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoActorTally *tally;
  char *id;                     /* (nullable) of the actor shown */
  gboolean stale;               /* something has changed while it was out of sight */
  gboolean updating;

  GtkStack *pages;
  GtkWidget *back;
  GtkScrolledWindow *scroller;
  ApoActorSign *sign;
  GtkLabel *name;
  GtkWidget *rename_box;
  GtkEntry *rename_entry;
  GtkWidget *rename_accept;
  GtkLabel *rename_hint;
  GtkLabel *caption;
  GtkWidget *dismissed;
  GtkWidget *mentions_button;
  GtkWidget *made_button;
  GtkWidget *about_button;
  ApoActorMentions *mentions;
  GtkDropDown *kind;
  GtkDropDown *region;
  ApoActorFacts *facts;
  GtkMenuButton *merge;
  ApoActorChooser *chooser;
  ApoActorSplit *split;
};

G_DEFINE_FINAL_TYPE (ApoActorCard, apo_actor_card, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  SIGNAL_CLAIMS_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_origin_label (ApoActor *actor)
{
  switch (apo_actor_get_origin (actor))
    {
    case APO_ORIGIN_MANUAL:
      return _("added by you");
    case APO_ORIGIN_EDITED:
      return _("corrected by you");
    case APO_ORIGIN_AUTO:
    default:
      return _("found by the analysis");
    }
}

/* A figure over what it counts: a number alone means nothing to those who hear it. */
static void
show_figure (GtkWidget  *button,
             guint       n,
             const char *words)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *label = g_strdup_printf ("%u %s", n, words);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), number);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), words);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
create_figure (GtkWidget *button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_widget_add_css_class (number, "apo-tally-number");
  gtk_widget_add_css_class (words, "apo-caption");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
}

static void
show_figures (ApoActorCard *self,
              ApoActor     *actor)
{
  g_autoptr (GArray) mentions = apo_actor_forms_list_mentions (self->dossier, actor);
  guint n_made;
  guint n_about;

  apo_actor_tally_count (self->tally, actor, &n_made, &n_about);
  /* Translators: under a number */
  show_figure (self->mentions_button, mentions->len,
               ngettext ("mention here", "mentions here", mentions->len));
  show_figure (self->made_button, n_made, ngettext ("claim made", "claims made", n_made));
  /* Translators: under a number of claims: they are about an actor */
  show_figure (self->about_button, n_about, ngettext ("claim about", "claims about", n_about));
}

/* The place of a region in the list; one that has no name there is added at its end. */
static guint
find_region (ApoActorCard *self,
             const char   *code)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->region));
  const GArray *names = apo_region_names_get ();

  if (*code == '\0')
    return 0;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_array_index (names, ApoRegionName, i).code, code))
      return i + 1;

  for (guint i = names->len + 1; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), code))
      return i;

  gtk_string_list_append (list, code);

  return g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
}

static void
show_head (ApoActorCard *self,
           ApoActor     *actor)
{
  g_autofree char *caption =
    g_strjoin (" · ", apo_actor_kind_get_label (apo_actor_get_kind (actor)),
               get_origin_label (actor), NULL);

  apo_actor_sign_set_actor (self->sign, actor,
                            apo_dossier_get_actor_rank (self->dossier, self->id));
  gtk_label_set_label (self->name, apo_actor_get_name (actor));
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (self->dismissed, apo_actor_is_dismissed (actor));
  gtk_drop_down_set_selected (self->kind, apo_actor_get_kind (actor));
  gtk_drop_down_set_selected (self->region, find_region (self, apo_actor_get_region (actor)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), self->history != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->region), self->history != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  apo_actor_get_name (actor), -1);
}

static gboolean
is_splitting (ApoActorCard *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "split") == 0;
}

static void
stop_splitting (ApoActorCard *self)
{
  gtk_stack_set_visible_child_name (self->pages, "card");
  apo_actor_split_stop (self->split);
}

static void
update (ApoActorCard *self)
{
  ApoActor *actor = apo_actor_card_get_actor (self);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  self->updating = TRUE;
  if (actor != NULL)
    {
      show_head (self, actor);
      show_figures (self, actor);
    }
  apo_actor_mentions_show (self->mentions, self->dossier, self->history, actor);
  apo_actor_facts_show (self->facts, self->dossier, self->focus, actor);
  self->updating = FALSE;
}

static void
apo_actor_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_actor_card_parent_class)->map (widget);

  if (APO_ACTOR_CARD (widget)->stale)
    update (APO_ACTOR_CARD (widget));
}

static void
span_activated_cb (ApoActorCard *self,
                   guint         start,
                   guint         end)
{
  g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, start, end);
}

static void
mentions_clicked_cb (ApoActorCard *self)
{
  apo_actor_mentions_step_all (self->mentions);
}

static void
made_clicked_cb (ApoActorCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLAIMS_WANTED], 0, FALSE);
}

static void
about_clicked_cb (ApoActorCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CLAIMS_WANTED], 0, TRUE);
}

static void
kind_selected_cb (ApoActorCard *self)
{
  ApoActor *actor = apo_actor_card_get_actor (self);
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (!self->updating && actor != NULL && self->history != NULL
      && kind != GTK_INVALID_LIST_POSITION)
    apo_edit_set_actor_kind (self->history, actor, kind);
}

static void
region_selected_cb (ApoActorCard *self)
{
  const GArray *names = apo_region_names_get ();
  ApoActor *actor = apo_actor_card_get_actor (self);
  guint place = gtk_drop_down_get_selected (self->region);

  if (self->updating || actor == NULL || self->history == NULL || place > names->len)
    return;

  apo_edit_set_actor_region (self->history, actor,
                             place > 0 ? g_array_index (names, ApoRegionName, place - 1).code
                                       : NULL);
}

/* The mentions that were listed may be other ones now. */
static void
tally_changed_cb (ApoActorCard *self)
{
  if (is_splitting (self))
    {
      stop_splitting (self);
      apo_actor_card_take_focus (self);
    }
  update (self);
}

static void
split_cb (ApoActorCard *self,
          ApoActor     *part)
{
  apo_focus_select (self->focus, apo_item_get_id (APO_ITEM (part)));
}

static void
split_closed_cb (ApoActorCard *self)
{
  stop_splitting (self);
  apo_actor_card_take_focus (self);
}

static void
fill_chooser_cb (ApoActorCard *self)
{
  ApoActor *actor = apo_actor_card_get_actor (self);

  if (actor != NULL)
    apo_actor_chooser_fill (self->chooser, self->dossier, actor);
}

static void
chosen_cb (ApoActorCard *self,
           GListModel   *others)
{
  ApoActor *actor = apo_actor_card_get_actor (self);

  if (actor != NULL && self->history != NULL)
    apo_edit_merge_actors (self->history, others, actor);
}

static void
show_renaming (ApoActorCard *self,
               gboolean      renaming)
{
  gtk_widget_set_visible (GTK_WIDGET (self->name), !renaming);
  gtk_widget_set_visible (self->rename_box, renaming);
  gtk_widget_set_visible (GTK_WIDGET (self->rename_hint), FALSE);
}

/* Another actor that goes by that name. */
static ApoActor *
find_namesake (ApoActorCard *self,
               const char   *name)
{
  GListModel *actors = apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (!apo_actor_is_dismissed (actor) && apo_actor_has_name (actor, name)
          && g_strcmp0 (apo_item_get_id (APO_ITEM (actor)), self->id) != 0)
        return actor;
    }

  return NULL;
}

static void
show_hint (ApoActorCard *self,
           const char   *hint)
{
  gtk_label_set_label (self->rename_hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->rename_hint), TRUE);
}

static void
name_changed_cb (ApoActorCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rename_hint), FALSE);
}

static void
accept_name_cb (ApoActorCard *self)
{
  ApoActor *actor = apo_actor_card_get_actor (self);
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rename_entry))));
  ApoActor *namesake;
  g_autofree char *hint = NULL;

  if (*name == '\0')
    {
      show_hint (self, _("An actor needs a name; Escape leaves it as it was."));
      return;
    }

  show_renaming (self, FALSE);
  gtk_widget_grab_focus (self->back);
  if (actor == NULL || self->history == NULL)
    return;

  apo_edit_rename_actor (self->history, actor, name);
  namesake = find_namesake (self, name);
  if (namesake == NULL)
    return;

  /* Translators: both %s are names of actors, often the same */
  hint = g_strdup_printf (_("“%s” is also a name of %s; merge the two if they are the same."), name,
                          apo_actor_get_name (namesake));
  show_hint (self, hint);
}

static void
focus_changed_cb (ApoActorCard *self)
{
  update (self);
}

static void
forget_context (ApoActorCard *self)
{
  if (self->tally != NULL)
    g_signal_handlers_disconnect_by_data (self->tally, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->tally);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->id, g_free);
}

static void
apo_actor_card_dispose (GObject *object)
{
  forget_context (APO_ACTOR_CARD (object));

  G_OBJECT_CLASS (apo_actor_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, pages);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, back);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, sign);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, name);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, rename_box);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, rename_entry);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, rename_accept);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, rename_hint);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, caption);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, dismissed);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, mentions_button);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, made_button);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, about_button);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, mentions);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, region);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, facts);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, merge);
  gtk_widget_class_bind_template_child (widget_class, ApoActorCard, split);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, span_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mentions_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, made_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, region_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
apo_actor_card_class_init (ApoActorCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actor_card_dispose;
  widget_class->map = apo_actor_card_map;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_ACTOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CLAIMS_WANTED] =
    g_signal_new ("claims-wanted", APO_TYPE_ACTOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (APO_TYPE_ACTOR_FACTS);
  g_type_ensure (APO_TYPE_ACTOR_MENTIONS);
  g_type_ensure (APO_TYPE_ACTOR_SIGN);
  g_type_ensure (APO_TYPE_ACTOR_SPLIT);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  GtkStringObject *string = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (string));
}

/* A long choice must not make the column wider. */
static void
fill_choice (GtkDropDown   *choice,
             GtkStringList *strings)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) plain = gtk_drop_down_get_factory (choice) != NULL
                                           ? g_object_ref (gtk_drop_down_get_factory (choice))
                                           : NULL;
  g_autoptr (GtkExpression) expression =
    gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_expression (choice, expression);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (strings));
  gtk_drop_down_set_list_factory (choice, plain);
  gtk_drop_down_set_factory (choice, factory);
}

static void
fill_choices (ApoActorCard *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) regions = gtk_string_list_new (NULL);
  const GArray *names = apo_region_names_get ();

  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    gtk_string_list_append (kinds, apo_actor_kind_get_label (i));
  gtk_string_list_append (regions, _("No country"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (regions, g_array_index (names, ApoRegionName, i).name);

  self->updating = TRUE;
  fill_choice (self->kind, kinds);
  fill_choice (self->region, regions);
  self->updating = FALSE;
}

static void
apo_actor_card_init (ApoActorCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  create_figure (self->mentions_button);
  create_figure (self->made_button);
  create_figure (self->about_button);
  fill_choices (self);
  self->chooser = APO_ACTOR_CHOOSER (apo_actor_chooser_new ());
  g_signal_connect_swapped (self->chooser, "show", G_CALLBACK (fill_chooser_cb), self);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_menu_button_set_popover (self->merge, GTK_WIDGET (self->chooser));
}

/**
 * apo_actor_card_set_context:
 * @dossier: (nullable): whose actors to show, %NULL for none
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is selected; given with @dossier
 * @tally: (nullable): of @dossier
 */
void
apo_actor_card_set_context (ApoActorCard  *card,
                            ApoDossier    *dossier,
                            ApoHistory    *history,
                            ApoFocus      *focus,
                            ApoActorTally *tally)
{
  g_return_if_fail (APO_IS_ACTOR_CARD (card));

  forget_context (card);
  g_set_object (&card->dossier, dossier);
  g_set_object (&card->history, history);
  g_set_object (&card->focus, focus);
  g_set_object (&card->tally, tally);
  if (tally != NULL)
    g_signal_connect_swapped (tally, "changed", G_CALLBACK (tally_changed_cb), card);
  if (focus != NULL)
    {
      g_signal_connect_swapped (focus, "selected", G_CALLBACK (focus_changed_cb), card);
      g_signal_connect_swapped (focus, "basis-changed", G_CALLBACK (focus_changed_cb), card);
    }
  update (card);
}

/**
 * apo_actor_card_show:
 * @actor: (nullable): the actor to show
 */
void
apo_actor_card_show (ApoActorCard *card,
                     ApoActor     *actor)
{
  const char *id = actor != NULL ? apo_item_get_id (APO_ITEM (actor)) : NULL;

  g_return_if_fail (APO_IS_ACTOR_CARD (card));

  if (g_strcmp0 (id, card->id) != 0)
    {
      g_free (card->id);
      card->id = g_strdup (id);
      show_renaming (card, FALSE);
      stop_splitting (card);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (card->scroller), 0);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (card->merge), card->history != NULL);
  update (card);
}

/**
 * apo_actor_card_get_actor:
 *
 * Returns: (transfer none) (nullable): the actor that is shown; %NULL also if it is gone
 */
ApoActor *
apo_actor_card_get_actor (ApoActorCard *card)
{
  ApoItem *item = card->dossier != NULL ? apo_dossier_lookup (card->dossier, card->id) : NULL;

  return APO_IS_ACTOR (item) ? APO_ACTOR (item) : NULL;
}

/**
 * apo_actor_card_take_focus:
 *
 * Puts the keyboard to the beginning of the card.
 */
void
apo_actor_card_take_focus (ApoActorCard *card)
{
  gtk_widget_grab_focus (card->back);
}

/**
 * apo_actor_card_rename:
 *
 * Lets the reader type another name.
 */
void
apo_actor_card_rename (ApoActorCard *card)
{
  ApoActor *actor = apo_actor_card_get_actor (card);

  if (actor == NULL || card->history == NULL)
    return;

  stop_splitting (card);
  gtk_editable_set_text (GTK_EDITABLE (card->rename_entry), apo_actor_get_name (actor));
  show_renaming (card, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (card->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (card->rename_entry));
}

/**
 * apo_actor_card_step:
 * @step: 1 for the next mention, -1 for the one before
 */
void
apo_actor_card_step (ApoActorCard *card,
                     int           step)
{
  apo_actor_mentions_step (card->mentions, step);
}

/**
 * apo_actor_card_merge:
 *
 * Asks which other actors are the same.
 */
void
apo_actor_card_merge (ApoActorCard *card)
{
  if (card->history != NULL)
    gtk_menu_button_popup (card->merge);
}

/**
 * apo_actor_card_split:
 *
 * Asks which of the places mean somebody else.
 */
void
apo_actor_card_split (ApoActorCard *card)
{
  ApoActor *actor = apo_actor_card_get_actor (card);

  if (actor == NULL || card->history == NULL)
    return;

  gtk_stack_set_visible_child_name (card->pages, "split");
  apo_actor_split_start (card->split, card->dossier, card->history, actor);
}

/**
 * apo_actor_card_leave:
 *
 * Gives up what is being typed or ticked.
 *
 * Returns: whether something was
 */
gboolean
apo_actor_card_leave (ApoActorCard *card)
{
  if (is_splitting (card))
    {
      split_closed_cb (card);
      return TRUE;
    }
  if (!gtk_widget_get_visible (card->rename_box))
    return FALSE;

  show_renaming (card, FALSE);
  gtk_widget_grab_focus (card->back);

  return TRUE;
}
