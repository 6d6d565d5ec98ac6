/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-phrase.h"

#include <glib/gi18n.h>

typedef struct {
  const char *outgoing;
  const char *incoming;         /* (nullable) the same as outgoing */
} Words;

static const Words all_words[] = {
  /* Translators: %s in these is the name of another actor */
  [APO_RELATION_MEETING] = { N_("meets %s"), NULL },
  [APO_RELATION_COOPERATION] = { N_("cooperates with %s"), NULL },
  [APO_RELATION_SUPPORT] = { N_("supports %s"), N_("has the support of %s") },
  [APO_RELATION_TRADE] = { N_("trades with %s"), NULL },
  [APO_RELATION_DEPENDENCE] = { N_("depends on %s"), N_("an asset that %s depends on") },
  [APO_RELATION_PRESSURE] = { N_("puts pressure on %s"), N_("under pressure from %s") },
  [APO_RELATION_ACCUSATION] = { N_("accuses %s"), N_("under accusation from %s") },
  [APO_RELATION_SANCTION] = { N_("sanctions %s"), N_("under sanctions from %s") },
  [APO_RELATION_CONFLICT] = { N_("in conflict with %s"), NULL },
  [APO_RELATION_STATEMENT] = { N_("addresses %s"), N_("hears from %s") },
  [APO_RELATION_MENTION] = { N_("is named together with %s"), NULL },
};

/**
 * apo_relation_phrase_get_other:
 * @actor: one of the two
 * @incoming: (out): whether it is the other that acts
 *
 * Returns: (transfer none) (nullable): the other of the two; %NULL if there is none, or it was
 *   dismissed
 */
ApoActor *
apo_relation_phrase_get_other (ApoDossier  *dossier,
                              ApoRelation *relation,
                              ApoActor    *actor,
                              gboolean    *incoming)
{
  const char *id = apo_item_get_id (APO_ITEM (actor));
  ApoItem *other;

  *incoming = !g_str_equal (apo_relation_get_from (relation), id);
  other = apo_dossier_lookup (dossier, *incoming ? apo_relation_get_from (relation)
                                                 : apo_relation_get_to (relation));
  if (!APO_IS_ACTOR (other) || apo_actor_is_dismissed (APO_ACTOR (other)))
    return NULL;

  return APO_ACTOR (other);
}

/**
 * apo_relation_phrase_dup:
 * @incoming: whether it is the other that acts
 * @other: its name, or whatever is to stand for it
 *
 * Returns: (transfer full): what the relation is, seen from one of the two
 */
char *
apo_relation_phrase_dup (ApoRelation *relation,
                        gboolean     incoming,
                        const char  *other)
{
  ApoRelationKind kind = apo_relation_get_kind (relation);
  const Words *words = &all_words[kind];
  const char *format = words->outgoing;
  g_auto (GStrv) parts = NULL;

  /* One that has a direction by its kind, but not here, is named by the kind. */
  if (words->incoming != NULL && !apo_relation_is_directed (relation))
    return g_strdup_printf ("%s – %s", apo_relation_kind_get_label (kind), other);

  if (words->incoming != NULL && incoming)
    format = words->incoming;
  parts = g_strsplit (_(format), "%s", 2);

  return g_strjoinv (other, parts);
}
