/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-journal-format.h"
#include "apo-journal-writer.h"

G_BEGIN_DECLS

#define APO_TYPE_JOURNAL (apo_journal_get_type ())

/**
 * ApoJournal:
 *
 * Takes the changes of one open dossier at once and has a thread of its own put them onto the disk.
 * Main thread only, but for apo_journal_mark().
 *
 * Properties: `problem` (a sentence, nullable): why changes are not safe at present.
 */
G_DECLARE_FINAL_TYPE (ApoJournal, apo_journal, APO, JOURNAL, GObject)

ApoJournal *apo_journal_new               (ApoStore             *store,
                                           GFile                *file,
                                           const char           *name);
ApoJournal *apo_journal_new_from_writer   (ApoStore             *store,
                                           ApoJournalWriter     *writer,
                                           GFile                *file,
                                           const char           *name,
                                           guint64               number);
gboolean    apo_journal_is_open_elsewhere (ApoJournal           *journal);
guint64     apo_journal_get_number        (ApoJournal           *journal);
const char *apo_journal_get_problem       (ApoJournal           *journal);
void        apo_journal_set_base          (ApoJournal           *journal,
                                           const ApoJournalBase *base,
                                           guint64               number);
void        apo_journal_add               (ApoJournal           *journal,
                                           ApoHistoryStep        step,
                                           guint64               position,
                                           gint64                counter,
                                           GVariant             *views,
                                           GVariant             *command);
void        apo_journal_mark              (ApoJournal           *journal,
                                           const char           *sha256,
                                           guint64               number,
                                           guint64               position);
gboolean    apo_journal_flush             (ApoJournal           *journal);
void        apo_journal_remove            (ApoJournal           *journal);

G_END_DECLS
