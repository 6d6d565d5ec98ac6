/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     apo_attachment_read_async  (GFile               *file,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean apo_attachment_read_finish (GAsyncResult        *result,
                                     char               **name,
                                     char               **sha256,
                                     gint64              *size,
                                     GError             **error);

G_END_DECLS
