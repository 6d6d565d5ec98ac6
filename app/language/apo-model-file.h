/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoModelFile:
 *
 * A file of trained numbers: named sections behind a header with a version and a checksum, mapped
 * into memory.  Never changes once opened.
 */
typedef struct _ApoModelFile ApoModelFile;

/* What a section holds; its name has at most 15 bytes. */
typedef struct {
  const char *name;
  GBytes *bytes;
} ApoModelSection;

ApoModelFile *apo_model_file_open         (const char             *path,
                                           GError                **error);
void          apo_model_file_free         (ApoModelFile           *file);
GBytes       *apo_model_file_get_section  (ApoModelFile           *file,
                                           const char             *name,
                                           GError                **error);
guint64       apo_model_file_get_checksum (ApoModelFile           *file);
void          apo_model_file_set_error    (ApoModelFile           *file,
                                           GError                **error);
gboolean      apo_model_file_write        (const char             *path,
                                           const ApoModelSection  *sections,
                                           guint                   n_sections,
                                           GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoModelFile, apo_model_file_free)

G_END_DECLS
