/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-match.h"

/* A stretch of the text that an item takes up. */
typedef struct {
  ApoSpan span;
  ApoItem *item;
} Place;

struct _ApoMatcher {
  ApoDossier *dossier;
  GArray *places[APO_N_ITEM_TYPES];     /* Place, by start; one for each mention of an actor */
  guint longest[APO_N_ITEM_TYPES];
  GHashTable *relations;                /* "from to" → GPtrArray of ApoItem */
};

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return apo_span_compare (&((const Place *) a)->span, &((const Place *) b)->span);
}

static void
add_place (ApoMatcher *self,
           ApoItem    *item,
           ApoSpan     span)
{
  ApoItemType type = apo_item_get_item_type (item);
  Place place = { span, item };

  g_array_append_val (self->places[type], place);
  self->longest[type] = MAX (self->longest[type], apo_span_get_length (span));
}

static void
add_mentions (ApoMatcher *self,
              ApoItem    *actor,
              guint       article_number)
{
  guint n_mentions;
  const ApoActorMention *mentions = apo_actor_get_mentions (APO_ACTOR (actor), &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    if (mentions[i].article == article_number)
      add_place (self, actor, mentions[i].span);
}

static void
add_relation (ApoMatcher *self,
              ApoItem    *relation)
{
  const char *from = apo_relation_get_from (APO_RELATION (relation));
  const char *to = apo_relation_get_to (APO_RELATION (relation));
  g_autofree char *pair = g_strconcat (from, " ", to, NULL);
  GPtrArray *same = g_hash_table_lookup (self->relations, pair);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->relations, g_steal_pointer (&pair), same);
    }
  g_ptr_array_add (same, relation);
}

static void
add_items (ApoMatcher *self,
           ApoItemType type,
           guint       article_number)
{
  GListModel *items = apo_dossier_get_items (self->dossier, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      ApoSpan span;

      if (type == APO_ITEM_ACTOR)
        add_mentions (self, item, article_number);
      else if (type == APO_ITEM_RELATION)
        add_relation (self, item);
      else if (apo_dossier_get_item_span (self->dossier, item, &span))
        add_place (self, item, span);
    }

  g_array_sort (self->places[type], compare_places);
}

/**
 * apo_matcher_new:
 * @dossier: not to be changed while the matcher lives
 * @article_number: whose mentions count
 *
 * O(n log n); each search then looks only at what overlaps.
 */
ApoMatcher *
apo_matcher_new (ApoDossier *dossier,
                 guint       article_number)
{
  ApoMatcher *self = g_new0 (ApoMatcher, 1);

  self->dossier = g_object_ref (dossier);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      self->places[type] = g_array_new (FALSE, FALSE, sizeof (Place));
      if (type != APO_ITEM_ARTICLE)
        add_items (self, type, article_number);
    }

  return self;
}

void
apo_matcher_free (ApoMatcher *matcher)
{
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    g_array_unref (matcher->places[type]);
  g_hash_table_unref (matcher->relations);
  g_object_unref (matcher->dossier);
  g_free (matcher);
}

/* The first place that may overlap what begins at @start. */
static guint
find_first (ApoMatcher *self,
            ApoItemType type,
            guint       start)
{
  GArray *places = self->places[type];
  guint from = start > self->longest[type] ? start - self->longest[type] : 0;
  guint low = 0;
  guint high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, Place, middle).span.start < from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The items of @type that overlap @span, in the order of the text, possibly several times. */
static GPtrArray *
collect_overlapping (ApoMatcher *self,
                     ApoItemType type,
                     ApoSpan     span)
{
  GArray *places = self->places[type];
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = find_first (self, type, span.start); i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->span.start >= span.end)
        break;
      if (apo_span_overlaps (place->span, span))
        g_ptr_array_add (items, place->item);
    }

  return items;
}

/* Whether the reader has judged the claim, or begun to. */
static gboolean
is_judged (ApoItem *claim)
{
  static const guint fields[] = {
    APO_CLAIM_FIELD_VERDICT, APO_CLAIM_FIELD_CONFIDENCE, APO_CLAIM_FIELD_STATUS,
    APO_CLAIM_FIELD_REVIEW, APO_CLAIM_FIELD_DUE, APO_CLAIM_FIELD_REASON, APO_CLAIM_FIELD_LOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!apo_item_is_default (claim, fields[i]))
      return TRUE;

  return FALSE;
}

/**
 * apo_item_is_touched:
 * @item: an actor, a claim, a time, an event or a relation
 *
 * Returns: whether the reader has made the item, changed it, judged it or thrown it away.  (Time
 *   expressions have no tombstones.)
 */
gboolean
apo_item_is_touched (ApoItem *item)
{
  int origin = apo_item_find_field (item, "origin");

  return apo_item_get_int (item, origin) != APO_ORIGIN_AUTO || apo_item_is_dismissed (item)
         || (APO_IS_CLAIM (item) && is_judged (item));
}

/* How far two lists of spans are the same, from 0 to 1: the part that is common of both together; 0
 * if that is less than half, of the shorter only for what the reader touched and may have trimmed or
 * extended. */
static double
get_overlap (ApoItem       *item,
             guint          field,
             const ApoSpan *spans,
             guint          n_spans)
{
  guint n_own;
  const ApoSpan *own = apo_item_get_spans (item, field, &n_own);
  guint common = apo_spans_get_common (own, n_own, spans, n_spans);
  guint own_length = apo_spans_get_length (own, n_own);
  guint length = apo_spans_get_length (spans, n_spans);
  guint both = own_length + length - common;

  if (2 * common < (apo_item_is_touched (item) ? MIN (own_length, length) : both) || both == 0)
    return 0;

  return (double) common / both;
}

static ApoItem *
find_actor_by_name (ApoMatcher *self,
                    const char *name)
{
  GListModel *actors = apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (apo_actor_get_name (actor), name))
        return APO_ITEM (actor);
    }

  return NULL;
}

/**
 * apo_matcher_find_actor:
 *
 * Returns: (transfer none) (nullable): the actor that has most of the mentions, if at least half of
 *   them belong to actors of the dossier: so neither what the reader merged nor what was split comes
 *   back
 */
ApoItem *
apo_matcher_find_actor (ApoMatcher          *matcher,
                        const ApoFoundActor *found)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n_covered = 0;
  guint best_count = 0;
  ApoItem *best = NULL;

  if (found->mentions->len == 0)
    return find_actor_by_name (matcher, found->name);

  for (guint i = 0; i < found->mentions->len; i++)
    {
      ApoSpan span = g_array_index (found->mentions, ApoMention, i).span;
      g_autoptr (GPtrArray) items = collect_overlapping (matcher, APO_ITEM_ACTOR, span);

      n_covered += items->len > 0;
      for (guint j = 0; j < items->len; j++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, items->pdata[j])) + 1;

          g_hash_table_insert (counts, items->pdata[j], GUINT_TO_POINTER (n));
          if (n > best_count)
            {
              best_count = n;
              best = items->pdata[j];
            }
        }
    }

  return 2 * n_covered >= found->mentions->len ? best : NULL;
}

/**
 * apo_matcher_find_claim:
 * @speaker: the id of its speaker in the dossier, empty where there is none
 *
 * Returns: (transfer none) (nullable): the claim whose content is at least half the same and whose
 *   speaker is the same; one that the reader touched may have another speaker by now
 */
ApoItem *
apo_matcher_find_claim (ApoMatcher          *matcher,
                        const ApoFoundClaim *found,
                        const char          *speaker)
{
  const ApoSpan *spans = (const ApoSpan *) (void *) found->content->data;
  guint n_spans = found->content->len;
  g_autoptr (GPtrArray) items = NULL;
  double best_overlap = 0;
  ApoItem *best = NULL;

  if (n_spans == 0)
    return NULL;

  items = collect_overlapping (matcher, APO_ITEM_CLAIM,
                               APO_SPAN (spans[0].start, spans[n_spans - 1].end));
  for (guint i = 0; i < items->len; i++)
    {
      ApoItem *item = items->pdata[i];
      double overlap = get_overlap (item, APO_CLAIM_FIELD_CONTENT, spans, n_spans);

      if (overlap > best_overlap
          && (apo_item_is_touched (item)
              || g_str_equal (apo_claim_get_speaker (APO_CLAIM (item)), speaker)))
        {
          best_overlap = overlap;
          best = item;
        }
    }

  return best;
}

/**
 * apo_matcher_find_span:
 * @type: %APO_ITEM_TIME or %APO_ITEM_EVENT
 *
 * Returns: (transfer none) (nullable): the item whose passage is at least half the same
 */
ApoItem *
apo_matcher_find_span (ApoMatcher *matcher,
                       ApoItemType type,
                       ApoSpan     span)
{
  guint field = type == APO_ITEM_TIME ? APO_TIME_FIELD_SPAN : APO_EVENT_FIELD_SPAN;
  g_autoptr (GPtrArray) items = collect_overlapping (matcher, type, span);
  double best_overlap = 0;
  ApoItem *best = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      double overlap = get_overlap (items->pdata[i], field, &span, 1);

      if (overlap > best_overlap)
        {
          best_overlap = overlap;
          best = items->pdata[i];
        }
    }

  return best;
}

/* Whether a relation of the same two actors is the one that was found: of the same kind, or touched by
 * the reader, who may have changed its kind, and resting on a common passage. */
static gboolean
is_same_relation (ApoItem                *item,
                  const ApoFoundRelation *found)
{
  guint n_spans;
  const ApoSpan *spans = apo_relation_get_evidence (APO_RELATION (item), &n_spans);

  if (apo_relation_get_kind (APO_RELATION (item)) == found->kind)
    return TRUE;

  return apo_item_is_touched (item)
         && apo_spans_get_common (spans, n_spans,
                                  (const ApoSpan *) (void *) found->evidence->data,
                                  found->evidence->len) > 0;
}

static ApoItem *
find_relation (ApoMatcher             *self,
               const ApoFoundRelation *found,
               const char             *from,
               const char             *to)
{
  g_autofree char *pair = g_strconcat (from, " ", to, NULL);
  GPtrArray *same = g_hash_table_lookup (self->relations, pair);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (is_same_relation (same->pdata[i], found))
      return same->pdata[i];

  return NULL;
}

/**
 * apo_matcher_find_relation:
 * @from: the id of its one end in the dossier
 * @to: the id of its other end
 *
 * Returns: (transfer none) (nullable): the relation of these two, in either direction where the
 *   relation has none, of the same kind
 */
ApoItem *
apo_matcher_find_relation (ApoMatcher             *matcher,
                           const ApoFoundRelation *found,
                           const char             *from,
                           const char             *to)
{
  ApoItem *item = find_relation (matcher, found, from, to);

  if (item == NULL && !found->directed)
    item = find_relation (matcher, found, to, from);

  return item;
}
