/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/**
 * ApoSource:
 * @tokens: the words that say who speaks; empty where there are none
 * @actor: who that is, or %APO_FOUND_NONE
 * @pronoun: whether @tokens is a pronoun
 * @first_person: whether the words make the speaker speak of himself
 */
typedef struct {
  ApoSpan tokens;
  int actor;
  gboolean pronoun;
  gboolean first_person;
} ApoSource;

/* Who spoke last, for pronouns. */
typedef struct {
  int last;                     /* who spoke last */
  int last_person;              /* the last person that spoke */
} ApoSpeakers;

ApoSource apo_speakers_before   (ApoReading        *reading,
                                 const ApoSpeakers *speakers,
                                 guint              verb);
ApoSource apo_speakers_in       (ApoReading        *reading,
                                 const ApoSpeakers *speakers,
                                 ApoSpan            phrase);
int       apo_speakers_resolve  (ApoReading        *reading,
                                 const ApoSpeakers *speakers,
                                 guint              pronoun);
void      apo_speakers_remember (ApoReading        *reading,
                                 ApoSpeakers       *speakers,
                                 int                actor);

G_END_DECLS
