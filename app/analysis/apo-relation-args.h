/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/* No more actors are taken together: « X, Y et Z ». */
#define APO_RELATION_ARGS_MAX 6

/**
 * ApoRelationArgs:
 * @actors: who stands there together
 * @n: how many; 0 where there is nobody
 * @tokens: of their names, or of the pronoun in their place; empty where there is nobody
 *
 * What stands in one place of a relation.
 */
typedef struct {
  int actors[APO_RELATION_ARGS_MAX];
  guint n;
  ApoSpan tokens;
} ApoRelationArgs;

void apo_relation_args_add     (ApoRelationArgs       *args,
                                int                    actor,
                                ApoSpan                tokens);
void apo_relation_args_collect (const ApoReading      *reading,
                                guint                  node,
                                ApoRelationArgs       *args);
void apo_relation_args_compound (const ApoReading     *reading,
                                 guint                 adjective,
                                 ApoRelationArgs      *args);
void apo_relation_args_owner   (const ApoReading      *reading,
                                guint                  noun,
                                ApoRelationArgs       *args);

G_END_DECLS
