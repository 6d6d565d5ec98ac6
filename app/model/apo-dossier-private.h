/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"
#include "apo-item-private.h"

G_BEGIN_DECLS

/* For app/session (and the tests of app/model) alone: nothing else may write to a dossier. */

char   *apo_dossier_mint_id      (ApoDossier *dossier,
                                  ApoItemType type);
guint   apo_dossier_find_free_number (ApoDossier *dossier,
                                  guint       after);
void    apo_dossier_insert       (ApoDossier *dossier,
                                  ApoItem    *item,
                                  guint       position);
void    apo_dossier_insert_all   (ApoDossier  *dossier,
                                  ApoItemType  type,
                                  guint        position,
                                  ApoItem    **items,
                                  guint        n_items);
void    apo_dossier_remove_range (ApoDossier *dossier,
                                  ApoItemType type,
                                  guint       position,
                                  guint       n_items);
void    apo_dossier_remove       (ApoDossier *dossier,
                                  ApoItem    *item);
guint   apo_dossier_get_position (ApoDossier *dossier,
                                  ApoItem    *item);
gint64  apo_dossier_get_counter  (ApoDossier *dossier);
void    apo_dossier_set_counter  (ApoDossier *dossier,
                                  gint64      counter);
char  **apo_dossier_dup_ancestors_with (ApoDossier *dossier,
                                  const char *sha256);
void    apo_dossier_add_ancestor (ApoDossier *dossier,
                                  const char *sha256);
void    apo_dossier_set_extra    (ApoDossier *dossier,
                                  const char *json);
void    apo_dossier_emit_changed (ApoDossier *dossier);
int     apo_item_get_place_field (ApoItem    *item);

G_END_DECLS
