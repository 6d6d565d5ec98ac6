/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoReaderMark:
 * @span: one stretch of the text
 * @item: (transfer none): what it belongs to: a claim, a time or an actor
 * @first: whether it is the first stretch of its item
 *
 * One passage that the reader draws.
 */
typedef struct {
  ApoSpan span;
  ApoItem *item;
  gboolean first;
} ApoReaderMark;

/**
 * ApoReaderMarks:
 *
 * All marked passages of a dossier by their place in the text.
 */
typedef struct _ApoReaderMarks ApoReaderMarks;

/**
 * ApoReaderMarkFunc:
 *
 * Called for one mark.
 */
typedef void (* ApoReaderMarkFunc) (const ApoReaderMark *mark,
                                    gpointer             user_data);

ApoReaderMarks *apo_reader_marks_new     (ApoDossier        *dossier);
void            apo_reader_marks_free    (ApoReaderMarks    *marks);
void            apo_reader_marks_foreach (ApoReaderMarks    *marks,
                                          ApoSpan            range,
                                          ApoReaderMarkFunc  func,
                                          gpointer           user_data);
GPtrArray      *apo_reader_marks_at      (ApoReaderMarks    *marks,
                                          guint              offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReaderMarks, apo_reader_marks_free)

G_END_DECLS
