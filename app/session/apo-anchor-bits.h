/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-span.h"

G_BEGIN_DECLS

guint   apo_anchor_bits_find     (const gunichar *pattern,
                                  guint           n_pattern,
                                  const gunichar *text,
                                  guint           n_text,
                                  ApoSpan        *found);
guint   apo_anchor_bits_distance (const gunichar *pattern,
                                  guint           n_pattern,
                                  const gunichar *text,
                                  guint           n_text,
                                  gboolean        backward,
                                  guint          *n_used);

G_END_DECLS
