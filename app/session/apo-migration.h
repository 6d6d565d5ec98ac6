/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ApoMigrationStep:
 * @root: the members of a dossier file of one version, to be made those of the next; its `version`
 *   is set by the caller
 *
 * What lies between two versions of the schema.
 */
typedef void (*ApoMigrationStep) (JsonObject *root);

JsonNode *apo_migrate (JsonNode               *root,
                       guint                   from,
                       const ApoMigrationStep *steps,
                       guint                   to);

G_END_DECLS
