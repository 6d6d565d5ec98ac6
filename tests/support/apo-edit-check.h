/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

/* Edits: what they change, what undoing them gives, and what doing them again does. */

typedef struct _ApoEditCheck ApoEditCheck;

ApoEditCheck *apo_edit_check_begin  (ApoHistory   *history);
void          apo_edit_check_end    (ApoEditCheck *check,
                                     const char   *name);
GBytes       *apo_edit_check_state  (ApoDossier   *dossier);
