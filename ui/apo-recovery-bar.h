/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-recovery.h"

G_BEGIN_DECLS

#define APO_TYPE_RECOVERY_BAR (apo_recovery_bar_get_type ())

/**
 * ApoRecoveryBar:
 *
 * A line that offers what a program that died has left, one dossier after the other.
 *
 * Signals: `recovered`, with an ApoSession that must not be given to apo_session_keep(); `failed`,
 * with a sentence.
 */
G_DECLARE_FINAL_TYPE (ApoRecoveryBar, apo_recovery_bar, APO, RECOVERY_BAR, AdwBin)

void apo_recovery_bar_set_recoveries (ApoRecoveryBar *bar,
                                      GPtrArray      *recoveries);

G_END_DECLS
