/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-store.h"

G_BEGIN_DECLS

/**
 * ApoBackup:
 * @file: a copy of the dossier, not to be written to
 * @time: when it was put there, in microseconds since 1970 UTC
 * @size: in bytes
 * @sha256: the first %APO_BACKUP_SUM_LENGTH characters of its checksum
 *
 * An earlier version of a dossier.
 */
typedef struct {
  GFile *file;
  gint64 time;
  gint64 size;
  char *sha256;
} ApoBackup;

#define APO_BACKUP_SUM_LENGTH 32

void       apo_backup_free    (ApoBackup   *backup);
GPtrArray *apo_backups_list   (ApoStore    *store,
                               GFile       *file);
GBytes    *apo_backups_find   (ApoStore    *store,
                               GFile       *file,
                               const char  *sha256);
gboolean   apo_backups_keep   (ApoStore     *store,
                               GFile        *file,
                               const char   *sha256,
                               gboolean      only,
                               GCancellable *cancellable,
                               GError      **error);
gboolean   apo_backups_forget (ApoStore    *store,
                               GFile       *file,
                               GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoBackup, apo_backup_free)

G_END_DECLS
