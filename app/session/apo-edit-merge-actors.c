/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-actors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-edit-private.h"

/* Several actors made one, and one made two: what names them follows. */

/* The actors, borrowed, each once, @into first; NULL if there is nothing to merge. */
static GPtrArray *
collect_actors (GListModel *actors,
                ApoActor   *into)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint most = 0;

  if (into != NULL)
    g_ptr_array_add (all, into);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (actors, i);
      guint n;

      if (!APO_IS_ACTOR (item) || g_ptr_array_find (all, item, NULL))
        continue;
      apo_actor_get_mentions (APO_ACTOR (item), &n);
      if (into == NULL && (all->len == 0 || n > most))
        {
          g_ptr_array_insert (all, 0, item);
          most = n;
        }
      else
        g_ptr_array_add (all, item);
    }

  return all->len > 1 ? g_steal_pointer (&all) : NULL;
}

static void
put_united (ApoCommand *command,
            GPtrArray  *actors)
{
  ApoActor *into = actors->pdata[0];
  g_autoptr (GArray) mentions = apo_edit_dup_mentions (into);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *region = apo_actor_get_region (into);

  g_hash_table_add (known, apo_text_dup_folded (apo_actor_get_name (into)));
  for (guint i = 0; i < actors->len; i++)
    {
      ApoActor *actor = actors->pdata[i];
      g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);
      guint n;
      const ApoActorMention *own = apo_actor_get_mentions (actor, &n);

      if (i > 0)
        g_array_append_vals (mentions, own, n);
      if (*region == '\0' && apo_actor_get_kind (actor) == apo_actor_get_kind (into))
        region = apo_actor_get_region (actor);
      if (g_hash_table_add (known, apo_text_dup_folded (apo_actor_get_name (actor))))
        g_ptr_array_add (names, g_strdup (apo_actor_get_name (actor)));
      for (guint j = 0; aliases[j] != NULL; j++)
        if (g_hash_table_add (known, apo_text_dup_folded (aliases[j])))
          g_ptr_array_add (names, g_strdup (aliases[j]));
    }

  apo_edit_put_mentions (command, into, mentions);
  apo_edit_put_string (command, into, APO_ACTOR_FIELD_REGION, region);
  apo_command_set_field (command, APO_ITEM (into), APO_ACTOR_FIELD_ALIASES,
                         g_variant_new_strv ((const char *const *) names->pdata, names->len));
  apo_command_set_field (command, APO_ITEM (into), APO_ACTOR_FIELD_DISMISSED,
                         g_variant_new_boolean (FALSE));
  apo_edit_touch (command, into);
}

static const char *
map (GHashTable *replaced,
     const char *id)
{
  const char *other = g_hash_table_lookup (replaced, id);

  return other != NULL ? other : id;
}

/* What two relations have in common that are one once actors have been replaced. */
static char *
make_key (ApoRelation *relation,
          GHashTable  *replaced)
{
  const char *from = map (replaced, apo_relation_get_from (relation));
  const char *to = map (replaced, apo_relation_get_to (relation));
  gboolean turned = !apo_relation_is_directed (relation) && strcmp (from, to) > 0;

  return g_strdup_printf ("%s %s %s %d %d", apo_relation_get_article (relation),
                          turned ? to : from, turned ? from : to, apo_relation_get_kind (relation),
                          apo_relation_is_directed (relation));
}

/* Makes the first of several relations all of them. */
static void
unite_relations (ApoCommand *command,
                 GPtrArray  *relations,
                 GHashTable *replaced)
{
  ApoRelation *first = relations->pdata[0];
  g_autoptr (GArray) evidence = apo_spans_new ();
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  gboolean dismissed = TRUE;

  for (guint i = 0; i < relations->len; i++)
    {
      g_auto (GStrv) refs = apo_item_dup_refs (relations->pdata[i], APO_RELATION_FIELD_CLAIMS);
      guint n;
      const ApoSpan *spans = apo_relation_get_evidence (relations->pdata[i], &n);

      g_array_append_vals (evidence, spans, n);
      for (guint j = 0; refs[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (claims, refs[j], g_str_equal, NULL))
          g_ptr_array_add (claims, g_strdup (refs[j]));
      dismissed = dismissed && apo_relation_is_dismissed (relations->pdata[i]);
    }
  g_array_sort (evidence, apo_span_compare);
  for (guint i = evidence->len; i > 1; i--)
    if (apo_span_equal (g_array_index (evidence, ApoSpan, i - 1),
                        g_array_index (evidence, ApoSpan, i - 2)))
      g_array_remove_index (evidence, i - 1);

  apo_edit_put_string (command, first, APO_RELATION_FIELD_FROM,
                       map (replaced, apo_relation_get_from (first)));
  apo_edit_put_string (command, first, APO_RELATION_FIELD_TO,
                       map (replaced, apo_relation_get_to (first)));
  apo_edit_put_spans (command, first, APO_RELATION_FIELD_EVIDENCE,
                      (const ApoSpan *) evidence->data, evidence->len);
  apo_command_set_field (command, APO_ITEM (first), APO_RELATION_FIELD_CLAIMS,
                         g_variant_new_strv ((const char *const *) claims->pdata, claims->len));
  apo_command_set_field (command, APO_ITEM (first), APO_RELATION_FIELD_DISMISSED,
                         g_variant_new_boolean (dismissed));
  apo_edit_touch (command, first);
}

static void
add_relations (GPtrArray  *relations,
               ApoDossier *dossier,
               const char *id)
{
  g_autoptr (GPtrArray) items = apo_dossier_collect_referring (dossier, id);

  for (guint i = 0; i < items->len; i++)
    if (APO_IS_RELATION (items->pdata[i]) && !g_ptr_array_find (relations, items->pdata[i], NULL))
      g_ptr_array_add (relations, g_object_ref (items->pdata[i]));
}

/* The relations of the actor @id and of those that it takes in, each once. */
static GPtrArray *
collect_relations (ApoDossier *dossier,
                   GHashTable *replaced,
                   const char *id)
{
  GPtrArray *relations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (replaced), (GCompareFunc) g_strcmp0);

  add_relations (relations, dossier, id);
  for (GList *other = ids; other != NULL; other = other->next)
    add_relations (relations, dossier, other->data);

  return relations;
}

/* Relations that say the same of the same two, once actors have been replaced, become one; all of
 * these are added to @done, and for the ids of those that go, in @replaced, those that stay. */
static void
unite_all_relations (ApoCommand *command,
                     ApoDossier *dossier,
                     GHashTable *replaced,
                     ApoActor   *into,
                     GHashTable *done,
                     GPtrArray  *spent)
{
  const char *id = apo_item_get_id (APO_ITEM (into));
  g_autoptr (GPtrArray) relations = collect_relations (dossier, replaced, id);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < relations->len; i++)
    {
      ApoRelation *relation = relations->pdata[i];
      const char *from = map (replaced, apo_relation_get_from (relation));
      const char *to = map (replaced, apo_relation_get_to (relation));
      g_autofree char *key = NULL;

      if (g_str_equal (from, to) || (!g_str_equal (from, id) && !g_str_equal (to, id)))
        continue;
      key = make_key (relation, replaced);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, relation);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      GPtrArray *same = group;

      if (same->len < 2)
        continue;
      unite_relations (command, same, replaced);
      for (guint i = 0; i < same->len; i++)
        g_hash_table_add (done, same->pdata[i]);
      for (guint i = 1; i < same->len; i++)
        {
          g_hash_table_insert (replaced, (char *) apo_item_get_id (same->pdata[i]),
                               (char *) apo_item_get_id (same->pdata[0]));
          g_ptr_array_add (spent, same->pdata[i]);
        }
    }
}

/**
 * apo_edit_build_merge:
 * @actors: (element-type ApoActor): at least two; the first takes in the others
 *
 * Returns: (transfer full): a command that makes one actor of several
 */
ApoCommand *
apo_edit_build_merge (ApoDossier *dossier,
                      GPtrArray  *actors)
{
  g_autoptr (GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) spent = g_ptr_array_new ();
  /* Translators: a line of the undo list */
  g_autofree char *name = g_strdup_printf (ngettext ("Merge %u actor", "Merge %u actors",
                                                     actors->len),
                                           actors->len);
  ApoCommand *command = apo_command_new (name);

  put_united (command, actors);
  for (guint i = 1; i < actors->len; i++)
    g_hash_table_insert (replaced, (char *) apo_item_get_id (actors->pdata[i]),
                         (char *) apo_item_get_id (actors->pdata[0]));
  unite_all_relations (command, dossier, replaced, actors->pdata[0], done, spent);
  apo_edit_redirect (command, dossier, replaced, done);
  for (guint i = 0; i < spent->len; i++)
    apo_command_remove_item (command, spent->pdata[i]);
  for (guint i = 1; i < actors->len; i++)
    apo_command_remove_item (command, actors->pdata[i]);

  return command;
}

/**
 * apo_edit_merge_actors:
 * @into: (nullable): the one that the others become; %NULL for the one with the most mentions
 *
 * Makes one actor of several: it takes over their mentions, names, claims, relations, events and
 * notes.  Relations among them go; those that are there twice then become one.
 *
 * Returns: (transfer none) (nullable): the actor; %NULL, and nothing is done, if there are not two
 */
ApoActor *
apo_edit_merge_actors (ApoHistory *history,
                       GListModel *actors,
                       ApoActor   *into)
{
  g_autoptr (GPtrArray) all = collect_actors (actors, into);

  if (all == NULL)
    return NULL;

  apo_history_execute (history, apo_edit_build_merge (apo_history_get_dossier (history), all));

  return all->pdata[0];
}

/* One actor that becomes two. */
typedef struct {
  ApoDossier *dossier;
  ApoCommand *command;
  const char *old_id;
  const char *new_id;
  GArray *moved;                /* ApoActorMention */
  GArray *kept;
} Split;

static gboolean
holds (GArray        *mentions,
       guint          number,
       const ApoSpan *spans,
       guint          n_spans)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const ApoActorMention *mention = &g_array_index (mentions, ApoActorMention, i);

      if (mention->article == number
          && apo_spans_get_common (&mention->span, 1, spans, n_spans) > 0)
        return TRUE;
    }

  return FALSE;
}

/* Lets a field of references of @item name the new actor too, or instead, if that is mentioned in the
 * passages of another field. */
static void
share_field (Split   *self,
             ApoItem *item,
             guint    field,
             guint    passages)
{
  guint number = apo_article_get_number (apo_dossier_get_item_article (self->dossier, item));
  guint n_spans;
  const ApoSpan *spans = apo_item_get_spans (item, passages, &n_spans);
  gboolean keeps = holds (self->kept, number, spans, n_spans);
  g_autoptr (GPtrArray) shared = NULL;
  g_auto (GStrv) refs = NULL;

  if (!apo_item_refers_to (item, field, self->old_id)
      || !holds (self->moved, number, spans, n_spans))
    return;

  if (g_variant_is_of_type (apo_item_get_value (item, field), G_VARIANT_TYPE_STRING))
    {
      if (!keeps)
        {
          apo_edit_put_string (self->command, item, field, self->new_id);
          apo_edit_touch (self->command, item);
        }
      return;
    }

  shared = g_ptr_array_new ();
  refs = apo_item_dup_refs (item, field);
  for (guint i = 0; refs[i] != NULL; i++)
    {
      gboolean old = g_str_equal (refs[i], self->old_id);

      if (!old || keeps)
        g_ptr_array_add (shared, refs[i]);
      if (old)
        g_ptr_array_add (shared, (char *) self->new_id);
    }
  apo_command_set_field (self->command, item, field,
                         g_variant_new_strv ((const char *const *) shared->pdata, shared->len));
  apo_edit_touch (self->command, item);
}

static void
share_all (Split *self)
{
  static const struct {
    ApoItemType type;
    guint field;
    guint passages;
  } shared[] = {
    { APO_ITEM_CLAIM, APO_CLAIM_FIELD_SPEAKER, APO_CLAIM_FIELD_SOURCE },
    { APO_ITEM_CLAIM, APO_CLAIM_FIELD_ABOUT, APO_CLAIM_FIELD_CONTENT },
    { APO_ITEM_EVENT, APO_EVENT_FIELD_ACTORS, APO_EVENT_FIELD_SPAN },
    { APO_ITEM_RELATION, APO_RELATION_FIELD_FROM, APO_RELATION_FIELD_EVIDENCE },
    { APO_ITEM_RELATION, APO_RELATION_FIELD_TO, APO_RELATION_FIELD_EVIDENCE },
  };
  g_autoptr (GPtrArray) items = apo_dossier_collect_referring (self->dossier, self->old_id);

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (shared); j++)
      if (apo_item_get_item_type (items->pdata[i]) == shared[j].type)
        share_field (self, items->pdata[i], shared[j].field, shared[j].passages);
}

/* The words of the first of the mentions. */
static char *
dup_mention_text (ApoDossier *dossier,
                  GArray     *mentions)
{
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);
  const ApoActorMention *mention = &g_array_index (mentions, ApoActorMention, 0);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);

      if (apo_article_get_number (article) == mention->article)
        return apo_text_dup_slice (apo_article_get_text (article), mention->span);
    }

  return g_strdup ("");
}

static ApoItem *
build_part (Split      *self,
            ApoActor   *actor,
            const char *name)
{
  ApoItem *part = apo_item_new (APO_ITEM_ACTOR, self->new_id);
  g_autofree char *words = dup_mention_text (self->dossier, self->moved);

  apo_item_set_value (part, APO_ACTOR_FIELD_NAME,
                      g_variant_new_string (name != NULL && *name != '\0' ? name : words));
  apo_item_set_value (part, APO_ACTOR_FIELD_KIND,
                      apo_item_get_value (APO_ITEM (actor), APO_ACTOR_FIELD_KIND));
  apo_item_set_value (part, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), self->moved->data,
                                                 self->moved->len, sizeof (ApoActorMention)));
  apo_item_set_value (part, APO_ACTOR_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));

  return part;
}

/**
 * apo_edit_split_actor:
 * @mentions: (array length=n_mentions): the numbers, among those of the actor, of the mentions that
 *   are of somebody else
 * @name: (nullable): of the new actor; %NULL for the words of its first mention
 *
 * What is said where only the new actor is mentioned is about that from now on; where both are,
 * about both.
 *
 * Returns: (transfer none) (nullable): the new actor; %NULL, and nothing is done, if one of both would
 *   have no mention
 */
ApoActor *
apo_edit_split_actor (ApoHistory  *history,
                      ApoActor    *actor,
                      const guint *mentions,
                      guint        n_mentions,
                      const char  *name)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  g_autoptr (ApoItem) part = NULL;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  guint n;
  const ApoActorMention *own = apo_actor_get_mentions (actor, &n);
  Split self = { .dossier = dossier, .moved = moved, .kept = kept };

  for (guint i = 0; i < n; i++)
    {
      gboolean is_moved = FALSE;

      for (guint j = 0; j < n_mentions && !is_moved; j++)
        is_moved = mentions[j] == i;
      g_array_append_val (is_moved ? moved : kept, own[i]);
    }
  if (moved->len == 0 || kept->len == 0)
    return NULL;

  id = apo_dossier_mint_id (dossier, APO_ITEM_ACTOR);
  /* Translators: a line of the undo list; %s is the name of an actor */
  title = g_strdup_printf (_("Split %s"), apo_actor_get_name (actor));
  self.command = apo_command_new (title);
  self.old_id = apo_item_get_id (APO_ITEM (actor));
  self.new_id = id;
  part = build_part (&self, actor, name);
  apo_edit_put_mentions (self.command, actor, kept);
  apo_edit_touch (self.command, actor);
  apo_command_add_item (self.command, part);
  share_all (&self);
  apo_history_execute (history, self.command);

  return APO_ACTOR (apo_dossier_lookup (dossier, id));
}
