/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-tokens.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* What a place in a rule takes. */
typedef enum {
  APO_TIME_SLOT_WORD,           /* one of some words */
  APO_TIME_SLOT_LIST,           /* an entry of a list of time-words.tsv */
  APO_TIME_SLOT_NOUN,           /* a word in small letters that is no function word */
  APO_TIME_SLOT_NUMBER,         /* in figures or words */
  APO_TIME_SLOT_DAY,            /* 1 to 31 */
  APO_TIME_SLOT_YEAR,           /* 1000 to 2199 */
  APO_TIME_SLOT_SHORT_YEAR,     /* 10 to 99 */
  APO_TIME_SLOT_HOUR,           /* 0 to 24 */
  APO_TIME_SLOT_MINUTE,         /* two digits, 00 to 59 */
} ApoTimeSlotKind;

/* Where the words of a slot stand. */
typedef enum {
  APO_TIME_PLACE_INSIDE,
  APO_TIME_PLACE_BEFORE,        /* must be there and is no part of the expression */
  APO_TIME_PLACE_AFTER,
} ApoTimePlace;

typedef struct {
  ApoTimeSlotKind kind;
  ApoTimePlace place;
  char **words;                 /* of %APO_TIME_SLOT_WORD */
  GHashTable *list;             /* of %APO_TIME_SLOT_LIST; not owned */
  guint name;                   /* where the value goes: 0 nowhere, else a small letter */
  gboolean optional;
  gboolean absent;              /* outside only: must not be there */
} ApoTimeSlot;

/* An entry of a list: one word or several. */
typedef struct {
  char **words;
  guint n_words;
  const char *value;            /* owned by the table */
} ApoTimeWord;

/**
 * ApoTimeRule:
 *
 * One row of times.tsv, or one of the rows it stands for where it has parts that may be missing.
 */
typedef struct {
  GArray *slots;                /* (element-type ApoTimeSlot), by place: before, inside, after */
  guint n_before;
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
  GHashTable *lists;            /* (element-type utf8 GHashTable), first words to entries */
  ApoWordClasses function;      /* what no noun belongs to */
} ApoTimeRules;

ApoTimeRules *apo_time_rules_new      (ApoLanguagePack     *pack,
                                       GError             **error);
void          apo_time_rules_free     (ApoTimeRules        *rules);
GHashTable   *apo_time_rules_get_list (const ApoTimeRules  *rules,
                                       const char          *name);

G_END_DECLS
