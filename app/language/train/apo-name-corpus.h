/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-name-tagger.h"

G_BEGIN_DECLS

/**
 * ApoNameText:
 * @gold: by token its tag as people annotated it
 * @first: by token its tag as the first reading has it
 * @names: (element-type ApoNameSpan): what is annotated, in order
 *
 * A text with its names.
 */
typedef struct {
  ApoText *text;
  ApoTokens *tokens;
  GArray *words;                /* (element-type ApoNameWord) */
  GArray *names;
  guint8 *gold;
  guint8 *first;
} ApoNameText;

/* An annotated name, in code points of its text. */
typedef struct {
  ApoSpan span;
  ApoNameType type;
} ApoNameSpan;

GPtrArray *apo_name_corpus_load  (ApoLanguagePack      *pack,
                                  const ApoGazetteer   *gazetteer,
                                  const char * const   *paths,
                                  GError              **error);
void       apo_name_corpus_score (const GPtrArray      *texts,
                                  const ApoNameTagger  *tagger,
                                  gboolean              show);

G_END_DECLS
