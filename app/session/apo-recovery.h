/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-session.h"

G_BEGIN_DECLS

/**
 * ApoRecovery:
 * @name: of the dossier, for people
 * @file: (nullable): of the dossier; it need not be there any more
 * @time: of the last change, in microseconds since 1970 UTC
 * @changes: the names of the changes that would come back, the oldest first; those that were merged
 *   or taken back are not told one by one
 * @n_changes: their number
 * @problem: (nullable): a sentence that says why there may be more than what can be read
 *
 * What a program that died has left of one dossier.
 */
typedef struct {
  char *name;
  GFile *file;
  gint64 time;
  GStrv changes;
  guint n_changes;
  char *problem;

  /*< private >*/
  ApoStore *store;
  char *stem;
} ApoRecovery;

void        apo_recovery_free           (ApoRecovery         *recovery);
GPtrArray  *apo_recovery_list           (ApoStore            *store);
void        apo_recovery_recover_async  (ApoRecovery         *recovery,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
ApoSession *apo_recovery_recover_finish (GAsyncResult        *result,
                                         GError             **error);
gboolean    apo_recovery_discard        (ApoRecovery         *recovery,
                                         GError             **error);
gboolean    apo_recovery_forget         (ApoStore            *store,
                                         GFile               *file,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoRecovery, apo_recovery_free)

G_END_DECLS
