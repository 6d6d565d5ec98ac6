/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/**
 * ApoActorMention:
 * @span: where
 * @form: an #ApoMentionForm
 * @article: the number of the article
 *
 * The layout is that of a #GVariant of type `(uuuu)`.
 */
typedef struct {
  ApoSpan span;
  guint form;
  guint article;
} ApoActorMention;

/* The fields, by their index. */
enum {
  APO_ACTOR_FIELD_NAME,
  APO_ACTOR_FIELD_KIND,
  APO_ACTOR_FIELD_REGION,
  APO_ACTOR_FIELD_ALIASES,
  APO_ACTOR_FIELD_MENTIONS,
  APO_ACTOR_FIELD_POSITION,
  APO_ACTOR_FIELD_PINNED,
  APO_ACTOR_FIELD_ORIGIN,
  APO_ACTOR_FIELD_DISMISSED,
  APO_ACTOR_N_FIELDS
};

#define APO_TYPE_ACTOR (apo_actor_get_type ())

/**
 * ApoActor:
 *
 * Somebody or something that acts or speaks: a person, a country, an organisation …
 */
G_DECLARE_FINAL_TYPE (ApoActor, apo_actor, APO, ACTOR, ApoItem)

const char *apo_actor_get_name (ApoActor *actor);
ApoActorKind apo_actor_get_kind (ApoActor *actor);
const char *apo_actor_get_region (ApoActor *actor);
GStrv apo_actor_dup_aliases (ApoActor *actor);
gboolean apo_actor_has_name (ApoActor *actor, const char *name);
gboolean apo_actor_is_pinned (ApoActor *actor);
ApoOrigin apo_actor_get_origin (ApoActor *actor);
gboolean apo_actor_is_dismissed (ApoActor *actor);
const ApoActorMention *apo_actor_get_mentions (ApoActor *actor, guint *n_mentions);
gboolean apo_actor_get_position (ApoActor *actor, int *x, int *y);
char *apo_actor_dup_initials (ApoActor *actor);

G_END_DECLS
