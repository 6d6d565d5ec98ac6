/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/* Any item in a few words, for lists that mix them. */

const char *apo_item_words_get_kind  (ApoItemType  type);
const char *apo_item_words_get_icon  (ApoItemType  type);
const char *apo_item_words_get_link  (ApoClaimLink *link,
                                      gboolean     leads_here);
char       *apo_item_words_dup_title (ApoDossier  *dossier,
                                      ApoItem     *item);
char       *apo_item_words_dup_line  (const char  *text);

G_END_DECLS
