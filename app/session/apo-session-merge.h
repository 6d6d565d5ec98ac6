/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-merge.h"
#include "apo-session.h"

G_BEGIN_DECLS

void      apo_session_plan_merge_async  (ApoSession          *session,
                                         GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void      apo_session_renew_merge_async (ApoSession          *session,
                                         ApoMerge            *merge,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
ApoMerge *apo_session_plan_merge_finish (ApoSession          *session,
                                         GAsyncResult        *result,
                                         GError             **error);
gboolean  apo_session_merge             (ApoSession          *session,
                                         ApoMerge            *merge);

G_END_DECLS
