/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-analysis.h"
#include "apo-claim-filter.h"
#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIMS_PANEL (apo_claims_panel_get_type ())

/**
 * ApoClaimsPanel:
 *
 * The list of claims with search, filter, single-source meter and progress.  What is selected in it
 * is what the focus has selected, if that is a claim.
 *
 * Actions: those of #ApoClaimChoice with the prefix `filter`.
 */
G_DECLARE_FINAL_TYPE (ApoClaimsPanel, apo_claims_panel, APO, CLAIMS_PANEL, GtkBox)

GtkWidget *apo_claims_panel_new          (void);
void       apo_claims_panel_set_context  (ApoClaimsPanel *panel,
                                          ApoDossier     *dossier,
                                          ApoHistory     *history,
                                          ApoFocus       *focus);
void       apo_claims_panel_set_analysis (ApoClaimsPanel *panel,
                                          ApoAnalysis    *analysis);
void       apo_claims_panel_bind_settings (ApoClaimsPanel *panel,
                                          GSettings      *settings);
void       apo_claims_panel_grab_search  (ApoClaimsPanel *panel);
gboolean   apo_claims_panel_select_next  (ApoClaimsPanel *panel,
                                          int             step);
ApoClaim  *apo_claims_panel_get_selected (ApoClaimsPanel *panel);
gboolean   apo_claims_panel_judge        (ApoClaimsPanel *panel,
                                          ApoVerdict      verdict);
void       apo_claims_panel_show_actor   (ApoClaimsPanel *panel,
                                          const char     *id,
                                          gboolean        about);

G_END_DECLS
