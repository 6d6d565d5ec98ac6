/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* What a place in a rule takes. */
typedef enum {
  APO_TIME_SLOT_WORD,           /* one of some words */
  APO_TIME_SLOT_LIST,           /* a word of a list of time-words.tsv */
  APO_TIME_SLOT_DAY,            /* 1 to 31 */
  APO_TIME_SLOT_YEAR,           /* 1000 to 2199 */
  APO_TIME_SLOT_SHORT_YEAR,     /* 10 to 99 */
  APO_TIME_SLOT_HOUR,           /* 0 to 24 */
  APO_TIME_SLOT_MINUTE,         /* two digits, 00 to 59 */
  APO_TIME_SLOT_NUMBER,         /* in figures or words */
} ApoTimeSlotKind;

typedef struct {
  ApoTimeSlotKind kind;
  char **words;                 /* of %APO_TIME_SLOT_WORD */
  const char *list;             /* of %APO_TIME_SLOT_LIST */
  guint name;                   /* where the value goes: 0 nowhere, else a letter */
  gboolean optional;
  gboolean outside;             /* must be there and is no part of the expression */
} ApoTimeSlot;

/**
 * ApoTimeRule:
 *
 * One row of times.tsv.
 */
typedef struct {
  GArray *slots;                /* (element-type ApoTimeSlot) */
  ApoTimeType type;
  char **operation;             /* its name and arguments */
} ApoTimeRule;

/**
 * ApoTimeRules:
 *
 * The rules for times, in the manner of HeidelTime (Strötgen and Gertz 2013: patterns over lists of
 * words, and what the match normalises to).  Never changes.
 */
typedef struct _ApoTimeRules {
  GPtrArray *rules;             /* (element-type ApoTimeRule), in the order of the table */
  GHashTable *by_word;          /* (element-type utf8 GArray), first words to rules */
  GArray *open;                 /* (element-type uint), rules that begin with a number */
  GHashTable *lists;            /* (element-type utf8 GHashTable), names to word → value */
} ApoTimeRules;

/* The values that a match gave, by the letter of the slot. */
typedef struct {
  const char *text[128];
  int number[128];
  ApoSpan tokens;
} ApoTimeMatch;

ApoTimeRules *apo_time_rules_new   (ApoLanguagePack     *pack,
                                    GError             **error);
void          apo_time_rules_free  (ApoTimeRules        *rules);
const ApoTimeRule *apo_time_rules_match (const ApoTimeRules *rules,
                                    const ApoTokens     *tokens,
                                    guint                position,
                                    ApoTimeMatch        *match);

G_END_DECLS
