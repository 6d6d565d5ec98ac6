/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-choice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-actor-names.h"

typedef enum {
  SORT_MENTIONS,
  SORT_NAME,
  SORT_CLAIMS,
} Sort;

static const char *const sort_names[] = { "mentions", "name", "claims" };

struct _ApoActorChoice {
  GObject parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoActorTally *tally;
  char *text;                   /* searched for, folded */
  guint kinds;                  /* a bit for each, 0 for all */
  gboolean not_actors;
  Sort sort;
  GHashTable *keys;             /* char* → char*: names to be compared */

  GtkFilter *filter;
  GtkSorter *sorter;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ApoActorChoice, apo_actor_choice, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoActorChoice *self = user_data;
  g_autofree char *names = NULL;

  if (!apo_actor_is_dismissed (item) != !self->not_actors)
    return FALSE;
  if (self->kinds != 0 && (self->kinds & (1u << apo_actor_get_kind (item))) == 0)
    return FALSE;
  /* Those that are none belong to no basis. */
  if (!self->not_actors && self->focus != NULL && !apo_focus_has_item (self->focus, item))
    return FALSE;
  if (*self->text == '\0' || self->dossier == NULL)
    return TRUE;

  names = apo_actor_names_dup_folded (self->dossier, item);

  return strstr (names, self->text) != NULL;
}

static guint
count_claims (ApoActorChoice *self,
              ApoActor       *actor)
{
  guint n_made;
  guint n_about;

  apo_actor_tally_count (self->tally, actor, &n_made, &n_about);

  return n_made + n_about;
}

/* Comparing names by the rules of a language is slow, comparing keys is not. */
static const char *
get_key (ApoActorChoice *self,
         ApoActor       *actor)
{
  const char *name = apo_actor_get_name (actor);
  char *key = g_hash_table_lookup (self->keys, name);

  if (key == NULL)
    {
      key = g_utf8_collate_key (name, -1);
      g_hash_table_insert (self->keys, g_strdup (name), key);
    }

  return key;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  ApoActorChoice *self = user_data;
  ApoActor *one = (ApoActor *) a;
  ApoActor *other = (ApoActor *) b;
  gboolean one_place = apo_actor_get_kind (one) == APO_ACTOR_PLACE;
  gboolean other_place = apo_actor_get_kind (other) == APO_ACTOR_PLACE;
  int order = 0;

  if (self->sort == SORT_NAME)
    order = strcmp (get_key (self, one), get_key (self, other));
  else if (one_place != other_place)
    return one_place ? 1 : -1;
  if (self->dossier == NULL)
    return order;

  if (self->sort == SORT_CLAIMS && self->tally != NULL)
    order = (int) count_claims (self, other) - (int) count_claims (self, one);
  if (order != 0)
    return order;

  return apo_dossier_get_actor_rank (self->dossier, apo_item_get_id (APO_ITEM (one)))
         - apo_dossier_get_actor_rank (self->dossier, apo_item_get_id (APO_ITEM (other)));
}

static void
set_state (ApoActorChoice *self,
           const char     *name,
           GVariant       *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static char *
dup_kind_name (guint kind)
{
  return g_strconcat ("kind-", apo_enum_to_nick (APO_TYPE_ACTOR_KIND, kind), NULL);
}

static void
changed (ApoActorChoice *self)
{
  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      g_autofree char *name = dup_kind_name (i);

      set_state (self, name, g_variant_new_boolean ((self->kinds & (1u << i)) != 0));
    }
  set_state (self, "not-actors", g_variant_new_boolean (self->not_actors));
  set_state (self, "sort", g_variant_new_string (sort_names[self->sort]));
  apo_actor_choice_update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kind_cb (ApoActorChoice *self,
         GVariant       *parameter,
         GSimpleAction  *action)
{
  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      g_autofree char *name = dup_kind_name (i);

      if (g_str_equal (g_action_get_name (G_ACTION (action)), name))
        self->kinds ^= 1u << i;
    }
  changed (self);
}

static void
not_actors_cb (ApoActorChoice *self)
{
  self->not_actors = !self->not_actors;
  changed (self);
}

static void
sort_cb (ApoActorChoice *self,
         GVariant       *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), sort_names[i]))
      self->sort = i;
  changed (self);
}

static void
reset_cb (ApoActorChoice *self)
{
  self->kinds = 0;
  self->not_actors = FALSE;
  changed (self);
}

static void
add_action (ApoActorChoice *self,
            const char     *name,
            GVariant       *state,
            gboolean        is_choice,
            GCallback       callback)
{
  g_autoptr (GSimpleAction) action =
    state == NULL ? g_simple_action_new (name, NULL)
                  : g_simple_action_new_stateful (name, is_choice ? G_VARIANT_TYPE_STRING : NULL,
                                                  state);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_actions (ApoActorChoice *self)
{
  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      g_autofree char *name = dup_kind_name (i);

      add_action (self, name, g_variant_new_boolean (FALSE), FALSE, G_CALLBACK (kind_cb));
    }
  add_action (self, "not-actors", g_variant_new_boolean (FALSE), FALSE,
              G_CALLBACK (not_actors_cb));
  add_action (self, "sort", g_variant_new_string (sort_names[SORT_MENTIONS]), TRUE,
              G_CALLBACK (sort_cb));
  add_action (self, "reset", NULL, FALSE, G_CALLBACK (reset_cb));
}

static void
apo_actor_choice_dispose (GObject *object)
{
  ApoActorChoice *self = APO_ACTOR_CHOICE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->sorter != NULL)
    gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorter), NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->actions);
  g_clear_object (&self->tally);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_choice_parent_class)->dispose (object);
}

static void
apo_actor_choice_finalize (GObject *object)
{
  g_free (APO_ACTOR_CHOICE (object)->text);
  g_hash_table_unref (APO_ACTOR_CHOICE (object)->keys);

  G_OBJECT_CLASS (apo_actor_choice_parent_class)->finalize (object);
}

static void
apo_actor_choice_class_init (ApoActorChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_actor_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_actor_choice_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_ACTOR_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
apo_actor_choice_init (ApoActorChoice *self)
{
  self->text = g_strdup ("");
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare, self, NULL));
  self->actions = g_simple_action_group_new ();
  add_actions (self);
}

ApoActorChoice *
apo_actor_choice_new (void)
{
  return g_object_new (APO_TYPE_ACTOR_CHOICE, NULL);
}

/**
 * apo_actor_choice_set_context:
 * @dossier: (nullable): whose actors are listed
 * @focus: (nullable): what knows the basis
 * @tally: (nullable): of @dossier
 *
 * The caller fills the list anew.
 */
void
apo_actor_choice_set_context (ApoActorChoice *choice,
                              ApoDossier     *dossier,
                              ApoFocus       *focus,
                              ApoActorTally  *tally)
{
  g_return_if_fail (APO_IS_ACTOR_CHOICE (choice));

  g_hash_table_remove_all (choice->keys);
  g_set_object (&choice->dossier, dossier);
  g_set_object (&choice->focus, focus);
  g_set_object (&choice->tally, tally);
}

/**
 * apo_actor_choice_set_search:
 * @search: as typed; case, kinds of quotes and of white space do not matter
 */
void
apo_actor_choice_set_search (ApoActorChoice *choice,
                             const char     *search)
{
  g_return_if_fail (APO_IS_ACTOR_CHOICE (choice));

  g_free (choice->text);
  choice->text = g_strstrip (apo_text_dup_folded (search));
  gtk_filter_changed (choice->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_signal_emit (choice, signals[SIGNAL_CHANGED], 0);
}

/**
 * apo_actor_choice_update:
 *
 * Looks at all actors again: names, kinds, figures or the basis may be others now.
 */
void
apo_actor_choice_update (ApoActorChoice *choice)
{
  gtk_filter_changed (choice->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (choice->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * apo_actor_choice_get_filter:
 *
 * Returns: (transfer none): lets through what is to be listed
 */
GtkFilter *
apo_actor_choice_get_filter (ApoActorChoice *choice)
{
  return choice->filter;
}

/**
 * apo_actor_choice_get_sorter:
 *
 * Returns: (transfer none): says in what order
 */
GtkSorter *
apo_actor_choice_get_sorter (ApoActorChoice *choice)
{
  return choice->sorter;
}

/**
 * apo_actor_choice_get_actions:
 *
 * Returns: (transfer none): to be inserted with the prefix `actors`
 */
GActionGroup *
apo_actor_choice_get_actions (ApoActorChoice *choice)
{
  return G_ACTION_GROUP (choice->actions);
}

static void
append_sort (GMenu      *menu,
             const char *label,
             Sort        sort)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "actors.sort", "s", sort_names[sort]);
  g_menu_append_item (menu, item);
}

/**
 * apo_actor_choice_create_menu:
 *
 * Returns: (transfer full): a menu of what can be chosen
 */
GMenuModel *
apo_actor_choice_create_menu (ApoActorChoice *choice)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  append_sort (sort, _("Most Mentioned First"), SORT_MENTIONS);
  append_sort (sort, _("By Name"), SORT_NAME);
  append_sort (sort, _("Most Claims First"), SORT_CLAIMS);
  g_menu_append_section (menu, _("Order"), G_MENU_MODEL (sort));

  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      g_autofree char *name = dup_kind_name (i);
      g_autofree char *action = g_strconcat ("actors.", name, NULL);

      g_menu_append (kinds, apo_actor_kind_get_label (i), action);
    }
  g_menu_append_section (menu, _("Only"), G_MENU_MODEL (kinds));

  g_menu_append (others, _("What Is Not an Actor"), "actors.not-actors");
  g_menu_append (others, _("All Actors"), "actors.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (menu);
}

/**
 * apo_actor_choice_is_narrow:
 *
 * Returns: whether something was chosen or searched for; the basis does not count
 */
gboolean
apo_actor_choice_is_narrow (ApoActorChoice *choice)
{
  return choice->kinds != 0 || choice->not_actors || *choice->text != '\0';
}

/**
 * apo_actor_choice_is_not_actors:
 *
 * Returns: whether those are listed that the reader said are none
 */
gboolean
apo_actor_choice_is_not_actors (ApoActorChoice *choice)
{
  return choice->not_actors;
}
