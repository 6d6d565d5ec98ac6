/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-name-words.h"

G_BEGIN_DECLS

#define APO_NAME_MAX_FEATURES 128

typedef enum {
  APO_NAME_PERSON,
  APO_NAME_PLACE,
  APO_NAME_ORGANISATION,
  APO_NAME_MISC,
  APO_N_NAME_TYPES
} ApoNameType;

/* Where a word stands in a name (L. Ratinov, D. Roth, "Design challenges and misconceptions in named
 * entity recognition", 2009). */
typedef enum {
  APO_NAME_BEGIN,
  APO_NAME_INSIDE,
  APO_NAME_LAST,
  APO_NAME_WHOLE,
} ApoNamePosition;

/* A tag: 0 outside of names, else 1 + position + 4 · type. */
#define APO_NAME_OUTSIDE 0
#define APO_NAME_TAG(type, position) (1 + (position) + 4 * (type))
#define APO_NAME_TAG_TYPE(tag) (((tag) - 1) / 4)
#define APO_NAME_TAG_POSITION(tag) (((tag) - 1) % 4)
#define APO_N_NAME_TAGS (1 + 4 * APO_N_NAME_TYPES)

/**
 * ApoNameVotes:
 *
 * What a first reading made of the words and names of a text, for the second.
 */
typedef struct _ApoNameVotes ApoNameVotes;

ApoNameVotes *apo_name_votes_new  (const GArray       *words,
                                   const guint8       *tags);
void          apo_name_votes_free (ApoNameVotes       *votes);

guint         apo_name_features   (const GArray       *words,
                                   const ApoNameVotes *votes,
                                   guint               i,
                                   ApoFeature         *features);
ApoFeature    apo_name_transition (guint               before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoNameVotes, apo_name_votes_free)

G_END_DECLS
