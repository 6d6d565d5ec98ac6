/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_relation_list_add (ApoReading      *reading,
                            int              from,
                            int              to,
                            ApoRelationKind  kind,
                            ApoSpan          tokens);

G_END_DECLS
