/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"
#include "apo-file-ops.h"

G_BEGIN_DECLS

/* What the reader and the writer of dossier files share; README.md in this folder has the schema. */

/* Larger files are neither read nor written. */
#define APO_DOSSIER_MAX_BYTES (256u * 1024 * 1024)

#define APO_DOSSIER_FORMAT  "apostille-dossier"
#define APO_DOSSIER_VERSION 1

#define APO_DOSSIER_ERROR (apo_dossier_error_quark ())

typedef enum {
  APO_DOSSIER_ERROR_NOT_FOUND,
  APO_DOSSIER_ERROR_PERMISSION,
  APO_DOSSIER_ERROR_IS_DIRECTORY,
  APO_DOSSIER_ERROR_TOO_LARGE,
  APO_DOSSIER_ERROR_NOT_DOSSIER,
  APO_DOSSIER_ERROR_DAMAGED,
  APO_DOSSIER_ERROR_NEWER_VERSION,
  APO_DOSSIER_ERROR_READ,
  APO_DOSSIER_ERROR_WRITE,
  APO_DOSSIER_ERROR_NO_SPACE,
  APO_DOSSIER_ERROR_CHANGED_ON_DISK,
  APO_DOSSIER_ERROR_OPEN_ELSEWHERE,
} ApoDossierError;

GQuark      apo_dossier_error_quark    (void);

gboolean    apo_dossier_file_looks_like (const char   *data,
                                        gsize         length);
GBytes     *apo_dossier_file_load      (GFile        *file,
                                        char        **stamp,
                                        GCancellable *cancellable,
                                        GError      **error);
ApoDossier *apo_dossier_file_parse     (GBytes       *bytes,
                                        const char   *name,
                                        GPtrArray   **problems,
                                        GError      **error);
GBytes     *apo_dossier_file_serialize (ApoDossier   *dossier);
GBytes     *apo_dossier_file_set_ancestors (GBytes   *bytes,
                                        const char *const *ancestors);
char       *apo_dossier_file_query_stamp (GFile       *file);
gboolean    apo_dossier_file_is_protected (GFile      *file);
gboolean    apo_dossier_file_save      (const ApoFileOps *ops,
                                        GBytes       *bytes,
                                        GFile        *file,
                                        const char   *expected_stamp,
                                        char        **stamp,
                                        GCancellable *cancellable,
                                        GError      **error);
char       *apo_dossier_file_dup_name  (GFile        *file);

G_END_DECLS
