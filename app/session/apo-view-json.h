/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *apo_view_state_to_json   (GVariant *value);
GVariant *apo_view_state_from_json (JsonNode *node);

G_END_DECLS
