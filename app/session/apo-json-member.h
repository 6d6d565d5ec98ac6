/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members that may be of any kind; json-glib has criticals for those of the wrong one. */

const char *apo_json_get_string  (JsonObject *object,
                                  const char *key);
gboolean    apo_json_get_integer (JsonObject *object,
                                  const char *key,
                                  gint64      lowest,
                                  gint64     *value);

G_END_DECLS
