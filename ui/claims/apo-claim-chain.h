/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CHAIN (apo_claim_chain_get_type ())

/**
 * ApoClaimChain:
 *
 * Who says it: the outlet, who reports it, and the speaker, as chips; then what kind of claim it is
 * and how certain its words are.  All but the outlet can be changed.
 */
G_DECLARE_FINAL_TYPE (ApoClaimChain, apo_claim_chain, APO, CLAIM_CHAIN, GtkWidget)

void apo_claim_chain_show         (ApoClaimChain *chain,
                                   ApoDossier    *dossier,
                                   ApoHistory    *history,
                                   ApoClaim      *claim);
void apo_claim_chain_edit_speaker (ApoClaimChain *chain);

G_END_DECLS
