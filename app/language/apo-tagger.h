/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-model-file.h"
#include "apo-perceptron.h"
#include "apo-tag-features.h"

G_BEGIN_DECLS

/**
 * ApoTagger:
 *
 * Says of each word of a sentence what part of speech it is there, and of verbs which form.  Never
 * changes; may be used by several threads at once.
 */
typedef struct _ApoTagger ApoTagger;

/**
 * ApoTagPass:
 * @tags: (nullable): what the classes of @scorer stand for, to keep to what the lexicon allows;
 * annotated texts do not always
 * @again: the words have tags of an earlier pass, and those that follow are seen
 *
 * One way through a sentence, from the first word to the last.
 */
typedef struct {
  ApoScorer scorer;
  const ApoTag *tags;
  gboolean again;
} ApoTagPass;

ApoTagger *apo_tagger_new    (ApoModelFile      *file,
                              GError           **error);
void       apo_tagger_free   (ApoTagger         *tagger);
void       apo_tagger_tag    (const ApoTagger   *tagger,
                              ApoWord           *words,
                              guint              n);

guint      apo_tagger_choose (const ApoTagPass  *pass,
                              const ApoWord     *words,
                              guint              n,
                              guint              i,
                              ApoFeature        *features,
                              guint             *n_features);
void       apo_tagger_decode (const ApoTagPass  *pass,
                              ApoWord           *words,
                              guint              n);
gboolean   apo_tagger_write  (const char        *path,
                              const ApoTag      *tags,
                              guint              n_tags,
                              GBytes            *first,
                              GBytes            *second,
                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTagger, apo_tagger_free)

G_END_DECLS
