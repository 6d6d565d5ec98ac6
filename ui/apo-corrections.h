/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-memory.h"

G_BEGIN_DECLS

#define APO_TYPE_CORRECTIONS (apo_corrections_get_type ())

/**
 * ApoCorrections:
 *
 * A window that lists all corrections of names that are remembered, each of which can be forgotten,
 * and all of them; what was forgotten can be brought back until the window closes.
 */
G_DECLARE_FINAL_TYPE (ApoCorrections, apo_corrections, APO, CORRECTIONS, AdwWindow)

GtkWidget *apo_corrections_new (GtkWindow *parent,
                                ApoMemory *memory);

G_END_DECLS
