/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CHOOSER (apo_claim_chooser_get_type ())

/**
 * ApoClaimChooser:
 *
 * A popover to choose one of the actors or claims of a dossier from a list that can be searched, or
 * to type a new name.  Enter takes what is selected in the list, the first match at the outset.
 *
 * Signals: `chosen` (ApoItem *item, nullable: the reader chose nobody), `named` (const char *name):
 * the reader typed a name that is not in the list.
 */
G_DECLARE_FINAL_TYPE (ApoClaimChooser, apo_claim_chooser, APO, CLAIM_CHOOSER, GtkPopover)

/**
 * ApoClaimChooserTest:
 *
 * Returns: whether @item can be chosen
 */
typedef gboolean (* ApoClaimChooserTest) (ApoItem  *item,
                                          gpointer  user_data);

GtkWidget *apo_claim_chooser_new        (const char         *title,
                                         const char         *nobody,
                                         gboolean            allow_new);
void       apo_claim_chooser_set_items  (ApoClaimChooser    *chooser,
                                         ApoDossier         *dossier,
                                         ApoItemType         type,
                                         ApoClaimChooserTest test,
                                         gpointer            user_data);

G_END_DECLS
