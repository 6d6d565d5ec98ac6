/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-journal-folder.h"

G_BEGIN_DECLS

/**
 * ApoJournalWriter:
 *
 * Keeps a journal on the disk as it should be, and the lock beside it that says that somebody does.
 * For one thread at a time; everything blocks.
 */
typedef struct _ApoJournalWriter ApoJournalWriter;

ApoJournalWriter *apo_journal_writer_new       (ApoStore         *store);
void              apo_journal_writer_free      (ApoJournalWriter *writer);
gboolean          apo_journal_writer_claim     (ApoJournalWriter *writer,
                                                const char       *key,
                                                GError          **error);
gboolean          apo_journal_writer_take_over (ApoJournalWriter *writer,
                                                const char       *stem,
                                                GError          **error);
const char       *apo_journal_writer_get_stem  (ApoJournalWriter *writer);
void              apo_journal_writer_set_base  (ApoJournalWriter *writer,
                                                GBytes           *base,
                                                guint64           number);
void              apo_journal_writer_add       (ApoJournalWriter *writer,
                                                GBytes           *record,
                                                guint64           number);
gboolean          apo_journal_writer_sync      (ApoJournalWriter *writer,
                                                GError          **error);
gboolean          apo_journal_writer_remove    (ApoJournalWriter *writer,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoJournalWriter, apo_journal_writer_free)

G_END_DECLS
