/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-table.h"

G_BEGIN_DECLS

/* What a form can be; the names are those of the columns of paradigms.tsv. */
typedef enum {
  APO_VERB_INFINITIVE  = 1 << 0,
  APO_VERB_PRESENT     = 1 << 1,
  APO_VERB_IMPERFECT   = 1 << 2,
  APO_VERB_FUTURE      = 1 << 3,
  APO_VERB_CONDITIONAL = 1 << 4,
  APO_VERB_PAST        = 1 << 5,
  APO_VERB_SUBJUNCTIVE = 1 << 6,
  APO_VERB_PARTICIPLE  = 1 << 7,
  APO_VERB_GERUND      = 1 << 8,
  APO_VERB_IMPERATIVE  = 1 << 9,
} ApoVerbForm;

#define APO_VERB_FINITE (APO_VERB_PRESENT | APO_VERB_IMPERFECT | APO_VERB_FUTURE \
                         | APO_VERB_CONDITIONAL | APO_VERB_PAST | APO_VERB_SUBJUNCTIVE)

typedef struct _ApoVerbReading ApoVerbReading;

/**
 * ApoVerbReading:
 * @lemma: the infinitive
 * @forms: what the word can be of it, #ApoVerbForm flags
 * @next: (nullable): the reading as another verb
 */
struct _ApoVerbReading {
  const char *lemma;
  guint forms;
  ApoVerbReading *next;
};

/**
 * ApoVerbForms:
 *
 * All third-person forms and participles of the verbs of a language, made from the list of verbs
 * and
 * the table of paradigms.  Never changes.
 */
typedef struct _ApoVerbForms ApoVerbForms;

ApoVerbForms         *apo_verb_forms_new       (ApoTable      *paradigms,
                                                ApoTable      *verbs,
                                                GError       **error);
void                  apo_verb_forms_free      (ApoVerbForms  *forms);
const ApoVerbReading *apo_verb_forms_lookup    (ApoVerbForms  *forms,
                                                const char    *word);
gboolean              apo_verb_forms_has_lemma (ApoVerbForms  *forms,
                                                const char    *lemma);
guint                 apo_verb_reading_collect (const ApoVerbReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoVerbForms, apo_verb_forms_free)

G_END_DECLS
