/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-tally.h"

struct _ApoActorTally {
  GObject parent_instance;

  ApoDossier *dossier;
  GHashTable *counts;           /* (nullable) id → Counts, made at need */
};

typedef struct {
  guint n_made;
  guint n_about;
} Counts;

G_DEFINE_FINAL_TYPE (ApoActorTally, apo_actor_tally, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Counts *
ensure_counts (ApoActorTally *self,
               const char    *id)
{
  Counts *counts = g_hash_table_lookup (self->counts, id);

  if (counts == NULL)
    {
      counts = g_new0 (Counts, 1);
      g_hash_table_insert (self->counts, g_strdup (id), counts);
    }

  return counts;
}

static void
count_claims (ApoActorTally *self)
{
  GListModel *claims = apo_dossier_get_items (self->dossier, APO_ITEM_CLAIM);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);
      g_auto (GStrv) about = apo_item_dup_refs (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT);

      if (apo_claim_is_dismissed (claim))
        continue;
      ensure_counts (self, apo_claim_get_speaker (claim))->n_made++;
      for (guint j = 0; about[j] != NULL; j++)
        ensure_counts (self, about[j])->n_about++;
    }
}

static void
dossier_changed_cb (ApoActorTally *self)
{
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
apo_actor_tally_finalize (GObject *object)
{
  ApoActorTally *self = APO_ACTOR_TALLY (object);

  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_tally_parent_class)->finalize (object);
}

static void
apo_actor_tally_class_init (ApoActorTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_actor_tally_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_ACTOR_TALLY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
apo_actor_tally_init (ApoActorTally *self)
{
}

ApoActorTally *
apo_actor_tally_new (ApoDossier *dossier)
{
  ApoActorTally *self = g_object_new (APO_TYPE_ACTOR_TALLY, NULL);

  self->dossier = g_object_ref (dossier);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * apo_actor_tally_count:
 * @n_made: (out): claims that the actor makes
 * @n_about: (out): claims about the actor
 */
void
apo_actor_tally_count (ApoActorTally *tally,
                       ApoActor      *actor,
                       guint         *n_made,
                       guint         *n_about)
{
  const Counts *counts;

  g_return_if_fail (APO_IS_ACTOR_TALLY (tally));

  if (tally->counts == NULL)
    count_claims (tally);

  counts = g_hash_table_lookup (tally->counts, apo_item_get_id (APO_ITEM (actor)));
  *n_made = counts != NULL ? counts->n_made : 0;
  *n_about = counts != NULL ? counts->n_about : 0;
}
