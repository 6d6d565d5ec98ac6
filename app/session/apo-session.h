/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-findings.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_SESSION (apo_session_get_type ())

/**
 * ApoSession:
 *
 * An open dossier, its history and its file.
 *
 * Properties: `file` (GFile, nullable), `changed` (whether there is something to save),
 * `read-only` (opened from a damaged file: it can be saved under another name only).
 */
G_DECLARE_FINAL_TYPE (ApoSession, apo_session, APO, SESSION, GObject)

ApoSession *apo_session_new             (ApoArticle           *article);
void        apo_session_open_async      (GFile                *file,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
ApoSession *apo_session_open_finish     (GAsyncResult         *result,
                                         GError              **error);
ApoDossier *apo_session_get_dossier     (ApoSession           *session);
ApoHistory *apo_session_get_history     (ApoSession           *session);
GFile      *apo_session_get_file        (ApoSession           *session);
gboolean    apo_session_is_changed      (ApoSession           *session);
gboolean    apo_session_is_read_only    (ApoSession           *session);
const char *apo_session_get_warning     (ApoSession           *session);
void        apo_session_adopt_findings  (ApoSession           *session,
                                         ApoFindings          *findings);
void        apo_session_adopt_pass      (ApoSession           *session,
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
