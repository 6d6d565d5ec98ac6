/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-command-private.h"

G_BEGIN_DECLS

/* For what writes the steps of a history down and takes them again. */

/**
 * ApoHistoryStep:
 * @APO_HISTORY_EXECUTE: a command became the last one
 * @APO_HISTORY_MERGE: a command was executed and became part of the last one
 *
 * What can happen to a history.
 */
typedef enum {
  APO_HISTORY_EXECUTE,
  APO_HISTORY_MERGE,
  APO_HISTORY_UNDO,
  APO_HISTORY_REDO,
} ApoHistoryStep;

#define APO_HISTORY_N_STEPS (APO_HISTORY_REDO + 1)

/**
 * ApoHistoryRecorder:
 * @before: called before a step
 * @after: called when the dossier and the history have taken the step, before anybody is told, with
 *   the command that was executed, undone or redone; of a merge, what was added to the last one
 *
 * Who is told of every step.
 */
typedef struct {
  void (*before) (gpointer data);
  void (*after)  (ApoHistoryStep step,
                  ApoCommand    *command,
                  gpointer       data);
  gpointer data;
} ApoHistoryRecorder;

void     apo_history_set_recorder     (ApoHistory               *history,
                                       const ApoHistoryRecorder *recorder);
void     apo_history_set_opening_position (ApoHistory           *history,
                                       guint64                   position);
gboolean apo_history_replay           (ApoHistory               *history,
                                       ApoHistoryStep            step,
                                       ApoCommand               *command,
                                       guint64                   position);

G_END_DECLS
