/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_SOURCES (apo_claim_sources_get_type ())

/**
 * ApoClaimSources:
 *
 * The single-source meter: a card that says how many of the claims come from one speaker, with the
 * shares of all speakers as a bar.  It shows itself only where one speaker has at least half of at
 * least three claims.
 */
G_DECLARE_FINAL_TYPE (ApoClaimSources, apo_claim_sources, APO, CLAIM_SOURCES, GtkBox)

void apo_claim_sources_update (ApoClaimSources *sources,
                               ApoDossier      *dossier);

G_END_DECLS
