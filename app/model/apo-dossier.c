/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-private.h"

#include <string.h>

#include "apo-ref-index.h"

/* A replica tag of five such characters: no vowels (no words), nothing that looks like another. */
#define REPLICA_ALPHABET "23456789bcdfghjkmnpqrstvwxz"
#define REPLICA_LENGTH 5

/* A dossier knows so many of the files that it was before. */
#define MAX_ANCESTORS 64

struct _ApoDossier {
  GObject parent_instance;

  char *replica;
  gint64 counter;
  GListStore *items[APO_N_ITEM_TYPES];
  GHashTable *by_id;            /* char* (the item's) → ApoItem*, borrowed */
  ApoRefIndex *refs;            /* (nullable) who names what, made at need */
  GHashTable *ranks;            /* (nullable) char* → rank + 1, made at need */
  gboolean counted;             /* whether these are known: */
  guint n_reviewed;
  guint n_claims;
  GVariantDict *view_states;
  char **ancestors;
  char *extra;
};

G_DEFINE_FINAL_TYPE (ApoDossier, apo_dossier, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_ITEM_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is known of the items together is not true any more. */
static void
forget_figures (ApoDossier *self)
{
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  self->counted = FALSE;
}

static void
item_changed_cb (ApoItem    *item,
                 ApoDossier *self)
{
  GSignalInvocationHint *hint = g_signal_get_invocation_hint (item);

  if (apo_item_get_item_type (item) == APO_ITEM_ACTOR)
    g_clear_pointer (&self->ranks, g_hash_table_unref);
  if (apo_item_get_item_type (item) == APO_ITEM_CLAIM)
    self->counted = FALSE;
  if (self->refs != NULL)
    apo_ref_index_add_field (self->refs, item,
                             apo_item_find_field (item, g_quark_to_string (hint->detail)));
  g_signal_emit (self, signals[SIGNAL_ITEM_CHANGED], 0, item, g_quark_to_string (hint->detail));
}

static void
apo_dossier_finalize (GObject *object)
{
  ApoDossier *self = APO_DOSSIER (object);

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items[type])); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (self->items[type]), i);

          g_signal_handlers_disconnect_by_data (item, self);
        }
      g_object_unref (self->items[type]);
    }
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  g_clear_pointer (&self->refs, apo_ref_index_free);
  g_variant_dict_unref (self->view_states);
  g_strfreev (self->ancestors);
  g_free (self->replica);
  g_free (self->extra);

  G_OBJECT_CLASS (apo_dossier_parent_class)->finalize (object);
}

static void
apo_dossier_class_init (ApoDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_dossier_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_DOSSIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_ITEM_CHANGED] =
    g_signal_new ("item-changed", APO_TYPE_DOSSIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, APO_TYPE_ITEM, G_TYPE_STRING);
}

static void
apo_dossier_init (ApoDossier *self)
{
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    self->items[type] = g_list_store_new (apo_item_type_get_gtype (type));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->view_states = g_variant_dict_new (NULL);
  self->ancestors = g_new0 (char *, 1);
}

static char *
mint_replica (void)
{
  char replica[REPLICA_LENGTH + 1];

  for (guint i = 0; i < REPLICA_LENGTH; i++)
    replica[i] = REPLICA_ALPHABET[g_random_int_range (0, strlen (REPLICA_ALPHABET))];
  replica[REPLICA_LENGTH] = '\0';

  return g_strdup (replica);
}

/**
 * apo_dossier_new:
 * @replica: (nullable): the tag that ids minted here begin with; %NULL for a random one
 *
 * Returns: (transfer full): an empty dossier
 */
ApoDossier *
apo_dossier_new (const char *replica)
{
  ApoDossier *self = g_object_new (APO_TYPE_DOSSIER, NULL);

  self->replica = replica != NULL ? g_strdup (replica) : mint_replica ();

  return self;
}

const char *
apo_dossier_get_replica (ApoDossier *dossier)
{
  return dossier->replica;
}

/**
 * apo_dossier_get_items:
 *
 * Returns: (transfer none): all items of that type, dismissed ones too, in the order of the text
 */
GListModel *
apo_dossier_get_items (ApoDossier *dossier,
                       ApoItemType type)
{
  return G_LIST_MODEL (dossier->items[type]);
}

/**
 * apo_dossier_lookup:
 * @id: (nullable): an id; %NULL and unknown ones are fine
 *
 * Returns: (transfer none) (nullable): the item, in O(1)
 */
ApoItem *
apo_dossier_lookup (ApoDossier *dossier,
                    const char *id)
{
  return id != NULL ? g_hash_table_lookup (dossier->by_id, id) : NULL;
}

/**
 * apo_dossier_collect_referring:
 *
 * The first call goes over all items; those after it cost no more than what they return.
 *
 * Returns: (transfer full) (element-type ApoItem): the items that name @id in one of their fields, no
 *   articles, sorted by their ids
 */
GPtrArray *
apo_dossier_collect_referring (ApoDossier *dossier,
                               const char *id)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = NULL;

  if (dossier->refs == NULL)
    {
      dossier->refs = apo_ref_index_new ();
      for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
        for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (dossier->items[type])); i++)
          {
            g_autoptr (ApoItem) item = g_list_model_get_item (G_LIST_MODEL (dossier->items[type]),
                                                              i);

            apo_ref_index_add_item (dossier->refs, item);
          }
    }

  ids = apo_ref_index_dup_ids (dossier->refs, id);
  for (guint i = 0; i < ids->len; i++)
    {
      ApoItem *item = apo_dossier_lookup (dossier, ids->pdata[i]);
      gboolean refers = FALSE;
      guint n_fields = 0;
      const ApoField *fields = item != NULL ? apo_item_get_fields (item, &n_fields) : NULL;

      for (guint j = 0; j < n_fields && !refers; j++)
        refers = apo_field_is_reference (&fields[j]) && apo_item_refers_to (item, j, id);
      if (refers && !APO_IS_ARTICLE (item))
        g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

/**
 * apo_dossier_get_article:
 *
 * Returns: (transfer none) (nullable): the first article
 */
ApoArticle *
apo_dossier_get_article (ApoDossier *dossier)
{
  g_autoptr (ApoArticle) article =
    g_list_model_get_item (G_LIST_MODEL (dossier->items[APO_ITEM_ARTICLE]), 0);

  return article;
}

static void
count_claims (ApoDossier *self)
{
  GListModel *claims = G_LIST_MODEL (self->items[APO_ITEM_CLAIM]);

  self->n_reviewed = 0;
  self->n_claims = 0;
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      if (apo_claim_is_dismissed (claim))
        continue;
      self->n_claims++;
      self->n_reviewed += apo_claim_get_verdict (claim) != APO_VERDICT_NONE;
    }
  self->counted = TRUE;
}

/**
 * apo_dossier_count_reviewed:
 * @n_reviewed: (out): claims with a verdict
 * @n_claims: (out): claims, without dismissed ones
 */
void
apo_dossier_count_reviewed (ApoDossier *dossier,
                            guint      *n_reviewed,
                            guint      *n_claims)
{
  if (!dossier->counted)
    count_claims (dossier);

  *n_reviewed = dossier->n_reviewed;
  *n_claims = dossier->n_claims;
}

typedef struct {
  const char *id;
  guint n_mentions;
  guint position;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a;
  const Ranked *y = b;

  if (x->n_mentions != y->n_mentions)
    return x->n_mentions > y->n_mentions ? -1 : 1;

  return x->position < y->position ? -1 : x->position > y->position;
}

static void
build_ranks (ApoDossier *self)
{
  GListModel *actors = G_LIST_MODEL (self->items[APO_ITEM_ACTOR]);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      Ranked entry = { apo_item_get_id (APO_ITEM (actor)), 0, i };

      apo_actor_get_mentions (actor, &entry.n_mentions);
      if (!apo_actor_is_dismissed (actor))
        g_array_append_val (ranked, entry);
    }

  g_array_sort (ranked, compare_ranked);
  self->ranks = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < ranked->len; i++)
    g_hash_table_insert (self->ranks, (char *) g_array_index (ranked, Ranked, i).id,
                         GUINT_TO_POINTER (i + 1));
}

/**
 * apo_dossier_get_actor_rank:
 * @id: (nullable): the id of an actor
 *
 * Returns: 0 for the actor with the most mentions, 1 for the next …, -1 for one that is not known
 */
int
apo_dossier_get_actor_rank (ApoDossier *dossier,
                            const char *id)
{
  if (id == NULL)
    return -1;
  if (dossier->ranks == NULL)
    build_ranks (dossier);

  return GPOINTER_TO_INT (g_hash_table_lookup (dossier->ranks, id)) - 1;
}

/**
 * apo_dossier_get_view_state:
 *
 * View state says how the window looked: it is saved, but it is no change of the dossier.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where none was set
 */
GVariant *
apo_dossier_get_view_state (ApoDossier *dossier,
                            const char *key)
{
  return g_variant_dict_lookup_value (dossier->view_states, key, NULL);
}

/**
 * apo_dossier_set_view_state:
 * @value: (nullable): a floating one is taken; %NULL removes the key
 */
void
apo_dossier_set_view_state (ApoDossier *dossier,
                            const char *key,
                            GVariant   *value)
{
  if (value != NULL)
    g_variant_dict_insert_value (dossier->view_states, key, value);
  else
    g_variant_dict_remove (dossier->view_states, key);
}

/**
 * apo_dossier_get_view_states:
 *
 * Returns: (transfer full): all of them, as `a{sv}`, in no order
 */
GVariant *
apo_dossier_get_view_states (ApoDossier *dossier)
{
  GVariant *all = g_variant_ref_sink (g_variant_dict_end (dossier->view_states));

  g_variant_dict_unref (dossier->view_states);
  dossier->view_states = g_variant_dict_new (all);

  return all;
}

/**
 * apo_dossier_get_ancestors:
 *
 * Returns: (transfer none) (array zero-terminated=1): the SHA-256 of files that this dossier was
 *   before, in hexadecimal, the last one last: by them two copies know what they both come from
 */
const char *const *
apo_dossier_get_ancestors (ApoDossier *dossier)
{
  return (const char *const *) dossier->ancestors;
}

/**
 * apo_dossier_get_extra:
 *
 * Returns: (transfer none) (nullable): what a file said in keys that this version does not know, as
 *   the text of one JSON object
 */
const char *
apo_dossier_get_extra (ApoDossier *dossier)
{
  return dossier->extra;
}

/**
 * apo_dossier_mint_id:
 *
 * Returns: (transfer full): an id that was never used here: the replica tag, the first letter of
 *   the type, a counter that only grows; one that is not in use where a file says that the counter
 *   has come to its end
 */
char *
apo_dossier_mint_id (ApoDossier *dossier,
                     ApoItemType type)
{
  static const char letters[] = { 'd', 'a', 'c', 't', 'e', 'r', 's', 'l', 'n', 'v' };
  gint64 number = dossier->counter;
  g_autofree char *id = NULL;

  do
    {
      number = number < G_MAXINT64 ? number + 1 : 1;
      g_free (id);
      id = g_strdup_printf ("%s-%c%" G_GINT64_FORMAT, dossier->replica, letters[type], number);
    }
  while (apo_dossier_lookup (dossier, id) != NULL);
  dossier->counter = number;

  return g_steal_pointer (&id);
}

/**
 * apo_dossier_find_free_number:
 *
 * Returns: the lowest number above @after that no article has
 */
guint
apo_dossier_find_free_number (ApoDossier *dossier,
                              guint       after)
{
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);
  guint n_articles = g_list_model_get_n_items (articles);
  guint number = after + 1;

  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);

      if (apo_article_get_number (article) == number)
        {
          number++;
          i = G_MAXUINT;
        }
    }

  return number;
}

/* Sees to it that an id that came from elsewhere, but was minted under this tag, is not minted
 * again. */
static void
reserve_id (ApoDossier *self,
            const char *id)
{
  gsize length = strlen (self->replica);
  gint64 number;

  if (strncmp (id, self->replica, length) != 0 || id[length] != '-' || id[length + 1] == '\0')
    return;

  number = g_ascii_strtoll (id + length + 2, NULL, 10);
  if (number < G_MAXINT64)
    self->counter = MAX (self->counter, number);
}

/* Makes an item known, which the list of its type is to hold. */
static void
enter_item (ApoDossier *self,
            ApoItem    *item)
{
  if (apo_item_get_id (item) == NULL)
    {
      g_autofree char *id = apo_dossier_mint_id (self, apo_item_get_item_type (item));

      apo_item_set_id (item, id);
    }
  g_return_if_fail (apo_dossier_lookup (self, apo_item_get_id (item)) == NULL);

  reserve_id (self, apo_item_get_id (item));
  g_hash_table_insert (self->by_id, (char *) apo_item_get_id (item), item);
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), self);
}

/**
 * apo_dossier_insert:
 * @item: gets an id if it has none; its id must not be in use
 * @position: its place in the list of its type; past the end appends
 */
void
apo_dossier_insert (ApoDossier *dossier,
                    ApoItem    *item,
                    guint       position)
{
  GListStore *store = dossier->items[apo_item_get_item_type (item)];

  enter_item (dossier, item);
  forget_figures (dossier);
  if (dossier->refs != NULL)
    apo_ref_index_add_item (dossier->refs, item);
  g_list_store_insert (store, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (store))),
                       item);
}

/**
 * apo_dossier_insert_all:
 * @position: the place of the first in the list of @type; past the end appends
 * @items: (array length=n_items): of @type, as for apo_dossier_insert()
 *
 * Inserts many items as one change of their list, however many there are.
 */
void
apo_dossier_insert_all (ApoDossier   *dossier,
                        ApoItemType   type,
                        guint         position,
                        ApoItem     **items,
                        guint         n_items)
{
  GListStore *store = dossier->items[type];

  for (guint i = 0; i < n_items; i++)
    {
      enter_item (dossier, items[i]);
      if (dossier->refs != NULL)
        apo_ref_index_add_item (dossier->refs, items[i]);
    }

  forget_figures (dossier);
  g_list_store_splice (store, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (store))), 0,
                       (gpointer *) items, n_items);
}

/**
 * apo_dossier_remove_range:
 * @position: the place of the first in the list of @type
 * @n_items: how many there are from there on
 *
 * Removes many items as one change of their list.
 */
void
apo_dossier_remove_range (ApoDossier *dossier,
                          ApoItemType type,
                          guint       position,
                          guint       n_items)
{
  GListModel *items = G_LIST_MODEL (dossier->items[type]);

  for (guint i = position; i < position + n_items; i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      g_signal_handlers_disconnect_by_data (item, dossier);
      g_hash_table_remove (dossier->by_id, apo_item_get_id (item));
    }

  forget_figures (dossier);
  g_list_store_splice (dossier->items[type], position, n_items, NULL, 0);
}

/**
 * apo_dossier_remove:
 * @item: an item of the dossier, which gives up its reference
 */
void
apo_dossier_remove (ApoDossier *dossier,
                    ApoItem    *item)
{
  guint position = apo_dossier_get_position (dossier, item);

  g_return_if_fail (position != G_MAXUINT);

  g_signal_handlers_disconnect_by_data (item, dossier);
  g_hash_table_remove (dossier->by_id, apo_item_get_id (item));
  forget_figures (dossier);
  g_list_store_remove (dossier->items[apo_item_get_item_type (item)], position);
}

/**
 * apo_dossier_get_position:
 *
 * Returns: the place of the item in the list of its type, or %G_MAXUINT; O(n)
 */
guint
apo_dossier_get_position (ApoDossier *dossier,
                          ApoItem    *item)
{
  guint position;

  if (g_list_store_find (dossier->items[apo_item_get_item_type (item)], item, &position))
    return position;

  return G_MAXUINT;
}

gint64
apo_dossier_get_counter (ApoDossier *dossier)
{
  return dossier->counter;
}

void
apo_dossier_set_counter (ApoDossier *dossier,
                         gint64      counter)
{
  dossier->counter = counter;
}

/**
 * apo_dossier_dup_ancestors_with:
 * @sha256: (nullable): of a file that this dossier was and is no more, in hexadecimal
 *
 * Returns: (transfer full) (array zero-terminated=1): the ancestors as they will be when that is
 *   one of them: the last one, unless it is known already; the oldest of very many is forgotten
 */
char **
apo_dossier_dup_ancestors_with (ApoDossier *dossier,
                                const char *sha256)
{
  const char *const *ancestors = apo_dossier_get_ancestors (dossier);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (sha256 == NULL || g_strv_contains (ancestors, sha256))
    return g_strdupv ((char **) ancestors);

  if (g_strv_length ((char **) ancestors) >= MAX_ANCESTORS)
    ancestors++;
  g_strv_builder_addv (builder, (const char **) ancestors);
  g_strv_builder_add (builder, sha256);

  return g_strv_builder_end (builder);
}

/**
 * apo_dossier_add_ancestor:
 * @sha256: of a file that this dossier was and is no more, in hexadecimal
 *
 * To be called when a dossier was written in the place of an older state, or is about to be.  Does
 * nothing if that is known already; forgets the oldest of very many.
 */
void
apo_dossier_add_ancestor (ApoDossier *dossier,
                          const char *sha256)
{
  char **ancestors = apo_dossier_dup_ancestors_with (dossier, sha256);

  g_strfreev (dossier->ancestors);
  dossier->ancestors = ancestors;
}

/**
 * apo_dossier_set_extra:
 * @json: (nullable): the text of one JSON object
 */
void
apo_dossier_set_extra (ApoDossier *dossier,
                       const char *json)
{
  if (json == dossier->extra)
    return;

  g_free (dossier->extra);
  dossier->extra = g_strdup (json);
}

void
apo_dossier_emit_changed (ApoDossier *dossier)
{
  g_signal_emit (dossier, signals[SIGNAL_CHANGED], 0);
}
