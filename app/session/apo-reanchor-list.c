/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reanchor-edit.h"

#include "apo-reanchor-private.h"

/**
 * apo_reanchor_is_older:
 * @article: (nullable): one of the dossier
 *
 * Returns: whether it is an older version of @current
 */
gboolean
apo_reanchor_is_older (ApoDossier *dossier,
                       ApoArticle *article,
                       ApoArticle *current)
{
  guint n = g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ARTICLE));

  for (; n > 0 && article != NULL; n--)
    {
      ApoItem *next = apo_dossier_lookup (dossier, apo_article_get_replaced_by (article));

      article = next != NULL && APO_IS_ARTICLE (next) ? APO_ARTICLE (next) : NULL;
      if (article != NULL && article == current)
        return TRUE;
    }

  return FALSE;
}

/**
 * apo_reanchor_list_versions:
 *
 * Returns: (transfer full) (element-type ApoArticle): the older versions of the first article, the
 *   newest first
 */
GPtrArray *
apo_reanchor_list_versions (ApoDossier *dossier)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);
  ApoArticle *current = apo_dossier_get_article (dossier);

  for (guint i = 1; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);

      if (apo_reanchor_is_older (dossier, article, current))
        g_ptr_array_add (versions, g_steal_pointer (&article));
    }

  return versions;
}

static gboolean
is_dismissed (ApoItem *item)
{
  int field = apo_item_find_field (item, "dismissed");

  return field >= 0 && apo_item_get_boolean (item, field);
}

static void
add_item (GArray     *unplaced,
          ApoItem    *item,
          ApoArticle *article)
{
  ApoAnchor anchor = apo_item_get_int (item, apo_item_find_field (item, "anchor"));
  guint n;
  const ApoSpan *spans = apo_item_get_spans (item, apo_item_get_place_field (item), &n);
  ApoUnplaced entry = { item, 0, article, { 0, 0 }, anchor };

  if (n == 0 || anchor < APO_ANCHOR_ASK)
    return;

  entry.span = APO_SPAN (spans[0].start, spans[n - 1].end);
  g_array_append_val (unplaced, entry);
}

static void
add_mentions (GArray     *unplaced,
              ApoActor   *actor,
              ApoArticle *article)
{
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

  for (guint i = 0; i < n; i++)
    if (mentions[i].article == apo_article_get_number (article))
      {
        ApoUnplaced entry = {
          APO_ITEM (actor), i, article, mentions[i].span, APO_ANCHOR_LOST,
        };

        g_array_append_val (unplaced, entry);
      }
}

static void
add_type (GArray     *unplaced,
          ApoDossier *dossier,
          ApoItemType type,
          GPtrArray  *versions)
{
  GListModel *items = apo_dossier_get_items (dossier, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      if (is_dismissed (item))
        continue;
      for (guint j = 0; j < versions->len; j++)
        if (APO_IS_ACTOR (item))
          add_mentions (unplaced, APO_ACTOR (item), versions->pdata[j]);
        else if (apo_reanchor_is_of (dossier, item, versions->pdata[j]))
          add_item (unplaced, item, versions->pdata[j]);
    }
}

/**
 * apo_reanchor_list_unplaced:
 *
 * Returns: (transfer full) (element-type ApoUnplaced): what stands in an older version of the first
 *   article because it was not found again, and was not dismissed: claims, events, relations, times,
 *   mentions of actors; its pointers are good until the dossier changes.  O(n)
 */
GArray *
apo_reanchor_list_unplaced (ApoDossier *dossier)
{
  static const ApoItemType types[] = {
    APO_ITEM_CLAIM, APO_ITEM_EVENT, APO_ITEM_RELATION, APO_ITEM_TIME, APO_ITEM_ACTOR,
  };
  GArray *unplaced = g_array_new (FALSE, FALSE, sizeof (ApoUnplaced));
  g_autoptr (GPtrArray) versions = apo_reanchor_list_versions (dossier);

  if (versions->len > 0)
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      add_type (unplaced, dossier, types[i], versions);

  return unplaced;
}
