/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/**
 * ApoActorKeys:
 *
 * The actors of one reading by what they are known by: a name, an acronym, a surname.
 */
typedef struct _ApoActorKeys ApoActorKeys;

ApoActorKeys *apo_actor_keys_new    (ApoReading    *reading);
void          apo_actor_keys_free   (ApoActorKeys  *keys);
int           apo_actor_keys_lookup (ApoActorKeys  *keys,
                                     const char    *key);
int           apo_actor_keys_get    (ApoActorKeys  *keys,
                                     const char    *key,
                                     const char    *name,
                                     ApoActorKind   kind,
                                     const char    *region);
void          apo_actor_keys_add    (ApoActorKeys  *keys,
                                     const char    *key,
                                     int            actor);
char         *apo_actor_keys_fold   (ApoReading    *reading,
                                     ApoSpan        tokens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoActorKeys, apo_actor_keys_free)

G_END_DECLS
