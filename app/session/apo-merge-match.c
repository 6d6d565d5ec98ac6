/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-match.h"

#include <string.h>

/* Claims name actors and times, all the others name claims, and notes anything. */
static const ApoItemType order[] = {
  APO_ITEM_ACTOR, APO_ITEM_TIME, APO_ITEM_CLAIM, APO_ITEM_EVENT, APO_ITEM_RELATION,
  APO_ITEM_SOURCE, APO_ITEM_LINK, APO_ITEM_NOTE, APO_ITEM_VIEW,
};

/**
 * apo_merge_map_find_base:
 * @item: of either copy
 *
 * Returns: (transfer none) (nullable): what the item was before the copies parted
 */
ApoItem *
apo_merge_map_find_base (ApoMergeMap *map,
                         ApoItem     *item)
{
  ApoItem *found = map->base != NULL ? apo_dossier_lookup (map->base, apo_item_get_id (item))
                                     : NULL;

  return found != NULL && apo_item_get_item_type (found) == apo_item_get_item_type (item) ? found
                                                                                          : NULL;
}

static const char *
map_id (ApoMergeMap *self,
        const char  *id)
{
  const char *mapped = g_hash_table_lookup (self->ids, id);

  return mapped != NULL ? mapped : id;
}

static GVariant *
map_refs (ApoMergeMap *self,
          GVariant    *value)
{
  g_auto (GStrv) refs = g_variant_dup_strv (value, NULL);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; refs[i] != NULL; i++)
    g_variant_builder_add (&builder, "s", map_id (self, refs[i]));

  return g_variant_builder_end (&builder);
}

static GVariant *
map_mentions (ApoMergeMap *self,
              GVariant    *value)
{
  gsize n;
  const ApoActorMention *own = g_variant_get_fixed_array (value, &n, sizeof (ApoActorMention));
  g_autofree ApoActorMention *mentions = g_memdup2 (own, n * sizeof (ApoActorMention));

  for (gsize i = 0; i < n; i++)
    {
      gpointer number = g_hash_table_lookup (self->numbers, GUINT_TO_POINTER (mentions[i].article));

      if (number != NULL)
        mentions[i].article = GPOINTER_TO_UINT (number);
    }

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions, n,
                                    sizeof (ApoActorMention));
}

static GVariant *
map_anchors (ApoMergeMap *self,
             GVariant    *value)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *id;
  const char *key;
  GVariant *spans;

  g_variant_builder_init (&builder, g_variant_get_type (value));
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&s@a(uu))", &id, &key, &spans))
    {
      g_variant_builder_add (&builder, "(ss@a(uu))", map_id (self, id), key, spans);
      g_variant_unref (spans);
    }

  return g_variant_builder_end (&builder);
}

/**
 * apo_merge_map_value:
 * @item: of theirs
 *
 * Returns: (transfer full): the value of the field with the ids and numbers of the merged dossier
 */
GVariant *
apo_merge_map_value (ApoMergeMap *map,
                     ApoItem     *item,
                     guint        field)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  GVariant *value = apo_item_get_value (item, field);

  switch (info->kind)
    {
    case APO_FIELD_REF:
      return g_variant_ref_sink (g_variant_new_string (map_id (map, g_variant_get_string (value,
                                                                                          NULL))));
    case APO_FIELD_REFS:
      return g_variant_ref_sink (map_refs (map, value));
    case APO_FIELD_MENTIONS:
      return g_variant_ref_sink (map_mentions (map, value));
    case APO_FIELD_ANCHORS:
      return g_variant_ref_sink (map_anchors (map, value));
    case APO_FIELD_STRING: case APO_FIELD_ENUM: case APO_FIELD_BOOLEAN: case APO_FIELD_INTEGER:
    case APO_FIELD_DAY: case APO_FIELD_SPAN: case APO_FIELD_SPANS: case APO_FIELD_POINT:
    case APO_FIELD_VERDICTS: case APO_FIELD_STRINGS: case APO_FIELD_MOMENT:
    default:
      return g_variant_ref (value);
    }
}

static void
append_value (GString  *key,
              GVariant *value)
{
  g_string_append_c (key, '\x1f');
  g_variant_print_string (value, key, FALSE);
}

/* What makes an item what it is, whoever made it: where it stands, and what stands there. */
static char *
make_key (ApoMergeMap *self,
          ApoItem     *item,
          gboolean     theirs)
{
  static const guint fields[][4] = {
    [APO_ITEM_CLAIM] = { APO_CLAIM_FIELD_ARTICLE, APO_CLAIM_FIELD_CONTENT, APO_CLAIM_FIELD_SPEAKER,
                         APO_CLAIM_FIELD_SPEAKER },
    [APO_ITEM_TIME] = { APO_TIME_FIELD_ARTICLE, APO_TIME_FIELD_SPAN, APO_TIME_FIELD_TYPE,
                        APO_TIME_FIELD_VALUE },
    [APO_ITEM_EVENT] = { APO_EVENT_FIELD_ARTICLE, APO_EVENT_FIELD_SPAN, APO_EVENT_FIELD_LABEL,
                         APO_EVENT_FIELD_LABEL },
    [APO_ITEM_RELATION] = { APO_RELATION_FIELD_FROM, APO_RELATION_FIELD_TO, APO_RELATION_FIELD_KIND,
                            APO_RELATION_FIELD_DIRECTED },
    [APO_ITEM_SOURCE] = { APO_SOURCE_FIELD_CLAIM, APO_SOURCE_FIELD_URL, APO_SOURCE_FIELD_TITLE,
                          APO_SOURCE_FIELD_QUOTATION },
    [APO_ITEM_LINK] = { APO_CLAIM_LINK_FIELD_FROM, APO_CLAIM_LINK_FIELD_TO,
                        APO_CLAIM_LINK_FIELD_KIND, APO_CLAIM_LINK_FIELD_KIND },
    [APO_ITEM_NOTE] = { APO_NOTE_FIELD_ARTICLE, APO_NOTE_FIELD_SPAN, APO_NOTE_FIELD_TARGET,
                        APO_NOTE_FIELD_TEXT },
    [APO_ITEM_VIEW] = { APO_SAVED_VIEW_FIELD_NAME, APO_SAVED_VIEW_FIELD_NAME,
                        APO_SAVED_VIEW_FIELD_NAME, APO_SAVED_VIEW_FIELD_NAME },
  };
  GString *key = g_string_new (NULL);

  if (APO_IS_ACTOR (item))
    {
      g_autofree char *name = apo_text_dup_folded (apo_actor_get_name (APO_ACTOR (item)));

      g_string_append (key, name);
      return g_string_free (key, FALSE);
    }

  for (guint i = 0; i < 4; i++)
    {
      guint field = fields[apo_item_get_item_type (item)][i];
      g_autoptr (GVariant) value = theirs ? apo_merge_map_value (self, item, field)
                                          : g_variant_ref (apo_item_get_value (item, field));

      append_value (key, value);
    }

  return g_string_free (key, FALSE);
}

static gboolean
share_mention (ApoItem *a,
               ApoItem *b)
{
  guint n_a, n_b;
  const ApoActorMention *x = apo_actor_get_mentions (APO_ACTOR (a), &n_a);
  const ApoActorMention *y = apo_actor_get_mentions (APO_ACTOR (b), &n_b);

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (apo_span_overlaps (x[i].span, y[j].span))
        return TRUE;

  return n_a == 0 && n_b == 0;
}

/* Whether what the reader wrote was begun at the same time. */
static gboolean
is_of_one_moment (ApoItem *a,
                  ApoItem *b)
{
  guint field = apo_item_find_field (a, "created");

  return !apo_item_is_default (a, field)
         && apo_item_get_int64 (a, field) == apo_item_get_int64 (b, field);
}

/* Whether two items with one id are one: two copies may have given the same id to different things.
 * */
static gboolean
is_alike (ApoMergeMap *self,
          ApoItem     *mine,
          ApoItem     *theirs)
{
  g_autofree char *my_key = make_key (self, mine, FALSE);
  g_autofree char *their_key = make_key (self, theirs, TRUE);
  int place = apo_item_get_place_field (mine);
  const ApoSpan *x, *y;
  guint n_x, n_y;

  if (g_str_equal (my_key, their_key))
    return TRUE;
  if (APO_IS_ACTOR (mine))
    return share_mention (mine, theirs);
  if (APO_IS_SOURCE (mine) || APO_IS_NOTE (mine))
    return is_of_one_moment (mine, theirs);
  if (place < 0)
    return FALSE;

  x = apo_item_get_spans (mine, place, &n_x);
  y = apo_item_get_spans (theirs, place, &n_y);

  return apo_spans_get_common (x, n_x, y, n_y) > 0;
}

static void
add_pair (ApoMergeMap *self,
          ApoItem     *theirs,
          const char  *id,
          ApoItem     *mine)
{
  g_hash_table_insert (self->ids, (char *) apo_item_get_id (theirs), g_strdup (id));
  if (mine != NULL)
    g_hash_table_insert (self->items, (char *) apo_item_get_id (theirs), mine);
}

static void
match_by_id (ApoMergeMap *self,
             ApoItemType  type,
             GHashTable  *taken)
{
  GListModel *items = apo_dossier_get_items (self->theirs, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      ApoItem *mine = apo_dossier_lookup (self->mine, apo_item_get_id (item));

      if (mine == NULL || apo_item_get_item_type (mine) != type
          || (apo_merge_map_find_base (self, item) == NULL && !is_alike (self, mine, item)))
        continue;
      add_pair (self, item, apo_item_get_id (mine), mine);
      g_hash_table_add (taken, mine);
    }
}

/* The items of mine that are nothing of theirs yet, by their keys, the last first; what comes from
 * the base is known by its id, or is gone there. */
static GHashTable *
index_keys (ApoMergeMap *self,
            ApoItemType  type,
            GHashTable  *taken)
{
  GListModel *items = apo_dossier_get_items (self->mine, type);
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_ptr_array_unref);

  for (guint i = g_list_model_get_n_items (items); i > 0; i--)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i - 1);
      g_autofree char *key = NULL;
      GPtrArray *same;

      if (g_hash_table_contains (taken, item) || apo_merge_map_find_base (self, item) != NULL)
        continue;
      key = make_key (self, item, FALSE);
      same = g_hash_table_lookup (keys, key);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (keys, g_steal_pointer (&key), same);
        }
      g_ptr_array_add (same, item);
    }

  return keys;
}

/* The id of something that only they have: its own, unless that is in use for something else; then
 * one that neither has. */
static char *
dup_free_id (ApoMergeMap *self,
             ApoItem     *item)
{
  char *id = NULL;

  if (apo_dossier_lookup (self->mine, apo_item_get_id (item)) == NULL)
    return g_strdup (apo_item_get_id (item));

  do
    {
      g_free (id);
      id = apo_dossier_mint_id (self->mine, apo_item_get_item_type (item));
    }
  while (apo_dossier_lookup (self->theirs, id) != NULL);

  return id;
}

static void
match_by_key (ApoMergeMap *self,
              ApoItemType  type,
              GHashTable  *taken)
{
  g_autoptr (GHashTable) keys = index_keys (self, type, taken);
  GListModel *items = apo_dossier_get_items (self->theirs, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      g_autofree char *key = NULL;
      g_autofree char *id = NULL;
      GPtrArray *same;

      if (g_hash_table_contains (self->ids, apo_item_get_id (item)))
        continue;
      key = make_key (self, item, TRUE);
      same = apo_merge_map_find_base (self, item) == NULL ? g_hash_table_lookup (keys, key) : NULL;
      if (same != NULL && same->len > 0)
        {
          ApoItem *mine = g_ptr_array_steal_index (same, same->len - 1);

          add_pair (self, item, apo_item_get_id (mine), mine);
          continue;
        }
      id = dup_free_id (self, item);
      add_pair (self, item, id, NULL);
    }
}

/**
 * apo_merge_find_text:
 * @article: of another copy
 *
 * Returns: (transfer none) (nullable): the article with the same text
 */
ApoItem *
apo_merge_find_text (ApoDossier *dossier,
                     ApoItem    *article)
{
  const char *sha256 = apo_item_get_string (article, APO_ARTICLE_FIELD_TEXT_SHA256);
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);
  ApoItem *same = apo_dossier_lookup (dossier, apo_item_get_id (article));

  if (same != NULL && APO_IS_ARTICLE (same)
      && g_str_equal (apo_item_get_string (same, APO_ARTICLE_FIELD_TEXT_SHA256), sha256))
    return same;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (articles, i);

      if (g_str_equal (apo_item_get_string (item, APO_ARTICLE_FIELD_TEXT_SHA256), sha256))
        return item;
    }

  return NULL;
}

/* Texts are the same if they have the same checksum. */
static void
match_articles (ApoMergeMap *self)
{
  GListModel *articles = apo_dossier_get_items (self->theirs, APO_ITEM_ARTICLE);
  guint given = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoItem) article = g_list_model_get_item (articles, i);
      ApoItem *mine = apo_merge_find_text (self->mine, article);
      g_autofree char *id = mine != NULL ? g_strdup (apo_item_get_id (mine))
                                         : dup_free_id (self, article);
      guint number;

      if (mine == NULL)
        given = apo_dossier_find_free_number (self->mine, given);
      number = mine != NULL ? apo_article_get_number (APO_ARTICLE (mine)) : given;
      add_pair (self, article, id, mine);
      g_hash_table_insert (self->numbers,
                           GUINT_TO_POINTER (apo_article_get_number (APO_ARTICLE (article))),
                           GUINT_TO_POINTER (number));
    }
}

/**
 * apo_merge_map_new:
 * @base: (nullable): what both copies come from
 *
 * Finds out which items of @theirs are items of @mine: those with the same id that come from @base
 * or are alike, then those that stand at the same place and say the same.  All others are new, and
 * have an id here already.  O(n).
 */
ApoMergeMap *
apo_merge_map_new (ApoDossier *mine,
                   ApoDossier *theirs,
                   ApoDossier *base)
{
  ApoMergeMap *self = g_new0 (ApoMergeMap, 1);

  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  g_set_object (&self->base, base);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_hash_table_new (NULL, NULL);

  /* copies that count alike must not count the same twice */
  if (g_str_equal (apo_dossier_get_replica (mine), apo_dossier_get_replica (theirs)))
    apo_dossier_set_counter (mine, MAX (apo_dossier_get_counter (mine),
                                        apo_dossier_get_counter (theirs)));

  match_articles (self);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

      match_by_id (self, order[i], taken);
      match_by_key (self, order[i], taken);
    }

  return self;
}

void
apo_merge_map_free (ApoMergeMap *map)
{
  g_hash_table_unref (map->numbers);
  g_hash_table_unref (map->items);
  g_hash_table_unref (map->ids);
  g_clear_object (&map->base);
  g_object_unref (map->theirs);
  g_object_unref (map->mine);
  g_free (map);
}
