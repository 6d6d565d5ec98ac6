/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and arrays inside one another, at most. */
#define APO_JSON_MAX_DEPTH 64

gboolean apo_json_scan (const char *data,
                        gsize       length,
                        char      **problem);

G_END_DECLS
