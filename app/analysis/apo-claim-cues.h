/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"
#include "apo-tree.h"

G_BEGIN_DECLS

/**
 * ApoCueMatch:
 * @group: the tokens of the verb group: auxiliary, adverbs, verb
 * @verb: the token of the saying verb
 * @cue: the first of its meanings
 * @form: the form of the group
 * @denied: whether it is negated
 * @tentative: whether it is an infinitive that no verb governs
 * @governed: whether it is an infinitive behind another verb: *tient à dire*
 * @future: whether it is yet to be said (*devrait annoncer*)
 * @reflexive: whether it stands with *se*
 * @passive: whether it is a passive, or a participle that goes with a noun
 * @bare: whether it is a participle without auxiliary
 * @inverted: the token of an inverted pronoun (*dit-il*), or 0
 */
typedef struct {
  ApoSpan group;
  guint verb;
  const ApoCue *cue;
  guint form;
  gboolean denied;
  gboolean tentative;
  gboolean governed;
  gboolean future;
  gboolean reflexive;
  gboolean passive;
  gboolean bare;
  guint inverted;
} ApoCueMatch;

gboolean      apo_claim_cues_match (const ApoReading  *reading,
                                    guint              token,
                                    ApoCueMatch       *match);
const ApoCue *apo_claim_cues_pick  (const ApoCueMatch *match,
                                    guint              frames);

G_END_DECLS
