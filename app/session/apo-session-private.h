/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"
#include "apo-journal.h"
#include "apo-session.h"

G_BEGIN_DECLS

struct _ApoSession {
  GObject parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  GFile *file;                  /* (nullable) */
  char *stamp;                  /* (nullable) of the file as it was read or written last */
  char *sha256;                 /* (nullable) of the same, or of the one that it is a copy of */
  char *replaced_sha256;        /* (nullable) of what others wrote there, if that was merged in */
  char *warning;                /* (nullable) */
  gboolean read_only;
  gboolean protected;           /* because the file or its folder is, and not for damage */
  gboolean changed;             /* as last told */
  gboolean detached;            /* has no file, but comes from one: it is something to save */
  gboolean opening;             /* every item but the articles comes from a pass of this session */
  guint opening_revision;       /* counts the passes that became part of the opening state */
  guint saved_revision;
  GQueue saves;                 /* GTask, the first is under way */
  ApoDictionary *dictionary;    /* (nullable) */

  /* of apo-session-journal.c */
  ApoStore *store;              /* (nullable) */
  ApoJournal *journal;          /* (nullable) */
  gboolean open_elsewhere;
  gboolean based;               /* whether the journal knows what its steps build on */
  gboolean base_kept;           /* whether there is a backup of that */
  GCancellable *keeping;        /* (nullable) of backups that are being made of it */
  GBytes *snapshot;             /* (nullable) of the opening state */
  guint snapshot_idle;
  GVariant *views;              /* (nullable) as the journal knows them */

  /* of apo-session-watch.c */
  GFileMonitor *monitor;        /* (nullable) */
  GCancellable *checks;         /* of those under way */
  ApoFileState file_state;
};

void        apo_session_set_file        (ApoSession  *self,
                                         GFile       *file);
void        apo_session_set_read_only   (ApoSession  *self,
                                         gboolean     read_only);
void        apo_session_notify_problem  (ApoSession  *self);
void        apo_session_update_changed  (ApoSession  *self);
ApoSession *apo_session_new_for         (ApoDossier  *dossier,
                                         ApoHistory  *history);

/* of apo-session-journal.c */
void        apo_session_journal_stop    (ApoSession  *self);
void        apo_session_journal_opened  (ApoSession  *self);
void        apo_session_journal_saved   (ApoSession  *self,
                                         guint64      number,
                                         guint64      position);
void        apo_session_journal_go_on   (ApoSession  *self,
                                         ApoStore    *store,
                                         ApoJournal  *journal);
char       *apo_session_dup_name        (ApoSession  *self);

/* of apo-session-watch.c */
void        apo_session_watch           (ApoSession  *self);
void        apo_session_unwatch         (ApoSession  *self);
void        apo_session_set_file_state  (ApoSession  *self,
                                         ApoFileState state);

G_END_DECLS
