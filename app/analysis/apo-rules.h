/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-body-rules.h"
#include "apo-name-tagger.h"
#include "apo-phrases.h"
#include "apo-relation-rules.h"
#include "apo-stance-rules.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* The word classes that the finders ask for, each as the bit it has in this language. */
typedef struct {
  ApoWordClasses determiner, article, contracted, preposition, subject, speaker, clitic, negation,
    negator, inverted, inverted_speaker, that, relative, coordination, and_, but, subordination,
    adverb, stop, locative, of, to, by, with, between, particle, movement, place_noun, contrast,
    hedging, modal, near_future, first_person, org_adjective, auxiliary, passive,
    deed, reflexive, purpose, impersonal, people, gap, degree, question, measure, on, trend, as,
    coming, plural_article, premodifier, feminine, masculine, plural, latter,
    owner, adverbial;
} ApoClasses;

typedef enum {
  APO_NAMED_COUNTRY,
  APO_NAMED_CAPITAL,
  APO_NAMED_SEAT,
  APO_NAMED_DEMONYM,
  APO_NAMED_PLACE,
  APO_NAMED_ORGANISATION,
} ApoNamedForm;

/**
 * ApoNamed:
 * @form: what its phrase is
 * @kind: of the actor
 * @name: of the actor or place, owned by the pack
 * @phrase: as the table writes it
 * @region: (nullable): ISO 3166
 *
 * One entry of the gazetteers.
 */
typedef struct {
  ApoNamedForm form;
  ApoActorKind kind;
  const char *name;
  char *phrase;
  const char *region;
} ApoNamed;

/* What may stand with a saying verb; cues.tsv says what each is called and means. */
typedef enum {
  APO_FRAME_THAT        = 1 << 0,
  APO_FRAME_INFINITIVE  = 1 << 1,
  APO_FRAME_CHARGE      = 1 << 2,
  APO_FRAME_ASIDE       = 1 << 3,
  APO_FRAME_QUOTE       = 1 << 4,
  APO_FRAME_COLON       = 1 << 5,
  APO_FRAME_OBJECT      = 1 << 6,
  APO_FRAME_BARE        = 1 << 7, /* a clause without a word before it: she said it rained */
  APO_FRAME_WEAK_OBJECT = 1 << 8, /* an object, where somebody who can speak is the subject */
  APO_FRAME_WHETHER     = 1 << 9, /* an indirect question */
  APO_FRAME_TOLD        = 1 << 10, /* an aside, but only behind what was quoted */
  APO_FRAME_OF          = 1 << 11,
  APO_FRAME_ON          = 1 << 12,
  APO_FRAME_TO          = 1 << 13,
  APO_FRAME_FOR         = 1 << 14,
  APO_FRAME_STATE       = 1 << 15, /* an adjective: il se dit favorable */
  APO_FRAME_PASSIVE     = 1 << 16, /* the subject of its passive is what is said */
  APO_FRAME_SELF        = 1 << 17, /* only with a reflexive pronoun */
  APO_FRAME_TREND       = 1 << 18, /* an object that rises or falls: prévoir une hausse */
  APO_FRAME_URGE        = 1 << 19, /* somebody, to do something */
  APO_FRAME_AS          = 1 << 20, /* something, as what it is: présenter X comme un échec */
  APO_FRAME_CALLED      = 1 << 21, /* a passive: être qualifié de recul par Y */
} ApoFrames;

typedef struct _ApoCue ApoCue;

/**
 * ApoCue:
 * @next: (nullable): another meaning of the verb, with other frames
 */
struct _ApoCue {
  guint frames;
  ApoClaimType type;
  ApoCertainty certainty;
  ApoCue *next;
};

typedef enum {
  APO_CUE_SOURCE,
  APO_CUE_LOOSE_SOURCE,
  APO_CUE_OWNER,
  APO_CUE_SPEAKER_NOUN,
  APO_CUE_THOUGHT_NOUN,         /* a saying only where it is somebody's */
  APO_CUE_PARTICIPLE,
} ApoCuePhraseKind;

typedef struct {
  ApoCuePhraseKind kind;
  ApoClaimType type;
  ApoCertainty certainty;
} ApoCuePhrase;

/* How a common noun goes with the name of an organisation. */
typedef enum {
  APO_HEAD_INSTITUTION = 1 << 0,
  APO_HEAD_BEFORE_NAME = 1 << 1,
  APO_HEAD_NAME        = 1 << 2,
  APO_HEAD_COLLECTIVE  = 1 << 3,
} ApoHeadUse;

typedef struct {
  guint uses;
  ApoActorKind kind;
} ApoHead;

typedef enum {
  APO_TITLE_CIVIL = 1 << 0,
  APO_TITLE_TITLE = 1 << 1,
  APO_TITLE_ROLE  = 1 << 2,
  APO_TITLE_EPITHET = 1 << 3,
} ApoTitle;

/* What a word of the table of events is there for. */
typedef enum {
  APO_EVENT_NOUN   = 1 << 0, /* something that happens */
  APO_EVENT_LINK   = 1 << 1, /* its complement follows */
  APO_EVENT_APART  = 1 << 2, /* before it: it says when or why something else happens */
  APO_EVENT_VOID   = 1 << 3, /* before it: there is none */
  APO_EVENT_HOLLOW = 1 << 4, /* no complement, but a set phrase */
  APO_EVENT_STATE  = 1 << 5, /* an infinitive: nothing happens */
  APO_EVENT_VAGUE  = 1 << 6, /* a time that is no date */
  APO_EVENT_SINCE  = 1 << 7, /* before a time: what lasts */
  APO_EVENT_PLAN   = 1 << 8, /* an infinitive: what follows will happen */
  APO_EVENT_PART   = 1 << 9, /* the end of a time, its beginning */
} ApoEventUse;

/**
 * ApoRules:
 *
 * The tables of a language pack, made ready for the finders.  Never changes.
 */
typedef struct {
  ApoLanguagePack *pack;
  ApoClasses is;

  ApoNameTagger *names;         /* (nullable) */
  GPtrArray *named;             /* (element-type ApoNamed) */
  ApoPhrases *gazetteer;        /* values: indices of @named */
  GHashTable *demonyms;         /* (element-type utf8 ApoNamed) */
  GHashTable *given_names;      /* (element-type utf8) folded */
  GHashTable *compounds;        /* (element-type utf8 utf8) *franco*, to a region */
  GHashTable *feminine;         /* (element-type utf8) folded: given names and titles of women */
  GHashTable *surnames;         /* (element-type utf8) folded */
  GHashTable *heads;            /* (element-type utf8 ApoHead) folded */
  GHashTable *titles;           /* (element-type utf8 uint) #ApoTitle flags */

  GHashTable *cues;             /* (element-type utf8 ApoCue) by infinitive */
  GArray *cue_phrases;          /* (element-type ApoCuePhrase) */
  ApoPhrases *cue_words;        /* values: indices of @cue_phrases */
  ApoPhrases *disclaimers;

  GHashTable *event_words;      /* (element-type utf8 uint) #ApoEventUse flags */

  ApoBodyRules *bodies;
  ApoRelationRules *relations;
  ApoStanceRules *stances;
  struct _ApoTimeRules *times;
  struct _ApoMetadataRules *metadata;
} ApoRules;

guint     apo_cue_get_frames (const ApoCue *cue);

ApoRules *apo_rules_new  (ApoLanguagePack *pack,
                          GError         **error);
void      apo_rules_free (ApoRules        *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoRules, apo_rules_free)

G_END_DECLS
