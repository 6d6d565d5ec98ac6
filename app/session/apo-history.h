/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoCommand:
 *
 * A named list of changes to a dossier, each as plain data (set a field of an item; add an item;
 * remove an item), so that it can be undone, written down and replayed.
 */
typedef struct _ApoCommand ApoCommand;

ApoCommand *apo_command_new        (const char *name);
void        apo_command_free       (ApoCommand *command);
void        apo_command_set_field  (ApoCommand *command,
                                    ApoItem    *item,
                                    guint       field,
                                    GVariant   *value);
void        apo_command_set_extra  (ApoCommand *command,
                                    ApoItem    *item,
                                    const char *json);
void        apo_command_add_item   (ApoCommand *command,
                                    ApoItem    *item);
void        apo_command_insert_item (ApoCommand *command,
                                    ApoItem    *item,
                                    guint       position);
void        apo_command_remove_item (ApoCommand *command,
                                    ApoItem    *item);
void        apo_command_set_merge_key (ApoCommand *command,
                                    const char *merge_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoCommand, apo_command_free)

#define APO_TYPE_HISTORY (apo_history_get_type ())

/**
 * ApoHistory:
 *
 * Executes commands on a dossier and takes them back; nothing else writes to a dossier.
 *
 * Signals: `changed`, after a command, undo or redo.
 */
G_DECLARE_FINAL_TYPE (ApoHistory, apo_history, APO, HISTORY, GObject)

ApoHistory *apo_history_new            (ApoDossier *dossier);
ApoDossier *apo_history_get_dossier    (ApoHistory *history);
const char *apo_history_get_author     (ApoHistory *history);
void        apo_history_set_author     (ApoHistory *history,
                                        const char *author);
gboolean    apo_history_execute        (ApoHistory *history,
                                        ApoCommand *command);
gboolean    apo_history_can_undo       (ApoHistory *history);
gboolean    apo_history_can_redo       (ApoHistory *history);
void        apo_history_undo           (ApoHistory *history);
void        apo_history_redo           (ApoHistory *history);
const char *apo_history_get_undo_name  (ApoHistory *history);
const char *apo_history_get_redo_name  (ApoHistory *history);
guint       apo_history_get_n_commands (ApoHistory *history);
guint       apo_history_get_n_done     (ApoHistory *history);
const char *apo_history_get_name       (ApoHistory *history,
                                        guint       i);
void        apo_history_go_to          (ApoHistory *history,
                                        guint       n_done);
guint64     apo_history_get_position   (ApoHistory *history);
gboolean    apo_history_is_empty       (ApoHistory *history);
guint64     apo_history_get_saved_position (ApoHistory *history);
void        apo_history_set_saved_position (ApoHistory *history,
                                        guint64     position);

G_END_DECLS
