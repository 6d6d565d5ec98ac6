/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-memory.h"

G_BEGIN_DECLS

#define APO_TYPE_WINDOW (apo_window_get_type ())

/**
 * ApoWindow:
 *
 * A window with one dossier, or with none yet.
 */
G_DECLARE_FINAL_TYPE (ApoWindow, apo_window, APO, WINDOW, AdwApplicationWindow)

/**
 * ApoOpening:
 *
 * A file that is being read for a window which need not be there yet.
 */
typedef struct _ApoOpening ApoOpening;

ApoWindow  *apo_window_new         (GtkApplication *application,
                                    GSettings      *settings,
                                    ApoStore       *store);
void        apo_window_set_memory  (ApoWindow      *window,
                                    ApoMemory      *memory);
void        apo_window_open_file   (ApoWindow      *window,
                                    GFile          *file);
ApoOpening *apo_opening_new        (GFile          *file);
void        apo_window_take_opening (ApoWindow     *window,
                                    ApoOpening     *opening);
void        apo_window_open_sample (ApoWindow      *window);
void        apo_window_offer_recoveries (ApoWindow *window,
                                    GPtrArray      *recoveries);
ApoSession *apo_window_get_session (ApoWindow      *window);
gboolean    apo_window_is_empty    (ApoWindow      *window);

G_END_DECLS
