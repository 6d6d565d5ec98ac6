/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-maker.h"

#include <glib/gi18n.h>

#include "apo-edit-relations.h"
#include "apo-item-words.h"
#include "apo-popover-height.h"

#define NAME_CHARS 26
#define PASSAGE_CHARS 160

struct _ApoRelationMaker {
  GtkPopover parent_instance;

  GtkDropDown *from;
  GtkDropDown *kind;
  GtkDropDown *to;
  GtkLabel *passage;
  GtkWidget *add;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GPtrArray *actors;            /* ApoActor, as both lists have them */
};

G_DEFINE_FINAL_TYPE (ApoRelationMaker, apo_relation_maker, GTK_TYPE_POPOVER)

static ApoActor *
get_actor (ApoRelationMaker *self,
           GtkDropDown      *list)
{
  guint position = gtk_drop_down_get_selected (list);

  return position < self->actors->len ? self->actors->pdata[position] : NULL;
}

static void
update (ApoRelationMaker *self)
{
  ApoActor *from = get_actor (self, self->from);
  ApoActor *to = get_actor (self, self->to);
  gboolean possible = from != NULL && to != NULL && from != to;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "maker.add", possible);
  gtk_widget_set_tooltip_text (self->add, possible ? NULL : _("Choose two different actors"));
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  ApoActor *const *a = one;
  ApoActor *const *b = other;

  return g_utf8_collate (apo_actor_get_name (*a), apo_actor_get_name (*b));
}

static void
list_actors (ApoRelationMaker *self)
{
  GListModel *actors = apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->actors, 0);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (!apo_actor_is_dismissed (actor))
        g_ptr_array_add (self->actors, g_steal_pointer (&actor));
    }
  g_ptr_array_sort (self->actors, compare_names);
  for (guint i = 0; i < self->actors->len; i++)
    gtk_string_list_append (names, apo_actor_get_name (self->actors->pdata[i]));

  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
}

static guint
find_actor (ApoRelationMaker *self,
            const char       *id)
{
  for (guint i = 0; i < self->actors->len; i++)
    if (g_strcmp0 (apo_item_get_id (self->actors->pdata[i]), id) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Whoever is named stands there, else somebody who is not named on the other side. */
static void
choose_actors (ApoRelationMaker *self,
               const char       *from,
               const char       *to)
{
  guint first = find_actor (self, from);
  guint second = find_actor (self, to);

  if (first == GTK_INVALID_LIST_POSITION)
    first = second == 0 ? 1 : 0;
  if (second == GTK_INVALID_LIST_POSITION)
    second = first == 0 ? 1 : 0;
  gtk_drop_down_set_selected (self->from, first);
  gtk_drop_down_set_selected (self->to, second);
}

static void
show_passage (ApoRelationMaker *self)
{
  ApoText *text = apo_article_get_text (apo_dossier_get_article (self->dossier));
  g_autofree char *slice = NULL;
  g_autofree char *line = NULL;
  g_autofree char *quoted = NULL;
  ApoSpan words;

  if (!apo_focus_get_words (self->focus, &words))
    {
      gtk_label_set_text (self->passage,
                          _("Without a passage. Select the words that say so in the text first to "
                            "keep them with it."));
      return;
    }

  slice = apo_text_dup_slice (text, words);
  line = apo_item_words_dup_line (slice);
  if (g_utf8_strlen (line, -1) > PASSAGE_CHARS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, PASSAGE_CHARS);

      g_free (line);
      line = g_strconcat (start, "…", NULL);
    }
  quoted = g_strdup_printf (_("“%s”"), line);
  gtk_label_set_text (self->passage, quoted);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  ApoRelationMaker *self = APO_RELATION_MAKER (widget);
  ApoRelation *relation;
  ApoSpan words;

  apo_focus_get_words (self->focus, &words);
  gtk_popover_popdown (GTK_POPOVER (self));
  relation = apo_edit_add_relation (self->history, get_actor (self, self->from),
                                    get_actor (self, self->to),
                                    gtk_drop_down_get_selected (self->kind), words);
  if (relation != NULL)
    apo_focus_select (self->focus, apo_item_get_id (APO_ITEM (relation)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkStringObject *name = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (name));
  gtk_widget_set_tooltip_text (label, gtk_string_object_get_string (name));
}

static void
apo_relation_maker_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (apo_relation_maker_parent_class);

  for_size = apo_popover_height_get_width (widget, orientation, for_size);
  parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                         natural_baseline);
}

static void
apo_relation_maker_dispose (GObject *object)
{
  ApoRelationMaker *self = APO_RELATION_MAKER (object);

  g_clear_pointer (&self->actors, g_ptr_array_unref);
  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_relation_maker_parent_class)->dispose (object);
}

static void
apo_relation_maker_class_init (ApoRelationMakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_relation_maker_dispose;
  widget_class->measure = apo_relation_maker_measure;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-relation-maker.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoRelationMaker, from);
  gtk_widget_class_bind_template_child (widget_class, ApoRelationMaker, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoRelationMaker, to);
  gtk_widget_class_bind_template_child (widget_class, ApoRelationMaker, passage);
  gtk_widget_class_bind_template_child (widget_class, ApoRelationMaker, add);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "maker.add", NULL, add_action);
}

static void
apo_relation_maker_init (ApoRelationMaker *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->actors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = APO_RELATION_MEETING; kind < APO_RELATION_MENTION; kind++)
    gtk_string_list_append (kinds, apo_relation_kind_get_label (kind));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_popover_set_default_widget (GTK_POPOVER (self), self->add);
}

GtkWidget *
apo_relation_maker_new (void)
{
  return g_object_new (APO_TYPE_RELATION_MAKER, NULL);
}

/**
 * apo_relation_maker_set_context:
 * @dossier: (nullable): whose actors can be chosen
 * @history: (nullable): what adds the relation, with @dossier
 * @focus: (nullable): knows the words that are selected, with @dossier
 */
void
apo_relation_maker_set_context (ApoRelationMaker *maker,
                                ApoDossier       *dossier,
                                ApoHistory       *history,
                                ApoFocus         *focus)
{
  gtk_popover_popdown (GTK_POPOVER (maker));
  g_ptr_array_set_size (maker->actors, 0);
  g_set_object (&maker->dossier, dossier);
  g_set_object (&maker->history, history);
  g_set_object (&maker->focus, focus);
}

/**
 * apo_relation_maker_open:
 * @from: (nullable): the id of an actor
 * @to: (nullable): the same
 *
 * Asks for a relation, of these two as far as they are known.
 */
void
apo_relation_maker_open (ApoRelationMaker *maker,
                         const char       *from,
                         const char       *to)
{
  g_return_if_fail (maker->dossier != NULL && maker->history != NULL && maker->focus != NULL);

  list_actors (maker);
  choose_actors (maker, from, to);
  show_passage (maker);
  update (maker);
  gtk_popover_popup (GTK_POPOVER (maker));
  gtk_widget_grab_focus (GTK_WIDGET (from == NULL ? maker->from
                                     : to == NULL ? maker->to : maker->kind));
}
