/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define APO_LANGUAGE_ERROR (apo_language_error_quark ())

typedef enum {
  APO_LANGUAGE_ERROR_MISSING,   /* a folder or a table is not there */
  APO_LANGUAGE_ERROR_DAMAGED,   /* a table does not say what it should */
} ApoLanguageError;

GQuark apo_language_error_quark (void);

/**
 * ApoTable:
 *
 * A table of a language pack: UTF-8, one row a line, cells parted by tabulators; lines that are
 * empty
 * or start with `#` are for people.  Never changes.
 */
typedef struct _ApoTable ApoTable;

ApoTable   *apo_table_load         (const char  *path,
                                    GError     **error);
ApoTable   *apo_table_parse        (const char  *name,
                                    const char  *content,
                                    gssize       length,
                                    GError     **error);
void        apo_table_free         (ApoTable    *table);

guint       apo_table_get_n_rows   (ApoTable    *table);
guint       apo_table_get_n_cells  (ApoTable    *table,
                                    guint        row);
const char *apo_table_get          (ApoTable    *table,
                                    guint        row,
                                    guint        column);
gboolean    apo_table_require      (ApoTable    *table,
                                    guint        row,
                                    guint        n_cells,
                                    GError     **error);
void        apo_table_set_error    (ApoTable    *table,
                                    guint        row,
                                    GError     **error,
                                    const char  *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTable, apo_table_free)

G_END_DECLS
