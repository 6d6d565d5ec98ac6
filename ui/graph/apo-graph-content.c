/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-content.h"

#include <glib/gi18n.h>
#include <math.h>

#include "apo-standing.h"

#define MIN_RADIUS 16.0
#define MAX_RADIUS 24.0

static gboolean
is_shown (ApoDossier  *dossier,
          ApoRelation *relation)
{
  ApoItem *from = apo_dossier_lookup (dossier, apo_relation_get_from (relation));
  ApoItem *to = apo_dossier_lookup (dossier, apo_relation_get_to (relation));

  return apo_relation_get_kind (relation) != APO_RELATION_MENTION
         && !apo_relation_is_dismissed (relation)
         && APO_IS_ACTOR (from) && !apo_actor_is_dismissed (APO_ACTOR (from))
         && APO_IS_ACTOR (to) && !apo_actor_is_dismissed (APO_ACTOR (to)) && from != to;
}

/* The index of the actor @id among the nodes, which it joins if it was not there yet. */
static guint
require_actor (ApoGraphContent *self,
               ApoDossier      *dossier,
               GHashTable      *indices,
               const char      *id)
{
  gpointer found = g_hash_table_lookup (indices, id);
  ApoGraphActor node = { 0 };

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  node.actor = g_object_ref (APO_ACTOR (apo_dossier_lookup (dossier, id)));
  node.rank = apo_dossier_get_actor_rank (dossier, id);
  g_array_append_val (self->actors, node);
  g_hash_table_insert (indices, (char *) apo_item_get_id (APO_ITEM (node.actor)),
                       GUINT_TO_POINTER (self->actors->len));

  return self->actors->len - 1;
}

/* The edge that a relation is part of, %NULL if it is the first of its kind there. */
static ApoGraphTie *
find_tie (ApoGraphContent *self,
          GHashTable      *indices,
          guint            from,
          guint            to,
          ApoRelationKind  kind,
          gboolean         directed,
          gint64          *key)
{
  gpointer found;

  if (!directed && from > to)
    return find_tie (self, indices, to, from, kind, directed, key);

  *key = ((gint64) from << 36) | ((gint64) to << 8) | (kind << 1) | directed;
  found = g_hash_table_lookup (indices, key);

  return found != NULL ? &g_array_index (self->ties, ApoGraphTie, GPOINTER_TO_UINT (found) - 1)
                       : NULL;
}

static void
add_relation (ApoGraphContent *self,
              ApoDossier      *dossier,
              GHashTable      *indices,
              GHashTable      *tie_indices,
              ApoRelation     *relation)
{
  ApoRelationKind kind = apo_relation_get_kind (relation);
  gboolean directed = apo_relation_is_directed (relation);
  guint from = require_actor (self, dossier, indices, apo_relation_get_from (relation));
  guint to = require_actor (self, dossier, indices, apo_relation_get_to (relation));
  gint64 key;
  ApoGraphTie *tie = find_tie (self, tie_indices, from, to, kind, directed, &key);

  if (tie == NULL)
    {
      ApoGraphTie new_tie = { from, to, kind, directed, TRUE, NULL, 0, 0, 0 };

      new_tie.relations = g_ptr_array_new_with_free_func (g_object_unref);
      g_array_append_val (self->ties, new_tie);
      tie = &g_array_index (self->ties, ApoGraphTie, self->ties->len - 1);
      g_hash_table_insert (tie_indices, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (self->ties->len));
    }

  g_ptr_array_add (tie->relations, g_object_ref (relation));
}

static void
count_ties (ApoGraphContent *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i);

      g_array_index (self->actors, ApoGraphActor, tie->from).n_ties++;
      g_array_index (self->actors, ApoGraphActor, tie->to).n_ties++;
    }
}

typedef struct {
  guint tie;
  int rank;
} RankedTie;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const RankedTie *one = a;
  const RankedTie *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  return one->tie < other->tie ? -1 : one->tie > other->tie;
}

static gboolean
is_wanted (ApoGraphContent   *self,
           const ApoGraphTie *tie,
           const char        *wanted)
{
  for (guint i = 0; wanted != NULL && i < tie->relations->len; i++)
    if (g_str_equal (apo_item_get_id (tie->relations->pdata[i]), wanted))
      return TRUE;

  return wanted != NULL
         && (g_str_equal (apo_item_get_id (APO_ITEM (g_array_index (self->actors, ApoGraphActor,
                                                                    tie->from).actor)), wanted)
             || g_str_equal (apo_item_get_id (APO_ITEM (g_array_index (self->actors, ApoGraphActor,
                                                                       tie->to).actor)), wanted));
}

/* The edges from those of the actors that are mentioned most, what is wanted first. */
static GArray *
rank_ties (ApoGraphContent *self,
           const char      *wanted)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (RankedTie));

  for (guint i = 0; i < self->ties->len; i++)
    {
      const ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i);
      int from = g_array_index (self->actors, ApoGraphActor, tie->from).rank;
      int to = g_array_index (self->actors, ApoGraphActor, tie->to).rank;
      RankedTie entry = { i, is_wanted (self, tie, wanted) ? -1 : MAX (from, to) };

      g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, compare_ranked);

  return ranked;
}

/* Leaves out all actors but @max_actors, or one more, and the edges that end at them. */
static void
leave_out (ApoGraphContent *self,
           guint            max_actors,
           const char      *wanted)
{
  g_autoptr (GArray) ranked = rank_ties (self, wanted);
  g_autofree guint *places = g_new0 (guint, self->actors->len);
  guint n_kept = 0;

  for (guint i = 0; i < ranked->len && n_kept < max_actors; i++)
    {
      const ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie,
                                               g_array_index (ranked, RankedTie, i).tie);

      n_kept += places[tie->from] == 0;
      places[tie->from] = 1;
      n_kept += places[tie->to] == 0;
      places[tie->to] = 1;
    }

  for (guint i = self->ties->len; i > 0; i--)
    {
      const ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i - 1);

      if (places[tie->from] == 0 || places[tie->to] == 0)
        g_array_remove_index (self->ties, i - 1);
    }
  for (guint i = 0, place = 0; i < self->actors->len; i++)
    places[i] = places[i] != 0 ? ++place : 0;
  for (guint i = self->actors->len; i > 0; i--)
    if (places[i - 1] == 0)
      g_array_remove_index (self->actors, i - 1);
  for (guint i = 0; i < self->ties->len; i++)
    {
      ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i);

      tie->from = places[tie->from] - 1;
      tie->to = places[tie->to] - 1;
    }
}

static void
list_relations (ApoGraphContent *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i);

      for (guint j = 0; tie->present && j < tie->relations->len; j++)
        g_ptr_array_add (self->relations, g_object_ref (tie->relations->pdata[j]));
    }
}

static gboolean
has_group (const gboolean *found,
           ApoVerdictGroup group)
{
  for (guint i = 0; i < APO_N_VERDICTS; i++)
    if (found[i] && apo_verdict_get_group (i) == group)
      return TRUE;

  return FALSE;
}

/* Only the relations that belong to the basis speak for the edge; without any it keeps its place. */
static void
narrow_tie (ApoFocus    *focus,
            ApoGraphTie *tie)
{
  g_autoptr (GPtrArray) all = tie->relations;

  tie->relations = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if (apo_focus_has_item (focus, all->pdata[i]))
      g_ptr_array_add (tie->relations, g_object_ref (all->pdata[i]));

  tie->present = tie->relations->len > 0;
  if (!tie->present)
    {
      g_ptr_array_unref (tie->relations);
      tie->relations = g_steal_pointer (&all);
    }
}

/* As of one relation, over all of them: what stands firmest counts, but verified and disputed
 * claims together make it contested. */
static void
judge_tie (ApoDossier  *dossier,
           ApoFocus    *focus,
           ApoGraphTie *tie)
{
  static const ApoStanding firmest[] = {
    APO_STANDING_CONTESTED, APO_STANDING_SOLID, APO_STANDING_DASHED, APO_STANDING_DOTTED,
    APO_STANDING_STRUCK,
  };
  gboolean found[APO_N_VERDICTS] = { FALSE };
  gboolean stands[G_N_ELEMENTS (firmest)] = { FALSE };

  for (guint i = 0; i < tie->relations->len; i++)
    stands[focus != NULL ? apo_focus_get_standing (focus, tie->relations->pdata[i])
                         : apo_dossier_get_standing (dossier, tie->relations->pdata[i])] = TRUE;

  tie->standing = APO_STANDING_STRUCK;
  for (guint i = G_N_ELEMENTS (firmest); i > 0; i--)
    if (stands[firmest[i - 1]])
      tie->standing = firmest[i - 1];

  for (guint i = 0; i < tie->relations->len; i++)
    apo_dossier_find_verdicts (dossier, tie->relations->pdata[i], found);
  if (has_group (found, APO_VERDICT_GROUP_VERIFIED)
      && has_group (found, APO_VERDICT_GROUP_DISPUTED))
    tie->standing = APO_STANDING_CONTESTED;

  tie->verdict = apo_verdict_find_gravest (found);
}

static void
share_lanes (ApoGraphContent *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      ApoGraphTie *tie = &g_array_index (self->ties, ApoGraphTie, i);
      guint n_ties = 0, place = 0;

      for (guint j = 0; j < self->ties->len; j++)
        {
          ApoGraphTie *other = &g_array_index (self->ties, ApoGraphTie, j);

          if (MIN (tie->from, tie->to) != MIN (other->from, other->to)
              || MAX (tie->from, tie->to) != MAX (other->from, other->to))
            continue;
          place += j < i;
          n_ties++;
        }

      tie->lane = place - (n_ties - 1) / 2.;
      if (tie->from > tie->to)
        tie->lane = -tie->lane;
    }
}

static void
size_actors (ApoGraphContent *self)
{
  guint most = 2;
  guint n_mentions;

  for (guint i = 0; i < self->actors->len; i++)
    {
      apo_actor_get_mentions (g_array_index (self->actors, ApoGraphActor, i).actor, &n_mentions);
      most = MAX (most, n_mentions);
    }

  for (guint i = 0; i < self->actors->len; i++)
    {
      ApoGraphActor *node = &g_array_index (self->actors, ApoGraphActor, i);

      apo_actor_get_mentions (node->actor, &n_mentions);
      node->radius = MIN_RADIUS + (MAX_RADIUS - MIN_RADIUS) * sqrt ((double) n_mentions / most);
    }
}

static void
collect_alone (ApoGraphContent *self,
               ApoDossier      *dossier,
               GHashTable      *indices)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (!apo_actor_is_dismissed (actor)
          && !g_hash_table_contains (indices, apo_item_get_id (APO_ITEM (actor))))
        g_ptr_array_add (self->alone, g_steal_pointer (&actor));
    }
}

static void
clear_actor (gpointer data)
{
  ApoGraphActor *node = data;

  g_clear_object (&node->actor);
}

static void
clear_tie (gpointer data)
{
  ApoGraphTie *tie = data;

  g_clear_pointer (&tie->relations, g_ptr_array_unref);
}

/**
 * apo_graph_content_new:
 * @dossier: (nullable): a dossier, or %NULL for an empty graph
 * @focus: (nullable): whose basis says which relations are present; all without one
 * @max_actors: how many actors to draw; with more, those that are mentioned least are left out
 * @wanted: (nullable): the id of an actor or a relation that is not to be left out
 *
 * Collects the relations that are drawn: those not dismissed, and no bare mentions.
 *
 * Returns: (transfer full): the nodes and edges
 */
ApoGraphContent *
apo_graph_content_new (ApoDossier *dossier,
                       ApoFocus   *focus,
                       guint       max_actors,
                       const char *wanted)
{
  ApoGraphContent *self = g_new0 (ApoGraphContent, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ties = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GListModel *relations;

  self->actors = g_array_new (FALSE, FALSE, sizeof (ApoGraphActor));
  self->ties = g_array_new (FALSE, FALSE, sizeof (ApoGraphTie));
  self->alone = g_ptr_array_new_with_free_func (g_object_unref);
  self->relations = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_clear_func (self->actors, clear_actor);
  g_array_set_clear_func (self->ties, clear_tie);
  if (dossier == NULL)
    return self;

  relations = apo_dossier_get_items (dossier, APO_ITEM_RELATION);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      if (is_shown (dossier, relation))
        add_relation (self, dossier, indices, ties, relation);
    }

  for (guint i = 0; focus != NULL && i < self->ties->len; i++)
    narrow_tie (focus, &g_array_index (self->ties, ApoGraphTie, i));
  list_relations (self);
  collect_alone (self, dossier, indices);
  self->n_actors = self->actors->len;
  if (self->n_actors > max_actors)
    leave_out (self, max_actors, wanted);
  count_ties (self);
  for (guint i = 0; i < self->ties->len; i++)
    judge_tie (dossier, focus, &g_array_index (self->ties, ApoGraphTie, i));
  share_lanes (self);
  size_actors (self);

  return self;
}

/**
 * apo_graph_content_free:
 * @content: (nullable): a content
 */
void
apo_graph_content_free (ApoGraphContent *content)
{
  if (content == NULL)
    return;

  g_array_unref (content->actors);
  g_array_unref (content->ties);
  g_ptr_array_unref (content->alone);
  g_ptr_array_unref (content->relations);
  g_free (content);
}

/**
 * apo_graph_content_list_dismissed:
 *
 * Returns: (transfer full) (element-type ApoRelation): those that the reader has dismissed
 */
GPtrArray *
apo_graph_content_list_dismissed (ApoDossier *dossier)
{
  GPtrArray *dismissed = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *relations = apo_dossier_get_items (dossier, APO_ITEM_RELATION);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      if (apo_relation_is_dismissed (relation))
        g_ptr_array_add (dismissed, g_steal_pointer (&relation));
    }

  return dismissed;
}

static const char *
get_name (ApoDossier *dossier,
          const char *id)
{
  ApoItem *actor = apo_dossier_lookup (dossier, id);

  return APO_IS_ACTOR (actor) ? apo_actor_get_name (APO_ACTOR (actor)) : "";
}

/* What a relation is, in a sentence. */
static char *
dup_sentence (ApoRelation *relation,
              const char  *from,
              const char  *to)
{
  const char *kind = apo_relation_kind_get_label (apo_relation_get_kind (relation));

  if (apo_relation_is_directed (relation))
    /* Translators: the kind of a relation, from whom, to whom */
    return g_strdup_printf (_("%s, from %s to %s"), kind, from, to);

  /* Translators: the kind of a relation that goes both ways, and between whom it is */
  return g_strdup_printf (_("%s, between %s and %s"), kind, from, to);
}

/**
 * apo_graph_content_describe:
 *
 * Puts a relation into words: an #ApoFactFunc.
 */
void
apo_graph_content_describe (ApoDossier *dossier,
                            ApoItem    *item,
                            ApoFact    *fact)
{
  ApoRelation *relation = APO_RELATION (item);
  const char *from = get_name (dossier, apo_relation_get_from (relation));
  const char *to = get_name (dossier, apo_relation_get_to (relation));
  const char *kind = apo_relation_kind_get_label (apo_relation_get_kind (relation));
  const char *standing = apo_standing_get_label (apo_dossier_get_standing (dossier, item));
  g_autofree char *certainty =
    g_utf8_strdown (apo_certainty_get_label (apo_relation_get_certainty (relation)), -1);
  g_autofree char *sentence = dup_sentence (relation, from, to);
  g_autofree char *passages = NULL;
  gboolean found[APO_N_VERDICTS] = { FALSE };
  guint n_passages;

  apo_relation_get_evidence (relation, &n_passages);
  passages = g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
  apo_dossier_find_verdicts (dossier, item, found);
  fact->verdict = apo_verdict_find_gravest (found);

  fact->title = g_strdup_printf (apo_relation_is_directed (relation) ? "%s – %s → %s"
                                                                     : "%s – %s – %s",
                                 from, kind, to);
  fact->caption = g_strjoin (" · ", standing, certainty, passages, NULL);
  /* Translators: what a relation is, on what it stands, how sure its words are, the verdict, in how
   * many passages it is */
  fact->sentence = g_strdup_printf (_("%s. %s, %s. %s. %s."), sentence, standing, certainty,
                                    apo_verdict_get_label (fact->verdict), passages);
}
