/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-relation-args.h"

G_BEGIN_DECLS

/**
 * ApoRelationFrame:
 * @from: who does it
 * @to: whom it is done to
 *
 * What the words around one trigger say; where only @from is filled, with two actors at least, they
 * do it with one another.
 */
typedef struct {
  ApoRelationArgs from;
  ApoRelationArgs to;
} ApoRelationFrame;

gboolean apo_relation_frames_read (const ApoReading  *reading,
                                   const ApoTrigger  *trigger,
                                   guint              token,
                                   ApoRelationFrame  *frame);

G_END_DECLS
