/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adoption.h"

#include <glib/gi18n-lib.h>

#include "apo-command-private.h"
#include "apo-dossier-private.h"
#include "apo-match.h"

struct _ApoAdoption {
  ApoDossier *dossier;
  ApoArticle *article;
  ApoFindings *findings;
  ApoAdoptPurpose purpose;
  ApoMatcher *matcher;                  /* (nullable): only while it is needed */
  gint64 counter;                       /* of the dossier, once it has what is minted here */

  gboolean named;                       /* all that was found has an id */
  guint type;                           /* what is named or made next, */
  guint index;                          /* of that type */
  GPtrArray *ids[APO_N_ITEM_TYPES];     /* char*, by index */
  GPtrArray *is_new[APO_N_ITEM_TYPES];  /* gboolean, by index: whether an item is made */
  GHashTable *used;                     /* char*, ids given so far */
  GPtrArray *items;                     /* (nullable): made, in the order in which references may be
                                         * followed */
  GPtrArray *there;                     /* (nullable) ApoItem: by place in the items, the one of the
                                         * dossier that it stands for, for APO_ADOPT_OPENING */
  ApoCommand *command;                  /* (nullable): that adds them, for APO_ADOPT_COMMAND */
  guint n_written;                      /* of the items, into the command */
};

/**
 * apo_adoption_new:
 * @article: of @dossier, the one that was analysed
 *
 * Returns: (transfer full): nothing prepared yet
 */
ApoAdoption *
apo_adoption_new (ApoDossier     *dossier,
                  ApoArticle     *article,
                  ApoFindings    *findings,
                  ApoAdoptPurpose purpose)
{
  ApoAdoption *self = g_new0 (ApoAdoption, 1);

  self->dossier = g_object_ref (dossier);
  self->article = g_object_ref (article);
  self->findings = g_object_ref (findings);
  self->purpose = purpose;
  self->counter = apo_dossier_get_counter (dossier);
  self->type = APO_ITEM_ACTOR;
  self->used = g_hash_table_new (g_str_hash, g_str_equal);
  if (purpose == APO_ADOPT_COMMAND)
    self->command = apo_command_new (_("New findings"));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->there = g_ptr_array_new ();
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      self->ids[type] = g_ptr_array_new_with_free_func (g_free);
      self->is_new[type] = g_ptr_array_new ();
    }

  return self;
}

void
apo_adoption_free (ApoAdoption *self)
{
  g_clear_pointer (&self->matcher, apo_matcher_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_unref (self->there);
  g_clear_pointer (&self->command, apo_command_free);
  g_hash_table_unref (self->used);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      g_ptr_array_unref (self->ids[type]);
      g_ptr_array_unref (self->is_new[type]);
    }
  g_object_unref (self->findings);
  g_object_unref (self->article);
  g_object_unref (self->dossier);
  g_free (self);
}

ApoDossier *
apo_adoption_get_dossier (ApoAdoption *self)
{
  return self->dossier;
}

ApoArticle *
apo_adoption_get_article (ApoAdoption *self)
{
  return self->article;
}

ApoFindings *
apo_adoption_get_findings (ApoAdoption *self)
{
  return self->findings;
}

/**
 * apo_adoption_get_id:
 * @index: of what was found, or %APO_FOUND_NONE
 *
 * Returns: (transfer none): its id, empty where there is none
 */
const char *
apo_adoption_get_id (ApoAdoption *self,
                     ApoItemType  type,
                     int          index)
{
  return index == APO_FOUND_NONE ? "" : self->ids[type]->pdata[index];
}

/**
 * apo_adoption_get_live_id:
 * @actor: of an actor that was found, or %APO_FOUND_NONE
 *
 * Returns: (transfer none): its id, but not of what the reader dismissed: new items do not refer to
 *   that
 */
const char *
apo_adoption_get_live_id (ApoAdoption *self,
                          int          actor)
{
  const char *id = apo_adoption_get_id (self, APO_ITEM_ACTOR, actor);
  ApoItem *item = apo_dossier_lookup (self->dossier, id);

  return item != NULL && apo_actor_is_dismissed (APO_ACTOR (item)) ? "" : id;
}

/* A new id; that it is given is not known to the dossier before all is prepared. */
static char *
mint_id (ApoAdoption *self,
         ApoItemType  type)
{
  gint64 counter = apo_dossier_get_counter (self->dossier);
  char *id;

  apo_dossier_set_counter (self->dossier, self->counter);
  id = apo_dossier_mint_id (self->dossier, type);
  self->counter = apo_dossier_get_counter (self->dossier);
  apo_dossier_set_counter (self->dossier, counter);

  return id;
}

/* Names the next thing that was found: after the item it matches, or anew.  In the opening state the
 * items are made anew either way, but what can keep its id keeps it. */
static void
add_id (ApoAdoption *self,
        ApoItemType  type,
        ApoItem     *match)
{
  char *id = match != NULL ? g_strdup (apo_item_get_id (match)) : NULL;

  if (self->purpose == APO_ADOPT_OPENING && id != NULL && g_hash_table_contains (self->used, id))
    g_clear_pointer (&id, g_free);

  g_ptr_array_add (self->is_new[type],
                   GINT_TO_POINTER (self->purpose != APO_ADOPT_COMMAND || id == NULL));
  if (id == NULL)
    id = mint_id (self, type);
  g_hash_table_add (self->used, id);
  g_ptr_array_add (self->ids[type], id);
}

/* The item of the dossier that stands for what was found. */
static ApoItem *
find_match (ApoAdoption *self,
            ApoItemType  type,
            guint        index)
{
  const ApoFindings *findings = self->findings;
  const ApoFoundClaim *claim;
  const ApoFoundRelation *relation;

  switch (type)
    {
    case APO_ITEM_ACTOR:
      return apo_matcher_find_actor (self->matcher, findings->actors->pdata[index]);
    case APO_ITEM_CLAIM:
      claim = findings->claims->pdata[index];
      return apo_matcher_find_claim (self->matcher, claim,
                                     apo_adoption_get_id (self, APO_ITEM_ACTOR, claim->speaker));
    case APO_ITEM_TIME:
      return apo_matcher_find_span (self->matcher, type,
                                    ((ApoFoundTime *) findings->times->pdata[index])->span);
    case APO_ITEM_EVENT:
      return apo_matcher_find_span (self->matcher, type,
                                    ((ApoFoundEvent *) findings->events->pdata[index])->span);
    case APO_ITEM_RELATION:
      relation = findings->relations->pdata[index];
      return apo_matcher_find_relation (self->matcher, relation,
                                        apo_adoption_get_id (self, APO_ITEM_ACTOR, relation->from),
                                        apo_adoption_get_id (self, APO_ITEM_ACTOR, relation->to));
    case APO_ITEM_ARTICLE: case APO_ITEM_SOURCE: case APO_ITEM_LINK: case APO_ITEM_NOTE:
    case APO_ITEM_VIEW:
    default:
      return NULL;
    }
}

static guint
count_found (ApoAdoption *self,
             ApoItemType  type)
{
  switch (type)
    {
    case APO_ITEM_ACTOR:
      return self->findings->actors->len;
    case APO_ITEM_CLAIM:
      return self->findings->claims->len;
    case APO_ITEM_TIME:
      return self->findings->times->len;
    case APO_ITEM_EVENT:
      return self->findings->events->len;
    case APO_ITEM_RELATION:
      return self->findings->relations->len;
    case APO_ITEM_ARTICLE: case APO_ITEM_SOURCE: case APO_ITEM_LINK: case APO_ITEM_NOTE:
    case APO_ITEM_VIEW:
    default:
      return 0;
    }
}

static gboolean
say_the_same (ApoItem *one,
              ApoItem *other)
{
  guint n_fields;

  apo_item_get_fields (one, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!apo_item_has_value (one, i, apo_item_get_value (other, i)))
      return FALSE;

  return TRUE;
}

static void
build_item (ApoAdoption *self,
            ApoItemType  type,
            guint        index)
{
  g_autoptr (ApoItem) item = NULL;
  ApoItem *there = NULL;

  if (GPOINTER_TO_INT (self->is_new[type]->pdata[index]))
    item = apo_adoption_build_item (self, type, index);
  if (item == NULL)
    return;

  if (self->purpose == APO_ADOPT_OPENING)
    there = apo_dossier_lookup (self->dossier, apo_item_get_id (item));
  if (there != NULL && say_the_same (there, item))
    g_set_object (&item, there);
  g_ptr_array_add (self->items, g_steal_pointer (&item));
  g_ptr_array_add (self->there, there);
}

static int
compare_places (gconstpointer one,
                gconstpointer other,
                gpointer      user_data)
{
  ApoItem *a = *(ApoItem *const *) one;
  ApoItem *b = *(ApoItem *const *) other;
  ApoSpan a_span = APO_SPAN (G_MAXUINT, G_MAXUINT);
  ApoSpan b_span = APO_SPAN (G_MAXUINT, G_MAXUINT);

  if (apo_item_get_item_type (a) != apo_item_get_item_type (b))
    return apo_item_get_item_type (a) < apo_item_get_item_type (b) ? -1 : 1;

  apo_dossier_get_item_span (user_data, a, &a_span);
  apo_dossier_get_item_span (user_data, b, &b_span);

  return a_span.start < b_span.start ? -1 : a_span.start > b_span.start;
}

/* Writes the next item into the command.  In the order of the text they are added in long stretches.
 * Returns whether there was one. */
static gboolean
write_item (ApoAdoption *self)
{
  if (self->command == NULL || self->n_written == self->items->len)
    return FALSE;

  if (self->n_written == 0)
    g_ptr_array_sort_with_data (self->items, compare_places, self->dossier);
  apo_command_add_whole_item (self->command, self->items->pdata[self->n_written++]);

  return TRUE;
}

/* Goes to what comes next.  Returns whether there is something. */
static gboolean
advance (ApoAdoption *self)
{
  while (self->type < APO_N_ITEM_TYPES && self->index >= count_found (self, self->type))
    {
      self->type++;
      self->index = 0;
    }
  if (self->type < APO_N_ITEM_TYPES)
    return TRUE;
  if (self->named)
    return FALSE;

  g_clear_pointer (&self->matcher, apo_matcher_free);
  self->named = TRUE;
  self->type = APO_ITEM_ACTOR;

  return advance (self);
}

/**
 * apo_adoption_prepare:
 * @n_steps: how much to do; each thing that was found takes two steps or three
 *
 * Returns: whether all is prepared
 */
gboolean
apo_adoption_prepare (ApoAdoption *self,
                      guint        n_steps)
{
  if (self->matcher == NULL && !self->named)
    self->matcher = apo_matcher_new (self->dossier, apo_article_get_number (self->article));

  for (; n_steps > 0 && advance (self); n_steps--)
    {
      if (self->named)
        build_item (self, self->type, self->index);
      else
        add_id (self, self->type, find_match (self, self->type, self->index));
      self->index++;
    }
  for (; n_steps > 0 && write_item (self); n_steps--)
    ;

  return n_steps > 0;
}

/**
 * apo_adoption_take_items:
 *
 * Once all is prepared, for other purposes than a command; lets the dossier know of the new ids.
 *
 * Returns: (transfer full) (element-type ApoItem): the items that were made, in the order in which
 *   references may be followed
 */
GPtrArray *
apo_adoption_take_items (ApoAdoption *self)
{
  apo_dossier_set_counter (self->dossier, self->counter);

  return g_steal_pointer (&self->items);
}

/**
 * apo_adoption_get_there:
 *
 * Returns: (transfer none) (element-type ApoItem): for %APO_ADOPT_OPENING and each of the items in
 *   turn, the item of the dossier that it stands for: itself where nothing is new about it, %NULL
 *   where there is none
 */
GPtrArray *
apo_adoption_get_there (ApoAdoption *self)
{
  return self->there;
}

static void
set_article_field (ApoArticle *article,
                   ApoCommand *command,
                   guint       field,
                   GVariant   *value)
{
  if (command != NULL)
    apo_command_set_field (command, APO_ITEM (article), field, value);
  else
    apo_item_set_value (APO_ITEM (article), field, value);
}

static void
fill_article_string (ApoArticle *article,
                     ApoCommand *command,
                     guint       field,
                     const char *guess)
{
  if (guess != NULL && apo_item_is_default (APO_ITEM (article), field))
    set_article_field (article, command, field, g_variant_new_string (guess));
}

/**
 * apo_adoption_fill_article:
 * @command: (nullable): what is to do it, %NULL to do it at once
 *
 * Fills what is not known of the article, and says which engine went over it to the end.
 */
void
apo_adoption_fill_article (ApoArticle  *article,
                           ApoFindings *findings,
                           ApoCommand  *command)
{
  g_autofree char *analyser = NULL;

  fill_article_string (article, command, APO_ARTICLE_FIELD_TITLE, findings->title);
  fill_article_string (article, command, APO_ARTICLE_FIELD_BYLINE, findings->byline);
  fill_article_string (article, command, APO_ARTICLE_FIELD_OUTLET, findings->outlet);
  fill_article_string (article, command, APO_ARTICLE_FIELD_LANGUAGE, findings->language);
  if (findings->date != APO_DAY_NONE
      && apo_item_is_default (APO_ITEM (article), APO_ARTICLE_FIELD_DATE))
    set_article_field (article, command, APO_ARTICLE_FIELD_DATE,
                       g_variant_new_int32 (findings->date));

  if (findings->fingerprint == NULL)
    return;
  analyser = g_strjoin (" ", APO_VERSION, findings->fingerprint, NULL);
  set_article_field (article, command, APO_ARTICLE_FIELD_ANALYSER,
                     g_variant_new_string (analyser));
}

/**
 * apo_adoption_take_command:
 *
 * Once all is prepared, for %APO_ADOPT_COMMAND; lets the dossier know of the new ids.
 *
 * Returns: (transfer full): a command that adds the items that were made
 */
ApoCommand *
apo_adoption_take_command (ApoAdoption *self)
{
  apo_dossier_set_counter (self->dossier, self->counter);
  apo_adoption_fill_article (self->article, self->findings, self->command);

  return g_steal_pointer (&self->command);
}
