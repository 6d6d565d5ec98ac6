/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-gazetteer.h"

G_BEGIN_DECLS

/* What a text tells of a word in all the places where it stands. */
typedef enum {
  APO_NAME_DOC_COMMON   = 1 << 0, /* it is written without a capital too */
  APO_NAME_DOC_INNER    = 1 << 1, /* with a capital inside a sentence */
  APO_NAME_DOC_LOCATIVE = 1 << 2, /* « à Zeta » */
  APO_NAME_DOC_CIVIL    = 1 << 3, /* « M. Zeta », « la ministre Zeta » */
  APO_NAME_DOC_GIVEN    = 1 << 4, /* behind a given name */
  APO_NAME_DOC_BRACKETS = 1 << 5, /* « (ZETA) », behind a name with these initials */
  APO_NAME_DOC_ARTICLE  = 1 << 6, /* « la Zeta » */
} ApoNameDoc;

typedef enum {
  APO_NAME_CASE_OTHER,          /* punctuation */
  APO_NAME_CASE_LOWER,
  APO_NAME_CASE_CAPITAL,
  APO_NAME_CASE_UPPER,
  APO_NAME_CASE_MIXED,          /* iPhone, McDonald */
  APO_NAME_CASE_INITIAL,        /* J. */
  APO_NAME_CASE_NUMBER,
} ApoNameCase;

/**
 * ApoNameWord:
 * @key: hash of the folded word
 * @form: hash of the word as it is written
 * @norm: the same as @key; like @form and the hashes of its ends 0 where a trainer hides the letters
 * @known: #ApoKnown flags by itself
 * @lexical: what the lexicon says of it
 * @phrase: #ApoKnown flags of the phrase it is part of, and in the highest bits where in it
 * @doc: #ApoNameDoc flags
 * @run: the first of the capitalised words that it stands among
 * @run_end: behind the last of them
 * @spelled: where in what an acronym in brackets behind it spells: 1 the first word, 2 another
 * @head: how many words back the noun stands that begins an organisation's name, or 0
 * @may: whether any name can be near
 */
typedef struct {
  ApoFeature key, form, norm, prefix2, prefix3, suffix2, suffix3, suffix4, shape;
  guint32 known;
  guint32 lexical;
  guint32 phrase;
  guint16 doc;
  guint8 letters;               /* ApoNameCase */
  guint8 pos;                   /* ApoPos */
  guint8 spelled;
  guint8 head;
  guint first : 1;
  guint may : 1;
  guint sentence;
  guint run;
  guint run_end;
} ApoNameWord;

#define APO_NAME_PHRASE_ALONE  (1u << 20)
#define APO_NAME_PHRASE_BEGIN  (1u << 21)
#define APO_NAME_PHRASE_INSIDE (1u << 22)
#define APO_NAME_PHRASE_END    (1u << 23)

GArray *apo_name_words_new (ApoText            *text,
                            const ApoTokens    *tokens,
                            const ApoGazetteer *gazetteer);

G_END_DECLS
