/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-feature.h"
#include "apo-tag.h"

G_BEGIN_DECLS

#define APO_WORD_PREFIXES 3
#define APO_WORD_SUFFIXES 5

/* In the class of the lexicon: the word is not in it, its ending is. */
#define APO_WORD_GUESSED 0x8000

/* What a word looks like. */
typedef enum {
  APO_SHAPE_CAPITAL = 1 << 0,   /* begins with a capital */
  APO_SHAPE_UPPER   = 1 << 1,   /* has two capitals or more */
  APO_SHAPE_LOWER   = 1 << 2,   /* has a small letter */
  APO_SHAPE_DIGIT   = 1 << 3,
  APO_SHAPE_HYPHEN  = 1 << 4,
  APO_SHAPE_STOP    = 1 << 5,
  APO_SHAPE_OTHER   = 1 << 6,   /* has something that is none of these */
} ApoShape;

/**
 * ApoWord:
 * @form: the hash of the word as it stands, with a straight apostrophe and every digit as 0; of a
 * place outside the sentence 0, like all the others
 * @lower: of the same in small letters
 * @prefix: of the first 1, 2, 3 letters of @lower; of shorter words @lower itself
 * @suffix: of the last 1 to 5 letters of @lower; of shorter words @lower itself
 * @title: of the same with a capital and small letters
 * @part: of what follows the last hyphen of @lower; without one @lower itself
 * @lexical: its class of the lexicon, as apo_lexicon_look_up() fills it in; 0 unknown
 * @poses: the parts of speech that this class allows, a bit for each #ApoPos
 * @forms: the #ApoVerbForm flags that it allows; 0 where the word is in no lexicon or no verb
 * @shape: #ApoShape flags
 * @tag: what the tagger made of it
 * @dep: to its head, #ApoDep; %APO_DEP_NONE until it is parsed
 * @head: in the sentence; of a root the word itself
 *
 * A word as the models see it: hashes of what it looks like, computed once, and what the models
 * have found out about it so far.
 */
typedef struct {
  guint64 form;
  guint64 lower;
  guint64 prefix[APO_WORD_PREFIXES];
  guint64 suffix[APO_WORD_SUFFIXES];
  guint64 title;
  guint64 part;
  guint32 lexical;
  guint32 poses;
  guint32 head;
  ApoTag tag;
  guint16 forms;
  guint8 shape;
  guint8 morph;
  guint8 dep;
} ApoWord;

void apo_word_init (ApoWord    *word,
                    const char *text,
                    gsize       n_bytes);

static inline ApoPos
apo_word_get_pos (const ApoWord *word)
{
  return apo_tag_get_pos (word->tag);
}

G_END_DECLS
