/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ApoFileOps:
 *
 * What the writer of dossiers, the journal and the backups ask of the system.  Each behaves as the
 * call of the same name: -1 and `errno` on failure.  Tests put their own in the place of the real
 * ones; `ops` is the table itself, so that one can be part of a larger structure.  For any thread.
 */
typedef struct _ApoFileOps ApoFileOps;

struct _ApoFileOps {
  int    (*open)     (const ApoFileOps *ops,
                      const char       *path,
                      int               flags,
                      int               mode);
  int    (*close)    (const ApoFileOps *ops,
                      int               fd);
  gssize (*read)     (const ApoFileOps *ops,
                      int               fd,
                      void             *data,
                      gsize             length);
  gssize (*write)    (const ApoFileOps *ops,
                      int               fd,
                      const void       *data,
                      gsize             length);
  int    (*fsync)    (const ApoFileOps *ops,
                      int               fd);
  int    (*fchmod)   (const ApoFileOps *ops,
                      int               fd,
                      int               mode);
  int    (*rename)   (const ApoFileOps *ops,
                      const char       *from,
                      const char       *to);
  int    (*unlink)   (const ApoFileOps *ops,
                      const char       *path);
  int    (*mkdir)    (const ApoFileOps *ops,
                      const char       *path,
                      int               mode);
};

/* How the names of files that are being written begin. */
#define APO_FILE_TEMPORARY_PREFIX ".apostille-"

const ApoFileOps *apo_file_ops_get_real    (void);

gboolean          apo_file_fail            (GError          **error,
                                            int               code);
gboolean          apo_file_write_all       (const ApoFileOps *ops,
                                            int               fd,
                                            GBytes           *bytes,
                                            GCancellable     *cancellable,
                                            GError          **error);
gboolean          apo_file_sync_folder     (const ApoFileOps *ops,
                                            const char       *folder,
                                            GError          **error);
GBytes           *apo_file_load            (const ApoFileOps *ops,
                                            const char       *path,
                                            gsize             max_bytes,
                                            GError          **error);
gboolean          apo_file_replace         (const ApoFileOps *ops,
                                            const char       *path,
                                            GBytes           *bytes,
                                            int               mode,
                                            gboolean         *replaced,
                                            GCancellable     *cancellable,
                                            GError          **error);
gboolean          apo_file_make_folder     (const ApoFileOps *ops,
                                            const char       *path,
                                            GError          **error);

G_END_DECLS
