/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/* What the reader says about things, in words. */

/**
 * ApoReaderWords:
 * @title: who says it, or what it is
 * @state: (nullable): how certain, what the verdict is; what kind; which days
 * @grounds: (nullable): why the program takes it for that, a line for each reason
 *
 * A passage explained.
 */
typedef struct {
  char *title;
  char *state;
  char *grounds;
} ApoReaderWords;

char           *apo_reader_words_dup_day      (ApoDay          day);
char           *apo_reader_words_dup_citation (ApoArticle     *article,
                                               ApoSpan         span);
ApoReaderWords *apo_reader_words_new          (ApoDossier     *dossier,
                                               ApoItem        *item,
                                               guint           offset);
void            apo_reader_words_free         (ApoReaderWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReaderWords, apo_reader_words_free)

G_END_DECLS
