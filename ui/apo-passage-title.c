/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-passage-title.h"

#include <glib/gi18n.h>

static const char *
get_name (ApoDossier *dossier,
          const char *id)
{
  ApoItem *actor = apo_dossier_lookup (dossier, id);

  return actor != NULL && APO_IS_ACTOR (actor) ? apo_actor_get_name (APO_ACTOR (actor)) : NULL;
}

static char *
dup_relation_title (ApoDossier  *dossier,
                    ApoRelation *relation)
{
  const char *from = get_name (dossier, apo_relation_get_from (relation));
  const char *to = get_name (dossier, apo_relation_get_to (relation));
  const char *kind = apo_relation_kind_get_label (apo_relation_get_kind (relation));

  if (from == NULL || to == NULL)
    return g_strdup (kind);

  /* Translators: the kind of a relation, and the two actors between whom it is */
  return g_strdup_printf (apo_relation_is_directed (relation) ? _("%s, %s → %s") : _("%s, %s – %s"),
                          kind, from, to);
}

/* What a passage is for its claim, where it is not what is claimed. */
static const char *
get_part (int field)
{
  switch (field)
    {
    case APO_CLAIM_FIELD_CUE:
      return _("verb of saying");
    case APO_CLAIM_FIELD_SOURCE:
      return _("named source");
    case APO_CLAIM_FIELD_DISCLAIMERS:
      return _("reservation");
    default:
      return NULL;
    }
}

static char *
dup_claim_title (ApoDossier *dossier,
                 ApoClaim   *claim,
                 int         field)
{
  const char *speaker = get_name (dossier, apo_claim_get_speaker (claim));
  const char *part = get_part (field);
  g_autofree char *title = NULL;

  /* Translators: who makes it follows */
  title = speaker != NULL ? g_strdup_printf (_("Claim by %s"), speaker) : g_strdup (_("Claim"));

  return part != NULL ? g_strdup_printf ("%s · %s", title, part) : g_steal_pointer (&title);
}

/**
 * apo_passage_dup_title:
 * @field: the field of the item that holds the passage, or -1
 *
 * Returns: (transfer full): a few words that say of what it is a passage
 */
char *
apo_passage_dup_title (ApoDossier *dossier,
                       ApoItem    *item,
                       int         field)
{
  switch (apo_item_get_item_type (item))
    {
    case APO_ITEM_CLAIM:
      return dup_claim_title (dossier, APO_CLAIM (item), field);
    case APO_ITEM_EVENT:
      /* Translators: what happened follows */
      return g_strdup_printf (_("Event: %s"), apo_event_get_label (APO_EVENT (item)));
    case APO_ITEM_RELATION:
      return dup_relation_title (dossier, APO_RELATION (item));
    case APO_ITEM_ACTOR:
      /* Translators: who is mentioned follows */
      return g_strdup_printf (_("Mention of %s"), apo_actor_get_name (APO_ACTOR (item)));
    case APO_ITEM_TIME:
      return g_strdup (_("Date or time"));
    case APO_ITEM_ARTICLE:
    default:
      return g_strdup ("");
    }
}
