/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-phrases.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* How a common noun names a body of people. */
typedef enum {
  APO_BODY_STATE      = 1 << 0, /* with a word for a country it is that country */
  APO_BODY_BODY       = 1 << 1, /* with a word for a country it is a body of it */
  APO_BODY_ALONE      = 1 << 2, /* with an article it is somebody */
  APO_BODY_COMPLEMENT = 1 << 3, /* « de » and nouns belong to its name */
  APO_BODY_PLACE      = 1 << 4, /* « de » and a place belong to its name */
  APO_BODY_PERSON     = 1 << 5, /* « de » and a person, or a surname, belong to its name */
  APO_BODY_FREE       = 1 << 6, /* its complement need not hold a name */
} ApoBodyUse;

/**
 * ApoBody:
 * @family: nouns of one family can name the same body
 * @kind: of the actor
 * @uses: #ApoBodyUse flags
 */
typedef struct {
  const char *family;
  ApoActorKind kind;
  guint uses;
} ApoBody;

/**
 * ApoBodyRules:
 *
 * The common nouns for governments, ministries, armies, parties.  Never changes.
 */
typedef struct _ApoBodyRules ApoBodyRules;

ApoBodyRules  *apo_body_rules_new   (ApoLanguagePack     *pack,
                                     GError             **error);
void           apo_body_rules_free  (ApoBodyRules        *rules);
const ApoBody *apo_body_rules_match (const ApoBodyRules  *rules,
                                     const ApoTokens     *tokens,
                                     guint                position,
                                     guint               *length);

G_END_DECLS
