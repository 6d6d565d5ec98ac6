/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_HISTORY_POPOVER (apo_history_popover_get_type ())

/**
 * ApoHistoryPopover:
 *
 * All steps of a history, the latest on top; a click, or Return, goes back or forth to any of them.
 * The present one is marked, what was undone is dim.
 *
 * Role and keys: those of a list.
 */
G_DECLARE_FINAL_TYPE (ApoHistoryPopover, apo_history_popover, APO, HISTORY_POPOVER, GtkPopover)

void apo_history_popover_set_history (ApoHistoryPopover *popover,
                                      ApoHistory        *history);

G_END_DECLS
