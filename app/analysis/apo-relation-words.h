/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_relation_words_read (ApoReading       *reading,
                              ApoSpan           sentence,
                              const ApoTrigger *trigger,
                              guint             token);

G_END_DECLS
