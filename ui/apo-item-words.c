/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-item-words.h"

#include <glib/gi18n.h>

/**
 * apo_item_words_get_kind:
 *
 * Returns: what an item of @type is called
 */
const char *
apo_item_words_get_kind (ApoItemType type)
{
  static const char *const kinds[APO_N_ITEM_TYPES] = {
    [APO_ITEM_ARTICLE] = N_("Article"),
    [APO_ITEM_ACTOR] = N_("Actor"),
    [APO_ITEM_CLAIM] = N_("Claim"),
    [APO_ITEM_TIME] = N_("Date"),
    [APO_ITEM_EVENT] = N_("Event"),
    [APO_ITEM_RELATION] = N_("Relation"),
    [APO_ITEM_SOURCE] = N_("Source"),
    [APO_ITEM_LINK] = N_("Link"),
    [APO_ITEM_NOTE] = N_("Note"),
    [APO_ITEM_VIEW] = N_("View"),
  };

  return _(kinds[type]);
}

/**
 * apo_item_words_get_icon:
 *
 * Returns: the name of the icon for items of @type
 */
const char *
apo_item_words_get_icon (ApoItemType type)
{
  switch (type)
    {
    case APO_ITEM_ACTOR:
      return "apo-actors-symbolic";
    case APO_ITEM_CLAIM:
    case APO_ITEM_LINK:
      return "apo-claims-symbolic";
    case APO_ITEM_TIME:
    case APO_ITEM_EVENT:
      return "apo-timeline-symbolic";
    case APO_ITEM_RELATION:
      return "apo-graph-symbolic";
    case APO_ITEM_NOTE:
      return "apo-notes-symbolic";
    case APO_ITEM_SOURCE:
      return "mail-attachment-symbolic";
    default:
      return "apo-reader-symbolic";
    }
}

static char *
dup_relation (ApoDossier  *dossier,
              ApoRelation *relation)
{
  ApoItem *from = apo_dossier_lookup (dossier, apo_relation_get_from (relation));
  ApoItem *to = apo_dossier_lookup (dossier, apo_relation_get_to (relation));

  if (!APO_IS_ACTOR (from) || !APO_IS_ACTOR (to))
    return apo_dossier_dup_item_text (dossier, APO_ITEM (relation));

  return g_strdup_printf ("%s %s %s", apo_actor_get_name (APO_ACTOR (from)),
                          apo_relation_is_directed (relation) ? "→" : "–",
                          apo_actor_get_name (APO_ACTOR (to)));
}

/**
 * apo_item_words_dup_line:
 *
 * Returns: (transfer full): @text on one line
 */
char *
apo_item_words_dup_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
}

/**
 * apo_item_words_get_link:
 * @leads_here: whether it is @link's end that is spoken of, and not where it begins
 *
 * Returns: what the claim spoken of has to do with the other
 */
const char *
apo_item_words_get_link (ApoClaimLink *link,
                         gboolean      leads_here)
{
  if (leads_here && apo_claim_link_get_kind (link) == APO_LINK_DEPENDS_ON)
    /* Translators: of a claim: the other claim depends on it */
    return _("Carries");

  return apo_link_kind_get_label (apo_claim_link_get_kind (link));
}

/**
 * apo_item_words_dup_title:
 * @item: of @dossier
 *
 * Returns: (transfer full): what it is, on one line: a name, a label, or what stands in the text
 */
char *
apo_item_words_dup_title (ApoDossier *dossier,
                          ApoItem    *item)
{
  g_autofree char *text = NULL;

  if (APO_IS_EVENT (item) && *apo_event_get_label (APO_EVENT (item)) != '\0')
    return apo_item_words_dup_line (apo_event_get_label (APO_EVENT (item)));
  if (APO_IS_RELATION (item))
    text = dup_relation (dossier, APO_RELATION (item));
  else if (APO_IS_ARTICLE (item))
    text = g_strdup (apo_article_get_title (APO_ARTICLE (item)));
  else
    text = apo_dossier_dup_item_text (dossier, item);

  return apo_item_words_dup_line (text);
}
