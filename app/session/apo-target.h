/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-text.h"

G_BEGIN_DECLS

void     apo_target_append_json (GString       *out,
                                 guint          indent,
                                 ApoText       *text,
                                 const ApoSpan *spans,
                                 guint          n_spans);
gboolean apo_target_fits        (JsonNode      *node,
                                 ApoText       *text,
                                 const ApoSpan *spans,
                                 guint          n_spans);

G_END_DECLS
