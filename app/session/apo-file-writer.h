/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-file-ops.h"

G_BEGIN_DECLS

/* What apo_file_stamp_new() needs to be queried, and the kind of the file. */
#define APO_FILE_ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

char    *apo_file_stamp_new (GFileInfo    *info);
gboolean apo_file_write     (const ApoFileOps *ops,
                             GFile            *file,
                             GBytes           *bytes,
                             gboolean         *replaced,
                             GCancellable     *cancellable,
                             GError          **error);

G_END_DECLS
