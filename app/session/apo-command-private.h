/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"
#include "apo-history.h"

G_BEGIN_DECLS

/* For the history and for what writes commands down. */

/* (name, time of day, merge key, changes as (kind, data)); see apo_command_to_variant() */
#define APO_COMMAND_VARIANT_TYPE G_VARIANT_TYPE ("(sxmsa(sv))")

void        apo_command_add_whole_item (ApoCommand *command,
                                       ApoItem    *item);
gboolean    apo_command_execute       (ApoCommand *command,
                                       ApoDossier *dossier);
void        apo_command_undo          (ApoCommand *command,
                                       ApoDossier *dossier);
void        apo_command_redo          (ApoCommand *command,
                                       ApoDossier *dossier);
void        apo_command_merge         (ApoCommand *command,
                                       ApoCommand *later);
gboolean    apo_command_replay        (ApoCommand *command,
                                       ApoDossier *dossier,
                                       gboolean    forward);
gboolean    apo_command_equal         (ApoCommand *command,
                                       ApoCommand *other);
ApoCommand *apo_command_copy          (ApoCommand *command);
gboolean    apo_command_is_empty      (ApoCommand *command);
const char *apo_command_get_name      (ApoCommand *command);
const char *apo_command_get_merge_key (ApoCommand *command);
gint64      apo_command_get_time      (ApoCommand *command);
GVariant   *apo_command_to_variant    (ApoCommand *command);
ApoCommand *apo_command_new_from_variant (GVariant *variant);

G_END_DECLS
