/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-findings.h"
#include "apo-text.h"

G_BEGIN_DECLS

#define APO_ANALYZER_ERROR (apo_analyzer_error_quark ())

typedef enum {
  APO_ANALYZER_ERROR_DATA,      /* a language pack is missing or damaged */
  APO_ANALYZER_ERROR_LANGUAGE,  /* there is no pack for this language */
} ApoAnalyzerError;

GQuark apo_analyzer_error_quark (void);

/**
 * ApoAnalyzerObserver:
 * @progress: (nullable): called at most some ten times a second with 0 to 1
 * @pass: (nullable): called with what was found so far (transfer full), the actors first; of texts
 *   so long that waiting for the end would be felt
 *
 * Who follows an analysis; called in its thread.
 */
typedef struct {
  void (* progress) (double       fraction,
                     gpointer     data);
  void (* pass)     (ApoFindings *findings,
                     gpointer     data);
  gpointer data;
} ApoAnalyzerObserver;

/* The parts of an analysis whose time is taken. */
typedef enum {
  APO_STAGE_TOKENS,
  APO_STAGE_SYNTAX,
  APO_STAGE_NAMES,
  APO_STAGE_ACTORS,
  APO_STAGE_TIMES,
  APO_STAGE_CLAIMS,
  APO_STAGE_EVENTS,
  APO_STAGE_RELATIONS,
  APO_STAGE_LINKS,
  APO_N_STAGES
} ApoStage;

#define APO_TYPE_ANALYZER (apo_analyzer_get_type ())

/**
 * ApoAnalyzer:
 *
 * Runs the finders over a text.  Language packs are loaded at the first need and kept; one analyzer
 * serves one thread at a time.
 */
G_DECLARE_FINAL_TYPE (ApoAnalyzer, apo_analyzer, APO, ANALYZER, GObject)

ApoAnalyzer *apo_analyzer_new            (const char                 *data_dir);
ApoFindings *apo_analyzer_analyze        (ApoAnalyzer                *analyzer,
                                          ApoText                    *text,
                                          const char                 *language,
                                          ApoDay                      date,
                                          const ApoAnalyzerObserver  *observer,
                                          GCancellable               *cancellable,
                                          GError                    **error);
ApoFindings *apo_analyzer_find_times     (ApoAnalyzer                *analyzer,
                                          ApoText                    *text,
                                          const char                 *language,
                                          ApoDay                      date,
                                          GCancellable               *cancellable,
                                          GError                    **error);
gint64       apo_analyzer_get_stage_time (ApoAnalyzer                *analyzer,
                                          ApoStage                    stage);
const char  *apo_stage_to_string         (ApoStage                    stage);

G_END_DECLS
