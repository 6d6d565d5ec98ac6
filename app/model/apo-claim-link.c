/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-link.h"

struct _ApoClaimLink {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoClaimLink, apo_claim_link, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_CLAIM_LINK_FIELD_FROM] = { "from", APO_FIELD_REF, NULL },
  [APO_CLAIM_LINK_FIELD_TO] = { "to", APO_FIELD_REF, NULL },
  [APO_CLAIM_LINK_FIELD_KIND] = { "kind", APO_FIELD_ENUM, apo_link_kind_get_type },
};

static void
apo_claim_link_class_init (ApoClaimLinkClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_LINK;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_claim_link_init (ApoClaimLink *self)
{
}

/**
 * apo_claim_link_get_from:
 *
 * Returns: (transfer none): the id of the one claim; of %APO_LINK_DEPENDS_ON, of what depends
 */
const char *
apo_claim_link_get_from (ApoClaimLink *link)
{
  return apo_item_get_string (APO_ITEM (link), APO_CLAIM_LINK_FIELD_FROM);
}

/**
 * apo_claim_link_get_to:
 *
 * Returns: (transfer none): the id of the other claim; of %APO_LINK_DEPENDS_ON, of what it depends
 *   on
 */
const char *
apo_claim_link_get_to (ApoClaimLink *link)
{
  return apo_item_get_string (APO_ITEM (link), APO_CLAIM_LINK_FIELD_TO);
}

ApoLinkKind
apo_claim_link_get_kind (ApoClaimLink *link)
{
  return apo_item_get_int (APO_ITEM (link), APO_CLAIM_LINK_FIELD_KIND);
}
