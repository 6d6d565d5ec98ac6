/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-claim-cues.h"
#include "apo-claims.h"

G_BEGIN_DECLS

/* What the parts of the finder of claims share, and nobody else. */

/* How far behind its verb what is said may begin: « a affirmé, lundi, devant la presse, que … » */
#define APO_CLAIM_MAX_GAP 16

/**
 * ApoClaimFinder:
 * @first_claim: the index of the first claim found in it
 * @quoted_to: the end of the last quotation that a claim took, in tokens
 * @verb: the verb or noun whose words are looked for, or %APO_TREE_NONE
 * @turn: whether the sentence is a paragraph that somebody says as a whole
 *
 * The search for claims in one sentence.
 */
typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  ApoSpeakers *speakers;
  ApoSpan sentence;
  guint first_claim;
  guint quoted_to;
  gboolean turn;
  guint verb;
} ApoClaimFinder;

static inline const ApoToken *
apo_claim_get (ApoClaimFinder *f,
               guint           i)
{
  return apo_reading_get (f->reading, i);
}

static inline gboolean
apo_claim_is (ApoClaimFinder *f,
              guint           i,
              ApoWordClasses  classes)
{
  return i < f->sentence.end && apo_reading_is (f->reading, i, classes);
}

static inline gboolean
apo_claim_is_mark (ApoClaimFinder *f,
                   guint           i,
                   const char     *marks)
{
  return i < f->sentence.end && apo_reading_is_mark (f->reading, i, marks);
}

static inline gboolean
apo_claim_is_opening (ApoClaimFinder *f,
                      guint           i)
{
  return i < f->sentence.end && (apo_claim_get (f, i)->flags & APO_TOKEN_OPENING);
}

static inline gboolean
apo_claim_has_form (ApoClaimFinder *f,
                    guint           i,
                    guint           forms)
{
  const ApoToken *token;

  if (i >= f->sentence.end)
    return FALSE;

  token = apo_claim_get (f, i);
  if (token->pos != APO_POS_NONE && token->pos != APO_POS_VERB && token->pos != APO_POS_AUX)
    return FALSE;

  return ((token->form != 0 ? token->form : apo_verb_reading_collect (token->verb)) & forms) != 0;
}

static inline gboolean
apo_claim_is_adverb (ApoClaimFinder *f,
                     guint           i)
{
  return apo_claim_is (f, i, f->is->adverb | f->is->negator)
         || (i < f->sentence.end && apo_claim_get (f, i)->pos == APO_POS_ADV
             && !apo_claim_is (f, i, f->is->that | f->is->question));
}

/* apo-claim-spans.c: where what is said begins and ends */
guint apo_claim_spans_get_quotation_end (ApoClaimFinder *f,
                                         guint i);
ApoSpan apo_claim_spans_trim (ApoClaimFinder *f,
                              ApoSpan tokens);
guint apo_claim_spans_get_clause_end (ApoClaimFinder *f,
                                      guint start);
gboolean apo_claim_spans_begins_phrase (ApoClaimFinder *f,
                                        guint i);
gboolean apo_claim_spans_begins_speaker (ApoClaimFinder *f,
                                         guint i);
gboolean apo_claim_spans_is_animate (ApoClaimFinder *f,
                                     guint i);
guint apo_claim_spans_skip_time (ApoClaimFinder *f,
                                 guint i);
guint apo_claim_spans_skip_adverbs (ApoClaimFinder *f,
                                    guint i);
guint apo_claim_spans_find_that (ApoClaimFinder *f,
                                 guint after);
guint apo_claim_spans_find_infinitive (ApoClaimFinder *f,
                                       guint after);
guint apo_claim_spans_find_quotation (ApoClaimFinder *f,
                                      guint after,
                                      guint frames);

/* apo-claim-objects.c: where an object and an infinitive that are said end */
guint apo_claim_objects_get_end (ApoClaimFinder *f,
                                 guint start);
guint apo_claim_objects_get_infinitive_end (ApoClaimFinder *f,
                                            guint start);

/* apo-claims.c */
void apo_claims_add (ApoClaimFinder *f,
                     ApoSpan cue,
                     const ApoSource *source,
                     ApoSpan first,
                     ApoSpan second,
                     ApoClaimType type,
                     ApoCertainty certainty);
ApoCertainty apo_claims_get_certainty (const ApoCueMatch *match,
                                       const ApoCue *cue);

/* apo-claim-sources.c: who says it */
ApoSource apo_claim_sources_find (ApoClaimFinder *f,
                                  const ApoCueMatch *match);
gboolean apo_claim_sources_is_nobody (ApoClaimFinder *f,
                                      const ApoSource *source);

/* apo-claim-asides.c, apo-claim-frames.c: what is said with a verb */
gboolean apo_claim_asides_try (ApoClaimFinder *f,
                               const ApoCueMatch *match);
gboolean apo_claim_asides_try_meaning (ApoClaimFinder *f,
                                       const ApoCueMatch *match,
                                       const ApoCue *cue);
gboolean apo_claim_frames_try (ApoClaimFinder *f,
                               ApoCueMatch *match);

/* apo-claim-turns.c: dialogues */
gboolean apo_claim_turns_find (ApoClaimFinder *f);
void apo_claim_turns_continue (ApoClaimFinder *f,
                               guint first_claim);

/* apo-claim-phrases.c: what is said with fixed words */
guint apo_claim_phrases_try (ApoClaimFinder *f,
                             guint i);

G_END_DECLS
