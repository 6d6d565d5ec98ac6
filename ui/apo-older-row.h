/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-older-item.h"

G_BEGIN_DECLS

#define APO_TYPE_OLDER_ROW (apo_older_row_get_type ())

/**
 * ApoOlderRow:
 *
 * A passage that only an older version of the text has, with what can be done about it: the actions
 * `older.attach` and `older.show`, with the id of the item and the number of the mention.
 *
 * Property: `item`, an #ApoOlderItem.
 */
G_DECLARE_FINAL_TYPE (ApoOlderRow, apo_older_row, APO, OLDER_ROW, GtkBox)

GtkWidget *apo_older_row_new (ApoDossier *dossier);

G_END_DECLS
