/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-session.h"

G_BEGIN_DECLS

void        apo_opener_open_async  (GFile               *file,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
ApoSession *apo_opener_open_finish (GAsyncResult        *result,
                                    GError             **error);
void        apo_opener_read_article_async  (GFile               *file,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
ApoArticle *apo_opener_read_article_finish (GAsyncResult        *result,
                                    GError             **error);
ApoSession *apo_opener_open_sample (GError             **error);

G_END_DECLS
