/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-article.h"
#include "apo-findings.h"

G_BEGIN_DECLS

/**
 * ApoFindingsTiming:
 *
 * Milliseconds, for `--timing`.
 */
typedef struct {
  double load_ms;
  double analyze_ms;
} ApoFindingsTiming;

JsonNode *apo_findings_to_json (ApoFindings             *findings,
                                ApoArticle              *article,
                                const char              *file,
                                const ApoFindingsTiming *timing);

G_END_DECLS
