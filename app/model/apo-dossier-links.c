/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier.h"

#include "apo-basis.h"

/* What the items of a dossier have to do with one another: on what an edge or an event stands, and
 * what belongs to what. */

/**
 * apo_dossier_get_standing:
 * @item: a relation or an event of the dossier
 *
 * Collects the passages that say it: each of its claims, and the article itself for every passage
 * outside of those claims.
 *
 * Returns: on what it stands
 */
ApoStanding
apo_dossier_get_standing (ApoDossier *dossier,
                          ApoItem    *item)
{
  g_autoptr (ApoBasis) everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);

  return apo_basis_get_standing (everything, dossier, item);
}

/**
 * apo_dossier_find_verdicts:
 * @item: a relation or an event of the dossier
 * @found: (inout) (array fixed-size=APO_N_VERDICTS): set to %TRUE for each verdict on a claim that
 *   @item rests on and that was not dismissed; the others stay as they are
 */
void
apo_dossier_find_verdicts (ApoDossier *dossier,
                           ApoItem    *item,
                           gboolean   *found)
{
  g_auto (GStrv) ids = apo_item_dup_refs (item, apo_item_find_field (item, "claims"));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *claim = apo_dossier_lookup (dossier, ids[i]);

      if (APO_IS_CLAIM (claim) && !apo_claim_is_dismissed (APO_CLAIM (claim)))
        found[apo_claim_get_verdict (APO_CLAIM (claim))] = TRUE;
    }
}

static int
compare_voices (gconstpointer a,
                gconstpointer b)
{
  const ApoVoice *one = a;
  const ApoVoice *other = b;

  return one->n_claims != other->n_claims
           ? (one->n_claims < other->n_claims) - (one->n_claims > other->n_claims)
           : one->first < other->first ? -1 : one->first > other->first;
}

/**
 * apo_dossier_collect_voices:
 *
 * Returns: (transfer full) (element-type ApoVoice): who makes claims that are not dismissed, the
 *   most talkative first; the actors are borrowed from the dossier
 */
GArray *
apo_dossier_collect_voices (ApoDossier *dossier)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  GArray *voices = g_array_new (FALSE, FALSE, sizeof (ApoVoice));
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);
      ApoItem *actor = apo_dossier_lookup (dossier, apo_claim_get_speaker (claim));
      guint index;

      if (apo_claim_is_dismissed (claim) || actor == NULL || !APO_IS_ACTOR (actor))
        continue;
      index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, actor));
      if (index == 0)
        {
          ApoVoice voice = { APO_ACTOR (actor), 0, i };

          g_array_append_val (voices, voice);
          index = voices->len;
          g_hash_table_insert (indices, actor, GUINT_TO_POINTER (index));
        }
      g_array_index (voices, ApoVoice, index - 1).n_claims++;
    }
  g_array_sort (voices, compare_voices);

  return voices;
}

static void
add_id (GHashTable *ids,
        const char *id)
{
  if (*id != '\0')
    g_hash_table_add (ids, g_strdup (id));
}

static void
add_field (GHashTable *ids,
           ApoItem    *item,
           guint       field)
{
  GVariant *value = apo_item_get_value (item, field);
  g_auto (GStrv) refs = NULL;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      add_id (ids, g_variant_get_string (value, NULL));
      return;
    }

  refs = apo_item_dup_refs (item, field);
  for (guint i = 0; refs[i] != NULL; i++)
    add_id (ids, refs[i]);
}

/* Adds the items that name @id in one of their fields of one or several ids. */
static void
add_referring (ApoDossier *self,
               GHashTable *ids,
               const char *id)
{
  g_autoptr (GPtrArray) items = apo_dossier_collect_referring (self, id);

  for (guint i = 0; i < items->len; i++)
    add_id (ids, apo_item_get_id (items->pdata[i]));
}

/* Adds the ids of all items that @item itself names, the article aside. */
static void
add_referred (GHashTable *ids,
              ApoItem    *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == APO_FIELD_REF || fields[i].kind == APO_FIELD_REFS)
        && !g_str_equal (fields[i].key, "article"))
      add_field (ids, item, i);
}

/* Adds the far ends of an actor's relations, or the speakers of what an edge or event rests on. */
static void
add_second_step (ApoDossier *self,
                 GHashTable *ids,
                 ApoItem    *item)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  gboolean is_actor = APO_IS_ACTOR (item);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (near, apo_dossier_lookup (self, id));

  for (guint i = 0; i < near->len; i++)
    if (is_actor && APO_IS_RELATION (near->pdata[i]))
      {
        add_field (ids, near->pdata[i], APO_RELATION_FIELD_FROM);
        add_field (ids, near->pdata[i], APO_RELATION_FIELD_TO);
      }
    else if ((APO_IS_RELATION (item) || APO_IS_EVENT (item)) && APO_IS_CLAIM (near->pdata[i]))
      add_field (ids, near->pdata[i], APO_CLAIM_FIELD_SPEAKER);
}

/**
 * apo_dossier_collect_related:
 * @id: (nullable): the id of an item
 *
 * Returns: (transfer full) (element-type utf8): the ids of all items that belong to it, as a set,
 *   without itself: those it names, those that name it, the far ends of an actor's relations, and
 *   the speakers of the claims that a relation or an event rests on
 */
GHashTable *
apo_dossier_collect_related (ApoDossier *dossier,
                             const char *id)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ApoItem *item = apo_dossier_lookup (dossier, id);

  if (item == NULL || APO_IS_ARTICLE (item))
    return ids;

  add_referred (ids, item);
  add_referring (dossier, ids, id);
  add_second_step (dossier, ids, item);
  g_hash_table_remove (ids, id);

  return ids;
}
