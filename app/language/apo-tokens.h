/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-grammar.h"
#include "apo-language-pack.h"
#include "apo-text.h"

G_BEGIN_DECLS

typedef enum {
  APO_TOKEN_WORD,
  APO_TOKEN_NUMBER,
  APO_TOKEN_PUNCTUATION,
  APO_TOKEN_ADDRESS,            /* URL, e-mail */
} ApoTokenKind;

typedef enum {
  APO_TOKEN_CAPITAL   = 1 << 0, /* its first letter is a capital */
  APO_TOKEN_UPPER     = 1 << 1, /* two letters and more, all of them capitals */
  APO_TOKEN_SPACED    = 1 << 2, /* white space stands before it */
  APO_TOKEN_PARAGRAPH = 1 << 3, /* the first of a paragraph */
  APO_TOKEN_FIRST     = 1 << 4, /* the first of a sentence */
  APO_TOKEN_OPENING   = 1 << 5, /* a quotation mark that opens */
  APO_TOKEN_CLOSING   = 1 << 6, /* a quotation mark that closes */
} ApoTokenFlags;

/* The bit of an #ApoNameKind in what a token can be. */
#define APO_TOKEN_NAME(kind) (1u << (24 + (kind)))

/**
 * ApoToken:
 * @norm: folded: lower case, straight apostrophe; owned by the list
 * @partner: of a quotation mark that has one, the other one's index, else its own
 * @pos: as the tagger has it, #ApoPos; %APO_POS_NONE where no model has looked at it yet
 * @dep: to its head, #ApoDep
 * @morph: #ApoMorph flags
 * @form: of a verb, the one #ApoVerbForm that it is here, else 0
 * @lexical: what it can be by itself: a bit for each #ApoPos, and above them one for each kind of
 * name, #APO_TOKEN_NAME; 0 where no lexicon knows it
 * @head: the index of the token it depends on; of a root its own
 */
typedef struct {
  ApoSpan span;
  ApoTokenKind kind;
  guint flags;
  guint sentence;
  guint partner;
  const char *norm;
  ApoWordClasses classes;
  const ApoVerbReading *verb;
  guint8 pos;
  guint8 dep;
  guint16 morph;
  guint16 form;
  guint head;
  guint32 lexical;
} ApoToken;

/**
 * ApoTokens:
 *
 * The tokens of a text in order, and its sentences.
 */
typedef struct {
  ApoLanguagePack *pack;
  ApoText *text;
  GArray *tokens;               /* ApoToken */
  GArray *sentences;            /* ApoSpan, in tokens */
  GStringChunk *norms;
} ApoTokens;

ApoTokens *apo_tokens_new   (ApoText         *text,
                             ApoLanguagePack *pack);
void       apo_tokens_free  (ApoTokens       *tokens);

static inline const ApoToken *
apo_tokens_get (const ApoTokens *tokens, guint i)
{
  return &g_array_index (tokens->tokens, ApoToken, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTokens, apo_tokens_free)

G_END_DECLS
