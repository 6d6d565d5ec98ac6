/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-renewal.h"

G_BEGIN_DECLS

#define APO_TYPE_RENEWAL_ITEM (apo_renewal_item_get_type ())

/**
 * ApoRenewalItem:
 *
 * A change that another analysis would make, for a list, or the heading above those of one kind.
 *
 * Properties: `chosen`, whether it is to be made (of a heading: all of them are); `partly`, of a
 * heading: whether only some of them are.
 */
G_DECLARE_FINAL_TYPE (ApoRenewalItem, apo_renewal_item, APO, RENEWAL_ITEM, GObject)

ApoRenewalItem *apo_renewal_item_new         (const ApoRenewalChange *change,
                                              guint                   index);
ApoRenewalItem *apo_renewal_item_new_heading (ApoRenewalKind          kind,
                                              ApoItemType             type);
const ApoRenewalChange *
                apo_renewal_item_get_change  (ApoRenewalItem         *item);
guint           apo_renewal_item_get_index   (ApoRenewalItem         *item);
gboolean        apo_renewal_item_is_in       (ApoRenewalItem         *item,
                                              ApoRenewalItem         *heading);
gboolean        apo_renewal_item_is_chosen   (ApoRenewalItem         *item);
void            apo_renewal_item_set_chosen  (ApoRenewalItem         *item,
                                              gboolean                chosen);
void            apo_renewal_item_set_counts  (ApoRenewalItem         *heading,
                                              guint                   n,
                                              guint                   n_chosen);
char           *apo_renewal_item_dup_title   (ApoRenewalItem         *item);
char           *apo_renewal_item_dup_fields  (ApoRenewalItem         *item);

G_END_DECLS
