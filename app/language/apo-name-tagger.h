/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-model-file.h"
#include "apo-name-features.h"
#include "apo-perceptron.h"

G_BEGIN_DECLS

/* The sections of a model of names. */
#define APO_NAME_SECTION_GAZETTEER "gazetteer"
#define APO_NAME_SECTION_FIRST "names-1"
#define APO_NAME_SECTION_SECOND "names-2"

/**
 * ApoTaggedName:
 * @tokens: the tokens of the name
 */
typedef struct {
  ApoSpan tokens;
  ApoNameType type;
} ApoTaggedName;

/**
 * ApoNameTagger:
 *
 * A trained tagger of names.  May be used by several threads at once.
 */
typedef struct _ApoNameTagger ApoNameTagger;

ApoNameTagger      *apo_name_tagger_new           (const char          *path,
                                                   GError             **error);
void                apo_name_tagger_free          (ApoNameTagger       *tagger);
guint64             apo_name_tagger_get_checksum  (const ApoNameTagger *tagger);
const ApoGazetteer *apo_name_tagger_get_gazetteer (const ApoNameTagger *tagger);
GArray             *apo_name_tagger_tag           (const ApoNameTagger *tagger,
                                                   ApoText             *text,
                                                   const ApoTokens     *tokens);

void                apo_name_tagger_read          (ApoScorer            scorer,
                                                   const GArray        *words,
                                                   ApoSpan              range,
                                                   const ApoNameVotes  *votes,
                                                   guint8              *tags);
GArray             *apo_name_tagger_collect       (const guint8        *tags,
                                                   guint                n_tags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoNameTagger, apo_name_tagger_free)

G_END_DECLS
