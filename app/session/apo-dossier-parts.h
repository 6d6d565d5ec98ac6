/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "apo-dossier-private.h"

G_BEGIN_DECLS

/**
 * ApoDossierParts:
 *
 * The items of a file that is being read, before they become a dossier.
 */
typedef struct {
  GPtrArray *items[APO_N_ITEM_TYPES];   /* ApoItem */
  GHashTable *by_id;                    /* char* (the item's) → ApoItem*, borrowed */
  GHashTable *by_number;                /* guint → ApoArticle*, borrowed */
  GHashTable *misquoted;                /* ApoClaim*, borrowed */
  GPtrArray *problems;                  /* char*, sentences */
} ApoDossierParts;

ApoDossierParts *apo_dossier_parts_new     (void);
void             apo_dossier_parts_free    (ApoDossierParts *parts);
void             apo_dossier_parts_report  (ApoDossierParts *parts,
                                            ApoItemType      type,
                                            const char      *name,
                                            const char      *what);
gboolean         apo_dossier_parts_add     (ApoDossierParts *parts,
                                            ApoItem         *item);
void             apo_dossier_parts_compare (ApoDossierParts *parts,
                                            ApoClaim        *claim,
                                            JsonNode        *target);
void             apo_dossier_parts_check   (ApoDossierParts *parts);
gboolean         apo_is_well_formed_id     (const char      *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoDossierParts, apo_dossier_parts_free)

G_END_DECLS
