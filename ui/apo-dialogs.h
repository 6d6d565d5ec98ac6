/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One façade over the dialogs whose classes differ between versions of GTK and libadwaita. */

/**
 * ApoFileFunc:
 * @file: (transfer none): what was chosen; a cancelled dialog calls nothing
 */
typedef void (* ApoFileFunc) (GFile    *file,
                              gpointer  user_data);

/**
 * ApoAnswerFunc:
 * @answer: the id of the button, "cancel" where the dialog was closed
 */
typedef void (* ApoAnswerFunc) (const char *answer,
                                gpointer    user_data);

void apo_dialogs_open_file    (GtkWindow     *parent,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_save_dossier (GtkWindow     *parent,
                               const char    *suggested_name,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_ask_unsaved  (GtkWindow     *parent,
                               const char    *title,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_ask_overwrite (GtkWindow    *parent,
                               const char    *message,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_show_about   (GtkWindow     *parent);

G_END_DECLS
