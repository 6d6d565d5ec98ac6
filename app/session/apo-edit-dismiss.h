/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* Items that the reader does not want, and wants again. */

void apo_edit_set_dismissed     (ApoHistory *history,
                                 ApoItem    *item,
                                 gboolean    dismissed);
void apo_edit_set_all_dismissed (ApoHistory *history,
                                 GListModel *items,
                                 gboolean    dismissed);

G_END_DECLS
