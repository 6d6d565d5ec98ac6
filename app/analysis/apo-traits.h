/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void apo_traits_find (ApoReading *reading);

static inline guint
apo_traits_get (const ApoReading *reading, int actor)
{
  return actor >= 0 && (guint) actor < reading->traits->len
           ? g_array_index (reading->traits, guint, actor) : 0;
}

G_END_DECLS
