/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-recovery.h"
#include "apo-sample-dossier.h"
#include "apo-session.h"

/* A place of its own for dossiers, journals and backups, and what tests do there. */

typedef struct {
  char *root;
  char *state;
  char *data;
  ApoStore *store;
  GFile *file;
  guint n_crashes;
} ApoPlace;

ApoPlace   *apo_place_new             (const ApoFileOps *ops);
void        apo_place_free            (ApoPlace         *place);
char       *apo_place_dup_path        (ApoPlace         *place,
                                       const char       *name);
ApoStore   *apo_place_crash           (ApoPlace         *place);
guint       apo_place_count           (const char       *folder,
                                       const char       *suffix);
gboolean    apo_place_contains        (const char       *folder,
                                       const char       *words);
void        apo_place_remove_folder   (const char       *folder);

ApoSession *apo_place_session_new     (void);
ApoSession *apo_place_open            (GFile            *file,
                                       gboolean          copy,
                                       GError          **error);
gboolean    apo_place_save            (ApoSession       *session,
                                       GFile            *file,
                                       gboolean          overwrite,
                                       GError          **error);
ApoSession *apo_place_recover         (ApoStore         *store,
                                       GError          **error);
void        apo_place_judge           (ApoSession       *session,
                                       guint             i,
                                       ApoVerdict        verdict);
GBytes     *apo_place_serialize       (ApoSession       *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoPlace, apo_place_free)
