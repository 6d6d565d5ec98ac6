/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history-private.h"

G_BEGIN_DECLS

/* The bytes of journals; README.md in this folder describes them. */

#define APO_JOURNAL_VERSION 1

/* Larger journals are neither read nor written. */
#define APO_JOURNAL_MAX_BYTES (1024u * 1024 * 1024)

/**
 * ApoJournalBase:
 * @version: of the journal, when it was read
 * @file: (nullable): the dossier's, %NULL where there is none yet
 * @name: of the dossier, for people
 * @sha256: (nullable): of the file's bytes, on which the changes build
 * @snapshot: (nullable): where they build on no file: the dossier they build on
 * @position: of the history, at that state
 *
 * What a journal says of the state that its changes build on.
 */
typedef struct {
  guint version;
  GFile *file;
  char *name;
  char *sha256;
  GBytes *snapshot;
  guint64 position;
} ApoJournalBase;

/**
 * ApoJournalStep:
 * @number: counts the steps of a session from 1
 * @step: what was done
 * @position: of the history, afterwards
 * @counter: of the dossier, afterwards
 * @time: when, in microseconds since 1970 UTC
 * @views: (nullable): `a{sv}`, the view states, where they differ from those of the step before
 * @command: of %APO_COMMAND_VARIANT_TYPE
 *
 * One change of a dossier.
 */
typedef struct {
  guint64 number;
  ApoHistoryStep step;
  guint64 position;
  gint64 counter;
  gint64 time;
  GVariant *views;
  GVariant *command;
} ApoJournalStep;

/**
 * ApoJournalMark:
 * @sha256: of the bytes
 * @number: of the last step that is in them
 *
 * Says that a version of the file was about to be written.
 */
typedef struct {
  char *sha256;
  guint64 number;
  guint64 position;
} ApoJournalMark;

/**
 * ApoJournalContent:
 * @damaged: whether there is something behind what is used that cannot be
 *
 * What a journal holds, as far as it can be used.
 */
typedef struct {
  ApoJournalBase base;
  GPtrArray *steps;             /* ApoJournalStep */
  GPtrArray *marks;             /* ApoJournalMark */
  gboolean damaged;
} ApoJournalContent;

void               apo_journal_base_clear    (ApoJournalBase       *base);
void               apo_journal_step_free     (ApoJournalStep       *step);
void               apo_journal_content_free  (ApoJournalContent    *content);

GBytes            *apo_journal_encode_base   (const ApoJournalBase *base);
GBytes            *apo_journal_encode_step   (const ApoJournalStep *step);
GBytes            *apo_journal_encode_mark   (const ApoJournalMark *mark);
ApoJournalContent *apo_journal_decode        (GBytes               *bytes,
                                              const char           *name,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoJournalStep, apo_journal_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoJournalContent, apo_journal_content_free)

G_END_DECLS
