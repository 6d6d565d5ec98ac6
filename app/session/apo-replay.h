/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-journal-format.h"
#include "apo-store.h"

G_BEGIN_DECLS

/**
 * ApoReplayed:
 * @base: what the steps build on, for the journal to go on
 * @steps: (element-type ApoJournalStep): those that were taken
 * @number: of the last step of the journal
 * @stamp: (nullable): of the file, or what no file has if it is another by now
 * @warning: (nullable): a sentence that says what could not be recovered
 *
 * A dossier with the changes of a journal.
 */
typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoJournalBase base;
  GPtrArray *steps;
  guint64 number;
  char *stamp;
  char *warning;
} ApoReplayed;

void         apo_replayed_free     (ApoReplayed             *replayed);
guint        apo_replay_find_first (const ApoJournalContent *content);
GStrv        apo_replay_dup_names  (const ApoJournalContent *content,
                                    guint                    first);
ApoReplayed *apo_replay            (ApoStore                *store,
                                    const ApoJournalContent *content,
                                    GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReplayed, apo_replayed_free)

G_END_DECLS
