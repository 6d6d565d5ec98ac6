/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-backups.h"

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
                               GFile         *folder,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_choose_text  (GtkWindow     *parent,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_choose_copy  (GtkWindow     *parent,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_attach_file  (GtkWindow     *parent,
                               ApoFileFunc    func,
                               GObject       *owner);
void apo_dialogs_save_dossier (GtkWindow     *parent,
                               const char    *suggested_name,
                               GFile         *folder,
                               ApoFileFunc    func,
                               gpointer       user_data);
void apo_dialogs_ask_unsaved  (GtkWindow     *parent,
                               const char    *title,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_ask_conflict (GtkWindow     *parent,
                               const char    *message,
                               gboolean       removed,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_ask_copy     (GtkWindow     *parent,
                               const char    *message,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_confirm      (GtkWindow     *parent,
                               const char    *heading,
                               const char    *body,
                               const char    *accept,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_show_changes (GtkWindow         *parent,
                               const char        *sentence,
                               const char *const *changes,
                               ApoAnswerFunc      func,
                               gpointer           user_data);
void apo_dialogs_choose_version (GtkWindow     *parent,
                               const char    *body,
                               GPtrArray     *backups,
                               ApoAnswerFunc  func,
                               gpointer       user_data);
void apo_dialogs_show_about   (GtkWindow     *parent);

G_END_DECLS
