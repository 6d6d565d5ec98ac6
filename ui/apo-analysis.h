/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-session.h"

G_BEGIN_DECLS

#define APO_TYPE_ANALYSIS (apo_analysis_get_type ())

/**
 * ApoAnalysis:
 *
 * The analysis of the article of a session, in a worker of its own.  The worker gets copies; its
 * result is taken only if it was not cancelled and no newer run was started.
 *
 * Properties: `running`, `progress` (0 to 1).  Signals: `failed` (const char *message), `renewed`
 * (ApoFindings *findings): what a run found of which nothing was taken.
 */
G_DECLARE_FINAL_TYPE (ApoAnalysis, apo_analysis, APO, ANALYSIS, GObject)

ApoAnalysis *apo_analysis_new        (ApoSession  *session);
void         apo_analysis_start      (ApoAnalysis *analysis);
void         apo_analysis_renew      (ApoAnalysis *analysis);
void         apo_analysis_set_date   (ApoAnalysis *analysis,
                                      ApoDay       date);
void         apo_analysis_cancel     (ApoAnalysis *analysis);
gboolean     apo_analysis_is_running (ApoAnalysis *analysis);

G_END_DECLS
