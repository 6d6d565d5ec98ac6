/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_LINKS (apo_claim_links_get_type ())

/**
 * ApoClaimLinks:
 *
 * What a claim has to do with others: contradicts, same as, depends on; links are added by choosing
 * the other claim from a list, and lead to it.
 */
G_DECLARE_FINAL_TYPE (ApoClaimLinks, apo_claim_links, APO, CLAIM_LINKS, GtkBox)

void apo_claim_links_show (ApoClaimLinks *links,
                           ApoDossier    *dossier,
                           ApoHistory    *history,
                           ApoFocus      *focus,
                           ApoClaim      *claim);

G_END_DECLS
