/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-memory.h"
#include "apo-store.h"

G_BEGIN_DECLS

void apo_preferences_present       (GtkWindow *parent,
                                    GSettings *settings,
                                    ApoMemory *memory);
void apo_preferences_apply_theme   (GSettings *settings);
void apo_preferences_apply_font    (GSettings *settings);
void apo_preferences_apply_keeping (GSettings *settings,
                                    ApoStore  *store);

G_END_DECLS
