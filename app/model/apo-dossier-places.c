/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-private.h"

/* Where in the text the items of a dossier stand, and what stands there. */

/**
 * apo_item_get_place_field:
 *
 * Returns: the field that says where in the text an item stands, or -1
 */
int
apo_item_get_place_field (ApoItem *item)
{
  switch (apo_item_get_item_type (item))
    {
    case APO_ITEM_CLAIM:
      return APO_CLAIM_FIELD_CONTENT;
    case APO_ITEM_TIME:
      return APO_TIME_FIELD_SPAN;
    case APO_ITEM_EVENT:
      return APO_EVENT_FIELD_SPAN;
    case APO_ITEM_RELATION:
      return APO_RELATION_FIELD_EVIDENCE;
    case APO_ITEM_NOTE:
      return APO_NOTE_FIELD_SPAN;
    case APO_ITEM_ARTICLE: case APO_ITEM_ACTOR: case APO_ITEM_SOURCE: case APO_ITEM_LINK:
    case APO_ITEM_VIEW:
    default:
      return -1;
    }
}

/**
 * apo_dossier_get_item_article:
 *
 * Returns: (transfer none) (nullable): the article whose text the passages of @item are of; %NULL in
 *   a dossier without one
 */
ApoArticle *
apo_dossier_get_item_article (ApoDossier *dossier,
                              ApoItem    *item)
{
  int field = apo_item_find_field (item, "article");
  ApoItem *article = field >= 0 ? apo_dossier_lookup (dossier, apo_item_get_string (item, field))
                                : NULL;

  return article != NULL && APO_IS_ARTICLE (article) ? APO_ARTICLE (article)
                                                     : apo_dossier_get_article (dossier);
}

/**
 * apo_dossier_dup_item_text:
 *
 * Returns: (transfer full): the passage of the item, pieces joined by " … "; the name of an actor or
 *   a view, the title or else the address of a source, the text of a note
 */
char *
apo_dossier_dup_item_text (ApoDossier *dossier,
                           ApoItem    *item)
{
  int field = apo_item_get_place_field (item);
  ApoArticle *article = apo_dossier_get_item_article (dossier, item);
  guint n_spans;
  const ApoSpan *spans;

  if (APO_IS_ACTOR (item))
    return g_strdup (apo_actor_get_name (APO_ACTOR (item)));
  if (APO_IS_SAVED_VIEW (item))
    return g_strdup (apo_saved_view_get_name (APO_SAVED_VIEW (item)));
  if (APO_IS_NOTE (item))
    return g_strdup (apo_note_get_text (APO_NOTE (item)));
  if (APO_IS_SOURCE (item))
    return g_strdup (apo_item_is_default (item, APO_SOURCE_FIELD_TITLE)
                       ? apo_source_get_url (APO_SOURCE (item))
                       : apo_source_get_title (APO_SOURCE (item)));
  if (field < 0 || article == NULL)
    return g_strdup ("");

  spans = apo_item_get_spans (item, field, &n_spans);

  return apo_text_dup_slices (apo_article_get_text (article), spans, n_spans);
}

/* What @item stands beside, where it has no passage of its own; NULL where there is nothing. */
static ApoItem *
get_neighbour (ApoDossier *self,
               ApoItem    *item)
{
  ApoItem *target;

  if (APO_IS_SOURCE (item))
    return apo_dossier_lookup (self, apo_source_get_claim (APO_SOURCE (item)));
  if (APO_IS_CLAIM_LINK (item))
    return apo_dossier_lookup (self, apo_claim_link_get_from (APO_CLAIM_LINK (item)));
  if (!APO_IS_NOTE (item) || !apo_item_is_default (item, APO_NOTE_FIELD_SPAN))
    return NULL;

  target = apo_dossier_lookup (self, apo_note_get_target (APO_NOTE (item)));

  return target != NULL && !APO_IS_NOTE (target) ? target : NULL;
}

/**
 * apo_dossier_get_item_span:
 * @span: (out): from its first to its last code point; of an actor, its first mention; of a source, a
 *   link or a note, that of what it is about
 *
 * Returns: whether the item stands in the text of the first article, and not in an older version of
 *   it; else @span is untouched
 */
gboolean
apo_dossier_get_item_span (ApoDossier *dossier,
                           ApoItem    *item,
                           ApoSpan    *span)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  int field = apo_item_get_place_field (item);
  ApoItem *neighbour = get_neighbour (dossier, item);
  guint n;

  if (neighbour != NULL)
    return apo_dossier_get_item_span (dossier, neighbour, span);
  if (APO_IS_ACTOR (item))
    {
      const ApoActorMention *mentions = apo_actor_get_mentions (APO_ACTOR (item), &n);

      for (guint i = 0; i < n; i++)
        if (article == NULL || mentions[i].article == apo_article_get_number (article))
          {
            *span = mentions[i].span;
            return TRUE;
          }

      return FALSE;
    }

  if (field >= 0 && apo_dossier_get_item_article (dossier, item) == article)
    {
      const ApoSpan *spans = apo_item_get_spans (item, field, &n);

      if (n > 0)
        *span = APO_SPAN (spans[0].start, spans[n - 1].end);

      return n > 0;
    }

  return FALSE;
}
