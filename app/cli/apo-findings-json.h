/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-article.h"
#include "apo-findings.h"

G_BEGIN_DECLS

#define APO_MAX_STAGES 16

/**
 * ApoFindingsTiming:
 * @stages: the names of the parts of the analysis
 *
 * Milliseconds, for `--timing`.
 */
typedef struct {
  double load_ms;
  double analyze_ms;
  const char *stages[APO_MAX_STAGES];
  double stage_ms[APO_MAX_STAGES];
  guint n_stages;
} ApoFindingsTiming;

JsonNode *apo_findings_to_json (ApoFindings             *findings,
                                ApoArticle              *article,
                                const char              *file,
                                const ApoFindingsTiming *timing);

G_END_DECLS
