/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-session.h"

G_BEGIN_DECLS

#define APO_TYPE_MEMORY (apo_memory_get_type ())

/**
 * ApoMemory:
 *
 * The reader's corrections of names, from one dossier to the next, as long as the setting
 * `remember-corrections` is on: when it is off nothing is learned and nothing is corrected.
 *
 * Signal: `problem` (const char *message), when they could not be kept; said once until they could.
 */
G_DECLARE_FINAL_TYPE (ApoMemory, apo_memory, APO, MEMORY, GObject)

ApoMemory     *apo_memory_new            (ApoDictionary *dictionary,
                                          GSettings     *settings);
ApoDictionary *apo_memory_get_dictionary (ApoMemory     *memory);
char          *apo_memory_load           (ApoMemory     *memory);
void           apo_memory_attach         (ApoMemory     *memory,
                                          ApoSession    *session);
void           apo_memory_note_found     (ApoMemory     *memory,
                                          ApoSession    *session);
void           apo_memory_learn          (ApoMemory     *memory,
                                          ApoSession    *session);
void           apo_memory_save           (ApoMemory     *memory);

G_END_DECLS
