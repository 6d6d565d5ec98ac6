/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-article.h"

G_BEGIN_DECLS

/* The most text that is read, in bytes after decoding; files larger than that are refused unread. */
#define APO_IMPORT_MAX_BYTES (32u * 1024 * 1024)

#define APO_IMPORT_ERROR (apo_import_error_quark ())

typedef enum {
  APO_IMPORT_ERROR_NOT_FOUND,
  APO_IMPORT_ERROR_IS_DIRECTORY,
  APO_IMPORT_ERROR_PERMISSION,
  APO_IMPORT_ERROR_EMPTY,
  APO_IMPORT_ERROR_BINARY,
  APO_IMPORT_ERROR_TOO_LARGE,
  APO_IMPORT_ERROR_ENCODING,
  APO_IMPORT_ERROR_READ,
} ApoImportError;

GQuark      apo_import_error_quark (void);

ApoArticle *apo_import_file        (GFile        *file,
                                    GCancellable *cancellable,
                                    GError      **error);
ApoArticle *apo_import_bytes       (GBytes       *bytes,
                                    const char   *name,
                                    GError      **error);

G_END_DECLS
