/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-store.h"

G_BEGIN_DECLS

/* The folder of journals: what lies in it, and who holds it.  The names of a journal and of its lock
 * begin with the same stem, and that with the key of the dossier. */

#define APO_JOURNAL_SUFFIX ".journal"
#define APO_JOURNAL_LOCK_SUFFIX ".lock"
#define APO_JOURNAL_ASIDE_SUFFIX ".damaged"

char      *apo_journal_dup_path   (ApoStore         *store,
                                   const char       *stem,
                                   const char       *suffix);
int        apo_journal_open_lock  (const ApoFileOps *ops,
                                   const char       *path,
                                   GError          **error);
gboolean   apo_journal_is_claimed (ApoStore         *store,
                                   const char       *stem);
gboolean   apo_journal_is_open    (ApoStore         *store,
                                   const char       *key,
                                   const char       *own);
GPtrArray *apo_journal_list_stems (ApoStore         *store,
                                   const char       *key,
                                   const char       *suffix);
gboolean   apo_journal_put_aside  (ApoStore         *store,
                                   const char       *stem,
                                   GBytes           *bytes,
                                   GError          **error);
gboolean   apo_journal_move_aside (ApoStore         *store,
                                   const char       *stem,
                                   const char       *new_stem,
                                   GError          **error);
gboolean   apo_journal_drop_aside (ApoStore         *store,
                                   const char       *key,
                                   GError          **error);
void       apo_journal_tidy       (ApoStore         *store);

G_END_DECLS
