/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-file-ops.h"

G_BEGIN_DECLS

/* Backups of one dossier, if nobody says otherwise. */
#define APO_STORE_N_BACKUPS 5

#define APO_TYPE_STORE (apo_store_get_type ())

/**
 * ApoStore:
 *
 * Where journals and backups lie, and how long backups are kept.  May be used by several threads at
 * once; the limits are set by the main thread.
 */
G_DECLARE_FINAL_TYPE (ApoStore, apo_store, APO, STORE, GObject)

ApoStore         *apo_store_new            (const char       *state_folder,
                                            const char       *data_folder,
                                            const ApoFileOps *ops);
ApoStore         *apo_store_new_for_user   (void);
void              apo_store_set_limits     (ApoStore         *store,
                                            guint             n_backups,
                                            guint             n_days);
guint             apo_store_get_n_backups  (ApoStore         *store);
guint             apo_store_get_n_days     (ApoStore         *store);
const ApoFileOps *apo_store_get_ops        (ApoStore         *store);
const char       *apo_store_get_journals   (ApoStore         *store);
char             *apo_store_dup_backups    (ApoStore         *store,
                                            GFile            *file);
char             *apo_store_dup_key        (GFile            *file);
void              apo_store_lock_backups   (ApoStore         *store);
void              apo_store_unlock_backups (ApoStore         *store);

G_END_DECLS
