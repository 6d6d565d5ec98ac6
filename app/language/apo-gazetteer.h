/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-feature.h"
#include "apo-tokens.h"

G_BEGIN_DECLS

/* What a word or a phrase is known to be; numbers are part of the packed gazetteers. */
typedef enum {
  APO_KNOWN_GIVEN        = 1 << 0,  /* a given name */
  APO_KNOWN_SURNAME      = 1 << 1,
  APO_KNOWN_CITY         = 1 << 2,
  APO_KNOWN_COUNTRY      = 1 << 3,
  APO_KNOWN_REGION       = 1 << 4,  /* any other place */
  APO_KNOWN_ORGANISATION = 1 << 5,
  APO_KNOWN_MEDIUM       = 1 << 6,
  APO_KNOWN_GROUP        = 1 << 7,
  APO_KNOWN_SEAT         = 1 << 8,  /* of power: a place and an organisation at once */
  APO_KNOWN_DEMONYM      = 1 << 9,
  APO_KNOWN_CIVIL        = 1 << 10, /* M. */
  APO_KNOWN_TITLE        = 1 << 11, /* ministre */
  APO_KNOWN_HEAD         = 1 << 12, /* the first word of an organisation's name: conseil */
  APO_KNOWN_KIND         = 1 << 13, /* stands before its name: la société Zeta */
  APO_KNOWN_INSTITUTION  = 1 << 14, /* with a word for its country: armée */
  APO_KNOWN_PLACE_NOUN   = 1 << 15, /* stands before a place: la ville de */
} ApoKnown;

/**
 * ApoGazetteer:
 *
 * A set of words and phrases with what they are known to be, packed: only hashes are kept.  May be
 * used by several threads at once.
 */
typedef struct _ApoGazetteer ApoGazetteer;

/* A set of phrases on its way into a packed gazetteer. */
typedef struct _ApoGazetteerMaker ApoGazetteerMaker;

ApoGazetteer      *apo_gazetteer_new         (GBytes             *bytes);
void               apo_gazetteer_free        (ApoGazetteer       *gazetteer);
guint              apo_gazetteer_get         (const ApoGazetteer *gazetteer,
                                              const ApoToken     *token);
guint              apo_gazetteer_match       (const ApoGazetteer *gazetteer,
                                              const ApoTokens    *tokens,
                                              guint               position,
                                              guint              *known);

ApoGazetteerMaker *apo_gazetteer_maker_new   (ApoLanguagePack    *pack);
void               apo_gazetteer_maker_free  (ApoGazetteerMaker  *maker);
void               apo_gazetteer_maker_add   (ApoGazetteerMaker  *maker,
                                              const char         *phrase,
                                              guint               known);
GBytes            *apo_gazetteer_maker_pack  (ApoGazetteerMaker  *maker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoGazetteer, apo_gazetteer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoGazetteerMaker, apo_gazetteer_maker_free)

G_END_DECLS
