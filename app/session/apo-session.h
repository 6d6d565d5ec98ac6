/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dictionary.h"
#include "apo-findings.h"
#include "apo-history.h"
#include "apo-store.h"

G_BEGIN_DECLS

#define APO_TYPE_SESSION (apo_session_get_type ())

/**
 * ApoFileState:
 * @APO_FILE_STATE_SAME: as this session read or wrote it last, or there is no file yet
 * @APO_FILE_STATE_CHANGED: another program has written to it
 * @APO_FILE_STATE_REMOVED: it is not there any more
 */
typedef enum {
  APO_FILE_STATE_SAME,
  APO_FILE_STATE_CHANGED,
  APO_FILE_STATE_REMOVED,
} ApoFileState;

/**
 * ApoSession:
 *
 * An open dossier, its history and its file.
 *
 * Properties: `file` (GFile, nullable), `changed` (whether there is something to save),
 * `read-only` (opened from a file that is damaged or cannot be written: it can be saved under another
 * name only), `file-state`
 * (an ApoFileState as an unsigned integer), `problem` (a sentence, nullable: why changes would not
 * survive a crash at present; it is told once and goes away by itself).
 */
G_DECLARE_FINAL_TYPE (ApoSession, apo_session, APO, SESSION, GObject)

ApoSession *apo_session_new             (ApoArticle           *article);
void        apo_session_open_async      (GFile                *file,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void        apo_session_open_copy_async (GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
ApoSession *apo_session_open_finish     (GAsyncResult         *result,
                                         GError              **error);
ApoDossier *apo_session_get_dossier     (ApoSession           *session);
ApoHistory *apo_session_get_history     (ApoSession           *session);
GFile      *apo_session_get_file        (ApoSession           *session);
gboolean    apo_session_is_changed      (ApoSession           *session);
gboolean    apo_session_is_read_only    (ApoSession           *session);
const char *apo_session_get_warning     (ApoSession           *session);
ApoFileState apo_session_get_file_state (ApoSession          *session);
void        apo_session_check_file      (ApoSession          *session);
void        apo_session_keep            (ApoSession          *session,
                                         ApoStore            *store);
gboolean    apo_session_is_open_elsewhere (ApoSession        *session);
const char *apo_session_get_problem     (ApoSession          *session);
gboolean    apo_session_flush           (ApoSession          *session);
void        apo_session_discard         (ApoSession          *session);
gboolean    apo_session_forget          (ApoSession          *session,
                                         GError             **error);
void        apo_session_set_dictionary  (ApoSession           *session,
                                         ApoDictionary        *dictionary);
ApoDictionary *
            apo_session_get_dictionary  (ApoSession           *session);
void        apo_session_adopt_pass      (ApoSession           *session,
                                         ApoFindings          *findings);
void        apo_session_adopt_findings  (ApoSession           *session,
                                         ApoFindings          *findings);
gboolean    apo_session_needs_analysis  (ApoSession           *session);
void        apo_session_save_async      (ApoSession           *session,
                                         GFile                *file,
                                         gboolean              overwrite,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    apo_session_save_finish     (ApoSession           *session,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
