/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-findings.h"
#include "apo-rules.h"

G_BEGIN_DECLS

/* How much a mention of a country weighs as a sign that it acts. */
typedef enum {
  APO_ACTING_NOT = 0,           /* a place, or one that is ruled out */
  APO_ACTING_HARDLY = 1,
  APO_ACTING_PERHAPS = 2,
  APO_ACTING_SURELY = 4,
} ApoActing;

/**
 * ApoName:
 * @tokens: the tokens of the name
 * @form: how it names its actor
 * @kind: of the actor; %APO_ACTOR_PLACE for places
 * @named: (nullable): the entry of the gazetteers
 * @title: (nullable): the common noun that goes with it (*ministre*, *journal*), folded
 * @other: whether it is the name of something that is no actor and no place
 * @unsure: whether @kind is a guess that a better one elsewhere overrules
 * @institution: whether it is a common noun with a word for a country (*l’armée suisse*)
 * @collective: whether it is a common noun for many (*la coalition internationale*)
 * @body: (nullable): the common noun for a body of people that it is
 * @bare: whether @body stands without a word for whose it is
 * @role: whether it is a noun for what a person is (*la ministre*)
 * @quiet: whether it stands before the name of the same person, and is no mention by itself
 * @complement: tokens that say whose @body is; empty where none do
 * @acronym: the token that abbreviates it; empty where there is none
 * @shortens: the name in front of it that it shortens, as an index + 1, or 0
 * @acting: for countries, see #ApoActing
 * @actor: index in the findings, or %APO_FOUND_NONE
 *
 * A stretch of tokens that names something.
 */
typedef struct {
  ApoSpan tokens;
  ApoMentionForm form;
  ApoActorKind kind;
  const ApoNamed *named;
  const char *title;
  gboolean other;
  gboolean unsure;
  gboolean institution;
  gboolean collective;
  const ApoBody *body;
  gboolean bare;
  gboolean role;
  gboolean quiet;
  ApoSpan complement;
  ApoSpan acronym;
  guint shortens;
  ApoActing acting;
  int actor;
} ApoName;

/**
 * ApoReading:
 *
 * One text in the course of its analysis: what each finder has to offer to those after it.
 */
typedef struct {
  ApoText *text;
  const ApoRules *rules;
  ApoTokens *tokens;
  ApoFindings *findings;
  ApoDay date;

  GArray *names;                /* (element-type ApoName), by position */
  int *name_at;                 /* by token: index in @names, or -1 */
  int *time_at;                 /* by token: index of a time that begins there, or -1 */
  GHashTable *called;           /* (element-type utf8 int) nouns that actors are called by */
  GArray *traits;               /* (element-type guint) by actor: #ApoMorph flags */
  int *actor_at;                /* by token: whom a pronoun that was understood stands for, or -1 */
  guint turn_to;                /* the end of the last turn of a dialogue */
  GArray *claim_cues;           /* (element-type ApoSpan), tokens of each claim's cue */
  GHashTable *event_keys;       /* (element-type utf8 uint) what events are of: index + 1 */
} ApoReading;

static inline const ApoToken *
apo_reading_get (const ApoReading *reading, guint i)
{
  return apo_tokens_get (reading->tokens, i);
}

static inline gboolean
apo_reading_is (const ApoReading *reading, guint i, ApoWordClasses classes)
{
  return i < reading->tokens->tokens->len
    && (apo_tokens_get (reading->tokens, i)->classes & classes);
}

ApoReading    *apo_reading_new         (ApoText          *text,
                                        const ApoRules   *rules,
                                        ApoFindings      *findings,
                                        ApoDay            date);
void           apo_reading_free        (ApoReading       *reading);
gboolean       apo_reading_is_mark     (const ApoReading *reading,
                                        guint             i,
                                        const char       *marks);
ApoSpan        apo_reading_get_span    (const ApoReading *reading,
                                        ApoSpan           tokens);
char          *apo_reading_dup_text    (const ApoReading *reading,
                                        ApoSpan           tokens);
ApoSpan        apo_reading_get_sentence (const ApoReading *reading,
                                        guint             token);
gboolean       apo_reading_is_finite   (const ApoReading *reading,
                                        guint             i);
guint          apo_reading_find_token  (const ApoReading *reading,
                                        guint             offset);
const ApoName *apo_reading_get_name    (const ApoReading *reading,
                                        guint             i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReading, apo_reading_free)

G_END_DECLS
